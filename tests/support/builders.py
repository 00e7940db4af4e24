"""Small worlds for tests: rules, moments and days, with only what a test wants to differ."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import reduce

from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rules import CounterRule, OpeningPeriod, PriorityRule, Rules, ServiceRule

MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
"""Monday 23 November 2026, 07:30 in Việt Nam."""


def at(minutes: float) -> datetime:
    """So many minutes after the office opened."""
    return MONDAY + timedelta(minutes=minutes)


def some_rules(**changes: object) -> Rules:
    """Two services, three desks (one with both), an hour's cap, two priorities."""
    fields: dict[str, object] = {
        "office": "test",
        "zone": "Asia/Ho_Chi_Minh",
        "services": (
            ServiceRule("birth", "9", 1, 999, 3, 900),
            ServiceRule("copy", "6", 1, 999, 3, 240),
        ),
        "counters": (
            CounterRule("6", ("copy",)),
            CounterRule("8", ("birth", "copy")),
            CounterRule("9", ("birth",)),
        ),
        "priorities": (PriorityRule("P1", 1200), PriorityRule("P3", 600)),
        "clerks": ("an", "binh", "chi", "dung"),
        "cap_s": 2700,
        "recall_limit": 2,
        "sessions": tuple(
            OpeningPeriod(day, *hours) for day in range(5) for hours in ((450, 690), (810, 1020))
        ),
        "kiosk_lead_min": 30,
        "pause_reasons": ("break",),
        "transfer_reasons": ("wrong_service",),
        "hold_reasons": ("papers",),
        "outcomes": ("accepted", "advised"),
        "call_reasons": ("helping_out",),
        "tags": ("no_network", "form_missing"),
        "causes": ("crowd", "few_clerks"),
        "supervisors": ("dung",),
        "refuses_beyond_closing": False,
    }
    return Rules(**(fields | changes))  # type: ignore[arg-type]  # fields are checked by the dataclass's users


ALWAYS_OPEN = tuple(OpeningPeriod(day, 0, 1440) for day in range(7))
"""Sessions for tests in which the hour is not the matter."""


def opened(rules: Rules | None = None, when: datetime = MONDAY) -> DayState:
    """A day that has just begun."""
    return after_commands(DayState(), [c.OpenDay(when, "2026-11-23", rules or some_rules())])


def after_commands(state: DayState, commands: Iterable[c.Command]) -> DayState:
    """The state when all these were asked, one after another."""
    for command in commands:
        state = reduce(evolve, decide(state, command), state)
    return state


def replayed(events: Iterable[e.Event]) -> DayState:
    """The state a log makes."""
    return reduce(evolve, events, DayState())


def issue(ticket: str, service: str = "copy", minutes: float = 0, priority: str = "") -> c.Command:
    """Somebody takes a number."""
    return c.IssueTicket(at(minutes), ticket, service, priority)


def seat(counter: str, clerk: str, minutes: float = 0) -> c.Command:
    """A clerk sits down."""
    return c.OpenCounter(at(minutes), counter, clerk)


def call(counter: str, clerk: str, minutes: float) -> c.Command:
    """*Gọi tiếp*."""
    return c.CallNext(at(minutes), counter, clerk)
