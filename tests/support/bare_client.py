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

PATIENCE_S = 20.0
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

    @property
    def welcome(self) -> Message:
        """The greeting."""
        return dict(json.loads(self.texts[0]))

    async def hear(self) -> Message:
        """The next message; only where the protocol says which it is, as before the greeting.

        Raises ``TimeoutError`` and ``ConnectionClosed``.
        """
        async with asyncio.timeout(PATIENCE_S):
            return await self._heard_next()

    async def _heard_next(self) -> Message:
        text = await self.connection.recv(decode=True)
        self.texts.append(text)
        return dict(json.loads(text))

    async def until(
        self, wanted: Callable[[Message], bool], within_s: float = PATIENCE_S
    ) -> Message:
        """The next message that is wanted; what comes before it is kept in ``texts``.

        Raises ``TimeoutError`` and ``ConnectionClosed``.
        """
        async with asyncio.timeout(within_s):
            while not wanted(message := await self._heard_next()):
                pass
        return message

    async def view(
        self, version: int = 0, wanted: Callable[[Message], bool] = lambda _view: True
    ) -> Message:
        """A view of this version or a later one that is ``wanted``, if one was heard already, it.

        A view is whole and the newest counts, so which one comes next says nothing: it may have
        been made before what the test waits for, or have come with an answer. Raises
        ``TimeoutError`` and ``ConnectionClosed``.
        """

        def is_meant(view: Message) -> bool:
            return bool(view["version"] >= version and wanted(view))

        views = [message["view"] for message in self._messages() if "view" in message]
        if views and is_meant(views[-1]):
            return dict(views[-1])
        message = await self.until(lambda m: m["type"] == "view" and is_meant(m["view"]))
        return dict(message["view"])

    async def notice(self, ticket: str) -> Message:
        """The call of this ticket, heard already or to come. Raises as ``until`` does."""

        def is_meant(message: Message) -> bool:
            return bool(message["type"] == "notice" and message["ticket"] == ticket)

        heard = [message for message in self._messages() if is_meant(message)]
        return heard[-1] if heard else await self.until(is_meant)

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
        return [message for message in self._messages() if message["type"] == type_]

    def _messages(self) -> list[Message]:
        return [json.loads(text) for text in self.texts]

    async def closed(self) -> int:
        """Read on until the server closes; its close code."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                await self.hear()
        return int(self.connection.close_code or 0)


def hello(role: str, **more: Any) -> Message:
    """A good hello, but for ``more``."""
    return {"type": "hello", "protocol": PROTOCOL_VERSION, "role": role, "device": "bare"} | more
