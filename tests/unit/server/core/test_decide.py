"""What the core refuses, and with which reason: every reason provoked at least once."""

from dataclasses import dataclass

import pytest

from server.codes import OF_THE_RULES, ErrorCode
from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.model import DayState
from server.core.rejected import Rejected
from server.core.rules import CounterRule, Rules, ServiceRule
from tests.support.builders import after_commands, at, call, issue, opened, seat, some_rules

DESK = ("6", "an")
HELD: list[c.Command] = [seat(*DESK), issue("t"), call(*DESK, 1)]
SERVING: list[c.Command] = [*HELD, c.StartService(at(2), *DESK, "t")]
NOTHING: list[c.Command] = []
PAUSED: list[c.Command] = [seat(*DESK), c.PauseCounter(at(1), *DESK, "break", 5)]
BOTH: list[c.Command] = [*HELD, seat("8", "binh"), issue("u", "birth"), call("8", "binh", 1)]
RECALLED: list[c.Command] = [*HELD, *(c.RecallTicket(at(n), *DESK, "t") for n in (2, 3))]


MISSED: list[c.Command] = [*HELD, c.MarkNoShow(at(2), *DESK, "t")]
RESERVED: list[c.Command] = [c.ReserveNumbers(at(1), "K1", "copy")]
LONG_LINE: list[c.Command] = [
    seat(*DESK),
    *(c.IssueTicket(at(0), f"u{n}", "copy", "", insist=True) for n in range(140)),
]
USUAL = some_rules()
FULL_AT_ONE = some_rules(
    services=(ServiceRule("copy", "6", 1, 999, 3, 240, daily_capacity=1),),
    counters=(CounterRule("6", ("copy",)),),
)


def offline(
    number: int, *, issued: float = 1, device: str = "K1", ticket: str = "alone"
) -> c.Command:
    """A kiosk tells at minute 5 of a number it gave at ``issued``."""
    return c.RecordOfflineTicket(at(5), ticket, "copy", "", number, at(issued), device)


def sent_on(service: str) -> c.Command:
    """The ticket in hand goes to another line."""
    return c.TransferTicket(at(2), *DESK, "t", service, "wrong_service")


@dataclass(frozen=True)
class Refusal:
    """After these commands this one must be refused so."""

    reason: ErrorCode
    before: list[c.Command]
    command: c.Command
    rules: Rules = USUAL


FAULT = "device:K1:printer"
FAULTY: list[c.Command] = [c.ReportDevice(at(0), "K1", "printer", "paper_out"), c.LookAround(at(0))]
PAUSED_COPY: list[c.Command] = [c.PauseService(at(1), "dung", "copy", "crowd")]
BOOKED: list[c.Command] = [c.BookAppointments(at(0), (e.Appointment("A1", "copy", at(10)),))]


def booked(code: str, service: str = "copy", ticket: str = "t") -> c.Command:
    """Somebody comes with an appointment."""
    return c.IssueTicket(at(5), ticket, service, "", appointment=code)


