"""The screens of the display in a real QML engine: every state loads, fits and moves as meant.

Tests of display/screen_model.py, display/lobby/viewmodel.py, display/wall/viewmodel.py,
display/desk/viewmodel.py.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import display
from assets.shell import engine
from assets.shell.panel import Panel
from assets.shell.pilot import text_of, visible_items
from assets.shell.rows import RowsModel
from display.desk.rating import Rated
from display.desk.viewmodel import DeskViewModel
from display.lobby.viewmodel import LobbyViewModel
from display.screen_model import ScreenModel
from display.voice.announcer import Announcement
from display.voice.speech import say
from display.wall.viewmodel import WallViewModel
from server.protocol.messages import Welcome
from server.protocol.views import CounterStatus, HallNotice, TicketStatus
from tests.support import display_samples as d

QML = Path(display.__file__).parent / "qml"
FULL_HD = QSize(1920, 1080)
SPOKEN = Announcement(f"{d.DAY}/9", d.NOW, "9 027", "q9", 0)
WARD = d.office()
PROVINCE = d.office("province-song-lam")

ViewModel = LobbyViewModel | WallViewModel | DeskViewModel
SCREENS = {LobbyViewModel: "Lobby", WallViewModel: "Wall", DeskViewModel: "Desk"}
Open = Callable[..., QQuickWindow]


class Clock:
    """An office's clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = d.NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    """Nine forty-one."""
    return Clock()


@pytest.fixture
def open_(qapp: object) -> Iterator[Open]:
    """Shows a view model's screen; fails at the end if the engine complained."""
    engine.make_app()
    engines: list[engine.Engine] = []
    kept: list[object] = []  # QML keeps neither a view model nor a window's Python half alive

    def opened(view_model: ViewModel, size: QSize = FULL_HD) -> QQuickWindow:
        qml = engine.Engine(QML)
        engines.append(qml)
        screen = SCREENS[type(view_model)]
        window = qml.open("Display", {"viewModel": view_model}, screen)
        window.resize(size)
        window.show()
        kept.extend((view_model, window))
        return window

    yield opened
    complaints = [each for qml in engines for each in qml.complaints]
    for qml in engines:
        qml.close()
    assert complaints == []


def texts(window: QQuickWindow) -> list[str]:
    """Everything written on the screen."""
    return [text for item in visible_items(window) if (text := text_of(item))]


def item_with(window: QQuickWindow, text: str) -> QQuickItem:
    """The item that shows exactly ``text`` in the largest type."""
    found = [item for item in visible_items(window) if text_of(item) == text]
    return max(found, key=lambda item: item.property("font").pixelSize())


def settle(window: QQuickWindow, qtbot: QtBot) -> None:
    """Wait until the layouts have come to rest: the same picture several times running."""
    seen: list[list[tuple[str, float, float]]] = []

    def rests() -> bool:
        window.grabWindow()
        items = [item for item in visible_items(window) if text_of(item)]
        seen.append([(text_of(item), item.width(), item.height()) for item in items])
        return len(seen) > 3 and seen[-1] == seen[-4]

    qtbot.waitUntil(rests)


def misplaced(window: QQuickWindow) -> list[str]:
    """Words beyond the glass, or wider than the place they have."""
    wrong = []
    for item in visible_items(window):
        text = text_of(item)
        corner = item.mapToScene(QPointF(item.width(), item.height()))
        inside = corner.x() <= window.width() + 1 and corner.y() <= window.height() + 1
        if text and not (inside and item.property("contentWidth") <= item.width() + 1.5):
            wrong.append(text)
    return wrong


def lobby(clock: Clock, welcome: Welcome | None) -> LobbyViewModel:
    """A connected lobby."""
    view_model = LobbyViewModel(clock)
    if welcome is not None:
        view_model.welcome(welcome)
        view_model.connection("live")
    return view_model


def wall(clock: Clock, welcome: Welcome | None) -> WallViewModel:
    """A connected wall."""
    view_model = WallViewModel(clock)
    if welcome is not None:
        view_model.welcome(welcome)
        view_model.connection("live")
    return view_model


def shown(view_model: ScreenModel, part: str = "") -> Panel:
    """The panel that shows a screen, or a value within it."""
    found = view_model.panel.part(part) if part else view_model.panel
    assert isinstance(found, Panel)
    return found


