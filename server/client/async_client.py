"""A complete client for asyncio programs: simulator, bench, tests. Hundreds fit in one loop."""

import asyncio
import contextlib
import time
import uuid
from collections import deque
from collections.abc import Callable
from datetime import datetime
from types import TracebackType
from typing import Final, Self

from server.client.address import Address
from server.client.effects import (
    FINAL_STATES,
    Answer,
    Deliver,
    Delivery,
    LinkState,
    Outcome,
    StateChanged,
)
from server.client.link import DEFAULT_TIMING, Link, LinkTiming
from server.client.session import Request
from server.client.transport import new_session
from server.protocol.commands import AnyCommand
from server.protocol.messages import (
    AnyQuery,
    Appointment,
    CallNotice,
    CommandMessage,
    Error,
    PrintNotice,
    Query,
    Result,
    Role,
    SignedIn,
    SignIn,
    SignOut,
    SpeakerMessage,
    Spoken,
    Standing,
    Story,
    Welcome,
    WhatIf,
)
from server.protocol.views import AnyView

KEPT_NOTICES: Final = 1000


class LinkRefused(Exception):
    """The server will not have this client; ``state`` is ``refused`` or ``incompatible``."""

    def __init__(self, state: LinkState) -> None:
        super().__init__(state.value)
        self.state = state


