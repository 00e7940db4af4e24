"""Sign-in of clerks: who works at which connection, and which commands need that.

Lives on the event loop; PINs are hashed and sessions kept in threads, two at a time, so that many
sign-ins at once do not slow down calls.
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
from server.protocol.commands import AnyCommand, IssueTicket, ReportDevice, ReportPaper
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Role, SignedIn, SignIn, SignOut
from server.store import clerks
from server.store.clerks import ClerkSession, PinOutcome, PinTry

HASHED_AT_ONCE: Final = 2
STAFF_ROLES: Final = frozenset({Role.COUNTER, Role.WALL})
OF_THE_DEVICE: Final = (ReportDevice, ReportPaper)
"""Commands a device sends about itself, whoever works at it."""
NO_PIN: Final = "no_pin"
"""Detail of ``bad_pin`` for a clerk without a PIN; otherwise the detail is the number of tries
left.
"""

ADVICE: Final = "denluot clerk pins --data DIR"
"""The command that gives everybody without a PIN a first one."""

log = structlog.get_logger("sign_in")


@dataclass(eq=False, slots=True)
class ConnectionClerk:
    """Who works at one connection; nobody while ``clerk`` is empty. ``post`` sends the client a
    text.
    """

    role: Role
    device: str
    post: Callable[[str], None]
    clerk: str = ""
    token: str = ""
    day: str = ""
    busy: asyncio.Lock = field(default_factory=asyncio.Lock)


@dataclass(frozen=True, slots=True)
class SignInRules:
    """What sign-in must know of the office at this moment.

    ``guides`` may issue a ticket although the office is closed or full; when empty, everybody may.
    """

    has_pins: bool
    clerks: tuple[str, ...]
    guides: frozenset[str]
    day: str
    at: datetime


class SignInService:
    """Signs clerks in and out; ``rules`` is asked anew each time."""

    def __init__(self, engine: Engine, rules: Callable[[], SignInRules]) -> None:
        self._engine = engine
        self._rules = rules
        self._workers: set[ConnectionClerk] = set()
        self._hashing = asyncio.Semaphore(HASHED_AT_ONCE)
        self._one_try: dict[str, asyncio.Lock] = {}

    async def say_who_has_no_pin(self) -> None:
        """Log which clerks have no PIN and so cannot sign in."""
        rules = self._rules()
        if not rules.has_pins:
            return
        missing = await asyncio.to_thread(clerks.without_pin, self._engine, rules.clerks)
        if missing:
            say = log.info if len(missing) < len(rules.clerks) else log.warning
            say("clerks_without_pin", clerks=missing, advice=ADVICE)

    async def connected(self, worker: ConnectionClerk, token: str) -> None:
        """A client has connected; with the token of a valid session that session goes on."""
        rules = self._rules()
        if token and rules.has_pins and worker.role in STAFF_ROLES:
            signed = await asyncio.to_thread(
                clerks.session_of, self._engine, token, worker.device, rules.day
            )
            if signed and signed.clerk in rules.clerks and signed.role == worker.role.value:
                worker.clerk, worker.token, worker.day = signed.clerk, token, signed.day
        self._workers.add(worker)

    def disconnected(self, worker: ConnectionClerk) -> None:
        """A client has disconnected; its session stays valid for a reconnect."""
        self._workers.discard(worker)

    def refusal(self, worker: ConnectionClerk, command: AnyCommand) -> tuple[ErrorCode, str] | None:
        """Why this connection may not send a command, as code and detail; ``None`` when it may."""
        if worker.role not in STAFF_ROLES or isinstance(command, OF_THE_DEVICE):
            return None
        rules = self._rules()
        if not rules.has_pins:
            return None
        if not worker.clerk or worker.day != rules.day:
            return ErrorCode.NOT_SIGNED_IN, ""
        acts = getattr(command, "supervisor", "") or getattr(command, "clerk", "")
        if acts and acts != worker.clerk:
            return ErrorCode.NOT_SIGNED_IN, acts
        insists = isinstance(command, IssueTicket) and command.insist
        if insists and rules.guides and worker.clerk not in rules.guides:
            return ErrorCode.FORBIDDEN, "insist"
        return None

    async def sign_in(self, worker: ConnectionClerk, message: SignIn) -> str:
        """Sign a clerk in, or refuse; the answer as wire text."""
        rules = self._rules()
        if not rules.has_pins or worker.role not in STAFF_ROLES:
            return _refused(message.id, ErrorCode.FORBIDDEN, "nobody signs in here")
        if message.clerk not in rules.clerks:
            return _refused(message.id, ErrorCode.UNKNOWN_CLERK, message.clerk)
        async with worker.busy:
            outcome = await self._try(message, rules.at)
            if outcome.outcome is not PinOutcome.OPEN:
                _note(outcome, message.clerk, worker.device)
                return _refused(message.id, *_REFUSALS[outcome.outcome](outcome))
            await self._begin_session(worker, message.clerk, rules)
        changed = bool(message.new_pin)
        log.info("clerk_signed_in", clerk=worker.clerk, device=worker.device, pin_changed=changed)
        return codec.encode(SignedIn(id=message.id, clerk=worker.clerk, session=worker.token))

    async def sign_out(self, worker: ConnectionClerk, message: SignOut) -> str:
        """End the session, if there is one; the answer as wire text."""
        async with worker.busy:
            clerk, token = worker.clerk, worker.token
            worker.clerk = worker.token = ""
            if token:
                await asyncio.to_thread(clerks.end_sessions, self._engine, [token])
                log.info("clerk_signed_out", clerk=clerk, device=worker.device)
        return codec.encode(SignedIn(id=message.id, clerk=""))

    async def review(self) -> None:
        """End sessions that are over: of an earlier day, of a replaced PIN, of a removed clerk."""
        rules = self._rules()
        for worker in [each for each in self._workers if each.clerk]:
            token = worker.token
            if not await self._still_works(worker, rules) and worker.token == token:
                self._end_session(worker)

    async def _still_works(self, worker: ConnectionClerk, rules: SignInRules) -> bool:
        if not rules.has_pins or worker.clerk not in rules.clerks:
            return False
        try:
            signed = await asyncio.to_thread(
                clerks.session_of, self._engine, worker.token, worker.device, rules.day
            )
        except SQLAlchemyError as error:
            # An unreadable store must not end a session in the middle of a service.
            log.error("sessions_unreadable", error=repr(error))
            return worker.day == rules.day
        return signed is not None

    async def _try(self, message: SignIn, at: datetime) -> PinTry:
        # One attempt at a time for each clerk, so that guesses sent at once are all counted.
        one_try = self._one_try.setdefault(message.clerk, asyncio.Lock())
        async with one_try, self._hashing:
            return await asyncio.to_thread(
                clerks.try_pin, self._engine, message.clerk, message.pin, message.new_pin, at
            )

    async def _begin_session(self, worker: ConnectionClerk, clerk: str, rules: SignInRules) -> None:
        signed = ClerkSession(clerk, worker.role.value, worker.device, rules.day)
        if worker.token:
            await asyncio.to_thread(clerks.end_sessions, self._engine, [worker.token])
        token = await asyncio.to_thread(clerks.begin_session, self._engine, signed, rules.at)
        for other in [each for each in self._workers if each is not worker]:
            if (other.clerk, other.role) == (clerk, worker.role):
                self._end_session(other)
        worker.clerk, worker.token, worker.day = clerk, token, rules.day

    def _end_session(self, worker: ConnectionClerk) -> None:
        """End the session of a connection that stays open, and tell its client."""
        log.info("clerk_session_ended", clerk=worker.clerk, device=worker.device)
        worker.clerk = worker.token = ""
        worker.post(codec.encode(SignedIn(id="", clerk="")))


_REFUSALS: Final[dict[PinOutcome, Callable[[PinTry], tuple[ErrorCode, str]]]] = {
    PinOutcome.WRONG: lambda outcome: (ErrorCode.BAD_PIN, str(outcome.tries_left)),
    PinOutcome.NO_PIN: lambda _: (ErrorCode.BAD_PIN, NO_PIN),
    PinOutcome.LOCKED: lambda outcome: (ErrorCode.PIN_LOCKED, str(outcome.wait_s)),
    PinOutcome.MUST_CHANGE: lambda _: (ErrorCode.PIN_MUST_CHANGE, ""),
    PinOutcome.TOO_WEAK: lambda _: (ErrorCode.PIN_TOO_WEAK, ""),
}


def _note(outcome: PinTry, clerk: str, device: str) -> None:
    if outcome.outcome is PinOutcome.LOCKED:
        log.warning("pin_locked", clerk=clerk, device=device, wait_s=outcome.wait_s)
    elif outcome.outcome is PinOutcome.WRONG:
        log.info("pin_wrong", clerk=clerk, device=device, tries_left=outcome.tries_left)


def _refused(message_id: str, code: ErrorCode, detail: str) -> str:
    return codec.encode(Error(id=message_id, code=code, detail=detail))
