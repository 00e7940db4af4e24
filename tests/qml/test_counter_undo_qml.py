"""Ctrl+Z and sending a ticket to one desk, at the counter's real window."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from server.protocol.commands import TransferTicket, UndoLast
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error
from server.protocol.views import DeskView, TicketStatus, Undoable
from tests.support.counter_desktop import KEYS, SIZES, STATES, Desktop, at
from tests.support.counter_samples import NOW, desk, ticket, view

UNDO = "Hoàn tác (Ctrl+Z)"
MINE = UndoLast(counter="q9", clerk="an")


def after() -> DeskView:
    """The desk a moment later, as the server shows it."""
    until = NOW + timedelta(seconds=60)
    undo = Undoable(kind="ticket_missed", label="6 027", until_at=until)
    return desk().model_copy(update={"undo": undo})


@pytest.fixture(params=SIZES)
def screen(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Desktop]:
    """A clerk who has just marked somebody absent."""
    opened: list[Desktop] = []
    made = at(opened, qtbot, STATES["called"], request.param)
    made.key(KEYS["F7"])
    made.link.done()
    made.link.viewed.emit(view(after(), 41))
    yield made
    assert made.engine.complaints == []
    made.engine.close()


def ctrl_z(screen: Desktop) -> None:
    QTest.keyClick(screen.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_the_last_action_is_taken_back_once(screen: Desktop, by: str) -> None:
    """By Ctrl+Z or the small button; a second press sends nothing."""
    if by == "key":
        ctrl_z(screen)
    else:
        screen.click(UNDO)
    ctrl_z(screen)
    assert screen.sent[1:] == [MINE]
    screen.link.done(42)
    screen.link.viewed.emit(view(STATES["called"], 42))
    screen.qtbot.waitUntil(
        lambda: "Đã hoàn tác: ghi vắng mặt 6 027." in screen.texts(), timeout=3000
    )
    assert not screen.there(UNDO)
    assert screen.focused() == "Gọi tiếp"


def test_a_restarted_app_can_still_take_it_back(screen: Desktop) -> None:
    """The server remembers, not the window: a fresh one shows the same button."""
    opened: list[Desktop] = []
    fresh = at(opened, screen.qtbot, after())
    assert fresh.there(UNDO)
    ctrl_z(fresh)
    assert fresh.sent == [MINE]
    fresh.engine.close()


def test_the_button_goes_away_after_a_minute(screen: Desktop) -> None:
    """And Ctrl+Z then says why instead of asking."""
    assert screen.there(UNDO)
    screen.link.time = NOW + timedelta(seconds=61)
    screen.model.refresh()
    assert not screen.there(UNDO)
    ctrl_z(screen)
    assert len(screen.sent) == 1
    assert "Đã quá thời gian hoàn tác" in screen.model.shown.head.note


def test_a_refused_undo_is_a_sentence(screen: Desktop) -> None:
    """Too late: what to do instead; the next view takes the button away."""
    ctrl_z(screen)
    screen.link.answered.emit("c2", Error(id="c2", code=ErrorCode.TOO_LATE))
    assert "xin mời số đó trở lại" in screen.model.shown.head.note
    screen.link.viewed.emit(view(desk(), 42))
    assert not screen.there(UNDO)


def test_nothing_is_taken_back_while_a_question_is_open(screen: Desktop) -> None:
    """Ctrl+Z belongs to the page, not to the sheet over it."""
    screen.key(KEYS["F8"])
    assert screen.question == "pause"
    ctrl_z(screen)
    assert len(screen.sent) == 1


def test_a_ticket_goes_to_one_desk_of_its_own_service(qtbot: QtBot) -> None:
    """Desks at work for the same service stand after the services."""
    opened: list[Desktop] = []
    screen = at(opened, qtbot, desk(ticket(TicketStatus.SERVING, service="dat_dai")))
    screen.key(KEYS["F6"])
    screen.click("Đúng quầy 3")
    screen.click("Chuyển sang quầy 3")
    assert screen.sent == [
        TransferTicket(
            counter="q9",
            clerk="an",
            ticket="t-6027",
            service="dat_dai",
            reason="sai_quay",
            to_counter="q3",
        )
    ]
    assert screen.engine.complaints == []
    screen.engine.close()