class AsyncClient:
    """``async with AsyncClient(where, role, device) as client`` is greeted when it enters.

    From then on it reconnects by itself. ``welcome`` and ``view`` are the newest; ``notices`` are
    the calls not yet taken out, oldest first, at most 1,000; ``print_notices`` those for a kiosk;
    ``is_speaker``: this display speaks for its zone; ``spoken``: what another display spoke.
    ``listener`` is called with each delivery as it comes and must return quickly. Entering raises
    ``TimeoutError`` when nobody greets within ``greeted_within_s``, and ``LinkRefused``.
    """

    def __init__(
        self,
        where: str | Address,
        role: Role,
        device: str,
        token: str = "",
        scope: str = "",
        *,
        timing: LinkTiming = DEFAULT_TIMING,
        greeted_within_s: float = 10.0,
        listener: Callable[[Delivery], None] | None = None,
        speaks: bool = False,
    ) -> None:
        self.notices: deque[CallNotice] = deque(maxlen=KEPT_NOTICES)
        self.print_notices: deque[PrintNotice] = deque(maxlen=KEPT_NOTICES)
        self.is_speaker = False
        self.spoken: deque[str] = deque(maxlen=KEPT_NOTICES)
        self._session = new_session(role, device, token, scope, speaks=speaks)
        self._link = Link(where, self._session, self._on_effect, timing)
        self._greeted_within_s = greeted_within_s
        self._listener = listener
        self._welcome: Welcome | None = None
        self._view: AnyView | None = None
        self._answers: dict[str, asyncio.Future[Outcome]] = {}
        self._news = asyncio.Event()
        self._running: asyncio.Task[None] | None = None

    @property
    def state(self) -> LinkState:
        """Where the conversation is now."""
        return self._session.state

    @property
    def welcome(self) -> Welcome:
        """The newest greeting. Raises ``RuntimeError`` before the first."""
        if self._welcome is None:
            raise RuntimeError("not greeted yet")
        return self._welcome

    @property
    def view(self) -> AnyView:
        """The newest view. Raises ``RuntimeError`` before the first greeting."""
        if self._view is None:
            raise RuntimeError("not greeted yet")
        return self._view

    def now(self) -> datetime:
        """The office's time now, aware. Raises ``RuntimeError`` before the first greeting."""
        if self._session.clock is None:
            raise RuntimeError("not greeted yet")
        return self._session.clock.now(time.monotonic())

    async def ask(
        self, command: AnyCommand, command_id: str | None = None, timeout_s: float | None = None
    ) -> Result | Error:
        """Have a command carried out, through any number of reconnects, and give its answer.

        Without an answer from the server it is ``overloaded`` after 30 s. Raises ``TimeoutError``
        after ``timeout_s`` when that is shorter, ``ValueError`` when ``command_id`` is waiting
        already, ``RuntimeError`` outside of ``async with``.
        """
        message = CommandMessage(id=command_id or uuid.uuid4().hex, command=command)
        outcome = await self._answer_to(message, timeout_s)
        assert isinstance(outcome, Result | Error)  # noqa: S101 -- the protocol answers commands so
        return outcome

    async def query(
        self, query: AnyQuery, timeout_s: float | None = None
    ) -> Story | Standing | Appointment | WhatIf | Error:
        """Ask something that changes nothing; raises as ``ask`` does."""
        outcome = await self._answer_to(Query(id=uuid.uuid4().hex, query=query), timeout_s)
        assert not isinstance(outcome, Result | SignedIn)  # noqa: S101 -- nor queries
        return outcome

    async def sign_in(self, clerk: str, pin: str, new_pin: str = "") -> SignedIn | Error:
        """Say who works here; continued after every reconnect. Raises as ``ask`` does."""
        message = SignIn(id=uuid.uuid4().hex, clerk=clerk, pin=pin, new_pin=new_pin)
        outcome = await self._answer_to(message, None)
        assert isinstance(outcome, SignedIn | Error)  # noqa: S101 -- the protocol answers so
        return outcome

    async def sign_out(self) -> SignedIn | Error:
        """The clerk leaves. Raises as ``ask`` does."""
        outcome = await self._answer_to(SignOut(id=uuid.uuid4().hex), None)
        assert isinstance(outcome, SignedIn | Error)  # noqa: S101 -- the protocol answers so
        return outcome

    async def _answer_to(self, message: Request, timeout_s: float | None) -> Outcome:
        if self._running is None or self._running.done():
            raise RuntimeError("the client is not running")
        if message.id in self._answers:
            raise ValueError(f"{message.id} is waiting for its answer already")
        answer: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()
        self._answers[message.id] = answer
        try:
            self._link.ask(message)
            async with asyncio.timeout(timeout_s):
                return await answer
        finally:
            del self._answers[message.id]

    def tell_spoken(self, n: str) -> None:
        """Say that notice ``n`` was spoken to its end by this display."""
        self._link.tell(Spoken(n=n))

    def watch(self, scope: str) -> None:
        """Ask for views of ``scope`` from now on."""
        self._link.watch(scope)

    async def wait_for(self, condition: Callable[[Self], bool], timeout_s: float = 5.0) -> None:
        """Return once ``condition(self)`` holds; it is asked again after everything that comes.

        It sees the newest state only, not each on the way. Raises ``TimeoutError``.
        """
        async with asyncio.timeout(timeout_s):
            while not condition(self):
                await self._news.wait()

    async def next_notice(self, timeout_s: float = 5.0) -> CallNotice:
        """Take the oldest call out of ``notices``, waiting for one. Raises ``TimeoutError``."""
        await self.wait_for(lambda client: bool(client.notices), timeout_s)
        return self.notices.popleft()

    async def __aenter__(self) -> Self:
        self._running = asyncio.create_task(self._link.run())
        try:
            await self.wait_for(_settled, self._greeted_within_s)
        except BaseException:
            await self._stop()
            raise
        if self.state in FINAL_STATES:
            await self._stop()
            raise LinkRefused(self.state)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._stop()

    async def _stop(self) -> None:
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running

    def _on_effect(self, effect: Deliver | StateChanged) -> None:
        if isinstance(effect, Deliver):
            self._take(effect.what)
        # Everyone waiting on the old event wakes; whoever waits again waits for the next one.
        self._news.set()
        self._news = asyncio.Event()

    def _take(self, what: Delivery) -> None:
        match what:
            case Answer(request_id=request_id, outcome=outcome):
                answer = self._answers.get(request_id)
                if answer is not None and not answer.done():
                    answer.set_result(outcome)
            case CallNotice():
                self.notices.append(what)
            case PrintNotice():
                self.print_notices.append(what)
            case SpeakerMessage(speaks=speaks):
                self.is_speaker = speaks
            case Spoken():
                self.spoken.append(what.n)
            case Welcome():
                self._welcome = what
            case _:
                self._view = what
        if self._listener is not None:
            self._listener(what)


def _settled(client: AsyncClient) -> bool:
    return client.state is LinkState.LIVE or client.state in FINAL_STATES
