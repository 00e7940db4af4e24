"""From an office file to what the core decides by and what clients are told."""

from datetime import date
from pathlib import Path
from typing import Any, Final

from server.core.rules import (
    CounterRule,
    DayException,
    Discipline,
    DisciplineKind,
    Limits,
    PriorityRule,
    Rules,
    ServiceRule,
    Session,
    SkillRule,
    SpecialDay,
)
from server.profile.atoms import WEEKDAYS, clock
from server.profile.catalogue import Catalogue, Procedure, shipped_catalogue
from server.profile.check import read_office, read_office_text
from server.profile.hours import hours_in_words
from server.profile.model import Choice, DateException, OfficeProfile, SessionHours
from server.profile.problem import Problem, ProfileError, errors
from server.protocol.office import (
    ClerkInfo,
    CodeInfo,
    CounterInfo,
    FieldInfo,
    KioskInfo,
    OfficeInfo,
    PriorityInfo,
    ProcedureInfo,
    ServiceInfo,
    SessionInfo,
    SpecialDayInfo,
    SupportInfo,
    VoiceInfo,
    VolumeInfo,
)

__all__ = ["ProfileError", "load_office", "load_office_text", "office_info", "rules"]


def load_office(path: Path, catalogue: Catalogue | None = None) -> OfficeProfile:
    """The office described in ``path``; warnings do not matter here.

    Raises ``ProfileError`` with all problems if there is any error.
    """
    return _usable(*read_office(path, catalogue))


def load_office_text(text: str, file: str) -> OfficeProfile:
    """The same of a file's text; ``file`` is what the problems call it."""
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
        sessions=_sessions(profile.hours.sessions),
        kiosk_lead_min=profile.hours.kiosk_lead_min,
        pause_reasons=_codes(profile.pause_reasons),
        transfer_reasons=_codes(profile.transfer_reasons),
        hold_reasons=_codes(profile.hold_reasons),
        outcomes=_codes(profile.outcomes),
        call_reasons=_codes(profile.call_reasons),
        supervisors=_of_role(profile, "supervisor"),
        skills=tuple(
            SkillRule(clerk.id, clerk.skills, clerk.languages)
            for clerk in profile.clerks
            if clerk.skills or clerk.languages != ("vi",)
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


def office_info(
    profile: OfficeProfile,
    *,
    status_url: str,
    with_procedures: bool,
    catalogue: Catalogue | None = None,
) -> OfficeInfo:
    """What clients are told of ``profile``.

    ``status_url`` is the address a ticket id is appended to (empty: no status page);
    ``with_procedures`` is for kiosks and counters, whose catalogue is the bulk of the message.
    """
    office, waiting, limits = profile.office, profile.waiting, profile.limits
    return OfficeInfo(
        id=office.id,
        name=office.name,
        name_en=office.name_en,
        unit=office.unit,
        zone=office.zone,
        hotline=office.hotline,
        slogan=office.slogan,
        hours=hours_in_words(profile),
        status_url=status_url,
        promise_min=waiting.promise_min,
        alert_min=waiting.alert_min,
        promise_source=waiting.promise_source,
        alert_source=waiting.alert_source,
        notify=waiting.notify,
        recall_limit=waiting.recall_limit,
        undo_s=limits.undo_s,
        idle_hint_s=limits.idle_hint_s,
        break_hint_min=limits.break_hint_min,
        fields=tuple(FieldInfo(id=f.id, name=f.name, name_en=f.name_en) for f in profile.fields),
        services=_services(profile),
        counters=_counters(profile),
        priorities=_priorities(profile),
        clerks=_clerks(profile),
        supervisors=_of_role(profile, "supervisor"),
        helpers=_of_role(profile, "helper"),
        has_pins=profile.staff.pins,
        frequent=profile.frequent,
        notices=profile.notices,
        phrases=_phrases(profile),
        courtesy=_courtesy(profile),
        procedures=_procedures(profile, catalogue) if with_procedures else (),
        special_days=_special_days(profile),
        discipline=profile.discipline.kind,
        support=tuple(SupportInfo(**each.model_dump()) for each in profile.support),
        **_rooms(profile),
    )


_CODED: Final = (
    *("pause_reasons", "transfer_reasons", "hold_reasons", "outcomes", "call_reasons"),
    *("tags", "causes", "rating_reasons"),
)
"""Lists of codes with words, called the same in a profile and on the wire."""


def _rooms(profile: OfficeProfile) -> dict[str, Any]:
    coded = {name: _choices(getattr(profile, name)) for name in _CODED}
    return {"kiosk": _kiosk(profile), "voice": _voice(profile)} | coded


def _clerks(profile: OfficeProfile) -> tuple[ClerkInfo, ...]:
    return tuple(ClerkInfo(id=c.id, name=c.name, title=c.title) for c in profile.clerks)


def _priorities(profile: OfficeProfile) -> tuple[PriorityInfo, ...]:
    return tuple(
        PriorityInfo(code=p.code, name=p.name, name_en=p.name_en)
        for p in profile.priorities
        if p.enabled
    )


def _sessions(sessions: tuple[SessionHours, ...]) -> tuple[Session, ...]:
    return tuple(
        sorted(
            (Session(WEEKDAYS.index(day), s.opens, s.closes) for s in sessions for day in s.days),
            key=lambda session: (session.weekday, session.opens_min),
        )
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
            sessions=_sessions(s.sessions or of_field[s.field]),
        )
        for s in profile.services
    )


