"""What each role is shown, by example."""

import pytest

from server.core import commands as c
from server.core.rules import DayException
from server.protocol import views as v
from server.protocol.messages import Role
from server.protocol.views import Move
from server.views.by_role import LINE_SHOWN, view_for
from tests.support.builders import after_commands, at, call, issue, opened, seat, some_rules

DESK = ("6", "an")
HELD: list[c.Command] = [seat(*DESK), issue("t"), call(*DESK, 1)]


def desk_after(commands: list[c.Command], counter: str = "6") -> v.DeskView:
    """The desk a clerk watches after these commands."""
    view = view_for(Role.COUNTER, counter, after_commands(opened(), commands), at(30))
    assert isinstance(view, v.CounterView)
    assert view.desk is not None
    return view.desk


def test_a_closed_desk_lights_nothing() -> None:
    """First sit down."""
    assert desk_after([]).moves == ()


def test_an_open_desk_lights_the_call_only_when_somebody_can_be_called() -> None:
    """A lit key that is refused teaches people not to trust keys."""
    assert desk_after([seat(*DESK)]).moves == (Move.PAUSE, Move.CLOSE)
    births = desk_after([seat(*DESK), issue("t", "birth")])
    assert Move.CALL_NEXT not in births.moves
    assert desk_after([seat(*DESK), issue("t")]).moves[0] is Move.CALL_NEXT


def test_a_called_ticket_lights_what_its_life_allows() -> None:
    """Straight from the life table."""
    moves = {Move.RECALL, Move.START, Move.HOLD, Move.TRANSFER, Move.NO_SHOW}
    assert set(desk_after(HELD).moves) == moves


def test_after_the_last_recall_the_key_goes_dark() -> None:
    """The office allows two recalls."""
    recalls: list[c.Command] = [c.RecallTicket(at(n), *DESK, "t") for n in (2, 3)]
    assert Move.RECALL in desk_after([*HELD, recalls[0]]).moves
    assert Move.RECALL not in desk_after([*HELD, *recalls]).moves


def test_the_clerk_sees_who_is_next_why_and_the_line_behind() -> None:
    """And the line is cut where nobody reads on; the count says how many there are."""
    people: list[c.Command] = [issue(f"t{n}", minutes=n) for n in range(LINE_SHOWN + 9)]
    desk = desk_after([seat(*DESK), *people, issue("old", minutes=5, priority="P3")])
    assert desk.next is not None
    assert (desk.next.ticket, desk.next.why.code) == ("old", "credit")
    assert desk.next.why.params == {"credit_min": 10, "priority": "P3"}
    assert [each.ticket for each in desk.line[:2]] == ["t0", "t1"]
    assert len(desk.line) == LINE_SHOWN
    assert desk.waiting == LINE_SHOWN + 10


def test_set_aside_are_the_held_and_missed_of_this_desks_services_only() -> None:
    """A clerk brings back his own people."""
    commands = [*HELD, c.MarkNoShow(at(2), *DESK, "t")]
    assert [ticket.id for ticket in desk_after(commands).set_aside] == ["t"]
    assert desk_after(commands, "9").set_aside == ()


def test_a_counter_app_that_watches_no_desk_yet_sees_the_house_and_no_desk() -> None:
    """An unknown one is no different."""
    state = after_commands(opened(), HELD)
    for scope in ("", "99"):
        view = view_for(Role.COUNTER, scope, state, at(2))
        assert isinstance(view, v.CounterView)
        assert view.desk is None
        assert [each.counter for each in view.counters] == ["6", "8", "9"]


def test_the_kiosk_is_open_in_its_hours_until_the_day_is_closed() -> None:
    """And says how busy each service is."""
    state = after_commands(opened(), HELD)
    view = view_for(Role.KIOSK, "", state, at(2))
    assert isinstance(view, v.KioskView)
    assert view.open
    assert [(load.service, load.wait is None) for load in view.services] == [
        ("birth", True),
        ("copy", False),
    ]
    over = view_for(Role.KIOSK, "", after_commands(state, [c.CloseDay(at(3))]), at(3))
    assert isinstance(over, v.KioskView)
    assert not over.open


@pytest.mark.finding("H4")
def test_the_kiosk_is_told_what_a_date_of_its_own_is_called() -> None:
    """A holiday by its name; another day has none."""
    holiday = some_rules(exceptions=(DayException("2026-11-23", "Ngày hội"),))
    views = [view_for(Role.KIOSK, "", opened(rules), at(2)) for rules in (holiday, None)]
    assert [view.day_name for view in views if isinstance(view, v.KioskView)] == ["Ngày hội", ""]


def test_a_kiosk_whose_services_are_all_paused_is_not_out_of_hours() -> None:
    """People are told why each gives no numbers, not to come back tomorrow."""
    paused = [c.PauseService(at(1), "dung", each, "crowd") for each in ("birth", "copy")]
    view = view_for(Role.KIOSK, "", after_commands(opened(), paused), at(2))
    assert isinstance(view, v.KioskView)
    assert view.open
    assert [(load.open, load.paused) for load in view.services] == [(False, "crowd")] * 2


def test_the_display_shows_calls_newest_first_the_missed_and_desks_with_a_priority() -> None:
    """No name, no reason of a person: a desk id says enough."""
    commands = [*HELD, c.MarkNoShow(at(2), *DESK, "t"), issue("old", priority="P1")]
    state = after_commands(opened(), [*commands, call(*DESK, 3)])
    view = view_for(Role.DISPLAY, "", state, at(4))
    assert isinstance(view, v.DisplayView)
    assert [(row.ticket, row.status.value) for row in view.calls] == [
        ("old", "called"),
        ("t", "no_show"),
    ]
    assert view.missed == ("6 001",)
    assert view.serving_priority == ("6",)


def test_the_wall_has_the_longest_wait_of_each_service_and_the_days_totals() -> None:
    """Derived from the log's counts, nothing else."""
    state = after_commands(opened(), [*HELD, issue("u", "birth", 3), issue("w", "birth", 1)])
    view = view_for(Role.WALL, "", state, at(10))
    assert isinstance(view, v.WallView)
    birth, copy = view.services
    assert (birth.waiting, birth.oldest_at) == (2, at(1))
    assert (copy.waiting, copy.oldest_at, copy.mean_wait_s) == (0, None, 60)
    assert (view.totals.issued, view.totals.called, view.totals.in_hand) == (3, 1, 1)


def test_of_two_idle_desks_the_one_with_fewer_skills_is_suggested() -> None:
    """One waits for a copy; the desk that can do births too stays free for one."""
    commands = [seat("8", "binh"), seat(*DESK), issue("copy")]
    assert desk_after(commands).suggested
    assert not desk_after(commands, "8").suggested


def test_a_display_goes_on_showing_a_service_that_no_desk_serves_for_now() -> None:
    """People wait for it nevertheless; only what is served elsewhere alone is another zone's."""
    commands: list[c.Command] = [
        issue("t", "copy"),
        *(c.AssignServices(at(1), "dung", desk, ("birth",)) for desk in ("6", "8")),
    ]
    state = after_commands(opened(), commands)
    view = view_for(Role.DISPLAY, "", state, at(30))
    assert isinstance(view, v.DisplayView)
    assert {load.service: load.waiting for load in view.services}["copy"] == 1
