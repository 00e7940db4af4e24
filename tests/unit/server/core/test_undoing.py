"""The clerk's last action taken back: what returns, what stays, and when it is too late."""

import pytest

from server.codes import ErrorCode
from server.core import commands as c
from server.core.decide import decide
from server.core.discipline import order_for
from server.core.model import DayState, Status
from server.core.rejected import Rejected
from server.core.rules import CounterRule
from tests.support.builders import after_commands, at, call, issue, opened, seat, some_rules

DESK = ("6", "an")
OTHER = ("8", "binh")
UNDO = c.UndoLast(at(10.5), *DESK)


def held_at_six() -> list[c.Command]:
    """Two tickets whose places desk 6 keeps, ``b`` before ``a``."""
    commands: list[c.Command] = [seat(*DESK), seat(*OTHER), issue("a"), issue("b")]
    for ticket in ("a", "b"):
        commands += [call(*DESK, 2), c.HoldTicket(at(3), *DESK, ticket, "papers", 20)]
    return [*commands, c.ReturnTicket(at(4), "b"), c.ReturnTicket(at(4), "a")]


def refusal_of(state: DayState, command: c.Command) -> ErrorCode:
    with pytest.raises(Rejected) as caught:
        decide(state, command)
    return caught.value.reason


@pytest.mark.parametrize("choice", ["a", "b"])
def test_a_kept_place_comes_back_where_it_stood_among_the_kept_ones(choice: str) -> None:
    """A slip of the finger costs nobody his place at the desk."""
    before = after_commands(opened(), held_at_six())
    press = c.CallTicket(at(10), *DESK, choice, "helping_out")
    state = after_commands(before, [press, UNDO])
    assert state.desks["6"].front == before.desks["6"].front == ("b", "a")


def test_a_place_kept_at_another_desk_comes_back_too() -> None:
    """Desk 8 called by mistake who was to come back to desk 6."""
    before = after_commands(opened(), held_at_six())
    press = c.CallTicket(at(10), *OTHER, "b", "helping_out")
    state = after_commands(before, [press, c.UndoLast(at(10.5), *OTHER)])
    assert state.desks["6"].front == ("b", "a")


def test_a_priority_given_meanwhile_does_not_cost_the_kept_place() -> None:
    """Whoever comes back to a desk is first there, with or without a priority."""
    state = after_commands(
        opened(), [*held_at_six(), c.AddPriority(at(5), "b", "P1", "an"), call(*DESK, 6)]
    )
    assert (state.desks["6"].ticket, state.desks["6"].front) == ("b", ("a",))


def test_what_a_supervisor_assigned_meanwhile_stays() -> None:
    """An undo is about the clerk's own action."""
    assigned = c.AssignServices(at(10.2), "dung", "8", ("birth",))
    called = after_commands(opened(), [seat(*OTHER), issue("a"), call(*OTHER, 10), assigned])
    state = after_commands(called, [c.UndoLast(at(10.5), *OTHER)])
    assert state.desks["8"].services == ("birth",)
    paused = c.PauseCounter(at(10), *OTHER, "break", 5)
    state = after_commands(opened(), [seat(*OTHER), paused, assigned, c.UndoLast(at(10.5), *OTHER)])
    assert state.desks["8"].services == ("birth",)


def test_who_was_sent_to_a_desk_that_has_closed_meanwhile_waits_for_any() -> None:
    """An undo brings nobody back to a line that nobody serves."""
    state = after_commands(
        opened(),
        [
            *(seat(*DESK), seat(*OTHER), issue("a"), call(*DESK, 1)),
            c.TransferTicket(at(2), *DESK, "a", "copy", "wrong_service", "8"),
            c.CallTicket(at(10), *DESK, "a", "helping_out"),
            c.CloseCounter(at(10.2), *OTHER),
            UNDO,
        ],
    )
    assert (state.tickets["a"].only_at, state.tickets["a"].status) == ("", Status.WAITING)
    assert [ticket.id for ticket, _ in order_for(state, "6", at(11))] == ["a"]


def test_who_missed_the_call_of_a_desk_that_closed_comes_back_to_the_hall() -> None:
    """Nobody is sent to a chair nobody sits on."""
    state = after_commands(
        opened(),
        [
            *(seat(*DESK), seat(*OTHER), issue("a"), call(*DESK, 1)),
            c.TransferTicket(at(2), *DESK, "a", "copy", "wrong_service", "8"),
            call(*OTHER, 3),
            c.MarkNoShow(at(4), *OTHER, "a"),
            c.CloseCounter(at(5), *OTHER),
            c.ReturnTicket(at(6), "a"),
        ],
    )
    assert [ticket.id for ticket, _ in order_for(state, "6", at(11))] == ["a"]


