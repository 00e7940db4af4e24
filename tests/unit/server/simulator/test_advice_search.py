"""Advice: the steps there are, what they do to the rest of the day, and when silence is honest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

import assets
from server.core import commands as c
from server.core.model import DayState
from server.core.rules import SkillRule
from server.profile.load import load_office, rules
from server.simulator.advice_search import (
    ENOUGH_RUNS,
    NOTHING,
    Comparison,
    advise,
    erlang_wait_s,
    step_at,
    steps_for,
    usual_curve,
    what_if,
    window_end,
    worst,
)
from server.simulator.rest_of_day import (
    ASSIGN,
    CLOSE,
    MOVE,
    OPEN,
    Outlook,
    StaffingStep,
    connected_services,
    expected,
    p90_waits,
    shares,
)
from tests.support.builders import after_commands

PROFILE = load_office(assets.OFFICES / "ward-hoa-binh.toml")
RULES = rules(PROFILE)
TEN = datetime(2026, 11, 23, 3, tzinfo=UTC)
"""Ten in the morning at the office."""
COPIES, BIRTHS, WEDDINGS = "chung_thuc", "khai_sinh", "ket_hon"
SEATS = ("q6", "q7", "q8", "q9")
"""Copies, welfare, and two desks for births and weddings."""


def morning(waiting: int, seats: tuple[str, ...] = SEATS, service: str = COPIES) -> DayState:
    """So many have come since half past nine, these desks have just opened."""
    clerks = {
        desk.id: clerk.id for desk, clerk in zip(PROFILE.counters, PROFILE.clerks, strict=False)
    }
    begins = TEN - timedelta(minutes=30)
    return after_commands(
        DayState(),
        [
            c.OpenDay(begins, "2026-11-23", RULES),
            *(c.IssueTicket(begins, f"t{n}", service, "", insist=True) for n in range(waiting)),
            *(c.OpenCounter(TEN, desk, clerks[desk]) for desk in seats),
        ],
    )


def seen(state: DayState, crowd: float = 1.0) -> Outlook:
    """The office at ten; ``crowd`` times as many as usual come."""
    usual = tuple((minute, crowd * people) for minute, people in usual_curve(PROFILE, 0))
    return Outlook(PROFILE, state, TEN, window_end(state, TEN), usual)


def ticking(step_s: float) -> Callable[[], float]:
    """A clock that goes on at every look."""
    ticks = count()
    return lambda: next(ticks) * step_s


def test_the_same_seed_brings_the_same_people_whatever_is_done() -> None:
    """So that only the step makes the difference; another seed is another day."""
    outlook = seen(morning(8))
    assert p90_waits(outlook, NOTHING, 1) == p90_waits(outlook, NOTHING, 1)
    assert p90_waits(outlook, NOTHING, 1) != p90_waits(outlook, NOTHING, 2)
    step = StaffingStep(ASSIGN, "q7", COPIES)
    untouched = {BIRTHS, WEDDINGS}
    for_both = (p90_waits(outlook, each, 1) for each in (NOTHING, step))
    first, second = ({s: p90.get(s) for s in untouched} for p90 in for_both)
    assert first == second


@pytest.mark.slow
def test_one_more_desk_for_a_long_line_is_advised() -> None:
    """Twenty wait at one desk; somebody who sits nowhere can open another."""
    state = morning(20, (*SEATS, "q1"))
    advised = advise(seen(state), ticking(0.05))
    assert advised is not None
    assert advised.service == COPIES
    assert advised.step.action in (ASSIGN, MOVE)
    assert advised.gain_s > advised.spread_s
    assert advised.p90_then_s < advised.p90_s
    assert advised.runs >= 5


@pytest.mark.slow
def test_a_machine_too_busy_for_its_time_takes_longer_rather_than_advise_nothing() -> None:
    """As many runs as can tell help from chance, however slow they are."""
    advised = advise(seen(morning(20, (*SEATS, "q1"))), ticking(100))
    assert advised is not None
    assert advised.runs == ENOUGH_RUNS


def test_where_nobody_waits_too_long_nothing_is_advised() -> None:
    """And nothing is tried out."""
    assert advise(seen(morning(0, tuple(d.id for d in PROFILE.counters)), crowd=0.1)) is None


def test_what_helps_by_no_more_than_chance_is_not_advised() -> None:
    """Nor by so little that nobody should get up for it, nor after two runs."""
    told = Comparison(NOTHING, COPIES, TEN, 2400, 1200, 1000, 40, None)
    assert told.helps
    assert not replace(told, spread_s=1200).helps
    assert not replace(told, p90_s=300, p90_then_s=200, spread_s=10).helps
    assert not replace(told, runs=4).helps


@pytest.mark.parametrize("births", [0, 6])
def test_a_step_that_makes_others_wait_longer_than_promised_is_not_advised(births: int) -> None:
    """The desk for births can help with copies only while nobody waits for births."""
    state = morning(20, ("q6", "q8"))
    came = [c.IssueTicket(TEN, f"b{n}", BIRTHS, "", insist=True) for n in range(births)]
    outlook = seen(after_commands(state, came), crowd=0.02 if not births else 1.0)
    advised = advise(outlook, ticking(0.05))
    assert (advised is None) == bool(births)


def test_time_that_has_run_out_ends_the_runs() -> None:
    """Two are made in any case: of one nobody can say how far chance reaches."""
    compared = what_if(
        seen(morning(8)), StaffingStep(ASSIGN, "q7", COPIES), COPIES, ticking(100), 2
    )
    assert compared.runs == 2
    assert not compared.helps


@pytest.mark.parametrize(
    ("counter", "service", "action"),
    [
        ("q6", COPIES, CLOSE),
        ("q7", COPIES, ASSIGN),
        ("q1", "thue", OPEN),
        ("q1", COPIES, None),
        ("nowhere", COPIES, None),
        ("q6", "nothing", None),
    ],
)
def test_touching_a_desk_opens_it_shares_it_or_closes_it(
    counter: str, service: str, action: str | None
) -> None:
    """And where nothing can be done, it says so."""
    step = step_at(morning(3), counter, service)
    assert (step.action if step else None) == action


def test_who_cannot_do_it_is_not_sent() -> None:
    """Skills of a clerk bind the advice as they bind the calls."""
    state = morning(9)
    taxes = tuple(SkillRule(clerk, ("thue",)) for clerk in RULES.clerks)
    bound = replace(state, rules=replace(RULES, skills=taxes))
    assert list(steps_for(bound, COPIES)) == []
    actions = [step.action for step in steps_for(state, COPIES)]
    assert actions.count(ASSIGN) == 3, "every open desk that does not do it yet"
    closed = morning(9, ("q7",))
    assert [step.action for step in steps_for(closed, COPIES)] == [OPEN, ASSIGN, MOVE]


def test_closing_the_only_desk_makes_the_waits_longer_and_theory_gives_up() -> None:
    """What if works in both directions."""
    outlook = seen(morning(4))
    closed = what_if(outlook, StaffingStep(CLOSE, "q6", COPIES), COPIES, ticking(0.3))
    assert closed.p90_then_s > closed.p90_s
    assert closed.erlang_wait_s is None


def test_who_is_being_served_is_served_for_a_while_longer_however_long_it_has_taken() -> None:
    """An hour at the desk already: the next one is called after now and not before."""
    state = morning(2, ())
    first, second = "t0", "t1"
    desk = ("q6", RULES.clerks[6])
    begins = TEN - timedelta(minutes=30)
    served = after_commands(
        state,
        [
            c.OpenCounter(begins, *desk),
            c.CallNext(begins, *desk),
            c.StartService(begins, *desk, first),
        ],
    )
    assert second in dict(served.tickets.items())
    outlook = replace(seen(served), usual=())
    assert all(p90_waits(outlook, NOTHING, seed)[COPIES] > 1800 for seed in range(5))


def test_theory_stands_beside_the_simulation() -> None:
    """The more desks the shorter the wait; nobody to come, no wait."""
    outlook = seen(morning(4), crowd=0.5)
    alone, helped = (
        erlang_wait_s(outlook, COPIES, each)
        for each in (NOTHING, StaffingStep(ASSIGN, "q7", COPIES))
    )
    assert alone is not None
    assert helped is not None
    assert 0 < helped < alone
    assert erlang_wait_s(replace(outlook, usual=()), COPIES, NOTHING) == 0


def test_only_services_that_share_desks_with_the_step_are_simulated() -> None:
    """Copies have a desk of their own; births and weddings share theirs."""
    state = morning(3)
    assert connected_services(state, StaffingStep(service=COPIES)) == {COPIES}
    assert connected_services(state, StaffingStep(service=BIRTHS)) == {BIRTHS, WEDDINGS}
    assert connected_services(state, StaffingStep(ASSIGN, "q8", COPIES)) == {
        COPIES,
        BIRTHS,
        WEDDINGS,
    }
    alone = p90_waits(seen(state), NOTHING, 3, frozenset({COPIES}))
    assert set(alone) == {COPIES}


def test_so_many_are_expected_as_usual_by_how_many_came_today() -> None:
    """A crowded morning makes a crowded noon; shares follow the day, slowly."""
    quiet, crowded = seen(morning(0)), seen(morning(150))
    window = (TEN, TEN + timedelta(hours=1))
    assert 0 < expected(quiet, *window) < expected(crowded, *window)
    assert shares(crowded)[COPIES] > shares(quiet)[COPIES] > 0
    assert sum(shares(quiet).values()) == pytest.approx(1)


def test_the_window_ends_at_a_half_hour_or_with_the_session() -> None:
    """Nobody is told to open a desk until 11:07, nor over lunch."""
    state = morning(0)
    assert window_end(state, TEN) == TEN + timedelta(hours=1)
    assert window_end(state, TEN + timedelta(minutes=20)) == TEN + timedelta(minutes=90)
    assert window_end(state, TEN + timedelta(minutes=80)) == TEN + timedelta(minutes=90)


def test_the_worst_service_is_named_only_beyond_the_promise() -> None:
    """A quarter of an hour is promised here."""
    assert worst([{"a": 1000.0, "b": 2000.0}], 900) == "b"
    assert worst([{"a": 1000.0, "b": 2000.0}, {"a": 3000.0}], 900) == "a"
    assert worst([{"a": 800.0}], 900) == ""
    assert worst([{}], 900) == ""
