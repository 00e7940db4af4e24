"""The lists beside the card: who is next, who waits, who is set aside, the other desks."""

from dataclasses import replace

from counter.presenter.presenter import present
from counter.situation.situation import Seat, Situation
from tests.support import counter_samples as samples
from tests.support.counter_samples import NOW, desk, next_up, office, view
from tests.support.counter_states import STATES, shown

HERE = Situation(connection="live", seat=Seat("q9", "an"))


def test_the_desks_services_show_who_waits_and_how_long() -> None:
    """One service alone says nothing that the head does not say."""
    rows = present(office(), view(desk()), NOW, HERE).loads
    assert [(row.code, row.waiting, row.wait) for row in rows] == [
        ("khai_sinh", "3 người", "10–20 phút"),
        ("ho_tich", "3 người", "10–20 phút"),
    ]
    alone = desk(counter="q6")
    seat = replace(HERE, seat=Seat("q6", "an"))
    assert present(office(), view(alone), NOW, seat).loads == ()


def test_the_line_shows_the_next_one_only_once_and_counts_the_unseen() -> None:
    """Whether or not the server repeats the next ticket in the line."""
    repeated = desk(line=(next_up(), *samples.LINE[:2]), waiting=9)
    screen = shown(repeated)
    assert screen.next.label == "6 028"
    assert [row.label for row in screen.line] == ["6 029", "5 014"]
    assert screen.next.more == "và 6 người nữa"
    assert [row.late for row in screen.line] == [False, True]


def test_set_aside_tickets_say_how_long_their_place_is_kept() -> None:
    """Held with its time, overdue said so, missed as missed."""
    assert [row.status for row in shown(STATES["idle"]).aside] == [
        "Giữ chỗ đến 9 giờ 26",
        "Vắng mặt khi được gọi",
        "Giữ chỗ đến 9 giờ 07, đã quá giờ",
    ]


def test_other_desks_come_in_brief_the_working_ones_first() -> None:
    """Never the own desk, never how fast a colleague is."""
    rows = shown(STATES["idle"]).desks
    assert "q9" not in {row.code for row in rows}
    assert [(row.desk, row.label, row.status) for row in rows[:4]] == [
        ("Quầy 2", "1 044", "đang phục vụ"),
        ("Quầy 3", "1 045", "đang gọi"),
        ("Quầy 4", "", "tạm nghỉ đến 9 giờ 30"),
        ("Quầy 6", "", "sẵn sàng"),
    ]
    assert {row.status for row in rows[5:]} == {"đóng"}
