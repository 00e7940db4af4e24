"""What the voice says of its own accord, and how loud it speaks at which hour.

Tests of display/voice/occasions.py, display/voice/volume.py.
"""

from datetime import UTC, datetime, timedelta

import pytest

from display.voice.announcer import Kind
from display.voice.occasions import due
from display.voice.volume import gain, percent_at
from server.protocol.messages import Spoken
from server.protocol.office import OfficeInfo, SessionInfo, VoiceInfo, VolumeInfo
from server.protocol.views import Apology, DisplayView, HallNotice
from tests.support import display_samples as d

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


def view(*late_since: datetime, is_open: bool = True) -> DisplayView:
    """One service with a long line; since these moments it is later than promised."""
    load = d.load("ho_tich", 30, 90, high=120).model_copy(update={"open": is_open})
    late = (Apology(service="ho_tich", cause="", since_at=each) for each in late_since)
    return d.display_view(services=(load,), apologies=tuple(late))


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


@pytest.mark.parametrize(
    ("now", "numbers"),
    [
        (at(9, 7, 40), ["2026-11-23/late/0907"]),
        (at(9, 9, 40), ["2026-11-23/late/0907"]),
        (at(9, 9, 41), []),
        (at(9, 37, 39), []),
        (at(9, 37, 40), ["2026-11-23/late/0937"]),
        (at(10, 8), ["2026-11-23/late/1007"]),
    ],
)
def test_an_apology_is_due_with_the_alert_and_every_half_hour_it_lasts(
    now: datetime, numbers: list[str]
) -> None:
    """Counted from the server's moment, which is the same on every display, in whatever zone."""
    since = at(9, 7, 40)
    assert said(now, view(since)) == numbers
    assert said(now, view(since.astimezone(UTC))) == numbers


def test_a_long_line_without_an_alert_is_no_apology() -> None:
    """The rule that raises the alert says who waits too long; a forecast does not."""
    assert said(at(9, 30), view()) == []


def test_several_late_services_are_one_apology() -> None:
    """The oldest alert sets the pace; when it is over the next one's own half hour counts."""
    older, newer = at(9, 0), at(9, 20)
    assert said(at(9, 20), view(newer, older)) == []
    assert said(at(9, 30), view(newer, older)) == ["2026-11-23/late/0930"]
    assert said(at(9, 31), view(newer)) == []
    assert said(at(9, 50), view(newer)) == ["2026-11-23/late/0950"]


def test_the_office_chooses_what_is_said() -> None:
    """The shipped ward lets only the end of the morning be announced."""
    assert said(at(7, 30), view(at(7, 30)), "closing") == []
    assert said(at(7, 30), view(at(7, 30)), "late") == ["2026-11-23/late/0730"]
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


def test_the_number_of_a_notice_fits_into_a_message_and_stays_its_own() -> None:
    """However long the id is that the supervisor's app made up."""
    notices = tuple(
        HallNotice(id=f"{'n' * 60}{index:04}", text="Cháy.", until_at=d.NOW, is_urgent=True)
        for index in range(2)
    )
    told = due(office(), view().model_copy(update={"notices": notices}), d.NOW)
    assert len({Spoken(n=each.n).n for each in told}) == 2


def test_each_occasion_is_a_whole_sentence_of_its_kind() -> None:
    """With the moment from which its age counts."""
    welcome, apology = due(office(*EVERYTHING), view(at(7, 31)), at(7, 31, 30))
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
