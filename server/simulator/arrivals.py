"""Who comes when, for what, and how long it takes: one seed, one day, always the same."""

from dataclasses import dataclass
from math import log, sqrt
from random import Random

from server.profile.atoms import WEEKDAYS
from server.profile.model import OfficeProfile


@dataclass(frozen=True, slots=True)
class Arrival:
    """Somebody takes a number ``at_s`` seconds after the start of the simulated stretch."""

    at_s: float
    service: str
    priority: str


def arrivals(
    profile: OfficeProfile, seed: int, weekday: int, from_min: float, minutes: float
) -> list[Arrival]:
    """Everybody who comes between ``from_min`` (minutes of the day) and ``minutes`` later.

    A Poisson process whose rate is that of the profile's simulation section for this weekday
    (Monday 0). Who comes in a given minute does not depend on how long the stretch is.
    """
    simulation = profile.simulation
    factor = simulation.weekday_factors.get(WEEKDAYS[weekday], 1.0)
    came = []
    for window in simulation.arrivals:
        opens, closes = window.opens, window.closes
        expected = simulation.daily_tickets * factor * window.share
        rng = Random(f"{seed}/{weekday}/{opens}")  # noqa: S311 -- a simulation wants to be repeated
        minute = opens + rng.expovariate(expected / (closes - opens))
        while minute < closes:
            someone = Arrival(
                (minute - from_min) * 60, _service(profile, rng), _priority(profile, rng)
            )
            if from_min <= minute < from_min + minutes:
                came.append(someone)
            minute += rng.expovariate(expected / (closes - opens))
    return sorted(came, key=lambda one: one.at_s)


def service_seconds(profile: OfficeProfile, service: str, rng: Random) -> float:
    """Time at the desk, as the profile has it."""
    mean_s = next(each.usual_min for each in profile.services if each.id == service) * 60
    return spread_around(mean_s, profile.simulation.services[service].cv, rng)


def spread_around(mean_s: float, cv: float, rng: Random) -> float:
    """A length of service: log-normal, as observed counters are (reference/wait.md §3)."""
    spread = sqrt(log(1 + cv * cv))
    return rng.lognormvariate(log(mean_s) - spread * spread / 2, spread)


def _service(profile: OfficeProfile, rng: Random) -> str:
    shares = profile.simulation.services
    return rng.choices(list(shares), [load.share for load in shares.values()])[0]


def _priority(profile: OfficeProfile, rng: Random) -> str:
    drawn = rng.random()
    for code, share in profile.simulation.priorities.items():
        drawn -= share
        if drawn < 0:
            return code
    return ""
