"""The queue of announcements, case by case (the laws are in tests/property/test_announcer.py)."""

from datetime import UTC, datetime, timedelta

from display.announcer import Announcer
from server.protocol.messages import CallNotice

NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


def notice(
    version: int, *, recall_count: int = 0, day: str = "2026-11-23", age_s: float = 0.0
) -> CallNotice:
    """A call of ticket number ``version`` made ``age_s`` before nine."""
    return CallNotice(
        n=f"{day}/{version}",
        at=NINE - timedelta(seconds=age_s),
        ticket=f"t{version}",
        label=f"6 {version:03}",
        service="ho-tich",
        counter="q9",
        priority="",
        recall_count=recall_count,
    )


def spoken(announcer: Announcer, now: datetime = NINE) -> list[str]:
    """Speak everything that waits; the labels in order."""
    labels = []
    while (announcement := announcer.next(now)) is not None:
        labels.append(announcement.label)
        announcer.finished()
    return labels


def test_only_one_announcement_is_spoken_at_a_time() -> None:
    """The next one begins when the one before has ended."""
    announcer = Announcer()
    announcer.heard(notice(1), NINE)
    announcer.heard(notice(2), NINE)
    first = announcer.next(NINE)
    assert first is not None
    assert first.label == "6 001"
    assert announcer.next(NINE) is None
    announcer.finished()
    second = announcer.next(NINE)
    assert second is not None
    assert second.label == "6 002"


def test_reminders_wait_until_first_calls_are_spoken() -> None:
    """Somebody called for the first time has heard nothing yet."""
    announcer = Announcer()
    announcer.heard(notice(1, recall_count=1), NINE)
    announcer.heard(notice(2), NINE)
    announcer.heard(notice(3), NINE)
    assert spoken(announcer) == ["6 002", "6 003", "6 001"]


def test_a_replayed_notice_is_not_spoken_again() -> None:
    """After a reconnect the server may send what was heard already."""
    announcer = Announcer()
    assert announcer.heard(notice(1), NINE)
    assert spoken(announcer) == ["6 001"]
    assert not announcer.heard(notice(1), NINE)
    assert spoken(announcer) == []


def test_notices_that_arrive_out_of_order_are_spoken_in_call_order() -> None:
    """Version 10 comes after version 9, as numbers do."""
    announcer = Announcer()
    for version in (10, 9, 100, 11):
        announcer.heard(notice(version), NINE)
    assert spoken(announcer) == ["6 009", "6 010", "6 011", "6 100"]


def test_a_call_older_than_the_limit_is_shown_but_not_spoken() -> None:
    """A display that was away for an hour does not read out the whole hour."""
    announcer = Announcer(max_age_s=90)
    announcer.heard(notice(1, age_s=91), NINE)
    announcer.heard(notice(2, age_s=90), NINE)
    assert spoken(announcer) == ["6 002"]
    assert [each.label for each in announcer.unspoken()] == ["6 001"]
    assert announcer.unspoken() == ()


def test_a_call_that_grew_old_in_the_queue_is_not_spoken() -> None:
    """The age counts when its turn comes, not when it was heard."""
    announcer = Announcer(max_age_s=90)
    announcer.heard(notice(1), NINE)
    assert spoken(announcer, NINE + timedelta(seconds=91)) == []
    assert [each.label for each in announcer.unspoken()] == ["6 001"]


def test_of_too_many_calls_the_oldest_are_only_shown() -> None:
    """The queue is bounded; what falls out is told."""
    announcer = Announcer(max_waiting=2)
    for version in (1, 2, 3):
        announcer.heard(notice(version, recall_count=version % 2), NINE)
    assert [each.label for each in announcer.unspoken()] == ["6 001"]
    assert spoken(announcer) == ["6 002", "6 003"]


def test_a_call_from_the_future_is_spoken() -> None:
    """A display whose clock is late still speaks."""
    announcer = Announcer()
    announcer.heard(notice(1, age_s=-3600), NINE)
    assert spoken(announcer) == ["6 001"]


def test_numbers_of_a_new_day_are_new_and_old_days_are_forgotten() -> None:
    """Memory holds two days; a day before those counts as known."""
    announcer = Announcer()
    for day in ("2026-11-23", "2026-11-24", "2026-11-25"):
        assert announcer.heard(notice(1, day=day), NINE)
    assert not announcer.heard(notice(1, day="2026-11-24"), NINE)
    assert not announcer.heard(notice(7, day="2026-11-23"), NINE)
