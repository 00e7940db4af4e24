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

from server.core.discipline import ahead_of
from server.core.model import DayState, Desk, DeskStatus, Ticket

Z80: Final = 1.2816
"""Normal quantile of an 80 % range."""
SERVICE_CV: Final = 0.7
PRIOR_WEIGHT: Final = 8
"""The profile's usual service time counts like this many observed ones."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a citizen is told. ``low_s``/``high_s`` in seconds, both ``None`` if nobody can say."""

    ahead: int
    low_s: int | None
    high_s: int | None


def forecast(state: DayState, ticket: Ticket, now: datetime) -> Forecast:
    """For a ticket that joins its line now (or waits in it already)."""
    ahead = ahead_of(state, ticket, now)
    spread = wait_range(state, ticket.service, ahead)
    return Forecast(ahead, *(spread or (None, None)))


def wait_range(state: DayState, service: str, ahead: int) -> tuple[int, int] | None:
    """Seconds until called with ``ahead`` before one, low and high; ``None`` without a desk."""
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
    rules = state.in_force
    return sum(
        _share(state, rules.counter_by_id[counter].services, service)
        for counter in rules.counters_by_service[service]
        if state.desks[counter].status is not DeskStatus.CLOSED
    )


def open_desks(state: DayState, service: str) -> list[Desk]:
    """The desks calling for this service now."""
    desks = (state.desks[counter] for counter in state.in_force.counters_by_service[service])
    return [desk for desk in desks if desk.status is DeskStatus.OPEN]


def _share(state: DayState, services: tuple[str, ...], service: str) -> float:
    work = {each: (len(state.lines[each]) + 1) * service_s(state, each) for each in services}
    return work[service] / sum(work.values())


def _is_idle(state: DayState, service: str) -> bool:
    return any(not desk.ticket for desk in open_desks(state, service))
