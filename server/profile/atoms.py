"""The small types an office file is made of: ids, words, clock times, weekdays."""

import re
from datetime import date
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from server.protocol.commands import Id

__all__ = [
    "WEEKDAYS",
    "Clip",
    "ClockMin",
    "ClosingMin",
    "DayDate",
    "Id",
    "Language",
    "Names",
    "Prefix",
    "Section",
    "Weekday",
    "Words",
    "clock",
]

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MINUTES_OF_DAY: Final = 24 * 60
LATEST_CLOSING_MIN: Final = 36 * 60


class Section(BaseModel):
    """A table of an office file: immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def minutes(clock_text: str, latest: int = MINUTES_OF_DAY) -> int:
    """Minutes from midnight of ``"07:30"``; ``"24:00"`` is the end of the day.

    Raises ``ValueError`` for anything else, and for what is later than ``latest``.
    """
    if re.fullmatch(r"[0-9]{2}:[0-9]{2}", clock_text) is None:
        raise ValueError(f'"{clock_text}" is not a time such as "07:30"')
    hour, minute = map(int, clock_text.split(":"))
    total = hour * 60 + minute
    if minute > 59 or total > latest:
        raise ValueError(f'"{clock_text}" is not a time of the day')
    return total


def clock(minute: int) -> str:
    """Inverse of :func:`minutes`: ``450`` is ``"07:30"``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _read_clock(value: object) -> int:
    # Not a TypeError: pydantic collects ValueErrors only.
    return minutes(value if isinstance(value, str) else repr(value))


def _read_closing(value: object) -> int:
    return minutes(value if isinstance(value, str) else repr(value), LATEST_CLOSING_MIN)


def _a_date(text: str) -> str:
    date.fromisoformat(text)
    return text


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("must not be empty")
    if text != text.strip():
        raise ValueError("begins or ends with a space")
    return text


ClockMin = Annotated[int, BeforeValidator(_read_clock), PlainSerializer(clock)]
"""A time of the office's day: ``"07:30"`` in the file, minutes from midnight in memory."""

ClosingMin = Annotated[int, BeforeValidator(_read_closing), PlainSerializer(clock)]
"""A closing time; ``"26:00"`` is two in the morning of the next date, for midnight work."""

Words = Annotated[str, AfterValidator(_not_blank)]
"""Text a person reads: never empty."""

PATTERNS: Final[dict[str, str]] = {
    (PREFIX := r"^[A-Z0-9]{1,3}$"): "one to three capital letters or digits",
    (DATE := r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"): 'a date such as "2027-01-01"',
    (LANGUAGE := r"^[a-z]{2,3}$"): 'a language code such as "vi"',
    (CLIP := r"^desk_([1-9][0-9]?|guide|result)$"): "desk_1 … desk_99, desk_guide or desk_result",
    r"^[A-Za-z0-9_.:-]+$": "letters, digits and _ . : - only",
}
"""Patterns in plain words, for whoever reads a report."""

DayDate = Annotated[str, Field(pattern=DATE), AfterValidator(_a_date)]
"""A date of the calendar, ISO: ``"2027-01-01"``."""

Language = Annotated[str, Field(pattern=LANGUAGE)]
"""A language somebody speaks, by its code (``assets/languages``): ``"vi"``, ``"en"``."""

Names = dict[Language, Words]
"""A name in other languages, by code: ``names = { en = "Results" }``."""

Prefix = Annotated[str, Field(pattern=PREFIX)]
"""What stands before the number on a ticket: capital letters or digits."""

Clip = Annotated[str, Field(pattern=CLIP)]
"""A clip that says where to go: ``desk_1`` … ``desk_99``, ``desk_guide``, ``desk_result``."""
