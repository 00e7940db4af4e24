"""The counter's view model against a link by hand: one command a press, news only when new.

Tests of counter/viewmodels/window.py.
"""

import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex
from pytestqt.qtbot import QtBot

from assets.shell.panel import Panel
from assets.shell.rows import FIRST_ROLE, RowsModel
from counter.link_switch import join
from counter.presenter.screen import LineRow
from counter.situation.situation import Seat
from counter.viewmodels.window import CounterViewModel
from server.protocol.commands import CallNext, CompleteTicket, OpenCounter, ReturnTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error
from server.protocol.views import TicketStatus
from tests.support.counter_samples import FakeLink, desk, held, ticket, view, welcome

ME = Seat("q9", "an")
SERVING = desk(ticket(TicketStatus.SERVING))


class Bench:
    """A view model joined to a fake link, already live at desk 9."""

    def __init__(self, seat: Seat | None = ME) -> None:
        self.link = FakeLink()
        self.seats: list[Seat | None] = []
        self.model = CounterViewModel(self.link, seat, self.seats.append)
        join(self.link, self.model)
        self.link.welcomed.emit(welcome(view(desk() if seat else None)))
        self.link.connectionChanged.emit("live")

    def refuse(self, code: ErrorCode) -> None:
        command = f"c{len(self.link.sent)}"
        self.link.answered.emit(command, Error(id=command, code=code))


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench()


def test_nothing_is_said_when_nothing_changed(bench: Bench) -> None:
    """The same view again, or a tick within the same minute, moves no panel and no row."""
    heard: list[str] = []
    model = bench.model
    model.turned.connect(lambda: heard.append("page"))
    for name in ("head", "hand", "next", "login", "dialog"):
        panel = model._screen.part(name)
        assert isinstance(panel, Panel)
        panel.changed.connect(lambda: heard.append("panel"))
    for name in ("actions", "line", "aside", "desks"):
        rows = model._screen.part(name)
        assert isinstance(rows, RowsModel)
        rows.dataChanged.connect(lambda *_: heard.append("row"))
        rows.rowsInserted.connect(lambda *_: heard.append("insert"))
    bench.link.viewed.emit(view(desk()))
    model.refresh()
    assert heard == []
    bench.link.viewed.emit(view(desk(ticket())))
    assert {"panel", "row"} <= set(heard)


def test_one_press_is_one_command(bench: Bench) -> None:
    """A second press before the answer sends nothing, of this key or any other."""
    for code in ("call_next", "call_next", "pause", "resume"):
        bench.model.press(code)
    assert bench.link.sent == [CallNext(counter="q9", clerk="an")]
    assert bench.model.shown.dialog.kind == ""
    bench.link.done()
    bench.link.viewed.emit(view(desk(ticket()), 41))
    bench.model.press("start")
    assert len(bench.link.sent) == 2


def test_a_pressed_key_shows_it_at_once_and_comes_back_after_a_refusal(bench: Bench) -> None:
    """Pending until the answer; a refusal is corrected visibly, with a sentence."""
    bench.model.press("call_next")
    assert bench.model.shown.actions[0].name == "Đang gọi…"
    bench.refuse(ErrorCode.NOBODY_WAITING)
    row = bench.model.shown.actions[0]
    assert (row.name, row.lit) == ("Gọi tiếp", True)
    assert bench.model.shown.head.note.startswith("Hiện không có ai chờ")


def test_the_note_goes_away_by_itself(bench: Bench, qtbot: QtBot) -> None:
    """After some seconds the calm line is the courtesy prompt again."""
    bench.model._note_timer.setInterval(1)
    bench.model.press("start")
    assert bench.model.shown.head.note
    qtbot.waitUntil(lambda: bench.model.shown.head.note == "")


def test_keys_come_back_when_the_view_after_an_answer_is_missing(
    bench: Bench, qtbot: QtBot
) -> None:
    """An answer without its view locks nothing for ever."""
    bench.model._settle_timer.setInterval(1)
    bench.model.press("call_next")
    bench.link.done(version=99)
    assert bench.model.session.situation.flight is not None
    qtbot.waitUntil(lambda: bench.model.session.situation.flight is None)


def test_answers_to_other_commands_are_not_mine(bench: Bench) -> None:
    """Only the command under way is answered."""
    bench.model.press("call_next")
    bench.link.answered.emit("c77", Error(id="c77", code=ErrorCode.INTERNAL))
    assert bench.model.session.situation.flight is not None


