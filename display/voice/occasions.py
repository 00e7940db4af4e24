"""What the voice says beside calls: urgent notices, welcome, apology, the end of a session. Pure.
Each occasion has an id that is the same on every display, so that a hall hears it once.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from assets.voicebank import units
from display.voice.announcer import MAX_AGE_S, Announcement, Kind
from server.protocol.office import OfficeInfo, SessionInfo
from server.protocol.views import DisplayView, HallNotice

CLOSING_AHEAD_MIN: Final = 10
LATE_EVERY: Final = timedelta(minutes=30)

# A number must fit into a message (``messages.Spoken``), however long a notice's own id is.
_ID_KEPT: Final = 40
_UNITS: Final = {
    Kind.WELCOME: units.WELCOME,
    Kind.CLOSING: units.CLOSING,
    Kind.LATE: units.LATE,
}


def due(office: OfficeInfo, view: DisplayView, now: datetime) -> tuple[Announcement, ...]:
    """What is to be said at ``now`` (office time).

    An urgent notice in any case; the rest if the office wants it, and some service is open today.
    """
    urgent = tuple(_urgent(each, view.day, now) for each in view.notices if each.is_urgent)
    if not any(load.open for load in view.services):
        return urgent
    found = (
        (Kind.WELCOME, _begun(_openings(office, now), now, Kind.WELCOME)),
        (Kind.CLOSING, _begun(_closings(office, now), now, Kind.CLOSING)),
        (Kind.LATE, _begun(_apologies(view, now), now, Kind.LATE)),
    )
    return urgent + tuple(
        _sentence(kind, view.day, at)
        for kind, at in found
        if at is not None and kind in office.voice.says
    )


def _urgent(notice: HallNotice, day: str, now: datetime) -> Announcement:
    """The spoken hint that an urgent notice is on the screen."""
    n = f"{day}/{Kind.SAFETY}/{notice.id[-_ID_KEPT:]}"
    return Announcement(n, now, "", "", 0, kind=Kind.SAFETY, unit=units.SAFETY)


def _sentence(kind: Kind, day: str, at: datetime) -> Announcement:
    n = f"{day}/{kind}/{at:%H%M}"
    return Announcement(n, at, "", "", 0, kind=kind, unit=_UNITS[kind])


def _openings(office: OfficeInfo, now: datetime) -> Iterator[datetime]:
    """The beginning of the first session of the day."""
    for session in _today(office, now)[:1]:
        yield _at(now, session.opens_min)


def _closings(office: OfficeInfo, now: datetime) -> Iterator[datetime]:
    """A while before the end of each session that another one follows on the same day."""
    for session, _ in pairwise(_today(office, now)):
        yield _at(now, session.closes_min - CLOSING_AHEAD_MIN)


def _today(office: OfficeInfo, now: datetime) -> list[SessionInfo]:
    sessions = (each for each in office.voice.sessions if each.weekday == now.weekday())
    return sorted(sessions, key=lambda each: each.opens_min)


def _at(now: datetime, minute: int) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(minutes=minute)


def _begun(moments: Iterator[datetime], now: datetime, kind: Kind) -> datetime | None:
    """The moment that has come and is not too long ago to be announced."""
    longest = timedelta(seconds=MAX_AGE_S[kind])
    return next((at for at in moments if timedelta() <= now - at <= longest), None)


def _apologies(view: DisplayView, now: datetime) -> Iterator[datetime]:
    """Every half hour since people wait longer than promised: the server's moment, not ours."""
    since_at = min((each.since_at for each in view.apologies), default=None)
    if since_at is not None:
        yield since_at.astimezone(now.tzinfo) + (now - since_at) // LATE_EVERY * LATE_EVERY
