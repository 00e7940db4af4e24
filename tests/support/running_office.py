"""The real server inside a test: real sockets, a real file, but a clock and rules to choose."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvicorn
from sqlalchemy import Engine

import assets
from server import serve
from server.core.rules import Rules
from server.office.running_office import RunningOffice
from server.profile.load import load_office
from server.profile.model import Staff
from server.store.event_store import open_engine, sqlite_url
from server.store.verify import Verdict, verify
from server.web.app import create_app
from tests.support.builders import MONDAY, some_rules

PROFILE = load_office(assets.OFFICES / "ward-hoa-binh.toml")


class HandClock:
    """A clock that stands still until a test moves it."""

    rate = 1.0

    def __init__(self, at: datetime = MONDAY + timedelta(minutes=30)) -> None:
        self.at = at

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self.at.astimezone(UTC)

    def forward(self, minutes: float) -> None:
        """Time passes; a negative one is a clock set back."""
        self.at += timedelta(minutes=minutes)


@dataclass
class Running:
    """An office at ``ws`` and ``url``; ``failures`` is what it was told by the disk."""

    office: RunningOffice
    clock: HandClock
    engine: Engine
    port: int
    failures: list[BaseException] = field(default_factory=list)

    @property
    def ws(self) -> str:
        """The websocket's address."""
        return f"ws://127.0.0.1:{self.port}/ws"

    @property
    def url(self) -> str:
        """The pages' address."""
        return f"http://127.0.0.1:{self.port}"


@asynccontextmanager
async def running_office(
    data: Path,
    rules: Rules | None = None,
    clock: HandClock | None = None,
    *,
    needs_tokens: bool = False,
    pins: bool = False,
    send_buffer: int | None = None,
) -> AsyncIterator[Running]:
    """A small office (``some_rules``) served on a free port of this machine.

    With ``pins`` clerks must sign in. ``send_buffer``: bytes the kernel takes for a client that
    does not read.
    """
    clock = clock or HandClock()
    engine = open_engine(sqlite_url(data))
    failures: list[BaseException] = []
    office = RunningOffice(
        engine=engine,
        clock=clock,
        profile=PROFILE.model_copy(update={"staff": Staff(pins=pins)}),
        rules=rules or some_rules(),
        status_url="http://localhost/t/",
        needs_tokens=needs_tokens,
        failed=failures.append,
    )
    async with asyncio.timeout(10):
        await office.start()
    listening = socket.create_server(("127.0.0.1", 0))
    if send_buffer is not None:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
    server = serve._Server(serve._config(create_app(office)))
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await _started(server, serving)
        yield Running(office, clock, engine, listening.getsockname()[1], failures)
    finally:
        server.should_exit = True
        await serving
        await office.stop()


async def _started(server: uvicorn.Server, serving: asyncio.Task[None]) -> None:
    async with asyncio.timeout(10):
        while not server.started and not serving.done():
            await asyncio.sleep(0.001)


def verdict_on(data: Path) -> Verdict:
    """What the check says of the log in this directory."""
    engine = open_engine(sqlite_url(data))
    try:
        return verify(engine)
    finally:
        engine.dispose()