def test_nothing_is_sent_while_the_server_is_away(bench: Bench) -> None:
    """Every key answers with a sentence instead."""
    bench.link.connectionChanged.emit("lost")
    for code in ("call_next", "pause", "close"):
        bench.model.press(code)
        assert "mất kết nối" in bench.model.shown.head.note
    bench.model.bring("t-6019")
    assert bench.link.sent == []
    bench.link.connectionChanged.emit("live")
    bench.model.press("call_next")
    assert len(bench.link.sent) == 1


def test_an_outcome_is_one_choice_and_one_command(bench: Bench) -> None:
    """F4, then one tap: the ticket is completed with that outcome."""
    bench.link.viewed.emit(view(SERVING))
    bench.model.press("complete")
    assert bench.link.sent == []
    bench.model._asking.choose("tiep_nhan")
    bench.model._asking.choose("tiep_nhan")
    assert bench.link.sent == [
        CompleteTicket(counter="q9", clerk="an", ticket="t-6027", outcome="tiep_nhan")
    ]


def test_a_ticket_set_aside_is_brought_back_once(bench: Bench) -> None:
    """The row says it is under way; a second tap sends nothing."""
    bench.link.viewed.emit(view(desk(set_aside=[held()])))
    bench.model.bring("t-6019")
    bench.model.bring("t-6019")
    assert bench.link.sent == [ReturnTicket(ticket="t-6019")]
    assert bench.model.shown.aside[0].pending


def test_a_free_desk_is_opened_at_once_and_remembered(qtbot: QtBot) -> None:
    """Name, desk, one button; the seat is kept for the next start."""
    bench = Bench(seat=None)
    assert bench.model._page == "login"
    bench.model._entrance.introduce("an")
    bench.model._entrance.place("q9")
    bench.model._entrance.enter()
    bench.model._entrance.enter()
    assert bench.link.sent == [OpenCounter(counter="q9", clerk="an")]
    bench.link.done()
    assert (bench.link.watched, bench.seats) == (["q9"], [ME])
    assert bench.model._page == "login"
    bench.link.viewed.emit(view(desk(), 41))
    assert bench.model._page == "work"


def test_a_taken_desk_is_asked_about_once(qtbot: QtBot) -> None:
    """Saying no sends nothing, saying yes takes it over."""
    bench = Bench(seat=None)
    bench.model._entrance.introduce("an")
    bench.model._entrance.place("q2")
    bench.model._entrance.enter()
    bench.model._asking.dismiss()
    assert bench.link.sent == []
    bench.model._entrance.enter()
    assert bench.model.shown.dialog.kind == "take_over"
    bench.model._asking.confirm()
    assert bench.link.sent == [OpenCounter(counter="q2", clerk="an")]


def test_choosing_my_name_chooses_the_desk_where_i_sit(qtbot: QtBot) -> None:
    """After a restart of the machine one press is enough."""
    bench = Bench(seat=None)
    bench.model._entrance.introduce("binh")
    assert bench.model.shown.login.accept == "Trở lại quầy 2"


def test_a_desk_taken_over_forgets_the_seat(bench: Bench) -> None:
    """The next start does not try to sit on somebody else's chair."""
    bench.link.viewed.emit(view(desk(clerk="hai"), 41))
    assert bench.model._page == "login"
    assert bench.seats == [None]
    assert "Đỗ Thanh Hải" in bench.model.shown.login.explanation


def test_a_saved_view_shows_the_ticket_before_the_server_is_there(qtbot: QtBot) -> None:
    """After a power cut the ticket in hand is on the screen at once, with the keys out."""
    link = FakeLink()
    link.is_stale = True
    model = CounterViewModel(link, ME)
    join(link, model)
    link.connectionChanged.emit("connecting")
    link.welcomed.emit(welcome(view(SERVING)))
    assert model.shown.hand.label == "6 027"
    model.press("complete")
    assert model.shown.dialog.kind == ""


def row(code: str, waited: str = "vừa đến") -> LineRow:
    return LineRow(code, code, "", "", waited, False)


def test_rows_change_only_where_they_differ(qtbot: QtBot) -> None:
    """The front leaves, one moves up, one comes, one changes: everything else stays."""
    model = RowsModel(LineRow)
    model.show([row("a"), row("b"), row("c"), row("d")])
    heard: list[str] = []
    model.rowsRemoved.connect(lambda *_: heard.append("gone"))
    model.rowsInserted.connect(lambda *_: heard.append("new"))
    model.rowsMoved.connect(lambda *_: heard.append("moved"))
    model.dataChanged.connect(lambda *_: heard.append("changed"))
    model.show([row("b"), row("d"), row("c", "chờ 1 phút"), row("e")])
    assert heard == ["gone", "moved", "changed", "new"]
    assert [model.data(model.index(at)) for at in range(model.rowCount())] == list("bdce")
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0), FIRST_ROLE + 99) is None
    QCoreApplication.processEvents()
