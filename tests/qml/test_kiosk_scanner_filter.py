"""The scanner's keys never reach the window, a person's always do."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.shell.engine import make_app
from kiosk.scanner.filter import ScannerFilter
from kiosk.scanner.scans import CardScan, PersonMarks, Scan, TicketScan, UnknownScan

TODAY = date(2026, 11, 23)
NUMBER = "999146012345"
CARD = f"{NUMBER}||Trần Thị Mơ|23111946|Nữ|Tổ 5|10052021"
ADDRESS = "http://10.0.0.5:8765/t/0mz3k9q2ab"
QUIET = Qt.KeyboardModifier.NoModifier


class Window(QQuickWindow):
    """Writes down the keys that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []
        self.released: list[str] = []

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own
        self.pressed.append(event.text() or Qt.Key(event.key()).name)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's own
        self.released.append(event.text() or Qt.Key(event.key()).name)


class Desk:
    """A window, the filter before it, and what was scanned."""

    def __init__(self, qtbot: QtBot) -> None:
        make_app()
        self.qtbot = qtbot
        self.window = Window()
        self.window.resize(200, 200)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.marks = PersonMarks()
        self.filter = ScannerFilter(self.window, self.marks, lambda: TODAY)
        self.scans: list[Scan] = []
        self.filter.scanned.connect(self.scans.append)
        self._at_ms = 1000

    def key(self, text: str, pause_ms: int = 10, **more: object) -> None:
        """One key of a real keyboard, at a time of its own clock."""
        key = more.get("key", Qt.Key.Key_Return if text == "\r" else Qt.Key.Key_unknown)
        modifiers = more.get("modifiers", QUIET)
        again = bool(more.get("again", False))
        self._at_ms += pause_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text, again)  # type: ignore[call-overload]  # by name
            event.setTimestamp(self._at_ms)
            QCoreApplication.sendEvent(self.window, event)

    def type(self, text: str, pause_ms: int = 10) -> None:
        for letter in text:
            self.key(letter, pause_ms)

    def rest(self) -> None:
        """Until the pause has decided."""
        self.qtbot.waitUntil(lambda: not self.filter.is_holding)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.filter.stop()
    desk.window.close()


def test_a_scanned_card_reaches_nobody_but_the_classifier(desk: Desk) -> None:
    """Not one letter of it gets to the window, where a search box might show it."""
    desk.type(CARD + "\r")
    [scan] = desk.scans
    assert isinstance(scan, CardScan)
    assert scan.age == 80
    desk.rest()
    assert desk.window.pressed == []
    assert NUMBER not in repr(vars(desk.filter)) + repr(vars(desk.marks)) + repr(scan)


def test_a_person_types_as_ever(desk: Desk) -> None:
    """Letters, Enter, a held key and the other keys arrive in their order, each once."""
    desk.type("hộ tịch", 90)
    desk.rest()
    desk.key("\b", key=Qt.Key.Key_Backspace)
    desk.key("\r")
    desk.key("", key=Qt.Key.Key_F1)
    desk.key("a", again=True)
    assert desk.window.pressed == [*"hộ tịch", "\b", "\r", "Key_F1", "a"]
    assert desk.window.released == desk.window.pressed
    assert desk.scans == []


def test_fast_letters_are_late_but_not_lost(desk: Desk) -> None:
    """Keys rolled over each other wait for the pause; another key does not overtake them."""
    desk.type("dk")
    assert desk.window.pressed == []
    desk.key("", key=Qt.Key.Key_Left)
    assert desk.window.pressed == ["d", "k", "Key_Left"]
    desk.type("ks")
    desk.rest()
    assert desk.window.pressed == ["d", "k", "Key_Left", "k", "s"]


def test_enter_after_few_letters_is_a_persons(desk: Desk) -> None:
    """It arrives with them at once."""
    desk.type("dkks\r")
    assert desk.window.pressed == [*"dkks", "\r"]
    assert desk.scans == []


def test_two_codes_one_after_the_other_are_two_scans(desk: Desk) -> None:
    """No pause between them."""
    desk.type(f"{ADDRESS}\r{CARD}\r")
    assert [type(scan) for scan in desk.scans] == [TicketScan, CardScan]
    assert desk.window.pressed == []


def test_shift_and_alt_codes_belong_to_the_scanner(desk: Desk) -> None:
    """It presses Shift for capitals and sends accented letters as Alt and digits."""
    for letter in f"{NUMBER}||":
        desk.key("", key=Qt.Key.Key_Shift)
        desk.key(letter)
    desk.key("7", modifiers=Qt.KeyboardModifier.AltModifier)
    desk.type("Tr?n|23111946|N?||10052021\r")
    assert [type(scan) for scan in desk.scans] == [CardScan]
    assert set(desk.window.pressed) <= {"Key_Shift"}


def test_a_scanner_without_enter_is_heard_at_the_pause(desk: Desk) -> None:
    """Set up so or not, the card does not end in the search box."""
    desk.type(CARD)
    desk.qtbot.waitUntil(lambda: len(desk.scans) == 1)
    assert isinstance(desk.scans[0], CardScan)
    assert desk.window.pressed == []


def test_endless_input_is_refused_politely_and_held_back(desk: Desk) -> None:
    """Once; none of it is kept or shown, and the next code counts again."""
    desk.type("x" * 2000, 1)
    assert desk.scans == [UnknownScan("too_long")]
    desk.rest()
    assert desk.window.pressed == []
    desk.type(ADDRESS + "\r")
    assert desk.scans[1:] == [TicketScan("0mz3k9q2ab")]


def test_a_busy_moment_of_ours_does_not_tear_a_code(desk: Desk) -> None:
    """Keys are timed by when they were pressed, not by when we came to read them."""
    desk.type(CARD[:30])
    QGuiApplication.processEvents()
    QTest.qSleep(120)  # nothing runs meanwhile: the keys below were pressed all the same
    desk.type(CARD[30:] + "\r")
    assert [type(scan) for scan in desk.scans] == [CardScan]
    assert desk.window.pressed == []


def test_shortcuts_are_left_alone(desk: Desk) -> None:
    """Nothing is held while a person holds Ctrl."""
    desk.key("c", modifiers=Qt.KeyboardModifier.ControlModifier)
    assert desk.window.pressed == ["c"]
