"""Who may work as which clerk: PINs with their wrong tries, and sessions that last a day.

Nothing of this is in the log of events. Every function is one short transaction and may take a
PIN's hash (some 20 ms): call them off the event loop, and for one clerk one at a time.
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


class Door(Enum):
    """What became of a try to sign in."""

    OPEN = auto()
    WRONG = auto()
    LOCKED = auto()
    NO_PIN = auto()
    MUST_CHANGE = auto()
    TOO_WEAK = auto()


@dataclass(frozen=True, slots=True)
class Try:
    """A try's outcome, with the tries left before a lock or the seconds a lock lasts."""

    door: Door
    tries_left: int = 0
    wait_s: int = 0


@dataclass(frozen=True, slots=True)
class PinState:
    """How a clerk's PIN is, without anything of it."""

    clerk: str
    must_change: bool
    wrong_tries: int
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class Signed:
    """A clerk at work on a device during a business day."""

    clerk: str
    role: str
    device: str
    day: str


def lock_s(wrong_tries: int) -> int:
    """For how long so many wrong tries lock a PIN: 1, 2, 4 … minutes, at most an hour."""
    if wrong_tries < FREE_TRIES:
        return 0
    return int(min(FIRST_LOCK_S * 2 ** min(wrong_tries - FREE_TRIES, 10), LONGEST_LOCK_S))


def try_pin(engine: Engine, clerk: str, pin: str, new_pin: str, at: datetime) -> Try:
    """Judge a PIN, count what was wrong, and keep ``new_pin`` in its place when one is given.

    A right PIN that somebody else gave opens nothing until it is replaced.
    """
    with Session(engine) as session:
        row = session.get(ClerkSecretRow, clerk)
        if row is None:
            return Try(Door.NO_PIN)
        if row.locked_until is not None and at < row.locked_until:
            return Try(Door.LOCKED, wait_s=ceil((row.locked_until - at).total_seconds()))
        judged = _judged(row, pin, new_pin, at)
        session.add(row)
        session.commit()
        return judged


def _judged(row: ClerkSecretRow, pin: str, new_pin: str, at: datetime) -> Try:
    if not pins.matches(row.pin_hash, pin):
        row.wrong_tries += 1
        wait_s = lock_s(row.wrong_tries)
        if not wait_s:
            return Try(Door.WRONG, tries_left=FREE_TRIES - row.wrong_tries)
        row.locked_until = at + timedelta(seconds=wait_s)
        return Try(Door.LOCKED, wait_s=wait_s)
    row.wrong_tries, row.locked_until = 0, None
    if not new_pin:
        return Try(Door.MUST_CHANGE if row.must_change else Door.OPEN)
    if new_pin == pin or pins.is_weak(new_pin):
        return Try(Door.TOO_WEAK)
    row.pin_hash, row.must_change, row.changed_at = pins.hashed(new_pin), False, at
    return Try(Door.OPEN)


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
    """Forget the wrong tries of a clerk, whose PIN stays. Whether there is a PIN at all."""
    with Session(engine) as session:
        row = session.get(ClerkSecretRow, clerk)
        if row is None:
            return False
        row.wrong_tries, row.locked_until = 0, None
        session.add(row)
        session.commit()
        return True


def pin_states(engine: Engine) -> dict[str, PinState]:
    """How the PINs are, by clerk; who has none is not there."""
    with Session(engine) as session:
        return {
            row.clerk: PinState(row.clerk, row.must_change, row.wrong_tries, row.locked_until)
            for row in session.exec(select(ClerkSecretRow))
        }


def without_pin(engine: Engine, everybody: Iterable[str]) -> list[str]:
    """Those who could not sign in, for nobody has given them a PIN."""
    known = pin_states(engine)
    return [clerk for clerk in everybody if clerk not in known]


def begin_session(engine: Engine, signed: Signed, at: datetime) -> str:
    """Open a session and return its token, which is kept nowhere.

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


def session_of(engine: Engine, token: str, device: str, day: str) -> Signed | None:
    """Who works under this token on this device today; ``None`` when it is worth nothing."""
    with Session(engine) as session:
        row = session.get(ClerkSessionRow, _hash(token))
        if row is None or (row.device, row.day) != (device, day):
            return None
        return Signed(row.clerk, row.role, row.device, row.day)


def end_sessions(engine: Engine, tokens: Iterable[str]) -> None:
    """These tokens are worth nothing from now on."""
    hashes = [_hash(token) for token in tokens]
    with Session(engine) as session:
        session.execute(delete(ClerkSessionRow).where(col(ClerkSessionRow.token_hash).in_(hashes)))
        session.commit()


def _hash(token: str) -> str:
    # The token is 256 random bits: a slow password hash would add nothing.
    return sha256(token.encode()).hexdigest()
