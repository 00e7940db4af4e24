"""Numbers on paper: one counter a prefix and day, no gap, no duplicate, a wrap that is defined."""

from server.core.model import DayState
from server.core.rejected import Reason, Rejected
from server.core.rules import ServiceRule


def next_number(state: DayState, service: ServiceRule) -> int:
    """The number after the last one given today for this prefix.

    After ``last_number`` it goes on at ``first_number``, but never to a label somebody in the
    building still holds: then the numbers are exhausted.
    """
    last = state.numbers.get(service.prefix)
    if last is None:
        return service.first_number
    number = last + 1 if last < service.last_number else service.first_number
    space = service.last_number - service.first_number + 1
    all_given_once = state.tallies[service.id].issued >= space
    if all_given_once and _is_held(state, label(service, number)):
        raise Rejected(Reason.NUMBERS_EXHAUSTED, service.id)
    return number


def label(service: ServiceRule, number: int) -> str:
    """What is printed, shown and spoken: ``6 027``."""
    return f"{service.prefix} {number:0{service.width}d}"


def _is_held(state: DayState, wanted: str) -> bool:
    return any(ticket.label == wanted for _, ticket in state.tickets.items())
