"""The websocket: hello → welcome, then commands in, answers, notices and views out.

A plain ASGI endpoint: two hundred displays hear of a call in the time it takes to write two
hundred frames, so nothing stands between the outbox and the socket.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final

import structlog
from pydantic import BaseModel

from server.hub import Connection, Position, parse_position
from server.protocol import codec
from server.protocol.commands import AnyCommand, IssueTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import CommandMessage, Error, Hello, Query, Role, Watch
from server.protocol.version import OLDEST_ACCEPTED, PROTOCOL_VERSION
from server.web.house import House

HELLO_TIMEOUT_S: Final = 10.0
MAX_IN_FLIGHT: Final = 64
"""Commands one client may have unanswered; beyond that it is told the server is busy.

As many as the reference client keeps, which sends them all at once after a reconnect.
"""
SEND_TIMEOUT_S: Final = 10.0
"""Who has taken nothing for so long is gone, even if his cable still answers."""
CLOSE_REFUSED: Final = 4400
CLOSE_OVERLOADED: Final = 4429

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

MAY_ASK: Final[dict[Role, frozenset[str]]] = {
    Role.KIOSK: frozenset({"issue_ticket", "reserve_numbers", "record_offline_ticket"}),
    Role.COUNTER: frozenset(
        {
            "issue_ticket",
            "add_priority",
            "assign_services",
            "move_clerk",
            "call_ticket",
            "undo_last",
            "route_ticket",
            "cancel_ticket",
            "return_ticket",
            "open_counter",
            "pause_counter",
            "resume_counter",
            "close_counter",
            "call_next",
            "recall_ticket",
            "start_service",
            "complete_ticket",
            "mark_no_show",
            "hold_ticket",
            "transfer_ticket",
        }
    ),
    Role.DISPLAY: frozenset(),
    Role.WALL: frozenset({"assign_services", "move_clerk"}),
}
"""Which commands a role may send."""
MAY_QUERY: Final = frozenset({Role.COUNTER, Role.WALL})
"""Which roles may ask for the story of a ticket: staff."""

log = structlog.get_logger("socket")


class Refused(Exception):
    """The client cannot be let in."""

    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(code.value)
        self.error = Error(code=code, detail=detail)


@dataclass(frozen=True, slots=True)
class Guest:
    """What a good hello said."""

    role: Role
    device: str
    scope: str
    resume_from: Position | None


class SocketEndpoint:
    """The ASGI application behind ``/ws``."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one client until it leaves."""
        await receive()
        await send({"type": "websocket.accept"})
        try:
            async with asyncio.timeout(HELLO_TIMEOUT_S):
                guest = await self._greet(await receive())
        except (Refused, TimeoutError) as refusal:
            error = refusal.error if isinstance(refusal, Refused) else _bad("no hello came")
            log.info("not_admitted", code=error.code.value, detail=error.detail)
            await send({"type": "websocket.send", "text": codec.encode(error)})
            await send({"type": "websocket.close", "code": CLOSE_REFUSED})
            return
        except Gone:
            return
        await Visit(self._house, guest).run(receive, send)

    async def _greet(self, message: dict[str, Any]) -> Guest:
        hello = _read(message)
        if not isinstance(hello, Hello):
            raise Refused(ErrorCode.BAD_MESSAGE, "say hello first")
        if not OLDEST_ACCEPTED <= hello.protocol <= PROTOCOL_VERSION:
            raise Refused(ErrorCode.INCOMPATIBLE_PROTOCOL, f"this server speaks {PROTOCOL_VERSION}")
        if not await self._house.admits(hello.role, hello.token):
            raise Refused(ErrorCode.BAD_TOKEN, hello.device)
        return Guest(hello.role, hello.device, hello.scope, _position(hello.resume_from))


class Gone(Exception):
    """The client has left."""


