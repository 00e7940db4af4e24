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

from server.core.side_facts import WELL
from server.office import questions, rights
from server.office.hub import Connection, Position, parse_position
from server.office.running_office import RunningOffice
from server.office.sign_in import ConnectionClerk
from server.protocol import codec
from server.protocol.commands import AnyCommand, PrintTicket, ReportDevice
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    ClientMessage,
    CommandMessage,
    Error,
    Hello,
    Query,
    Role,
    SignIn,
    SignOut,
    Spoken,
    Watch,
)
from server.protocol.version import OLDEST_ACCEPTED, PROTOCOL_VERSION

HELLO_TIMEOUT_S: Final = 10.0
MAX_IN_FLIGHT: Final = 64
"""Commands one client may have unanswered; further ones are refused as overloaded.

As many as the reference client keeps, which sends them all at once after a reconnect.
"""
SEND_TIMEOUT_S: Final = 10.0
"""A client that has read nothing for this long is disconnected, even if TCP still acknowledges."""
CLOSE_REFUSED: Final = 4400
CLOSE_OVERLOADED: Final = 4429

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

log = structlog.get_logger("socket")


class Refused(Exception):
    """The client is not admitted; ``error`` says why."""

    def __init__(self, code: ErrorCode, detail: str = "") -> None:
        super().__init__(code.value)
        self.error = Error(code=code, detail=detail)


@dataclass(frozen=True, slots=True)
class AdmittedHello:
    """What an accepted hello said."""

    role: Role
    device: str
    scope: str
    resume_from: Position | None
    session: str = ""
    speaks: bool = False


