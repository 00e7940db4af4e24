"""Between the core and the wire: commands inward; answers, notices and minutes outward. Pure."""

import dataclasses
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from server.core import commands as c
from server.core import events as e
from server.core import explain, story
from server.core.model import DayState
from server.core.numbering import label
from server.protocol.commands import AnyCommand
from server.protocol.kinds import COMMANDS
from server.protocol.messages import (
    CallNotice,
    NumberRange,
    Precedence,
    PrintNotice,
    Result,
    Story,
    StoryStep,
)
from server.protocol.office import Wire
from server.protocol.views import WaitRange, Why

FROM_THE_SESSION: Final = frozenset({"at", "device"})
"""What a core command is told by the connection: the moment it came, and who asks."""


def core_class(asked: type[Wire]) -> type[c.Command]:
    """The core's class of the same name, which takes every field the wire's has and no other.

    Raises ``TypeError`` when there is none, when the core wants a field that neither the wire's
    command nor the session gives, or when a field of the wire would be lost.
    """
    core = getattr(c, asked.__name__, None)
    if not (isinstance(core, type) and issubclass(core, c.Command)):
        raise TypeError(f"the core knows no command {asked.__name__}")
    wanted = {field.name for field in dataclasses.fields(core)}
    given = set(asked.model_fields) - {"kind"}
    if missing := wanted - given - FROM_THE_SESSION:
        raise TypeError(f"{asked.__name__} on the wire has no {', '.join(sorted(missing))}")
    if lost := given - wanted:
        raise TypeError(f"{asked.__name__} of the core has no {', '.join(sorted(lost))}")
    return core


_CORE: Final = {asked: core_class(asked) for asked in COMMANDS}
_FIELDS: Final = {
    core: frozenset(field.name for field in dataclasses.fields(core)) for core in _CORE.values()
}


def to_core(command: AnyCommand, at: datetime, device: str) -> c.Command:
    """The core's command for what ``device`` asked on the wire, with the moment it came.

    A command that names a device itself means that one.
    """
    core = _CORE[type(command)]
    session: dict[str, Any] = {"at": at, "device": device}
    said = {name: _plain(value) for name, value in command if name != "kind"}
    return core(
        **{name: value for name, value in (session | said).items() if name in _FIELDS[core]}
    )


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return value.value if isinstance(value, StrEnum) else value


def result_of(command_id: str, state: DayState, facts: tuple[e.Event, ...]) -> Result:
    """The answer to a command, from its facts alone: so a replay gives the same one."""
    fact = facts[-1]
    if isinstance(fact, e.TicketIssued):
        return Result(
            id=command_id,
            version=state.version,
            ticket=fact.ticket,
            label=fact.label,
            issued_at=fact.at,
            ahead=fact.ahead,
            wait=wait_range(fact.wait_low_s, fact.wait_high_s),
            notes=fact.notes,
        )
    if isinstance(fact, e.NumbersReserved):
        rule = state.in_force.service_by_id[fact.service]
        labels = tuple(label(rule, number) for number in range(fact.first, fact.last + 1))
        numbers = NumberRange(first=fact.first, last=fact.last, labels=labels)
        return Result(id=command_id, version=state.version, numbers=numbers)
    if isinstance(fact, e.TicketCalled):
        return Result(
            id=command_id,
            version=state.version,
            ticket=fact.ticket,
            label=state.tickets[fact.ticket].label,
            why=Why(code=fact.why, params=dict(fact.why_params)),
        )
    ticket = fact.ticket if isinstance(fact, e.TicketEvent) else ""
    return Result(id=command_id, version=state.version, ticket=ticket)


def wait_range(low_s: int | None, high_s: int | None) -> WaitRange | None:
    """Seconds as the whole minutes people are told.

    Rounded outwards; beyond half an hour in steps of five, for nobody believes a finer one.
    """
    if low_s is None or high_s is None:
        return None
    step = 60 if high_s <= 1800 else 300
    low, high = low_s // step * step // 60, -(-high_s // step) * step // 60
    return WaitRange(low_min=low, high_min=max(high, low + 1))


Notice = CallNotice | PrintNotice


def notice_of(state: DayState, fact: e.Event) -> Notice | None:
    """The one-shot notice a fact makes, if any; ``state`` is the one right after it."""
    if isinstance(fact, e.PrintRequested):
        return _print_notice(state, fact)
    if not isinstance(fact, e.TicketCalled | e.TicketRecalled):
        return None
    ticket = state.tickets[fact.ticket]
    return CallNotice(
        n=f"{state.day}/{state.version}",
        at=fact.at,
        ticket=ticket.id,
        label=ticket.label,
        service=ticket.service,
        counter=fact.counter,
        priority=ticket.priority,
        recall_count=ticket.recall_count,
        language=ticket.language,
    )


def _print_notice(state: DayState, fact: e.PrintRequested) -> PrintNotice:
    ticket = state.tickets[fact.ticket]
    told = ticket.told
    return PrintNotice(
        n=f"{state.day}/{state.version}",
        at=fact.at,
        device=fact.device,
        ticket=ticket.id,
        label=ticket.label,
        service=ticket.service,
        issued_at=ticket.arrived_at,
        priority=ticket.priority,
        procedure=ticket.procedure,
        language=ticket.language,
        ahead=told.ahead if told else None,
        wait=wait_range(told.low_s, told.high_s) if told else None,
        notes=ticket.notes,
        copy_number=fact.copy_number,
    )


def story_message(query_id: str, told: story.Story) -> Story:
    """A ticket's story as the wire tells it."""
    return Story(
        id=query_id,
        day=told.day,
        ticket=told.ticket,
        label=told.label,
        steps=tuple(_step(step) for step in told.steps),
        before=_preceding(told.before),
    )


_APART: Final = frozenset({"at", "ticket", "counter", "why", "why_params"})
_PLAIN: Final = (str, int)


def _step(step: story.Step) -> StoryStep:
    fact = step.event
    fields = {field.name: getattr(fact, field.name) for field in dataclasses.fields(fact)}
    called = fact if isinstance(fact, e.TicketCalled) else None
    return StoryStep(
        version=step.version,
        at=fact.at,
        kind=snake(type(fact).__name__),
        counter=fields.get("counter", ""),
        details={
            name: value
            for name, value in fields.items()
            if name not in _APART and isinstance(value, _PLAIN) and value != ""
        },
        why=_why(explain.Why(called.why, called.why_params)) if called else None,
        before=_preceding(step.before),
        taken_back=step.taken_back,
    )


def _preceding(before: tuple[story.Precedence, ...]) -> tuple[Precedence, ...]:
    return tuple(
        Precedence(
            at=each.event.at,
            label=each.label,
            counter=each.event.counter,
            why=_why(each.why),
            stood_after=each.stood_after,
        )
        for each in before
    )


def _why(why: explain.Why) -> Why:
    return Why(code=why.code, params=dict(why.params))


def snake(name: str) -> str:
    """``TicketCalled`` as the wire names it: ``ticket_called``."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name).lstrip("_")
