"""An office file (``assets/offices/*.toml``) as pydantic reads it: the shape of every table.

Only the shape is judged here; what one table says of another is :mod:`server.profile.check`'s.
"""

from typing import Annotated, Literal

from pydantic import Field

from server.profile.atoms import (
    Clip,
    ClockMin,
    ClosingMin,
    DayDate,
    Id,
    Language,
    Names,
    Prefix,
    Section,
    Weekday,
    Words,
)
from server.profile.phrases import Courtesy, Phrases
from server.profile.simulation import Simulation

Minutes = Annotated[int, Field(ge=0, le=480)]


class Identity(Section):
    """Who the office is. ``zone`` is an IANA name."""

    id: Id
    name: Words
    names: Names = Field(default_factory=dict)
    unit: Words
    zone: Words
    hotline: Words
    slogan: Words


class SessionHours(Section):
    """The same opening hours on some weekdays."""

    days: Annotated[tuple[Weekday, ...], Field(min_length=1)]
    opens: ClockMin
    closes: ClosingMin


class DateHours(Section):
    """Opening hours of one date."""

    opens: ClockMin
    closes: ClosingMin


class Hours(Section):
    """When the office works; kiosks give numbers ``kiosk_lead_min`` minutes earlier.

    ``beyond_closing``: whoever could not be served today any more is refused a number
    (``refuse``) or gets one that says so (``warn``). ``day_turns``: when the business day turns,
    for offices that work over midnight; their last session closes at, say, ``"26:00"``.
    """

    kiosk_lead_min: Minutes
    sessions: Annotated[tuple[SessionHours, ...], Field(min_length=1)]
    beyond_closing: Literal["refuse", "warn"] = "refuse"
    day_turns: ClockMin = 0


class DateException(Section):
    """A date with hours of its own for the whole office: none on a holiday, longer for overtime."""

    date: DayDate
    name: Words
    sessions: tuple[DateHours, ...] = ()


class SpecialWeekday(Section):
    """A weekday with a name ("Ngày thứ 6 nhanh"): these services answer the same day.

    On it desks may not pause for the ``locked_pause_reasons``.
    """

    weekday: Weekday
    name: Words
    names: Names = Field(default_factory=dict)
    services: tuple[Id, ...] = ()
    locked_pause_reasons: tuple[Id, ...] = ()


class QueueDiscipline(Section):
    """How the next number is found; the priorities' own figures are read by ``kind``.

    ``credit``: a priority's ``credit_min``. ``fcfs``: nobody goes first. ``strict``: its
    ``rank``, up to the cap. ``ratio``: ``priority_turns`` calls of priority to
    ``ordinary_turns`` others. ``accumulating``: its ``rate_percent``. With ``preferred_first`` a
    desk takes from services further down its list only while nobody waits for those before.
    """

    kind: Literal["credit", "fcfs", "strict", "ratio", "accumulating"] = "credit"
    priority_turns: Annotated[int, Field(ge=1, le=9)] = 1
    ordinary_turns: Annotated[int, Field(ge=1, le=9)] = 2
    preferred_first: bool = False


class SmallLimits(Section):
    """Small numbers of the office; lengths in minutes, ``undo_s`` in seconds.

    A no-show may return within ``no_show_grace_min`` and is called after ``no_show_after``
    others. A clerk may take the last action back for ``undo_s``. More than ``transfers``
    transfers raise an alarm. An appointment counts from its booked time when the person comes
    from ``appointment_early_min`` before to ``appointment_late_min`` after it. A kiosk keeps
    ``offline_numbers`` of each service in reserve; its clock may be ``offline_skew_min`` off.
    A desk that calls nobody while people wait for it is told so after ``idle_hint_s`` seconds, the
    supervisor after ``idle_alarm_s``; after ``break_hint_min`` of work without a pause one is
    proposed (0: never).
    """

    no_show_grace_min: Minutes = 30
    no_show_after: Annotated[int, Field(ge=0, le=50)] = 3
    undo_s: Annotated[int, Field(ge=0, le=600)] = 60
    transfers: Annotated[int, Field(ge=1, le=20)] = 2
    appointment_early_min: Minutes = 30
    appointment_late_min: Minutes = 15
    offline_numbers: Annotated[int, Field(ge=1, le=999)] = 50
    offline_skew_min: Annotated[int, Field(ge=0, le=120)] = 10
    idle_hint_s: Annotated[int, Field(ge=0, le=3600)] = 60
    idle_alarm_s: Annotated[int, Field(ge=0, le=3600)] = 180
    break_hint_min: Minutes = 90


