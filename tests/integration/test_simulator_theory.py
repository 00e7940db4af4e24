"""The real core under textbook people: its waits are those of theory and of another simulator.

Poisson arrivals, exponential services, one line, first come first served: Erlang C knows the
answer, and Ciw (an independent queue simulator) finds it in its own way. Ours must agree with both
within the confidence intervals. All seeds are fixed: the same numbers in every run.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import hypot
from random import Random
from statistics import fmean, stdev

import ciw
import pytest

from server.core import events as e
from server.core.rules import CounterRule, Discipline, DisciplineKind, Rules, ServiceRule
from server.simulator.erlang import Mmc
from server.simulator.floor import Floor
from server.simulator.habits import PUNCTUAL
from server.simulator.hall import Hall
from tests.support.builders import ALWAYS_OPEN, some_rules

pytestmark = pytest.mark.slow

MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
PEOPLE = 10_000
WARM_UP = 500
"""The first people come into an empty hall, of which the formula knows nothing."""
BATCHES = 20
T_99 = 2.861
"""Student's t for 99 % and 19 degrees of freedom."""
SEED = 2026

HALLS = [
    Mmc(arrivals=0.7, served=1, desks=1),
    Mmc(arrivals=2.1, served=1, desks=3),
    Mmc(arrivals=4.8, served=1, desks=6),
]
"""In minutes: a desk at 70 %, three at 70 %, six at 80 %."""


@dataclass(frozen=True)
class Interval:
    """A mean and how far the true one may lie from it, with 99 % confidence."""

    mean: float
    half: float

    def holds(self, value: float) -> bool:
        return abs(value - self.mean) <= self.half

    def agrees(self, other: "Interval") -> bool:
        """Whether the difference of the two may be chance."""
        return abs(self.mean - other.mean) <= hypot(self.half, other.half)


def batch_means(values: Iterable[float]) -> Interval:
    """Neighbours in a queue wait alike; the means of long stretches hardly depend on each other."""
    kept = list(values)[WARM_UP:]
    size = len(kept) // BATCHES
    means = [fmean(kept[first : first + size]) for first in range(0, size * BATCHES, size)]
    return Interval(fmean(means), T_99 * stdev(means) / BATCHES**0.5)


def ours(hall: Mmc) -> list[float]:
    """Waits in minutes, in the order of arrival, decided by the core command by command."""
    desks = {f"d{number}": f"c{number}" for number in range(hall.desks)}
    floor = Floor.opened(bare_rules(desks), "2026-11-23", MONDAY)
    arrivals, services = Random(f"{SEED}/arrivals"), Random(f"{SEED}/services")
    people = Hall(
        floor, desks, PUNCTUAL, SEED, lambda _service, _rng: 60 * services.expovariate(hall.served)
    )
    minute = 0.0
    for number in range(PEOPLE):
        minute += arrivals.expovariate(hall.arrivals)
        people.expect(MONDAY + timedelta(minutes=minute), f"t{number}", "copy")
    for desk in desks:
        people.works(desk, MONDAY, MONDAY + timedelta(minutes=2 * minute))
    floor.run()
    came = {fact.ticket: fact.at for fact in floor.facts if isinstance(fact, e.TicketIssued)}
    called = {fact.ticket: fact.at for fact in floor.facts if isinstance(fact, e.TicketCalled)}
    return [(called[ticket] - at).total_seconds() / 60 for ticket, at in came.items()]


def bare_rules(desks: dict[str, str]) -> Rules:
    """One service, these desks, always open, first come first served."""
    return some_rules(
        services=(ServiceRule("copy", "6", 1, 999_999, 6, 60),),
        counters=tuple(CounterRule(desk, ("copy",)) for desk in desks),
        clerks=tuple(desks.values()),
        supervisors=(),
        sessions=ALWAYS_OPEN,
        discipline=Discipline(DisciplineKind.FCFS),
    )


def ciws(hall: Mmc) -> list[float]:
    """The same hall as Ciw simulates it."""
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=hall.arrivals)],
        service_distributions=[ciw.dists.Exponential(rate=hall.served)],
        number_of_servers=[hall.desks],
    )
    ciw.seed(SEED)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(2 * PEOPLE, method="Finish")
    records = sorted(simulation.get_all_records(), key=lambda record: record.arrival_date)
    return [record.waiting_time for record in records]


@pytest.mark.parametrize("hall", HALLS, ids=lambda hall: f"{hall.desks} desks")
def test_waits_agree_with_erlang_c_and_with_ciw(hall: Mmc) -> None:
    """P(must wait), the mean wait and P(longer than a mean service), each within 99 %."""
    mine, theirs = ours(hall), ciws(hall)
    for measure, truth in (
        (lambda wait: float(wait > 1e-6), hall.must_wait),
        (lambda wait: wait, hall.mean_wait),
        (lambda wait: float(wait > 1 / hall.served), hall.waits_longer(1 / hall.served)),
    ):
        found, peer = batch_means(map(measure, mine)), batch_means(map(measure, theirs))
        assert found.holds(truth), (found, truth)
        assert found.agrees(peer), (found, peer)
        assert found.half < truth / 2, "the interval is too wide to prove anything"
