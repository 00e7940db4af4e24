"""Simulates the rest of a day from its present state, with one step taken, on the real core.

Arrivals: the usual number at these hours, scaled by how many came today. Open desks stay open and
closed ones closed, but for the step that is tried.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Final
from zoneinfo import ZoneInfo

from server.core import events as e
from server.core.calendar import Stretch, minute_of_day
from server.core.discipline import services_of
from server.core.estimate import SERVICE_CV as CV
from server.core.estimate import service_s
from server.core.model import DayState, Desk, DeskStatus, Status
from server.profile.model import OfficeProfile
from server.simulator.arrivals import spread_around
from server.simulator.days import desk_hours
from server.simulator.floor import Floor
from server.simulator.habits import USUAL, seeded_random
from server.simulator.hall import Hall

QUARTER_MIN: Final = 15
USUAL_WEIGHT: Final = 20
"""Weight of the usual day, as a number of people seen today."""
BACK_AFTER: Final = timedelta(minutes=5)
"""When a pause ends whose time has run out, or one who is held comes back."""
LONGEST: Final = timedelta(hours=4)

OPEN, ASSIGN, MOVE, CLOSE = "open", "assign", "move", "close"
TAKES: Final = {OPEN: timedelta(minutes=3), MOVE: timedelta(minutes=1)}
"""How long it takes to carry out a step."""

Curve = tuple[tuple[int, float], ...]
"""Arrivals in each quarter of an hour, by the minute of the day at which it begins."""


@dataclass(frozen=True, slots=True)
class StaffingStep:
    """A step a supervisor may take, in force until the end of the window.

    ``open`` a closed desk with ``clerk``, ``assign`` the service to an open one, ``move`` the clerk
    there from ``from_counter``, or ``close`` a desk. An empty ``action``: go on as now.
    """

    action: str = ""
    counter: str = ""
    service: str = ""
    clerk: str = ""
    from_counter: str = ""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The day's state ``now`` and the usual day's curve; ``until_at`` ends the window that is
    judged.
    """

    profile: OfficeProfile
    state: DayState
    now: datetime
    until_at: datetime
    usual: Curve = ()


def p90_waits(
    outlook: Outlook, step: StaffingStep, seed: int, services: frozenset[str] | None = None
) -> dict[str, float]:
    """By service: the 90th percentile of the waits of those who wait or come in the window.

    Seconds from the number to the first call. The same seed brings the same people whatever the
    step, so that two steps can be compared. With ``services`` only these and their desks are
    simulated.
    """
    rest = _Rest(outlook, step, seed, services or frozenset(outlook.state.in_force.service_by_id))
    waits: dict[str, list[float]] = {}
    for service, wait_s in rest.waits():
        waits.setdefault(service, []).append(wait_s)
    return {service: percentile(of, 0.9) for service, of in waits.items()}


def percentile(values: list[float], share: float) -> float:
    """The value that a ``share`` (0 to 1) of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def expected(outlook: Outlook, from_at: datetime, until_at: datetime) -> float:
    """How many people will come between two moments."""
    zone = outlook.state.in_force.zone
    window = minute_of_day(from_at, zone), minute_of_day(until_at, zone)
    return _of_curve(outlook, *window) * _pace(outlook)


def shares(outlook: Outlook) -> dict[str, float]:
    """Each service's share of the arrivals: that of today or, while few have come, the usual."""
    state, usual = outlook.state, outlook.profile.simulation.services
    weights = {
        service: state.tallies[service].issued
        + USUAL_WEIGHT * (usual[service].share if service in usual else 0.0)
        for service in state.in_force.service_by_id
    }
    whole = sum(weights.values()) or 1.0
    return {service: weight / whole for service, weight in weights.items()}


def connected_services(state: DayState, step: StaffingStep) -> frozenset[str]:
    """The services whose waits a step may change: those that share desks with it, directly or
    through others.
    """
    touched = {step.service}
    for counter in (step.counter, step.from_counter):
        if counter:
            touched |= set(services_of(state, state.desks[counter]))
    groups = [
        set(services_of(state, desk))
        for desk in state.desks.values()
        if desk.status is not DeskStatus.CLOSED
    ]
    while True:
        more = touched.union(*(group for group in groups if group & touched))
        if more == touched:
            return frozenset(touched)
        touched = more


def _of_curve(outlook: Outlook, from_min: float, until_min: float) -> float:
    return sum(
        people
        * max(0.0, min(until_min, minute + QUARTER_MIN) - max(from_min, minute))
        / QUARTER_MIN
        for minute, people in outlook.usual
    )


def _pace(outlook: Outlook) -> float:
    """Ratio of today's arrivals so far to the usual number by this time."""
    now_min = minute_of_day(outlook.now, outlook.state.in_force.zone)
    came = sum(tally.issued for tally in outlook.state.tallies.values())
    return (came + USUAL_WEIGHT) / (_of_curve(outlook, 0, now_min) + USUAL_WEIGHT)