class Waiting(Section):
    """The waiting targets with the legal text they rest on, and the limits of the calling order.

    ``cap_min``: who has waited longer is overtaken by nobody. ``notify`` is the clerk who is told
    when somebody waits longer than ``alert_min``.
    ``recall_limit``: further calls after the first.
    """

    promise_min: Annotated[int, Field(ge=1, le=480)]
    promise_source: Words
    alert_min: Annotated[int, Field(ge=1, le=480)]
    alert_source: Words
    cap_min: Annotated[int, Field(ge=1, le=480)]
    notify: str = ""
    recall_limit: Annotated[int, Field(ge=0, le=9)]


class VolumeStep(Section):
    """From this time of the day on, the voice speaks at ``percent`` of its level (0: silence)."""

    at: ClockMin
    percent: Annotated[int, Field(ge=0, le=100)]


class Voice(Section):
    """Which clips the lobby speaks with; the shipped ones are ``provisional``.

    ``volume`` by the hour: the last entry of the day holds until the first of the next; without
    any it is full. ``says``: the sentences the voice says of its own accord.
    """

    pack: Literal["provisional", "recorded"] = "provisional"
    volume: tuple[VolumeStep, ...] = ()
    says: tuple[Literal["welcome", "late", "closing"], ...] = ()


class WorkField(Section):
    """A field of work (*lĩnh vực*) under which the kiosk shows services.

    ``sessions`` are the field's own hours: those of each of its services that has none.
    """

    id: Id
    name: Words
    names: Names = Field(default_factory=dict)
    sessions: tuple[SessionHours, ...] = ()


class Service(Section):
    """A line of waiting people with its own numbers.

    ``usual_min`` are the usual minutes at the counter, ``area`` where to sit down, ``sessions`` its
    own hours where they differ from its field's and the office's. ``daily_capacity`` numbers are
    given a day (0: no limit). After ``cutoff`` a result comes the next working day.
    """

    id: Id
    name: Words
    names: Names = Field(default_factory=dict)
    field: Id
    prefix: Prefix
    first_number: Annotated[int, Field(ge=0, le=999_999)] = 1
    last_number: Annotated[int, Field(ge=1, le=999_999)] = 999
    width: Annotated[int, Field(ge=1, le=6)] = 3
    usual_min: Annotated[float, Field(gt=0, le=240)]
    area: Words
    sessions: tuple[SessionHours, ...] = ()
    daily_capacity: Annotated[int, Field(ge=0, le=9999)] = 0
    cutoff: ClockMin | None = None


class Counter(Section):
    """A desk: what hangs over it, where it stands, whom it serves (preferred first), its clip.

    ``zone`` names the part of the hall whose displays show and speak its calls (empty: all).
    """

    id: Id
    number: Annotated[int, Field(ge=0, le=99)]
    name: Words
    names: Names = Field(default_factory=dict)
    area: Words
    services: tuple[Id, ...]
    clip: Clip
    zone: Annotated[str, Field(max_length=64, pattern=r"^[A-Za-z0-9_.:-]*$")] = ""


class Clerk(Section):
    """Somebody who may sit at a counter; ``title`` is the position citizens read.

    ``skills`` are the services the clerk can do (none: all of the desk). A ``supervisor`` may
    move clerks and services between desks; a ``helper`` looks after people at the kiosks.
    """

    id: Id
    name: Words
    title: Words
    role: Literal["clerk", "supervisor", "helper"] = "clerk"
    skills: tuple[Id, ...] = ()
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("vi",)


class Staff(Section):
    """How clerks come to their desks. ``pins``: each signs in with a PIN of his own.

    Without, whoever sits at a counter app chooses a name from the list.
    """

    pins: bool = False


