"""The kiosk's real QML at its real sizes, touched like a person, against an office by hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.shell.engine import Engine, make_app
from assets.shell.pilot import text_of, visible_items
from kiosk.app import QML
from kiosk.maintenance.viewmodel import StaffViewModel
from kiosk.offline.wishes import OfflineState
from kiosk.printing.port import PrintReason
from kiosk.scanner.scans import CardScan
from kiosk.viewmodel import KioskViewModel
from server.protocol.commands import PaperOutcome
from server.protocol.errors import ErrorCode
from server.protocol.messages import Appointment
from tests.support.kiosk_glass import (
    FINGER,
    SIZES,
    Glass,
    ticket,
    ticket_in_doubt,
    ticket_without_paper,
)
from tests.support.kiosk_samples import BIRTH, CODE, MORNING, FakeOffice


@pytest.fixture(params=SIZES)
def glass(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Glass]:
    made = Glass(qtbot, SIZES[request.param])
    yield made
    assert made.engine.complaints == []
    made.close()


def test_a_number_is_had_in_two_touches(glass: Glass) -> None:
    """A frequent choice, *Lấy số*: the number stands on the glass and the paper is asked for."""
    glass.tap("Khai sinh")
    glass.settle()
    glass.tap("Lấy số")
    [(_, wish)] = glass.fake.asked
    assert (wish.service, wish.procedure, wish.priority) == ("khai_sinh", BIRTH, "")
    glass.kiosk.answers.issued(glass.fake.given("9 027"))
    glass.settle()
    assert glass.says("9 027")
    assert glass.says("Trước ông/bà còn 6 người")
    assert glass.says("Dự kiến chờ khoảng 10–20 phút")
    assert [receipt.label for _, receipt in glass.fake.printing] == ["9 027"]


def test_a_field_leads_to_a_number_in_three_touches(glass: Glass) -> None:
    """Field, procedure, *Lấy số*."""
    for name in ("Hộ tịch", "Đăng ký giám hộ", "Lấy số"):
        glass.settle()
        glass.tap(name)
    assert len(glass.fake.asked) == 1


def test_a_priority_is_declared_by_one_touch_and_goes_with_the_wish(glass: Glass) -> None:
    """Plain words, no proof asked."""
    glass.tap("Khai sinh")
    glass.settle()
    glass.tap("Người cao tuổi")
    glass.tap("Lấy số")
    assert [wish.priority for _, wish in glass.fake.asked] == ["P3"]


def test_a_card_of_an_old_citizen_offers_the_priority_and_chooses_nothing(glass: Glass) -> None:
    """The card speaks for the age; whether to be preferred, its holder says by a touch."""
    glass.kiosk.choose(BIRTH)
    glass.kiosk.answers.scanned(CardScan(71, "mark"))
    glass.settle()
    offer = "Thẻ vừa quét cho thấy ông/bà có thể thuộc diện: Người cao tuổi."
    assert any(text_of(item).startswith(offer) for item in visible_items(glass.window))
    glass.tap("Người cao tuổi")
    glass.settle()
    assert not any(text_of(item).startswith(offer) for item in visible_items(glass.window))
    glass.tap("Lấy số")
    assert [wish.priority for _, wish in glass.fake.asked] == ["P3"]


def test_a_double_tap_takes_one_number(glass: Glass) -> None:
    """Hasty fingers on *Lấy số* make one wish, not two."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    spot = glass.place("Lấy số")
    for _ in range(4):
        glass.touch(spot)
    QTest.mouseDClick(glass.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert len(glass.fake.asked) == 1


def test_a_double_tap_on_a_choice_does_not_reach_the_next_page(glass: Glass) -> None:
    """The second tap falls on a page that has just appeared and must not count there."""
    spot = glass.place("Tôi không rõ, nhờ cán bộ hướng dẫn")
    glass.touch(spot)
    glass.touch(spot)
    assert glass.kiosk.screen.page == "detail"
    assert glass.fake.asked == []


def test_two_fingers_press_one_button(glass: Glass) -> None:
    """A hand on a priority and on *Lấy số* at once: the first finger counts, the other does not."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    take, priority = glass.place("Lấy số"), glass.place("Người cao tuổi")
    QTest.touchEvent(glass.window, FINGER).press(0, priority).press(1, take).commit()
    QTest.touchEvent(glass.window, FINGER).release(0, priority).release(1, take).commit()
    assert glass.fake.asked == []
    glass.touch(take)
    assert [wish.priority for _, wish in glass.fake.asked] == ["P3"]


def test_two_fingers_on_the_same_button_take_one_number(glass: Glass) -> None:
    """Whatever the order in which the fingers come and go."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    spot = glass.place("Lấy số")
    beside = spot + QPoint(60, 0)
    QTest.touchEvent(glass.window, FINGER).press(0, spot).commit()
    QTest.touchEvent(glass.window, FINGER).stationary(0).press(1, beside).commit()
    QTest.touchEvent(glass.window, FINGER).release(0, spot).stationary(1).commit()
    QTest.touchEvent(glass.window, FINGER).release(1, beside).commit()
    assert len(glass.fake.asked) == 1


def test_search_by_the_keys_on_the_glass_leads_to_the_procedure(glass: Glass) -> None:
    """Without accents, by touch, then the result."""
    glass.tap("Tìm theo tên việc")
    glass.settle()
    for letter in ("k", "e", "t", "Dấu cách", "h", "o", "n", "n", "Xóa chữ"):
        glass.tap(letter)
    assert glass.says("ket hon")
    glass.tap("Kết hôn")
    assert glass.kiosk.screen.page == "detail"


def test_a_real_keyboard_types_too(glass: Glass) -> None:
    """A helper may plug one in; accents are fine as well."""
    glass.kiosk.openSearch()
    glass.settle()
    for key in (*"KHAI", "Space", *"TX", "Backspace"):
        QTest.keyClick(glass.window, Qt.Key[f"Key_{key}"])
    assert glass.says("khai t")
    assert glass.there("Khai tử")


def test_who_cannot_be_served_today_finds_the_guide_desk(glass: Glass) -> None:
    """An honest refusal, when to come back, and a number that can be had."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    glass.tap("Lấy số")
    glass.kiosk.answers.refused(glass.fake.declined(ErrorCode.BEYOND_CLOSING))
    assert glass.says("Hôm nay không kịp phục vụ ông/bà trước giờ đóng cửa")
    assert glass.says("Giờ làm việc: Thứ Hai đến thứ Sáu")
    glass.tap("Lấy số quầy hướng dẫn")
    glass.settle()
    glass.tap("Lấy số")
    assert [wish.service for _, wish in glass.fake.asked] == ["khai_sinh", "huong_dan"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("day", "hour", "notes"),
    [
        (23, 10, ("later_session:810", "next_working_day")),
        (23, 8, ("later_session:810",)),
        (23, 16, ("beyond_closing",)),
        (27, 9, ("same_day",)),
    ],
)
def test_the_glass_and_the_paper_say_the_same_of_the_day(
    glass: Glass, day: int, hour: int, notes: tuple[str, ...]
) -> None:
    """Every line of the paper about the day stands on the ticket page in the same words."""
    glass.fake.now = MORNING.replace(day=day, hour=hour)
    glass.kiosk.choose(BIRTH)
    glass.kiosk.take()
    glass.kiosk.answers.issued(glass.fake.given(notes=notes))
    glass.settle()
    [(_, paper)] = glass.fake.printing
    assert len(paper.notes) == len(notes)
    for line in paper.notes:
        assert glass.says(line.text)


def test_a_broken_link_is_told_and_takes_no_number(glass: Glass) -> None:
    """The last known page stays; the button rests; the way to the guide desk is told."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    glass.kiosk.answers.set_connection("lost")
    assert glass.says("Hệ thống đang mất kết nối.")
    assert glass.says("Khai sinh")
    assert glass.says("Mời ông/bà đến quầy hướng dẫn, cán bộ sẽ giúp ông/bà.")
    glass.kiosk.take()
    assert not glass.there("Lấy số")
    assert glass.fake.asked == []


def test_english_is_one_touch_away_and_goes_with_its_reader(glass: Glass) -> None:
    """The whole page changes at once; after the visit Vietnamese is back."""
    glass.tap("English")
    assert glass.says("What do you need today?")
    glass.kiosk.choose(BIRTH)
    glass.settle()
    assert glass.there("Take a number")
    glass.kiosk.finish()
    glass.settle()
    assert glass.says("Hôm nay ông/bà cần làm việc gì?")


def test_silence_warns_and_a_touch_stays(glass: Glass) -> None:
    """After a minute the question, with the seconds; the answer keeps the page."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    for _ in range(61):
        glass.kiosk.tick()
    assert glass.says("Màn hình sẽ về trang đầu sau 19 giây.")
    glass.tap("Tôi cần thêm thời gian")
    assert not glass.says("Màn hình sẽ về trang đầu")
    assert glass.kiosk.screen.page == "detail"


def test_the_ticket_leaves_by_itself_with_a_visible_countdown(glass: Glass) -> None:
    """Twenty seconds after the paper, the next citizen finds the first page."""
    ticket(glass)
    glass.kiosk.answers.paper_reported(glass.fake.ticket, PaperOutcome.CONFIRMED, PrintReason.OK)
    glass.settle()
    glass.kiosk.tick()
    assert glass.says("Tự về trang đầu sau 19 giây")
    assert glass.says("Phiếu đã in. Xin ông/bà cầm phiếu.")
    for _ in range(19):
        glass.kiosk.tick()
    assert glass.kiosk.screen.page == "start"


def test_a_failed_print_is_told_gently(glass: Glass) -> None:
    """The number is valid; the glass asks to photograph it."""
    ticket_without_paper(glass)
    glass.settle()
    assert glass.says("Máy in chưa in được phiếu. Xin chụp lại, hoặc ghi lại số trên màn hình.")


def test_the_resting_screen_wakes_by_a_touch_anywhere(glass: Glass) -> None:
    """And the touch that woke it chooses nothing."""
    for _ in range(46):
        glass.kiosk.tick()
    glass.settle()
    assert glass.kiosk.screen.page == "attract"
    assert glass.says("Chạm để lấy số")
    middle = QPoint(glass.window.width() // 2, glass.window.height() // 2)
    glass.touch(middle)
    glass.touch(middle)
    glass.settle()
    assert glass.kiosk.screen.page == "start"
    assert glass.says("Hôm nay ông/bà cần làm việc gì?")


def test_a_language_on_the_resting_screen_costs_no_touch_of_its_own(glass: Glass) -> None:
    """English at once."""
    for _ in range(46):
        glass.kiosk.tick()
    glass.settle()
    glass.tap("English")
    glass.settle()
    assert glass.says("What do you need today?")


def test_the_easy_mode_is_one_touch_there_and_one_back(glass: Glass) -> None:
    """Strong colours and larger words; a number can be had in it; the next one finds it off."""
    button = "Chữ to, dễ với tay" if glass.window.height() > glass.window.width() else "Chữ to"
    theme = glass.engine.singletonInstance("QueueUi", "Theme")
    assert isinstance(theme, QObject)
    glass.tap(button)
    glass.settle()
    assert theme.property("strong")
    assert theme.property("textScale") > 1
    glass.tap("Khai sinh")
    glass.settle()
    glass.tap("Lấy số")
    glass.kiosk.answers.issued(glass.fake.given("9 027"))
    glass.settle()
    assert glass.says("9 027")
    glass.tap("Xong")
    glass.settle()
    assert not theme.property("strong")
    assert glass.there(button)


def test_an_appointment_is_found_by_the_keys_on_the_glass(glass: Glass) -> None:
    """Typed, asked, shown with its time, taken with its code."""
    glass.tap("Đã hẹn giờ")
    glass.settle()
    for sign in "HB7":
        glass.tap(sign)
    glass.tap("Tìm lịch hẹn")
    found = Appointment(
        id="x",
        code="HB7",
        service="khai_sinh",
        procedure=BIRTH,
        booked_at=MORNING.replace(hour=9, minute=30),
    )
    glass.kiosk.answers.told(glass.fake.questions[-1][0], found)
    glass.settle()
    assert glass.says("Lịch hẹn của ông/bà lúc 9 giờ 30.")
    glass.tap("Lấy số")
    assert [wish.appointment for _, wish in glass.fake.asked] == ["HB7"]


def test_support_is_told_without_a_number(glass: Glass) -> None:
    """Where the photocopier stands."""
    glass.tap("Dịch vụ hỗ trợ")
    glass.settle()
    assert glass.says("Photocopy, in tài liệu")
    assert glass.says("Cạnh quầy hướng dẫn, tầng 1")
    assert not glass.there("Lấy số")


def test_without_the_server_the_page_says_so_and_numbers_go_on(glass: Glass) -> None:
    """The polite line of C3, and a ticket that promises nothing of the line."""
    left = {service.id: 20 for service in glass.office.services}
    glass.kiosk.answers.set_offline(OfflineState(is_offline=True, left=left))
    glass.kiosk.answers.set_connection("lost")
    assert glass.says("Hệ thống đang mất kết nối. Việc lấy số vẫn tiếp tục bình thường.")
    glass.tap("Khai sinh")
    glass.settle()
    glass.tap("Lấy số")
    glass.kiosk.answers.issued(glass.fake.given("9 301", offline=True))
    glass.settle()
    assert glass.says("9 301")
    assert not glass.says("Trước ông/bà")
    assert not glass.says("Dự kiến chờ")


def test_doubtful_paper_is_asked_about_before_a_copy(glass: Glass) -> None:
    """Number and code stay; one touch says it is there, another prints a marked copy."""
    ticket_in_doubt(glass)
    glass.settle()
    assert glass.says("Q 127")
    assert glass.there("Mã xem lượt của ông/bà")
    glass.tap("In lại phiếu")
    assert glass.fake.copied == [glass.fake.ticket]
    glass.kiosk.answers.paper_reported(glass.fake.ticket, PaperOutcome.UNKNOWN, PrintReason.DROPPED)
    glass.settle()
    glass.tap("Phiếu đã ra đủ")
    assert glass.says("Phiếu đã in. Xin ông/bà cầm phiếu.")
    assert not glass.there("In lại phiếu")


def test_the_corner_held_and_the_code_open_the_maintenance_page(glass: Glass) -> None:
    """A tap on the corner does nothing; a wrong code opens nothing; the right one does."""
    corner = glass.window.findChild(QQuickItem, "staffCorner")
    assert isinstance(corner, QQuickItem)
    assert corner.property("holdS") == 3
    corner.setProperty("holdS", 0.2)
    spot = QPoint(40, 40)
    glass.touch(spot)
    assert not glass.there("Mở trang bảo trì")
    QTest.touchEvent(glass.window, FINGER).press(0, spot).commit()
    glass.qtbot.waitUntil(lambda: glass.there("Thôi"))
    QTest.touchEvent(glass.window, FINGER).release(0, spot).commit()
    for code in ("111111", CODE):
        for sign in code:
            glass.tap(sign)
        glass.tap("Mở trang bảo trì")
    assert glass.says("Bảo trì kiosk")
    with glass.qtbot.waitSignal(glass.staff.printAsked):
        glass.tap("In trang thử")
    with glass.qtbot.waitSignal(glass.staff.quitAsked):
        glass.tap("Đóng chương trình")
    glass.tap("Xong")
    assert not glass.says("Bảo trì kiosk")


def test_the_maintenance_page_tells_how_the_kiosk_is_and_follows_it(glass: Glass) -> None:
    """Every line stands on the page, and one that changes is another at once."""
    glass.staff.ask()
    for sign in CODE:
        glass.staff.type(sign)
    glass.staff.enter()
    glass.staff.learn(printer="paper_out", device="kiosk-sanh")
    glass.settle()
    for words in ("Máy in", "Hết giấy", "Tên thiết bị", "kiosk-sanh", "Ổ đĩa", "Ghi được"):
        assert glass.says(words)
    glass.staff.learn(printer="ok")
    glass.settle()
    assert glass.says("Sẵn sàng")
    assert not glass.says("Hết giấy")


def test_a_kiosk_in_a_hall_cannot_be_closed_from_outside(glass: Glass) -> None:
    """Alt+F4, the window manager, Escape: it stays."""
    glass.window.setProperty("mayClose", False)
    glass.window.close()
    QTest.keyClick(glass.window, Qt.Key.Key_Escape)
    QTest.keyClick(glass.window, Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier)
    assert glass.window.isVisible()
    glass.window.setProperty("mayClose", True)


def test_a_page_is_read_aloud_where_its_recording_exists(glass: Glass) -> None:
    """The button comes with the recording."""
    assert not glass.there("Nghe đọc")
    glass.kiosk._current.learn(clips=frozenset({"vi/kiosk_start"}))
    glass.tap("Nghe đọc")
    assert glass.fake.heard == [("vi/kiosk_start",)]


def test_before_the_first_greeting_the_way_to_a_person_is_shown(qtbot: QtBot) -> None:
    """A new kiosk without a server shows where to go, not a blank."""
    make_app()
    engine = Engine(QML)
    kiosk = KioskViewModel(FakeOffice().ports)
    staff = StaffViewModel()
    window = engine.open("Kiosk", {"viewModel": kiosk, "staff": staff})
    window.resize(1080, 1920)
    window.show()
    qtbot.waitExposed(window)
    texts = [text_of(item) for item in visible_items(window)]
    assert any("Mời ông/bà đến quầy hướng dẫn để lấy số." in text for text in texts)
    assert engine.complaints == []
    engine.close()
