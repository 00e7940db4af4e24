"""The kiosk's real QML at its real sizes, touched like a person, against an office by hand."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.engine import Engine, make_app
from assets.pilot import PilotError, centre_of, find, text_of, visible_items
from kiosk.app import QML
from kiosk.printing.port import PrintOutcome, PrintReason, PrintState
from kiosk.viewmodel import KioskViewModel
from server.protocol.errors import ErrorCode
from tests.qml.kiosk_samples import BIRTH, FakeOffice, live_kiosk, morning_view, ward
from tests.qml.layout import faults

SIZES = {"portrait": (1080, 1920), "landscape": (1280, 1024)}
OFFICES = ("ward-hoa-binh", "province-song-lam")
LEAST_TARGET = 92  # px: the keys of the keyboard; everything else is 98 and more
FINGER = QTest.createTouchDevice()


class Glass:
    """A kiosk window, what is behind it, and a finger."""

    def __init__(self, qtbot: QtBot, size: tuple[int, int], office: str = "ward-hoa-binh") -> None:
        make_app()
        QAccessible.setActive(True)
        self.qtbot = qtbot
        self.office = ward(office)
        self.fake = FakeOffice()
        self.kiosk = live_kiosk(self.fake, partial(ward, office))
        self.engine = Engine(QML)
        self.kiosk.languageChanged.connect(self.engine.languages.switch)
        self.window = self.engine.open("Kiosk", {"viewModel": self.kiosk})
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.settle()

    def settle(self) -> None:
        """Until the page stands still and touches count again."""
        whole = self.window.contentItem()
        self.qtbot.waitUntil(
            lambda: not self.window.property("settling") and whole.width() == self.window.width()
        )
        self.window.grabWindow()

    def there(self, name: str) -> bool:
        try:
            find(self.window, name)
        except PilotError:
            return False
        return True

    def place(self, name: str) -> QPoint:
        self.qtbot.waitUntil(lambda: self.there(name))
        return centre_of(find(self.window, name))

    def tap(self, name: str) -> None:
        self.touch(self.place(name))

    def touch(self, point: QPoint) -> None:
        QTest.touchEvent(self.window, FINGER).press(0, point).commit()
        QTest.touchEvent(self.window, FINGER).release(0, point).commit()

    def texts(self) -> list[str]:
        return [text_of(item) for item in visible_items(self.window) if text_of(item)]

    def says(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def close(self) -> None:
        self.engine.languages.switch("vi")
        self.engine.close()


@pytest.fixture(params=SIZES)
def glass(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Glass]:
    made = Glass(qtbot, SIZES[request.param])
    yield made
    assert made.engine.complaints == []
    made.close()


def start(_: Glass) -> None:
    """The first page as it is."""


def closed(glass: Glass) -> None:
    glass.kiosk.set_view(morning_view(glass.office, is_open=False))


def closed_and_lost(glass: Glass) -> None:
    closed(glass)
    glass.kiosk.set_connection("lost")


def fields(glass: Glass) -> None:
    glass.kiosk.openFields()


def fullest_field(glass: Glass) -> None:
    glass.kiosk.openField(max(glass.office.fields, key=lambda f: _tiles(glass, f.id)).id)


def search_hint(glass: Glass) -> None:
    glass.kiosk.openSearch()


def search_results(glass: Glass) -> None:
    glass.kiosk.openSearch()
    glass.kiosk.typeText("d")


def longest_detail(glass: Glass) -> None:
    heaviest = max(glass.office.procedures, key=lambda p: len("".join(p.documents)))
    glass.kiosk.choose(heaviest.code)


def longest_title(glass: Glass) -> None:
    glass.kiosk.choose(max(glass.office.procedures, key=lambda p: len(p.label)).code)


def guide(glass: Glass) -> None:
    glass.kiosk.choose("huong_dan")


def refused(glass: Glass) -> None:
    longest_detail(glass)
    glass.kiosk.take()
    glass.kiosk.answered(*glass.fake.error(ErrorCode.INTERNAL))


def lost_detail(glass: Glass) -> None:
    longest_detail(glass)
    glass.kiosk.set_connection("lost")


def ticket(glass: Glass) -> None:
    longest_title(glass)
    glass.kiosk.take()
    glass.kiosk.answered(*glass.fake.result("Q 127", ahead=41))


def ticket_without_paper(glass: Glass) -> None:
    ticket(glass)
    jam = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
    glass.kiosk.printed(glass.fake.asked[-1][1].ticket, jam)


def _tiles(glass: Glass, field: str) -> int:
    services = {service.id for service in glass.office.services if service.field == field}
    return sum(procedure.service in services for procedure in glass.office.procedures)


PAGES: tuple[Callable[[Glass], None], ...] = (
    start,
    closed,
    closed_and_lost,
    fields,
    fullest_field,
    search_hint,
    search_results,
    longest_detail,
    longest_title,
    guide,
    refused,
    lost_detail,
    ticket,
    ticket_without_paper,
)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_hidden_or_too_small_on_any_page(
    qtbot: QtBot, size: str, office: str, language: str
) -> None:
    """Every page, both panels, both offices, both languages: all words whole, all targets large."""
    glass = Glass(qtbot, SIZES[size], office)
    found = {}
    for page in PAGES:
        glass.kiosk.finish()
        glass.kiosk.set_connection("live")
        glass.kiosk.set_view(morning_view(glass.office))
        glass.kiosk.switchLanguage(language)
        page(glass)
        glass.settle()
        found[page.__name__] = faults(glass.window, LEAST_TARGET)
    glass.close()
    assert [f"{name}: {fault}" for name, all_ in found.items() for fault in all_] == []
    assert glass.engine.complaints == []


def test_a_number_is_had_in_two_touches(glass: Glass) -> None:
    """A frequent choice, *Lấy số*: the number stands on the glass and the paper is asked for."""
    glass.tap("Khai sinh")
    glass.settle()
    glass.tap("Lấy số")
    [(command, wish)] = glass.fake.asked
    assert (wish.service, wish.priority) == ("khai_sinh", "")
    assert command == f"issue.{wish.ticket}"
    glass.kiosk.answered(*glass.fake.result("9 027"))
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


def test_an_unanswered_wish_is_asked_again_with_the_same_ids(glass: Glass) -> None:
    """The server may have made the number already: the second try must find that one."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    glass.tap("Lấy số")
    glass.kiosk.answered(*glass.fake.error(ErrorCode.OVERLOADED))
    glass.tap("Lấy số")
    first, second = glass.fake.asked
    assert first == second


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


