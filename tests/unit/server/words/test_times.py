"""Moments and lengths in Vietnamese sentences."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from assets.languages.language import language_of
from server.words import times
from server.words.desks import counter_name, counter_work, desk_name
from server.words.spelling import capital, glued, small
from tests.support.counter_samples import office

HERE = ZoneInfo("Asia/Ho_Chi_Minh")
MONDAY = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)


@pytest.mark.finding("H1")
def test_the_clock_in_a_sentence_is_that_of_the_language_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """``clock = "{hour2}:{minute}"`` in assets/languages/vi changes every sentence."""
    assert times.clock_words(MONDAY, HERE) == "8 giờ 05"
    assert times.clock_words(MONDAY) == "1 giờ 05"
    assert times.clock_words(MONDAY.replace(minute=0), HERE) == "8 giờ"
    digits = replace(language_of("vi"), clock="{hour2}:{minute}", full_hour="")
    monkeypatch.setattr("server.words.times.language_of", lambda _code: digits)
    assert times.clock_words(MONDAY, HERE) == "08:05"


def test_columns_have_digits_and_days_have_names() -> None:
    """In the office's zone."""
    assert times.clock(MONDAY, HERE) == "08:05"
    assert times.date_words(MONDAY) == "Thứ Hai, 23/11/2026"


def test_minutes_are_whole_and_never_less_than_none() -> None:
    """Two clocks may disagree."""
    assert times.whole_minutes(MONDAY, MONDAY.replace(second=59)) == 0
    assert times.whole_minutes(MONDAY, MONDAY.replace(minute=7)) == 2
    assert times.whole_minutes(MONDAY, MONDAY.replace(minute=0)) == 0


def test_a_desk_is_called_by_its_number_or_by_what_it_is() -> None:
    """Citizens look for a sign, staff for a number; an unknown desk is its id."""
    known = office().counters[6]
    assert desk_name(known) == f"quầy {known.number}"
    guide = known.model_copy(update={"number": 0, "name": "Quầy hướng dẫn"})
    assert desk_name(guide) == "quầy hướng dẫn"
    assert desk_name(guide.model_copy(update={"name": "Một cửa"})) == "quầy Một cửa"
    assert counter_name(office(), known.id) == f"Quầy {known.number}"
    assert (counter_name(office(), "q99"), counter_work(office(), "q99")) == ("q99", "")
    bare = known.model_copy(update={"name": ""})
    unnamed = office().model_copy(update={"counters": (bare,)})
    assert counter_work(unnamed, known.id) == ", ".join(
        office().service_name(each) for each in known.services
    )


def test_names_fit_into_a_sentence() -> None:
    """Abbreviations keep their capitals; a number is not torn apart."""
    assert (small("Người cao tuổi"), small("UBND phường")) == ("người cao tuổi", "UBND phường")
    assert capital("quầy 9") == "Quầy 9"
    assert glued("6 027") == "6\N{NO-BREAK SPACE}027"


def test_lengths_are_spoken_the_vietnamese_way() -> None:
    """Without seconds."""
    assert [times.minutes_words(m) for m in (0, 1, 59, 60, 65)] == [
        "chưa đầy 1 phút",
        "1 phút",
        "59 phút",
        "1 giờ",
        "1 giờ 05 phút",
    ]
