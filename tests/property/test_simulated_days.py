"""Whole days of both demo offices, in silico: whatever happened, the evening finds all in order."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache, reduce
from itertools import chain
from pathlib import Path

import pytest

import assets
from server.codes import ErrorCode
from server.core import events as e
from server.core.calendar import stretches
from server.core.discipline import next_for, services_of
from server.core.evolve import evolve
from server.core.figures import day_figures
from server.core.lifecycle import IN_HAND
from server.core.model import DayState, DeskStatus, desk_line
from server.profile.load import load_office
from server.simulator.days import Day, simulate_day
from server.simulator.habits import USUAL, Habits
from server.store.event_store import Append, EventStore, open_engine, sqlite_url
from server.store.verify import verify

pytestmark = pytest.mark.slow

OFFICES = ("ward-hoa-binh", "province-song-lam")
WEEKDAYS = range(7)
SEEDS = (1, 2)
MANY_SLIPS = Habits(
    no_show_rate=0.1,
    no_show_returns=0.7,
    hold_rate=0.1,
    transfer_rate=0.1,
    named_desk_share=0.5,
    route_rate=0.1,
    slip_rate=0.1,
    pause_rate=0.2,
)
"""A day on which little goes smoothly."""


@cache
def simulated(office: str, weekday: int, seed: int, troubled: bool = False) -> Day:
    profile = load_office(assets.OFFICES / f"{office}.toml")
    return simulate_day(profile, seed, weekday, MANY_SLIPS if troubled else None)


@pytest.fixture(params=OFFICES)
def office(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def days(office: str) -> list[Day]:
    """A usual and a troubled week, and another usual Monday."""
    usual = [simulated(office, weekday, SEEDS[0]) for weekday in WEEKDAYS]
    troubled = [simulated(office, weekday, SEEDS[0], troubled=True) for weekday in WEEKDAYS]
    return [*usual, *troubled, simulated(office, 0, SEEDS[1])]


def test_no_ticket_is_left_in_limbo(days: list[Day]) -> None:
    """At the end nobody is present, and every ticket issued ended exactly once."""
    for day in days:
        state = day.state
        assert state.closed
        assert not state.tickets
        assert not state.set_aside
        assert all(len(line) == 0 for line in state.lines.values())
        assert all(desk.status is DeskStatus.CLOSED for desk in state.desks.values())
        assert not any(desk.ticket or desk.front for desk in state.desks.values())
        issued = [fact.ticket for fact in day.facts if isinstance(fact, e.TicketIssued)]
        assert Counter(_ended(day)) == Counter(issued)


def _ended(day: Day) -> list[str]:
    ended = (e.TicketCompleted, e.TicketCancelled)
    return [fact.ticket for fact in day.facts if isinstance(fact, ended)]


def test_the_figures_are_those_of_the_log(days: list[Day]) -> None:
    """Counted again from the bare events, every figure of the evening is the same."""
    for day in days:
        figures = day_figures(day.state)
        kinds = Counter(type(fact) for fact in day.facts)
        waits = _first_waits_s(day)
        assert figures.issued == kinds[e.TicketIssued] == figures.completed + figures.cancelled
        assert figures.completed == kinds[e.TicketCompleted]
        assert figures.cancelled == kinds[e.TicketCancelled]
        assert figures.no_show == kinds[e.TicketMissed]
        assert figures.called == len(waits)
        assert (figures.waiting, figures.in_hand) == (0, 0)
        if waits:
            assert figures.mean_wait_s == pytest.approx(sum(waits) / len(waits))


def _first_waits_s(day: Day) -> list[float]:
    """From taking the number to the first call that was not taken back."""
    came: dict[str, datetime] = {}
    calls: dict[str, list[datetime]] = {}
    for fact in day.facts:
        if isinstance(fact, e.TicketIssued):
            came[fact.ticket], calls[fact.ticket] = fact.at, []
        elif isinstance(fact, e.TicketCalled):
            calls[fact.ticket].append(fact.at)
        elif isinstance(fact, e.ActionUndone):
            calls[fact.ticket].pop()
    return [(at[0] - came[ticket]).total_seconds() for ticket, at in calls.items() if at]


def test_nobody_is_called_and_no_number_given_outside_hours(days: list[Day]) -> None:
    """A desk calls only while one of its services is open; kiosks keep the office's hours."""
    for day in days:
        for fact in day.facts:
            if isinstance(fact, e.TicketCalled):
                services = day.rules.counter_by_id[fact.counter].services
                assert any(_is_open(day, service, fact.at) for service in services), fact
            elif isinstance(fact, e.TicketIssued):
                hours = stretches(day.rules, day.day, fact.service)
                lead = timedelta(minutes=day.rules.kiosk_lead_min)
                assert hours[0].opens_at - lead <= fact.at < hours[-1].closes_at


def _is_open(day: Day, service: str, at: datetime) -> bool:
    hours = stretches(day.rules, day.day, service)
    return any(stretch.opens_at <= at < stretch.closes_at for stretch in hours)


def test_after_lunch_the_mornings_people_come_first_and_in_their_order(days: list[Day]) -> None:
    """In every line the first calls from 13:30 are those left from the morning, oldest first."""
    left_over = 0
    for day in days:
        if len(stretches(day.rules, day.day)) < 2:
            continue
        at_lunch = _at_lunch(day)
        for service in day.rules.services:
            left = _left_of_the_morning(at_lunch, day, service.id)
            called = _called_after_lunch(day, service.id, left)
            assert called[: len(left)] == left[: len(called)], (day.day, service.id)
            left_over += min(len(left), len(called))
    assert left_over > 30, "the mornings were too quiet to prove anything"


