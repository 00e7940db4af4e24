"""The pilot drives a window as a person would, and answers every line once."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from assets.shell.engine import Engine, make_app
from assets.shell.pilot import Pilot

PAGE = """import QtQuick
import QueueUi

QueueWindow {
    id: root

    property int touches: 0
    property string typed: ""
    property string lastKey: ""

    Item {
        anchors.fill: parent
        focus: true
        Keys.onPressed: event => {
            root.typed += event.text;
            root.lastKey = event.key === Qt.Key_F1 ? "F1" : "";
        }
    }
    Column {
        BigButton {
            text: "Gọi tiếp"
            onClicked: root.touches += 1
        }
        BigButton {
            text: "Tắt"
            enabled: false
        }
        BodyText {
            text: "Đã chạm " + root.touches
        }
        BodyText {
            visible: root.touches > 0
            text: "Chào ông/bà"
        }
        BodyText {
            visible: false
            text: "Ẩn"
        }
    }
    BigButton {
        x: 5000
        text: "Ngoài màn hình"
    }
}
"""


class Desk:
    """A small window with a pilot on board."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        make_app()
        module = folder / "PilotPage"
        module.mkdir()
        (module / "qmldir").write_text("module PilotPage\nMain 1.0 Main.qml\n", "utf-8")
        (module / "Main.qml").write_text(PAGE, "utf-8")
        self.qtbot = qtbot
        self.engine = Engine(folder)
        self.window = self.engine.open("PilotPage", {})
        self.window.resize(800, 600)
        self.window.show()
        qtbot.waitExposed(self.window)
        qtbot.waitUntil(lambda: self.window.contentItem().width() == 800)

    def tell(self, *commands: dict[str, Any] | str) -> list[dict[str, Any]]:
        """Every command's answer, in order."""
        lines = (c if isinstance(c, str) else json.dumps(c) for c in commands)
        sink = io.StringIO()
        pilot = Pilot(self.window, io.StringIO("\n".join(lines)), sink, ends_app=False)
        self.qtbot.waitUntil(lambda: sink.getvalue().count("\n") == len(commands))
        pilot.deleteLater()
        return [json.loads(line) for line in sink.getvalue().splitlines()]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    assert made.engine.complaints == []
    made.engine.close()


def test_a_tap_is_a_real_touch_on_the_named_button(desk: Desk) -> None:
    """By finger and by mouse; each press counts once."""
    answers = desk.tell(
        {"do": "tap", "name": "Gọi tiếp"},
        {"do": "tap", "name": "Gọi tiếp", "by": "mouse"},
        {"do": "texts"},
    )
    assert [answer["ok"] for answer in answers] == [True, True, True]
    assert "Đã chạm 2" in answers[2]["texts"]
    assert "Ẩn" not in answers[2]["texts"]


def test_what_a_person_could_not_touch_is_refused_with_a_reason(desk: Desk) -> None:
    """Not there, resting, or outside the glass: an answer, never a silent success."""
    answers = desk.tell(
        *({"do": "tap", "name": n, "timeout_s": 0.1} for n in ("Khác", "Tắt", "Ngoài màn hình"))
    )
    assert [answer["ok"] for answer in answers] == [False] * 3
    assert "outside the screen" in answers[2]["error"]


def test_keys_and_letters_reach_the_window(desk: Desk) -> None:
    """A function key and typed words, Vietnamese ones too."""
    answers = desk.tell({"do": "type", "text": "số 5"}, {"do": "key", "key": "F1"})
    assert all(answer["ok"] for answer in answers)
    assert desk.window.property("typed") == "số 5"
    assert desk.window.property("lastKey") == "F1"


def test_waiting_ends_when_the_words_appear_or_time_is_up(desk: Desk) -> None:
    """The commands after it wait too, and a failed wait is an answer."""
    answers = desk.tell(
        {"do": "wait", "text": "Chào", "timeout_s": 0.1},
        {"do": "tap", "name": "Gọi tiếp"},
        {"do": "wait", "text": "Chào ông", "timeout_s": 5},
        {"do": "wait", "name": "Gọi tiếp"},
    )
    assert [answer["ok"] for answer in answers] == [False, True, True, True]


def test_a_picture_is_saved_at_the_window_s_size(desk: Desk, tmp_path: Path) -> None:
    """The picture is what the window shows now."""
    file = tmp_path / "shot.png"
    [answer] = desk.tell({"do": "shot", "file": str(file)})
    assert (answer["ok"], answer["width"], answer["height"]) == (True, 800, 600)
    assert file.read_bytes().startswith(b"\x89PNG")


def test_nonsense_is_answered_and_the_next_line_still_works(desk: Desk) -> None:
    """Bad JSON, an unknown command, a missing name: told, not fatal."""
    answers = desk.tell("{not json", {"do": "dance"}, {"do": "tap"}, "[1]", {"do": "names"})
    assert [answer["ok"] for answer in answers] == [False, False, False, False, True]
    assert "Gọi tiếp" in answers[4]["names"]
