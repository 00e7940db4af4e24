"""The same things through a real server process, with the thinnest client there is."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from bench.measure import Sample
from server.protocol.version import PROTOCOL_VERSION

SERVICE, COUNTER, CLERK = "chung_thuc", "q6", "cb02"
ANSWER_TIMEOUT_S = 20.0


class Thin:
    """A client that sends prepared text and looks only at what it waits for."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection

    @classmethod
    @asynccontextmanager
    async def joined(cls, url: str, role: str, scope: str = "") -> AsyncIterator["Thin"]:
        """Connected and greeted."""
        async with connect(url, compression=None, max_size=None, ping_interval=None) as connection:
            hello = {
                "type": "hello",
                "protocol": PROTOCOL_VERSION,
                "role": role,
                "device": f"bench-{secrets.token_hex(3)}",
                "scope": scope,
            }
            await connection.send(json.dumps(hello))
            thin = cls(connection)
            await thin.until('{"type":"welcome"')
            yield thin

    async def until(self, beginning: str) -> str:
        """The next text that begins so; others are skipped, but an error ends the bench."""
        async with asyncio.timeout(ANSWER_TIMEOUT_S):
            while True:
                text = await self._connection.recv(decode=True)
                if text.startswith(beginning):
                    return text
                if text.startswith('{"type":"error"'):
                    raise RuntimeError(text)

    async def ask(self, **command: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        await self.send(**command)
        answer = json.loads(await self.until('{"type":"result"'))
        return dict(answer)

    async def send(self, **command: Any) -> None:
        """Send a command."""
        message = {"type": "command", "id": secrets.token_hex(8), "command": command}
        await self._connection.send(json.dumps(message))

    async def issue(self) -> dict[str, Any]:
        """Take a number."""
        return await self.ask(kind="issue_ticket", ticket=secrets.token_hex(5), service=SERVICE)


async def hops(url: str, count: int) -> Sample:
    """Round trips of a bare echo, of a command's size."""
    sample = Sample()
    async with connect(url, compression=None, ping_interval=None) as connection:
        for _ in range(count):
            with sample.timed():
                await connection.send("x" * 200)
                await connection.recv()
    return sample


async def issues(url: str, count: int) -> Sample:
    """Round trips of one kiosk taking numbers."""
    sample = Sample()
    async with Thin.joined(url, "kiosk") as kiosk:
        for _ in range(count):
            with sample.timed():
                await kiosk.issue()
    return sample


async def calls(url: str, count: int) -> Sample:
    """From *Gọi tiếp* leaving the clerk to the call reaching a display."""
    sample = Sample()
    async with (
        Thin.joined(url, "kiosk") as kiosk,
        Thin.joined(url, "counter") as clerk,
        Thin.joined(url, "display") as display,
    ):
        desk = {"counter": COUNTER, "clerk": CLERK}
        await clerk.ask(kind="open_counter", **desk)
        for _ in range(count):
            await kiosk.issue()
            with sample.timed():
                await clerk.send(kind="call_next", **desk)
                notice = json.loads(await display.until('{"type":"notice"'))
            await _finish(clerk, desk | {"ticket": notice["ticket"]})
        await clerk.ask(kind="close_counter", **desk)
    return sample


async def _finish(clerk: Thin, held: dict[str, str]) -> None:
    await clerk.until('{"type":"result"')
    await clerk.ask(kind="start_service", **held)
    await clerk.ask(kind="complete_ticket", outcome="tiep_nhan", **held)


async def tickets_per_second(url: str, clients: int, each: int) -> float:
    """Durable tickets a second with so many kiosks at once."""
    async with AsyncExitStack() as stack:
        kiosks = [
            await stack.enter_async_context(Thin.joined(url, "kiosk")) for _ in range(clients)
        ]

        async def rush(kiosk: Thin) -> None:
            for _ in range(each):
                await kiosk.issue()

        loop = asyncio.get_running_loop()
        began = loop.time()
        await asyncio.gather(*map(rush, kiosks))
        return clients * each / (loop.time() - began)


async def fanout(url: str, displays: int, count: int) -> Sample:
    """From *Gọi tiếp* to the last of so many displays having the call."""
    sample = Sample()
    async with AsyncExitStack() as stack:
        kiosk = await stack.enter_async_context(Thin.joined(url, "kiosk"))
        clerk = await stack.enter_async_context(Thin.joined(url, "counter"))
        screens = [
            await stack.enter_async_context(Thin.joined(url, "display")) for _ in range(displays)
        ]
        desk = {"counter": COUNTER, "clerk": CLERK}
        await clerk.ask(kind="open_counter", **desk)
        for _ in range(count):
            await kiosk.issue()
            heard = [asyncio.create_task(screen.until('{"type":"notice"')) for screen in screens]
            await asyncio.sleep(0.1)
            with sample.timed():
                await clerk.send(kind="call_next", **desk)
                texts = await asyncio.gather(*heard)
            await _finish(clerk, desk | {"ticket": json.loads(texts[0])["ticket"]})
        await clerk.ask(kind="close_counter", **desk)
    return sample


async def bare_fanout(url: str, displays: int, count: int) -> Sample:
    """From one client's message to the last of so many having it, by ``websockets.broadcast``."""
    sample = Sample()
    async with AsyncExitStack() as stack:
        screens = [
            await stack.enter_async_context(connect(url, compression=None, ping_interval=None))
            for _ in range(displays)
        ]
        for _ in range(count):
            heard = [asyncio.create_task(screen.recv()) for screen in screens]
            await asyncio.sleep(0.1)
            with sample.timed():
                await screens[0].send("all:" + "x" * 246)
                await asyncio.gather(*heard)
    return sample