@pytest.mark.parametrize("size", [FULL_HD, QSize(3840, 2160), QSize(1366, 768), QSize(1080, 1920)])
@pytest.mark.parametrize("office", [WARD, PROVINCE], ids=["ward", "province"])
@pytest.mark.parametrize("busy", [True, False], ids=["busy", "empty"])
def test_nothing_lies_outside_the_screen_or_runs_into_its_neighbour(
    open_: Callable[..., QQuickWindow],
    clock: Clock,
    qtbot: QtBot,
    office: Any,
    busy: bool,
    size: QSize,
) -> None:
    """In a full hall and an empty one, 13 desks and 26, on small screens and large ones."""
    first = d.welcome(office, d.busy_lobby(office) if busy else d.empty_lobby(office))
    second = d.welcome(office, d.busy_wall(office) if busy else d.empty_wall(office))
    screens: list[ViewModel] = [lobby(clock, first)]
    if size.width() > size.height():
        screens.append(wall(clock, second))
    for view_model in screens:
        window = open_(view_model, size)
        settle(window, qtbot)
        assert misplaced(window) == []


def test_a_called_label_is_readable_from_the_last_row(
    open_: Open, clock: Clock, qtbot: QtBot
) -> None:
    """Its digits are at least 12 % of the screen's height, beside 26 desks too."""
    for office, size in product((WARD, PROVINCE), (FULL_HD, QSize(1080, 1920))):
        view = d.display_view(
            calls=(d.call("03 045", "q9"),), counters=d.busy_states(office), missed=("6 001",)
        )
        window = open_(lobby(clock, d.welcome(office, view)), size)
        settle(window, qtbot)
        plate = item_with(window, "03 045")
        painted = float(plate.property("contentHeight"))  # Inter: a digit is 0.60 of a line
        # A screen that stands upright hangs no further away than one that lies.
        assert painted * 0.60 >= 0.12 * min(size.height(), size.width())


@pytest.mark.parametrize("size", [QSize(1024, 600), QSize(800, 480), QSize(1366, 768)])
@pytest.mark.parametrize("counter", ["q1", "q3", "q5", "q23"])
def test_the_panel_over_a_desk_fits_the_small_screens_it_hangs_on(
    open_: Callable[..., QQuickWindow], clock: Clock, qtbot: QtBot, counter: str, size: QSize
) -> None:
    """Calling, closed, paused and serving; two lines of a long name."""
    view_model = DeskViewModel(counter, clock)
    view_model.welcome(d.welcome(PROVINCE, d.busy_lobby(PROVINCE)))
    view_model.connection("live")
    window = open_(view_model, size)
    settle(window, qtbot)
    assert misplaced(window) == []


@pytest.mark.parametrize("size", [QSize(1024, 600), QSize(800, 480)])
def test_the_question_after_a_service_fits_and_a_touch_is_told_once(
    open_: Callable[..., QQuickWindow], clock: Clock, qtbot: QtBot, size: QSize
) -> None:
    """Levels, then reasons for a low one, then thanks; on a real glass."""
    view_model = DeskViewModel("q9", clock, asks=True)
    view_model.connection("live")
    done = d.state("q9").model_copy(update={"to_rate": "t1"})
    view_model.welcome(d.welcome(WARD, d.display_view(counters=(done,))))
    window = open_(view_model, size)
    settle(window, qtbot)
    assert misplaced(window) == []
    tap(window, "Không hài lòng")
    settle(window, qtbot)
    assert misplaced(window) == []
    with qtbot.waitSignal(view_model.rated) as told:
        tap(window, "Chờ lâu")
    assert told.args == [Rated("t1", 2, ("cho_lau",))]
    assert "Bỏ qua" not in texts(window)


def tap(window: QQuickWindow, words: str) -> None:
    """A finger on the item that bears these words."""
    item = item_with(window, words)
    middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
    QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def test_a_call_at_its_desk_enlarges_the_number_on_the_panel_once(
    clock: Clock, qtbot: QtBot
) -> None:
    """A view that tells the same again does not."""
    view_model = DeskViewModel("q9", clock)
    view_model.welcome(d.welcome(WARD, d.empty_lobby(WARD)))
    called = d.state("q9", label="9 031", ticket_status=TicketStatus.CALLED)
    view = d.display_view(counters=(called,), calls=(d.call("9 031", "q9"),))
    with qtbot.waitSignal(view_model.called):
        view_model.view(view)
    with qtbot.assertNotEmitted(view_model.called):
        view_model.view(view.model_copy(update={"version": 2}))


def test_the_call_reads_like_the_offices_sentence(open_: Open, clock: Clock) -> None:
    """Kính mời số … đến quầy …, with the desk's name below."""
    view = d.display_view(calls=(d.call("9 027", "q9"),))
    shown = texts(open_(lobby(clock, d.welcome(WARD, view))))
    start = shown.index("Kính mời số")
    assert shown[start : start + 4] == [
        "Kính mời số",
        "9 027",
        "đến quầy 9",
        "Hộ tịch: khai sinh, khai tử",
    ]


