"""Signing in at the counter's real page, by keys and by touch, in both shapes."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter.situation.situation import Seat
from counter.work.answers import ENDED, HANDED_OVER, NEW_DAY, SIGN_IN_AGAIN
from server.protocol.commands import CloseCounter, OpenCounter
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, SignedIn, Welcome
from server.protocol.views import CounterStatus, CounterView, DeskView, TicketStatus
from server.words.spelling import glued
from tests.support.counter_desktop import SIZES, Desktop
from tests.support.counter_samples import desk, ticket, view, welcome

IN_HAND = desk(ticket(TicketStatus.SERVING))


def with_pins(shown: CounterView, clerk: str = "") -> Welcome:
    """A greeting of an office where one signs in; ``clerk`` is signed in here already."""
    greeting = welcome(shown)
    office = greeting.office.model_copy(update={"has_pins": True})
    return greeting.model_copy(update={"office": office, "clerk": clerk})


@pytest.fixture(params=SIZES)
def shape(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def screens(qtbot: QtBot) -> Iterator[list[Desktop]]:
    opened: list[Desktop] = []
    yield opened
    for each in opened:
        assert each.engine.complaints == []
        each.engine.close()


def at_the_door(
    screens: list[Desktop], qtbot: QtBot, shape: str, own: DeskView | None = None
) -> Desktop:
    """A window of such an office; with ``own`` the clerk an sits there and is signed in."""
    screen = Desktop(qtbot, SIZES[shape], own)
    screens.append(screen)
    screen.link.welcomed.emit(with_pins(view(own), "an" if own else ""))
    screen.link.connectionChanged.emit("live")
    return screen


def lets_in(screen: Desktop, clerk: str) -> None:
    """The server takes the PIN."""
    request = f"s{len(screen.link.signs)}"
    screen.link.signedIn.emit(request, SignedIn(id=request, clerk=clerk, session="token"))


def refuses(screen: Desktop, code: ErrorCode, detail: str = "") -> None:
    """The server does not."""
    request = f"s{len(screen.link.signs)}"
    screen.link.signedIn.emit(request, Error(id=request, code=code, detail=detail))


def types(screen: Desktop, digits: str) -> None:
    """On the keyboard."""
    for digit in digits:
        screen.key(Qt.Key(ord(digit)))


def sees(screen: Desktop, words: str) -> None:
    """Wait until these words stand somewhere."""
    screen.qtbot.waitUntil(lambda: any(words in text for text in screen.texts()))


def test_name_pin_and_desk_with_the_keyboard_alone(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """A letter looks for the name, Enter takes it; digits and Enter; arrows and the one button."""
    screen = at_the_door(screens, qtbot, shape)
    screen.qtbot.waitUntil(lambda: screen.focused() == "Tên của tôi")
    for letter in "BINH":
        screen.key(Qt.Key(ord(letter)))
    screen.qtbot.waitUntil(lambda: screen.model.shown.login.sought == "binh")
    screen.key(Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: screen.focused() == "Mã PIN của tôi")
    types(screen, "741")
    screen.key(Qt.Key.Key_Backspace)
    types(screen, "16")
    assert "7416" not in "".join(screen.texts())
    screen.key(Qt.Key.Key_Return)
    assert screen.link.signs == [("binh", "7416", "")]
    lets_in(screen, "binh")
    screen.qtbot.waitUntil(lambda: screen.there("Quầy của tôi"))
    # Where he sits already stands chosen: the one button has the focus.
    screen.qtbot.waitUntil(lambda: screen.focused() == "Trở lại quầy 2")
    screen.key(Qt.Key.Key_Return)
    assert screen.sent == [OpenCounter(counter="q2", clerk="binh")]


def test_a_pin_by_touch_wrong_locked_and_right(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The page says what was wrong and how long to wait, and its keys are dead meanwhile."""
    screen = at_the_door(screens, qtbot, shape)
    screen.click("Nguyễn Thị An")
    for digit in "5084":
        screen.click(digit)
    screen.click("Đăng nhập")
    refuses(screen, ErrorCode.BAD_PIN, "1")
    sees(screen, "Mã PIN không đúng. Còn 1 lần thử.")
    types(screen, "5085")
    screen.click("Đăng nhập")
    refuses(screen, ErrorCode.PIN_LOCKED, "60")
    sees(screen, "Xin chờ 60 giây")
    types(screen, "5083")
    screen.key(Qt.Key.Key_Return)
    assert len(screen.link.signs) == 2, "no use to try"
    screen.link.time += timedelta(seconds=61)
    screen.model.refresh()
    types(screen, "5083")
    screen.key(Qt.Key.Key_Return)
    assert screen.link.signs[-1] == ("an", "5083", "")
    lets_in(screen, "an")
    screen.qtbot.waitUntil(lambda: screen.there("Quầy của tôi"))


