"""One device's conversation with the server: no I/O, no thread, no clock.

Whatever drives it (``server/client/link.py``) tells it what happened and at which monotonic second,
then carries out the effects it returns, in their order.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from server.client.effects import (
    FINAL_STATES,
    Answer,
    Close,
    Complaint,
    Deliver,
    Effect,
    LinkState,
    Notice,
    Outcome,
    Send,
    StateChanged,
)
from server.client.server_clock import ServerClock
from server.protocol.codec import BadMessage, decode_server, encode
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    CallNotice,
    CommandMessage,
    Error,
    Hello,
    OfficeMessage,
    PrintNotice,
    Query,
    Role,
    ServerMessage,
    SignedIn,
    SignIn,
    SignOut,
    SpeakerMessage,
    Spoken,
    ViewMessage,
    Watch,
    Welcome,
)
from server.protocol.version import OLDEST_ACCEPTED, PROTOCOL_VERSION
from server.protocol.views import AnyView

ANSWER_S: Final = 30.0
GREETING_S: Final = 5.0
STEADY_S: Final = 3.0

Request = CommandMessage | Query | SignIn | SignOut
"""What gets exactly one answer."""

MAX_PENDING: Final = 64
SHORTEST_DELAY_S: Final = 0.2
LONGEST_DELAY_S: Final = 3.0


def backoff(jitter: Callable[[], float]) -> Iterator[float]:
    """Seconds to wait before each next attempt, endlessly, all within 0.2 to 3.

    ``jitter`` gives numbers in [0, 1). The whole span is drawn from, so that the devices of an
    office do not all come back in the same moment after a power cut.
    """
    span_s = 2 * SHORTEST_DELAY_S
    while True:
        yield SHORTEST_DELAY_S + (span_s - SHORTEST_DELAY_S) * jitter()
        span_s = min(2 * span_s, LONGEST_DELAY_S)


@dataclass(frozen=True, slots=True)
class _Pending:
    text: str
    answer_by: float


class Session:
    """The state machine. Every ``now`` is a monotonic second and never goes back.

    ``jitter`` gives numbers in [0, 1). ``state`` and ``clock`` may be read at any time; ``clock``
    is ``None`` until the first greeting. Raises ``pydantic.ValidationError`` when the device, the
    token or the scope cannot be said on the wire.
    """

    def __init__(
        self,
        role: Role,
        device: str,
        token: str = "",
        scope: str = "",
        *,
        jitter: Callable[[], float],
        speaks: bool = False,
    ) -> None:
        self._hello = Hello(
            protocol=PROTOCOL_VERSION,
            role=role,
            device=device,
            token=token,
            scope=scope,
            speaks=speaks,
        )
        self.state = LinkState.CONNECTING
        self.clock: ServerClock | None = None
        self._jitter = jitter
        self._delays = backoff(jitter)
        self._retry_at: float | None = None
        self._greet_by: float | None = None
        self._live_since: float | None = None
        self._hung_up = False
        self._scope = scope
        self._told_scope = scope
        self._pending: dict[str, _Pending] = {}
        self._seen: str | None = None
        self._shown: tuple[str, int] | None = None
        self._welcome: Welcome | None = None
        self._view: AnyView | None = None
        self._refusal = ErrorCode.OVERLOADED

    @property
    def wake_at(self) -> float | None:
        """The monotonic second at which to call ``tick``; ``None`` when there is no need."""
        deadlines = [at for at in (self._retry_at, self._greet_by) if at is not None]
        oldest = next(iter(self._pending.values()), None)
        if oldest is not None:
            deadlines.append(oldest.answer_by)
        return min(deadlines, default=None)

    def opened(self, now: float) -> list[Effect]:
        """A connection is up: greet."""
        self._hung_up = False
        self._greet_by = now + GREETING_S
        self._told_scope = self._scope
        hello = self._hello.model_copy(update={"scope": self._scope, "resume_from": self._seen})
        return [self._enter(LinkState.GREETING), Send(encode(hello))]

    def closed(self, now: float, why: str) -> list[Effect]:
        """The connection ended, or could not be made: wait a little, then try again."""
        self._greet_by = None
        if self.state in FINAL_STATES or self.state is LinkState.LOST:
            return []
        if self._live_since is not None and now - self._live_since >= STEADY_S:
            self._delays = backoff(self._jitter)
        self._live_since = None
        self._retry_at = now + next(self._delays)
        return [self._enter(LinkState.LOST, why)]

    def tick(self, now: float) -> list[Effect]:
        """Time has passed: whatever is due by ``now``."""
        effects: list[Effect] = []
        if self._retry_at is not None and now >= self._retry_at:
            self._retry_at = None
            effects.append(self._enter(LinkState.CONNECTING))
        if self._greet_by is not None and now >= self._greet_by:
            effects += self._hang_up("the server did not greet")
        return effects + self._expire(now)

    def hearing(self, at: float) -> None:
        """Bytes came at that second, perhaps part of a long message: put off the greeting's
        time-out.
        """
        if self._greet_by is not None:
            self._greet_by = max(self._greet_by, at + GREETING_S)

    def ask(self, message: Request, now: float) -> list[Effect]:
        """Send a command or query; its id is used for every re-sending.

        Exactly one ``Answer`` follows: the server's, or ``overloaded`` after 30 s without one or
        at once when 64 are waiting already. An id that is still waiting is not asked twice.
        """
        if message.id in self._pending:
            return []
        if self.state in FINAL_STATES:
            return [_refusal(message.id, self._refusal, "the link is closed for good")]
        if len(self._pending) >= MAX_PENDING:
            return [_refusal(message.id, ErrorCode.OVERLOADED, "too many commands are waiting")]
        text = encode(message)
        self._pending[message.id] = _Pending(text, now + ANSWER_S)
        return [Send(text)] if self.state is LinkState.LIVE else []

    def withdraw(self, request_id: str) -> None:
        """Forget a request: it is not sent again, and no ``Answer`` comes any more.

        Whether the server has heard of it, or will yet, nobody can say.
        """
        self._pending.pop(request_id, None)

    def watch(self, scope: str) -> list[Effect]:
        """Ask for views of ``scope`` from now on, after every reconnect too."""
        message = Watch(scope=scope)
        self._scope = scope
        if self.state is not LinkState.LIVE or scope == self._told_scope:
            return []
        self._told_scope = scope
        return [Send(encode(message))]

    def tell(self, message: Spoken) -> list[Effect]:
        """Send a message that is of no use later: only while the link is live."""
        return [Send(encode(message))] if self.state is LinkState.LIVE else []

    def stop(self) -> list[Effect]:
        """Nothing more will come: whatever is still waiting is answered ``overloaded``."""
        return self._refuse_all(ErrorCode.OVERLOADED, "the client was stopped")

    def received(self, text: str | bytes, now: float) -> list[Effect]:
        """A message came. One that cannot be understood ends the connection."""
        if self._hung_up or self.state not in (LinkState.GREETING, LinkState.LIVE):
            return []
        try:
            message = decode_server(text)
            if isinstance(message, Error) and message.id is None:
                return self._faulted(message)
            if self.state is LinkState.GREETING and not isinstance(message, Welcome):
                return self._hang_up(f"{message.type} before the welcome")
            return self._live_message(message, now)
        except BadMessage as error:
            return self._hang_up(f"unreadable message: {error}")

    def _live_message(self, message: ServerMessage, now: float) -> list[Effect]:
        match message:
            case ViewMessage(view=view):
                return self._viewed(view)
            case OfficeMessage():
                return self._changed_office(message, now)
            case CallNotice() | PrintNotice():
                return self._noticed(message)
            case SpeakerMessage() | Spoken():
                return [Deliver(message)]
            case Welcome():
                return self._welcomed(message, now)
            case _:
                return self._answered(message)

    def _welcomed(self, welcome: Welcome, now: float) -> list[Effect]:
        if welcome.protocol < OLDEST_ACCEPTED:
            why = f"the server speaks protocol {welcome.protocol}"
            return self._give_up(LinkState.INCOMPATIBLE, ErrorCode.INCOMPATIBLE_PROTOCOL, why)
        first = self.state is LinkState.GREETING
        if first:
            self._start_notices(welcome.last_notice)
        self.clock = ServerClock.read(welcome, now)
        self._shown = (welcome.view.day, welcome.view.version)
        self._welcome, self._view = welcome, welcome.view
        if not welcome.clerk:
            # The sign-in is over: its token must not be kept.
            self._hello = self._hello.model_copy(update={"session": ""})
        news: list[Effect] = [Deliver(welcome), Deliver(welcome.view)]
        return news + self._go_live(now) if first else news

    def _go_live(self, now: float) -> list[Effect]:
        self._greet_by = None
        self._live_since = now
        effects: list[Effect] = [self._enter(LinkState.LIVE)]
        effects += self.watch(self._scope)
        return effects + [Send(pending.text) for pending in self._pending.values()]

    def _changed_office(self, message: OfficeMessage, now: float) -> list[Effect]:
        """Deliver it as a greeting, which apps handle already."""
        welcome, view, clock = self._welcome, self._view, self.clock
        if welcome is None or view is None or clock is None:
            return self._hang_up("an office before the welcome")
        self._welcome = welcome.model_copy(
            update={
                "office": message.office,
                "view": view,
                "at": clock.now(now),
                "last_notice": self._seen or welcome.last_notice,
            }
        )
        return [Deliver(self._welcome), Deliver(view)]

    def _start_notices(self, newest: str) -> None:
        # A log that ends before what was seen is another log (a restored backup, a new demo):
        # going on from the old place would swallow its calls.
        if self._seen is None or _position(newest) < _position(self._seen):
            self._seen = newest

    def _noticed(self, notice: Notice) -> list[Effect]:
        if self._seen is not None and _position(notice.n) <= _position(self._seen):
            return []
        self._seen = notice.n
        return [Deliver(notice)]

    def _viewed(self, view: AnyView) -> list[Effect]:
        version = (view.day, view.version)
        if self._shown is not None and version < self._shown:
            return []
        self._shown, self._view = version, view
        return [Deliver(view)]

    def _answered(self, outcome: Outcome) -> list[Effect]:
        by_itself = isinstance(outcome, SignedIn) and not outcome.id
        asked = outcome.id is not None and self._pending.pop(outcome.id, None) is not None
        if outcome.id is None or not (asked or by_itself):
            return []
        if isinstance(outcome, SignedIn):
            self._work_as(outcome.clerk, outcome.session)
        return [Deliver(Answer(outcome.id, outcome))]

    def _work_as(self, clerk: str, session: str) -> None:
        """Remember who is signed in here; it is repeated in every hello."""
        self._hello = self._hello.model_copy(update={"session": session})
        if self._welcome is not None:
            self._welcome = self._welcome.model_copy(update={"clerk": clerk})

    def _faulted(self, error: Error) -> list[Effect]:
        why = f"{error.code} {error.detail}".rstrip()
        greeting = self.state is LinkState.GREETING
        if error.code is ErrorCode.INCOMPATIBLE_PROTOCOL:
            return self._give_up(LinkState.INCOMPATIBLE, error.code, why)
        if error.code is ErrorCode.BAD_TOKEN or (greeting and error.code is ErrorCode.FORBIDDEN):
            return self._give_up(LinkState.REFUSED, error.code, why)
        return self._hang_up(why) if greeting else [Complaint(error.code, error.detail)]

    def _give_up(self, state: LinkState, code: ErrorCode, why: str) -> list[Effect]:
        self._refusal = code
        self._greet_by = None
        return [self._enter(state, why), *self._refuse_all(code, why), Close(why)]

    def _hang_up(self, why: str) -> list[Effect]:
        self._hung_up = True
        self._greet_by = None
        return [Close(why)]

    def _expire(self, now: float) -> list[Effect]:
        late = [id_ for id_, pending in self._pending.items() if now >= pending.answer_by]
        for command_id in late:
            del self._pending[command_id]
        detail = f"no answer within {ANSWER_S:.0f} s"
        return [_refusal(command_id, ErrorCode.OVERLOADED, detail) for command_id in late]

    def _refuse_all(self, code: ErrorCode, detail: str) -> list[Effect]:
        waiting = list(self._pending)
        self._pending.clear()
        return [_refusal(command_id, code, detail) for command_id in waiting]

    def _enter(self, state: LinkState, why: str = "") -> StateChanged:
        self.state = state
        return StateChanged(state, why)


def _refusal(command_id: str, code: ErrorCode, detail: str) -> Deliver:
    return Deliver(Answer(command_id, Error(id=command_id, code=code, detail=detail)))


def _position(notice: str) -> tuple[str, int]:
    """Where a notice stands: its day, then its version as a number."""
    day, _, version = notice.rpartition("/")
    try:
        return day, int(version)
    except ValueError:
        raise BadMessage(f"no notice position: {notice!r}") from None
