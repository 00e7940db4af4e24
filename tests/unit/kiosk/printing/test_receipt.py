import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kiosk.printing.layout import shipped_layouts
from kiosk.printing.raster import all_texts
from kiosk.printing.receipt import (
    LONGEST_PAPER,
    Bilingual,
    Receipt,
    TextRole,
    brief,
    texts,
    wait_key,
)
from kiosk.printing.ticket_texts import NBSP, time_words, wording
from tests.support.receipts import BARE, CROWDED, MORNING, USUAL, printed_texts, usual


def lines(receipt: Receipt) -> list[str]:
    """Every text of the ticket in reading order, as people read it."""
    return [text.replace(NBSP, " ") for _, text in printed_texts(receipt)]


def test_a_ticket_says_everything_a_citizen_needs_in_reading_order() -> None:
    """Office, number, service, area, people ahead, wait, time, papers, address, hotline, slogan."""
    assert lines(USUAL) == [
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
        "Quét mã để xem lượt của ông/bà và góp ý",
        "Đường dây nóng",
        "0258 3 899 999",
        "Vì nhân dân phục vụ",
    ]


def test_both_papers_say_the_same() -> None:
    """Narrow paper leaves nothing out."""
    assert lines(usual(width_dots=384)) == lines(USUAL)
    assert lines(replace(CROWDED, width_dots=384)) == lines(CROWDED)


def test_what_is_not_known_is_not_on_the_ticket() -> None:
    """No wait, no place in the line, no papers, no code: no empty headings either."""
    assert lines(BARE) == [
        "Trung tâm Phục vụ hành chính công tỉnh Sông Lam",
        "Số của ông/bà",
        "TP 0123",
        "Khai tử",
        "Lấy số lúc 13 giờ 30, ngày 22/11/2026",
    ]


def test_the_chosen_language_stands_under_the_vietnamese() -> None:
    """Every sentence of ours a second time, the service where the office has its name."""
    said = lines(usual(language="en"))
    for vietnamese, english in (
        ("Số của ông/bà", "Your number"),
        ("Chứng thực bản sao, chữ ký", "Certification"),
        ("Mời ông/bà chờ tại Khu A", "Please wait at Khu A"),
        ("Trước ông/bà còn 6 người", "People before you: 6"),
        ("Dự kiến chờ khoảng 10–20 phút", "Expected wait 10–20 minutes"),
        ("Ông/bà vui lòng chuẩn bị", "Please have these papers ready"),
        ("Quét mã để xem lượt của ông/bà và góp ý", "Scan to follow your turn"),
    ):
        assert said[said.index(vietnamese) + 1] == english


def test_vietnamese_alone_is_said_once() -> None:
    """A name in another language is left out where nobody asked for that language."""
    assert "Certification" not in lines(USUAL)
    assert lines(usual(language="fr")) == lines(USUAL), "nobody has written words in that language"


def test_khmer_is_said_as_well() -> None:
    """Under the same sentences as English."""
    english = all_texts(replace(CROWDED, language="en"), shipped_layouts()[576], 5)
    khmer = all_texts(replace(CROWDED, language="km"), shipped_layouts()[576], 5)
    ours = [role for role, said in english.items() if role is not TextRole.NOTES and said[0].again]
    assert len(ours) > 8
    assert all(khmer[role][0].again for role in ours)
    assert khmer[TextRole.AHEAD][0].again != english[TextRole.AHEAD][0].again


def test_what_the_day_does_to_the_number_stands_under_the_facts() -> None:
    """Sentences about the session come after the time and before the papers; empty ones do not."""
    later = Bilingual("Số của ông/bà được phục vụ  đầu phiên chiều từ 13 giờ 30.", "From 13:30.")
    said = lines(usual(notes=(later, Bilingual(" ")), language="en"))
    at = said.index("Số của ông/bà được phục vụ đầu phiên chiều từ 13 giờ 30.")
    assert said[at - 1].startswith("Lấy số lúc")
    assert said[at + 1 : at + 3] == ["From 13:30.", "Ông/bà vui lòng chuẩn bị"]


def test_a_priority_is_remarked_without_its_kind() -> None:
    """Whether somebody is disabled or pregnant is nobody's business who reads the paper."""
    assert "Lượt ưu tiên theo lời khai của ông/bà" in lines(usual(priority=True))
    assert not any("ưu tiên" in line for line in lines(USUAL))


def test_a_number_given_without_the_server_says_so_and_reassures() -> None:
    """It is as good as any other."""
    said = "Số cấp khi hệ thống mất kết nối, vẫn được gọi theo thứ tự."
    assert said in lines(usual(offline=True))
    assert said not in lines(USUAL)