def _exception(given: DateException) -> DayException:
    weekday = date.fromisoformat(given.date).weekday()
    hours = sorted((each.opens, each.closes) for each in given.sessions)
    return DayException(given.date, given.name, tuple(Session(weekday, *each) for each in hours))


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


def _of_role(profile: OfficeProfile, role: str) -> tuple[str, ...]:
    return tuple(clerk.id for clerk in profile.clerks if clerk.role == role)


def _codes(choices: tuple[Choice, ...]) -> tuple[str, ...]:
    return tuple(choice.code for choice in choices)


def _choices(choices: tuple[Choice, ...]) -> tuple[CodeInfo, ...]:
    return tuple(CodeInfo(code=c.code, name=c.name, name_en=c.name_en) for c in choices)


def _services(profile: OfficeProfile) -> tuple[ServiceInfo, ...]:
    return tuple(
        ServiceInfo(
            id=s.id,
            name=s.name,
            name_en=s.name_en,
            field=s.field,
            prefix=s.prefix,
            area=s.area,
            usual_min=s.usual_min,
            counters=tuple(c.id for c in profile.counters if s.id in c.services),
            keywords=profile.keywords.get(s.id, ()),
        )
        for s in profile.services
    )


def _special_days(profile: OfficeProfile) -> tuple[SpecialDayInfo, ...]:
    return tuple(
        SpecialDayInfo(
            weekday=WEEKDAYS.index(day.weekday),
            name=day.name,
            services=day.services,
            locked_pause_reasons=day.locked_pause_reasons,
        )
        for day in profile.special_days
    )


def _voice(profile: OfficeProfile) -> VoiceInfo:
    return VoiceInfo(
        volume=tuple(VolumeInfo(at_min=v.at, percent=v.percent) for v in profile.voice.volume),
        says=profile.voice.says,
        sessions=tuple(
            SessionInfo(weekday=s.weekday, opens_min=s.opens_min, closes_min=s.closes_min)
            for s in _sessions(profile.hours.sessions)
        ),
    )


def _counters(profile: OfficeProfile) -> tuple[CounterInfo, ...]:
    return tuple(
        CounterInfo(
            id=c.id,
            number=c.number,
            name=c.name,
            area=c.area,
            services=c.services,
            clip=c.clip,
            zone=c.zone,
        )
        for c in profile.counters
    )


def _phrases(profile: OfficeProfile) -> dict[str, str]:
    courtesy = profile.courtesy
    return profile.phrases.model_dump() | {
        "courtesy_greeting": courtesy.greeting,
        "courtesy_permission": courtesy.permission,
        "courtesy_apology": courtesy.apology,
        "courtesy_listening": courtesy.listening,
    }


def _courtesy(profile: OfficeProfile) -> dict[str, tuple[str, ...]]:
    """By the moment in which a clerk says it; ``pack`` are the name and the sayings of it all."""
    pack = profile.courtesy
    return {
        "pack": (pack.name, *pack.sayings),
        "greeting": (pack.greeting,),
        "permission": (pack.permission,),
        "apology": (pack.apology,),
        "listening": (pack.listening,),
        "thanks": (profile.phrases.thanks,),
    }


def _kiosk(profile: OfficeProfile) -> KioskInfo:
    given = profile.kiosk
    return KioskInfo(
        languages=given.languages,
        code_hash=given.staff_code_hash,
        on_at="" if given.on is None else clock(given.on),
        off_at="" if given.off is None else clock(given.off),
        tickets_a_person=given.tickets_a_person,
        screen_height_mm=given.screen_height_mm,
    )


def _procedures(profile: OfficeProfile, catalogue: Catalogue | None) -> tuple[ProcedureInfo, ...]:
    known = (catalogue or shipped_catalogue()).by_code()
    return tuple(
        _procedure(known[code], service, profile.keywords.get(code, ()))
        for service, codes in profile.procedures.items()
        for code in codes
    )


def _procedure(procedure: Procedure, service: str, own_words: tuple[str, ...]) -> ProcedureInfo:
    shown = not procedure.needs_review
    return ProcedureInfo(
        code=procedure.code,
        label=procedure.label,
        name=procedure.name,
        service=service,
        documents=procedure.documents_shown() if shown else (),
        fee=procedure.fee if shown else None,
        time_limit=procedure.time_limit if shown else None,
        same_day_cutoff=procedure.same_day_cutoff if shown else None,
        keywords=tuple(dict.fromkeys((*own_words, *procedure.keywords))),
        updated=f"{procedure.updated:%d/%m/%Y}" if procedure.updated and shown else "",
    )
