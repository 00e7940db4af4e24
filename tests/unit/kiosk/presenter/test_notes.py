"""What the day does to a ticket becomes plain, true sentences."""

from dataclasses import replace
from datetime import datetime

import pytest

from kiosk.paper import receipt
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.notes import clock_words, remarks, sentence
from kiosk.printing.receipt import Bilingual
from kiosk.visit import Issued
from server.protocol.office import OfficeInfo
from tests.support.kiosk_samples import BIRTH, MORNING, ZONE, ward

NBSP = "\N{NO-BREAK SPACE}"
FRIDAY = datetime(2026, 11, 27, 9, 0, tzinfo=ZONE)
PLAIN = ward().model_copy(update={"phrases": {}})


def issued(*notes: str, at: datetime = MORNING) -> Issued:
    return Issued("tick000001", "9 027", at, 6, None, notes)


def said(ticket: Issued, office: OfficeInfo = PLAIN, language: str = "vi") -> list[str]:
    return [sentence(each) for each in remarks(office, ticket, None, language)]


def test_near_noon_the_afternoon_is_promised_in_the_office_s_own_words() -> None:
    """Order kept, when the afternoon begins, and which number it is about."""
    ticket = issued("later_session:810", at=MORNING.replace(hour=10, minute=50))
    assert said(ticket, ward()) == [
        f"Phiên sáng sắp kết thúc. Số 9{NBSP}027 của ông/bà được giữ nguyên thứ tự "
        "và phục vụ đầu phiên chiều từ 13 giờ 30."
    ]
    assert said(ticket) == [
        "Phiên sáng sắp kết thúc. Số của ông/bà được giữ nguyên thứ tự "
        "và phục vụ đầu phiên chiều từ 13 giờ 30."
    ]


@pytest.mark.parametrize("hour", [7, 9, 14])
def test_the_morning_is_not_said_to_end_when_it_does_not(hour: int) -> None:
    """A full hall at eight, or a third session: the same promise without the untrue half."""
    ticket = issued("later_session:1080", at=MORNING.replace(hour=hour))
    assert said(ticket, ward()) == [
        "Số của ông/bà được giữ nguyên thứ tự và phục vụ trong phiên làm việc từ 18 giờ."
    ]


def test_the_fast_day_is_called_by_its_name() -> None:
    """Ngày thứ 6 nhanh; another day under the same code is plainly today."""
    assert said(issued("same_day", at=FRIDAY)) == ["Ngày thứ 6 nhanh: trả kết quả trong ngày."]
    assert said(issued("same_day")) == ["Hôm nay: trả kết quả trong ngày."]


def test_after_the_cut_off_the_fast_day_promises_nothing() -> None:
    """Both codes at once: only the one that comes true is said."""
    late = issued("next_working_day", "same_day", at=FRIDAY.replace(hour=16))
    assert said(late) == ["Hồ sơ nhận vào giờ này sẽ được trả kết quả vào ngày làm việc tiếp theo."]


def test_the_cut_off_is_named_where_the_procedure_has_one() -> None:
    """The paper for a birth says since when."""
    ticket = issued("next_working_day", at=MORNING.replace(hour=15, minute=10))
    assert receipt(Catalogue(PLAIN), BIRTH, ticket).notes == (
        Bilingual("Hồ sơ nhận sau 15 giờ sẽ được trả kết quả vào ngày làm việc tiếp theo."),
    )


@pytest.mark.parametrize("language", ["en", "km"])
def test_paper_says_it_again_in_the_language_of_the_glass(language: str) -> None:
    """Every note, with its time as that language writes it, under the Vietnamese."""
    every = ("later_session:810", "beyond_closing", "next_working_day")
    ticket = issued(*every, at=MORNING.replace(hour=11))
    own = receipt(Catalogue(ward()), BIRTH, ticket).notes
    again = receipt(Catalogue(ward()), BIRTH, ticket, language=language).notes
    assert [each.text for each in again] == [each.text for each in own]
    assert all(each.again and not each.again.startswith("Số") for each in again)
    assert "13:30" in again[0].again


def test_a_number_given_although_the_day_may_not_suffice_says_so() -> None:
    """An office that warns instead of refusing tells whom to ask."""
    [line] = said(issued("beyond_closing"))
    assert "có thể không kịp" in line
    assert "quầy hướng dẫn" in line


@pytest.mark.parametrize("note", ["", "later_session", "later_session:soon", "moon_phase:3"])
def test_a_note_nobody_knows_is_left_out(note: str) -> None:
    """A newer server's code, or a broken one, is no sentence."""
    assert said(issued(note)) == []


def test_the_screen_in_english_gets_no_vietnamese_sentence() -> None:
    """Only codes and times go out, for the page's own English words."""
    noon = MORNING.replace(hour=11)
    for each in remarks(ward(), issued("later_session:810", at=noon), None, "en"):
        assert (each.said, each.time) == ("", "13:30")


def test_paper_is_vietnamese_and_polite() -> None:
    """No shouting, no customer, every line a sentence."""
    every = ("later_session:810", "beyond_closing", "next_working_day")
    notes = receipt(Catalogue(ward()), BIRTH, replace(issued(), notes=every)).notes
    lines = [each.text for each in notes]
    assert not any(each.again for each in notes)
    assert len(lines) == 3
    for line in lines:
        assert line.endswith(".")
        assert "!" not in line
        assert "khách hàng" not in line


@pytest.mark.parametrize(
    ("minute", "vi", "en"),
    [(810, "13 giờ 30", "13:30"), (900, "15 giờ", "15:00"), (1510, "1 giờ 10", "01:10")],
)
def test_minutes_of_the_day_are_spoken_as_times(minute: int, vi: str, en: str) -> None:
    """After midnight the clock begins anew."""
    assert (clock_words(minute, "vi"), clock_words(minute, "en")) == (vi, en)