def test_a_new_call_is_enlarged_once_and_then_everything_rests(
    open_: Open, clock: Clock, qtbot: QtBot
) -> None:
    """It grows, it comes back, nothing goes on moving."""
    view_model = lobby(clock, d.welcome(WARD, d.display_view()))
    window = open_(view_model)
    with qtbot.waitSignal(view_model.called):
        view_model.speak(SPOKEN, "Kính mời công dân có số 9 027 đến quầy số 9.")
    plate = item_with(window, "9 027")
    qtbot.waitUntil(lambda: plate.scale() > 1.05)
    qtbot.waitUntil(lambda: plate.scale() == 1.0)
    assert "Kính mời công dân có số 9 027 đến quầy số 9." in texts(window)
    view_model.speech_ended()
    assert "Kính mời công dân có số 9 027 đến quầy số 9." not in texts(window)


@pytest.mark.parametrize("size", [FULL_HD, QSize(1080, 1920)])
def test_a_sentence_that_is_no_call_is_written_whole_while_it_is_said(
    open_: Open, clock: Clock, qtbot: QtBot, size: QSize
) -> None:
    """The longest one, in the greeting and under a call; nothing moves for it."""
    sentence = say("ph_hetgio").caption
    for view in (d.empty_lobby(PROVINCE), d.busy_lobby(PROVINCE)):
        view_model = lobby(clock, d.welcome(PROVINCE, view))
        window = open_(view_model, size)
        settle(window, qtbot)
        places = [item.mapToScene(QPointF()) for item in visible_items(window) if text_of(item)]
        with qtbot.assertNotEmitted(view_model.called):
            view_model.say(sentence)
        settle(window, qtbot)
        shown = item_with(window, sentence)
        assert shown.property("contentHeight") <= shown.height()
        assert misplaced(window) == []
        view_model.speech_ended()
        qtbot.waitUntil(lambda: sentence not in texts(window))  # noqa: B023 -- used at once
        settle(window, qtbot)
        again = [item.mapToScene(QPointF()) for item in visible_items(window) if text_of(item)]
        assert again == places


@pytest.mark.parametrize("size", [FULL_HD, QSize(1080, 1920), QSize(3840, 2160)])
@pytest.mark.parametrize("office", [WARD, PROVINCE], ids=["ward", "province"])
def test_an_urgent_notice_of_the_longest_kind_leaves_the_call_and_the_desks_readable(
    open_: Open, clock: Clock, qtbot: QtBot, office: Any, size: QSize
) -> None:
    """200 letters, whole; of two one after the other. The label keeps its 12 %."""
    longest = ("Mất điện, xin đi ra bằng cửa chính và làm theo cán bộ. " * 4)[:200]
    notices = tuple(
        HallNotice(id=name, text=longest, until_at=d.NOW, is_urgent=True) for name in ("a", "b")
    )
    view = d.busy_lobby(office).model_copy(update={"notices": notices})
    window = open_(lobby(clock, d.welcome(office, view)), size)
    settle(window, qtbot)
    assert misplaced(window) == []
    strip = item_with(window, longest)
    assert strip.property("truncated") is False
    assert strip.property("contentHeight") <= strip.height()
    plate = item_with(window, view.calls[0].label)
    painted = float(plate.property("contentHeight")) * 0.60
    assert painted >= 0.12 * min(size.height(), size.width())
    assert texts(window).count(longest) == 1


def test_the_same_call_is_not_enlarged_twice(clock: Clock, qtbot: QtBot) -> None:
    """The view tells of it, then the notice: one call."""
    view_model = lobby(clock, d.welcome(WARD, d.display_view()))
    with qtbot.waitSignal(view_model.called):
        view_model.view(d.display_view(calls=(d.call("9 027", "q9"),)))
    with qtbot.assertNotEmitted(view_model.called):
        view_model.speak(SPOKEN, "…")
        view_model.speech_ended()


@pytest.mark.slow
def test_a_lost_connection_dims_the_screen_and_the_clock_goes_on(
    open_: Open, clock: Clock, qtbot: QtBot
) -> None:
    """What was known stays, and how old it is stands above it."""
    view_model = lobby(clock, d.welcome(WARD, d.busy_lobby(WARD)))
    window = open_(view_model)
    view_model.connection("lost")
    assert not any("mất kết nối" in text for text in texts(window))
    clock.now += timedelta(minutes=5)
    qtbot.waitUntil(lambda: any("mất kết nối" in text for text in texts(window)))
    shown = texts(window)
    assert any("Dữ liệu lúc 09:41." in text for text in shown)
    assert "09:46" in shown
    assert "1 018" in shown
    view_model.connection("live")
    assert not any("mất kết nối" in text for text in texts(window))


