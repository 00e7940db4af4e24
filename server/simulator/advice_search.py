"""What to do about long waits: the steps that could be taken, tried on the rest of the day.

Runs with and without a step get the same simulated people, so that the difference is the step's. A
step whose gain is no larger than the scatter between runs is not advised.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import fmean, stdev
from time import monotonic
from typing import Final

from server.core.calendar import stretches
from server.core.discipline import services_of
from server.core.estimate import service_s
from server.core.model import DayState, Desk, DeskStatus
from server.profile.atoms import WEEKDAYS
from server.profile.model import OfficeProfile
from server.simulator.erlang import Mmc
from server.simulator.rest_of_day import (
    ASSIGN,
    CLOSE,
    MOVE,
    OPEN,
    QUARTER_MIN,
    Curve,
    Outlook,
    StaffingStep,
    connected_services,
    expected,
    p90_waits,
    shares,
)

BUDGET_S: Final = 2.0
FIRST_RUNS: Final = 3
"""Runs of every step before the weaker ones are dropped."""
ENOUGH_RUNS: Final = 5
"""Fewer runs show nothing of the scatter between them."""
MOST_RUNS: Final = 60
MOST_STEPS: Final = 6
LEAST_GAIN_S: Final = 120
"""A smaller gain is not worth sending a clerk to another desk."""
WINDOW: Final = timedelta(minutes=75)
HALF_HOUR_S: Final = 1800
NOTHING: Final = StaffingStep()
RUNS_TO_CHOOSE: Final = (-1, -2)
"""Runs that only choose the service. Other runs judge it: the worst of a few looks worse than it
is.
"""

Clock = Callable[[], float]
Harms = Callable[[dict[str, float]], bool]
"""Whether these waits are worse for the other services than doing nothing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A step and what it does to a service: 90th percentiles in seconds, means over ``runs``.

    ``spread_s`` is how far the gain of one run lies from their mean. ``erlang_wait_s`` is the mean
    wait of queueing theory with the step done, ``None`` where more come than can be served.
    """

    step: StaffingStep
    service: str
    until_at: datetime
    p90_s: int
    p90_then_s: int
    spread_s: int
    runs: int
    erlang_wait_s: int | None

    @property
    def gain_s(self) -> int:
        """By how many seconds the 90th percentile falls."""
        return self.p90_s - self.p90_then_s

    @property
    def helps(self) -> bool:
        """Whether the gain exceeds both the scatter between runs and ``LEAST_GAIN_S``."""
        return self.runs >= ENOUGH_RUNS and self.gain_s > max(self.spread_s, LEAST_GAIN_S)


def window_end(state: DayState, now: datetime) -> datetime:
    """The end of the judged window: the first half hour at least 45 minutes away, or the session's
    end.
    """
    latest = now + WINDOW
    ends_at = latest - timedelta(seconds=latest.timestamp() % HALF_HOUR_S)
    session = (h for h in stretches(state.in_force, state.day) if h.opens_at <= now < h.closes_at)
    return min((ends_at, *(each.closes_at for each in session)))


def usual_curve(profile: OfficeProfile, weekday: int) -> Curve:
    """The quarters of a day as the profile's simulation has them; ``weekday`` counts from 0."""
    simulation = profile.simulation
    people = simulation.daily_tickets * simulation.weekday_factors.get(WEEKDAYS[weekday], 1.0)
    return tuple(
        (minute, people * window.share * QUARTER_MIN / (window.closes - window.opens))
        for window in simulation.arrivals
        for minute in range(window.opens, window.closes, QUARTER_MIN)
    )


def advise(
    outlook: Outlook, clock: Clock = monotonic, budget_s: float = BUDGET_S
) -> Comparison | None:
    """The step that helps the service with the longest waits most; ``None`` when none helps enough.

    A step that makes other services wait longer than promised is not advised. Where the machine is
    too slow or too busy for the least number of runs in this time, it takes longer: nobody waits
    for advice, and fewer runs advise nothing.
    """
    ends = clock() + budget_s
    promise_s = outlook.state.in_force.promise_s
    service = worst([p90_waits(outlook, NOTHING, seed) for seed in RUNS_TO_CHOOSE], promise_s)
    if not service:
        return None
    now = p90_waits(outlook, NOTHING, 0)

    def harms(then: dict[str, float]) -> bool:
        return any(
            wait_s > promise_s and wait_s > now.get(other, 0.0) + LEAST_GAIN_S
            for other, wait_s in then.items()
            if other != service
        )

    steps = list(steps_for(outlook.state, service))[:MOST_STEPS]
    compared = _compared(outlook, service, steps, lambda: clock() < ends, harms, ENOUGH_RUNS)
    best = max(compared, key=lambda each: each.gain_s, default=None)
    return best if best is not None and best.helps else None


def what_if(
    outlook: Outlook,
    step: StaffingStep,
    service: str,
    clock: Clock = monotonic,
    budget_s: float = BUDGET_S,
) -> Comparison:
    """What this step would do to the service."""
    ends = clock() + budget_s
    (compared,) = _compared(outlook, service, [step], lambda: clock() < ends, lambda _then: False)
    return compared


def worst(runs: list[dict[str, float]], promise_s: int) -> str:
    """The service with the longest waits to come, if they are over the promise; else empty."""
    every = {service for run in runs for service in run}
    waits = {service: fmean(run.get(service, 0.0) for run in runs) for service in sorted(every)}
    service = max(waits, key=lambda each: waits[each], default="")
    return service if service and waits[service] > promise_s else ""