class SocketEndpoint:
    """The ASGI application behind ``/ws``."""

    def __init__(self, running: RunningOffice) -> None:
        self._running = running

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one client until it leaves."""
        await receive()
        await send({"type": "websocket.accept"})
        try:
            async with asyncio.timeout(HELLO_TIMEOUT_S):
                hello = await self._greet(await receive())
        except (Refused, TimeoutError) as refusal:
            error = refusal.error if isinstance(refusal, Refused) else _bad("no hello came")
            log.info("not_admitted", code=error.code.value, detail=error.detail)
            await send({"type": "websocket.send", "text": codec.encode(error)})
            await send({"type": "websocket.close", "code": CLOSE_REFUSED})
            return
        except ClientGone:
            return
        await ServedClient(self._running, hello).run(receive, send)

    async def _greet(self, message: dict[str, Any]) -> AdmittedHello:
        hello = _read(message)
        if not isinstance(hello, Hello):
            raise Refused(ErrorCode.BAD_MESSAGE, "say hello first")
        if not OLDEST_ACCEPTED <= hello.protocol <= PROTOCOL_VERSION:
            raise Refused(ErrorCode.INCOMPATIBLE_PROTOCOL, f"this server speaks {PROTOCOL_VERSION}")
        if not await self._running.admits(hello.role, hello.token):
            raise Refused(ErrorCode.BAD_TOKEN, hello.device)
        return AdmittedHello(
            hello.role,
            hello.device,
            hello.scope,
            _position(hello.resume_from),
            hello.session,
            hello.speaks,
        )


class ClientGone(Exception):
    """The client has left."""


class ServedClient:
    """One admitted client: a reader, a writer, and its commands in flight."""

    def __init__(self, running: RunningOffice, hello: AdmittedHello) -> None:
        self._running = running
        self._hello = hello
        self._connection = Connection(hello.role, hello.device, hello.scope, speaks=hello.speaks)
        self._worker = ConnectionClerk(hello.role, hello.device, self._connection.post)
        self._commands: set[asyncio.Task[None]] = set()

    async def run(self, receive: Receive, send: Send) -> None:
        """Serve until the client leaves, is lost, or the server stops. Raises what a task of it
        raised.
        """
        connection, running, hello = self._connection, self._running, self._hello
        await running.sign_in.connected(self._worker, hello.session)
        greeting = running.welcome(connection.role, connection.scope, self._worker.clerk)
        running.hub.join(connection, greeting, hello.resume_from)
        log.info("joined", role=connection.role.value, device=connection.device)
        writer = asyncio.create_task(self._write(send))
        reader = asyncio.create_task(self._read(receive))
        try:
            await asyncio.wait({writer, reader}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            running.hub.leave(connection)
            running.sign_in.disconnected(self._worker)
            for task in (writer, reader, *self._commands):
                task.cancel()
            ended = await asyncio.gather(writer, reader, *self._commands, return_exceptions=True)
            log.info("left", role=connection.role.value, device=connection.device)
        for outcome in ended:
            if isinstance(outcome, Exception) and not isinstance(outcome, ClientGone):
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
            elif isinstance(message, SignIn | SignOut):
                self._take_sign_in(message)
            elif isinstance(message, Spoken):
                self._running.hub.spoken(self._connection, message.n)
            elif isinstance(message, Watch):
                self._connection.scope = message.scope
                self._connection.refresh()
            else:
                self._post(_bad("hello was said already"))

    def _take(self, message: CommandMessage) -> None:
        if not rights.may_command(self._hello.role, message.command):
            self._post(Error(id=message.id, code=ErrorCode.FORBIDDEN, detail=message.command.kind))
        elif refusal := self._running.sign_in.refusal(self._worker, message.command):
            self._post(Error(id=message.id, code=refusal[0], detail=refusal[1]))
        elif len(self._commands) >= MAX_IN_FLIGHT:
            self._post(Error(id=message.id, code=ErrorCode.OVERLOADED))
        elif _is_for_nobody(self._running, message.command):
            self._post(Error(id=message.id, code=ErrorCode.UNKNOWN_DEVICE))
        else:
            self._note_sound(message.command)
            self._begin(self._carry_out(message))

    def _note_sound(self, command: AnyCommand) -> None:
        if isinstance(command, ReportDevice) and command.part == "sound":
            self._running.hub.heard_of_sound(self._connection, is_well=command.status == WELL)

    def _take_query(self, message: Query) -> None:
        if not rights.may_query(self._hello.role, message.query):
            self._post(Error(id=message.id, code=ErrorCode.FORBIDDEN, detail=message.query.kind))
        elif len(self._commands) >= MAX_IN_FLIGHT:
            self._post(Error(id=message.id, code=ErrorCode.OVERLOADED))
        else:
            self._begin(self._answer(message))

    def _take_sign_in(self, message: SignIn | SignOut) -> None:
        if len(self._commands) >= MAX_IN_FLIGHT:
            self._post(Error(id=message.id, code=ErrorCode.OVERLOADED))
        else:
            self._begin(self._sign_in_or_out(message))

    async def _sign_in_or_out(self, message: SignIn | SignOut) -> None:
        service = self._running.sign_in
        try:
            if isinstance(message, SignIn):
                answer = await service.sign_in(self._worker, message)
            else:
                answer = await service.sign_out(self._worker, message)
        except Exception:  # a bug must not cost the other clients their server
            log.exception("sign_in_failed", device=self._hello.device)
            answer = codec.encode(Error(id=message.id, code=ErrorCode.INTERNAL))
        self._connection.post(answer)

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._commands.add(task)
        task.add_done_callback(self._commands.discard)

    async def _answer(self, message: Query) -> None:
        try:
            answer = await questions.answer(self._running, message)
        except Exception:  # a bug must not cost the other clients their server
            log.exception("query_failed", query=message.query.kind)
            answer = codec.encode(Error(id=message.id, code=ErrorCode.INTERNAL))
        self._connection.post(answer)

    async def _carry_out(self, message: CommandMessage) -> None:
        # The answer is posted by the handler itself, so that no view overtakes it.
        post = self._connection.post
        handle = self._running.handler.handle
        try:
            await handle(message.id, message.command, self._hello.device, post)
        except Exception:  # a bug must not cost the other clients their server
            log.exception("command_failed", command=message.command.kind)
            self._post(Error(id=message.id, code=ErrorCode.INTERNAL))

    async def _write(self, send: Send) -> None:
        connection, hub = self._connection, self._running.hub
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


def _is_for_nobody(running: RunningOffice, command: AnyCommand) -> bool:
    """Whether a print is asked of a kiosk that is not connected: better refused than never
    printed.
    """
    if not isinstance(command, PrintTicket):
        return False
    ticket = running.state.tickets.get(command.ticket)
    device = command.device or (ticket.kiosk if ticket else "")
    return ticket is not None and not running.hub.is_connected(Role.KIOSK, device)


def _read(message: dict[str, Any]) -> ClientMessage:
    if message["type"] == "websocket.disconnect":
        raise ClientGone
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