REFUSALS = (
    Refusal(ErrorCode.UNKNOWN_SERVICE, NOTHING, issue("t", "passport")),
    Refusal(ErrorCode.UNKNOWN_PRIORITY, NOTHING, issue("t", priority="VIP")),
    Refusal(ErrorCode.TICKET_ID_TAKEN, [issue("t")], issue("t", "birth")),
    Refusal(ErrorCode.UNKNOWN_TICKET, NOTHING, c.CancelTicket(at(1), "t", "")),
    Refusal(ErrorCode.ILLEGAL_MOVE, HELD, c.CancelTicket(at(1), "t", "")),
    Refusal(ErrorCode.ILLEGAL_MOVE, [issue("t")], c.ReturnTicket(at(1), "t")),
    Refusal(ErrorCode.ILLEGAL_MOVE, HELD, c.CompleteTicket(at(1), *DESK, "t", "accepted")),
    Refusal(ErrorCode.ILLEGAL_MOVE, SERVING, c.MarkNoShow(at(3), *DESK, "t")),
    Refusal(ErrorCode.UNKNOWN_COUNTER, NOTHING, seat("99", "an")),
    Refusal(ErrorCode.UNKNOWN_COUNTER, NOTHING, call("99", "an", 1)),
    Refusal(ErrorCode.UNKNOWN_CLERK, NOTHING, seat("6", "nobody")),
    Refusal(ErrorCode.CLERK_ELSEWHERE, [seat("8", "an")], seat("6", "an")),
    Refusal(ErrorCode.COUNTER_CLOSED, NOTHING, call(*DESK, 1)),
    Refusal(ErrorCode.NOT_YOUR_COUNTER, [seat("6", "binh")], call(*DESK, 1)),
    Refusal(ErrorCode.COUNTER_PAUSED, PAUSED, call(*DESK, 2)),
    Refusal(ErrorCode.COUNTER_PAUSED, PAUSED, c.PauseCounter(at(2), *DESK, "break", 5)),
    Refusal(ErrorCode.COUNTER_NOT_PAUSED, [seat(*DESK)], c.ResumeCounter(at(1), *DESK)),
    Refusal(ErrorCode.COUNTER_BUSY, HELD, call(*DESK, 2)),
    Refusal(ErrorCode.COUNTER_BUSY, HELD, c.CloseCounter(at(2), *DESK)),
    Refusal(ErrorCode.COUNTER_BUSY, HELD, c.PauseCounter(at(2), *DESK, "break", 5)),
    Refusal(ErrorCode.COUNTER_EMPTY, [seat(*DESK), issue("t")], c.StartService(at(1), *DESK, "t")),
    Refusal(ErrorCode.NOT_YOUR_TICKET, BOTH, c.StartService(at(2), *DESK, "u")),
    Refusal(ErrorCode.NOBODY_WAITING, [seat(*DESK), issue("t", "birth")], call(*DESK, 1)),
    Refusal(ErrorCode.RECALL_LIMIT, RECALLED, c.RecallTicket(at(4), *DESK, "t")),
    Refusal(ErrorCode.UNKNOWN_REASON, [seat(*DESK)], c.PauseCounter(at(1), *DESK, "nap", 5)),
    Refusal(ErrorCode.UNKNOWN_REASON, HELD, c.HoldTicket(at(2), *DESK, "t", "mood", 5)),
    Refusal(ErrorCode.UNKNOWN_REASON, HELD, c.TransferTicket(at(2), *DESK, "t", "birth", "mood")),
    Refusal(ErrorCode.UNKNOWN_REASON, SERVING, c.CompleteTicket(at(3), *DESK, "t", "fine")),
    Refusal(ErrorCode.UNKNOWN_SERVICE, HELD, sent_on("x")),
    Refusal(ErrorCode.SAME_SERVICE, HELD, sent_on("copy")),
    Refusal(ErrorCode.DAY_CLOSED, [c.CloseDay(at(1))], issue("t", minutes=2)),
    Refusal(ErrorCode.KIOSK_CLOSED, NOTHING, issue("t", minutes=-31)),
    Refusal(ErrorCode.DAY_FULL, [issue("t")], issue("u"), FULL_AT_ONE),
    Refusal(
        ErrorCode.BEYOND_CLOSING, LONG_LINE, issue("t"), some_rules(refuses_beyond_closing=True)
    ),
    Refusal(ErrorCode.TOO_LATE, MISSED, c.ReturnTicket(at(33), "t")),
    Refusal(ErrorCode.TOO_LATE, HELD, c.UndoLast(at(3), *DESK)),
    Refusal(ErrorCode.TOO_LATE, RESERVED, offline(950, issued=-24 * 60)),
    Refusal(ErrorCode.NOTHING_TO_UNDO, [seat(*DESK)], c.UndoLast(at(1), *DESK)),
    Refusal(ErrorCode.NOT_A_SUPERVISOR, NOTHING, c.AssignServices(at(1), "an", "6", ("birth",))),
    Refusal(ErrorCode.NOT_A_SUPERVISOR, [seat(*DESK)], c.MoveClerk(at(1), "an", "6", "8")),
    Refusal(ErrorCode.COUNTER_OCCUPIED, BOTH, c.MoveClerk(at(2), "dung", "6", "8")),
    Refusal(ErrorCode.COUNTER_BUSY, HELD, c.MoveClerk(at(2), "dung", "6", "8")),
    Refusal(
        ErrorCode.SAME_PRIORITY, [issue("t", priority="P1")], c.AddPriority(at(1), "t", "P1", "an")
    ),
    Refusal(ErrorCode.NUMBER_NOT_RESERVED, NOTHING, offline(950)),
    Refusal(ErrorCode.NUMBER_NOT_RESERVED, RESERVED, offline(950, device="K2")),
    Refusal(ErrorCode.NUMBER_NOT_RESERVED, [*RESERVED, offline(950)], offline(950, ticket="again")),
    Refusal(ErrorCode.CLOCK_TOO_FAR, RESERVED, offline(950, issued=16)),
    Refusal(ErrorCode.UNKNOWN_ALERT, NOTHING, c.AcknowledgeAlert(at(1), "device:K1:x", "an", "")),
    Refusal(
        ErrorCode.UNKNOWN_ALERT, NOTHING, c.ResolveAlert(at(1), "device:K1:x", "an", "nothing")
    ),
    Refusal(ErrorCode.UNKNOWN_REASON, FAULTY, c.ResolveAlert(at(1), FAULT, "an", "wished_away")),
    Refusal(ErrorCode.UNKNOWN_REASON, FAULTY, c.AcknowledgeAlert(at(1), FAULT, "an", "sunshine")),
    Refusal(ErrorCode.UNKNOWN_NOTICE, NOTHING, c.WithdrawNotice(at(1), "dung", "n1")),
    Refusal(ErrorCode.NOT_A_SUPERVISOR, NOTHING, c.PostNotice(at(1), "an", "n", "x", 5, False)),
    Refusal(ErrorCode.NOT_A_SUPERVISOR, NOTHING, c.EndDay(at(1), "an")),
    Refusal(ErrorCode.COUNTER_BUSY, HELD, c.EndDay(at(2), "dung")),
    Refusal(ErrorCode.SERVICE_PAUSED, PAUSED_COPY, issue("t", minutes=2)),
    Refusal(ErrorCode.SERVICE_PAUSED, PAUSED_COPY, PAUSED_COPY[0]),
    Refusal(ErrorCode.SERVICE_NOT_PAUSED, NOTHING, c.ResumeService(at(1), "dung", "copy")),
    Refusal(ErrorCode.TOO_LATE, SERVING, c.RateTicket(at(3), "6", "t", 5, ())),
    Refusal(ErrorCode.UNKNOWN_DEVICE, [issue("t")], c.PrintTicket(at(1), "", "t", "an")),
    Refusal(ErrorCode.UNKNOWN_CLERK, [issue("t")], c.PrintTicket(at(1), "K1", "t", "nobody")),
    Refusal(ErrorCode.UNKNOWN_TICKET, NOTHING, c.ReportPaper(at(1), "K1", "t", "confirmed", 0)),
    Refusal(ErrorCode.UNKNOWN_REASON, HELD, c.TagTicket(at(2), *DESK, "t", "mood")),
    Refusal(
        ErrorCode.COUNTER_EMPTY, [seat(*DESK), issue("t")], c.TagTicket(at(1), *DESK, "t", "x")
    ),
    Refusal(ErrorCode.UNKNOWN_APPOINTMENT, NOTHING, booked("A1")),
    Refusal(ErrorCode.UNKNOWN_APPOINTMENT, BOOKED, booked("A1", service="birth")),
    Refusal(ErrorCode.APPOINTMENT_USED, [*BOOKED, booked("A1")], booked("A1", ticket="again")),
)