class Visit:
    """One admitted client: a reader, a writer, and its commands in flight."""

    def __init__(self, house: House, guest: Guest) -> None:
        self._house = house
        self._guest = guest
        self._connection = Connection(guest.role, guest.device, guest.scope)
        self._commands: set[asyncio.Task[None]] = set()

    async def run(self, receive: Receive, send: Send) -> None:
        """Until the client leaves, is lost, or the server stops."""
        connection, house = self._connection, self._house
        house.hub.join(
            connection, house.welcome(connection.role, connection.scope), self._guest.resume_from
        )
        log.info("joined", role=connection.role.value, device=connection.device)
        writer = asyncio.create_task(self._write(send))
        reader = asyncio.create_task(self._read(receive))
        try:
            await asyncio.wait({writer, reader}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            house.hub.leave(connection)
            for task in (writer, reader, *self._commands):
                task.cancel()
            ended = await asyncio.gather(writer, reader, *self._commands, return_exceptions=True)
            log.info("left", role=connection.role.value, device=connection.device)
        for outcome in ended:
            if isinstance(outcome, Exception) and not isinstance(outcome, Gone):
                raise outcome

    async def _read(self, receive: Receive) -> None:
        while True:
            try:
                message = _read(await receive())
            except Refused as refusal:
                self._post(refusal.error)
                continue
            if isinstance(message, CommandMessage):
                self._take(message)
            elif isinstance(message, Query):
                self._take_query(message)
            elif isinstance(message, Watch):
                self._connection.scope = message.scope
                self._connection.refresh()
            else:
                self._post(_bad("hello was said already"))

    def _take(self, message: CommandMessage) -> None:
        if not _may_ask(self._guest.role, message.command):
            self._post(Error(id=message.id, code=ErrorCode.FORBIDDEN, detail=message.command.kind))
        elif len(self._commands) >= MAX_IN_FLIGHT:
            self._post(Error(id=message.id, code=ErrorCode.OVERLOADED))
        else:
            self._begin(self._carry_out(message))

    def _take_query(self, message: Query) -> None:
        if self._guest.role not in MAY_QUERY:
            self._post(Error(id=message.id, code=ErrorCode.FORBIDDEN, detail=message.query.kind))
        elif len(self._commands) >= MAX_IN_FLIGHT:
            self._post(Error(id=message.id, code=ErrorCode.OVERLOADED))
        else:
            self._begin(self._answer(message))

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)

    async def _answer(self, message: Query) -> None:
        try:
            answer = await self._house.ticket_story(message.id, message.query.label)
        except Exception:  # a bug must not cost the other clients their server
            log.exception("query_failed", query=message.query.kind)
            answer = codec.encode(Error(id=message.id, code=ErrorCode.INTERNAL))
        self._connection.post(answer)

    async def _carry_out(self, message: CommandMessage) -> None:
        try:
            answer = await self._house.handler.handle(
                message.id, message.command, self._guest.device
            )
        except Exception:  # a bug must not cost the other clients their server
            log.exception("command_failed", command=message.command.kind)
            answer = codec.encode(Error(id=message.id, code=ErrorCode.INTERNAL))
        self._connection.post(answer)

    async def _write(self, send: Send) -> None:
        connection, hub = self._connection, self._house.hub
        while True:
            await connection.wake.wait()
            connection.wake.clear()
            try:
                async with asyncio.timeout(SEND_TIMEOUT_S):
                    while connection.outbox:
                        await send({"type": "websocket.send", "text": connection.outbox.popleft()})
                    if connection.wants_view:
                        connection.wants_view = False
                        await send({"type": "websocket.send", "text": hub.view_text(connection)})
            except TimeoutError:
                log.warning("does_not_read", device=connection.device)
                return
            if connection.lost:
                log.warning("outbox_full", device=connection.device)
                await send({"type": "websocket.close", "code": CLOSE_OVERLOADED})
                return

    def _post(self, message: BaseModel) -> None:
        self._connection.post(codec.encode(message))


def _may_ask(role: Role, command: AnyCommand) -> bool:
    insists = isinstance(command, IssueTicket) and command.insist
    return command.kind in MAY_ASK[role] and not (insists and role is Role.KIOSK)


def _read(message: dict[str, Any]) -> Hello | Watch | CommandMessage | Query:
    if message["type"] == "websocket.disconnect":
        raise Gone
    try:
        return codec.decode_client(message.get("text") or message.get("bytes") or "")
    except codec.BadMessage as error:
        raise Refused(ErrorCode.BAD_MESSAGE, str(error)) from None


def _position(text: str | None) -> Position | None:
    if text is None:
        return None
    try:
        return parse_position(text)
    except ValueError:
        raise Refused(ErrorCode.BAD_MESSAGE, "resume_from") from None


def _bad(detail: str) -> Error:
    return Error(code=ErrorCode.BAD_MESSAGE, detail=detail)
