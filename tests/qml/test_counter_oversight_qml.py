"""The supervisor's page in the real window: reached, worked by mouse and by keys alone, left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.shell.pilot import find, name_of, visible_items
from server.protocol.commands import (
    AcknowledgeAlert,
    EndDay,
    PauseService,
    PostNotice,
    ResolveAlert,
    ResumeService,
    WithdrawNotice,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, WhatIfQuery
from server.protocol.views import CounterView
from tests.support import oversight_samples as o
from tests.support.counter_desktop import SIZES, Desktop, at
from tests.support.counter_samples import NOW, desk, welcome
from tests.support.layout import box, faults

LATE = "Chờ quá 30 phút: Chứng thực bản sao và chữ ký"


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


def seen_by(clerk: str, **more: object) -> CounterView:
    """The hall, with this clerk at desk 9."""
    view = o.view(desk=desk(clerk=clerk))
    counters = tuple(
        each.model_copy(update={"clerk": clerk}) if each.counter == "q9" else each
        for each in view.counters
    )
    return view.model_copy(update={"counters": counters} | more)


def supervisor(
    desktops: list[Desktop],
    qtbot: QtBot,
    shape: str = "wide",
    clerk: str = "khanh",
    **more: object,
) -> Desktop:
    """A window at desk 9 in an office with something to see to."""
    screen = at(desktops, qtbot, desk(clerk=clerk), shape, clerk)
    greeting = welcome(seen_by(clerk, **more)).model_copy(update={"office": o.office()})
    screen.link.welcomed.emit(greeting)
    return screen


def opened(
    desktops: list[Desktop], qtbot: QtBot, shape: str, tab: str = "", **more: object
) -> Desktop:
    """The page, turned to this part; reached by way of the menu."""
    screen = supervisor(desktops, qtbot, shape, "khanh", **more)
    screen.key(Qt.Key.Key_F10)
    screen.click("Điều hành")
    if tab:
        screen.click(tab)
    return screen


def test_the_banner_takes_room_of_its_own_and_leads_to_the_alert(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Nothing of the clerk's own work lies under it."""
    screen = supervisor(desktops, qtbot, shape)
    banner = next(item for item in visible_items(screen.window) if is_banner(item))
    keys = [find(screen.window, name) for name in ("Gọi tiếp", "Hàng chờ 6")]
    assert all(box(banner).bottom() <= box(key).top() for key in keys)
    screen.click("Xem")
    assert LATE in screen.texts()
    assert not any(is_banner(item) for item in visible_items(screen.window))
    screen.key(Qt.Key.Key_Escape)
    assert screen.there("Gọi tiếp")
    assert not any(is_banner(item) for item in visible_items(screen.window)), "told once"


def is_banner(item: QQuickItem) -> bool:
    return item.metaObject().className().startswith("OversightBanner") and item.isVisible()