class Priority(Section):
    """A priority class: its tickets count as having come ``credit_min`` minutes earlier.

    ``rank`` is read by the strict discipline (higher goes first), ``rate_percent`` by the
    accumulating one (its waits count so much). ``basis`` says where the rule comes from. A class
    that is not ``enabled`` is offered nowhere.
    """

    code: Id
    name: Words
    names: Names = Field(default_factory=dict)
    credit_min: Minutes
    rank: Annotated[int, Field(ge=1, le=99)] = 1
    rate_percent: Annotated[int, Field(ge=100, le=1000)] = 200
    enabled: bool = True
    basis: Words


class Support(Section):
    """Help beside the counters, for which no number is needed (S4-02)."""

    id: Id
    name: Words
    names: Names = Field(default_factory=dict)
    where: str = ""
    hours: str = ""


class Kiosk(Section):
    """How the office runs its kiosks.

    ``staff_code_hash`` is the argon2 hash of the code to the maintenance page (``denluot
    staff-code``). The screen is lit from ``on`` to ``off``. ``tickets_a_person`` numbers are given
    for one citizen card a day (0: any). ``screen_height_mm`` is the lit height of the screen, from
    which the size of what is touched follows (0: unknown).
    """

    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("vi", "en")
    staff_code_hash: str = ""
    on: ClockMin | None = None
    off: ClockMin | None = None
    tickets_a_person: Annotated[int, Field(ge=0, le=99)] = 0
    screen_height_mm: Annotated[int, Field(ge=0, le=3000)] = 0


class Choice(Section):
    """A coded reason or outcome and its words."""

    code: Id
    name: Words
    names: Names = Field(default_factory=dict)


Choices = Annotated[tuple[Choice, ...], Field(min_length=1)]


class OfficeProfile(Section):
    """A whole office file. ``procedures`` lists the procedure codes a service takes.

    ``keywords`` are this office's everyday words for a service or a procedure, beside the
    catalogue's: what the kiosk's search also finds it by.

    ``texts`` are other Vietnamese words of this file (areas, where and when help is to be had) in
    other languages: by code, then by the Vietnamese text.

    Without ``call_reasons`` nobody can be called out of order. ``tags`` are difficulties a clerk
    can note of a case (S1-24), ``causes`` why people wait or a service is paused,
    ``rating_reasons`` what a citizen who was not content may tap (domain.md C5).
    """

    format: Literal[1]
    office: Identity
    hours: Hours
    exceptions: tuple[DateException, ...] = ()
    special_days: tuple[SpecialWeekday, ...] = ()
    waiting: Waiting
    discipline: QueueDiscipline = QueueDiscipline()
    limits: SmallLimits = SmallLimits()
    voice: Voice = Voice()
    fields: Annotated[tuple[WorkField, ...], Field(min_length=1)]
    services: Annotated[tuple[Service, ...], Field(min_length=1)]
    counters: Annotated[tuple[Counter, ...], Field(min_length=1)]
    staff: Staff = Staff()
    clerks: Annotated[tuple[Clerk, ...], Field(min_length=1)]
    priorities: tuple[Priority, ...] = ()
    pause_reasons: Choices
    transfer_reasons: Choices
    hold_reasons: Choices
    outcomes: Choices
    call_reasons: tuple[Choice, ...] = ()
    tags: tuple[Choice, ...] = ()
    causes: tuple[Choice, ...] = ()
    rating_reasons: tuple[Choice, ...] = ()
    support: tuple[Support, ...] = ()
    kiosk: Kiosk = Kiosk()
    phrases: Phrases
    courtesy: Courtesy
    notices: tuple[Words, ...] = ()
    frequent: tuple[Id, ...] = ()
    procedures: Annotated[dict[Id, tuple[Id, ...]], Field(default_factory=dict)]
    keywords: Annotated[dict[Id, tuple[Words, ...]], Field(default_factory=dict)]
    texts: Annotated[dict[Language, dict[str, Words]], Field(default_factory=dict)]
    simulation: Simulation

    def clerks_of(self, role: str) -> tuple[str, ...]:
        """The ids of the clerks of a role."""
        return tuple(clerk.id for clerk in self.clerks if clerk.role == role)
