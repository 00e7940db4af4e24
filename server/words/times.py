"""Moments and lengths as people read them, Vietnamese. Pure.

``8 giờ 05`` inside a sentence is the ``clock`` of ``assets/languages/vi``, everywhere.
"""

from datetime import datetime, tzinfo

from assets.languages.language import SOURCE, language_of


def clock_words(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time of ``moment`` in a sentence: ``8 giờ 05``, ``13 giờ 30``, ``9 giờ``.

    In ``zone`` if one is given, else in that of ``moment``.
    """
    local = moment.astimezone(zone) if zone is not None else moment
    return language_of(SOURCE).clock_in_words(local.hour * 60 + local.minute)


def clock(moment: datetime, zone: tzinfo | None = None) -> str:
    """The time for a clock and for columns of times: ``09:41``."""
    local = moment.astimezone(zone) if zone is not None else moment
    return f"{local:%H:%M}"


def date_words(moment: datetime) -> str:
    """The day: ``Thứ Hai, 23/11/2026``."""
    return language_of(SOURCE).day_in_words(moment)


def whole_minutes(since: datetime, now: datetime) -> int:
    """Minutes passed, rounded down; 0 when the clocks disagree."""
    return max(0, int((now - since).total_seconds() // 60))


def minutes_words(minutes: int) -> str:
    """A length: ``12 phút``, ``1 giờ 05 phút``; under a minute ``chưa đầy 1 phút``."""
    if minutes < 1:
        return "chưa đầy 1 phút"
    if minutes < 60:
        return f"{minutes} phút"
    hours, rest = divmod(minutes, 60)
    return f"{hours} giờ" + (f" {rest:02d} phút" if rest else "")
