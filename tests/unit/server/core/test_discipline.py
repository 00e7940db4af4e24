"""Who is next, and why: time credit with a cap."""

from server.core import discipline
from server.core.model import DayState
from server.core.rules import Discipline, DisciplineKind, PriorityRule
from tests.support.builders import after_commands, at, issue, opened, seat, some_rules


def waiting(*people: tuple[str, float, str]) -> DayState:
    """A day with desk 6 open and these (ticket, minute, priority) waiting for copies."""
    commands = [issue(ticket, "copy", minute, priority) for ticket, minute, priority in people]
    return after_commands(opened(), [seat("6", "an"), *commands])


def order(state: DayState, minute: float) -> list[tuple[str, str]]:
    return [(ticket.id, why.code) for ticket, why in discipline.order_for(state, "6", at(minute))]


def test_without_priority_the_one_who_came_first_is_called_first() -> None:
    """FCFS is what everybody expects."""
    state = waiting(("a", 0, ""), ("b", 1, ""), ("c", 2, ""))
    assert order(state, 5) == [("a", "oldest"), ("b", "oldest"), ("c", "oldest")]


def test_a_priority_counts_as_having_come_earlier_and_no_more_than_that() -> None:
    """P3 has ten minutes of credit: it passes who came eight minutes before, not twelve."""
    state = waiting(("early", 0, ""), ("late", 4, ""), ("old", 12, "P3"))
    assert order(state, 13) == [("early", "oldest"), ("old", "credit"), ("late", "oldest")]


def test_whoever_waited_longer_than_the_cap_is_overtaken_by_nobody() -> None:
    """After 45 minutes no credit counts against him."""
    state = waiting(("patient", 0, ""), ("old", 15, "P1"))
    assert order(state, 44) == [("old", "credit"), ("patient", "oldest")]
    assert order(state, 46) == [("patient", "cap"), ("old", "oldest")]


def test_two_who_came_in_the_same_moment_are_called_in_the_order_of_their_numbers() -> None:
    """Ticket ids are random; the order of issue is not."""
    state = waiting(("zz", 0, ""), ("aa", 0, ""))
    assert [ticket for ticket, _ in order(state, 1)] == ["zz", "aa"]


def test_people_ahead_counts_those_the_cap_protects() -> None:
    """A priority ticket does not pass who has waited beyond the cap, so it must count him."""
    state = waiting(("patient", 0, ""), ("old", 15, "P1"))
    old = state.tickets["old"]
    assert discipline.ahead_of(state, old, at(44)) == 0
    assert discipline.ahead_of(state, old, at(46)) == 1


def weighted(*people: tuple[str, float, str]) -> DayState:
    """As :func:`waiting`, in an office where the waits of P1 count threefold."""
    rules = some_rules(
        priorities=(PriorityRule("P1", 0, rate_percent=300),),
        discipline=Discipline(DisciplineKind.ACCUMULATING),
    )
    commands = [issue(ticket, "copy", minute, priority) for ticket, minute, priority in people]
    return after_commands(opened(rules), [seat("6", "an"), *commands])


def test_three_who_came_just_now_are_told_the_places_they_have() -> None:
    """No wait has any weight yet: the numbers decide, for the order and for what paper says."""
    state = weighted(("first", 0, ""), ("old", 0, "P1"), ("last", 0, ""))
    assert [ticket for ticket, _ in order(state, 0)] == ["first", "old", "last"]
    told = [discipline.ahead_of(state, state.tickets[t], at(0)) for t in ("first", "old", "last")]
    assert told == [0, 1, 2]


def test_of_two_equal_weights_the_one_who_came_first_has_nobody_ahead() -> None:
    """Three minutes of an ordinary wait weigh as much as one minute that counts threefold."""
    state = weighted(("early", 0, ""), ("old", 2, "P1"))
    assert [ticket for ticket, _ in order(state, 3)] == ["early", "old"]
    assert discipline.ahead_of(state, state.tickets["early"], at(3)) == 0
    assert discipline.ahead_of(state, state.tickets["old"], at(3)) == 1


def test_a_desk_serves_the_first_of_its_services_before_the_others_until_the_cap() -> None:
    """Desk 8 has births before copies; who has waited for a copy beyond the cap comes first."""
    rules = some_rules(discipline=Discipline(preferred_first=True))
    people = [issue("copy", "copy", 0), issue("birth", "birth", 5)]
    state = after_commands(opened(rules), [seat("8", "binh"), *people])
    order = [
        [(ticket.id, why.code) for ticket, why in discipline.order_for(state, "8", at(minute))]
        for minute in (10, 46)
    ]
    assert order[0] == [("birth", "preferred"), ("copy", "oldest")]
    assert order[1] == [("copy", "cap"), ("birth", "oldest")]
