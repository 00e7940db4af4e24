"""What the voice says of its own accord, and how loud it speaks at which hour."""

from datetime import datetime, timedelta

import pytest

from display.announcer import Kind
from display.occasions import due
from display.volume import gain, percent_at
from server.protocol.office import OfficeInfo, SessionInfo, VoiceInfo, VolumeInfo
from server.protocol.views import DisplayView, HallNotice
from tests.qml import display_samples as d

SESSIONS = tuple(
    SessionInfo(weekday=weekday, opens_min=opens, closes_min=closes)
    for weekday in range(5)
    for opens, closes in ((450, 690), (810, 1020))
)
EVERYTHING = ("welcome", "late", "closing")


def office(*says: str) -> OfficeInfo:
    """07:30-11:30 and 13:30-17:00 on weekdays, alert at 30 minutes; says what is given."""
    return d.office().model_copy(update={"voice": VoiceInfo(says=says, sessions=SESSIONS)})


def at(hour: int, minute: int, second: int = 0, *, days: int = 0) -> datetime:
    """A moment of the Monday of the samples, or so many days later."""
    day = d.NOW + timedelta(days=days)
    return day.replace(hour=hour, minute=minute, second=second)


def view(low_min: int | None = 5, waiting: int = 3, is_open: bool = True) -> DisplayView:
    """One service whose wait is at least so long."""
    load = d.load("ho_tich", waiting, low_min, high=60).model_copy(update={"open": is_open})
    return d.display_view(services=(load,))


def said(now: datetime, shown: DisplayView | None = None, *says: str) -> list[str]:
    """The numbers of what is due."""
    return [each.n for each in due(office(*(says or EVERYTHING)), shown or view(), now)]


@pytest.mark.parametrize(
    ("now", "numbers"),
    [
        (at(7, 29, 59), []),
        (at(7, 30), ["2026-11-23/welcome/0730"]),
        (at(7, 32), ["2026-11-23/welcome/0730"]),
        (at(7, 32, 1), []),
        (at(11, 19, 59), []),
        (at(11, 20), ["2026-11-23/closing/1120"]),
        (at(11, 25), ["2026-11-23/closing/1120"]),
        (at(11, 26), []),
        (at(16, 50), []),
        (at(7, 30, days=5), []),
    ],
)
def test_welcome_and_closing_are_due_by_the_clock(now: datetime, numbers: list[str]) -> None:
    """At opening; ten minutes before a session ends that another follows today; never on Sunday."""
    assert said(now) == numbers


def test_an_apology_is_due_once_in_half_an_hour_while_somebody_waits_too_long() -> None:
    """Longer than the alert, and somebody really waits."""
    assert said(at(9, 29), view(31)) == ["2026-11-23/late/0900"]
    assert said(at(9, 30), view(31)) == ["2026-11-23/late/0930"]
    for patient in (view(30), view(31, waiting=0), view(None)):
        assert said(at(9, 30), patient) == []


def test_the_office_chooses_what_is_said() -> None:
    """The shipped ward lets only the end of the morning be announced."""
    assert said(at(7, 30), view(31), "closing") == []
    assert said(at(7, 30), view(31), "late") == ["2026-11-23/late/0730"]
    assert d.office().voice.says == ("closing",)


def test_on_a_day_without_service_nobody_is_welcomed() -> None:
    """A holiday: the clock says Monday, no number is given."""
    assert said(at(7, 30), view(is_open=False)) == []


def test_an_urgent_notice_is_told_whatever_the_office_wants() -> None:
    """Even when nothing is open; each notice has a number of its own, others are not told."""
    notices = tuple(
        HallNotice(id=name, text="Mất điện.", until_at=d.NOW, is_urgent=urgent)
        for name, urgent in (("a", True), ("b", False), ("c", True))
    )
    shown = view(is_open=False).model_copy(update={"notices": notices})
    told = due(office(), shown, at(12, 0))
    assert [each.n for each in told] == ["2026-11-23/safety/a", "2026-11-23/safety/c"]
    assert {(each.kind, each.unit) for each in told} == {(Kind.SAFETY, "ph_antoan")}


def test_each_occasion_is_a_whole_sentence_of_its_kind() -> None:
    """With the moment from which its age counts."""
    welcome, apology = due(office(*EVERYTHING), view(31), at(7, 31))
    assert (welcome.kind, welcome.unit, welcome.called_at) == (Kind.WELCOME, "ph_chao", at(7, 30))
    assert (apology.kind, apology.unit, apology.called_at) == (Kind.LATE, "ph_xinloi", at(7, 31))


TABLE = tuple(
    VolumeInfo(at_min=at_min, percent=percent)
    for at_min, percent in ((420, 80), (480, 100), (960, 60))
)


@pytest.mark.parametrize(
    ("now", "percent"),
    [(at(6, 59), 60), (at(7, 0), 80), (at(8, 0), 100), (at(15, 59), 100), (at(16, 0), 60),
     (at(23, 0), 60)],
)  # fmt: skip
def test_the_volume_follows_the_hour(now: datetime, percent: int) -> None:
    """The last entry of the day holds over night; the order of the table does not matter."""
    assert percent_at(TABLE, now) == percent
    assert percent_at(TABLE[::-1], now) == percent


def test_without_a_table_the_voice_is_at_its_full_level() -> None:
    """As before there was one."""
    assert percent_at((), d.NOW) == 100


def test_half_the_percent_is_heard_as_half_as_loud() -> None:
    """Ten decibels; nothing is ever louder than full, and 0 is silence."""
    assert gain(100) == gain(150) == 1
    assert gain(50) == pytest.approx(10 ** (-10 / 20), rel=1e-3)
    assert gain(0) == gain(-1) == 0
    assert [gain(percent) for percent in range(101)] == sorted(gain(p) for p in range(101))
