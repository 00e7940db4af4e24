"""The clerks' door: who works at which connection, and what only a signed-in clerk may ask for.

Lives on the event loop; PINs are hashed and sessions kept in threads, two at a time, so that a
morning's rush of sign-ins costs no call its speed.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

import structlog
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from server.protocol import codec
from server.protocol.commands import AnyCommand, IssueTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Role, SignedIn, SignIn, SignOut
from server.store import clerks
from server.store.clerks import Door, Signed, Try

HASHED_AT_ONCE: Final = 2
STAFF_ROLES: Final = frozenset({Role.COUNTER, Role.WALL})
OF_THE_DEVICE: Final = frozenset({"report_device", "report_paper"})
"""What a device says of itself, whoever works at it."""
NO_PIN: Final = "no_pin"
"""Detail of ``bad_pin`` for a clerk who was given none yet; otherwise it is the tries left."""

ADVICE: Final = "denluot clerk pins --data DIR"
"""The command that gives everybody without a PIN a first one."""

log = structlog.get_logger("sign_in")


@dataclass(eq=False, slots=True)
class Badge:
    """Who works at one connection; nobody while ``clerk`` is empty. ``post`` sends it a text."""

    role: Role
    device: str
    post: Callable[[str], None]
    clerk: str = ""
    token: str = ""
    day: str = ""
    busy: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True, slots=True)
class DoorRules:
    """What the door must know of the office at this moment.

    ``guides`` may give a number although the office is closed or full; nobody named: everybody.
    """

    has_pins: bool
    clerks: tuple[str, ...]
    guides: frozenset[str]
    day: str
    at: datetime


class ClerksDoor:
    """Signs clerks in and out; ``rules`` is asked anew each time."""

    def __init__(self, engine: Engine, rules: Callable[[], DoorRules]) -> None:
        self._engine = engine
        self._rules = rules
        self._badges: set[Badge] = set()
        self._hashing = asyncio.Semaphore(HASHED_AT_ONCE)
        self._one_try: dict[str, asyncio.Lock] = {}

    async def say_who_has_no_pin(self) -> None:
        """A line in the log for an office in which some, or all, could not sign in."""
        rules = self._rules()
        if not rules.has_pins:
            return
        missing = await asyncio.to_thread(clerks.without_pin, self._engine, rules.clerks)
        if missing:
            say = log.info if len(missing) < len(rules.clerks) else log.warning
            say("clerks_without_pin", clerks=missing, advice=ADVICE)

    async def enter(self, badge: Badge, token: str) -> None:
        """A connection comes, or comes back with the token of a session that may go on."""
        rules = self._rules()
        if token and rules.has_pins and badge.role in STAFF_ROLES:
            signed = await asyncio.to_thread(
                clerks.session_of, self._engine, token, badge.device, rules.day
            )
            if signed and signed.clerk in rules.clerks and signed.role == badge.role.value:
                badge.clerk, badge.token, badge.day = signed.clerk, token, signed.day
        self._badges.add(badge)

    def leave(self, badge: Badge) -> None:
        """The connection is gone; the session waits for its return."""
        self._badges.discard(badge)

    def refusal(self, badge: Badge, command: AnyCommand) -> tuple[ErrorCode, str] | None:
        """Why a command may not be asked for at this connection; ``None`` when it may."""
        if badge.role not in STAFF_ROLES or command.kind in OF_THE_DEVICE:
            return None
        rules = self._rules()
        if not rules.has_pins:
            return None
        if not badge.clerk or badge.day != rules.day:
            return ErrorCode.NOT_SIGNED_IN, ""
        acts = getattr(command, "supervisor", "") or getattr(command, "clerk", "")
        if acts and acts != badge.clerk:
            return ErrorCode.NOT_SIGNED_IN, acts
        insists = isinstance(command, IssueTicket) and command.insist
        if insists and rules.guides and badge.clerk not in rules.guides:
            return ErrorCode.FORBIDDEN, "insist"
        return None

    async def sign_in(self, badge: Badge, message: SignIn) -> str:
        """Let a clerk in, or say why not; the answer as wire text."""
        rules = self._rules()
        if not rules.has_pins or badge.role not in STAFF_ROLES:
            return _refused(message.id, ErrorCode.FORBIDDEN, "nobody signs in here")
        if message.clerk not in rules.clerks:
            return _refused(message.id, ErrorCode.UNKNOWN_CLERK, message.clerk)
        async with badge.busy:
            outcome = await self._try(message, rules.at)
            if outcome.door is not Door.OPEN:
                _note(outcome, message.clerk, badge.device)
                return _refused(message.id, *_REFUSALS[outcome.door](outcome))
            await self._wear(badge, message.clerk, rules)
        changed = bool(message.new_pin)
        log.info("clerk_signed_in", clerk=badge.clerk, device=badge.device, pin_changed=changed)
        return codec.encode(SignedIn(id=message.id, clerk=badge.clerk, session=badge.token))

    async def sign_out(self, badge: Badge, message: SignOut) -> str:
        """End the session; the answer as wire text. Who is not signed in is answered alike."""
        async with badge.busy:
            clerk, token = badge.clerk, badge.token
            badge.clerk = badge.token = ""
            if token:
                await asyncio.to_thread(clerks.end_sessions, self._engine, [token])
                log.info("clerk_signed_out", clerk=clerk, device=badge.device)
        return codec.encode(SignedIn(id=message.id, clerk=""))

    async def review(self) -> None:
        """End what ended without the clerk: the day, a PIN given anew, a clerk who is no more."""
        rules = self._rules()
        for badge in [each for each in self._badges if each.clerk]:
            token = badge.token
            if not await self._still_works(badge, rules) and badge.token == token:
                self._turn_out(badge)

    async def _still_works(self, badge: Badge, rules: DoorRules) -> bool:
        if not rules.has_pins or badge.clerk not in rules.clerks:
            return False
        try:
            signed = await asyncio.to_thread(
                clerks.session_of, self._engine, badge.token, badge.device, rules.day
            )
        except SQLAlchemyError as error:
            # Not to know is no reason to throw somebody out amid a service.
            log.error("sessions_unreadable", error=repr(error))
            return badge.day == rules.day
        return signed is not None

    async def _try(self, message: SignIn, at: datetime) -> Try:
        # One try after the other: guesses sent all at once must not all be counted as the first.
        one_try = self._one_try.setdefault(message.clerk, asyncio.Lock())
        async with one_try, self._hashing:
            return await asyncio.to_thread(
                clerks.try_pin, self._engine, message.clerk, message.pin, message.new_pin, at
            )

    async def _wear(self, badge: Badge, clerk: str, rules: DoorRules) -> None:
        signed = Signed(clerk, badge.role.value, badge.device, rules.day)
        if badge.token:
            await asyncio.to_thread(clerks.end_sessions, self._engine, [badge.token])
        token = await asyncio.to_thread(clerks.begin_session, self._engine, signed, rules.at)
        for other in [each for each in self._badges if each is not badge]:
            if (other.clerk, other.role) == (clerk, badge.role):
                self._turn_out(other)
        badge.clerk, badge.token, badge.day = clerk, token, rules.day

    def _turn_out(self, badge: Badge) -> None:
        """The session of a connection that goes on is over: it is told so without having asked."""
        log.info("clerk_session_ended", clerk=badge.clerk, device=badge.device)
        badge.clerk = badge.token = ""
        badge.post(codec.encode(SignedIn(id="", clerk="")))


_REFUSALS: Final[dict[Door, Callable[[Try], tuple[ErrorCode, str]]]] = {
    Door.WRONG: lambda outcome: (ErrorCode.BAD_PIN, str(outcome.tries_left)),
    Door.NO_PIN: lambda _: (ErrorCode.BAD_PIN, NO_PIN),
    Door.LOCKED: lambda outcome: (ErrorCode.PIN_LOCKED, str(outcome.wait_s)),
    Door.MUST_CHANGE: lambda _: (ErrorCode.PIN_MUST_CHANGE, ""),
    Door.TOO_WEAK: lambda _: (ErrorCode.PIN_TOO_WEAK, ""),
}


def _note(outcome: Try, clerk: str, device: str) -> None:
    if outcome.door is Door.LOCKED:
        log.warning("pin_locked", clerk=clerk, device=device, wait_s=outcome.wait_s)
    elif outcome.door is Door.WRONG:
        log.info("pin_wrong", clerk=clerk, device=device, tries_left=outcome.tries_left)


def _refused(message_id: str, code: ErrorCode, detail: str) -> str:
    return codec.encode(Error(id=message_id, code=code, detail=detail))
