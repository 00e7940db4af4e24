"""Sessions, exceptions, lunch, closing, clock changes and midnight, on the office's own clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from server.codes import ErrorCode
from server.core import calendar, discipline
from server.core import commands as c
from server.core.decide import decide
from server.core.estimate import forecast
from server.core.events import TicketIssued
from server.core.model import DayState
from server.core.rejected import Rejected
from server.core.rules import (
    CounterRule,
    DayException,
    Limits,
    OpeningPeriod,
    Rules,
    ServiceRule,
    SpecialDay,
)
from tests.support.builders import after_commands, at, call, issue, opened, seat, some_rules

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
COPY = ServiceRule("copy", "6", 1, 999, 3, 240)


def local(hour: int, minute: int = 0, day: int = 23, zone: ZoneInfo = VIETNAM) -> datetime:
    """A time of November 2026 on the office's wall; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=zone)


def only_copy(**changes: object) -> Rules:
    """One service at one desk, with these changes to the service or the office."""
    of_service = {
        key: changes.pop(key) for key in ("daily_capacity", "cutoff_min") if key in changes
    }
    own = changes.pop("own", ())
    service = ServiceRule("copy", "6", 1, 999, 3, 240, sessions=own, **of_service)  # type: ignore[arg-type]  # as named above
    return some_rules(services=(service,), counters=(CounterRule("6", ("copy",)),), **changes)


def issued(state: DayState, moment: datetime, **more: object) -> TicketIssued:
    """The number given at this moment. Raises ``Rejected``."""
    command = c.IssueTicket(moment.astimezone(UTC), "new", "copy", "", **more)  # type: ignore[arg-type]  # fields of the command
    fact = decide(state, command)[0]
    assert isinstance(fact, TicketIssued)
    return fact


def refused(state: DayState, moment: datetime) -> ErrorCode | None:
    """Why no number is given at this moment."""
    try:
        issued(state, moment)
    except Rejected as refusal:
        return refusal.reason
    return None


def with_line(rules: Rules, count: int) -> DayState:
    """Desk 6 open and so many waiting since the morning."""
    come = [c.IssueTicket(at(0), f"t{n}", "copy", "", insist=True) for n in range(count)]
    return after_commands(opened(rules), [seat("6", "an"), *come])


def test_a_service_with_hours_of_its_own_gives_numbers_then_and_not_in_the_offices() -> None:
    """Per-field hours: this one works on Monday mornings only, until ten."""
    rules = only_copy(own=(OpeningPeriod(0, 450, 600),))
    assert refused(opened(rules), local(9, 59)) is None
    assert refused(opened(rules), local(10)) is ErrorCode.KIOSK_CLOSED
    assert not calendar.kiosk_is_open(rules, local(9, day=24), "copy")
    assert calendar.kiosk_is_open(rules, local(9, day=24)), "the office itself is open"


@pytest.mark.parametrize(("minute", "refusal"), [(59, ErrorCode.KIOSK_CLOSED), (60, None)])
def test_the_kiosk_opens_its_lead_before_the_office(minute: int, refusal: ErrorCode | None) -> None:
    """Half an hour before 07:30."""
    moment = local(6) + timedelta(minutes=minute)
    assert refused(opened(only_copy()), moment) is refusal


def test_a_holiday_is_closed_and_overtime_has_its_own_hours() -> None:
    """An exception's hours stand in for everybody's, on that date alone."""
    saturday = OpeningPeriod(5, 480, 660)
    rules = only_copy(
        exceptions=(
            DayException("2026-11-24", "holiday"),
            DayException("2026-11-28", "overtime", (saturday,)),
        )
    )
    assert not calendar.kiosk_is_open(rules, local(9, day=24), "copy")
    assert calendar.kiosk_is_open(rules, local(9, day=25), "copy")
    assert calendar.kiosk_is_open(rules, local(9, day=28), "copy")
    assert not calendar.kiosk_is_open(rules, local(11, day=28), "copy")
    assert calendar.sessions_on(rules, "2026-11-28", "copy") == (saturday,)


def test_lunch_keeps_the_order_and_the_first_is_first_at_half_past_one() -> None:
    """Nobody loses a place by waiting over lunch, even to those who came with the doors."""
    state = after_commands(
        opened(),
        [
            seat("6", "an"),
            issue("b", minutes=230),
            issue("a", minutes=225),
            c.PauseCounter(at(240), "6", "an", "break", 120),
            issue("noon", minutes=330),
            c.ResumeCounter(at(360), "6", "an"),
        ],
    )
    order = [ticket.id for ticket, _ in discipline.order_for(state, "6", at(360))]
    assert order == ["a", "b", "noon"]
    assert after_commands(state, [call("6", "an", 360)]).desks["6"].ticket == "a"