def test_a_reprint_says_so_and_when() -> None:
    """Two slips with one number must be told apart."""
    assert "BẢN IN LẠI lúc 8 giờ 40" in lines(CROWDED)
    again = usual(reprinted_at=MORNING + timedelta(minutes=5), language="en")
    assert {"BẢN IN LẠI lúc 8 giờ 20", "REPRINT at 08:20"} <= set(lines(again))
    assert not any("IN LẠI" in line for line in lines(USUAL))


def test_nobody_ahead_is_said_in_words() -> None:
    """Zero people are not printed as a figure."""
    assert "Trước ông/bà không còn ai chờ" in lines(usual(people_ahead=0))


@pytest.mark.parametrize(
    ("wait", "said"),
    [
        ((10, 20), "Dự kiến chờ khoảng 10–20 phút"),
        ((15, 15), "Dự kiến chờ khoảng 15 phút"),
        ((0, 10), "Dự kiến chờ không quá 10 phút"),
        ((0, 0), "Gần như không phải chờ"),
    ],
)
def test_a_wait_is_told_as_on_the_glass(wait: tuple[int, int], said: str) -> None:
    """A range, one figure, an upper bound, or hardly any; never a guess."""
    assert said in lines(usual(wait=wait))
    assert wait_key(*wait) in (wording("vi") or {})


def test_the_unit_is_said_once_and_only_where_it_is_another() -> None:
    """An office that is its own unit stands once, if a layout asks for both."""
    spoken = [words for each in ("vi",) if (words := wording(each))]
    assert texts(USUAL, spoken)[TextRole.UNIT] == (Bilingual("Ủy ban nhân dân phường Hòa Bình"),)
    assert TextRole.UNIT not in texts(usual(unit=USUAL.office_name), spoken)


def test_without_a_status_page_the_hotline_stands_alone() -> None:
    """Nothing is said of a code."""
    said = lines(usual(status_url=""))
    assert not any("Quét mã" in line for line in said)
    assert said[-3:] == ["Đường dây nóng", "0258 3 899 999", "Vì nhân dân phục vụ"]


def test_more_than_five_papers_are_counted_not_dropped() -> None:
    """Five lines at most; the ticket admits how many more there are and where they stand."""
    for listed, more in ((5, 2), (3, 4)):
        said = all_texts(CROWDED, shipped_layouts()[576], listed)
        assert len(said[TextRole.PAPERS]) == listed
        wanted = f"… và {more}{NBSP}giấy tờ khác, xem tờ hướng dẫn"
        assert said[TextRole.MORE] == (Bilingual(wanted),)
    assert not any("giấy tờ khác" in line for line in lines(USUAL))


def test_no_ticket_shouts() -> None:
    """No exclamation mark on any ticket and never "khách hàng"."""
    for receipt in (USUAL, CROWDED, BARE):
        assert not any("!" in line or "khách hàng" in line for line in lines(receipt))


def test_loose_accents_are_composed() -> None:
    """A decomposed name (24 official ones are) is laid out in composed letters."""
    loose = usual(service=unicodedata.normalize("NFD", "Đăng ký khai sinh"), label=" 6\u00a0027 ")
    assert "Đăng ký khai sinh" in lines(loose)
    assert (TextRole.LABEL, "6 027") in printed_texts(loose)


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
    assert 0 < len(brief(document)) <= LONGEST_PAPER


@pytest.mark.parametrize(
    ("field", "value"),
    [("label", "  "), ("width_dots", 512), ("status_url", "http://h/" + "x" * 400)],
)
def test_what_cannot_become_a_ticket_is_refused_at_once(field: str, value: object) -> None:
    """The mistake is named when the receipt is made, not when somebody waits for paper."""
    with pytest.raises(ValueError, match=field):
        usual(**{field: value})


@pytest.mark.finding("H1")
@pytest.mark.parametrize(
    ("minute", "vi", "en"),
    [(5, "8~giờ~05", "08:05"), (0, "8~giờ", "08:00")],
)
def test_paper_writes_times_as_its_language_does_and_tears_none_apart(
    minute: int, vi: str, en: str
) -> None:
    """``clock`` and ``full_hour`` of the language, as on every screen."""
    moment = datetime(2026, 11, 23, 8, minute)
    spoken = [words for code in ("vi", "en") if (words := wording(code))]
    assert [time_words(words, moment) for words in spoken] == [vi.replace("~", NBSP), en]
