"""The office's rules as the core needs them: no words, only what decides.

Compiled from the office profile (``server/profile``) and carried whole by the ``DayOpened``
and ``RulesChanged`` events, so that a replay years later decides as the day itself did.
Lengths are whole seconds; minutes of the day count from local midnight.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


@dataclass(frozen=True, slots=True)
class OpeningPeriod:
    """A stretch of opening hours on a weekday (Monday 0), minutes of the local day."""

    weekday: int
    opens_min: int
    closes_min: int


@dataclass(frozen=True, slots=True)
class ServiceRule:
    """One line of waiting people: its number space and its usual service time.

    ``daily_capacity`` 0 is no limit. After ``cutoff_min`` of the local day a result comes the
    next working day (the 15:00 rule). ``sessions`` are its own hours; none: the office's.
    """

    id: str
    prefix: str
    first_number: int
    last_number: int
    width: int
    usual_s: int
    daily_capacity: int = 0
    cutoff_min: int | None = None
    sessions: tuple[OpeningPeriod, ...] = ()


@dataclass(frozen=True, slots=True)
class CounterRule:
    """A desk, the services it may serve, preferred ones first, and its part of the hall."""

    id: str
    services: tuple[str, ...]
    zone: str = ""


@dataclass(frozen=True, slots=True)
class PriorityRule:
    """A priority class. Each discipline reads what it needs.

    Time credit: its tickets count as having come ``credit_s`` earlier. Strict: a higher
    ``rank`` goes first (ordinary people have 0). Accumulating: its waits count
    ``rate_percent`` / 100 times.
    """

    code: str
    credit_s: int
    rank: int = 1
    rate_percent: int = 200


@dataclass(frozen=True, slots=True)
class SkillRule:
    """What a clerk can do: services (empty: all of the desk) and languages."""

    clerk: str
    services: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("vi",)


@dataclass(frozen=True, slots=True)
class DayException:
    """A date with hours of its own: none on a holiday, longer ones for overtime."""

    date: str
    name: str
    sessions: tuple[OpeningPeriod, ...] = ()


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A weekday with a name ("Ngày thứ 6 nhanh"): these services answer the same day."""

    weekday: int
    name: str
    services: tuple[str, ...] = ()
    locked_reasons: tuple[str, ...] = ()


class DisciplineKind(StrEnum):
    """How the next ticket is found (discipline.py)."""

    CREDIT = "credit"
    FCFS = "fcfs"
    STRICT = "strict"
    RATIO = "ratio"
    ACCUMULATING = "accumulating"


@dataclass(frozen=True, slots=True)
class Discipline:
    """The chosen rule. Ratio: ``priority_turns`` calls of priority to ``ordinary_turns`` others.

    With ``preferred_first`` a desk takes from a service further down its list only while nobody
    waits for those before it, or when somebody has waited beyond the cap.
    """

    kind: DisciplineKind = DisciplineKind.CREDIT
    preferred_first: bool = False
    priority_turns: int = 1
    ordinary_turns: int = 2


@dataclass(frozen=True, slots=True)
class Limits:
    """Small numbers of the office, in seconds and counts.

    A no-show may return within ``no_show_grace_s`` and is called after ``no_show_after`` others.
    A clerk may take back the last action for ``undo_s``. More than ``transfers`` transfers, or
    one back, raise an alarm. An appointment counts from its booked time if the person comes
    within the window around it. A kiosk may have ``offline_numbers`` a service in reserve, and
    its clock may differ by ``offline_skew_s``. A desk that calls nobody for ``idle_alarm_s`` while
    people wait for it is told to the supervisor (0: never).
    """

    no_show_grace_s: int = 1800
    no_show_after: int = 3
    undo_s: int = 60
    transfers: int = 2
    appointment_early_s: int = 1800
    appointment_late_s: int = 900
    offline_numbers: int = 50
    offline_skew_s: int = 600
    idle_alarm_s: int = 180


@dataclass(frozen=True)
class Rules:
    """Everything the core must know of an office to decide.

    ``cap_s``: once somebody has waited longer nobody may overtake him.
    ``recall_limit``: further calls after the first. ``kiosk_lead_min``: how long before the
    first session numbers are given. ``day_turns_min``: minutes after midnight at which the
    business day turns, for offices that work over midnight. A wait beyond ``promise_s`` raises an
    alert, one beyond ``alert_s`` raises it higher; ``causes`` are codes for why it came to that.
    """

    office: str
    zone: str
    services: tuple[ServiceRule, ...]
    counters: tuple[CounterRule, ...]
    priorities: tuple[PriorityRule, ...]
    clerks: tuple[str, ...]
    cap_s: int
    recall_limit: int
    sessions: tuple[OpeningPeriod, ...]
    kiosk_lead_min: int
    pause_reasons: tuple[str, ...]
    transfer_reasons: tuple[str, ...]
    hold_reasons: tuple[str, ...]
    outcomes: tuple[str, ...]
    call_reasons: tuple[str, ...] = ()
    supervisors: tuple[str, ...] = ()
    skills: tuple[SkillRule, ...] = ()
    discipline: Discipline = Discipline()
    limits: Limits = Limits()
    exceptions: tuple[DayException, ...] = ()
    special_days: tuple[SpecialDay, ...] = ()
    refuses_beyond_closing: bool = True
    day_turns_min: int = 0
    tags: tuple[str, ...] = ()
    promise_s: int = 900
    alert_s: int = 1800
    causes: tuple[str, ...] = ()

    @cached_property
    def service_by_id(self) -> dict[str, ServiceRule]:
        """Services by id."""
        return {service.id: service for service in self.services}

    @cached_property
    def counter_by_id(self) -> dict[str, CounterRule]:
        """Counters by id."""
        return {counter.id: counter for counter in self.counters}

    @cached_property
    def priority_by_code(self) -> dict[str, PriorityRule]:
        """Priority classes by code; the empty code is everybody else."""
        ordinary = PriorityRule("", 0, rank=0, rate_percent=100)
        return {"": ordinary} | {priority.code: priority for priority in self.priorities}

    @cached_property
    def skill_by_clerk(self) -> dict[str, SkillRule]:
        """What each clerk can do; a clerk not named can do all, in Vietnamese."""
        named = {skill.clerk: skill for skill in self.skills}
        return {clerk: named.get(clerk, SkillRule(clerk)) for clerk in self.clerks}
