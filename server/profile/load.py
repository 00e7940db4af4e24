"""From an office file to what the core decides by."""

from datetime import date
from pathlib import Path

from assets.languages.language import SOURCE
from server.core.rules import (
    CounterRule,
    DayException,
    Discipline,
    DisciplineKind,
    Limits,
    OpeningPeriod,
    PriorityRule,
    Rules,
    ServiceRule,
    SkillRule,
    SpecialDay,
)
from server.profile.atoms import WEEKDAYS
from server.profile.catalogue import Catalogue
from server.profile.check import read_office, read_office_text
from server.profile.hours import weekly_sessions
from server.profile.model import (
    Choice,
    DateException,
    OfficeProfile,
)
from server.profile.problem import Problem, ProfileError, errors

__all__ = ["ProfileError", "load_office", "load_office_text", "rules"]


def load_office(path: Path, catalogue: Catalogue | None = None) -> OfficeProfile:
    """The office described in ``path``, whatever its warnings.

    Raises ``ProfileError`` with all problems if there is any error.
    """
    return _usable(*read_office(path, catalogue))


def load_office_text(text: str, file: str) -> OfficeProfile:
    """The same of a file's text; ``file`` is its name in problems. Raises ``ProfileError``."""
    return _usable(*read_office_text(text, file))


def _usable(profile: OfficeProfile | None, problems: list[Problem]) -> OfficeProfile:
    if profile is None or errors(problems):
        raise ProfileError(problems)
    return profile


def rules(profile: OfficeProfile) -> Rules:
    """What the core needs of ``profile``: no words, lengths in seconds."""
    return Rules(
        office=profile.office.id,
        zone=profile.office.zone,
        services=_service_rules(profile),
        counters=tuple(CounterRule(c.id, c.services, c.zone) for c in profile.counters),
        priorities=tuple(
            PriorityRule(p.code, p.credit_min * 60, p.rank, p.rate_percent)
            for p in profile.priorities
            if p.enabled
        ),
        clerks=tuple(clerk.id for clerk in profile.clerks),
        cap_s=profile.waiting.cap_min * 60,
        recall_limit=profile.waiting.recall_limit,
        sessions=weekly_sessions(profile.hours.sessions),
        kiosk_lead_min=profile.hours.kiosk_lead_min,
        pause_reasons=_codes(profile.pause_reasons),
        transfer_reasons=_codes(profile.transfer_reasons),
        hold_reasons=_codes(profile.hold_reasons),
        outcomes=_codes(profile.outcomes),
        call_reasons=_codes(profile.call_reasons),
        supervisors=profile.clerks_of("supervisor"),
        skills=tuple(
            SkillRule(clerk.id, clerk.skills, clerk.languages)
            for clerk in profile.clerks
            if clerk.skills or clerk.languages != (SOURCE,)
        ),
        discipline=_discipline(profile),
        limits=_limits(profile),
        exceptions=tuple(_exception(each) for each in profile.exceptions),
        special_days=tuple(
            SpecialDay(WEEKDAYS.index(d.weekday), d.name, d.services, d.locked_pause_reasons)
            for d in profile.special_days
        ),
        refuses_beyond_closing=profile.hours.beyond_closing == "refuse",
        day_turns_min=profile.hours.day_turns,
        tags=_codes(profile.tags),
        promise_s=profile.waiting.promise_min * 60,
        alert_s=profile.waiting.alert_min * 60,
        causes=_codes(profile.causes),
    )


def _service_rules(profile: OfficeProfile) -> tuple[ServiceRule, ...]:
    of_field = {field.id: field.sessions for field in profile.fields}
    return tuple(
        ServiceRule(
            s.id,
            s.prefix,
            s.first_number,
            s.last_number,
            s.width,
            round(s.usual_min * 60),
            daily_capacity=s.daily_capacity,
            cutoff_min=s.cutoff,
            sessions=weekly_sessions(s.sessions or of_field[s.field]),
        )
        for s in profile.services
    )


def _exception(given: DateException) -> DayException:
    weekday = date.fromisoformat(given.date).weekday()
    hours = sorted((each.opens, each.closes) for each in given.sessions)
    return DayException(
        given.date, given.name, tuple(OpeningPeriod(weekday, *each) for each in hours)
    )


def _discipline(profile: OfficeProfile) -> Discipline:
    given = profile.discipline
    return Discipline(
        kind=DisciplineKind(given.kind),
        preferred_first=given.preferred_first,
        priority_turns=given.priority_turns,
        ordinary_turns=given.ordinary_turns,
    )


def _limits(profile: OfficeProfile) -> Limits:
    given = profile.limits
    return Limits(
        no_show_grace_s=given.no_show_grace_min * 60,
        no_show_after=given.no_show_after,
        undo_s=given.undo_s,
        transfers=given.transfers,
        appointment_early_s=given.appointment_early_min * 60,
        appointment_late_s=given.appointment_late_min * 60,
        offline_numbers=given.offline_numbers,
        offline_skew_s=given.offline_skew_min * 60,
        idle_alarm_s=given.idle_alarm_s,
    )


def _codes(choices: tuple[Choice, ...]) -> tuple[str, ...]:
    return tuple(choice.code for choice in choices)
