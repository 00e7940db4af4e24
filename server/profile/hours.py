"""Opening hours as the core and clients take them, and in words."""

from collections import defaultdict

from server.core.rules import OpeningPeriod
from server.profile.atoms import WEEKDAYS, clock
from server.profile.model import OfficeProfile, SessionHours

_NAMES = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekly_sessions(sessions: tuple[SessionHours, ...]) -> tuple[OpeningPeriod, ...]:
    """By weekday (Monday 0) and hour; minutes from midnight."""
    return tuple(
        sorted(
            (
                OpeningPeriod(WEEKDAYS.index(day), s.opens, s.closes)
                for s in sessions
                for day in s.days
            ),
            key=lambda session: (session.weekday, session.opens_min),
        )
    )


def hours_in_words(profile: OfficeProfile) -> tuple[str, ...]:
    """The office's hours, a line for each group of days, then services with hours of their own.

    ``"Thứ Hai đến thứ Sáu: 07:30–11:30 và 13:30–17:00"``.
    """
    lines = _lines(profile.hours.sessions)
    named = [(field.name, field.sessions) for field in profile.fields]
    named += [(service.name, service.sessions) for service in profile.services]
    own = [
        f"{line} (chỉ {name})"
        for name, sessions in named
        for line in _lines(sessions)
        if line not in lines
    ]
    return (*lines, *own)


def _lines(sessions: tuple[SessionHours, ...]) -> list[str]:
    of_day: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for session in sessions:
        for day in session.days:
            of_day[WEEKDAYS.index(day)].append((session.opens, session.closes))
    days_with: dict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
    for index in sorted(of_day):
        days_with[tuple(sorted(of_day[index]))].append(index)
    return [f"{_days(days)}: {_spans(spans)}" for spans, days in days_with.items()]


def _days(days: list[int]) -> str:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    words = ", ".join(_run(run) for run in runs)
    return words[0].upper() + words[1:]


def _run(run: list[int]) -> str:
    if len(run) > 2:
        return f"{_NAMES[run[0]]} đến {_NAMES[run[-1]]}"
    return ", ".join(_NAMES[day] for day in run)


def _spans(spans: tuple[tuple[int, int], ...]) -> str:
    return " và ".join(f"{clock(opens)}–{clock(closes % 1440 or 1440)}" for opens, closes in spans)