def test_a_first_pin_is_replaced_before_anything_else(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Typed, chosen, repeated, sent together."""
    screen = at_the_door(screens, qtbot, shape)
    screen.click("Nguyễn Thị An")
    types(screen, "804611")
    screen.key(Qt.Key.Key_Return)
    refuses(screen, ErrorCode.PIN_MUST_CHANGE)
    sees(screen, "Đặt mã PIN mới")
    types(screen, "6307")
    screen.key(Qt.Key.Key_Return)
    sees(screen, "Nhập lại mã PIN mới")
    types(screen, "6307")
    screen.key(Qt.Key.Key_Return)
    assert screen.link.signs[-1] == ("an", "804611", "6307")
    refuses(screen, ErrorCode.PIN_TOO_WEAK)
    sees(screen, "Mã này dễ đoán.")


def test_escape_and_the_other_name_lead_back_to_the_list(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Whoever took a wrong name is not caught in it; digits typed for it are gone."""
    screen = at_the_door(screens, qtbot, shape)
    screen.click("Nguyễn Thị An")
    types(screen, "12")
    screen.key(Qt.Key.Key_Escape)
    screen.qtbot.waitUntil(lambda: screen.there("Tên của tôi"))
    screen.click("Nguyễn Thị An")
    assert screen.model.shown.login.digits == 0
    screen.click("Đổi tên")
    screen.qtbot.waitUntil(lambda: screen.there("Tên của tôi"))


def test_the_desk_of_this_machine_is_chosen_beforehand(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Most machines never move; another desk can still be chosen."""
    screen = at_the_door(screens, qtbot, shape)
    screen.model.session.last_counter = "q9"
    screen.click("Nguyễn Thị An")
    types(screen, "5083")
    screen.key(Qt.Key.Key_Return)
    lets_in(screen, "an")
    screen.qtbot.waitUntil(lambda: screen.focused() == "Mở quầy 9")


def test_the_next_clerk_takes_the_desk_over_with_the_ticket_in_hand(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The first one signs out and leaves the desk open; the second is told what is in hand."""
    screen = at_the_door(screens, qtbot, shape, IN_HAND)
    screen.place("Hoàn thành")
    screen.model._entrance.handOver()
    assert screen.link.signs == [("", "", "")]
    assert screen.sent == [], "the desk was not closed"
    sees(screen, HANDED_OVER)
    screen.click("Đặng Thúy Nga")
    types(screen, "7416")
    screen.key(Qt.Key.Key_Return)
    lets_in(screen, "nga")
    screen.click("Nhận bàn giao quầy 9…")
    assert glued("6 027") in screen.model.shown.dialog.text
    screen.click("Nhận bàn giao")
    assert screen.sent == [OpenCounter(counter="q9", clerk="nga")]


def test_a_sign_in_ended_elsewhere_is_told_and_the_name_kept(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The PIN alone leads straight back to the desk and the ticket."""
    screen = at_the_door(screens, qtbot, shape, IN_HAND)
    screen.link.signedIn.emit("", SignedIn(id="", clerk=""))
    sees(screen, ENDED)
    assert screen.model.shown.login.clerk == "Nguyễn Thị An"
    sits = view(IN_HAND, 41)
    screen.link.viewed.emit(sits)
    types(screen, "5083")
    screen.key(Qt.Key.Key_Return)
    lets_in(screen, "an")
    screen.model.session.on_view(sits)


def test_a_new_day_says_a_kind_word(screens: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """The desks were closed at midnight; nobody is blamed for a forgotten log-out."""
    screen = at_the_door(screens, qtbot, shape, desk())
    closed = desk(clerk="").model_copy(update={"status": CounterStatus.CLOSED})
    morning = view(closed, 1).model_copy(update={"day": "2026-11-24"})
    screen.link.viewed.emit(morning)
    screen.link.signedIn.emit("", SignedIn(id="", clerk=""))
    sees(screen, NEW_DAY)


def test_a_restarted_machine_shows_the_ticket_and_asks_for_the_pin_once_the_server_is_there(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The kept picture first, all keys dark; then the name is kept and only the PIN is asked."""
    screen = Desktop(qtbot, SIZES[shape], IN_HAND)
    screens.append(screen)
    screen.link.is_stale = True
    screen.link.connectionChanged.emit("connecting")
    screen.link.welcomed.emit(with_pins(view(IN_HAND), "somebody before"))
    assert screen.model._page == "work"
    screen.model.press("complete")
    assert screen.sent == [], "all keys are dark"
    screen.link.is_stale = False
    screen.link.welcomed.emit(with_pins(view(IN_HAND)))
    screen.link.connectionChanged.emit("live")
    assert screen.model._page == "login"
    sees(screen, SIGN_IN_AGAIN)
    assert screen.model.session.situation.pick == Seat("q9", "an")


def test_leaving_the_desk_signs_out(screens: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """The next one finds the list of names, not somebody else's open door."""
    screen = at_the_door(screens, qtbot, shape, desk())
    screen.model.press("close")
    screen.model._asking.confirm()
    assert screen.sent == [CloseCounter(counter="q9", clerk="an")]
    screen.link.done()
    assert screen.link.signs == [("", "", "")]
    assert screen.model.shown.login.step == "name"


def test_what_the_server_does_not_know_of_asks_for_the_pin_again(
    screens: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """A command refused for want of a sign-in is no dead end."""
    screen = at_the_door(screens, qtbot, shape, desk())
    screen.model.press("call_next")
    screen.link.answered.emit("c1", Error(id="c1", code=ErrorCode.NOT_SIGNED_IN))
    sees(screen, SIGN_IN_AGAIN)
    assert screen.model.shown.login.step == "pin"
