"""The queue of announcements, case by case (the laws are in tests/property/test_announcer.py)."""

from datetime import UTC, datetime, timedelta

import pytest

from display.voice.announcer import (
    CUT_OFF_S,
    HANDOVER_S,
    MAX_AGE_S,
    Announcement,
    Announcer,
    Kind,
)
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
        announcer.finished(now)
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
    announcer.finished(NINE)
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
    announcer = Announcer()
    announcer.heard(notice(1, age_s=91), NINE)
    announcer.heard(notice(2, age_s=90), NINE)
    assert spoken(announcer) == ["6 002"]
    assert [each.label for each in announcer.unspoken()] == ["6 001"]
    assert announcer.unspoken() == ()


def test_a_call_that_grew_old_in_the_queue_is_not_spoken() -> None:
    """The age counts when its turn comes, not when it was heard."""
    announcer = Announcer()
    announcer.heard(notice(1), NINE)
    assert spoken(announcer, NINE + timedelta(seconds=91)) == []
    assert [each.label for each in announcer.unspoken()] == ["6 001"]


def test_of_too_many_calls_the_oldest_reminder_is_only_shown() -> None:
    """The queue is bounded; what is least urgent falls out, the oldest first, and is told."""
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


def sentence(kind: Kind, age_s: float = 0.0) -> Announcement:
    """A whole sentence that became due ``age_s`` before nine."""
    due = NINE - timedelta(seconds=age_s)
    return Announcement(f"2026-11-23/{kind}/1", due, "", "", 0, kind=kind, unit=f"ph_{kind}")


def turns(announcer: Announcer, now: datetime = NINE) -> list[str]:
    """Go through everything that waits; the numbers in order, silent ones in brackets."""
    went = []
    while (announcement := announcer.next(now)) is not None:
        went.append(announcement.n if announcer.is_aloud else f"({announcement.n})")
        announcer.finished(now)
    return [each.replace("2026-11-23/", "") for each in went]


def test_the_more_urgent_comes_first() -> None:
    """Safety, calls, reminders, apology, closing, welcome: whatever the order of arrival."""
    announcer = Announcer()
    for kind in (Kind.WELCOME, Kind.CLOSING, Kind.LATE, Kind.SAFETY):
        announcer.add(sentence(kind), NINE)
    announcer.heard(notice(2, recall_count=1), NINE)
    announcer.heard(notice(1), NINE)
    assert turns(announcer) == ["safety/1", "1", "2", "late/1", "closing/1", "welcome/1"]


def test_each_kind_has_an_age_of_its_own() -> None:
    """What was urgent to say an hour ago may be wrong now."""
    for kind in Kind:
        announcer = Announcer()
        announcer.add(sentence(kind, MAX_AGE_S[kind] + 1), NINE)
        assert turns(announcer) == []
        assert [each.kind for each in announcer.unspoken()] == [kind]


def test_a_sentence_is_said_once() -> None:
    """Two displays, or one twice, may come to the same sentence."""
    announcer = Announcer()
    assert announcer.add(sentence(Kind.CLOSING), NINE)
    assert not announcer.add(sentence(Kind.CLOSING), NINE)
    assert turns(announcer) == ["closing/1"]


def test_a_display_that_does_not_speak_goes_through_its_queue_in_silence() -> None:
    """One after the other, each waiting for the speaker's word on the one before."""
    announcer = Announcer()
    announcer.speak(False, NINE)
    announcer.heard(notice(1), NINE)
    announcer.heard(notice(2), NINE)
    assert turns(announcer) == ["(1)"]
    assert announcer.retry_after_s(NINE) == HANDOVER_S
    announcer.settle("2026-11-23/1")
    assert announcer.retry_after_s(NINE) is None
    assert turns(announcer) == ["(2)"]
    later = NINE + timedelta(seconds=HANDOVER_S)
    assert announcer.retry_after_s(later) is None
    assert [each.n for each in announcer.unsettled] == ["2026-11-23/2"]


