"""A whole day of an office in a fraction of a second: the real core, simulated people and time.

No server, no sockets: for tests over whole days, and for advice on staffing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from server.codes import ErrorCode
from server.core import commands as c
from server.core import events as e
from server.core.calendar import Stretch, stretches
from server.core.calibration import Calibration
from server.core.forecasts import EVERY
from server.core.model import DayState
from server.core.rules import Rules
from server.profile.load import rules
from server.profile.model import OfficeProfile
from server.simulator.arrivals import arrivals, service_seconds
from server.simulator.floor import Floor
from server.simulator.habits import USUAL, Habits
from server.simulator.hall import Hall

MONDAY: Final = date(2026, 11, 23)
"""Monday of the week in which simulated days lie."""
WHOLE_DAY_MIN: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Day:
    """What happened: the log, the state it ends in, and what was refused, by reason."""

    rules: Rules
    day: str
    facts: tuple[e.Event, ...]
    state: DayState
    refusals: Counter[ErrorCode]


def simulate_day(
    profile: OfficeProfile,
    seed: int,
    weekday: int,
    habits: Habits | None = None,
    calibration: Calibration | None = None,
) -> Day:
    """A day of this office, from before the kiosk opens until the day is closed.

    ``weekday`` counts from Monday 0. Without ``habits``: the usual ones, with the profile's
    share of no-shows. With a ``calibration`` (an empty one will do) forecasts are made with it,
    and every five minutes anew of all who wait, as the server does. The same arguments give the
    same day, event by event.
    """
    in_force = rules(profile)
    day = (MONDAY + timedelta(days=weekday)).isoformat()
    floor = Floor.opened(in_force, day, _midnight(in_force, day))
    hall = Hall(
        floor,
        _seats(profile),
        habits or replace(USUAL, no_show_rate=profile.simulation.no_show_rate),
        seed,
        lambda service, rng: service_seconds(profile, service, rng),
    )
    for desk in _seats(profile):
        for hours in desk_hours(in_force, day, desk):
            hall.works(desk, hours.opens_at, hours.closes_at)
    for index, person in enumerate(arrivals(profile, seed, weekday, 0, WHOLE_DAY_MIN)):
        moment = floor.now + timedelta(seconds=person.at_s)
        hall.expect(moment, f"t{index + 1}", person.service, person.priority)
    if calibration is not None:
        _foretells(floor, calibration, max(_ends(in_force, day), default=floor.now))
    floor.run()
    floor.ask(c.CloseDay(max([floor.now, *_ends(in_force, day)])))
    return Day(in_force, day, tuple(floor.facts), floor.state, floor.refusals)


def _foretells(floor: Floor, calibration: Calibration, until: datetime) -> None:
    floor.ask(c.LearnCalibration(floor.now, calibration))

    def review() -> None:
        floor.ask(c.MakeForecasts(floor.now))

    moment = floor.now
    while moment < until:
        moment += EVERY
        floor.at(moment, review)


def desk_hours(in_force: Rules, day: str, desk: str) -> list[Stretch]:
    """When somebody sits at this desk: whenever any of its services is open."""
    services = in_force.counter_by_id[desk].services
    every = {each for service in services for each in stretches(in_force, day, service)}
    return _merged(sorted(every, key=lambda each: each.opens_at))


def _merged(hours: Iterable[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for each in hours:
        if merged and each.opens_at <= merged[-1].closes_at:
            closes_at = max(merged[-1].closes_at, each.closes_at)
            merged[-1] = Stretch(merged[-1].opens_at, closes_at)
        else:
            merged.append(each)
    return merged


def _seats(profile: OfficeProfile) -> dict[str, str]:
    """Who sits where: as many desks as there are clerks, in the order of the profile."""
    return {
        desk.id: clerk.id for desk, clerk in zip(profile.counters, profile.clerks, strict=False)
    }


def _ends(in_force: Rules, day: str) -> list[datetime]:
    services = [each.id for each in in_force.services]
    return [each.closes_at for service in services for each in stretches(in_force, day, service)]


def _midnight(in_force: Rules, day: str) -> datetime:
    zone = ZoneInfo(in_force.zone)
    return datetime.combine(date.fromisoformat(day), time(), zone).astimezone(ZoneInfo("UTC"))
