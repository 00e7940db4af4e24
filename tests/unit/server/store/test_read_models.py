"""Read models of a few short stories, as a report would read them."""

from collections.abc import Sequence

import pytest

from server.core import commands as c
from server.core import events as e
from server.core.model import DayState
from server.core.rules import CounterRule, ServiceRule
from server.store.read_models import Row
from tests.support.builders import ALWAYS_OPEN, at, call, issue, seat, some_rules
from tests.support.days import DAY, Done, carried_out, facts_of
from tests.support.folded import Folded

OPENING = (c.OpenDay(at(0), DAY, some_rules(sessions=ALWAYS_OPEN)), seat("6", "an"))


def told(*commands: c.Command) -> Folded:
    """The rows after these commands of one morning."""
    done: list[Done] = []
    for command in (*OPENING, *commands):
        done.append(carried_out(done[-1].state if done else DayState(), command))
    return Folded(facts_of(done))


def minutes(row: Row, *names: str) -> Sequence[float | None]:
    """Moments as minutes after the opening."""
    moments = (row[name] for name in names)
    return [(moment - at(0)).total_seconds() / 60 if moment else None for moment in moments]


def test_a_stop_waits_until_its_first_call_and_is_served_from_its_last_start() -> None:
    """Who went to make a copy and came back was not waited for, and did not wait again."""
    folded = told(
        issue("a", minutes=1),
        call("6", "an", 4),
        c.StartService(at(5), "6", "an", "a"),
        c.HoldTicket(at(6), "6", "an", "a", "papers", 20),
        c.ReturnTicket(at(16), "a"),
        call("6", "an", 17),
        c.StartService(at(18), "6", "an", "a"),
        c.CompleteTicket(at(20), "6", "an", "a", "accepted"),
    )
    (leg,) = folded.of("leg", "a")
    assert minutes(leg, "queued_at", "called_at", "started_at", "ended_at") == [1, 4, 18, 20]
    assert (leg["counter"], leg["clerk"], leg["outcome"]) == ("6", "an", "accepted")


def test_each_stop_of_a_visit_has_its_own_wait() -> None:
    """A route and a transfer: the same number, three times in a line."""
    folded = told(
        seat("8", "binh"),
        c.IssueTicket(at(1), "a", "copy", "", route=("birth",)),
        call("6", "an", 4),
        c.StartService(at(5), "6", "an", "a"),
        c.CompleteTicket(at(9), "6", "an", "a", "advised"),
        call("8", "binh", 14),
        c.TransferTicket(at(15), "8", "binh", "a", "copy", "wrong_service"),
        call("6", "an", 21),
    )
    legs = folded.of("leg", "a")
    waits = [minutes(leg, "queued_at", "called_at", "ended_at") for leg in legs]
    assert waits == [[1, 4, 9], [9, 14, 15], [15, 21, None]]
    assert [leg["service"] for leg in legs] == ["copy", "birth", "copy"]
    assert [leg["outcome"] for leg in legs] == ["advised", "transferred", ""]
    assert [leg["counter"] for leg in legs] == ["6", "8", "6"]


def test_a_transfer_taken_back_leaves_one_stop_under_way() -> None:
    """The stop it had opened is gone."""
    folded = told(
        issue("a", minutes=1),
        call("6", "an", 4),
        c.TransferTicket(at(5), "6", "an", "a", "birth", "wrong_service"),
        c.UndoLast(at(5.5), "6", "an"),
    )
    (leg,) = folded.of("leg", "a")
    assert minutes(leg, "called_at", "ended_at") == [4, None]
    assert (leg["service"], leg["outcome"]) == ("copy", "")


def test_a_completion_can_be_taken_back_after_any_other_desk_has_gone_on() -> None:
    """What is settled is forgotten only when its own desk has completed another one."""
    folded = told(
        seat("8", "binh"),
        *(issue(ticket, minutes=1) for ticket in ("a", "b", "d")),
        call("6", "an", 2),
        call("8", "binh", 2),
        c.StartService(at(3), "6", "an", "a"),
        c.StartService(at(3), "8", "binh", "b"),
        c.CompleteTicket(at(4), "6", "an", "a", "accepted"),
        c.CompleteTicket(at(4), "8", "binh", "b", "accepted"),
        c.UndoLast(at(4.5), "6", "an"),
        c.CompleteTicket(at(5), "6", "an", "a", "advised"),
        call("6", "an", 6),
        c.StartService(at(6), "6", "an", "d"),
        c.CompleteTicket(at(7), "6", "an", "d", "accepted"),
    )
    assert folded.of("leg", "a")[0]["outcome"] == "advised"
    assert folded.book.remembered == {"b", "d"}, "a day's cost follows the people present"


