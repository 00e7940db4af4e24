"""PINs of clerks: which are too easy to guess, and how they are hashed.

The hash of a few digits can be broken by whoever holds the database; what protects a PIN is the
lock after five wrong tries (``server/store/clerks.py``).
"""

import re
import secrets
from datetime import date
from itertools import pairwise
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError

SHORTEST: Final = 4
LONGEST: Final = 12
TEMPORARY_DIGITS: Final = 6

# 19 MiB and about 20 ms: an office's old PC checks a whole morning's clerks without a pause.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_REPEATED: Final = re.compile(r"(\d{1,6}?)\1+")
_FAVOURITES: Final = frozenset({"2580", "0852", "1379", "9713", "147258", "159753", "112233"})
_LATEST_YEAR: Final = 2059


def is_weak(pin: str) -> bool:
    """Whether the PIN is easy to guess: rows, repeats, keypad lines, dates, years."""
    if not (SHORTEST <= len(pin) <= LONGEST and pin.isascii() and pin.isdigit()):
        return True
    return (
        _REPEATED.fullmatch(pin) is not None
        or _is_row(pin)
        or pin == pin[::-1]
        or pin in _FAVOURITES
        or _is_birthday(pin)
    )


def temporary_pin() -> str:
    """A random PIN, for the first sign-in only."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(TEMPORARY_DIGITS))
        if not is_weak(pin):
            return pin


def hashed(pin: str) -> str:
    """The argon2 hash of a PIN; takes some 20 ms and 19 MiB."""
    return _HASHER.hash(pin)


def matches(kept: str, pin: str) -> bool:
    """Whether ``kept`` is the hash of this PIN; as slow as ``hashed``."""
    try:
        return _HASHER.verify(kept, pin)
    except VerifyMismatchError:
        return False


def _is_row(pin: str) -> bool:
    """Digits that go on by one or two, up or down: 1234, 9876, 2468, 7890."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return steps in ({1}, {9}, {2}, {8})


def _is_birthday(pin: str) -> bool:
    """A day and month, a year of birth, or a whole date, in the order people here write it."""
    match len(pin):
        case 4:
            return 1900 <= int(pin) <= _LATEST_YEAR or _is_date(pin[:2], pin[2:], "2000")
        case 6:
            return _is_date(pin[:2], pin[2:4], "20" + pin[4:]) or _is_month(pin[:2], pin[2:])
        case 8:
            return _is_date(pin[:2], pin[2:4], pin[4:])
        case _:
            return False


def _is_date(day: str, month: str, year: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return 1900 <= int(year) < 2100


def _is_month(month: str, year: str) -> bool:
    return 1 <= int(month) <= 12 and 1900 <= int(year) <= _LATEST_YEAR
