"""A ticket's sheet, the papers beside it, the helper's and the supervisor's page: real windows."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.shell.pilot import name_of, visible_items
from server.protocol.commands import (
    AddPriority,
    AssignServices,
    CallTicket,
    CancelTicket,
    CompleteTicket,
    IssueTicket,
    MoveClerk,
    PrintTicket,
    ReturnTicket,
    RouteTicket,
    TagTicket,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result, Story, StoryStep, TicketStoryQuery
from server.protocol.views import TicketStatus
from tests.support.counter_desktop import KEYS, SIZES, STATES, Desktop, at
from tests.support.counter_samples import NOW, desk, ticket, view

HAND = ticket(TicketStatus.SERVING, minutes=3).model_copy(update={"procedure": "1.001193"})


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


def wait_for(screen: Desktop, words: str) -> None:
    """Until these words stand on the screen."""
    screen.qtbot.waitUntil(lambda: any(words in text for text in screen.texts()))


def test_f9_opens_the_story_of_the_ticket_in_hand(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The server is asked; its answer stands beside what may be done."""
    screen = at(desktops, qtbot, desk(HAND), shape)
    screen.key(Qt.Key.Key_F9)
    assert screen.link.asked == [TicketStoryQuery(label="t-6027")]
    wait_for(screen, "Đang hỏi máy chủ…")
    step = StoryStep(version=1, at=NOW, kind="ticket_issued", details={"service": "khai_sinh"})
    story = Story(id="q1", day="2026-11-23", ticket="t-6027", label="6 027", steps=(step,))
    screen.link.told.emit("q1", story)
    wait_for(screen, "Lấy số: Hộ tịch: khai sinh")
    screen.key(Qt.Key.Key_Escape)
    assert (screen.question, screen.sent) == ("", [])


