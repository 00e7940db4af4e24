"""Clock times, the time zone and the lengths that limit each other."""

from collections.abc import Iterator
from zoneinfo import available_timezones

from server.profile.atoms import LATEST_CLOSING_MIN, minutes
from server.profile.draft import Draft
from server.profile.problem import Problem

_WITHOUT_CREDIT = ("fcfs", "strict", "ratio", "accumulating")

Span = tuple[str, int, int]


def hour_problems(draft: Draft) -> Iterator[Problem]:
    """Mistakes in zone, opening hours, waiting targets and priorities' credit."""
    office = draft.table("office")
    zone = office.text("zone")
    if zone is not None and zone not in available_timezones():
        yield office.error("zone", f'there is no time zone "{zone}"')
    yield from _sessions(draft.table("hours"))
    for owner in (*draft.tables("fields"), *draft.tables("services")):
        yield from _sessions(owner)
    yield from _targets(draft.table("waiting"))
    yield from _credits(draft)


def span(entry: Draft) -> tuple[int, int] | None:
    """The minutes between which ``entry`` is open, if both are times."""
    opens, closes = entry.text("opens"), entry.text("closes")
    if opens is None or closes is None:
        return None
    try:
        return minutes(opens), minutes(closes, LATEST_CLOSING_MIN)
    except ValueError:
        return None


def _sessions(owner: Draft) -> Iterator[Problem]:
    seen: list[Span] = []
    for entry in owner.tables("sessions"):
        between = span(entry)
        if between is None:
            continue
        opens, closes = between
        if closes <= opens:
            yield entry.error(
                "closes", f"{entry.text('closes')} is not after {entry.text('opens')}"
            )
            continue
        days = [day for _, day in entry.texts("days")]
        if len(set(days)) < len(days):
            yield entry.error("days", "a weekday stands twice")
        for day in dict.fromkeys(days):
            if any(d == day and o < closes and opens < c for d, o, c in seen):
                yield entry.error("opens", f"overlaps another session on {day}")
            seen.append((day, opens, closes))


def _targets(waiting: Draft) -> Iterator[Problem]:
    promise, alert = waiting.number("promise_min"), waiting.number("alert_min")
    if promise is not None and alert is not None and alert < promise:
        yield waiting.error("alert_min", f"{alert:g} is below the promise of {promise:g} minutes")


def _credits(draft: Draft) -> Iterator[Problem]:
    cap = draft.table("waiting").number("cap_min")
    for priority in draft.tables("priorities"):
        credit = priority.number("credit_min")
        if credit is not None and cap is not None and credit > cap:
            yield priority.error("credit_min", f"{credit:g} is above the cap of {cap:g} minutes")
        by_credit = draft.table("discipline").text("kind") not in _WITHOUT_CREDIT
        if by_credit and credit == 0 and priority.data.get("enabled", True) is True:
            yield priority.warning("credit_min", "a priority in force without credit does nothing")
