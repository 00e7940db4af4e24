"""A link in a thread of its own, for programs whose own thread belongs to a window."""

import asyncio
import contextlib
import logging
import random
import threading
from collections.abc import Callable
from typing import Final

from server.client.address import Address
from server.client.effects import Deliver, StateChanged
from server.client.link import DEFAULT_TIMING, Link, LinkTiming
from server.client.session import Request, Session
from server.protocol.messages import Role, Spoken, Watch

_log = logging.getLogger(__name__)

STOP_S: Final = 5.0


def new_session(
    role: Role, device: str, token: str = "", scope: str = "", *, speaks: bool = False
) -> Session:
    """A session with random delays. Raises ``pydantic.ValidationError`` (device, token, scope)."""
    return Session(role, device, token, scope, jitter=random.random, speaks=speaks)


class Transport:
    """Runs a session in one background thread, where ``on_effect`` is called.

    The other methods may be called from any thread. Raises ``websockets.exceptions.InvalidURI``
    when ``where`` is text and no websocket address.
    """

    def __init__(
        self,
        where: str | Address,
        session: Session,
        on_effect: Callable[[Deliver | StateChanged], None],
        timing: LinkTiming = DEFAULT_TIMING,
    ) -> None:
        self._link = Link(where, session, on_effect, timing)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._stop_asked = asyncio.Event()

    def start(self) -> None:
        """Start the thread. Raises ``RuntimeError`` when it was started before."""
        if self._thread is not None:
            raise RuntimeError("a transport starts once")
        loop = self._loop = asyncio.new_event_loop()
        # A daemon: an app that died without stop() must not live on as a process.
        self._thread = threading.Thread(
            target=self._serve, args=(loop,), name="denluot-link", daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        """The address of the newest attempt, empty before the first."""
        return self._link.url

    def ask(self, message: Request) -> None:
        """See ``Session.ask``. Raises ``RuntimeError`` before ``start``; nothing after ``stop``."""
        self._call(lambda: self._link.ask(message))

    def withdraw(self, request_id: str) -> None:
        """See ``Session.withdraw``; also raises ``RuntimeError`` before ``start``."""
        self._call(lambda: self._link.withdraw(request_id))

    def watch(self, scope: str) -> None:
        """See ``Session.watch``; also raises ``RuntimeError`` before ``start``."""
        checked = Watch(scope=scope)
        self._call(lambda: self._link.watch(checked.scope))

    def tell(self, message: Spoken) -> None:
        """See ``Session.tell``. Raises ``RuntimeError`` before ``start``."""
        self._call(lambda: self._link.tell(message))

    def stop(self) -> None:
        """Close the connection and join the thread; does nothing before ``start`` or a second time.

        Whatever still waited for an answer has been answered when this returns.
        """
        if self._thread is None:
            return
        self._call(self._stop_asked.set)
        self._thread.join(STOP_S)
        if self._thread.is_alive():
            # Only the system's look-up of a host name can take this long.
            _log.warning("the link did not stop within %.0f s", STOP_S)

    def _serve(self, loop: asyncio.AbstractEventLoop) -> None:
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(self._run())

    async def _run(self) -> None:
        running = asyncio.create_task(self._link.run())
        running.add_done_callback(lambda _: self._stop_asked.set())
        await self._stop_asked.wait()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running

    def _call(self, work: Callable[[], None]) -> None:
        if self._loop is None:
            raise RuntimeError("the transport was not started")
        # The loop is closed once the thread ended; nobody is left to do the work then.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(work)
