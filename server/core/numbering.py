"""Numbers on paper: one counter a prefix and day, no gap, no duplicate, a wrap that is defined."""

from server.core.model import DayState, Reserve
from server.core.rejected import Reason, Rejected
from server.core.rules import ServiceRule


def next_number(state: DayState, service: ServiceRule) -> int:
    """The number after the last one given today for this prefix.

    After ``last_number`` it goes on at ``first_number``, but never to a label somebody in the
    building still holds, nor to one a kiosk keeps in reserve: then the numbers are exhausted.
    """
    last = state.numbers.get(service.prefix)
    if last is None:
        return service.first_number
    number = last + 1 if last < service.last_number else service.first_number
    if _may_have_wrapped(state, service) and not _is_free(state, service, number):
        raise Rejected(Reason.NUMBERS_EXHAUSTED, service.id)
    return number


def reserve_range(state: DayState, service: ServiceRule, count: int) -> tuple[int, int]:
    """First and last of ``count`` fresh numbers, fewer near the end of the space; never wrapped."""
    first = next_number(state, service)
    last = min(first + count - 1, service.last_number)
    if first <= (state.numbers.get(service.prefix) or 0):
        raise Rejected(Reason.NUMBERS_EXHAUSTED, service.id)
    return first, last


def reserve_of(state: DayState, device: str, service: ServiceRule, number: int) -> Reserve | None:
    """The device's own reserve that holds this number."""
    return next(
        (
            reserve
            for reserve in state.reserves
            if reserve.device == device
            and reserve.prefix == service.prefix
            and reserve.first <= number <= reserve.last
        ),
        None,
    )


def label(service: ServiceRule, number: int) -> str:
    """What is printed, shown and spoken: ``6 027``."""
    return f"{service.prefix} {number:0{service.width}d}"


def _may_have_wrapped(state: DayState, service: ServiceRule) -> bool:
    """Whether the numbers given and kept could fill the space; before that each one is fresh."""
    kept = (each.last - each.first + 1 for each in state.reserves if each.prefix == service.prefix)
    space = service.last_number - service.first_number + 1
    return state.tallies[service.id].issued + sum(kept) >= space


def _is_free(state: DayState, service: ServiceRule, number: int) -> bool:
    wanted = label(service, number)
    reserved = any(
        reserve.prefix == service.prefix and reserve.first <= number <= reserve.last
        for reserve in state.reserves
    )
    return not reserved and all(ticket.label != wanted for _, ticket in state.tickets.items())