def test_a_broken_link_is_told_and_takes_no_number(glass: Glass) -> None:
    """The last known page stays; the button rests; the way to the guide desk is told."""
    glass.kiosk.choose(BIRTH)
    glass.settle()
    glass.kiosk.set_connection("lost")
    assert glass.says("Hệ thống đang mất kết nối.")
    assert glass.says("Khai sinh")
    assert glass.says("Mời ông/bà đến quầy hướng dẫn, cán bộ sẽ cấp số cho ông/bà.")
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
    glass.kiosk.printed(
        glass.fake.asked[-1][1].ticket, PrintOutcome(PrintState.CONFIRMED, PrintReason.OK)
    )
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
    assert glass.says("Máy in chưa in được phiếu. Xin chụp lại số và mã trên màn hình.")


def test_before_the_first_greeting_the_way_to_a_person_is_shown(qtbot: QtBot) -> None:
    """A new kiosk without a server shows where to go, not a blank."""
    make_app()
    engine = Engine(QML)
    kiosk = KioskViewModel(FakeOffice().outside)
    window = engine.open("Kiosk", {"viewModel": kiosk})
    window.resize(1080, 1920)
    window.show()
    qtbot.waitExposed(window)
    texts = [text_of(item) for item in visible_items(window)]
    assert any("Mời ông/bà đến quầy hướng dẫn để lấy số." in text for text in texts)
    assert engine.complaints == []
    engine.close()
