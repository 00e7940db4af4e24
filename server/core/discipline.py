"""Who is next. Each rule is a function of the same signature; the office's profile names one.

Every line keeps a queue for each priority class in the order of arrival. A rule chooses among
the heads of the queues a desk may serve, so within a class nobody overtakes anybody, under any
rule. Ties end in the order of issue: same state, same moment, same choice.

How far somebody can be overtaken, apart from a desk a ticket was sent or returns to by name and
calls of a chosen ticket, which are counted (tests hold each rule to it):

* always: never by anybody who stands after him once he has waited longer than the cap;
* first come first served: never;
* time credit: only by those who came at most the difference of credits after him;
* strict: only by those of a higher rank, until the cap;
* ratio n:m: by at most n of priority between two ordinary calls of a desk, and one of priority by
  at most m ordinary ones between two priority calls, until the cap;
* accumulating: only by those whose weighted wait is longer than his, until the cap;
* with preferred services, also by those of a service before his in the desk's list, until the cap;
* with languages, also at desks that do not speak his while one at work does, until the cap.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from server.core import explain
from server.core.explain import Why
from server.core.model import DayState, Desk, DeskStatus, Line, Place, Ticket, desk_line
from server.core.rules import DisciplineKind, PriorityRule, Rules, SkillRule
from server.core.tree import Tree

MICROSECOND: Final = timedelta(microseconds=1)

Choice = tuple[Ticket, Why]
Heads = list[Ticket]


@dataclass(frozen=True, slots=True)
class CallContext:
    """What a rule may use besides the heads of the queues: rules, time, the desk's turn."""

    rules: Rules
    now: datetime
    turn: int


Rule = Callable[[Heads, CallContext], Choice]


def next_for(state: DayState, counter: str, now: datetime) -> Choice | None:
    """The ticket this desk calls next, and why; ``None`` only when no ticket waits that it may
    serve.
    """
    return next(order_for(state, counter, now), None)


def order_for(state: DayState, counter: str, now: datetime) -> Iterator[Choice]:
    """All tickets this desk may call, in the order in which it would if nothing else happened."""
    desk = state.desks[counter]
    front = [state.tickets[ticket] for ticket in desk.front]
    yield from ((ticket, explain.returned()) for ticket in front)
    taken = set(desk.front)
    for _, ticket_id in state.lines[desk_line(counter)].items():
        if ticket_id not in taken:
            yield state.tickets[ticket_id], explain.sent_here()
    left_for_others: list[Choice] = []
    for choice in _by_rule(state, desk, now):
        if choice[0].id in taken:
            continue
        if _is_better_off_elsewhere(state, desk, choice[0], now):
            left_for_others.append(choice)
        else:
            yield _explained(choice, left_for_others)
    yield from left_for_others


def first_few(state: DayState, counter: str, now: datetime, limit: int) -> list[Choice]:
    """The first ``limit`` of the order."""
    return list(islice(order_for(state, counter, now), limit))


def turns_of_idle_desks(state: DayState, now: datetime) -> dict[str, str]:
    """Which idle desk should call whom now: counter to ticket id.

    Desks with the fewest skills choose first, so that those who can do more stay free for whom
    only they can serve. A desk that is not named has nobody left to call.
    """
    idle = [d for d in state.desks.values() if d.status is DeskStatus.OPEN and not d.ticket]
    turns: dict[str, str] = {}
    taken: set[str] = set()
    for desk in sorted(idle, key=lambda each: len(services_of(state, each))):
        for ticket, _ in order_for(state, desk.id, now):
            if ticket.id not in taken:
                turns[desk.id] = ticket.id
                taken.add(ticket.id)
                break
    return turns


def services_of(state: DayState, desk: Desk) -> tuple[str, ...]:
    """The services of a desk now: set by a supervisor or the profile, limited to its clerk's
    skills.
    """
    rules = state.in_force
    services = rules.counter_by_id[desk.id].services if desk.services is None else desk.services
    skill = rules.skill_by_clerk.get(desk.clerk)
    if skill is None or not skill.services:
        return services
    return tuple(service for service in services if service in skill.services)