class _Rest:
    """One run."""

    def __init__(
        self, outlook: Outlook, step: StaffingStep, seed: int, services: frozenset[str]
    ) -> None:
        self._outlook = outlook
        self._services = services
        self._step = step
        self._seed = seed
        self._floor = Floor(outlook.state, outlook.now)
        simulation = outlook.profile.simulation
        lengths_s = {
            service: service_s(outlook.state, service)
            for service in outlook.state.in_force.service_by_id
        }
        cvs = {service: load.cv for service, load in simulation.services.items()}
        seats = {desk.id: desk.clerk for desk in self._at_work()}
        if step.clerk:
            seats[step.counter] = step.clerk
        self._hall = Hall(
            self._floor,
            seats,
            replace(USUAL, no_show_rate=simulation.no_show_rate, pause_rate=0),
            seed,
            lambda service, rng: spread_around(lengths_s[service], cvs.get(service, CV), rng),
        )

    def waits(self) -> Iterator[tuple[str, float]]:
        """Service and seconds of everybody who waits or comes in the window."""
        self._seat_everybody()
        self._take_step()
        self._expect_people()
        self._floor.run(self._is_over)
        called: dict[str, datetime] = {}
        issued: dict[str, tuple[str, datetime]] = {}
        for fact in self._floor.facts:
            if isinstance(fact, e.TicketCalled):
                called.setdefault(fact.ticket, fact.at)
            elif isinstance(fact, e.TicketIssued) and fact.at <= self._outlook.until_at:
                issued[fact.ticket] = fact.service, fact.at
        for _, ticket in self._outlook.state.tickets.items():
            if ticket.status is Status.WAITING and ticket.first_called_at is None:
                issued[ticket.id] = ticket.service, ticket.arrived_at
        for ticket_id, (service, came_at) in issued.items():
            ends_at = called.get(ticket_id, self._floor.now)
            if service in self._services:
                yield service, (ends_at - came_at).total_seconds()

    def _at_work(self) -> list[Desk]:
        state, step = self._outlook.state, self._step
        return [
            desk
            for desk in state.desks.values()
            if desk.status is not DeskStatus.CLOSED
            and (
                desk.id in (step.counter, step.from_counter)
                or not self._services.isdisjoint(services_of(state, desk))
            )
        ]

    def _hours(self, desk: str) -> list[Stretch]:
        """The rest of the desk's working hours; a desk in overtime works to the window's end."""
        state, now = self._outlook.state, self._outlook.now
        ahead = [h for h in desk_hours(state.in_force, state.day, desk) if h.closes_at > now]
        if ahead and ahead[0].opens_at <= now:
            return ahead
        return [Stretch(now, max(self._outlook.until_at, now)), *ahead]

    def _seat_everybody(self) -> None:
        now, step = self._outlook.now, self._step
        for desk in self._at_work():
            present, *later = self._hours(desk.id)
            leaves_at = present.closes_at
            if step.action == CLOSE and step.counter == desk.id:
                leaves_at = now
            if not (step.action == MOVE and step.from_counter == desk.id):
                back_at = max(desk.back_at or now, now + BACK_AFTER)
                self._hall.goes_on(desk.id, leaves_at, back_at)
            for hours in later:
                self._hall.works(desk.id, hours.opens_at, hours.closes_at)

    def _take_step(self) -> None:
        step, now, until_at = self._step, self._outlook.now, self._outlook.until_at
        if step.action in TAKES:
            self._hall.works(step.counter, now + TAKES[step.action], until_at)
        if step.action == MOVE:
            self._floor.record(e.CounterClosed(now, step.from_counter, step.clerk))
            for hours in self._hours(step.from_counter)[:1]:
                back_at = until_at + BACK_AFTER
                self._hall.works(step.from_counter, back_at, max(back_at, hours.closes_at))
        if step.action == ASSIGN:
            desk = self._outlook.state.desks[step.counter]
            services = services_of(self._outlook.state, desk)
            more = (*services, step.service)
            self._floor.record(e.ServicesAssigned(now, desk.id, desk.clerk, more))
            back = desk.services or ()
            self._floor.at(
                until_at,
                lambda: self._floor.record(e.ServicesAssigned(until_at, desk.id, desk.clerk, back)),
            )

    def _expect_people(self) -> None:
        outlook = self._outlook
        rng = seeded_random(self._seed, "arrivals")
        of_service, of_priority = shares(outlook), self._priorities()
        pace, zone = _pace(outlook), outlook.state.in_force.zone
        midnight = outlook.now.astimezone(ZoneInfo(zone)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        count = 0
        for minute, people in outlook.usual:
            if not people:
                continue
            comes = minute + rng.expovariate(people * pace / QUARTER_MIN)
            while comes < minute + QUARTER_MIN:
                moment = (midnight + timedelta(minutes=comes)).astimezone(outlook.now.tzinfo)
                service = _drawn(of_service, rng)
                priority = _drawn(of_priority, rng)
                count += 1
                is_to_come = outlook.now < moment < outlook.now + LONGEST
                if is_to_come and service in self._services:
                    self._hall.expect(moment, f"expected{count}", service, priority)
                comes += rng.expovariate(people * pace / QUARTER_MIN)
        for _, ticket_id in outlook.state.set_aside.items():
            ticket = outlook.state.tickets[ticket_id]
            if ticket.held_until is not None and ticket.service in self._services:
                away_s = (ticket.held_until - outlook.now).total_seconds()
                self._hall.comes_back(ticket.id, max(away_s, BACK_AFTER.total_seconds()))

    def _priorities(self) -> dict[str, float]:
        known = self._outlook.state.in_force.priority_by_code
        usual = {
            code: share
            for code, share in self._outlook.profile.simulation.priorities.items()
            if code in known
        }
        return usual | {"": 1 - sum(usual.values())}

    def _is_over(self) -> bool:
        """Whether all tickets of the window were called, or the run has gone on for too long."""
        if self._floor.now <= self._outlook.until_at:
            return False
        if self._floor.now > self._outlook.now + LONGEST:
            return True
        state = self._floor.state
        lines = (state.lines[service] for service in self._services)
        waiting = (state.tickets[id_] for line in lines for _, id_ in line.items())
        return not any(
            each.first_called_at is None and each.arrived_at <= self._outlook.until_at
            for each in waiting
        )


def _drawn(weights: dict[str, float], rng: Random) -> str:
    return rng.choices(list(weights), list(weights.values()))[0]
