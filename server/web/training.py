"""The training office: the same desks as the real one, invented citizens, a store thrown away
after.

Made when the first trainee connects and dropped when the last one leaves. It shares only the
profile and the check of device tokens with the running office, so nothing done here can reach a
real figure. Nobody signs in.
"""

import asyncio
import secrets
import tempfile
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

import structlog

from server.clock import SimulatedClock
from server.core.calendar import stretches, today
from server.core.model import DeskStatus
from server.core.rules import Rules
from server.office.running_office import RunningOffice
from server.profile.load import rules as rules_of
from server.profile.model import Staff
from server.protocol import codec
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Role
from server.protocol.views import CounterView
from server.simulator.trainee_arrivals import OpenDesk, TraineeArrivals
from server.store.event_store import open_engine, sqlite_url
from server.views.by_role import view_for
from server.web.socket import CLOSE_OVERLOADED, Receive, Scope, Send, SocketEndpoint

MOST_TRAINEES: Final = 20
LOOK_S: Final = 4.0
"""Seconds between two looks at whether a citizen should come."""
INTO_THE_DAY: Final = timedelta(minutes=30)

log = structlog.get_logger("training")


class TrainingOffice(RunningOffice):
    """An office for clerks in training, open to every counter app that the real one admits."""

    is_training = True

    def __init__(self, real: RunningOffice, folder: Path) -> None:
        profile = real.profile.model_copy(update={"staff": Staff(pins=False)})
        rules = rules_of(profile)
        super().__init__(
            engine=open_engine(sqlite_url(folder)),
            clock=SimulatedClock(working_hour(rules, datetime.now(UTC)), 1.0),
            profile=profile,
            rules=rules,
            status_url="",
            needs_tokens=False,
            failed=lambda error: log.error("training_failed", error=repr(error)),
        )
        self._real = real
        self._arrivals = TraineeArrivals(profile, Random(secrets.randbits(32)))  # noqa: S311 -- a game

    async def admits(self, role: Role, token: str) -> bool:
        """Counter apps that the real office admits."""
        return role is Role.COUNTER and await self._real.admits(role, token)

    async def let_citizens_come(self, look_s: float) -> None:
        """Let invented citizens come, until cancelled."""
        while True:
            for comer in self._arrivals.next_arrivals(self._open_desks()):
                await self.handler.handle(secrets.token_hex(8), comer, "training")
            await asyncio.sleep(look_s)

    def _open_desks(self) -> list[OpenDesk]:
        state, found = self.state, []
        for desk in state.desks.values():
            view = view_for(Role.COUNTER, desk.id, state, self.now())
            if desk.status is DeskStatus.OPEN and isinstance(view, CounterView) and view.desk:
                services = desk.services or state.in_force.counter_by_id[desk.id].services
                found.append(OpenDesk(services, view.desk.waiting))
        return found


class TrainingEndpoint:
    """The ASGI application behind ``/training/ws``: one training office while anybody is there."""

    def __init__(self, real: RunningOffice, look_s: float = LOOK_S) -> None:
        self._real = real
        self._look_s = look_s
        self._trainees = 0
        self._changing = asyncio.Lock()
        self._running: TrainingOffice | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._arriving: asyncio.Task[None] | None = None

    @property
    def office(self) -> TrainingOffice | None:
        """The training office, while there is one."""
        return self._running

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one trainee until he leaves."""
        if self._trainees >= MOST_TRAINEES:
            await _refuse_when_full(receive, send)
            return
        self._trainees += 1
        try:
            await SocketEndpoint(await self._open())(scope, receive, send)
        finally:
            self._trainees -= 1
            if not self._trainees:
                await self.close()

    async def close(self) -> None:
        """Drop the training office and its data, unless a trainee has connected meanwhile."""
        async with self._changing:
            if self._running is None or self._trainees:
                return
            running, folder, arriving = self._running, self._folder, self._arriving
            self._running = self._folder = self._arriving = None
            if arriving is not None:
                arriving.cancel()
                with suppress(asyncio.CancelledError):
                    await arriving
            await running.stop()
            if folder is not None:
                await asyncio.to_thread(folder.cleanup)
            log.info("training_ended")

    async def _open(self) -> TrainingOffice:
        async with self._changing:
            if self._running is None:
                self._folder = tempfile.TemporaryDirectory(prefix="denluot-training-")
                folder = Path(self._folder.name)
                # Making a database takes a while; the real office's event loop must not wait for
                # it.
                running = await asyncio.to_thread(TrainingOffice, self._real, folder)
                await running.start()
                self._running = running
                self._arriving = asyncio.create_task(running.let_citizens_come(self._look_s))
                log.info("training_began")
            return self._running


def working_hour(rules: Rules, now: datetime) -> datetime:
    """A moment half an hour into a working session, so that training always has opening hours."""
    for days in range(-1, 14):
        opened = stretches(rules, today(rules, now + timedelta(days=days)))
        if opened:
            return opened[0].opens_at + INTO_THE_DAY
    return now


async def _refuse_when_full(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    full: dict[str, Any] = {"type": "websocket.send"}
    error = Error(code=ErrorCode.OVERLOADED, detail="the training office is full")
    await send(full | {"text": codec.encode(error)})
    await send({"type": "websocket.close", "code": CLOSE_OVERLOADED})
