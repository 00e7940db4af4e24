"""The counter's real QML, driven by keys and mouse against a link by hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.shell.engine import Engine, make_app
from assets.shell.pilot import text_of, visible_items
from counter.app import QML
from counter.link_switch import join
from counter.viewmodels.window import CounterViewModel
from server.protocol.commands import (
    AnyCommand,
    CompleteTicket,
    HoldTicket,
    OpenCounter,
    PauseCounter,
    ReturnTicket,
    TransferTicket,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error
from server.protocol.views import Move
from tests.support.counter_desktop import KEYS, SIZES, STATES, Desktop, at
from tests.support.counter_samples import FakeLink, desk, view, welcome

MOVES = dict(
    zip(
        KEYS,
        ("call_next", "recall", "start", "complete", "hold", "transfer", "no_show", "pause"),
        strict=True,
    )
)
SENDS_AT_ONCE = {
    "call_next": "call_next",
    "recall": "recall_ticket",
    "start": "start_service",
    "no_show": "mark_no_show",
    "resume": "resume_counter",
}


@pytest.fixture
def desktops() -> Iterator[list[Desktop]]:
    opened: list[Desktop] = []
    yield opened
    for each in opened:
        assert each.engine.complaints == []
        each.engine.close()


@pytest.fixture(params=SIZES)
def shape(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("key", KEYS)
def test_every_key_in_every_state_sends_the_lit_command_or_nothing(
    desktops: list[Desktop], qtbot: QtBot, shape: str, state: str, key: str
) -> None:
    """Lit: the command, or its question. Unlit: nothing but a sentence."""
    own = STATES[state]
    screen = at(desktops, qtbot, own, shape)
    move = "resume" if key == "F8" and state == "paused" else MOVES[key]
    screen.key(KEYS[key])
    if Move(move) not in own.moves:
        assert (screen.sent, screen.question) == ([], "")
        assert screen.model.shown.head.note.endswith(".")
    elif move in SENDS_AT_ONCE:
        assert [command.kind for command in screen.sent] == [SENDS_AT_ONCE[move]]
    else:
        assert (screen.sent, screen.question) == ([], move)


def ctrl_z(screen: Desktop) -> None:
    QTest.keyClick(screen.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("state", STATES)
def test_without_the_server_every_key_says_so_and_sends_nothing(
    desktops: list[Desktop], qtbot: QtBot, state: str
) -> None:
    """All eight and Ctrl+Z; the picture stays."""
    screen = at(desktops, qtbot, STATES[state])
    screen.link.connectionChanged.emit("lost")
    for key in KEYS.values():
        screen.key(key)
        assert "mất kết nối" in screen.model.shown.head.note
    ctrl_z(screen)
    assert "Chưa hoàn tác được" in screen.model.shown.head.note
    assert (screen.sent, screen.question) == ([], "")


@pytest.mark.parametrize("state", ["idle", "called", "serving"])
def test_while_a_command_is_under_way_no_key_sends_another(
    desktops: list[Desktop], qtbot: QtBot, state: str
) -> None:
    """Each says to wait a moment."""
    screen = at(desktops, qtbot, STATES[state])
    first = {"idle": "F1", "called": "F3", "serving": "F4"}[state]
    screen.key(KEYS[first])
    if state == "serving":
        screen.key(Qt.Key.Key_Return)
    for name, key in KEYS.items():
        if (state, name) != ("serving", "F1"):
            screen.key(key)
            assert screen.model.shown.head.note.startswith("Xin đợi một chút")
    ctrl_z(screen)
    assert len(screen.sent) == 1


def test_a_hand_faster_than_the_server_still_calls_the_next_one(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """F4, Enter, F1 in one breath: completed, and called as soon as that is answered."""
    screen = at(desktops, qtbot, STATES["serving"], shape)
    screen.key(KEYS["F4"])
    screen.key(Qt.Key.Key_Return)
    screen.key(KEYS["F1"])
    screen.key(KEYS["F1"])
    assert [command.kind for command in screen.sent] == ["complete_ticket"]
    assert "Đang gọi…" in screen.texts()
    screen.link.done()
    screen.link.viewed.emit(view(STATES["idle"], 41))
    assert [command.kind for command in screen.sent] == ["complete_ticket", "call_next"]


def test_a_hasty_call_is_forgotten_when_the_first_command_is_refused(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """The ticket is still in hand; nobody else is called, and the refusal is what is read."""
    screen = at(desktops, qtbot, STATES["serving"])
    screen.key(KEYS["F4"])
    screen.key(Qt.Key.Key_Return)
    screen.key(KEYS["F1"])
    screen.link.answered.emit("c1", Error(id="c1", code=ErrorCode.UNKNOWN_REASON))
    screen.link.viewed.emit(view(STATES["serving"], 41))
    assert len(screen.sent) == 1
    assert "Danh mục vừa đổi" in screen.model.shown.head.note


@pytest.mark.parametrize("state", ["idle", "called", "serving"])
def test_the_mouse_does_what_the_keys_do(
    desktops: list[Desktop], qtbot: QtBot, shape: str, state: str
) -> None:
    """Each of the eight buttons can be clicked; the first lit one sends its command."""
    own = STATES[state]
    screen = at(desktops, qtbot, own, shape)
    unlit = [a for a in screen.model.shown.actions if not a.lit]
    for row in unlit:
        screen.click(row.name)
    assert (screen.sent, screen.question) == ([], "")
    main = {"idle": "Gọi tiếp", "called": "Bắt đầu", "serving": "Hoàn thành"}[state]
    screen.click(main)
    assert len(screen.sent) == (0 if state == "serving" else 1)
    assert screen.question == ("complete" if state == "serving" else "")


def test_a_held_down_key_calls_only_once(desktops: list[Desktop], qtbot: QtBot) -> None:
    """A book lying on F1 does not empty the hall."""
    screen = at(desktops, qtbot, STATES["idle"])
    for _ in range(5):
        screen.key(KEYS["F1"])
    assert len(screen.sent) == 1
    screen.qtbot.waitUntil(lambda: "Đang gọi…" in screen.texts())


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("F4", CompleteTicket(counter="q9", clerk="an", ticket="t-6027", outcome="tiep_nhan")),
        (
            "F5",
            HoldTicket(counter="q9", clerk="an", ticket="t-6027", reason="bo_sung", minutes=20),
        ),
    ],
)
def test_enter_gives_the_usual_answer(
    desktops: list[Desktop], qtbot: QtBot, shape: str, key: str, command: AnyCommand
) -> None:
    """F4 Enter completes with the first outcome, F5 Enter keeps the place for 20 minutes."""
    screen = at(desktops, qtbot, STATES["serving"], shape)
    screen.key(KEYS[key])
    screen.key(Qt.Key.Key_Return)
    assert (screen.sent, screen.question) == ([command], "")


def test_a_rest_of_five_minutes_is_two_keys(desktops: list[Desktop], qtbot: QtBot) -> None:
    """F8 Enter; arrows choose another reason and length on the way."""
    screen = at(desktops, qtbot, STATES["idle"])
    screen.key(KEYS["F8"])
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Tab)
    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Return)
    assert screen.sent == [PauseCounter(counter="q9", clerk="an", reason="hop", minutes=10)]


@pytest.mark.parametrize("by", ["digit", "mouse", "arrows"])
def test_an_outcome_is_one_tap(desktops: list[Desktop], qtbot: QtBot, by: str) -> None:
    """By its number, by the mouse, or by arrows and Enter."""
    screen = at(desktops, qtbot, STATES["serving"])
    screen.key(KEYS["F4"])
    if by == "digit":
        screen.key(Qt.Key.Key_2)
    elif by == "mouse":
        screen.click("Yêu cầu bổ sung, hoàn thiện")
    else:
        screen.key(Qt.Key.Key_Down)
        screen.key(Qt.Key.Key_Return)
    assert [getattr(command, "outcome", "") for command in screen.sent] == ["bo_sung"]


def test_a_transfer_is_sent_only_with_a_target(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Enter without a service does nothing; with one chosen by the arrows it goes."""
    screen = at(desktops, qtbot, STATES["serving"], shape)
    screen.key(KEYS["F6"])
    screen.key(Qt.Key.Key_Return)
    assert (screen.sent, screen.question) == ([], "transfer")
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Right)
    screen.click("Bước tiếp theo của hồ sơ")
    screen.key(Qt.Key.Key_Return)
    assert screen.sent == [
        TransferTicket(
            counter="q9", clerk="an", ticket="t-6027", service="dat_dai", reason="buoc_tiep"
        )
    ]