def next_turn(rules: Rules, turn: int, ticket: Ticket) -> int:
    """The desk's place in the ratio cycle after calling this ticket.

    It moves on when the kind whose turn it was is called; a kind that had nobody keeps its turn.
    """
    chosen = rules.discipline
    cycle = chosen.priority_turns + chosen.ordinary_turns
    was_priority = rules.priority_by_code[ticket.priority].rank > 0
    return (turn + 1) % cycle if was_priority == (turn < chosen.priority_turns) else turn


def ahead_of(state: DayState, ticket: Ticket, now: datetime) -> int:
    """How many of the same line would be called before this ticket, whether it waits or not.

    A ratio is counted from the beginning of its cycle and as if the cap did not shift it; the
    other rules exactly, but for places kept at a desk.
    """
    rules = state.in_force
    line = state.lines[ticket.line]
    capped = capped_before(now, rules.cap_s)
    if ticket.only_at or ticket.place < capped:
        return sum(queue.rank(ticket.place) for queue in line.classes.values())
    if rules.discipline.kind is DisciplineKind.RATIO:
        return _ahead_by_ratio(rules, line, ticket, capped)
    # The tickets that the rule puts first and those that the cap protects are both at the front.
    return sum(
        max(queue.rank(capped), _put_first(rules, code, queue, ticket, now))
        for code, queue in line.classes.items()
    )


def _put_first(
    rules: Rules, code: str, queue: Tree[Place, str], ticket: Ticket, now: datetime
) -> int:
    """How many of the queue of this class the rule calls before the ticket."""
    if code == ticket.priority:
        return queue.rank(ticket.place)
    order, classes = _ORDERS[rules.discipline.kind], rules.priority_by_code
    theirs, mine = classes[code], order(classes[ticket.priority], ticket.place, now)
    return queue.leading(lambda place: order(theirs, place, now) < mine)


def capped_before(now: datetime, cap_s: int) -> Place:
    """The first place that is not protected by the cap."""
    return now - timedelta(seconds=cap_s), 0


def _is_better_off_elsewhere(state: DayState, desk: Desk, ticket: Ticket, now: datetime) -> bool:
    """Whether this clerk does not speak the citizen's language and another one at work does
    (S4-08).

    Only until the cap, and only while this desk has somebody else to call.
    """
    rules = state.in_force
    if not ticket.language or ticket.place < capped_before(now, rules.cap_s):
        return False
    return not _speaks(rules, desk, ticket.language) and any(
        _speaks(rules, other, ticket.language)
        for other in state.desks.values()
        if other.status is DeskStatus.OPEN and ticket.service in services_of(state, other)
    )


def _speaks(rules: Rules, desk: Desk, language: str) -> bool:
    """Whether the desk's clerk speaks the language; false for a closed desk or an unknown clerk."""
    return language in rules.skill_by_clerk.get(desk.clerk, SkillRule(desk.clerk)).languages


def _explained(choice: Choice, left_for_others: list[Choice]) -> Choice:
    """The reason of a choice that left an older ticket to a desk that speaks its language."""
    older = [ticket for ticket, _ in left_for_others if ticket.place < choice[0].place]
    if choice[1].code == explain.OLDEST and older:
        return choice[0], explain.language(older[0].language)
    return choice


def _by_rule(state: DayState, desk: Desk, now: datetime) -> Iterator[Choice]:
    rules, turn = state.in_force, desk.turn
    choose = RULES[rules.discipline.kind]
    capped = capped_before(now, rules.cap_s)
    lines = [state.lines[service] for service in services_of(state, desk)]
    queues = [queue.items() for line in lines for queue in line.classes.values() if queue]
    heads = {index: state.tickets[next(queue)[1]] for index, queue in enumerate(queues)}
    while heads:
        standing = list(heads.values())
        oldest = min(standing, key=_place)
        if rules.discipline.preferred_first:
            preferred = standing[0].service
            standing = [head for head in standing if head.service == preferred]
        ticket, why = choose(standing, CallContext(rules, now, turn))
        if oldest.place < capped and ticket is not oldest:
            ticket, why = oldest, explain.cap(oldest, now, rules.cap_s)
        elif ticket is oldest:
            why = explain.oldest()
        elif ticket is min(standing, key=_place):
            why = explain.preferred(ticket.service)
        yield ticket, why
        turn = next_turn(rules, turn, ticket)
        index = next(index for index, head in heads.items() if head is ticket)
        following = next(queues[index], None)
        if following is None:
            del heads[index]
        else:
            heads[index] = state.tickets[following[1]]


