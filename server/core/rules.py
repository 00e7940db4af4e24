"""The office's rules as the core needs them: no words, only what decides.

Compiled from the office profile (``server/profile``) and carried whole by the ``DayOpened``
and ``RulesChanged`` events, so that a replay years later decides as the day itself did.
Lengths are whole seconds; minutes of the day count from local midnight.
"""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class ServiceRule:
    """One line of waiting people: its number space and its usual service time."""

    id: str
    prefix: str
    first_number: int
    last_number: int
    width: int
    usual_s: int


@dataclass(frozen=True, slots=True)
class CounterRule:
    """A desk and the services it may serve, preferred ones first."""

    id: str
    services: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PriorityRule:
    """A priority class: its tickets count as having come ``credit_s`` earlier."""

    code: str
    credit_s: int


@dataclass(frozen=True, slots=True)
class Session:
    """A stretch of opening hours on a weekday (Monday 0), minutes of the local day."""

    weekday: int
    opens_min: int
    closes_min: int


@dataclass(frozen=True)
class Rules:
    """Everything the core must know of an office to decide.

    ``cap_s``: once somebody has waited longer nobody may overtake him.
    ``recall_limit``: further calls after the first. ``kiosk_lead_min``: how long before the
    first session numbers are given.
    """

    office: str
    zone: str
    services: tuple[ServiceRule, ...]
    counters: tuple[CounterRule, ...]
    priorities: tuple[PriorityRule, ...]
    clerks: tuple[str, ...]
    cap_s: int
    recall_limit: int
    sessions: tuple[Session, ...]
    kiosk_lead_min: int
    pause_reasons: tuple[str, ...]
    transfer_reasons: tuple[str, ...]
    hold_reasons: tuple[str, ...]
    outcomes: tuple[str, ...]

    @cached_property
    def service_by_id(self) -> dict[str, ServiceRule]:
        """Services by id."""
        return {service.id: service for service in self.services}

    @cached_property
    def counter_by_id(self) -> dict[str, CounterRule]:
        """Counters by id."""
        return {counter.id: counter for counter in self.counters}

    @cached_property
    def credit_by_priority(self) -> dict[str, int]:
        """Seconds of credit by priority code; the empty code has none."""
        return {"": 0} | {priority.code: priority.credit_s for priority in self.priorities}

    @cached_property
    def counters_by_service(self) -> dict[str, tuple[str, ...]]:
        """Which counters may serve a service, fewest skills first, then in the profile's order."""
        by_skill = sorted(self.counters, key=lambda counter: len(counter.services))
        return {
            service.id: tuple(c.id for c in by_skill if service.id in c.services)
            for service in self.services
        }