def test_the_lobby_shows_again_what_was_before() -> None:
    """A completion taken back is a person at the desk."""
    served = [
        *(seat(*DESK), issue("a"), call(*DESK, 8), c.StartService(at(9), *DESK, "a")),
        c.CompleteTicket(at(10), *DESK, "a", "accepted"),
    ]
    state = after_commands(opened(), [*served, UNDO])
    assert [call.status for call in state.calls] == [Status.SERVING]
    assert after_commands(opened(), [*served[:2], call(*DESK, 10), UNDO]).calls == ()


@pytest.mark.parametrize(
    ("between", "reason"),
    [
        (c.UndoLast(at(10.4), *DESK), ErrorCode.NOTHING_TO_UNDO),
        (c.OpenCounter(at(10.1), "6", "chi"), ErrorCode.NOT_YOUR_COUNTER),
        (c.RecallTicket(at(10.1), *DESK, "a"), ErrorCode.NOTHING_TO_UNDO),
        (c.RouteTicket(at(10.1), *DESK, "a", ("birth",)), ErrorCode.TOO_LATE),
        (c.ChangeRules(at(10.1), some_rules(recall_limit=5)), ErrorCode.NOTHING_TO_UNDO),
        (c.StartService(at(10.1), *DESK, "a"), None),
    ],
)
def test_an_undo_reaches_the_last_action_only(between: c.Command, reason: ErrorCode | None) -> None:
    """Whatever came between stands, and what it was built on with it."""
    state = after_commands(opened(), [seat(*DESK), issue("a"), call(*DESK, 10), between])
    if reason is None:
        assert after_commands(state, [UNDO]).tickets["a"].status is Status.CALLED
    else:
        assert refusal_of(state, UNDO) is reason


def test_what_another_desk_has_taken_up_cannot_be_taken_back() -> None:
    """Sent on, called there: the slip is no longer this clerk's alone."""
    state = after_commands(
        opened(),
        [
            *(seat(*DESK), seat("9", "chi"), issue("a"), call(*DESK, 9)),
            c.TransferTicket(at(10), *DESK, "a", "birth", "wrong_service"),
            call("9", "chi", 10.1),
        ],
    )
    assert refusal_of(state, UNDO) is ErrorCode.TOO_LATE


def test_a_minute_is_a_minute() -> None:
    """Sixty seconds are in time, a second more is not."""
    state = after_commands(opened(), [seat(*DESK), issue("a"), call(*DESK, 10)])
    assert decide(state, c.UndoLast(at(11), *DESK))
    assert refusal_of(state, c.UndoLast(at(11.02), *DESK)) is ErrorCode.TOO_LATE


def test_a_desk_the_profile_forgot_is_no_obstacle_to_a_transfer() -> None:
    """The ticket was at desk 9 this morning; there is no desk 9 any more."""
    two = some_rules(counters=(CounterRule("6", ("copy",)), CounterRule("8", ("birth", "copy"))))
    nine = ("9", "chi")
    state = after_commands(
        opened(),
        [
            *(seat(*nine), seat(*DESK), issue("a", "birth"), call(*nine, 1)),
            c.TransferTicket(at(2), *nine, "a", "copy", "wrong_service"),
            c.CloseCounter(at(3), *nine),
            c.ChangeRules(at(4), two),
            call(*DESK, 5),
            c.TransferTicket(at(6), *DESK, "a", "birth", "wrong_service"),
        ],
    )
    assert state.tickets["a"].service == "birth"


def test_an_assigned_service_that_vanishes_is_served_under_its_new_name() -> None:
    """A supervisor's choice follows the profile's moves instead of breaking the desk."""
    usual = some_rules()
    only_copy = some_rules(
        services=usual.services[1:],
        counters=(CounterRule("6", ("copy",)), CounterRule("8", ("copy",))),
    )
    state = after_commands(
        opened(),
        [
            seat(*OTHER),
            issue("a", "birth"),
            c.AssignServices(at(1), "dung", "8", ("birth",)),
            c.ChangeRules(at(2), only_copy, (("birth", "copy"),)),
            call(*OTHER, 3),
        ],
    )
    assert (state.desks["8"].services, state.desks["8"].ticket) == (("copy",), "a")
