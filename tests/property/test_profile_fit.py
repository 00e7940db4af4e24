"""Whether a running day fits another office: all that is in the way, as the core would have it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import assets
from server.core import commands as c
from server.core.decide import decide
from server.core.model import DayState
from server.core.rejected import Rejected
from server.core.rules import CounterRule, PriorityRule, Rules, ServiceRule
from server.profile.fit import misfits
from server.profile.load import load_office
from tests.support.builders import (
    ALWAYS_OPEN,
    after_commands,
    at,
    call,
    issue,
    opened,
    seat,
    some_rules,
)
from tests.support.days import STEPS, Step, lived

OLD = load_office(assets.OFFICES / "ward-hoa-binh.toml")
RULES = some_rules(sessions=ALWAYS_OPEN)
COPY_ONLY = replace(
    RULES,
    services=RULES.services[1:],
    counters=(CounterRule("6", ("copy",)), CounterRule("8", ("copy",))),
)
NEW_RULES = (
    RULES,
    COPY_ONLY,
    replace(RULES, priorities=(PriorityRule("P1", 1200),)),
    replace(RULES, clerks=("an", "chi", "dung")),
    replace(RULES, counters=RULES.counters[:2]),
    replace(RULES, services=(*RULES.services, ServiceRule("tax", "1", 1, 999, 3, 480))),
)
MOVES: tuple[tuple[tuple[str, str], ...], ...] = ((), (("birth", "copy"),), (("birth", "tax"),))
SCREENS_ONLY = ("unknown_clerk", "unknown_service", "other_office", "other_zone")


def words(state: DayState, new: Rules, *moves: tuple[str, str]) -> list[str]:
    """All that is in the way."""
    return [each.words for each in misfits(state, OLD, new, moves)]


def refused(state: DayState, command: c.Command) -> str | None:
    """Why the core refuses, ``None`` if it does not."""
    try:
        decide(state, command)
    except Rejected as refusal:
        return refusal.reason
    return None


@pytest.mark.slow
@given(STEPS, st.sampled_from(NEW_RULES), st.sampled_from(MOVES))
def test_what_the_core_refuses_is_named_and_what_is_not_named_it_allows(
    steps: list[Step], new: Rules, moves: tuple[tuple[str, str], ...]
) -> None:
    """On any day; beyond the core's reasons there are only those of screens and moves."""
    state = list(lived(steps))[-1].state
    found = misfits(state, OLD, new, moves)
    reason = refused(state, c.ChangeRules(at(2000), new, moves))
    if reason is None:
        assert all(each.code in SCREENS_ONLY for each in found)
    else:
        assert reason in [each.code for each in found]


def test_everybody_who_would_be_stranded_is_named_in_one_line() -> None:
    """With the way out."""
    state = after_commands(opened(RULES), [issue(f"t{n}", "birth", n) for n in range(3)])
    assert words(state, COPY_ONLY) == [
        "9 001, 9 002, 9 003 would have nowhere to go: birth vanishes."
        " Say where they go: --move birth=OTHER"
    ]
    assert words(state, COPY_ONLY, ("birth", "copy")) == []


def test_of_a_crowd_the_first_are_named_and_the_rest_counted() -> None:
    """A line on a terminal, not a page."""
    state = after_commands(opened(RULES), [issue(f"t{n}", "birth", n) for n in range(20)])
    (line,) = words(state, COPY_ONLY)
    assert line.startswith("9 001, ")
    assert "9 012 and 8 more would have" in line


def test_who_is_still_to_come_to_a_vanishing_service_is_stranded_too() -> None:
    """A route counts as waiting."""
    visit = c.IssueTicket(at(0), "t", "copy", "", route=("birth",))
    state = after_commands(opened(RULES), [visit])
    assert words(state, COPY_ONLY)[0].startswith("6 001 would have nowhere to go: birth")


def test_an_open_desk_and_its_clerk_cannot_vanish() -> None:
    """Each is named; a closed desk may go."""
    state = after_commands(opened(RULES), [seat("9", "chi")])
    assert words(state, replace(RULES, counters=RULES.counters[:2])) == [
        "9 vanishes while chi works there: close it first."
    ]
    without_chi = replace(RULES, clerks=("an", "binh", "dung"))
    assert words(state, without_chi) == ["chi is no clerk of the new file but works at 9."]
    assert words(opened(RULES), replace(RULES, counters=RULES.counters[:2])) == []


def test_a_desk_that_was_given_a_vanishing_service_is_named() -> None:
    """A supervisor's word of today would point into nothing."""
    given_away = c.AssignServices(at(1), "dung", "6", ("birth",))
    state = after_commands(opened(RULES), [given_away])
    assert "6 was given birth by a supervisor" in words(state, COPY_ONLY)[0]


def test_a_move_from_or_to_nowhere_is_named() -> None:
    """A slip of the pen must not pass as an answer."""
    state = opened(RULES)
    assert len(words(state, RULES, ("brith", "copy"), ("birth", "cpoy"))) == 2


@pytest.mark.parametrize(
    "new", [replace(RULES, office="other"), replace(RULES, zone="Europe/Berlin")]
)
def test_another_office_or_zone_needs_a_directory_of_its_own(new: Rules) -> None:
    """A log is one office's."""
    assert len(words(opened(RULES), new)) == 1


def test_a_day_that_is_over_is_in_nobodys_way() -> None:
    """Nor is one that was never opened."""
    busy = [issue("t", "birth"), seat("9", "chi", 1), call("9", "chi", 2)]
    state = after_commands(opened(RULES), busy)
    assert words(state, COPY_ONLY)
    assert words(after_commands(state, [c.CloseDay(at(9))]), COPY_ONLY) == []
    assert words(DayState(), COPY_ONLY) == []
