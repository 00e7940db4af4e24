"""A client that knows nothing: it says what a test says and keeps all it hears, word by word."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from server.protocol.version import PROTOCOL_VERSION

PATIENCE_S = 10.0
_ids = count()

Message = dict[str, Any]


class Bare:
    """One connection. ``texts`` is everything heard so far, in its order."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.texts: list[str] = []

    @classmethod
    @asynccontextmanager
    async def connected(cls, ws: str) -> AsyncIterator["Bare"]:
        """Connected, nothing said yet."""
        async with connect(ws, compression=None, close_timeout=1.0) as connection:
            yield cls(connection)

    @classmethod
    @asynccontextmanager
    async def joined(cls, ws: str, role: str, **more: Any) -> AsyncIterator["Bare"]:
        """Connected and greeted."""
        async with cls.connected(ws) as bare:
            await bare.say(hello(role, **more))
            welcome = await bare.hear()
            assert welcome["type"] == "welcome", welcome
            yield bare

    async def say(self, message: Message | str) -> None:
        """Send it as it is."""
        await self.connection.send(message if isinstance(message, str) else json.dumps(message))

    async def hear(self) -> Message:
        """The next message. Raises ``TimeoutError`` and ``ConnectionClosed``."""
        async with asyncio.timeout(PATIENCE_S):
            text = await self.connection.recv(decode=True)
        self.texts.append(text)
        return dict(json.loads(text))

    async def until(self, wanted: Callable[[Message], bool]) -> Message:
        """The next message that is wanted; what comes before it is kept in ``texts``."""
        async with asyncio.timeout(PATIENCE_S):
            while not wanted(message := await self.hear()):
                pass
        return message

    async def ask(self, kind: str, command_id: str = "", **fields: Any) -> Message:
        """Ask for a command and wait for its answer."""
        command_id = await self.send(kind, command_id, **fields)
        answers = ("result", "error")
        return await self.until(lambda m: m["type"] in answers and m["id"] == command_id)

    async def send(self, kind: str, command_id: str = "", **fields: Any) -> str:
        """Ask and do not wait; the command's id."""
        command_id = command_id or f"bare-{next(_ids)}"
        command = {"kind": kind, **fields}
        await self.say({"type": "command", "id": command_id, "command": command})
        return command_id

    def heard(self, type_: str) -> list[Message]:
        """Messages of a type heard so far."""
        messages = (json.loads(text) for text in self.texts)
        return [message for message in messages if message["type"] == type_]

    async def closed(self) -> int:
        """Read on until the server closes; its close code."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                await self.hear()
        return int(self.connection.close_code or 0)


def hello(role: str, **more: Any) -> Message:
    """A good hello, but for ``more``."""
    return {"type": "hello", "protocol": PROTOCOL_VERSION, "role": role, "device": "bare"} | more