def test_escape_and_thoi_send_nothing(desktops: list[Desktop], qtbot: QtBot) -> None:
    """Both ways out of a question; afterwards the keys work again."""
    screen = at(desktops, qtbot, STATES["serving"])
    screen.key(KEYS["F4"])
    screen.key(KEYS["F5"])
    assert screen.question == "complete"
    screen.key(Qt.Key.Key_Escape)
    assert screen.question == ""
    screen.key(KEYS["F5"])
    screen.click("Thôi")
    assert (screen.sent, screen.question) == ([], "")
    screen.key(KEYS["F6"])
    assert screen.question == "transfer"


def walk(screen: Desktop, most: int = 60) -> list[str]:
    """The names Tab comes by until it is back where it was."""
    start, names = screen.focus(), [screen.focused()]
    for _ in range(most):
        screen.key(Qt.Key.Key_Tab)
        if screen.focus() is start:
            return names
        names.append(screen.focused())
    raise AssertionError(f"Tab never came back: {names}")


def test_tab_reaches_every_control_of_the_work_page(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The eight keys in their order, the way out, the way back for set-aside tickets."""
    screen = at(desktops, qtbot, STATES["idle"], shape)
    screen.click("Để riêng 2")
    names = walk(screen)
    keys = [row.name for row in screen.model.shown.actions]
    assert [name for name in names if name in keys] in (keys, keys[1:] + keys[:1])
    wanted = {"Mục khác", "Rời quầy", "Hàng chờ 6", "Để riêng 2", "Quầy khác"}
    wanted |= {"Xem số 6 019", "Mời trở lại 6 019", "Xem số 5 011", "Mời trở lại 5 011"}
    assert wanted <= set(names)
    assert "" not in names


def test_tab_stays_inside_an_open_question(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Choices, minutes, the two buttons, and round again."""
    screen = at(desktops, qtbot, STATES["serving"], shape)
    screen.key(KEYS["F5"])
    assert walk(screen) == ["Lý do", "Trong bao lâu", "Thôi", "Giữ chỗ 20 phút"]
    screen.key(Qt.Key.Key_Escape)
    screen.key(KEYS["F6"])
    assert walk(screen) == ["Chuyển sang", "Lý do", "Thôi"]


def test_the_keys_have_the_focus_again_after_a_question(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """Space after a question presses the key that had the focus before."""
    screen = at(desktops, qtbot, STATES["idle"])
    assert screen.focused() == "Gọi tiếp"
    screen.key(KEYS["F8"])
    screen.key(Qt.Key.Key_Escape)
    assert screen.focused() == "Gọi tiếp"
    screen.key(Qt.Key.Key_Space)
    assert [command.kind for command in screen.sent] == ["call_next"]


def test_the_login_works_with_the_keyboard_alone(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Arrows and Enter in both lists, then the one button."""
    screen = at(desktops, qtbot, None, shape)
    assert screen.focused() == "Tên của tôi"
    screen.key(Qt.Key.Key_Return)
    if shape == "strip":
        screen.qtbot.waitUntil(lambda: screen.there("Quầy của tôi"))
    while screen.focused() != "Quầy của tôi":
        screen.key(Qt.Key.Key_Tab)
    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Space)
    while screen.focused() != "Mở quầy 1":
        screen.key(Qt.Key.Key_Tab)
    screen.key(Qt.Key.Key_Return)
    assert screen.sent == [OpenCounter(counter="q1", clerk="an")]


def test_a_hand_over_is_asked_once_with_the_mouse_too(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Name, taken desk, button, and yes."""
    screen = at(desktops, qtbot, None, shape)
    for name in ("Nguyễn Thị An", "Chi nhánh Văn phòng đăng ký đất đai", "Nhận bàn giao quầy 2…"):
        screen.click(name)
    assert screen.sent == []
    screen.click("Nhận bàn giao")
    assert screen.sent == [OpenCounter(counter="q2", clerk="an")]


def test_a_set_aside_ticket_is_brought_back_with_one_click(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """The button names the ticket it brings back."""
    screen = at(desktops, qtbot, STATES["idle"])
    screen.click("Để riêng 2")
    screen.click("Mời trở lại 6 019")
    assert screen.sent == [ReturnTicket(ticket="t-6019")]


def test_a_cable_pulled_and_put_back(desktops: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """The ticket stays on the screen, the banner comes and goes, the keys work again."""
    screen = at(desktops, qtbot, STATES["serving"], shape)
    screen.link.is_stale = True
    screen.link.connectionChanged.emit("lost")
    screen.key(KEYS["F4"])
    assert (screen.sent, screen.question) == ([], "")
    assert "6 027" in screen.texts()
    assert any(text.startswith("Mất kết nối máy chủ") for text in screen.texts())
    screen.link.is_stale = False
    screen.link.welcomed.emit(welcome(view(STATES["serving"])))
    screen.link.connectionChanged.emit("live")
    assert not any(text.startswith("Mất kết nối máy chủ") for text in screen.texts())
    screen.key(KEYS["F4"])
    assert screen.question == "complete"


def test_a_desk_lost_while_a_question_is_open_leads_to_the_login_page(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The question falls with the desk, and the page says who has it now."""
    screen = at(desktops, qtbot, STATES["serving"], shape)
    screen.key(KEYS["F4"])
    screen.link.viewed.emit(view(desk(clerk="hai"), 41))
    assert screen.question == ""
    screen.qtbot.waitUntil(
        lambda: any("Đỗ Thanh Hải phụ trách" in text for text in screen.texts()), timeout=3000
    )


def test_no_server_at_all_is_said_in_the_middle(desktops: list[Desktop], qtbot: QtBot) -> None:
    """First start without a network: one sentence, no empty tables."""
    make_app()
    link = FakeLink()
    model = CounterViewModel(link)
    join(link, model)
    link.connectionChanged.emit("connecting")
    engine = Engine(QML)
    window = engine.open("Counter", {"viewModel": model})
    window.show()
    texts = [text_of(item) for item in visible_items(window)]
    assert "Đang kết nối máy chủ. Nếu lâu, xin kiểm tra dây mạng." in texts
    assert engine.complaints == []
    engine.close()