def test_a_desk_has_a_row_for_every_stretch_of_its_day() -> None:
    """Open, paused for a reason, open again, taken over, closed; the day's end ends the last."""
    folded = told(
        seat("6", "an", 1),
        c.PauseCounter(at(10), "6", "an", "break", 10),
        seat("6", "an", 11),
        c.ResumeCounter(at(15), "6", "an"),
        seat("6", "binh", 30),
        c.CloseCounter(at(40), "6", "binh"),
        c.CloseDay(at(600)),
    )
    rows = folded.of("desk_state", "6")
    assert [(row["status"], row["clerk"], row["reason"]) for row in rows] == [
        ("open", "an", ""),
        ("paused", "an", "break"),
        ("open", "an", ""),
        ("open", "binh", ""),
        ("closed", "", ""),
    ]
    stretches = [minutes(row, "from_at", "to_at") for row in rows]
    assert stretches == [[0, 10], [10, 15], [15, 30], [30, 40], [40, 600]]


def test_a_pause_taken_back_was_none() -> None:
    """A slip of the finger is not a break."""
    folded = told(
        c.PauseCounter(at(10), "6", "an", "break", 10),
        c.UndoLast(at(10.5), "6", "an"),
        c.PauseCounter(at(20), "6", "an", "break", 10),
        c.ResumeCounter(at(30), "6", "an"),
        c.UndoLast(at(30.5), "6", "an"),
    )
    rows = folded.of("desk_state", "6")
    assert [minutes(row, "from_at", "to_at") for row in rows] == [[0, 20], [20, None]]


@pytest.mark.parametrize(("low_s", "high_s", "inside"), [(0, 600, True), (0, 599, False)])
def test_a_forecast_is_judged_by_the_first_call(low_s: int, high_s: int, inside: bool) -> None:
    """Ends of the range included."""
    folded = Folded(
        [
            e.TicketIssued(at(1), "a", "6 001", 1, "copy", "", 0, low_s, high_s),
            e.TicketCalled(at(11), "a", "6", "an", "oldest", ()),
        ]
    )
    (row,) = folded.of("forecast", "a")
    assert (row["called_after_s"], row["inside"]) == (600.0, inside)


def test_a_first_call_taken_back_judges_nothing_and_a_later_one_does() -> None:
    """The citizen was not called; a second call of one who had been changes nothing."""
    called = (issue("a", minutes=1), call("6", "an", 4), c.UndoLast(at(4.5), "6", "an"))
    (row,) = told(*called).of("forecast", "a")
    assert (row["called_after_s"], row["inside"]) == (None, None)
    missed = (call("6", "an", 6), c.MarkNoShow(at(8), "6", "an", "a"), c.ReturnTicket(at(9), "a"))
    again = (call("6", "an", 10), c.UndoLast(at(10.5), "6", "an"))
    (row,) = told(*called, *missed, *again).of("forecast", "a")
    assert row["called_after_s"] == 300.0


def test_what_nobody_could_say_is_neither_right_nor_wrong() -> None:
    """No desk was open for the service."""
    folded = told(issue("a", "birth", 1), seat("9", "chi", 30), call("9", "chi", 31))
    (row,) = folded.of("forecast", "a")
    assert (row["low_s"], row["called_after_s"], row["inside"]) == (None, 1800.0, None)


def test_a_service_that_was_merged_into_another_takes_its_people_along() -> None:
    """Rows of people present say where they wait now; who has left was served where he was."""
    copies = ServiceRule("copies", "6", 1, 999, 3, 240)
    rules = some_rules(
        sessions=ALWAYS_OPEN,
        services=(some_rules().services[0], copies),
        counters=(CounterRule("6", ("copies",)), CounterRule("8", ("birth", "copies"))),
    )
    folded = told(
        *(issue(ticket, minutes=1) for ticket in ("gone", "present", "cancelled")),
        c.CancelTicket(at(2), "cancelled", "left"),
        call("6", "an", 2),
        c.StartService(at(3), "6", "an", "gone"),
        c.CompleteTicket(at(4), "6", "an", "gone", "accepted"),
        c.ChangeRules(at(5), rules, (("copy", "copies"),)),
    )
    for table in ("ticket", "leg"):
        services = {key[1]: row["service"] for key, row in folded.rows[table].items()}
        assert services == {"gone": "copy", "present": "copies", "cancelled": "copy"}
