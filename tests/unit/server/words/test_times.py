"""Clock and lengths in words."""

from server.words.times import clock_words, minutes_words
from tests.support.counter_samples import NOW


def test_moments_and_lengths_are_spoken_the_vietnamese_way() -> None:
    """24-hour time in words, lengths without seconds."""
    assert clock_words(NOW.replace(hour=13, minute=30), NOW.tzinfo) == "13 giờ 30"
    assert clock_words(NOW.replace(hour=8, minute=5), NOW.tzinfo) == "8 giờ 05"
    assert clock_words(NOW.replace(hour=9, minute=0), NOW.tzinfo) == "9 giờ"
    assert [minutes_words(m) for m in (0, 1, 59, 60, 65)] == [
        "chưa đầy 1 phút",
        "1 phút",
        "59 phút",
        "1 giờ",
        "1 giờ 05 phút",
    ]
