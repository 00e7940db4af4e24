"""The numbers on paper: in order, without gap, and never one that somebody still holds."""

import pytest

from server.codes import ErrorCode
from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.numbering import label
from server.core.rejected import Rejected
from server.core.rules import CounterRule, ServiceRule
from tests.support.builders import after_commands, at, call, issue, opened, seat, some_rules

DESK = ("6", "an")


def small_office(last_number: int) -> DayState:
    """An office whose only service has few numbers."""
    copies = ServiceRule("copy", "6", 1, last_number, 3, 240)
    rules = some_rules(services=(copies,), counters=(CounterRule("6", ("copy",)),))
    return after_commands(opened(rules), [seat(*DESK)])


def labels(state: DayState) -> list[str]:
    """The labels in the building, in the order of their ids."""
    return [ticket.label for _, ticket in state.tickets.items()]


def served(ticket: str) -> list[c.Command]:
    """Called, come, done."""
    return [
        call(*DESK, 1),
        c.StartService(at(1), *DESK, ticket),
        c.CompleteTicket(at(1), *DESK, ticket, "accepted"),
    ]


def refused(state: DayState, command: c.Command) -> ErrorCode:
    """The reason why not."""
    with pytest.raises(Rejected) as refusal:
        decide(state, command)
    return refusal.value.reason


def test_each_prefix_counts_for_itself_from_its_first_number() -> None:
    """Two services never share a label."""
    state = after_commands(opened(), [issue("a"), issue("b"), issue("c", "birth"), issue("d")])
    assert labels(state) == ["6 001", "6 002", "9 001", "6 003"]


def test_a_label_has_its_prefix_a_space_and_as_many_digits_as_the_office_wants() -> None:
    """What the voice speaks and the printer prints."""
    assert label(ServiceRule("s", "H", 1, 9999, 4, 60), 12) == "H 0012"


def test_a_cancelled_number_is_not_given_again() -> None:
    """There is paper in the hall that bears it."""
    state = after_commands(opened(), [issue("a"), c.CancelTicket(at(1), "a", "left"), issue("b")])
    assert labels(state) == ["6 002"]


def test_after_the_last_number_the_first_is_given_once_it_is_free() -> None:
    """The wrap is defined, not an accident."""
    state = small_office(3)
    state = after_commands(state, [issue("a"), *served("a"), issue("b"), *served("b"), issue("c")])
    assert labels(after_commands(state, [issue("d")])) == ["6 003", "6 001"]


def test_numbers_are_exhausted_while_somebody_in_the_building_holds_the_first() -> None:
    """Two people with one label would both stand up."""
    state = after_commands(small_office(3), [issue("a"), issue("b"), issue("c")])
    assert refused(state, issue("d")) is ErrorCode.NUMBERS_EXHAUSTED


def test_after_a_wrap_no_number_is_given_that_somebody_still_holds() -> None:
    """Number 2 has been on hold since the morning; number 1 is free again."""
    state = after_commands(
        small_office(3),
        [
            *(issue("a"), *served("a")),
            *(issue("b"), call(*DESK, 1), c.HoldTicket(at(1), *DESK, "b", "papers", 99)),
            *(issue("c"), *served("c")),
            issue("d"),
        ],
    )
    assert labels(state) == ["6 002", "6 001"]
    assert refused(state, issue("e")) is ErrorCode.NUMBERS_EXHAUSTED


def kept(state: DayState, service: str = "copy", device: str = "K1") -> tuple[int, int]:
    """The numbers a kiosk would get in reserve."""
    [fact] = decide(state, c.ReserveNumbers(at(1), device, service))
    assert isinstance(fact, e.NumbersReserved)
    return fact.first, fact.last


def reserved(state: DayState, times: int) -> DayState:
    """Some kiosks have their reserve."""
    kiosks = [c.ReserveNumbers(at(1), f"K{n}", "copy") for n in range(times)]
    return after_commands(state, kiosks)


def test_reserves_come_from_the_top_so_that_the_hall_counts_from_one() -> None:
    """Three kiosks have theirs before the first citizen comes: he is not told to be number 151."""
    state = reserved(opened(), 3)
    assert [(each.first, each.last) for each in state.reserves] == [
        *((950, 999), (900, 949), (850, 899))
    ]
    assert kept(state, "birth") == (950, 999), "each prefix has its own"
    assert labels(after_commands(state, [issue("a"), issue("b")])) == ["6 001", "6 002"]


def test_the_reserves_of_all_kiosks_leave_half_the_numbers_to_the_hall() -> None:
    """However many kiosks an office buys."""
    state = reserved(small_office(9), 1)
    assert (state.reserves[0].first, state.reserves[0].last) == (6, 9)
    assert refused(state, c.ReserveNumbers(at(1), "K2", "copy")) is ErrorCode.NUMBERS_EXHAUSTED
    state = after_commands(state, [issue(f"t{n}") for n in range(5)])
    assert labels(state) == [f"6 00{n}" for n in range(1, 6)]
    assert refused(state, issue("more")) is ErrorCode.NUMBERS_EXHAUSTED


def test_a_reserve_never_holds_a_number_that_was_given_today() -> None:
    """Late in the day there is little left; after a wrap nothing is."""
    state = after_commands(small_office(9), [issue(f"t{n}") for n in range(7)])
    assert kept(state) == (8, 9)
    everybody = [c.CancelTicket(at(1), f"t{n}", "left") for n in range(9)]
    state = after_commands(state, [issue("t7"), issue("t8"), *everybody, issue("again")])
    assert labels(state) == ["6 001"]
    assert refused(state, c.ReserveNumbers(at(1), "K1", "copy")) is ErrorCode.NUMBERS_EXHAUSTED


def test_the_wrap_steps_over_what_kiosks_keep() -> None:
    """The last number of the hall is the one below the reserves."""
    state = reserved(small_office(4), 1)
    assert (state.reserves[0].first, state.reserves[0].last) == (3, 4)
    for ticket in "abc":
        state = after_commands(state, [issue(ticket), c.CancelTicket(at(1), ticket, "left")])
    assert labels(after_commands(state, [issue("d")])) == ["6 002"]


def test_a_reserve_of_an_older_log_at_the_bottom_is_stepped_over_as_well() -> None:
    """Before, reserves were the next numbers; such a day may be under way at an update."""
    state = evolve(opened(), e.NumbersReserved(at(1), "K1", "copy", 1, 50))
    assert labels(after_commands(state, [issue("a")])) == ["6 051"]
    assert kept(after_commands(state, [issue("a")])) == (950, 999)


def test_a_full_hall_of_other_services_does_not_exhaust_the_numbers_of_this_one() -> None:
    """Each prefix has a space of its own."""
    services = (ServiceRule("birth", "9", 1, 999, 3, 900), ServiceRule("copy", "6", 1, 2, 3, 240))
    state = after_commands(
        opened(some_rules(services=services)),
        [
            seat(*DESK),
            *(issue(f"birth{n}", "birth") for n in range(3)),
            *(issue("a"), *served("a"), issue("b"), *served("b"), issue("c")),
        ],
    )
    assert state.tickets["c"].label == "6 001"
