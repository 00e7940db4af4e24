"""The whole story of a ticket from its day's events, with who was called before it and why.

Codes only; the sentences are made from ``server/words/story.py``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from server.core import events as e
from server.core.discipline import services_of
from server.core.evolve import evolve
from server.core.explain import Why
from server.core.model import DayState, Desk, Status, Ticket


@dataclass(frozen=True, slots=True)
class Precedence:
    """Somebody called while the ticket waited, by a desk that could have served it.

    ``stood_after``: the other's place in line was behind the ticket's, so it was overtaken.
    """

    version: int
    event: e.TicketCalled
    label: str
    stood_after: bool

    @property
    def why(self) -> Why:
        """Why the other was called first."""
        return Why(self.event.why, self.event.why_params)


@dataclass(frozen=True, slots=True)
class Step:
    """One event of the ticket's life. ``before`` belongs to a call: who came first.

    ``taken_back``: the clerk undid it.
    """

    version: int
    event: e.TicketEvent
    before: tuple[Precedence, ...] = ()
    taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """A ticket's day. ``before`` are those called before it in a wait that no call has ended."""

    day: str
    ticket: str
    label: str
    steps: tuple[Step, ...]
    before: tuple[Precedence, ...] = ()


def story_of(events: Iterable[e.Event], wanted: str) -> Story | None:
    """The story of the ticket with this label or id; ``None`` if the day knows none.

    A label that was given twice on a day (the numbers wrapped) means the later ticket.
    """
    log = list(events)
    issued = [
        fact
        for fact in log
        if isinstance(fact, e.TicketIssued) and wanted in (fact.label, fact.ticket)
    ]
    return _told(log, issued[-1]) if issued else None


def _told(log: list[e.Event], issued: e.TicketIssued) -> Story:
    state = DayState()
    steps: list[Step] = []
    before: list[Precedence] = []
    for version, fact in enumerate(log, start=1):
        if isinstance(fact, e.TicketEvent) and fact.ticket == issued.ticket:
            steps.append(Step(version, fact, tuple(before) if _is_call(fact) else ()))
            if isinstance(fact, e.TicketReturned | e.TicketTransferred | e.LegCompleted):
                before.clear()
        if isinstance(fact, e.ActionUndone):
            before = [each for each in before if each.version != fact.undone_version]
            steps = [_unless_undone(step, fact.undone_version) for step in steps]
        elif isinstance(fact, e.TicketCalled) and fact.ticket != issued.ticket:
            before += _preceding(state, version, fact, issued.ticket)
        state = evolve(state, fact)
    waits = state.tickets.get(issued.ticket)
    left = tuple(before) if waits and waits.status is Status.WAITING else ()
    return Story(state.day, issued.ticket, issued.label, tuple(steps), left)


def _is_call(fact: e.Event) -> bool:
    return isinstance(fact, e.TicketCalled)


def _unless_undone(step: Step, version: int) -> Step:
    return replace(step, taken_back=True) if step.version == version else step


def _preceding(
    state: DayState, version: int, call: e.TicketCalled, ticket_id: str
) -> list[Precedence]:
    ticket = state.tickets.get(ticket_id)
    desk = state.desks[call.counter]
    if ticket is None or not _could_serve(state, desk, ticket):
        return []
    other = state.tickets[call.ticket]
    return [Precedence(version, call, other.label, other.place > ticket.place)]


def _could_serve(state: DayState, desk: Desk, ticket: Ticket) -> bool:
    if ticket.status is not Status.WAITING:
        return False
    if desk.id in (ticket.only_at, ticket.front_of):
        return True
    return not ticket.only_at and ticket.service in services_of(state, desk)
