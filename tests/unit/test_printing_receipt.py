import unicodedata
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.printing.receipt import (
    LONGEST_PREPARE_LINE,
    Code,
    Receipt,
    Style,
    brief,
    clock_text,
    layout,
)
from tests.receipts import BARE, CROWDED, USUAL, printed_texts, usual


def texts(receipt: Receipt) -> list[str]:
    """Every text of the ticket in reading order."""
    return [text for _, text in printed_texts(receipt)]


def test_a_ticket_says_everything_a_citizen_needs_in_reading_order() -> None:
    """Office, number, service, area, people ahead, wait, time, papers, address, hotline, slogan."""
    assert texts(USUAL) == [
        "Ủy ban nhân dân phường Hòa Bình",
        "Trung tâm Phục vụ hành chính công phường Hòa Bình",
        "Số của ông/bà",
        "6 027",
        "Chứng thực bản sao, chữ ký",
        "Mời ông/bà chờ tại Khu A",
        "Trước ông/bà còn 6 người",
        "Dự kiến chờ khoảng 10–20 phút",
        "Lấy số lúc 8 giờ 15, ngày 22/11/2026",
        "Ông/bà vui lòng chuẩn bị",
        "Bản chính giấy tờ cần chứng thực",
        "Bản sao cần chứng thực (nếu đã chụp sẵn)",
        "Căn cước hoặc hộ chiếu còn giá trị sử dụng",
        "Quét mã để xem lượt của ông/bà và góp ý.",
        "Đường dây nóng",
        "0258 3 899 999",
        "Vì nhân dân phục vụ",
    ]


def test_what_is_not_known_is_not_on_the_ticket() -> None:
    """No wait, no place in the line, no papers, no code: no empty headings either."""
    assert texts(BARE) == [
        "Trung tâm Phục vụ hành chính công tỉnh Sông Lam",
        "Số của ông/bà",
        "TP 0123",
        "Khai tử",
        "Lấy số lúc 13 giờ 30, ngày 22/11/2026",
    ]


def test_what_the_day_does_to_the_number_stands_under_the_facts() -> None:
    """Sentences about the session come after the time and before the papers; empty ones do not."""
    later = "Số của ông/bà được phục vụ  đầu phiên chiều từ 13 giờ 30."
    said = texts(usual(notes=(later, " ")))
    at = said.index("Số của ông/bà được phục vụ đầu phiên chiều từ 13 giờ 30.")
    assert said[at - 1].startswith("Lấy số lúc")
    assert said[at + 1] == "Ông/bà vui lòng chuẩn bị"
    bare = printed_texts(replace(BARE, issued_text="", notes=(later,)))
    assert [style for style, _ in bare][-1] is Style.REMARK


def test_nobody_ahead_is_said_in_words() -> None:
    """Zero people are not printed as a figure."""
    assert "Trước ông/bà không còn ai chờ" in texts(usual(people_ahead=0))


def test_the_unit_is_not_repeated_when_it_is_the_office() -> None:
    """An office that is its own unit stands once."""
    assert texts(usual(unit=USUAL.office_name)).count(USUAL.office_name) == 1


def test_without_a_status_page_the_hotline_stands_alone() -> None:
    """No code is drawn, and the hotline keeps its words."""
    receipt = usual(status_url="")
    assert not any(isinstance(block, Code) for block in layout(receipt))
    assert "Đường dây nóng: 0258 3 899 999" in texts(receipt)


def test_a_reprint_says_so() -> None:
    """Two slips with one number must be told apart."""
    assert (Style.MARK, "Bản in lại") in printed_texts(CROWDED)
    assert "Bản in lại" not in texts(USUAL)


def test_more_than_five_papers_are_counted_not_dropped() -> None:
    """Five lines at most; the ticket admits how many more there are."""
    items = [text for style, text in printed_texts(CROWDED) if style is Style.ITEM]
    assert len(items) == 5
    assert "Còn 2 giấy tờ khác, xin hỏi cán bộ hướng dẫn." in texts(CROWDED)


def test_no_ticket_shouts() -> None:
    """No exclamation mark on any ticket and never "khách hàng"."""
    for receipt in (USUAL, CROWDED, BARE):
        assert not any("!" in text or "khách hàng" in text for text in texts(receipt))


def test_loose_accents_are_composed() -> None:
    """A decomposed name (24 official ones are) is laid out in composed letters."""
    loose = usual(service=unicodedata.normalize("NFD", "Đăng ký khai sinh"), label=" 6\u00a0027 ")
    assert "Đăng ký khai sinh" in texts(loose)
    assert "6 027" in texts(loose)


@pytest.mark.parametrize(
    ("document", "line"),
    [
        ("Văn bản  ủy quyền", "Văn bản ủy quyền"),
        (
            "Tờ khai theo mẫu (nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình thức trực tiếp "
            "hoặc gửi hồ sơ qua hệ thống bưu chính) (1 bản chính)",
            "Tờ khai theo mẫu",
        ),
        (
            "Giấy chứng sinh; trường hợp không có thì nộp văn bản của người làm chứng xác nhận "
            "về việc sinh của trẻ tại nơi cư trú (1 bản chính)",
            "Giấy chứng sinh…",
        ),
    ],
)
def test_official_lists_become_short_lines(document: str, line: str) -> None:
    """Brackets go first, then what follows the main clause, and that is marked."""
    assert brief(document) == line


@pytest.mark.parametrize("document", ["từ " * 200, "x" * 500, "(" * 300, ". " * 300])
def test_no_line_of_papers_is_longer_than_its_limit(document: str) -> None:
    """Whatever the source holds, the line fits and something is left of it."""
    assert 0 < len(brief(document)) <= LONGEST_PREPARE_LINE


def test_the_clock_is_written_the_office_way() -> None:
    """24 hours, minutes with two digits, day first."""
    assert clock_text(datetime(2026, 1, 5, 7, 5, tzinfo=UTC)) == "7 giờ 05, ngày 05/01/2026"


@pytest.mark.parametrize(
    ("field", "value"),
    [("label", "  "), ("width_dots", 512), ("status_url", "http://h/" + "x" * 400)],
)
def test_what_cannot_become_a_ticket_is_refused_at_once(field: str, value: object) -> None:
    """The mistake is named when the receipt is made, not when somebody waits for paper."""
    with pytest.raises(ValueError, match=field):
        usual(**{field: value})
