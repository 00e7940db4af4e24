"""Words change while an app runs, and a missing translation is never a blank."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from assets.shell.engine import Engine, make_app
from assets.shell.pilot import text_of, visible_items

PAGE = """import QueueUi

QueueWindow {
    StatusBanner {
        width: parent.width
        connection: "lost"
    }
}
"""
VIETNAMESE = "Hệ thống đang mất kết nối."


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    make_app()
    module = tmp_path / "WordsPage"
    module.mkdir()
    (module / "qmldir").write_text("module WordsPage\nMain 1.0 Main.qml\n", "utf-8")
    (module / "Main.qml").write_text(PAGE, "utf-8")
    made = Engine(tmp_path)
    yield made
    made.languages.switch("vi")
    assert made.complaints == []
    made.close()


def words(window: QQuickWindow) -> list[str]:
    return [text_of(item) for item in visible_items(window) if text_of(item)]


def test_words_change_on_the_running_screen_and_back(qtbot: QtBot, engine: Engine) -> None:
    """Vietnamese, English, Khmer without a translation, Vietnamese again."""
    window = engine.open("WordsPage", {})
    window.show()
    seen = [words(window)]
    for language in ("en", "km", "vi"):
        with qtbot.waitSignal(engine.languages.changed) as change:
            engine.languages.switch(language)
        assert change.args == [language]
        seen.append(words(window))
    assert seen == [[VIETNAMESE], ["The system is disconnected."], [VIETNAMESE], [VIETNAMESE]]


def test_a_language_that_was_left_is_forgotten(qtbot: QtBot, engine: Engine) -> None:
    """A kiosk changes it hundreds of times a day; each would keep a whole catalogue."""
    for _ in range(3):
        for language in ("en", "km", "vi"):
            engine.languages.switch(language)
    qtbot.waitUntil(lambda: engine.languages.findChildren(QTranslator) == [])


def test_an_unknown_language_is_vietnamese(engine: Engine) -> None:
    """Nobody is left with an empty screen."""
    window = engine.open("WordsPage", {})
    window.show()
    engine.languages.switch("xx")
    assert words(window) == [VIETNAMESE]
