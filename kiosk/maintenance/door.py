"""The staff code that leads out of the kiosk, and the rest after wrong ones. Pure."""

from dataclasses import dataclass, replace
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

FREE_TRIES: Final = 3
FIRST_WAIT_S: Final = 30
LONGEST_WAIT_S: Final = 3600
LONGEST_CODE: Final = 12
PIN_IDLE_S: Final = 30
DESK_IDLE_S: Final = 300


@dataclass(frozen=True)
class Lock:
    """How often the code was wrong in a row; ``rests_s`` seconds are left before the next try."""

    wrong_count: int = 0
    rests_s: int = 0


def missed(lock: Lock) -> Lock:
    """One more wrong code: three are free, then each doubles the rest, up to an hour."""
    wrong = lock.wrong_count + 1
    over = wrong - FREE_TRIES
    rests = min(LONGEST_WAIT_S, FIRST_WAIT_S << min(over, 12)) if over >= 0 else 0
    return Lock(wrong, rests)


def rested(lock: Lock) -> Lock:
    """A second later."""
    return replace(lock, rests_s=max(0, lock.rests_s - 1))


def is_right(code_hash: str, code: str) -> bool:
    """Whether ``code`` is the one ``code_hash`` (argon2) was made from; never for an empty hash."""
    try:
        return bool(code_hash) and PasswordHasher().verify(code_hash, code)
    except (VerificationError, InvalidHashError):
        return False
