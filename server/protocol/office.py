"""The office as clients are told it: the public part of its profile.

Sent once in ``welcome`` (and again when the profile changes), so that views stay small.
Texts are Vietnamese. ``names`` are the same in other languages, by code, where the office has
them; ``name_en`` repeats the English one for programs that know no other. Ask ``name_in``.
The office answers for its own ids and codes: ``office.service(id)``, ``office.clerk_name(id)``.
"""

from collections.abc import Iterable
from typing import Protocol

from pydantic import BaseModel, ConfigDict


class Wire(BaseModel):
    """Anything that crosses the wire: immutable, and an unknown field is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class _HasNames(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def name_en(self) -> str: ...
    @property
    def names(self) -> dict[str, str]: ...


class Named(Wire):
    """Something with a Vietnamese name and, perhaps, names in other languages."""

    def name_in(self: _HasNames, language: str) -> str:
        """The name in a language, Vietnamese where the office has none in it."""
        return _other_names(self).get(language) or self.name

    def has_name_in(self: _HasNames, language: str) -> bool:
        """Whether it has a name of its own in a language."""
        return language in _other_names(self)

    @property
    def other_names(self: _HasNames) -> tuple[str, ...]:
        """Its names in other languages, by which it is found as well."""
        return tuple(_other_names(self).values())


def _other_names(thing: _HasNames) -> dict[str, str]:
    """By language; a server of before sends the English one by itself."""
    return ({"en": thing.name_en} if thing.name_en else {}) | thing.names


class FieldInfo(Named):
    """A field of work (*lĩnh vực*) under which services are found at the kiosk."""

    id: str
    name: str
    name_en: str = ""
    names: dict[str, str] = {}


class ServiceInfo(Named):
    """A service: one line of waiting people with its own numbers.

    ``usual_min`` is the profile's usual minutes at the counter; ``counters`` the ids that serve it.
    ``keywords`` are everyday words by which the kiosk's search finds it.
    """

    id: str
    name: str
    name_en: str = ""
    field: str
    prefix: str
    area: str
    usual_min: float
    counters: tuple[str, ...]
    keywords: tuple[str, ...] = ()
    names: dict[str, str] = {}


class ProcedureInfo(Wire):
    """A procedure a citizen may ask for, linked to the service that takes it.

    ``fee`` and ``time_limit`` are ``None`` where the source does not say: they are then not shown.
    ``updated`` is the day the facts were collected, as printed on screens. ``names`` are the label
    in other languages; papers and fees are among the office's ``texts``.
    """

    code: str
    label: str
    name: str
    service: str
    documents: tuple[str, ...] = ()
    fee: str | None = None
    time_limit: str | None = None
    same_day_cutoff: str | None = None
    keywords: tuple[str, ...] = ()
    updated: str = ""
    names: dict[str, str] = {}

    def label_in(self, language: str) -> str:
        """The label in a language, Vietnamese where nobody has translated it."""
        return self.names.get(language) or self.label


class PriorityInfo(Named):
    """A priority a citizen may declare (domain.md C4), in plain words."""

    code: str
    name: str
    name_en: str = ""
    names: dict[str, str] = {}


class CounterInfo(Wire):
    """A counter: always the desk. ``number`` is what hangs over it (0 and up).

    ``zone`` is the part of the hall it belongs to; empty: there is only one. ``names`` are its name
    in other languages.
    """

    id: str
    number: int
    name: str
    area: str
    services: tuple[str, ...]
    clip: str
    zone: str = ""
    names: dict[str, str] = {}


class ClerkInfo(Wire):
    """Somebody who may sit at a counter. ``title`` is the position shown to citizens."""

    id: str
    name: str
    title: str


class CodeInfo(Named):
    """A coded choice (pause reason, transfer reason, outcome) and its words."""

    code: str
    name: str
    name_en: str = ""
    names: dict[str, str] = {}


class SpecialDayInfo(Wire):
    """A weekday (Monday 0) with a name ("Ngày thứ 6 nhanh"): these services answer the same day.

    A desk may not pause for the ``locked_pause_reasons`` on it.
    """

    weekday: int
    name: str
    services: tuple[str, ...] = ()
    locked_pause_reasons: tuple[str, ...] = ()
    names: dict[str, str] = {}

    def name_in(self, language: str) -> str:
        """The day's name in a language, Vietnamese where the office has none in it."""
        return self.names.get(language) or self.name