def test_who_takes_over_speaks_what_nobody_has_confirmed() -> None:
    """The old speaker died in its second announcement: that one and those after it are spoken."""
    announcer = Announcer()
    announcer.speak(False, NINE)
    for version in (1, 2, 3):
        announcer.heard(notice(version), NINE)
    assert turns(announcer) == ["(1)"]
    announcer.settle("2026-11-23/1")
    assert turns(announcer) == ["(2)"]
    announcer.speak(True, NINE)
    assert turns(announcer) == []
    later = NINE + timedelta(seconds=HANDOVER_S)
    assert turns(announcer, later) == ["2", "3"]


def test_what_no_word_came_of_is_said_however_long_ago_it_went_by() -> None:
    """One speaker after the other died in the middle of it: rather twice than not at all."""
    announcer = Announcer()
    announcer.speak(False, NINE)
    announcer.heard(notice(1), NINE)
    assert turns(announcer) == ["(1)"]
    later = NINE + timedelta(seconds=60)
    announcer.speak(True, later)
    assert turns(announcer, later + timedelta(seconds=HANDOVER_S)) == ["1"]


@pytest.mark.parametrize("company", ["told of others", "heard another", "was not the speaker"])
def test_cut_off_from_the_server_it_falls_silent_where_others_may_speak(company: str) -> None:
    """It begins nothing more, and goes on in silence when the time for a short break is over."""
    announcer = Announcer()
    announcer.speak(company != "was not the speaker", NINE, others=company == "told of others")
    if company == "heard another":
        announcer.settle("2026-11-23/9")
    announcer.cut_off(NINE)
    announcer.heard(notice(1), NINE)
    if announcer.speaks:
        assert turns(announcer) == []
        assert announcer.retry_after_s(NINE) == CUT_OFF_S
    later = NINE + timedelta(seconds=CUT_OFF_S)
    assert turns(announcer, later) == ["(1)"]
    assert not announcer.speaks


def test_cut_off_from_the_server_a_display_that_is_alone_goes_on() -> None:
    """What it knows of somebody was called for."""
    announcer = Announcer()
    announcer.speak(True, NINE, others=False)
    announcer.cut_off(NINE)
    announcer.heard(notice(1), NINE)
    assert turns(announcer) == ["1"]


def test_what_the_speaker_began_it_says_to_its_end() -> None:
    """Told to be silent in the middle, it finishes and reports; the next turn is silent."""
    announcer = Announcer()
    announcer.heard(notice(1), NINE)
    announcer.heard(notice(2), NINE)
    announcer.next(NINE)
    announcer.speak(False, NINE)
    assert announcer.is_aloud
    reported = announcer.finished(NINE)
    assert reported is not None
    assert reported.label == "6 001"
    assert turns(announcer) == ["(2)"]


def test_what_another_has_spoken_is_not_spoken_here() -> None:
    """Whether it waits, has its turn, went by, or comes only later."""
    announcer = Announcer()
    announcer.settle("2026-11-23/9")
    assert not announcer.heard(notice(9), NINE)
    announcer.speak(False, NINE)
    announcer.heard(notice(1), NINE)
    announcer.heard(notice(2), NINE)
    announcer.next(NINE)
    announcer.settle("2026-11-23/1")
    announcer.settle("2026-11-23/2")
    announcer.finished(NINE)
    announcer.speak(True, NINE)
    assert turns(announcer, NINE + timedelta(seconds=60)) == []
    assert announcer.unsettled == ()


def test_a_long_silence_is_not_made_up_for() -> None:
    """What nobody confirmed and grew old is told by the new speaker, and forgotten by others."""
    for takes_over in (True, False):
        announcer = Announcer()
        announcer.speak(False, NINE)
        announcer.heard(notice(1), NINE)
        assert turns(announcer) == ["(1)"]
        announcer.speak(takes_over, NINE)
        assert turns(announcer, NINE + timedelta(seconds=91)) == []
        assert [each.label for each in announcer.unspoken()] == (["6 001"] if takes_over else [])