def test_a_wait_leaves_lunch_out_and_the_ticket_says_which_session() -> None:
    """Ten before one at 11:20: served in the afternoon, and told so."""
    state = with_line(only_copy(), 10)
    fact = issued(state, local(11, 20))
    assert fact.notes == (f"later_session:{13 * 60 + 30}",)
    assert fact.wait_high_s is not None
    assert fact.wait_high_s > 2 * 3600
    assert issued(with_line(only_copy(), 1), local(9)).notes == ()


def test_the_note_names_the_session_of_the_call_and_not_one_before_it() -> None:
    """With three sessions a day the evening's are not told to come after lunch."""
    hours = tuple(OpeningPeriod(0, *each) for each in ((450, 690), (810, 1020), (1080, 1200)))
    rules = only_copy(sessions=hours)
    moment = local(11, 20)
    session = calendar.later_session(rules, "copy", moment, local(18, 30))
    assert session is not None
    assert session.opens_at == local(18)
    assert calendar.later_session(rules, "copy", moment, local(11, 25)) is None
    afternoon = calendar.later_session(rules, "copy", moment, local(14))
    assert afternoon is not None
    assert afternoon.opens_at == local(13, 30)


def test_who_could_not_be_served_before_closing_is_refused_or_told_so() -> None:
    """The office chooses; staff may insist."""
    honest = with_line(only_copy(refuses_beyond_closing=True), 30)
    assert refused(honest, local(16, 30)) is ErrorCode.BEYOND_CLOSING
    assert "beyond_closing" in issued(honest, local(16, 30), insist=True).notes
    assert "beyond_closing" in issued(with_line(only_copy(), 30), local(16, 30)).notes
    assert refused(honest, local(8)) is None


def test_work_that_ends_exactly_at_closing_is_too_late() -> None:
    """At five the doors are shut."""
    rules = only_copy()
    hours = calendar.stretches(rules, "2026-11-23", "copy")
    assert calendar.moment_in(hours, local(16, 50), 600) is None
    assert calendar.moment_in(hours, local(16, 50), 599) is not None
    assert calendar.moment_in(hours, local(11, 20), 1200) == local(13, 40)
    assert calendar.moment_in(hours, local(7), 60) == local(7, 31)
    assert calendar.open_s(hours, local(11, 20), local(13, 40)) == 1200
    assert calendar.outlasts_session(hours, local(11, 20), 600)
    assert not calendar.outlasts_session(hours, local(11, 20), 599)


def test_a_full_day_is_full_for_that_service_only() -> None:
    """The last number is given, the next is refused; other services go on."""
    rules = some_rules(services=(ServiceRule("birth", "9", 1, 999, 3, 900, daily_capacity=2), COPY))
    state = after_commands(opened(rules), [issue("a", "birth"), issue("b", "birth")])
    with pytest.raises(Rejected) as caught:
        decide(state, issue("c", "birth"))
    assert caught.value.reason is ErrorCode.DAY_FULL
    assert decide(state, issue("c", "copy"))


def test_from_three_on_a_result_comes_the_next_working_day() -> None:
    """The 15:00 rule, to the minute."""
    state = opened(only_copy(cutoff_min=15 * 60))
    assert "next_working_day" not in issued(state, local(14, 59)).notes
    assert "next_working_day" in issued(state, local(15)).notes


def test_after_midnight_of_a_late_office_it_is_still_after_three() -> None:
    """The cutoff counts in the business day, which here turns at four."""
    rules = only_copy(
        cutoff_min=15 * 60, day_turns_min=240, sessions=(OpeningPeriod(0, 18 * 60, 26 * 60),)
    )
    assert calendar.today(rules, local(1, day=24)) == "2026-11-23"
    assert calendar.is_after_cutoff(rules, "copy", local(1, day=24))
    assert calendar.kiosk_is_open(rules, local(1, 59, day=24), "copy")
    assert not calendar.kiosk_is_open(rules, local(2, day=24), "copy")
    assert calendar.today(rules, local(3, 59, day=24)) == "2026-11-23"
    assert calendar.today(rules, local(4, day=24)) == "2026-11-24"


