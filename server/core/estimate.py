"""How long somebody will wait, as a range that should come true eight times in ten.

The work ahead under the real discipline, divided by the desks that do it (reference/wait.md §5:
of all explainable predictors this one erred least). ``None`` rather than a guess when no desk
serves the service. The width is that of a sum of service times (coefficient of variation from
observed counters), calibrated against the log in a later version.
"""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.core.calendar import moment_after
from server.core.discipline import ahead_of, services_of
from server.core.model import DayState, Desk, DeskStatus, Ticket
from server.core.rules import Rules

Z80: Final = 1.2816
"""Normal quantile of an 80 % range."""
SERVICE_CV: Final = 0.7
PRIOR_WEIGHT: Final = 8
"""The profile's usual service time counts like this many observed ones."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a citizen is told. ``low_s``/``high_s`` in seconds, both ``None`` if nobody can say.

    ``called_at`` is when the middle of the range falls, closed hours left out; ``None`` when
    nobody can say, or when it is not today any more (``is_beyond_closing``).
    """

    ahead: int
    low_s: int | None
    high_s: int | None
    called_at: datetime | None = None
    is_beyond_closing: bool = False


def forecast(state: DayState, ticket: Ticket, now: datetime) -> Forecast:
    """For a ticket that joins its line now (or waits in it already)."""
    ahead = ahead_of(state, ticket, now)
    work = wait_range(state, ticket.service, ahead)
    if work is None:
        return Forecast(ahead, None, None)
    low_s, high_s = work
    rules, service = state.in_force, ticket.service
    called_at = moment_after(rules, service, now, (low_s + high_s) / 2)
    return Forecast(
        ahead,
        _with_closed_hours(rules, service, now, low_s),
        _with_closed_hours(rules, service, now, high_s),
        called_at,
        is_beyond_closing=called_at is None,
    )


def newcomer_range(state: DayState, service: str, now: datetime) -> tuple[int, int] | None:
    """What somebody without priority would be told now: seconds, closed hours counted in."""
    work = wait_range(state, service, len(state.lines[service]))
    if work is None:
        return None
    low_s, high_s = (_with_closed_hours(state.in_force, service, now, each) for each in work)
    return low_s, high_s


def _with_closed_hours(rules: Rules, service: str, now: datetime, work_s: int) -> int:
    then = moment_after(rules, service, now, work_s)
    return work_s if then is None else round((then - now).total_seconds())


def wait_range(state: DayState, service: str, ahead: int) -> tuple[int, int] | None:
    """Seconds of open hours until called with ``ahead`` before one; ``None`` without a desk."""
    desks = capacity(state, service)
    if desks <= 0:
        return None
    if ahead == 0 and _is_idle(state, service):
        return 0, 120
    each = service_s(state, service)
    mean = (ahead + 1) * each / desks
    spread = Z80 * SERVICE_CV * math.sqrt(ahead + 1) * each / desks
    return max(0, round(mean - spread)), round(mean + spread)


def service_s(state: DayState, service: str) -> float:
    """Seconds at the desk: today's mean, drawn to the profile's usual time while few are done."""
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


def _is_idle(state: DayState, service: str) -> bool:
    return any(not desk.ticket for desk in open_desks(state, service))