def test_put_off_the_banner_comes_back_only_with_something_new(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Another alert, or the same one worse."""
    screen = supervisor(desktops, qtbot, shape, alerts=(o.IDLE,))
    screen.click("Để sau")
    assert not screen.there("Xem")
    screen.link.viewed.emit(seen_by("khanh", version=41))
    assert screen.there("Xem")


def test_a_clerk_who_is_no_supervisor_sees_nothing_of_it(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """No banner, no line in the menu."""
    screen = supervisor(desktops, qtbot, shape, clerk="an")
    assert not screen.there("Xem")
    screen.key(Qt.Key.Key_F10)
    assert screen.there("Xem hướng dẫn nhanh")
    assert not screen.there("Điều hành")
    screen.model._overseeing.enter("")
    assert screen.model._page == "work"


def test_an_alert_is_taken_with_its_cause_and_ended_with_its_outcome(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Two taps, and two taps more."""
    screen = opened(desktops, qtbot, shape)
    screen.click("Thiếu cán bộ trực quầy")
    screen.click("Tôi xử lý")
    assert screen.sent == [AcknowledgeAlert(alert=o.LATE.id, clerk="khanh", cause="thieu_can_bo")]
    screen.link.done()
    mine = o.LATE.model_copy(
        update={"owner": "khanh", "cause": "thieu_can_bo", "acknowledged_at": NOW}
    )
    screen.link.viewed.emit(seen_by("khanh", version=41, alerts=(o.IDLE, mine)))
    screen.click("Mở thêm quầy")
    screen.click("Đã xong")
    assert screen.sent[1:] == [ResolveAlert(alert=o.LATE.id, clerk="khanh", outcome="desk_opened")]


def test_a_refusal_is_a_plain_sentence_on_the_page(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """Somebody else was quicker."""
    screen = opened(desktops, qtbot, shape)
    screen.click("Tôi xử lý")
    screen.link.answered.emit("c1", Error(id="c1", code=ErrorCode.UNKNOWN_ALERT))
    assert "Cảnh báo này đã kết thúc. Không cần làm gì thêm." in screen.texts()


def test_a_service_is_paused_and_resumed(desktops: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """What citizens will read stands there before it is sent."""
    screen = opened(desktops, qtbot, shape, "Cấp số 1")
    screen.click("Chứng thực bản sao và chữ ký")
    screen.click("Mất kết nối mạng")
    words = "“Tạm dừng lấy số: mất kết nối mạng. Mời ông/bà hỏi quầy hướng dẫn.”"
    assert words in screen.texts()
    screen.click("Tạm dừng cấp số")
    screen.link.done()
    screen.link.viewed.emit(seen_by("khanh", version=41))
    screen.click("Đất đai: đăng ký biến động, cấp giấy chứng nhận quyền sử dụng đất")
    screen.click("Cấp số trở lại")
    assert screen.sent == [
        PauseService(supervisor="khanh", service="chung_thuc", reason="mat_mang"),
        ResumeService(supervisor="khanh", service="dat_dai"),
    ]


def type_words(screen: Desktop, words: str) -> None:
    for letter in words:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click,
            screen.window,
            Qt.Key.Key_unknown,
            letter,
            Qt.KeyboardModifier.NoModifier,
        )


def test_a_notice_is_written_posted_and_withdrawn(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """The box is empty again afterwards; the hint says what must not be in it."""
    screen = opened(desktops, qtbot, shape, "Thông báo 2")
    hint = next(text for text in screen.texts() if text.startswith("Viết về phòng chờ"))
    assert "không họ tên, không số phiếu" in hint
    screen.click(hint)
    type_words(screen, "Quay 7 nghi.")
    screen.click("1 giờ")
    screen.click("Khẩn: nổi bật, đọc loa")
    screen.click("Đăng thông báo trong 1 giờ")
    posted = screen.sent[0]
    assert isinstance(posted, PostNotice)
    assert (posted.text, posted.minutes, posted.is_urgent) == ("Quay 7 nghi.", 60, True)
    assert "Còn 200 ký tự" in screen.texts()
    screen.link.done()
    screen.link.viewed.emit(seen_by("khanh", version=41))
    screen.click(f"Gỡ thông báo: {o.QUIET.text}")
    assert screen.sent[1:] == [WithdrawNotice(supervisor="khanh", notice="n2")]


def test_no_more_than_two_hundred_letters_fit_the_box(
    desktops: list[Desktop], qtbot: QtBot
) -> None:
    """What is pasted beyond is cut, not refused later."""
    screen = opened(desktops, qtbot, "wide", "Thông báo 2")
    hint = next(text for text in screen.texts() if text.startswith("Viết về phòng chờ"))
    find(screen.window, hint).setProperty("text", "a" * 300)
    assert screen.model.session.situation.oversight.text == "a" * 200


def test_what_if_is_asked_and_answered(desktops: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """A desk, a service, a tap; nothing is changed at any desk."""
    screen = opened(desktops, qtbot, shape, "Thử phương án")
    screen.click("Thuế đất đai")
    screen.click("Đất đai: đăng ký biến động, cấp giấy chứng nhận quyền sử dụng đất")
    screen.click("Tính thử")
    assert screen.link.asked == [WhatIfQuery(counter="q1", service="dat_dai")]
    screen.link.told.emit("q1", o.FORESEEN)
    assert "P90 từ 41 xuống khoảng 18 phút (±5 phút, 40 lần mô phỏng)." in screen.texts()
    assert screen.sent == []


def test_the_day_is_ended_in_two_steps(desktops: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """After the first the careful answer has the focus: Enter does no harm."""
    view = seen_by("khanh")
    free = tuple(each.model_copy(update={"label": ""}) for each in view.counters)
    screen = opened(desktops, qtbot, shape, "Cuối ngày", counters=free)
    screen.click("Kết thúc ngày…")
    assert screen.focused() == "Thôi"
    screen.key(Qt.Key.Key_Return)
    assert (screen.sent, screen.there("Kết thúc ngày…")) == ([], True)
    screen.click("Kết thúc ngày…")
    screen.click("Đúng, kết thúc ngày")
    assert screen.sent == [EndDay(supervisor="khanh")]


def test_with_somebody_in_hand_anywhere_the_day_goes_on(
    desktops: list[Desktop], qtbot: QtBot, shape: str
) -> None:
    """It is said where, and the button is not lit."""
    screen = opened(desktops, qtbot, shape, "Cuối ngày")
    assert any(text.startswith("Quầy 2, quầy 3 đang có người.") for text in screen.texts())
    assert not screen.there("Kết thúc ngày…"), "not enabled"
    assert not screen.there("Đúng, kết thúc ngày")
    assert screen.sent == []


def test_the_keys_alone_are_enough(desktops: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """Tab and arrows to the second alert, and it is taken."""
    screen = opened(desktops, qtbot, shape)
    reach(screen, "Cảnh báo")
    screen.key(Qt.Key.Key_Down)
    reach(screen, "Tôi xử lý")
    screen.key(Qt.Key.Key_Return)
    assert screen.sent == [AcknowledgeAlert(alert=o.IDLE.id, clerk="khanh")]


def test_the_parts_are_turned_by_arrows(desktops: list[Desktop], qtbot: QtBot, shape: str) -> None:
    """One stop of the Tab key for all five; at the end they stay."""
    screen = opened(desktops, qtbot, shape)
    reach(screen, "Các phần của trang điều hành")
    parts = []
    for _ in range(5):
        screen.key(Qt.Key.Key_Right)
        parts.append(screen.model._overseeing._page.shown.tab)
    assert parts == ["services", "notices", "trial", "end", "end"]
    screen.key(Qt.Key.Key_Left)
    assert screen.model._overseeing._page.shown.tab == "trial"


def test_what_has_the_focus_is_in_sight(desktops: list[Desktop], qtbot: QtBot) -> None:
    """In the narrow strip the page scrolls after the Tab key."""
    mine = o.LATE.model_copy(update={"owner": "hai", "acknowledged_at": NOW})
    screen = opened(desktops, qtbot, "strip", alerts=(o.LATE, mine))
    reach(screen, "Điều phối quầy")
    button = find(screen.window, "Điều phối quầy")
    assert box(screen.window.contentItem()).contains(box(button))


def reach(screen: Desktop, name: str) -> None:
    """Press Tab until this has the focus."""
    for _ in range(20):
        if screen.focused() == name:
            return
        screen.key(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} was not reached; last {screen.focused()}")


@pytest.mark.slow
@pytest.mark.parametrize(
    "tab", ["Cảnh báo 2", "Cấp số 1", "Thông báo 2", "Thử phương án", "Cuối ngày"]
)
def test_nothing_is_cut_or_lies_on_something_else(
    desktops: list[Desktop], qtbot: QtBot, shape: str, tab: str
) -> None:
    """Words and buttons of every part, in both shapes; long names may end in dots in a list."""
    screen = opened(desktops, qtbot, shape, tab)

    def wrong() -> list[str]:
        found = faults(screen.window, least_target=30)
        return [fault for fault in found if not fault.startswith("words do not fit")]

    qtbot.waitUntil(lambda: wrong() == [])
    assert all(name_of(item) for item in visible_items(screen.window) if _is_button(item))


def _is_button(item: QQuickItem) -> bool:
    return bool(item.inherits("QQuickAbstractButton"))
