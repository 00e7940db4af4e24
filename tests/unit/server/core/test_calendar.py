"""The office's day and hours, in the office's own zone."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from server.core.calendar import business_day, kiosk_is_open, resumes_at
from tests.support.builders import some_rules

ZONE = "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 22, 16, 59, 59, tzinfo=UTC), "2026-11-22"),
        (datetime(2026, 11, 22, 17, 0, tzinfo=UTC), "2026-11-23"),
        (datetime(2026, 11, 23, 0, 30, tzinfo=UTC), "2026-11-23"),
    ],
)
def test_the_day_turns_at_the_offices_midnight_and_not_at_utcs(moment: datetime, day: str) -> None:
    """In Việt Nam midnight is 17:00 UTC."""
    assert business_day(moment, ZONE) == day


@pytest.mark.parametrize(
    ("hour", "minute", "is_open"),
    [
        (6, 59, False),
        (7, 0, True),  # half an hour before the first session
        (12, 0, True),  # at lunch the hall stays open for the afternoon's numbers
        (16, 59, True),
        (17, 0, False),
    ],
)
def test_numbers_are_given_from_the_lead_before_opening_to_closing(
    hour: int, minute: int, is_open: bool
) -> None:
    """Office time; 07:30 is 00:30 UTC."""
    minutes = (hour - 7) * 60 + minute
    moment = datetime(2026, 11, 23, tzinfo=UTC).timestamp() + minutes * 60
    assert kiosk_is_open(some_rules(), datetime.fromtimestamp(moment, UTC)) is is_open


def test_on_a_sunday_no_numbers_are_given() -> None:
    """A day without sessions is closed all day."""
    assert not kiosk_is_open(some_rules(), datetime(2026, 11, 22, 3, 0, tzinfo=UTC))


@pytest.mark.parametrize(
    ("hour", "minute", "resumes"),
    [
        (6, 59, (7, 30)),
        (7, 30, None),
        (11, 29, None),
        (11, 30, (13, 30)),
        (13, 29, (13, 30)),
        (13, 30, None),
        (17, 0, None),
    ],
)
def test_between_sessions_the_next_beginning_is_known(
    hour: int, minute: int, resumes: tuple[int, int] | None
) -> None:
    """Before the morning and at lunch; not while the office works, nor after the last session."""
    at = datetime(2026, 11, 23, hour, minute, tzinfo=ZoneInfo(ZONE))
    found = resumes_at(some_rules(), at)
    local = found.astimezone(ZoneInfo(ZONE)) if found else None
    assert (local and (local.hour, local.minute)) == resumes