@pytest.mark.parametrize("make", [lobby, wall])
def test_a_display_that_never_saw_a_server_says_so(
    open_: Open, clock: Clock, make: Callable[[Clock, Welcome | None], ViewModel]
) -> None:
    """A time, a sentence, no empty frames."""
    window = open_(make(clock, None))
    shown = texts(window)
    assert "09:41" in shown
    assert any("máy chủ" in text for text in shown)
    assert len(shown) <= 6


def test_a_voice_that_is_ill_is_told_on_the_screen(open_: Open, clock: Clock) -> None:
    """In the corner, in words."""
    view_model = lobby(clock, d.welcome(WARD, d.display_view()))
    window = open_(view_model)
    view_model.set_fault("no_device")
    assert "Không có loa" in texts(window)
    view_model.set_fault("")
    assert "Không có loa" not in texts(window)


def test_the_wall_shows_waits_desks_and_totals(open_: Open, clock: Clock) -> None:
    """The headline, a service in trouble, a desk, a total."""
    shown = texts(open_(wall(clock, d.welcome(WARD, d.busy_wall(WARD)))))
    assert "Có người chờ quá 30 phút: Chứng thực, công thương 34 phút." in shown
    assert "quá 30 phút" in shown
    assert "187" in shown
    assert "nghỉ đến 09:55" in shown


def test_a_desk_that_changes_is_redrawn_where_it_stands(open_: Open, clock: Clock) -> None:
    """The label appears on the board of the lobby."""
    view_model = lobby(clock, d.welcome(WARD, d.empty_lobby(WARD)))
    window = open_(view_model)
    desk = d.state("q9", CounterStatus.OPEN, "9 031", TicketStatus.SERVING)
    view_model.view(d.display_view(counters=(desk,)))
    shown = texts(window)
    assert "9 031" in shown
    assert "đang phục vụ" in shown
    assert "đóng" not in shown


def test_the_lobby_tells_only_what_differs(clock: Clock, qtbot: QtBot) -> None:
    """The same view again, or another second of the same minute: silence."""
    view_model = lobby(clock, d.welcome(WARD, d.busy_lobby(WARD)))
    screen, call, head = shown(view_model), shown(view_model, "current"), shown(view_model, "head")
    for signal in (screen.changed, call.changed, head.changed):
        with qtbot.assertNotEmitted(signal):
            view_model.view(d.busy_lobby(WARD))
            clock.now += timedelta(seconds=15)
            view_model.refresh()
    with qtbot.waitSignal(head.changed), qtbot.assertNotEmitted(screen.changed):
        clock.now += timedelta(minutes=1)
        view_model.refresh()


def test_rows_tell_only_which_of_them_differ(clock: Clock, qtbot: QtBot) -> None:
    """One desk changed: one row is redrawn, none is made anew."""
    states = list(d.busy_states(WARD))
    view_model = lobby(clock, d.welcome(WARD, d.display_view(counters=tuple(states))))
    rows = view_model.panel.part("desks")
    assert isinstance(rows, RowsModel)
    states[3] = d.state("q3")
    with (
        qtbot.waitSignal(rows.dataChanged) as changed,
        qtbot.assertNotEmitted(rows.rowsInserted),
        qtbot.assertNotEmitted(rows.rowsRemoved),
    ):
        view_model.view(d.display_view(counters=tuple(states)))
    assert (changed.args[0].row(), changed.args[1].row()) == (3, 3)


def test_the_wall_tells_only_what_differs(clock: Clock, qtbot: QtBot) -> None:
    """As the lobby."""
    view_model = wall(clock, d.welcome(WARD, d.busy_wall(WARD)))
    screen, head = shown(view_model), shown(view_model, "head")
    for signal in (screen.changed, head.changed):
        with qtbot.assertNotEmitted(signal):
            view_model.view(d.busy_wall(WARD))
            view_model.refresh()
    with qtbot.waitSignals([screen.changed, head.changed]):
        clock.now += timedelta(minutes=1)
        view_model.refresh()


def test_a_view_of_another_role_is_ignored(clock: Clock) -> None:
    """A server that errs does not blank the screen."""
    first = lobby(clock, d.welcome(WARD, d.busy_lobby(WARD)))
    second = wall(clock, d.welcome(WARD, d.busy_wall(WARD)))
    before = first.panel.shown, second.panel.shown
    first.view(d.wall_view())
    second.view(d.display_view())
    assert (first.panel.shown, second.panel.shown) == before


def test_every_qml_file_is_part_of_the_module() -> None:
    """A forgotten line in qmldir would only be noticed in the hall."""
    listed = (QML / "Display" / "qmldir").read_text(encoding="utf-8").split()
    assert {file.name for file in (QML / "Display").glob("*.qml")} == {
        word for word in listed if word.endswith(".qml")
    }
