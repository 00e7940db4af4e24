"""Two fingers never press two things, whatever the order in which they come and go."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.shell.engine import BrokenQml, Engine, make_app

PAGE = """import QtQuick
import QueueUi

QueueWindow {
    id: root

    property string pressed: ""

    Row {
        BigButton {
            width: 200
            text: "A"
            onClicked: root.pressed += "A"
        }
        BigButton {
            width: 200
            text: "B"
            onClicked: root.pressed += "B"
        }
    }
}
"""
A, B = QPoint(100, 40), QPoint(300, 40)
FINGER = QTest.createTouchDevice()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Any]:
    make_app()
    module = tmp_path / "TouchPage"
    module.mkdir()
    (module / "qmldir").write_text("module TouchPage\nMain 1.0 Main.qml\n", "utf-8")
    (module / "Main.qml").write_text(PAGE, "utf-8")
    engine = Engine(tmp_path)
    made = engine.open("TouchPage", {})
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    qtbot.waitUntil(lambda: made.contentItem().width() == 800)
    yield made
    assert engine.complaints == []
    engine.close()


def test_one_finger_presses_one_button_each_time(window: Any) -> None:
    """The guard is not felt by who touches properly."""
    for point in (A, B, A):
        QTest.touchEvent(window, FINGER).press(0, point).commit()
        QTest.touchEvent(window, FINGER).release(0, point).commit()
    assert window.property("pressed") == "ABA"


def test_two_fingers_at_the_same_moment_press_the_first_ones_button(window: Any) -> None:
    """One event with two points counts as one finger."""
    QTest.touchEvent(window, FINGER).press(0, A).press(1, B).commit()
    QTest.touchEvent(window, FINGER).release(0, A).release(1, B).commit()
    assert window.property("pressed") == "A"


def test_a_second_finger_is_swallowed_though_it_leaves_first(window: Any) -> None:
    """A down, B down, B up, A up: only A."""
    QTest.touchEvent(window, FINGER).press(0, A).commit()
    QTest.touchEvent(window, FINGER).stationary(0).press(1, B).commit()
    QTest.touchEvent(window, FINGER).stationary(0).release(1, B).commit()
    QTest.touchEvent(window, FINGER).release(0, A).commit()
    assert window.property("pressed") == "A"


def test_a_second_finger_that_stays_does_not_become_the_first(window: Any) -> None:
    """A down, B down, A up, B up: only A; the next proper touch works."""
    QTest.touchEvent(window, FINGER).press(0, A).commit()
    QTest.touchEvent(window, FINGER).stationary(0).press(1, B).commit()
    QTest.touchEvent(window, FINGER).release(0, A).stationary(1).commit()
    QTest.touchEvent(window, FINGER).release(1, B).commit()
    assert window.property("pressed") == "A"
    QTest.touchEvent(window, FINGER).press(0, B).commit()
    QTest.touchEvent(window, FINGER).release(0, B).commit()
    assert window.property("pressed") == "AB"


@pytest.mark.qt_log_ignore("failed to load component", "No module named")
def test_a_module_that_does_not_load_is_told_with_the_reason() -> None:
    """A broken installation says what is missing instead of showing nothing."""
    make_app()
    engine = Engine()
    with pytest.raises(BrokenQml, match="NoSuchModule"):
        engine.open("NoSuchModule", {})
