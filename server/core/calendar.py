"""The office's day in its own time zone, never in UTC nor in the server's.

A peer's day turned over at 07:00 because it asked UTC (reference/peers.md). Opening hours are
wall-clock times; they become moments only here, so a change of the clock moves no session.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from server.core.rules import DayException, OpeningPeriod, Rules, SpecialDay


@dataclass(frozen=True, slots=True)
class Stretch:
    """A session of one date, as moments in UTC."""

    opens_at: datetime
    closes_at: datetime


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def business_day(at: datetime, zone: str, turns_min: int = 0) -> str:
    """The office's date at this moment, ISO: the name of the day's stream.

    ``turns_min``: minutes after midnight until which it is still the day before.
    """
    local = at.astimezone(_zone(zone)) - timedelta(minutes=turns_min)
    return local.date().isoformat()


def today(rules: Rules, at: datetime) -> str:
    """The business day under these rules."""
    return business_day(at, rules.zone, rules.day_turns_min)


def minute_of_day(at: datetime, zone: str) -> int:
    """Wall-clock minutes since local midnight."""
    local = at.astimezone(_zone(zone))
    return local.hour * 60 + local.minute


def sessions_on(rules: Rules, day: str, service: str = "") -> tuple[OpeningPeriod, ...]:
    """The opening hours of a date: its exception's, else the service's own, else the office's."""
    exception = exception_on(rules, day)
    if exception is not None:
        return exception.sessions
    weekday = date.fromisoformat(day).weekday()
    own = rules.service_by_id[service].sessions if service else ()
    return tuple(each for each in own or rules.sessions if each.weekday == weekday)


def exception_on(rules: Rules, day: str) -> DayException | None:
    """The date's own rule, if it has one: a holiday, overtime."""
    return next((each for each in rules.exceptions if each.date == day), None)


def stretches(rules: Rules, day: str, service: str = "") -> tuple[Stretch, ...]:
    """The same as moments, in order. A session that ends after midnight runs into the next date."""
    return tuple(
        Stretch(
            _moment(day, session.opens_min, rules.zone),
            _moment(day, session.closes_min, rules.zone),
        )
        for session in sorted(sessions_on(rules, day, service), key=lambda each: each.opens_min)
    )


def kiosk_is_open(rules: Rules, at: datetime, service: str = "") -> bool:
    """Whether numbers are given: from the lead before the first session to the last closing."""
    hours = giving_hours(rules, today(rules, at), service)
    return hours is not None and hours.opens_at <= at < hours.closes_at


def resumes_at(rules: Rules, at: datetime) -> datetime | None:
    """When the office's next session of the day begins; ``None`` within one, or after the last."""
    ahead = [each for each in stretches(rules, today(rules, at)) if each.closes_at > at]
    return ahead[0].opens_at if ahead and ahead[0].opens_at > at else None


def giving_hours(rules: Rules, day: str, service: str) -> Stretch | None:
    """From when until when a kiosk issues tickets of a service on a date; ``None`` when not
    at all.
    """
    hours = stretches(rules, day, service)
    if not hours:
        return None
    lead = timedelta(minutes=rules.kiosk_lead_min)
    return Stretch(hours[0].opens_at - lead, hours[-1].closes_at)


def day_ends_at(rules: Rules, day: str) -> datetime:
    """The moment at which the business day after ``day`` begins."""
    tomorrow = date.fromisoformat(day) + timedelta(days=1)
    return _moment(tomorrow.isoformat(), rules.day_turns_min, rules.zone)


def special_day(rules: Rules, at: datetime) -> SpecialDay | None:
    """The named weekday ("Ngày thứ 6 nhanh") this moment falls on."""
    weekday = date.fromisoformat(today(rules, at)).weekday()
    return next((each for each in rules.special_days if each.weekday == weekday), None)


def is_after_cutoff(rules: Rules, service: str, at: datetime) -> bool:
    """Whether a result comes only the next working day (the 15:00 rule, domain.md B1.8)."""
    cutoff = rules.service_by_id[service].cutoff_min
    return cutoff is not None and at >= _moment(today(rules, at), cutoff, rules.zone)


def moment_in(hours: Iterable[Stretch], at: datetime, work_s: float) -> datetime | None:
    """The moment at which ``work_s`` seconds of these hours will have passed; ``None`` when not
    today any more.

    Work stops while the office is closed and goes on after.
    """
    left = timedelta(seconds=work_s)
    for stretch in hours:
        begins = max(at, stretch.opens_at)
        if begins + left < stretch.closes_at:
            return begins + left
        left -= max(stretch.closes_at - begins, timedelta())
    return None


def open_s(hours: Iterable[Stretch], since_at: datetime, until_at: datetime) -> float:
    """Seconds of these hours between two moments: what ``moment_in`` counts."""
    return sum(
        max(0.0, (min(until_at, each.closes_at) - max(since_at, each.opens_at)).total_seconds())
        for each in hours
    )


def outlasts_session(hours: Iterable[Stretch], at: datetime, work_s: float) -> bool:
    """Whether so much work does not fit into the session that runs or comes next."""
    ahead = next((each for each in hours if each.closes_at > at), None)
    return ahead is None or work_s >= (ahead.closes_at - max(at, ahead.opens_at)).total_seconds()


def later_session(rules: Rules, service: str, at: datetime, then: datetime) -> Stretch | None:
    """The session ``then`` falls in, if it is not the one that runs or comes next at ``at``."""
    ahead = [each for each in stretches(rules, today(rules, at), service) if each.closes_at > at]
    begun = [each for each in ahead[1:] if each.opens_at <= then]
    return begun[-1] if begun else None


# Cached: every issued ticket asks for the same few moments, which was a third of its cost.
@lru_cache(maxsize=256)
def _moment(day: str, minutes: int, zone: str) -> datetime:
    """A wall-clock time as a moment; in the hour a clock change skips, the one after it."""
    midnight = datetime.fromisoformat(day)
    local = (midnight + timedelta(minutes=minutes)).replace(tzinfo=_zone(zone))
    return local.astimezone(UTC)