def test_a_quick_friday_answers_the_same_day_and_locks_what_it_says() -> None:
    """*Ngày thứ 6 nhanh*: a weekday with a name."""
    friday = SpecialDay(4, "Ngày thứ 6 nhanh", ("copy",), ("break",))
    rules = only_copy(special_days=(friday,))
    state = after_commands(
        DayState(),
        [
            c.OpenDay(local(7, 30, day=27).astimezone(UTC), "2026-11-27", rules),
            c.OpenCounter(local(8, day=27).astimezone(UTC), "6", "an"),
        ],
    )
    assert issued(state, local(9, day=27)).notes == ("same_day",)
    with pytest.raises(Rejected) as caught:
        decide(state, c.PauseCounter(local(10, day=27).astimezone(UTC), "6", "an", "break", 5))
    assert caught.value.reason is ErrorCode.UNKNOWN_REASON
    monday = after_commands(opened(rules), [seat("6", "an")])
    assert decide(monday, c.PauseCounter(at(30), "6", "an", "break", 5))
    assert calendar.special_day(rules, local(9)) is None


@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("Europe/Berlin", "2026-03-29", 23),
        ("Europe/Berlin", "2026-10-25", 25),
        ("America/New_York", "2026-03-08", 23),
        ("America/New_York", "2026-11-01", 25),
        ("Asia/Ho_Chi_Minh", "2026-03-29", 24),
    ],
)
def test_a_change_of_the_clock_moves_no_session(zone: str, day: str, hours: int) -> None:
    """Doors open at half past seven on the wall, whatever the length of the day."""
    sessions = tuple(OpeningPeriod(weekday, 450, 1020) for weekday in range(7))
    rules = only_copy(zone=zone, sessions=sessions)
    (hall,) = calendar.stretches(rules, day, "copy")
    wall = hall.opens_at.astimezone(ZoneInfo(zone))
    assert (wall.hour, wall.minute) == (7, 30)
    assert hall.closes_at - hall.opens_at == timedelta(minutes=570)
    midnight = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    moments = [midnight + timedelta(minutes=15 * n) for n in range(-4, hours * 4 + 4)]
    of_day = [m for m in moments if calendar.business_day(m, zone) == day]
    assert of_day == moments[4:-4]


def test_at_night_the_clock_changes_under_the_work_and_the_work_is_counted_in_hours() -> None:
    """Berlin, the night of 25 October: from one to four on the wall are four hours."""
    rules = only_copy(zone="Europe/Berlin", sessions=(OpeningPeriod(6, 60, 240),))
    opens = datetime(2026, 10, 24, 23, tzinfo=UTC)
    hours = calendar.stretches(rules, "2026-10-25", "copy")
    then = calendar.moment_in(hours, opens, 3.5 * 3600)
    assert then == opens + timedelta(hours=3.5)
    assert calendar.moment_in(hours, opens, 4 * 3600) is None


def test_the_hour_a_clock_change_skips_begins_with_the_one_after_it() -> None:
    """Half past two does not exist on 29 March in Berlin."""
    rules = only_copy(zone="Europe/Berlin", sessions=(OpeningPeriod(6, 150, 300),))
    (hall,) = calendar.stretches(rules, "2026-03-29", "copy")
    assert hall.opens_at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_clock_set_back_gives_no_negative_wait_and_no_better_place_to_the_later() -> None:
    """The handler holds the clock; the core stays sane if it does not."""
    state = after_commands(
        opened(), [seat("6", "an"), issue("a", minutes=60), issue("b", minutes=59)]
    )
    called = after_commands(state, [call("6", "an", 50)])
    assert set(called.tallies["copy"].waits) == {0}
    told = forecast(state, state.tickets["a"], at(0))
    assert (told.low_s or 0) >= 0
    assert told.ahead == 1


@pytest.mark.parametrize(
    ("comes", "counts_from"),
    [(29, 29), (30, 60), (60, 60), (75, 60), (76, 76)],
)
def test_an_appointment_counts_from_its_time_inside_the_window(
    comes: float, counts_from: float
) -> None:
    """Booked for minute 60: from 30 minutes before to 15 after."""
    limits = Limits(appointment_early_s=1800, appointment_late_s=900)
    state = opened(some_rules(limits=limits))
    command = c.IssueTicket(at(comes), "t", "copy", "", booked_at=at(60))
    after = after_commands(state, [command])
    assert after.tickets["t"].stands_at == at(counts_from)
    assert after.tickets["t"].arrived_at == at(comes)


def test_who_booked_stands_before_who_came_meanwhile_without() -> None:
    """Late by ten minutes, called first all the same."""
    state = after_commands(
        opened(),
        [
            seat("6", "an"),
            issue("walked_in", minutes=65),
            c.IssueTicket(at(70), "booked", "copy", "", booked_at=at(60)),
        ],
    )
    assert [t.id for t, _ in discipline.order_for(state, "6", at(71))] == ["booked", "walked_in"]
