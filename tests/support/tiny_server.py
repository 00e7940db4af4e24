"""A real websocket server around `TinyOffice`, in a thread of its own, that can be killed."""

import asyncio
import contextlib
import threading
from collections.abc import Coroutine
from http import HTTPStatus
from types import TracebackType
from typing import Any, Self

from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from server.protocol.codec import encode
from server.protocol.messages import Error
from server.protocol.office import Wire
from tests.support.tiny_office import TinyOffice

HOST = "127.0.0.1"


class TinyServer:
    """``with TinyServer() as server`` listens at ``server.url``; the office survives its kills.

    ``refusal`` answers every hello when set; ``forbidden`` turns away at the HTTP door; ``mute``
    does what it is asked and never answers. ``ping_s`` is both interval and patience of its pings.
    """

    def __init__(self, ping_s: float = 20.0) -> None:
        self.office = TinyOffice()
        self.refusal: Error | None = None
        self.forbidden = False
        self.mute = False
        self.connection_count = 0
        self._ping_s = ping_s
        self._port = 0
        self._greeted: set[ServerConnection] = set()
        self._server: Server | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="tiny-server")

    @property
    def url(self) -> str:
        """Where it listens; the same after a restart."""
        return f"ws://{HOST}:{self._port}/ws"

    @property
    def port(self) -> int:
        """The TCP port."""
        return self._port

    def __enter__(self) -> Self:
        self._thread.start()
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def start(self) -> None:
        """Listen, at the port of the first time."""
        self.run(self._start())

    def kill(self) -> None:
        """Break every connection without a word and stop listening."""
        self.run(self._kill())

    def call(self) -> None:
        """Another counter calls; everybody is told."""
        self._loop.call_soon_threadsafe(lambda: self._publish(self.office.call()))

    def say(self, text: str) -> None:
        """Send this to everybody as it is."""
        self._loop.call_soon_threadsafe(lambda: broadcast(self._greeted, text))

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Do this in the server's loop and wait for it."""
        asyncio.run_coroutine_threadsafe(work, self._loop).result(10.0)

    async def _start(self) -> None:
        self._server = await serve(
            self._converse,
            HOST,
            self._port,
            process_request=self._door,
            compression=None,
            ping_interval=self._ping_s,
            ping_timeout=self._ping_s,
        )
        self._port = next(iter(self._server.sockets)).getsockname()[1]

    async def _kill(self) -> None:
        if self._server is None:
            return
        for connection in list(self._server.connections):
            connection.transport.abort()
        self._server.close()
        await self._server.wait_closed()
        self._server = None

    def _door(self, connection: ServerConnection, _request: Request) -> Response | None:
        if self.forbidden:
            return connection.respond(HTTPStatus.FORBIDDEN, "no\n")
        return None

    async def _converse(self, connection: ServerConnection) -> None:
        self.connection_count += 1
        with contextlib.suppress(ConnectionClosed):
            async for text in connection:
                await self._hear(connection, text)
        self._greeted.discard(connection)

    async def _hear(self, connection: ServerConnection, text: str | bytes) -> None:
        if self.refusal is not None:
            await connection.send(encode(self.refusal))
            return
        said = self.office.hear(text)
        if self.mute:
            return
        self._greeted.add(connection)
        for message in said.own:
            await connection.send(encode(message))
        self._publish(said.everyone)

    def _publish(self, messages: list[Wire]) -> None:
        for message in messages:
            broadcast(self._greeted, encode(message))


class SilentProxy:
    """A cable between a client and ``port`` that can be cut without either end being told."""

    def __init__(self, server: TinyServer) -> None:
        self._server = server
        self._whole = asyncio.Event()
        self._pumps: set[asyncio.Task[None]] = set()
        self._listener: asyncio.Server | None = None
        self.url = ""

    def __enter__(self) -> Self:
        self._server.run(self._start())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.run(self._stop())

    def cut(self) -> None:
        """From now on nothing passes, in either direction."""
        self._server.run(self._cut())

    async def _start(self) -> None:
        self._whole.set()
        self._listener = await asyncio.start_server(self._connect, HOST, 0)
        self.url = f"ws://{HOST}:{self._listener.sockets[0].getsockname()[1]}/ws"

    async def _cut(self) -> None:
        self._whole.clear()

    async def _stop(self) -> None:
        assert self._listener is not None
        self._listener.close()
        for pump in self._pumps:
            pump.cancel()
        await asyncio.gather(*self._pumps, return_exceptions=True)
        await self._listener.wait_closed()

    async def _connect(self, near: asyncio.StreamReader, answer: asyncio.StreamWriter) -> None:
        far, question = await asyncio.open_connection(HOST, self._server.port)
        for source, target in ((near, question), (far, answer)):
            pump = asyncio.create_task(self._pump(source, target))
            self._pumps.add(pump)

    async def _pump(self, source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(65536):
                await self._whole.wait()
                target.write(data)
        except ConnectionError:
            pass
        finally:
            target.transport.abort()