def _place(ticket: Ticket) -> Place:
    return ticket.place


Standing = tuple[int, datetime, int]
"""A ticket's standing under a rule: the smallest is called next, no two are equal."""

Order = Callable[[PriorityRule, Place, datetime], Standing]
"""A function from a place in the queue of a priority class to its standing at a moment.

Within a class it never changes the order of arrival: :func:`ahead_of` rests on that.
"""


def _in_order_of_arrival(_class: PriorityRule, place: Place, _now: datetime) -> Standing:
    return 0, *place


def _by_credit(priority: PriorityRule, place: Place, _now: datetime) -> Standing:
    stands_at, sequence = place
    return 0, stands_at - timedelta(seconds=priority.credit_s), sequence


def _by_rank(priority: PriorityRule, place: Place, _now: datetime) -> Standing:
    return -priority.rank, *place


def _by_weight(priority: PriorityRule, place: Place, now: datetime) -> Standing:
    # Whole numbers: two equal weights must be equal, or they do not end in the order of arrival.
    waited_us = (now - place[0]) // MICROSECOND
    return -waited_us * priority.rate_percent, *place


_ORDERS: Final[dict[DisciplineKind, Order]] = {
    DisciplineKind.FCFS: _in_order_of_arrival,
    DisciplineKind.CREDIT: _by_credit,
    DisciplineKind.STRICT: _by_rank,
    DisciplineKind.ACCUMULATING: _by_weight,
}
"""The order of each rule, defined once. A ratio has none: it depends on the turn."""


def _first(heads: Heads, call: CallContext) -> Ticket:
    order, classes = _ORDERS[call.rules.discipline.kind], call.rules.priority_by_code
    return min(heads, key=lambda each: order(classes[each.priority], each.place, call.now))


def _fcfs(heads: Heads, call: CallContext) -> Choice:
    return _first(heads, call), explain.oldest()


def _credit(heads: Heads, call: CallContext) -> Choice:
    ticket = _first(heads, call)
    return ticket, explain.credit(ticket, call.rules.priority_by_code[ticket.priority].credit_s)


def _strict(heads: Heads, call: CallContext) -> Choice:
    ticket = _first(heads, call)
    return ticket, explain.first_by_class(ticket)


def _ratio(heads: Heads, call: CallContext) -> Choice:
    chosen = call.rules.discipline
    wants_priority = call.turn < chosen.priority_turns
    ranks = call.rules.priority_by_code
    of_turn = [each for each in heads if (ranks[each.priority].rank > 0) == wants_priority]
    ticket = min(of_turn or heads, key=_place)
    return ticket, explain.by_turn(chosen.priority_turns, chosen.ordinary_turns)


def _accumulating(heads: Heads, call: CallContext) -> Choice:
    ticket = _first(heads, call)
    return ticket, explain.weighted(ticket)


RULES: Final[dict[DisciplineKind, Rule]] = {
    DisciplineKind.FCFS: _fcfs,
    DisciplineKind.CREDIT: _credit,
    DisciplineKind.STRICT: _strict,
    DisciplineKind.RATIO: _ratio,
    DisciplineKind.ACCUMULATING: _accumulating,
}


def _ahead_by_ratio(rules: Rules, line: Line, ticket: Ticket, capped: Place) -> int:
    chosen, ranks = rules.discipline, rules.priority_by_code
    is_priority = ranks[ticket.priority].rank > 0
    own, others = 0, 0
    for code, queue in line.classes.items():
        if (ranks[code].rank > 0) == is_priority:
            own += queue.rank(ticket.place)
        else:
            others += len(queue)
    if is_priority:
        turns = own // chosen.priority_turns * chosen.ordinary_turns
    else:
        turns = (own // chosen.ordinary_turns + 1) * chosen.priority_turns
    protected = sum(queue.rank(capped) for queue in line.classes.values())
    return max(own + min(others, turns), protected)
