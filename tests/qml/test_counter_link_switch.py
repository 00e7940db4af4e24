"""Training and back, hot keys from other software, the window's place, and what is remembered."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from assets.shell.engine import Engine, make_app
from assets.shell.pilot import text_of, visible_items
from counter.app import QML
from counter.desktop import hotkeys
from counter.desktop.hotkeys import Hotkeys
from counter.desktop.window_place import STRIP_HEIGHT, STRIP_WIDTH, WindowPlace, strip_place
from counter.link_switch import LinkSwitch, join, training_url
from counter.situation.preferences import Preferences
from counter.situation.seat_file import SeatFile
from counter.situation.situation import Seat
from counter.viewmodels.settings import SettingsModel
from counter.viewmodels.window import CounterViewModel
from server.protocol.commands import CallNext
from tests.support.counter_desktop import STATES, Desktop, at
from tests.support.counter_samples import FakeLink, desk, ticket, view, welcome

ME = Seat("q9", "an")
BANNER = "LUYỆN TẬP — không tính vào số liệu"


class Moving:
    """A window between the real and the training office, both links by hand."""

    def __init__(self) -> None:
        make_app()
        self.real, self.training = FakeLink(), FakeLink()
        self.addresses: list[str] = []
        self.settings = SettingsModel(Preferences(toured=True))
        self.model = CounterViewModel(self.real, ME, settings=self.settings)
        self.switch = LinkSwitch(
            self.real, self.model, SeatFile(None), self._connect, "ws://10.0.0.2:8765/ws"
        )
        self.real.welcomed.emit(welcome(view(desk())))
        self.real.connectionChanged.emit("live")

    def _connect(self, url: str) -> FakeLink:
        self.addresses.append(url)
        return self.training


@pytest.fixture
def moving(qtbot: QtBot) -> Moving:
    return Moving()


def test_training_is_another_server_and_nothing_of_it_reaches_the_real_one(moving: Moving) -> None:
    """Its own link, its own seat, and the real link not even listened to."""
    moving.settings.train(True)
    assert moving.addresses == ["ws://10.0.0.2:8765/training/ws"]
    moving.training.welcomed.emit(welcome(view(None)))
    moving.training.connectionChanged.emit("live")
    assert (moving.model._page, moving.model.shown.head.training) == ("login", True)
    moving.model._entrance.introduce("an")
    moving.model._entrance.place("q9")
    moving.model._entrance.enter()
    moving.training.done()
    moving.training.viewed.emit(view(desk(), 41))
    moving.model.press("call_next")
    assert [each.kind for each in moving.training.sent] == ["open_counter", "call_next"]
    assert moving.real.sent == []
    moving.real.viewed.emit(view(desk(ticket()), 50))
    assert moving.model.shown.hand.label != "6 027"


def test_the_way_back_shows_the_real_desk_at_once(moving: Moving) -> None:
    """Without a new greeting: the link never went."""
    moving.settings.train(True)
    moving.real.viewed.emit(view(desk(ticket()), 50))
    moving.settings.train(False)
    assert moving.training.stopped == 1
    assert moving.model.shown.head.training is False
    assert moving.real.stopped == 0
    moving.switch.close()
    assert moving.real.stopped == 1


def test_nobody_trains_with_somebody_in_hand(moving: Moving) -> None:
    """He is served first; a sentence says so."""
    moving.real.viewed.emit(view(desk(ticket()), 41))
    moving.settings.train(True)
    assert moving.addresses == []
    assert "trước khi luyện tập" in moving.model.shown.head.note


def test_the_training_address_is_that_of_the_same_server() -> None:
    """Whatever the real one is called."""
    assert training_url("ws://h:1/ws") == "ws://h:1/training/ws"


@pytest.mark.parametrize("page", ["work", "issue"])
def test_the_banner_is_on_every_page_while_one_trains(qtbot: QtBot, page: str) -> None:
    """Unmistakable, with the way out beside it."""
    moving = Moving()
    moving.settings.train(True)
    moving.training.welcomed.emit(welcome(view(desk())))
    moving.training.connectionChanged.emit("live")
    engine = Engine(QML)
    window = engine.open("Counter", {"viewModel": moving.model})
    window.show()
    if page == "work":
        moving.model.session.use(moving.training, ME, lambda _: None, training=True)
        moving.training.welcomed.emit(welcome(view(desk())))
        moving.training.connectionChanged.emit("live")
    texts = [text_of(item) for item in visible_items(window)]
    assert BANNER in texts
    assert "Thôi luyện tập" in texts
    assert engine.complaints == []
    engine.close()


class FakeGrabber:
    """A platform that gives all keys but those ``taken``."""

    def __init__(self, taken: list[int]) -> None:
        self.taken, self.modifiers, self.released = taken, False, 0

    def grab(self, *, modifiers: bool) -> list[int]:
        self.modifiers = modifiers
        return self.taken

    def release(self) -> None:
        self.released += 1


def keys(grabber: FakeGrabber | None, mode: str, pressed: list[str]) -> tuple[Hotkeys, str]:
    """The hot keys after the clerk chose ``mode``, and the sentence in the menu."""
    settings = SettingsModel(Preferences(toured=True))
    made: list[Callable[[int], None]] = []

    def find(press: Callable[[int], None]) -> FakeGrabber | None:
        made.append(press)
        return grabber

    found = Hotkeys(settings, pressed.append, find)
    settings.useHotkeys(mode)
    for press in made:
        press(1)
    return found, settings._words


def test_hot_keys_are_off_until_chosen(qtbot: QtBot) -> None:
    """Nothing is asked of the system before."""
    settings = SettingsModel(Preferences())
    Hotkeys(settings, lambda _: None, lambda _: pytest.fail("asked"))
    assert settings._words == ""


@pytest.mark.parametrize(
    ("grabber", "words"),
    [
        (FakeGrabber([]), hotkeys.READY),
        (FakeGrabber([5]), "Phần mềm khác đang giữ: F5. Các phím còn lại đã dùng được."),
        (FakeGrabber(list(range(1, 9))), hotkeys.NOT_HERE),
        (None, hotkeys.NOT_HERE),
    ],
)
def test_what_became_of_the_hot_keys_is_said(
    qtbot: QtBot, grabber: FakeGrabber | None, words: str
) -> None:
    """All, some, or none: the keys of the window itself work in any case."""
    assert keys(grabber, "plain", [])[1] == words


def test_a_hot_key_is_the_key_of_the_desk(qtbot: QtBot) -> None:
    """And goes back to other software when it is switched off."""
    pressed: list[str] = []
    grabber = FakeGrabber([])
    found, _ = keys(grabber, "with_modifiers", pressed)
    assert (pressed, grabber.modifiers) == (["F1"], True)
    found.choose("off")
    assert grabber.released == 1


def test_a_hot_key_calls_the_next_person(qtbot: QtBot) -> None:
    """The same press as in the window."""
    link = FakeLink()
    model = CounterViewModel(link, ME)
    join(link, model)
    link.welcomed.emit(welcome(view(desk())))
    link.connectionChanged.emit("live")
    model.pressKey("F1")
    assert link.sent == [CallNext(counter="q9", clerk="an")]


def test_a_question_by_hot_key_comes_in_front(qtbot: QtBot) -> None:
    """Nobody answers a question behind another window."""
    link = FakeLink()
    model = CounterViewModel(link, ME)
    join(link, model)
    link.welcomed.emit(welcome(view(desk())))
    link.connectionChanged.emit("live")
    with qtbot.waitSignal(model.raised):
        model.pressKey("F8")


SCREEN = QRect(0, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("kept", "corner"),
    [
        (Preferences(), (1920 - STRIP_WIDTH, 24)),
        (Preferences(x=0, y=100), (0, 100)),
        (Preferences(x=5000, y=5000), (1920 - STRIP_WIDTH, 1080 - STRIP_HEIGHT)),
    ],
)
def test_the_strip_is_where_it_was_and_never_outside_the_screen(
    kept: Preferences, corner: tuple[int, int]
) -> None:
    """On the right side at first; back on the screen when that has become smaller."""
    place = strip_place(kept, SCREEN)
    assert (place.x(), place.y()) == corner
    assert SCREEN.contains(place)
    assert strip_place(kept, QRect(0, 0, 1366, 700)).height() <= 700


def test_the_tour_points_at_real_controls_and_is_remembered(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """Seven steps, each on something that is there; then never again by itself."""
    screen = at(desktops, qtbot, STATES["idle"])
    settings = screen.model.settings_model
    settings.prefer(toured=False)
    settings.startTour()
    for step in range(1, 8):
        words = f"Bước {step} trên 7"
        screen.qtbot.waitUntil(partial(shows, screen, words))
        hole = tour_of(screen).property("hole")
        assert hole.width() > 20, step
        assert hole.height() > 20, step
        screen.key(Qt.Key.Key_F1)
        screen.key(Qt.Key.Key_Return)
    screen.qtbot.waitUntil(lambda: not settings._touring)
    assert settings.shown.toured
    assert screen.sent == []


def test_the_tour_can_be_skipped_at_once(desktops: list[Desktop], qtbot: QtBot) -> None:
    """Escape, and the keys work."""
    screen = at(desktops, qtbot, STATES["idle"], "strip")
    screen.model.settings_model.startTour()
    screen.qtbot.waitUntil(lambda: "Bước 1 trên 7" in screen.texts())
    screen.key(Qt.Key.Key_Escape)
    screen.qtbot.waitUntil(lambda: "Bước 1 trên 7" not in screen.texts())
    screen.key(Qt.Key.Key_F1)
    assert len(screen.sent) == 1


def test_the_menu_leads_to_training_and_closes(desktops: list[Desktop], qtbot: QtBot) -> None:
    """F10, and Escape leaves it."""
    screen = at(desktops, qtbot, STATES["idle"])
    screen.key(Qt.Key.Key_F10)
    with qtbot.waitSignal(screen.model.settings_model.trainingAsked) as asked:
        screen.click("Luyện tập")
    assert asked.args == [True]
    screen.key(Qt.Key.Key_F10)
    assert screen.there("Xem hướng dẫn nhanh")
    screen.key(Qt.Key.Key_Escape)
    assert not screen.there("Xem hướng dẫn nhanh")


def shows(screen: Desktop, words: str) -> bool:
    """Whether these very words stand on the screen."""
    return words in screen.texts()


def is_on_top(screen: Desktop) -> bool:
    """Whether the window stays above other software."""
    return bool(screen.window.flags() & Qt.WindowType.WindowStaysOnTopHint)


def tour_of(screen: Desktop) -> QQuickItem:
    """The overlay itself."""
    return next(
        item
        for item in screen.window.contentItem().childItems()
        if item.metaObject().className().startswith("TourOverlay")
    )


@pytest.fixture
def desktops() -> Iterator[list[Desktop]]:
    opened: list[Desktop] = []
    yield opened
    for each in opened:
        assert each.engine.complaints == []
        each.engine.close()


def test_the_window_becomes_a_strip_on_top_and_back(desktops: list[Desktop], qtbot: QtBot) -> None:
    """From the menu; where the clerk then puts it is kept."""
    screen = at(desktops, qtbot, STATES["idle"])
    settings = screen.model.settings_model
    place = WindowPlace(screen.window, settings)
    place._timer.setInterval(1)
    screen.key(Qt.Key.Key_F10)
    screen.click("Thu gọn thành dải bên cạnh")
    qtbot.waitUntil(lambda: screen.window.width() == STRIP_WIDTH)
    qtbot.waitUntil(lambda: is_on_top(screen))
    assert settings.shown.strip
    qtbot.waitUntil(lambda: not place._settling.isActive())
    screen.window.setFramePosition(QPoint(120, 30))
    qtbot.waitUntil(lambda: (settings.shown.x, settings.shown.y) == (120, 30))
    settings.reshape(False)
    qtbot.waitUntil(lambda: screen.window.width() > 600)
    qtbot.waitUntil(lambda: not is_on_top(screen))
    settings.reshape(True)
    qtbot.waitUntil(lambda: not place._settling.isActive())
    qtbot.waitUntil(lambda: screen.window.framePosition() == QPoint(120, 30))
