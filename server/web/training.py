"""A training ground beside the office: the same desks, invented citizens, a store thrown away.

Made when the first trainee comes and dropped when the last one leaves. It shares nothing with the
running office but the profile and the question whether a device may come in at all, so nothing
learnt here can reach a real figure. Nobody signs in: there is nothing to answer for.
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
from server.simulator.lesson import Lesson, OpenDesk
from server.store.event_store import open_engine, sqlite_url
from server.views.by_role import view_for
from server.web.socket import CLOSE_OVERLOADED, Receive, Scope, Send, SocketEndpoint

MOST_TRAINEES: Final = 20
LOOK_S: Final = 4.0
"""How often somebody may come."""
INTO_THE_DAY: Final = timedelta(minutes=30)

log = structlog.get_logger("training")


class TrainingOffice(RunningOffice):
    """An office for clerks who learn; whoever may work at a counter of the real one may come in."""

    is_training = True

    def __init__(self, real: RunningOffice, folder: Path) -> None:
        profile = real.profile.model_copy(update={"staff": Staff(pins=False)})
        rules = rules_of(profile)
        super().__init__(
            engine=open_engine(sqlite_url(folder)),
            clock=SimulatedClock(a_good_hour(rules, datetime.now(UTC)), 1.0),
            profile=profile,
            rules=rules,
            status_url="",
            needs_tokens=False,
            failed=lambda error: log.error("training_failed", error=repr(error)),
        )
        self._real = real
        self._lesson = Lesson(profile, Random(secrets.randbits(32)))  # noqa: S311 -- a game

    async def admits(self, role: Role, token: str) -> bool:
        """Counter apps that the real office admits."""
        return role is Role.COUNTER and await self._real.admits(role, token)

    async def teach(self, look_s: float) -> None:
        """Let invented citizens come, until cancelled."""
        while True:
            for comer in self._lesson.comers(self._open_desks()):
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


class TrainingGround:
    """The ASGI application behind ``/training/ws``: one training office while anybody is there."""

    def __init__(self, real: RunningOffice, look_s: float = LOOK_S) -> None:
        self._real = real
        self._look_s = look_s
        self._trainees = 0
        self._changing = asyncio.Lock()
        self._running: TrainingOffice | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._lesson: asyncio.Task[None] | None = None

    @property
    def office(self) -> TrainingOffice | None:
        """The training office, while there is one."""
        return self._running

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one trainee until he leaves."""
        if self._trainees >= MOST_TRAINEES:
            await _turn_away(receive, send)
            return
        self._trainees += 1
        try:
            await SocketEndpoint(await self._open())(scope, receive, send)
        finally:
            self._trainees -= 1
            if not self._trainees:
                await self.close()

    async def close(self) -> None:
        """Drop the office and all that was learnt in it, unless somebody has come meanwhile."""
        async with self._changing:
            if self._running is None or self._trainees:
                return
            running, folder, lesson = self._running, self._folder, self._lesson
            self._running = self._folder = self._lesson = None
            if lesson is not None:
                lesson.cancel()
                with suppress(asyncio.CancelledError):
                    await lesson
            await running.stop()
            if folder is not None:
                await asyncio.to_thread(folder.cleanup)
            log.info("training_ended")

    async def _open(self) -> TrainingOffice:
        async with self._changing:
            if self._running is None:
                self._folder = tempfile.TemporaryDirectory(prefix="denluot-training-")
                folder = Path(self._folder.name)
                # Making a database takes a moment that the real office must not lose.
                running = await asyncio.to_thread(TrainingOffice, self._real, folder)
                await running.start()
                self._running = running
                self._lesson = asyncio.create_task(running.teach(self._look_s))
                log.info("training_began")
            return self._running


def a_good_hour(rules: Rules, now: datetime) -> datetime:
    """Half an hour into a working session of these days, so that training looks like a morning."""
    for days in range(-1, 14):
        opened = stretches(rules, today(rules, now + timedelta(days=days)))
        if opened:
            return opened[0].opens_at + INTO_THE_DAY
    return now


async def _turn_away(receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    full: dict[str, Any] = {"type": "websocket.send"}
    error = Error(code=ErrorCode.OVERLOADED, detail="the training ground is full")
    await send(full | {"text": codec.encode(error)})
    await send({"type": "websocket.close", "code": CLOSE_OVERLOADED})
