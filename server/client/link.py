"""Keeps one session connected: the asyncio side of ``session.py``, for one event loop."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, assert_never

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from server.client.address import Address, FixedAddress
from server.client.effects import (
    FINAL_STATES,
    Close,
    Complaint,
    Deliver,
    Effect,
    LinkState,
    Send,
    StateChanged,
)
from server.client.session import Request, Session
from server.protocol.messages import Spoken

_log = logging.getLogger(__name__)

MAX_RECEIVED_BYTES: Final = 4 << 20


@dataclass(frozen=True, slots=True)
class LinkTiming:
    """How long the link waits, in seconds.

    A dead link, from which nothing comes, is known after at most ping interval + ping time-out:
    2.4 s unless told otherwise. A slow one, whose answer to a ping stands behind a long message,
    is not dead. ``ping_interval_s`` ``None`` sends no pings: for hundreds of clients on the
    server's own machine.
    """

    open_timeout_s: float = 3.0
    ping_interval_s: float | None = 1.2
    ping_timeout_s: float | None = 1.2
    close_timeout_s: float = 0.3


DEFAULT_TIMING: Final = LinkTiming()


class _Heard(ClientConnection):
    """A connection that remembers when the last bytes came."""

    heard_at = 0.0

    def data_received(self, data: bytes) -> None:
        self.heard_at = time.monotonic()
        super().data_received(data)


class Link:
    """Runs ``session`` against a server; deliveries and new states go to ``on_effect``.

    ``run`` goes on until it is cancelled. Everything else is called in the loop of ``run``, where
    ``on_effect`` is called too; it must return quickly and not raise. Raises
    ``websockets.exceptions.InvalidURI`` when ``where`` is text and no websocket address. ``url``
    is the address of the newest attempt.
    """

    def __init__(
        self,
        where: str | Address,
        session: Session,
        on_effect: Callable[[Deliver | StateChanged], None],
        timing: LinkTiming = DEFAULT_TIMING,
    ) -> None:
        self._where = FixedAddress(where) if isinstance(where, str) else where
        self.url = ""
        self._session = session
        self._on_effect = on_effect
        self._timing = timing
        self._may_connect = asyncio.Event()
        self._outbox: asyncio.Queue[str | None] = asyncio.Queue()
        self._timer: asyncio.TimerHandle | None = None
        self._timer_at = 0.0
        self._last_why = ""
        self._socket: _Heard | None = None

    async def run(self) -> None:
        """Connect, and connect again, until cancelled; then answer whatever still waits.

        After a final state it only waits to be cancelled.
        """
        self._may_connect.set()
        try:
            while True:
                await self._may_connect.wait()
                why = await self._connect_once()
                self._apply(self._session.closed(time.monotonic(), why))
        finally:
            self._apply(self._session.stop())
            if self._timer is not None:
                self._timer.cancel()

    def ask(self, message: Request) -> None:
        """See ``Session.ask``."""
        self._apply(self._session.ask(message, time.monotonic()))

    def withdraw(self, request_id: str) -> None:
        """See ``Session.withdraw``."""
        self._session.withdraw(request_id)

    def watch(self, scope: str) -> None:
        """See ``Session.watch``."""
        self._apply(self._session.watch(scope))

    def tell(self, message: Spoken) -> None:
        """See ``Session.tell``."""
        self._apply(self._session.tell(message))

    async def _connect_once(self) -> str:
        """One connection from opening to its end; says why it ended."""
        timing = self._timing
        self.url = await self._where.next()
        if not self.url:
            return "no server was found on the network"
        try:
            async with connect(
                self.url,
                compression=None,
                max_size=MAX_RECEIVED_BYTES,
                # The server is in the building: a proxy set in the environment must not be used.
                proxy=None,
                open_timeout=timing.open_timeout_s,
                ping_interval=None,
                close_timeout=timing.close_timeout_s,
                create_connection=_Heard,
            ) as socket:
                assert isinstance(socket, _Heard)  # noqa: S101 -- tells mypy what was asked for
                return await self._converse(socket)
        except (OSError, WebSocketException, TimeoutError) as error:
            return f"{type(error).__name__}: {error}"

    async def _converse(self, socket: _Heard) -> str:
        self._outbox, self._socket = asyncio.Queue(), socket
        tasks = (
            asyncio.create_task(self._write(socket, self._outbox)),
            asyncio.create_task(self._watch_over(socket)),
        )
        try:
            self._apply(self._session.opened(time.monotonic()))
            while True:
                text = await socket.recv(decode=False)
                self._apply(self._session.received(text, time.monotonic()))
        except ConnectionClosed as closed:
            return str(closed)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    async def _watch_over(self, socket: _Heard) -> None:
        """Close a connection on which nothing comes any more, not even the answer to a ping."""
        interval_s, timeout_s = self._timing.ping_interval_s, self._timing.ping_timeout_s
        if interval_s is None or timeout_s is None:
            return
        try:
            while True:
                await asyncio.sleep(interval_s)
                sent_at = time.monotonic()
                pong = asyncio.ensure_future(await socket.ping())
                while not pong.done():
                    left_s = max(sent_at, socket.heard_at) + timeout_s - time.monotonic()
                    if left_s <= 0:
                        socket.transport.abort()
                        return
                    await asyncio.wait([pong], timeout=left_s)
                await pong
        except ConnectionClosed:
            # The reader gets the same news and says why.
            return

    async def _write(self, socket: ClientConnection, outbox: asyncio.Queue[str | None]) -> None:
        try:
            while (text := await outbox.get()) is not None:
                await socket.send(text)
        except ConnectionClosed:
            # The reader gets the same news and says why.
            return
        await socket.close()

    def _apply(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            match effect:
                case Send(text=text):
                    self._outbox.put_nowait(text)
                case Close(why=why):
                    _log.warning("closing the connection to %s: %s", self.url, why)
                    self._outbox.put_nowait(None)
                case Complaint(code=code, detail=detail):
                    _log.warning("the server could not take a message: %s %s", code, detail)
                case StateChanged():
                    self._enter(effect)
                case Deliver():
                    self._on_effect(effect)
                case _:
                    assert_never(effect)
        self._arm()

    def _enter(self, change: StateChanged) -> None:
        if change.state is LinkState.CONNECTING:
            self._may_connect.set()
        elif change.state is LinkState.LOST or change.state in FINAL_STATES:
            self._may_connect.clear()
        self._note(change)
        self._on_effect(change)

    def _note(self, change: StateChanged) -> None:
        # A night without a server is one log line, not ten thousand.
        if change.state is LinkState.LIVE:
            self._last_why = ""
            self._where.worked(self.url)
            _log.info("connected to %s", self.url)
        elif change.why and change.why != self._last_why:
            self._last_why = change.why
            _log.info("%s: %s: %s", self.url, change.state, change.why)

    def _arm(self) -> None:
        wake_at = self._session.wake_at
        if wake_at is None or (self._timer is not None and self._timer_at <= wake_at):
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer_at = wake_at
        delay_s = max(0.0, wake_at - time.monotonic())
        self._timer = asyncio.get_running_loop().call_later(delay_s, self._tick)

    def _tick(self) -> None:
        self._timer = None
        if self._socket is not None:
            self._session.hearing(self._socket.heard_at)
        self._apply(self._session.tick(time.monotonic()))
