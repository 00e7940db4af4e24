"""The queue discipline: time credit with a cap (design.md §3, reference/wait.md §2).

Next is the ticket with the smallest ``arrival − credit``; but once somebody has waited longer
than the cap, nobody may overtake him. Ties end in the order of issue. So an overtaking is
bounded twice: by the credit, and by the cap.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from heapq import merge
from itertools import islice, takewhile

from server.core import explain
from server.core.explain import Why
from server.core.model import DayState, Line, Place, Ticket

Choice = tuple[Ticket, Why]


def next_for(state: DayState, counter: str, now: datetime) -> Choice | None:
    """Whom this desk calls next, and why; ``None`` only when nobody waits whom it may serve."""
    return next(order_for(state, counter, now), None)


def order_for(state: DayState, counter: str, now: datetime) -> Iterator[Choice]:
    """Everybody this desk may call, in the order it would call them if nothing else happened."""
    rules = state.in_force
    front = [state.tickets[ticket] for ticket in state.desks[counter].front]
    yield from ((ticket, explain.returned()) for ticket in front)
    lines = [state.lines[service] for service in rules.counter_by_id[counter].services]
    kept = {ticket.id for ticket in front}
    for ticket, why in _by_discipline(state, lines, now, rules.cap_s):
        if ticket.id not in kept:
            yield ticket, why


def first_few(state: DayState, counter: str, now: datetime, limit: int) -> list[Choice]:
    """The first ``limit`` of the order."""
    return list(islice(order_for(state, counter, now), limit))


def ahead_of(state: DayState, ticket: Ticket, now: datetime) -> int:
    """How many of the same service would be called before this ticket, whether it waits or not.

    Those ahead under the credit, and those the cap protects although they have less credit.
    """
    line = state.lines[ticket.service]
    mine = ticket.credit_place
    capped_before = _capped_from(now, state.in_force.cap_s)
    if ticket.arrival_place < capped_before:
        return line.by_arrival.rank(ticket.arrival_place)
    protected = takewhile(lambda item: item[0] < capped_before, line.by_arrival.items_from(mine))
    overruled = sum(1 for _, other in protected if state.tickets[other].credit_place > mine)
    return line.by_credit.rank(mine) + overruled


def _by_discipline(
    state: DayState, lines: list[Line], now: datetime, cap_s: int
) -> Iterator[Choice]:
    capped_before = _capped_from(now, cap_s)
    credit_first = _first(line.by_credit.first() for line in lines)
    for place, ticket_id in merge(*(line.by_arrival.items() for line in lines)):
        if place >= capped_before:
            break
        ticket = state.tickets[ticket_id]
        unchallenged = ticket.credit_place == credit_first
        yield ticket, explain.oldest() if unchallenged else explain.cap(ticket, now, cap_s)
    oldest_left = _first(next(line.by_arrival.items_from(capped_before), None) for line in lines)
    for _, ticket_id in merge(*(line.by_credit.items() for line in lines)):
        ticket = state.tickets[ticket_id]
        if ticket.arrival_place >= capped_before:
            came_first = not ticket.credit_s or ticket.arrival_place == oldest_left
            yield ticket, explain.oldest() if came_first else explain.credit(ticket)


def _capped_from(now: datetime, cap_s: int) -> Place:
    """The first place that is not protected by the cap."""
    return now - timedelta(seconds=cap_s), 0


def _first(heads: Iterable[tuple[Place, str] | None]) -> Place | None:
    return min((head[0] for head in heads if head), default=None)
