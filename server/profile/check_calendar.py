"""Dates with hours of their own, named weekdays, cut-offs and work over midnight."""

from collections.abc import Iterator

from server.profile.atoms import LATEST_CLOSING_MIN, MINUTES_OF_DAY, clock, minutes
from server.profile.check_hours import span
from server.profile.draft import Draft
from server.profile.problem import Problem


def calendar_problems(draft: Draft) -> Iterator[Problem]:
    """Mistakes in exceptions, special days, cut-offs and the turn of the day."""
    yield from _exceptions(draft)
    yield from _special_days(draft)
    yield from _cutoffs(draft)
    yield from _day_turns(draft)


def _exceptions(draft: Draft) -> Iterator[Problem]:
    first: dict[str, Draft] = {}
    for entry in draft.tables("exceptions"):
        day = entry.text("date")
        if day is None:
            continue
        if first.setdefault(day, entry) is not entry:
            yield entry.error("date", f"{day} is {first[day].text('name')} already")
        yield from _spans(entry)


def _spans(entry: Draft) -> Iterator[Problem]:
    seen: list[tuple[int, int]] = []
    for session in entry.tables("sessions"):
        between = span(session)
        if between is None:
            continue
        opens, closes = between
        if closes <= opens:
            yield session.error(
                "closes", f"{session.text('closes')} is not after {session.text('opens')}"
            )
        elif any(o < closes and opens < c for o, c in seen):
            yield session.error("opens", "overlaps another session of that date")
        seen.append(between)


def _special_days(draft: Draft) -> Iterator[Problem]:
    services, reasons = draft.ids("services"), draft.ids("pause_reasons", by="code")
    seen: set[str] = set()
    for entry in draft.tables("special_days"):
        weekday = entry.text("weekday")
        if weekday is not None and weekday in seen:
            yield entry.error("weekday", f"{weekday} has a name already")
        seen |= {weekday} if weekday else set()
        for key, service in entry.texts("services"):
            if service not in services:
                yield entry.error(key, f'there is no service "{service}"')
        for key, reason in entry.texts("locked_pause_reasons"):
            if reason not in reasons:
                yield entry.error(key, f'there is no pause reason "{reason}"')


def _cutoffs(draft: Draft) -> Iterator[Problem]:
    of_field = {field.text("id"): field for field in draft.tables("fields")}
    for service in draft.tables("services"):
        cutoff = _time(service.text("cutoff"))
        if cutoff is None:
            continue
        own = service.tables("sessions")
        field = of_field.get(service.text("field"))
        hours = own or (field.tables("sessions") if field else [])
        spans = [span(s) for s in hours or draft.table("hours").tables("sessions")]
        if not any(s and s[0] <= cutoff < s[1] for s in spans):
            yield service.warning("cutoff", f"{service.text('cutoff')} is outside its hours")


def _day_turns(draft: Draft) -> Iterator[Problem]:
    hours = draft.table("hours")
    turns = _time(hours.text("day_turns")) or 0
    if turns > LATEST_CLOSING_MIN - MINUTES_OF_DAY:
        yield hours.error("day_turns", f"{clock(turns)} is no hour of the night")
        return
    for session in _all_sessions(draft):
        between = span(session)
        if between is None:
            continue
        opens, closes = between
        if opens < turns:
            yield session.error("opens", f"is before the day turns at {clock(turns)}")
        if closes > MINUTES_OF_DAY + turns:
            yield session.error("closes", f"is after the day has turned at {clock(turns)}")


def _all_sessions(draft: Draft) -> Iterator[Draft]:
    owners = [draft.table("hours")]
    for name in ("fields", "services", "exceptions"):
        owners += draft.tables(name)
    for owner in owners:
        yield from owner.tables("sessions")


def _time(text: str | None) -> int | None:
    try:
        return None if text is None else minutes(text)
    except ValueError:
        return None
