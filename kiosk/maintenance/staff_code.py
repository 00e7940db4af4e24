"""The staff code of the maintenance page, and the wait after wrong ones. Pure."""

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
class CodeLock:
    """How often the code was wrong in a row, and the seconds left before the next try."""

    wrong_count: int = 0
    wait_s: int = 0


def wrong_code(lock: CodeLock) -> CodeLock:
    """After one more wrong code: three are free, then each doubles the wait, up to an hour."""
    wrong = lock.wrong_count + 1
    over = wrong - FREE_TRIES
    rests = min(LONGEST_WAIT_S, FIRST_WAIT_S << min(over, 12)) if over >= 0 else 0
    return CodeLock(wrong, rests)


def second_passed(lock: CodeLock) -> CodeLock:
    """The lock a second later."""
    return replace(lock, wait_s=max(0, lock.wait_s - 1))


def is_right(code_hash: str, code: str) -> bool:
    """Whether ``code_hash`` (argon2) is the hash of ``code``; false for an empty hash."""
    try:
        return bool(code_hash) and PasswordHasher().verify(code_hash, code)
    except (VerificationError, InvalidHashError):
        return False
