"""What facts do to the day, where an example says more than an invariant."""

from server.core import commands as c
from server.core.discipline import order_for
from server.core.model import RECENT_CALLS, DayState, DeskStatus, Status
from tests.support.builders import after_commands, at, call, issue, opened, replayed, seat
from tests.support.days import day_of_every_kind, facts_of

DESK = ("6", "an")
START = c.StartService(at(5), *DESK, "t")
AT_DESK: list[c.Command] = [
    seat(*DESK),
    issue("t"),
    call(*DESK, 4),
    c.StartService(at(5), *DESK, "t"),
]


def test_a_log_replayed_gives_the_state_the_commands_left() -> None:
    """Start is replay: there is no other way to a state."""
    day = day_of_every_kind()
    assert replayed(facts_of(day)) == day[-1].state


def test_a_transfer_keeps_the_first_arrival_and_forgets_the_desk() -> None:
    """The citizen does not pay for having been sent to the wrong line."""
    state = after_commands(
        opened(), [*AT_DESK, c.TransferTicket(at(9), *DESK, "t", "birth", "wrong_service")]
    )
    ticket = state.tickets["t"]
    assert (ticket.arrived_at, ticket.service, ticket.counter) == (at(0), "birth", "")
    assert ticket.transfer_count == 1
    assert state.desks["6"].ticket == ""
    assert len(state.lines["copy"]) == 0
    assert len(state.lines["birth"]) == 1


def test_who_comes_back_from_a_hold_is_first_at_the_desk_that_held_him() -> None:
    """*Giữ chỗ* means the place is kept."""
    state = after_commands(
        opened(),
        [
            *AT_DESK,
            c.HoldTicket(at(6), *DESK, "t", "papers", 20),
            issue("u", priority="P1"),
            c.ReturnTicket(at(20), "t"),
        ],
    )
    assert state.desks["6"].front == ("t",)
    after = after_commands(state, [call(*DESK, 21)])
    assert (after.desks["6"].ticket, after.tickets["t"].why) == ("t", "returned")


def test_a_desk_that_closes_gives_its_kept_places_back_to_the_hall() -> None:
    """Nobody waits for a desk that nobody sits at."""
    state = after_commands(
        opened(),
        [
            *AT_DESK,
            c.HoldTicket(at(6), *DESK, "t", "papers", 20),
            c.ReturnTicket(at(7), "t"),
            c.CloseCounter(at(8), *DESK),
            seat("8", "binh", 9),
            call("8", "binh", 10),
        ],
    )
    assert state.desks["8"].ticket == "t"


def test_who_missed_the_call_and_comes_back_is_called_after_three_others() -> None:
    """Not at once, and not at the end either; his first wait is counted once."""
    state = after_commands(
        opened(),
        [
            seat(*DESK),
            issue("t", minutes=0),
            *(issue(f"u{n}", minutes=n / 10) for n in range(5)),
            call(*DESK, 2),
            c.MarkNoShow(at(3), *DESK, "t"),
            c.ReturnTicket(at(4), "t"),
        ],
    )
    order = [ticket.id for ticket, _ in order_for(state, "6", at(5))]
    assert order == ["u0", "u1", "u2", "t", "u3", "u4"]
    assert state.tallies["copy"].no_show == 1
    assert state.tallies["copy"].called == 1


def test_a_pause_belongs_to_the_clerk_who_took_it() -> None:
    """Who takes a paused desk over begins at work; the same clerk stays paused."""
    paused = after_commands(opened(), [seat(*DESK), c.PauseCounter(at(1), *DESK, "break", 10)])
    same = after_commands(paused, [seat(*DESK, 2)])
    other = after_commands(paused, [seat("6", "binh", 2)])
    assert same.desks["6"].status is DeskStatus.PAUSED
    assert (other.desks["6"].status, other.desks["6"].back_at) == (DeskStatus.OPEN, None)


def test_the_lobby_remembers_the_last_calls_newest_first_and_each_ticket_once() -> None:
    """A recall moves the ticket to the top; the list stays as long as a screen."""
    commands: list[c.Command] = [seat(*DESK)]
    for n in range(RECENT_CALLS + 3):
        commands += [issue(f"t{n}"), call(*DESK, n), c.StartService(at(n), *DESK, f"t{n}")]
        commands += [c.CompleteTicket(at(n), *DESK, f"t{n}", "accepted")]
    commands += [issue("last"), call(*DESK, 30), c.RecallTicket(at(31), *DESK, "last")]
    calls = after_commands(opened(), commands).calls
    assert len(calls) == RECENT_CALLS
    assert [(each.ticket, each.recall_count) for each in calls[:2]] == [("last", 1), ("t14", 0)]
    assert calls[1].status is Status.COMPLETED


def test_a_new_day_keeps_nothing_of_the_one_before() -> None:
    """Numbers, counts and lines begin again."""
    worn = after_commands(opened(), AT_DESK)
    fresh = opened()
    again = after_commands(DayState(), [c.OpenDay(at(0), "2026-11-23", worn.in_force)])
    assert again == fresh
