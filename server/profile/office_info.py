"""From an office file to what clients are told of it."""

from typing import Any, Final, TypedDict

from server.profile.atoms import WEEKDAYS, clock
from server.profile.catalogue import Catalogue, Procedure, shipped_catalogue
from server.profile.hours import hours_in_words, weekly_sessions
from server.profile.model import (
    Choice,
    Identity,
    OfficeProfile,
    Priority,
    Service,
    Support,
    WorkField,
)
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
        **_named(office),
        texts=_texts(profile, catalogue, with_procedures=with_procedures),
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
        fields=tuple(FieldInfo(id=f.id, **_named(f)) for f in profile.fields),
        services=_services(profile),
        counters=_counters(profile),
        priorities=_priorities(profile),
        clerks=_clerks(profile),
        supervisors=profile.clerks_of("supervisor"),
        helpers=profile.clerks_of("helper"),
        frequent=profile.frequent,
        notices=profile.notices,
        phrases=_phrases(profile),
        courtesy=_courtesy(profile),
        procedures=_procedures(profile, catalogue) if with_procedures else (),
        support=tuple(
            SupportInfo(id=s.id, where=s.where, hours=s.hours, **_named(s)) for s in profile.support
        ),
        **_rooms(profile),
    )


_CODED: Final = (
    *("pause_reasons", "transfer_reasons", "hold_reasons", "outcomes", "call_reasons"),
    *("tags", "causes", "rating_reasons"),
)
"""Lists of codes with words, called the same in a profile and on the wire."""


def _rooms(profile: OfficeProfile) -> dict[str, Any]:
    coded = {name: _choices(getattr(profile, name)) for name in _CODED}
    return coded | {
        "kiosk": _kiosk(profile),
        "voice": _voice(profile),
        "special_days": _special_days(profile),
        "discipline": profile.discipline.kind,
        "has_pins": profile.staff.pins,
    }


def _clerks(profile: OfficeProfile) -> tuple[ClerkInfo, ...]:
    return tuple(ClerkInfo(id=c.id, name=c.name, title=c.title) for c in profile.clerks)


def _priorities(profile: OfficeProfile) -> tuple[PriorityInfo, ...]:
    return tuple(PriorityInfo(code=p.code, **_named(p)) for p in profile.priorities if p.enabled)


class _Names(TypedDict):
    name: str
    name_en: str
    names: dict[str, str]


def _named(thing: Identity | WorkField | Service | Priority | Choice | Support) -> _Names:
    """Its name as the wire has it: English once more by itself, for programs of before."""
    return {"name": thing.name, "name_en": thing.names.get("en", ""), "names": thing.names}


def _texts(
    profile: OfficeProfile, catalogue: Catalogue | None, *, with_procedures: bool
) -> dict[str, dict[str, str]]:
    """The office's own texts in other languages, and of the catalogue's those it shows."""
    known = catalogue or shipped_catalogue()
    codes = {code for those in profile.procedures.values() for code in those}
    shown = {
        text
        for each in (known.procedures if with_procedures else ())
        if each.code in codes
        for text in each.texts()
    }
    found = {
        language: {text: other for text, other in its.items() if text in shown}
        for language, its in known.texts.items()
    }
    for language, its in profile.texts.items():
        found[language] = found.get(language, {}) | its
    return {language: its for language, its in found.items() if its}


def _choices(choices: tuple[Choice, ...]) -> tuple[CodeInfo, ...]:
    return tuple(CodeInfo(code=c.code, **_named(c)) for c in choices)


def _services(profile: OfficeProfile) -> tuple[ServiceInfo, ...]:
    return tuple(
        ServiceInfo(
            id=s.id,
            **_named(s),
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
            names=day.names,
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
            for s in weekly_sessions(profile.hours.sessions)
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
            names=c.names,
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
        _procedure(profile, known[code], service)
        for service, codes in profile.procedures.items()
        for code in codes
    )


def _label(profile: OfficeProfile, procedure: Procedure) -> dict[str, str]:
    """What the office calls it in its own languages."""
    label = procedure.label
    return {code: its[label] for code, its in profile.texts.items() if label in its}


def _procedure(profile: OfficeProfile, procedure: Procedure, service: str) -> ProcedureInfo:
    own_words = profile.keywords.get(procedure.code, ())
    shown = not procedure.needs_review
    return ProcedureInfo(
        code=procedure.code,
        label=procedure.label,
        names=procedure.names | _label(profile, procedure),
        name=procedure.name,
        service=service,
        documents=procedure.documents_shown() if shown else (),
        fee=procedure.fee if shown else None,
        time_limit=procedure.time_limit if shown else None,
        same_day_cutoff=procedure.same_day_cutoff if shown else None,
        keywords=tuple(dict.fromkeys((*own_words, *procedure.keywords))),
        updated=f"{procedure.updated:%d/%m/%Y}" if procedure.updated and shown else "",
    )