class SupportInfo(Named):
    """Help beside the counters (photocopies, notary, legal advice): no number is needed.

    ``where`` and ``hours`` are empty where the profile does not say.
    """

    id: str
    name: str
    name_en: str = ""
    where: str = ""
    hours: str = ""
    names: dict[str, str] = {}


class KioskInfo(Wire):
    """How the office runs its kiosks.

    ``code_hash`` is the argon2 hash of the staff code that leads to the maintenance page (empty:
    none). The screen is on from ``on_at`` to ``off_at`` ("06:45", both empty: always).
    ``tickets_a_person``: how many numbers one citizen card may take a day, 0 any; such cards are
    then remembered in memory only, as a salted hash, until the day ends.
    """

    languages: tuple[str, ...] = ("vi", "en")
    code_hash: str = ""
    on_at: str = ""
    off_at: str = ""
    tickets_a_person: int = 0
    screen_height_mm: int = 0


class VolumeInfo(Wire):
    """From ``at_min`` (minutes from midnight) on the voice speaks at ``percent`` of its level."""

    at_min: int
    percent: int


class SessionInfo(Wire):
    """Opening hours of one weekday (Monday 0), in minutes from midnight."""

    weekday: int
    opens_min: int
    closes_min: int


class VoiceInfo(Wire):
    """How the hall's voice speaks, and what it ``says`` of its own accord.

    That is any of ``welcome``, ``late``, ``closing``; ``sessions`` tell when.
    """

    volume: tuple[VolumeInfo, ...] = ()
    says: tuple[str, ...] = ()
    sessions: tuple[SessionInfo, ...] = ()


