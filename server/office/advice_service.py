"""Advice for the supervisor: searched while waits are over the promise, and kept in the log."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Final

import structlog

from server.core import commands as c
from server.core.alerts import OVER_PROMISE
from server.core.model import DayState
from server.office.advice_process import AdviceQuestion, AdviceWorker
from server.profile.model import OfficeProfile
from server.protocol.views import Curves
from server.simulator.advice_search import Comparison, step_at, usual_curve, window_end
from server.simulator.rest_of_day import Curve, Outlook

EVERY_S: Final = 120.0
"""Real seconds between two looks while somebody waits too long."""
MOST_ASKED: Final = 4
"""At most this many questions wait for the worker; further ones are refused as overloaded."""

log = structlog.get_logger("advice")

Keep = Callable[[str, c.RecordAdvice], None]
"""Called with the day and the advice to record."""


class Overloaded(Exception):
    """Too many questions are waiting already."""


class AdviceService:
    """Asks the worker process, never blocking the event loop. One for each running office."""

    def __init__(self, keep: Keep) -> None:
        self._keep = keep
        self._worker = AdviceWorker()
        self._looking: asyncio.Task[None] | None = None
        self._looked_at: float | None = None
        self._asked = 0

    def look(self, profile: OfficeProfile, state: DayState, now: datetime, curves: Curves) -> None:
        """Begin a search if waits are over the promise and the last one is old enough; call
        regularly.
        """
        if state.closed or all(each.kind != OVER_PROMISE for each in state.alerts.values()):
            return
        if self._looking is not None and not self._looking.done():
            return
        seconds = asyncio.get_running_loop().time()
        if self._looked_at is not None and seconds - self._looked_at < EVERY_S:
            return
        self._looked_at = seconds
        self._looking = asyncio.create_task(self._advise(outlook(profile, state, now, curves)))

    async def what_if(self, seen: Outlook, counter: str, service: str) -> Comparison | None:
        """What changing this desk would do to the service; ``None`` when nothing can be changed
        there.

        Raises ``Overloaded``.
        """
        step = step_at(seen.state, counter, service)
        if step is None:
            return None
        if self._asked >= MOST_ASKED:
            raise Overloaded
        self._asked += 1
        try:
            compared = await self._worker.ask(AdviceQuestion(seen, step, service))
        finally:
            self._asked -= 1
        if compared is None:
            raise Overloaded
        return compared

    async def stop(self) -> None:
        """Stop the search and the process."""
        if self._looking is not None:
            self._looking.cancel()
            with suppress(asyncio.CancelledError):
                await self._looking
        await self._worker.stop()

    async def _advise(self, seen: Outlook) -> None:
        compared = await self._worker.ask(AdviceQuestion(seen))
        if compared is None:
            return
        log.info("advice", action=compared.step.action, gain_s=compared.gain_s, runs=compared.runs)
        self._keep(seen.state.day, recorded(seen, compared))


def outlook(profile: OfficeProfile, state: DayState, now: datetime, curves: Curves) -> Outlook:
    """The day's state with the usual curve: of past weeks or, while there are none, of the
    profile.
    """
    usual: Curve = tuple((point.minute, point.issued) for point in curves.usual)
    weekday = date.fromisoformat(state.day).weekday()
    at = now.astimezone(UTC)
    return Outlook(
        profile, state, at, window_end(state, at), usual or usual_curve(profile, weekday)
    )


def recorded(seen: Outlook, compared: Comparison) -> c.RecordAdvice:
    """The advice as the log keeps it."""
    step = compared.step
    return c.RecordAdvice(
        seen.now,
        f"{step.action}-{step.counter}-{seen.state.version}",
        compared.service,
        step.counter,
        compared.until_at,
        compared.p90_s,
        compared.p90_then_s,
        compared.spread_s,
        compared.runs,
        step.action,
        step.clerk,
        step.from_counter,
        compared.erlang_wait_s,
    )