def test_further_stops_are_chosen_from_the_sheet(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """F9, 3, the stops in their order, and the button."""
    screen = at(desktops, qtbot, desk(HAND), shape)
    screen.key(Qt.Key.Key_F9)
    screen.key(Qt.Key.Key_3)
    assert screen.question == "route_ticket"
    screen.click("Xây dựng, đô thị, giao thông")
    screen.click("Chứng thực bản sao và chữ ký")
    screen.click("Lưu các chặng")
    assert screen.sent == [
        RouteTicket(counter="q9", clerk="an", ticket="t-6027", services=("xay_dung", "chung_thuc"))
    ]


def test_the_wrong_desk_is_repaired_from_the_sheet(desktops: list[Desktop], qtbot: QtBot) -> None:
    """F9, 2 is the same as F6."""
    screen = at(desktops, qtbot, desk(HAND))
    screen.key(Qt.Key.Key_F9)
    screen.key(Qt.Key.Key_2)
    assert screen.question == "transfer"


def choose_in_line(screen: Desktop, label: str) -> None:
    """Open the sheet of somebody waiting, by his line."""
    names = [name for name in _names(screen) if name.startswith(f"{label},")]
    screen.click(names[0])


def _names(screen: Desktop) -> list[str]:
    return [name_of(item) for item in visible_items(screen.window)]


@pytest.mark.parametrize(
    ("steps", "command"),
    [
        (("1", "Mời số 6\N{NO-BREAK SPACE}029"), "call_ticket"),
        (("2", "Người khuyết tật nặng, đặc biệt nặng", "Ghi diện ưu tiên"), "add_priority"),
        (("3", "K1", "In phiếu"), "print_ticket"),
        (("4", "Đúng, hủy số này"), "cancel_ticket"),
    ],
)
def test_somebody_in_the_line_is_helped_from_his_line(
    desktops: list[Desktop], qtbot: QtBot, steps: tuple[str, ...], command: str
) -> None:
    """Called first with a reason, given a priority, printed again, taken out: two or three taps."""
    screen = at(desktops, qtbot, STATES["idle"])
    choose_in_line(screen, "6 029")
    screen.key(getattr(Qt.Key, f"Key_{steps[0]}"))
    assert screen.question == command
    for name in steps[1:]:
        screen.click(name)
    assert screen.sent == [
        {
            "call_ticket": CallTicket(counter="q9", clerk="an", ticket="t-6029", reason="em_be"),
            "add_priority": AddPriority(ticket="t-6029", priority="P1", clerk="an"),
            "print_ticket": PrintTicket(ticket="t-6029", device="K1", clerk="an"),
            "cancel_ticket": CancelTicket(ticket="t-6029"),
        }[command]
    ]


def test_a_set_aside_ticket_comes_back_from_its_sheet(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The first line of the sheet."""
    screen = at(desktops, qtbot, STATES["idle"], shape)
    screen.click("Để riêng 2")
    screen.click("Xem số 6 019")
    screen.key(Qt.Key.Key_1)
    assert screen.sent == [ReturnTicket(ticket="t-6019")]


def test_the_sheet_of_a_ticket_that_left_closes_by_itself(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """Somebody else has called him meanwhile."""
    screen = at(desktops, qtbot, STATES["idle"])
    choose_in_line(screen, "6 029")
    assert screen.question == "ticket"
    screen.link.viewed.emit(view(desk(line=()), 41))
    assert screen.question == ""


def test_the_line_is_read_and_opened_with_the_keyboard(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Tab to the list, down, Enter."""
    screen = at(desktops, qtbot, STATES["idle"], shape)
    for _ in range(40):
        if screen.focused().startswith("6 029,"):
            break
        screen.key(Qt.Key.Key_Tab)
    screen.key(Qt.Key.Key_Down)
    screen.key(Qt.Key.Key_Return)
    assert screen.question == "ticket"
    wait_for(screen, "Số 5\N{NO-BREAK SPACE}014")


def test_papers_are_ticked_difficulties_noted_and_the_outcome_is_one_tap(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """Ticks send nothing; a difficulty and an outcome send their codes."""
    screen = at(desktops, qtbot, desk(HAND))
    screen.click("Căn cước của người đi đăng ký (xuất trình)")
    wait_for(screen, "đã xem 1 trên 5")
    assert screen.sent == []
    screen.click("Mất mạng")
    assert screen.sent == [TagTicket(counter="q9", clerk="an", ticket="t-6027", tag="mat_mang")]
    screen.link.done()
    screen.link.viewed.emit(view(desk(HAND), 41))
    screen.click("Trả kết quả")
    assert screen.sent[1:] == [
        CompleteTicket(counter="q9", clerk="an", ticket="t-6027", outcome="tra_ket_qua")
    ]


def test_the_strip_shows_the_papers_behind_a_tab(desktops: list[Desktop], qtbot: QtBot) -> None:
    """And falls back to the line when the ticket has gone."""
    screen = at(desktops, qtbot, desk(HAND), "strip")
    screen.click("Hồ sơ")
    screen.click("Tờ khai đăng ký khai sinh (theo mẫu)")
    wait_for(screen, "đã xem 1 trên 5")
    screen.link.viewed.emit(view(desk(), 41))
    assert not screen.there("Hồ sơ")
    wait_for(screen, "kế tiếp")


def test_paper_that_never_came_out_can_be_printed_with_two_taps(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The card says so, beside the way to help."""
    screen = at(desktops, qtbot, desk(HAND.model_copy(update={"paper": "not_sent"})), shape)
    assert "Phiếu chưa in được" in screen.texts()
    screen.click("In lại phiếu")
    screen.click("In phiếu")
    assert screen.sent == [PrintTicket(ticket="t-6027", device="", clerk="an")]


def type_words(screen: Desktop, words: str) -> None:
    for letter in words:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click,
            screen.window,
            Qt.Key.Key_unknown,
            letter,
            Qt.KeyboardModifier.NoModifier,
        )


def test_a_helper_takes_a_number_for_somebody_and_prints_it(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Words without accents, Enter, a priority, the button; then the paper."""
    screen = at(desktops, qtbot, STATES["idle"], shape)
    screen.key(Qt.Key.Key_F10)
    screen.click("Cấp số giúp")
    screen.qtbot.waitUntil(lambda: screen.model._page == "issue")
    type_words(screen, "khai sinh")
    screen.key(Qt.Key.Key_Return)
    screen.click("Người cao tuổi")
    screen.click("Cấp số")
    [taken] = screen.sent
    assert isinstance(taken, IssueTicket)
    assert taken == IssueTicket(
        ticket=taken.ticket, service="khai_sinh", priority="P3", procedure="1.001193"
    )
    screen.link.answered.emit("c1", Error(id="c1", code=ErrorCode.BEYOND_CLOSING))
    screen.click("Vẫn cấp số")
    again = screen.sent[1]
    assert isinstance(again, IssueTicket)
    assert (again.insist, again.ticket) == (True, taken.ticket)
    answer = Result(id="c2", version=41, ticket=taken.ticket, label="6 032", ahead=5)
    screen.link.answered.emit("c2", answer)
    screen.link.viewed.emit(view(desk(), 41))
    wait_for(screen, "6 032")
    screen.click("In phiếu 6\N{NO-BREAK SPACE}032")
    assert screen.sent[2] == PrintTicket(ticket=taken.ticket, device="K1", clerk="an")
    screen.link.done(42)
    screen.link.viewed.emit(view(desk(), 42))
    screen.click("Người tiếp theo")
    assert not screen.there("6 032")
    screen.key(Qt.Key.Key_Escape)
    assert screen.model._page == "work"


def test_a_supervisor_moves_a_clerk_and_adds_a_service(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """Both with a sentence that says what was done."""
    screen = at(desktops, qtbot, desk(clerk="khanh"), "wide", clerk="khanh")
    screen.key(Qt.Key.Key_F10)
    screen.click("Điều phối quầy")
    screen.click("Y tế, giáo dục, văn hóa, nội vụ, tín ngưỡng")
    wait_for(screen, "không có ai để điều chuyển")
    screen.click("Chứng thực, công thương")
    screen.click("Đất đai: đăng ký biến động, cấp giấy chứng nhận quyền sử dụng đất")
    screen.link.done()
    screen.link.viewed.emit(view(desk(clerk="khanh"), 41))
    wait_for(screen, "Đã đổi việc của quầy.")
    screen.click("Quầy 0 · quầy hướng dẫn")
    assert screen.sent == [
        AssignServices(supervisor="khanh", counter="q6", services=("chung_thuc", "dat_dai")),
        MoveClerk(supervisor="khanh", counter="q6", to_counter="q0"),
    ]


def test_a_supervisor_reads_why_by_the_number_on_the_paper(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """Typed as it stands there, with or without the gap."""
    screen = at(desktops, qtbot, desk(clerk="khanh"), "wide", clerk="khanh")
    screen.model.visit("steer")
    screen.qtbot.waitUntil(lambda: screen.there("Số trên phiếu, ví dụ 6 027"))
    screen.click("Số trên phiếu, ví dụ 6 027")
    type_words(screen, " 6  027 ")
    screen.key(Qt.Key.Key_Return)
    assert screen.link.asked == [TicketStoryQuery(label="6 027")]
    screen.link.told.emit("q1", Error(id="q1", code=ErrorCode.UNKNOWN_TICKET))
    wait_for(screen, "Xin chọn số khác")


def test_f_keys_do_nothing_on_the_other_pages(desktops: list[Desktop], qtbot: QtBot) -> None:
    """Who types a name with F1 under the finger calls nobody."""
    screen = at(desktops, qtbot, STATES["idle"])
    screen.model.visit("issue")
    for key in KEYS.values():
        screen.key(key)
    screen.model.pressKey("F1")
    assert (screen.sent, screen.question) == ([], "")


@pytest.mark.parametrize("page", ["issue", "steer", "menu", "sheet"])
def test_tab_goes_round_on_every_page_and_each_stop_has_a_name(
    desktops: list[Desktop], qtbot: QtBot, shape: str, page: str
) -> None:
    """Who sees nothing hears where he is, and comes back to where he began."""
    screen = at(desktops, qtbot, desk(clerk="khanh"), shape, clerk="khanh")
    if page == "menu":
        screen.key(Qt.Key.Key_F10)
    elif page == "sheet":
        screen.model._asking.open("t-6029")
    else:
        screen.model.visit(page)
        screen.qtbot.waitUntil(lambda: screen.model._page == page)
    start, names = screen.focus(), [screen.focused()]
    for _ in range(40):
        screen.key(Qt.Key.Key_Tab)
        if screen.focus() is start:
            break
        names.append(screen.focused())
    else:
        raise AssertionError(f"Tab never came back: {names}")
    assert "" not in names
    expected = {
        "issue": {"Việc tìm thấy", "Diện ưu tiên", "Về quầy"},
        "steer": {"Các quầy", "Số trên phiếu, ví dụ 6 027", "Về quầy"},
        "menu": {"Cấp số giúp", "Điều phối quầy", "Luyện tập", "Tắt", "Đóng"},
        "sheet": {"Đóng"},
    }[page]
    assert expected <= set(names)
    assert screen.sent == []