def steps_for(state: DayState, service: str) -> Iterator[StaffingStep]:
    """What could be done for a service now, the simplest first."""
    free = _free_clerk(state, service)
    for desk in _closed_desks(state, service):
        if free:
            yield StaffingStep(OPEN, desk.id, service, free)
    others = [desk for desk in _open_desks(state) if service not in services_of(state, desk)]
    for desk in sorted(others, key=lambda each: _load_s(state, each)):
        if _can(state, desk.clerk, service):
            yield StaffingStep(ASSIGN, desk.id, service)
    for desk in others:
        for goal in _closed_desks(state, service)[:1]:
            if not desk.ticket and _can(state, desk.clerk, service):
                yield StaffingStep(MOVE, goal.id, service, desk.clerk, desk.id)


def step_at(state: DayState, counter: str, service: str) -> StaffingStep | None:
    """The step that a supervisor means who points at this desk; ``None`` when there is none.

    A closed desk is opened, an open one serves the service too, and a desk that serves it already
    is closed.
    """
    desk = state.desks.get(counter)
    if desk is None or service not in state.in_force.service_by_id:
        return None
    if desk.status is DeskStatus.CLOSED:
        free = _free_clerk(state, service)
        if not free or service not in services_of(state, desk):
            return None
        return StaffingStep(OPEN, counter, service, free)
    if service in services_of(state, desk):
        return StaffingStep(CLOSE, counter, service)
    return StaffingStep(ASSIGN, counter, service) if _can(state, desk.clerk, service) else None


def _compared(
    outlook: Outlook,
    service: str,
    steps: list[StaffingStep],
    has_time: Callable[[], bool],
    harms: Harms,
    least_runs: int = 2,
) -> list[Comparison]:
    """Each step by as many runs as fit, ``least_runs`` at least; in the end only the best one."""

    def p90s(step: StaffingStep, seed: int) -> dict[str, float]:
        services = connected_services(outlook.state, replace(step, service=service))
        return p90_waits(outlook, step, seed, services)

    first = {step: p90s(step, 0) for step in steps}
    after = {step: [p90.get(service, 0.0)] for step, p90 in first.items() if not harms(p90)}
    before = [p90s(NOTHING, 0).get(service, 0.0)]
    while after and len(before) < MOST_RUNS and (len(before) < least_runs or has_time()):
        seed = len(before)
        before.append(p90s(NOTHING, seed).get(service, 0.0))
        for step, waits in after.items():
            waits.append(p90s(step, seed).get(service, 0.0))
        if len(before) == FIRST_RUNS:
            # The remaining time goes to the step that looks best.
            best = min(after, key=lambda each: sum(after[each]))
            after = {best: after[best]}
    return [_comparison(outlook, service, step, before, waits) for step, waits in after.items()]


def _comparison(
    outlook: Outlook, service: str, step: StaffingStep, before: list[float], after: list[float]
) -> Comparison:
    gains = [was - then for was, then in zip(before, after, strict=True)]
    return Comparison(
        step=step,
        service=service,
        until_at=outlook.until_at,
        p90_s=round(fmean(before)),
        p90_then_s=round(fmean(after)),
        spread_s=round(stdev(gains)),
        runs=len(before),
        erlang_wait_s=erlang_wait_s(outlook, service, step),
    )


def erlang_wait_s(outlook: Outlook, service: str, step: StaffingStep) -> int | None:
    """The mean wait of queueing theory in the window; ``None``: more come than can be served."""
    state = _after(outlook.state, step)
    window_s = (outlook.until_at - outlook.now).total_seconds()
    people = expected(outlook, outlook.now, outlook.until_at) * shares(outlook)[service]
    desks = sum(1 for desk in _open_desks(state) if service in services_of(state, desk))
    each_s = service_s(state, service)
    if not people:
        return 0 if desks else None
    if people / window_s * each_s >= desks:
        return None
    return round(Mmc(people / window_s, 1 / each_s, desks).mean_wait)


def _after(state: DayState, step: StaffingStep) -> DayState:
    """The desks when the step is done."""
    desks = dict(state.desks)
    if step.action in (OPEN, MOVE):
        opened = replace(desks[step.counter], status=DeskStatus.OPEN, clerk=step.clerk)
        desks[step.counter] = opened
    if step.action == MOVE:
        desks[step.from_counter] = Desk(step.from_counter)
    if step.action == CLOSE:
        desks[step.counter] = Desk(step.counter)
    if step.action == ASSIGN:
        services = (*services_of(state, desks[step.counter]), step.service)
        desks[step.counter] = replace(desks[step.counter], services=services)
    return replace(state, desks=desks)


def _open_desks(state: DayState) -> list[Desk]:
    return [desk for desk in state.desks.values() if desk.status is not DeskStatus.CLOSED]


def _closed_desks(state: DayState, service: str) -> list[Desk]:
    """Those that could serve it, fewest skills first."""
    closed = [
        desk
        for desk in state.desks.values()
        if desk.status is DeskStatus.CLOSED and service in services_of(state, desk)
    ]
    return sorted(closed, key=lambda desk: len(services_of(state, desk)))


def _free_clerk(state: DayState, service: str) -> str:
    """A clerk without a desk who can serve it; supervisors last."""
    busy = {desk.clerk for desk in _open_desks(state)}
    rules = state.in_force
    free = [each for each in rules.clerks if each not in busy and _can(state, each, service)]
    return min(free, key=lambda each: each in rules.supervisors, default="")


def _can(state: DayState, clerk: str, service: str) -> bool:
    skill = state.in_force.skill_by_clerk.get(clerk)
    return skill is None or not skill.services or service in skill.services


def _load_s(state: DayState, desk: Desk) -> float:
    return sum(len(state.lines[each]) * service_s(state, each) for each in services_of(state, desk))