@pytest.mark.parametrize(
    "refusal", REFUSALS, ids=lambda each: f"{each.reason}-{type(each.command).__name__}"
)
def test_what_the_office_does_not_allow_is_refused_with_its_reason(refusal: Refusal) -> None:
    """The reason is the contract; screens make their sentence from it."""
    state = after_commands(opened(refusal.rules), refusal.before)
    with pytest.raises(Rejected) as refused:
        decide(state, refusal.command)
    assert refused.value.reason is refusal.reason


def test_every_reason_is_in_the_table_above_or_in_a_test_of_its_own() -> None:
    """A new reason needs a line; running out of numbers is in test_numbering, rules below."""
    elsewhere = {ErrorCode.NUMBERS_EXHAUSTED, ErrorCode.WOULD_STRAND}
    assert {each.reason for each in REFUSALS} == OF_THE_RULES - elsewhere


def test_new_rules_are_refused_while_somebody_would_lose_his_line_priority_or_desk() -> None:
    """A profile change must not strand anybody in the building."""
    state = after_commands(
        opened(), [seat("6", "an"), issue("t"), issue("u", "birth", priority="P1")]
    )
    rules = some_rules()
    births = ServiceRule("birth", "9", 1, 999, 3, 900)
    for changed, reason in (
        (some_rules(services=(births,)), ErrorCode.WOULD_STRAND),
        (some_rules(priorities=()), ErrorCode.UNKNOWN_PRIORITY),
        (some_rules(counters=rules.counters[1:]), ErrorCode.UNKNOWN_COUNTER),
    ):
        with pytest.raises(Rejected) as refused:
            decide(state, c.ChangeRules(at(1), changed))
        assert refused.value.reason is reason


def test_a_hand_over_leaves_the_ticket_in_hand_with_the_desk() -> None:
    """Who sits down at an open desk goes on with its citizen."""
    state = after_commands(opened(), [*SERVING, seat("6", "binh", 3)])
    done = after_commands(state, [c.CompleteTicket(at(4), "6", "binh", "t", "accepted")])
    assert state.desks["6"].ticket == "t"
    assert done.tallies["copy"].completed == 1


def test_closing_the_day_lets_everybody_go_and_empties_every_desk() -> None:
    """Waiting, called, held or missed: at the end nobody is in limbo."""
    state = after_commands(
        opened(),
        [
            *HELD,
            issue("waits"),
            c.MarkNoShow(at(2), *DESK, "t"),
            call(*DESK, 3),
            seat("8", "binh"),
            issue("more"),
            c.CloseDay(at(600)),
        ],
    )
    assert state.closed
    assert list(state.tickets.items()) == []
    assert {desk.status.value for desk in state.desks.values()} == {"closed"}
    assert sum(tally.cancelled for tally in state.tallies.values()) == 3


def test_deciding_reads_the_state_and_changes_nothing() -> None:
    """The same question gets the same facts."""
    state = after_commands(opened(), [seat(*DESK), issue("t")])
    again = DayState(**{name: getattr(state, name) for name in state.__slots__})
    assert decide(state, call(*DESK, 1)) == decide(state, call(*DESK, 1))
    assert state == again
