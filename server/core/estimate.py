"""The forecast of a wait, as a range that should come true eight times in ten.

The work ahead under the real discipline, divided by the desks that do it (reference/wait.md §5: of
all explainable predictors this one erred least), and around it what past days have taught
(``calibration.py``). ``None`` when no desk serves the service. Without past days the range has the
width of a sum of service times (coefficient of variation from observed counters).
"""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.core.calendar import Stretch, moment_in, outlasts_session, stretches, today
from server.core.calibration import IDLE_S, JOINING, OVER_BREAK, WAITING, Factors
from server.core.discipline import ahead_of, services_of
from server.core.model import DayState, Desk, DeskStatus, Ticket

Z80: Final = 1.2816
"""Normal quantile of an 80 % range."""
SERVICE_CV: Final = 0.7
PRIOR_WEIGHT: Final = 8
"""The profile's usual service time counts like this many observed ones."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A wait that ends between ``low_s`` and ``high_s``, as likely before ``likely_s`` as after.

    ``work_s`` is the bare work ahead it was made from, in seconds of open hours; 0: a desk is idle.
    """

    work_s: int
    low_s: int
    likely_s: int
    high_s: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """A forecast as the citizen is told it; ``wait`` includes closed hours and is ``None`` if
    unknown.

    ``called_at`` is when the likely wait ends; ``None`` when nobody can say, or when it is not
    today any more (``is_beyond_closing``).
    """

    ahead: int
    wait: Wait | None
    called_at: datetime | None = None
    is_beyond_closing: bool = False

    @property
    def low_s(self) -> int | None:
        """The lower end of the range."""
        return self.wait.low_s if self.wait else None

    @property
    def high_s(self) -> int | None:
        """The upper end of the range."""
        return self.wait.high_s if self.wait else None


def forecast(state: DayState, ticket: Ticket, now: datetime) -> Forecast:
    """For a ticket that joins its line now (or waits in it already)."""
    stage = WAITING if ticket.id in state.tickets else JOINING
    ahead = ahead_of(state, ticket, now)
    return _forecast(state, stage, ticket.service, ticket.priority, ahead, now)


def for_newcomer(state: DayState, service: str, now: datetime) -> Forecast:
    """The forecast for a new ticket without priority."""
    return _forecast(state, JOINING, service, "", len(state.lines[service]), now)


def _forecast(
    state: DayState, stage: str, service: str, priority: str, ahead: int, now: datetime
) -> Forecast:
    work_s = _work_s(state, service, ahead)
    if work_s is None:
        return Forecast(ahead, None)
    hours = stretches(state.in_force, today(state.in_force, now), service)
    if outlasts_session(hours, now, work_s):
        stage += OVER_BREAK
    learnt = state.foresight.calibration.factors_for(stage, service, priority, ahead, work_s)
    work = _learnt_wait(learnt, work_s) if learnt else _assumed_wait(work_s, ahead)
    called_at = moment_in(hours, now, work.likely_s)
    wait = _with_closed_hours(hours, now, work)
    return Forecast(ahead, wait, called_at, is_beyond_closing=called_at is None)


def _work_s(state: DayState, service: str, ahead: int) -> int | None:
    """Seconds of open hours the desks need for those ahead and one more, 0 if one is idle."""
    desks = capacity(state, service)
    if desks <= 0:
        return None
    if ahead == 0 and any(not desk.ticket for desk in open_desks(state, service)):
        return 0
    return max(1, round((ahead + 1) * service_s(state, service) / desks))


def _learnt_wait(learnt: Factors, work_s: int) -> Wait:
    each = (work_s or IDLE_S) / 1000
    low_s, high_s = round(learnt.low * each), round(learnt.high * each)
    return Wait(work_s, low_s, round(learnt.likely * each), max(high_s, low_s + 1))


def _assumed_wait(work_s: int, ahead: int) -> Wait:
    if not work_s:
        return Wait(0, 0, IDLE_S, 2 * IDLE_S)
    spread_s = Z80 * SERVICE_CV * work_s / math.sqrt(ahead + 1)
    return Wait(work_s, max(0, round(work_s - spread_s)), work_s, round(work_s + spread_s))


def _with_closed_hours(hours: tuple[Stretch, ...], now: datetime, work: Wait) -> Wait:
    def until(work_s: int) -> int:
        then = moment_in(hours, now, work_s)
        return work_s if then is None else round((then - now).total_seconds())

    return Wait(work.work_s, until(work.low_s), until(work.likely_s), until(work.high_s))


def service_s(state: DayState, service: str) -> float:
    """Seconds of service: today's mean, weighted with the profile's usual time while few
    are done.
    """
    usual = state.in_force.service_by_id[service].usual_s
    tally = state.tallies[service]
    total = tally.service_sum_s + PRIOR_WEIGHT * usual
    return total / (tally.service_count + PRIOR_WEIGHT)


def capacity(state: DayState, service: str) -> float:
    """Desks at work for this service; one that serves several lines counts by its share."""
    return sum(
        _share(state, services_of(state, desk), service)
        for desk in _serving(state, service)
        if desk.status is not DeskStatus.CLOSED
    )


def open_desks(state: DayState, service: str) -> list[Desk]:
    """The desks calling for this service now, fewest skills first: the first idle one should."""
    desks = [desk for desk in _serving(state, service) if desk.status is DeskStatus.OPEN]
    return sorted(desks, key=lambda desk: len(services_of(state, desk)))


def _serving(state: DayState, service: str) -> list[Desk]:
    return [desk for desk in state.desks.values() if service in services_of(state, desk)]


def _share(state: DayState, services: tuple[str, ...], service: str) -> float:
    work = {each: (len(state.lines[each]) + 1) * service_s(state, each) for each in services}
    return work[service] / sum(work.values())
