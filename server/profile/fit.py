"""Whether a running day can go on under another office file, and if not why, in sentences.

The core decides (``ChangeRules``) and names the first thing in the way; here are all of them, with
the names people know, and what only a screen would notice.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from server.codes import ErrorCode
from server.core.model import DayState, Desk, DeskStatus, Ticket
from server.core.rules import Rules
from server.profile.model import OfficeProfile

LABELS_NAMED = 12


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing in the way: the code a program reads, the words a person reads."""

    code: str
    words: str


class DoesNotFit(Exception):
    """The running day cannot go on under those rules; ``misfits`` says why, all at once."""

    def __init__(self, misfits: tuple[Misfit, ...]) -> None:
        super().__init__("\n".join(each.words for each in misfits))
        self.misfits = misfits


def misfits(
    state: DayState, old: OfficeProfile, new: Rules, moves: tuple[tuple[str, str], ...]
) -> tuple[Misfit, ...]:
    """Everything that is in the way, named by ``old``; empty when the day can go on."""
    if state.rules is None or state.closed:
        return ()
    return (
        *_other_office(state.rules, new),
        *_bad_moves(state.rules, new, moves),
        *_stranded(state, old, new, dict(moves)),
        *_priorities(state, new),
        *_desks(state, old, new),
    )


def _other_office(now: Rules, new: Rules) -> Iterator[Misfit]:
    if now.office != new.office:
        words = f"This is the log of {now.office}, not of {new.office}."
        yield Misfit("other_office", words)
    if now.zone != new.zone:
        words = f"The time zone is {now.zone}; another needs a data directory of its own."
        yield Misfit("other_zone", words)


def _bad_moves(now: Rules, new: Rules, moves: tuple[tuple[str, str], ...]) -> Iterator[Misfit]:
    for source, goal in moves:
        if source not in now.service_by_id:
            yield Misfit(
                ErrorCode.UNKNOWN_SERVICE, f"Nobody can be moved from {source}: no service."
            )
        if goal not in new.service_by_id:
            words = f"Nobody can be moved to {goal}: no service of the new file."
            yield Misfit(ErrorCode.UNKNOWN_SERVICE, words)


def _stranded(
    state: DayState, old: OfficeProfile, new: Rules, moves: dict[str, str]
) -> Iterator[Misfit]:
    names = {service.id: service.name for service in old.services}
    waiting: dict[str, list[str]] = defaultdict(list)
    for ticket in _present(state):
        for service in dict.fromkeys((ticket.service, *ticket.route)):
            if moves.get(service, service) not in new.service_by_id:
                waiting[service].append(ticket.label)
    for service, labels in waiting.items():
        words = (
            f"{_labels(labels)} would have nowhere to go: {names.get(service, service)} vanishes."
            f" Say where they go: --move {service}=OTHER"
        )
        yield Misfit(ErrorCode.WOULD_STRAND, words)


def _priorities(state: DayState, new: Rules) -> Iterator[Misfit]:
    having: dict[str, list[str]] = defaultdict(list)
    for ticket in _present(state):
        if ticket.priority not in new.priority_by_code:
            having[ticket.priority].append(ticket.label)
    for code, labels in having.items():
        words = f"{_labels(labels)} still has the priority {code}, which vanishes."
        yield Misfit(ErrorCode.UNKNOWN_PRIORITY, words)


def _desks(state: DayState, old: OfficeProfile, new: Rules) -> Iterator[Misfit]:
    desks = {counter.id: f"Desk {counter.number} ({counter.name})" for counter in old.counters}
    clerks = {clerk.id: clerk.name for clerk in old.clerks}
    for desk in state.desks.values():
        place, clerk = desks.get(desk.id, desk.id), clerks.get(desk.clerk, desk.clerk)
        yield from _desk(desk, new, place, clerk)
    for ticket in _present(state):
        if ticket.only_at and ticket.only_at not in new.counter_by_id:
            place = desks.get(ticket.only_at, ticket.only_at)
            yield Misfit(ErrorCode.UNKNOWN_COUNTER, f"{ticket.label} waits for {place} alone.")


def _desk(desk: Desk, new: Rules, place: str, clerk: str) -> Iterator[Misfit]:
    is_open = desk.status is not DeskStatus.CLOSED
    if desk.id not in new.counter_by_id:
        if is_open:
            words = f"{place} vanishes while {clerk} works there: close it first."
            yield Misfit(ErrorCode.UNKNOWN_COUNTER, words)
        return
    if is_open and desk.clerk not in new.clerks:
        words = f"{clerk} is no clerk of the new file but works at {place}."
        yield Misfit(ErrorCode.UNKNOWN_CLERK, words)
    for service in desk.services or ():
        if service not in new.service_by_id:
            words = f"{place} was given {service} by a supervisor: give it its own services first."
            yield Misfit(ErrorCode.UNKNOWN_SERVICE, words)


def _present(state: DayState) -> list[Ticket]:
    """Everybody in the building in the order of their numbers."""
    return sorted((ticket for _, ticket in state.tickets.items()), key=lambda each: each.sequence)


def _labels(labels: list[str]) -> str:
    named = ", ".join(labels[:LABELS_NAMED])
    more = len(labels) - LABELS_NAMED
    return f"{named} and {more} more" if more > 0 else named
