"""Who may work as which clerk: PINs with their wrong tries, and sessions that last a day.

None of this is in the event log. Every function is one short transaction and may take a PIN's hash
(some 20 ms): call them off the event loop, and for one clerk one at a time.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from hashlib import sha256
from math import ceil
from typing import Final

from sqlalchemy import Engine, delete
from sqlmodel import Session, col, select

from server.store import pins
from server.store.tables import ClerkSecretRow, ClerkSessionRow

FREE_TRIES: Final = 5
"""Wrong tries until the first lock."""
FIRST_LOCK_S: Final = 60
LONGEST_LOCK_S: Final = 3600


class PinOutcome(Enum):
    """How an attempt to sign in ended."""

    OPEN = auto()
    WRONG = auto()
    LOCKED = auto()
    NO_PIN = auto()
    MUST_CHANGE = auto()
    TOO_WEAK = auto()


@dataclass(frozen=True, slots=True)
class PinTry:
    """An attempt's outcome, with the attempts left before a lock or the seconds a lock lasts."""

    outcome: PinOutcome
    tries_left: int = 0
    wait_s: int = 0


@dataclass(frozen=True, slots=True)
class PinState:
    """The state of a clerk's PIN, without the PIN or its hash."""

    clerk: str
    must_change: bool
    wrong_tries: int
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class ClerkSession:
    """A clerk signed in at a device for one business day."""

    clerk: str
    role: str
    device: str
    day: str


def lock_s(wrong_tries: int) -> int:
    """How many seconds a PIN is locked after this many wrong tries: 60, 120, 240 …, at most an
    hour.
    """
    if wrong_tries < FREE_TRIES:
        return 0
    return int(min(FIRST_LOCK_S * 2 ** min(wrong_tries - FREE_TRIES, 10), LONGEST_LOCK_S))


def try_pin(engine: Engine, clerk: str, pin: str, new_pin: str, at: datetime) -> PinTry:
    """Check a PIN, count a wrong one, and store ``new_pin`` in its place when one is given.

    A temporary PIN does not sign in until it is replaced.
    """
    with Session(engine) as session:
        row = session.get(ClerkSecretRow, clerk)
        if row is None:
            return PinTry(PinOutcome.NO_PIN)
        if row.locked_until is not None and at < row.locked_until:
            return PinTry(PinOutcome.LOCKED, wait_s=ceil((row.locked_until - at).total_seconds()))
        judged = _judged(row, pin, new_pin, at)
        session.add(row)
        session.commit()
        return judged


def _judged(row: ClerkSecretRow, pin: str, new_pin: str, at: datetime) -> PinTry:
    if not pins.matches(row.pin_hash, pin):
        row.wrong_tries += 1
        wait_s = lock_s(row.wrong_tries)
        if not wait_s:
            return PinTry(PinOutcome.WRONG, tries_left=FREE_TRIES - row.wrong_tries)
        row.locked_until = at + timedelta(seconds=wait_s)
        return PinTry(PinOutcome.LOCKED, wait_s=wait_s)
    row.wrong_tries, row.locked_until = 0, None
    if not new_pin:
        return PinTry(PinOutcome.MUST_CHANGE if row.must_change else PinOutcome.OPEN)
    if new_pin == pin or pins.is_weak(new_pin):
        return PinTry(PinOutcome.TOO_WEAK)
    row.pin_hash, row.must_change, row.changed_at = pins.hashed(new_pin), False, at
    return PinTry(PinOutcome.OPEN)


def give_pin(
    engine: Engine, clerk: str, pin: str, at: datetime, *, must_change: bool = True
) -> None:
    """Give a clerk this PIN; a lock is lifted and every session of the clerk ends."""
    with Session(engine) as session:
        session.merge(
            ClerkSecretRow(
                clerk=clerk,
                pin_hash=pins.hashed(pin),
                must_change=must_change,
                changed_at=at,
                wrong_tries=0,
                locked_until=None,
            )
        )
        session.execute(delete(ClerkSessionRow).where(col(ClerkSessionRow.clerk) == clerk))
        session.commit()


def unlock(engine: Engine, clerk: str) -> bool:
    """Reset a clerk's wrong tries; the PIN stays. Returns whether the clerk has a PIN."""
    with Session(engine) as session:
        row = session.get(ClerkSecretRow, clerk)
        if row is None:
            return False
        row.wrong_tries, row.locked_until = 0, None
        session.add(row)
        session.commit()
        return True


def pin_states(engine: Engine) -> dict[str, PinState]:
    """The states of all PINs, by clerk; clerks without a PIN are missing."""
    with Session(engine) as session:
        return {
            row.clerk: PinState(row.clerk, row.must_change, row.wrong_tries, row.locked_until)
            for row in session.exec(select(ClerkSecretRow))
        }


def without_pin(engine: Engine, everybody: Iterable[str]) -> list[str]:
    """Those of ``everybody`` who have no PIN and so cannot sign in."""
    known = pin_states(engine)
    return [clerk for clerk in everybody if clerk not in known]


def begin_session(engine: Engine, signed: ClerkSession, at: datetime) -> str:
    """Open a session and return its token, of which only the hash is stored.

    The clerk's earlier session on a device of the same role ends, and so does whatever is left
    of other days.
    """
    token = secrets.token_urlsafe(32)
    kept = ClerkSessionRow(
        token_hash=_hash(token),
        clerk=signed.clerk,
        role=signed.role,
        device=signed.device,
        day=signed.day,
        began_at=at,
    )
    earlier = (col(ClerkSessionRow.clerk) == signed.clerk) & (
        col(ClerkSessionRow.role) == signed.role
    )
    with Session(engine) as session:
        gone = delete(ClerkSessionRow).where(earlier | (col(ClerkSessionRow.day) != signed.day))
        session.execute(gone)
        session.add(kept)
        session.commit()
    return token


def session_of(engine: Engine, token: str, device: str, day: str) -> ClerkSession | None:
    """The session of this token on this device today; ``None`` when the token is not valid."""
    with Session(engine) as session:
        row = session.get(ClerkSessionRow, _hash(token))
        if row is None or (row.device, row.day) != (device, day):
            return None
        return ClerkSession(row.clerk, row.role, row.device, row.day)


def end_sessions(engine: Engine, tokens: Iterable[str]) -> None:
    """End the sessions of these tokens."""
    hashes = [_hash(token) for token in tokens]
    with Session(engine) as session:
        session.execute(delete(ClerkSessionRow).where(col(ClerkSessionRow.token_hash).in_(hashes)))
        session.commit()


def _hash(token: str) -> str:
    # The token is 256 random bits: a slow password hash would add nothing.
    return sha256(token.encode()).hexdigest()