def _at_lunch(day: Day) -> DayState:
    opens_at = stretches(day.rules, day.day)[1].opens_at
    return reduce(evolve, (fact for fact in day.facts if fact.at < opens_at), DayState())


def _left_of_the_morning(state: DayState, day: Day, service: str) -> list[str]:
    """Who waited over lunch, by place."""
    closes_at = stretches(day.rules, day.day)[0].closes_at
    waiting = [ticket for _, ticket in state.lines[service].items()]
    return [ticket for ticket in waiting if state.tickets[ticket].arrived_at < closes_at]


def _called_after_lunch(day: Day, service: str, left: list[str]) -> list[str]:
    """Whom of those and of the later comers for this service desks called, in that order."""
    morning, afternoon = stretches(day.rules, day.day)
    counted = set(left)
    called: dict[str, None] = {}
    for fact in day.facts:
        if isinstance(fact, e.TicketIssued) and fact.at >= morning.closes_at:
            counted |= {fact.ticket} if fact.service == service else set()
        elif isinstance(fact, e.TicketCalled) and fact.at >= afternoon.opens_at:
            called |= {fact.ticket: None} if fact.ticket in counted else {}
    return list(called)


def test_no_desk_sits_idle_while_somebody_waits_whom_it_may_serve() -> None:
    """Longer than a hand takes to reach the key, that is."""
    day = simulated(OFFICES[0], 0, SEEDS[0], troubled=True)
    longest_s = USUAL.reaction_s[1]
    since: dict[str, datetime] = {}
    checked = 0
    for state, fact in _steps(day):
        for counter, began_at in since.items():
            assert (fact.at - began_at).total_seconds() <= longest_s + 0.001, (counter, fact)
        since = {
            desk.id: since.get(desk.id, fact.at)
            for desk in state.desks.values()
            if desk.status is DeskStatus.OPEN
            and not desk.ticket
            and next_for(state, desk.id, fact.at)
        }
        checked += len(since)
    assert checked > 200


def test_a_desk_calls_only_whom_it_may_serve_and_every_ticket_has_one_owner() -> None:
    """On a troubled day too, after every single event."""
    for state, fact in _steps(simulated(OFFICES[1], 4, SEEDS[0], troubled=True)):
        if isinstance(fact, e.TicketCalled):
            ticket = state.tickets[fact.ticket]
            may = services_of(state, state.desks[fact.counter])
            assert ticket.service in may or fact.why in ("returned", "sent_here")
        held = {desk.ticket for desk in state.desks.values()} - {""}
        in_hand = {id_ for id_, each in state.tickets.items() if each.status in IN_HAND}
        assert held == in_hand


def _steps(day: Day) -> Iterator[tuple[DayState, e.Event]]:
    state = DayState()
    for fact in day.facts:
        state = evolve(state, fact)
        yield state, fact


def test_the_log_of_a_day_is_clean_on_disk_and_replays_to_its_state(
    office: str, tmp_path: Path
) -> None:
    """What ``denluot verify`` checks holds: chain, versions, replay and read model."""
    day = simulated(office, 0, SEEDS[0], troubled=True)
    store = EventStore(open_engine(sqlite_url(tmp_path)))
    store.append([Append(day.day, 1, day.facts, "simulated", "simulator")])
    loaded = reduce(evolve, (each.event for each in store.load(day.day)), DayState())
    verdict = verify(store.engine)
    store.close()
    assert verdict.is_clean, verdict.problems
    assert verdict.events == len(day.facts)
    assert loaded == day.state


def test_the_same_seed_is_the_same_day_and_another_seed_another(office: str) -> None:
    """A day that showed a fault can be lived again, event by event."""
    profile = load_office(assets.OFFICES / f"{office}.toml")
    again = simulate_day(profile, SEEDS[0], 2)
    assert again.facts == simulated(office, 2, SEEDS[0]).facts
    assert again.facts != simulate_day(profile, SEEDS[1], 2).facts


def test_these_days_are_not_dull(days: list[Day]) -> None:
    """Every kind of thing a day in an office does to a ticket did happen; little was refused."""
    kinds = {type(fact) for fact in chain.from_iterable(day.facts for day in days)}
    assert kinds >= {
        e.TicketRecalled,
        e.TicketMissed,
        e.TicketHeld,
        e.TicketReturned,
        e.TicketTransferred,
        e.LegCompleted,
        e.ActionUndone,
        e.CounterPaused,
        e.CounterResumed,
        e.TicketCancelled,
    }
    called = [f for day in days for f in day.facts if isinstance(f, e.TicketCalled)]
    assert {"oldest", "credit", "returned", "sent_here", "cap"} <= {fact.why for fact in called}
    refused = {reason for day in days for reason in day.refusals}
    assert refused <= {
        ErrorCode.NOBODY_WAITING,
        ErrorCode.BEYOND_CLOSING,
        ErrorCode.KIOSK_CLOSED,
        ErrorCode.TOO_LATE,
        ErrorCode.ILLEGAL_MOVE,
        ErrorCode.COUNTER_CLOSED,
    }


def test_a_ticket_sent_to_one_desk_waits_in_that_desks_line() -> None:
    """Among the troubles are tickets sent to a desk by name, and desks that close on them."""
    day = simulated(OFFICES[0], 0, SEEDS[0], troubled=True)
    lines = {desk_line(counter.id) for counter in day.rules.counters}
    most = max(sum(len(state.lines[line]) for line in lines) for state, _ in _steps(day))
    assert most > 0
