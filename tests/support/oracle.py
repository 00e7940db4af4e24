"""The queue discipline said again as bluntly as possible, to judge the real one by.

No queues, no heads, no ranks: everybody in the building is looked at, one by one, each time.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from server.core.model import DayState, Desk, DeskStatus, Status, Ticket
from server.core.rules import DisciplineKind, Rules

Standing = tuple[datetime, int]


def oracle_next(state: DayState, counter: str, now: datetime) -> str | None:
    """Whom the desk must call."""
    order = oracle_order(state, counter, now)
    return order[0] if order else None


def oracle_order(state: DayState, counter: str, now: datetime) -> list[str]:
    """Everybody the desk may call, in the order it must call them."""
    desk = state.desks[counter]
    everybody = [t for _, t in state.tickets.items() if t.status is Status.WAITING]
    sent_here = sorted((t for t in everybody if t.only_at == counter), key=standing)
    by_name = dict.fromkeys((*desk.front, *(ticket.id for ticket in sent_here)))
    people = [t for t in everybody if not t.only_at and t.service in served(state, desk)]
    ruled, turn = [], desk.turn
    while people:
        ticket = oracle_pick(state, desk, people, now, turn)
        people.remove(ticket)
        ruled.append(ticket)
        turn = turned(state.in_force, turn, ticket)
    ruled = [ticket for ticket in ruled if ticket.id not in by_name]
    spared = [ticket for ticket in ruled if is_spared(state, desk, ticket, now)]
    return [*by_name, *(t.id for t in ruled if t not in spared), *(t.id for t in spared)]


def oracle_pick(
    state: DayState, desk: Desk, people: list[Ticket], now: datetime, turn: int
) -> Ticket:
    """The one of these people whose turn it is under the office's rule."""
    rules = state.in_force
    too_long = [t for t in people if now - t.stands_at > timedelta(seconds=rules.cap_s)]
    if too_long:
        return min(too_long, key=standing)
    if rules.discipline.preferred_first:
        wanted = next(s for s in served(state, desk) if any(t.service == s for t in people))
        people = [ticket for ticket in people if ticket.service == wanted]
    keys: dict[DisciplineKind, Callable[[Ticket], Any]] = {
        DisciplineKind.FCFS: standing,
        DisciplineKind.CREDIT: lambda t: (
            t.stands_at - timedelta(seconds=rules.priority_by_code[t.priority].credit_s),
            t.sequence,
        ),
        DisciplineKind.STRICT: lambda t: (-rank(rules, t), standing(t)),
        DisciplineKind.RATIO: lambda t: (
            is_priority(rules, t) != (turn < rules.discipline.priority_turns),
            standing(t),
        ),
        DisciplineKind.ACCUMULATING: lambda t: (-weight(rules, t, now), standing(t)),
    }
    return min(people, key=keys[rules.discipline.kind])


def turned(rules: Rules, turn: int, ticket: Ticket) -> int:
    """The place in the ratio's cycle: it moves on when the kind whose turn it is is called."""
    turns = rules.discipline.priority_turns
    if is_priority(rules, ticket) != (turn < turns):
        return turn
    return (turn + 1) % (turns + rules.discipline.ordinary_turns)


def served(state: DayState, desk: Desk) -> list[str]:
    """What the desk and its clerk may serve."""
    rules = state.in_force
    own = next(rule.services for rule in rules.counters if rule.id == desk.id)
    skills = [skill.services for skill in rules.skills if skill.clerk == desk.clerk]
    can = skills[0] if skills and skills[0] else own if desk.services is None else desk.services
    return [s for s in (own if desk.services is None else desk.services) if s in can]


def is_spared(state: DayState, desk: Desk, ticket: Ticket, now: datetime) -> bool:
    """Left for another desk at work that speaks the citizen's language, until the cap."""
    if not ticket.language or now - ticket.stands_at > timedelta(seconds=state.in_force.cap_s):
        return False
    open_desks = [d for d in state.desks.values() if d.status is DeskStatus.OPEN]
    able = [d.id for d in open_desks if ticket.service in served(state, d)]
    speaking = [id_ for id_ in able if ticket.language in spoken(state, state.desks[id_])]
    return bool(speaking) and ticket.language not in spoken(state, desk)


def spoken(state: DayState, desk: Desk) -> tuple[str, ...]:
    """The languages of the clerk who sits there."""
    skills = [skill for skill in state.in_force.skills if skill.clerk == desk.clerk]
    return skills[0].languages if skills else ("vi",)


def standing(ticket: Ticket) -> Standing:
    """Where somebody stands by the moment his place counts from."""
    return ticket.stands_at, ticket.sequence


def rank(rules: Rules, ticket: Ticket) -> int:
    """Ordinary people have none."""
    return rules.priority_by_code[ticket.priority].rank


def is_priority(rules: Rules, ticket: Ticket) -> bool:
    """Whether a ratio counts the ticket among the priority ones."""
    return rank(rules, ticket) > 0


def weight(rules: Rules, ticket: Ticket, now: datetime) -> int:
    """The weighted wait in exact numbers."""
    waited = now - ticket.stands_at
    return (
        waited // timedelta(microseconds=1) * rules.priority_by_code[ticket.priority].rate_percent
    )
