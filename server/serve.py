"""One server process: settings → engine → running office → FastAPI → uvicorn, and a clean end."""

import asyncio
import json
import logging
import signal
import socket
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import structlog
import uvicorn
from fastapi import FastAPI

from server import running
from server.announce import MdnsAnnouncement
from server.clock import Clock, SimulatedClock, SystemClock
from server.core.rejected import Rejected
from server.office.profile_change import ProfileChange
from server.office.running_office import RunningOffice
from server.profile.load import ProfileError, load_office, rules
from server.profile.versions import OfficeVersions
from server.settings import Settings
from server.store.event_store import open_engine, sqlite_url
from server.web.admin import admin_routes
from server.web.app import create_app

EXIT_PROFILE = 2
EXIT_PORT = 3
EXIT_DISK = 70

log = structlog.get_logger("serve")


class _Server(uvicorn.Server):
    """uvicorn without its own signal handling, which ends the process by the signal itself."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to ``serve``."""
        yield


def configure_log(level: str) -> None:
    """Structured lines, one JSON object each, to stderr."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
    )


def serve(settings: Settings) -> int:
    """Run until a signal. The exit code: 0, or what kept it from running."""
    configure_log(settings.log_level)
    # The writer thread must get the interpreter lock back at once after a commit.
    sys.setswitchinterval(0.0005)
    try:
        return asyncio.run(_serve(settings))
    except ProfileError as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_PROFILE


async def _serve(settings: Settings) -> int:
    settings.data.mkdir(parents=True, exist_ok=True)
    versions = OfficeVersions(settings.data)
    source = versions.in_force(settings.office)
    profile = load_office(source)
    newest = versions.newest()
    try:
        listening = _listen(settings)
    except OSError as error:
        log.error("cannot_listen", host=settings.host, port=settings.port, error=str(error))
        return EXIT_PORT
    host, port = listening.getsockname()[:2]
    exit_code = 0

    def failed(_error: BaseException) -> None:
        nonlocal exit_code
        exit_code = EXIT_DISK
        server.should_exit = True

    office = RunningOffice(
        engine=open_engine(settings.database or sqlite_url(settings.data)),
        clock=_clock(settings),
        profile=profile,
        rules=rules(profile),
        status_url=f"{settings.public_url or f'http://{_public_host(host)}:{port}'}/t/",
        needs_tokens=settings.needs_tokens,
        failed=failed,
        # Recorded when the newest version was applied without a server.
        moves=newest.moves if newest and source == versions.path(newest.number) else (),
    )
    token = running.new_token()
    admin = admin_routes(ProfileChange(office, versions), token)
    app = create_app(office, admin)
    server = _Server(_config(app))
    try:
        await office.start()
    except Rejected as refusal:
        log.error("office_does_not_fit_the_day", code=refusal.reason.value, detail=refusal.detail)
        await office.stop()
        return EXIT_PROFILE
    versions.keep(source.read_text("utf-8"), office.now(), who="serve", note="at start")
    _on_signal(server)
    ready = _say_ready(server, settings, host, port, token)
    announcement = MdnsAnnouncement(profile.office.id, profile.office.unit, host, port)
    async with _known(settings, ready, announcement):
        await server.serve(sockets=[listening])
    await app.state.training.close()
    await office.stop()
    log.info("stopped", exit_code=exit_code)
    return exit_code


@asynccontextmanager
async def _known(
    settings: Settings, ready: Coroutine[Any, Any, None], announcement: MdnsAnnouncement
) -> AsyncIterator[None]:
    """While the server answers: its ready line, ``server.json``, and its announcement on the
    network.
    """
    saying = asyncio.create_task(ready)
    if settings.announce and settings.needs_tokens:
        announcement.begin()
    yield
    saying.cancel()
    await announcement.withdraw()
    running.withdraw(settings.data)


def _clock(settings: Settings) -> Clock:
    if settings.clock_start is None:
        return SystemClock()
    return SimulatedClock(settings.clock_start, settings.clock_rate)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    # The protocol is named, for asyncio turns Nagle's waiting off only where it sees TCP.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform != "win32":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((settings.host, settings.port))
        listening.listen(512)
    except OSError:
        listening.close()
        raise
    listening.setblocking(False)
    return listening


def _public_host(host: str) -> str:
    """An address that other machines can use; for a wildcard, this machine's own."""
    if host not in ("0.0.0.0", "::"):  # noqa: S104 -- compared, not bound
        return f"[{host}]" if ":" in host else host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: connecting a datagram socket only asks the routing table.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])


def _config(app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app=app,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        loop="asyncio",
        ws="websockets-sansio",
        ws_ping_interval=5.0,
        ws_ping_timeout=10.0,
        ws_max_size=1 << 20,
        # No compression: a LAN has the bandwidth, an old PC does not have the cycles.
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
    )


def _on_signal(server: uvicorn.Server) -> None:
    def stop(_number: int, _frame: Any) -> None:
        server.should_exit = True

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)


def _own_host(host: str) -> str:
    """An address this machine reaches the server by."""
    local = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 -- compared, not bound
    return f"[{local}]" if ":" in local else local


async def _say_ready(
    server: uvicorn.Server, settings: Settings, bound: str, port: int, token: str
) -> None:
    while not server.started:
        await asyncio.sleep(0.005)
    running.announce(settings.data, f"http://{_own_host(bound)}:{port}", token)
    host = _public_host(bound)
    ready = {"ready": True, "url": f"http://{host}:{port}", "ws": f"ws://{host}:{port}/ws"}
    sys.stdout.write(json.dumps(ready) + "\n")
    sys.stdout.flush()