class OfficeInfo(Named):
    """The office as clients see it.

    ``procedures`` are all for kiosks and counters, for displays the ``frequent`` ones. Those are
    procedure codes or service ids for the kiosk's first screen. ``status_url`` is the address to
    which a ticket id is appended for the status page (empty: no page). ``name_en`` is the office's
    name in English. ``phrases`` are the office's
    own sentences by moment (domain.md C3). ``promise_min``/``alert_min`` are the waiting targets.
    ``call_reasons`` are those for calling out of order (none: it cannot be done);
    ``supervisors`` and ``helpers`` are ids of clerks; ``discipline`` is the kind of the queue
    discipline. ``tags`` are coded difficulties of a case (S1-24). ``courtesy`` are the office's
    prompts for its clerks, by moment (S2-01). ``causes`` are codes for why people wait or a service
    is paused, ``rating_reasons`` what a citizen who was not content may tap; ``notify`` is the
    clerk told of an alert of the second level. ``has_pins``: clerks
    sign in with a PIN. ``undo_s`` is how long an action may be taken back; a desk idle for
    ``idle_hint_s`` seconds while people wait is told so; after ``break_hint_min`` minutes of work
    without a pause one is proposed. ``names`` are the office's in other languages; ``texts`` are
    other words of its (areas, papers, fees, hours), by language and by the Vietnamese text.
    """

    id: str
    name: str
    unit: str
    zone: str
    hotline: str
    slogan: str
    hours: tuple[str, ...]
    status_url: str
    promise_min: int
    alert_min: int
    recall_limit: int
    fields: tuple[FieldInfo, ...]
    services: tuple[ServiceInfo, ...]
    counters: tuple[CounterInfo, ...]
    clerks: tuple[ClerkInfo, ...]
    priorities: tuple[PriorityInfo, ...]
    pause_reasons: tuple[CodeInfo, ...]
    transfer_reasons: tuple[CodeInfo, ...]
    hold_reasons: tuple[CodeInfo, ...]
    outcomes: tuple[CodeInfo, ...]
    frequent: tuple[str, ...]
    notices: tuple[str, ...]
    phrases: dict[str, str]
    procedures: tuple[ProcedureInfo, ...] = ()
    call_reasons: tuple[CodeInfo, ...] = ()
    special_days: tuple[SpecialDayInfo, ...] = ()
    supervisors: tuple[str, ...] = ()
    discipline: str = "credit"
    helpers: tuple[str, ...] = ()
    tags: tuple[CodeInfo, ...] = ()
    courtesy: dict[str, tuple[str, ...]] = {}
    support: tuple[SupportInfo, ...] = ()
    kiosk: KioskInfo = KioskInfo()
    has_pins: bool = False
    causes: tuple[CodeInfo, ...] = ()
    rating_reasons: tuple[CodeInfo, ...] = ()
    notify: str = ""
    promise_source: str = ""
    alert_source: str = ""
    undo_s: int = 60
    idle_hint_s: int = 60
    break_hint_min: int = 90
    voice: VoiceInfo = VoiceInfo()
    name_en: str = ""
    names: dict[str, str] = {}
    texts: dict[str, dict[str, str]] = {}

    def text_in(self, language: str, text: str) -> str:
        """One of the office's Vietnamese texts in a language; itself where nobody translated it."""
        return self.texts.get(language, {}).get(text) or text

    def field(self, field: str) -> FieldInfo | None:
        """The field of work with this id; ``None`` when the office has none such (any more)."""
        return next((each for each in self.fields if each.id == field), None)

    def service(self, service: str) -> ServiceInfo | None:
        """The service with this id; ``None`` when the office has none such (any more)."""
        return next((each for each in self.services if each.id == service), None)

    def service_name(self, service: str) -> str:
        """The service in words; its id when the office does not know it."""
        known = self.service(service)
        return known.name if known else service

    def procedure(self, code: str) -> ProcedureInfo | None:
        """The procedure with this code; ``None`` when this client was not told of one such."""
        return next((each for each in self.procedures if each.code == code), None)

    def counter(self, counter: str) -> CounterInfo | None:
        """The desk with this id; ``None`` when the office has none such (any more)."""
        return next((each for each in self.counters if each.id == counter), None)

    def clerk(self, clerk: str) -> ClerkInfo | None:
        """The clerk with this id; ``None`` when nobody of the office has it (any more)."""
        return next((each for each in self.clerks if each.id == clerk), None)

    def clerk_name(self, clerk: str) -> str:
        """The clerk's name; the id when the office does not know it."""
        known = self.clerk(clerk)
        return known.name if known else clerk

    def priority(self, code: str) -> PriorityInfo | None:
        """The priority with this code; ``None`` when the office has none such (any more)."""
        return next((each for each in self.priorities if each.code == code), None)

    def priority_name(self, code: str) -> str:
        """The priority in words; the code when the office does not know it, empty for none."""
        known = self.priority(code)
        return known.name if known else code

    def cause(self, code: str) -> CodeInfo | None:
        """Why people wait or a service is paused; ``None`` for a code that is not known."""
        return code_info(self.causes, code)

    def cause_name(self, code: str) -> str:
        """The cause in words; the code when the office does not know it."""
        known = self.cause(code)
        return known.name if known else code


def code_info(codes: Iterable[CodeInfo], code: str) -> CodeInfo | None:
    """The coded choice of this code, ``None`` where the list has none such."""
    return next((each for each in codes if each.code == code), None)


def code_name(codes: Iterable[CodeInfo], code: str) -> str:
    """The words of a coded choice; the code itself when the list does not have it."""
    known = code_info(codes, code)
    return known.name if known else code
