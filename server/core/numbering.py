"""Ticket numbers: one counter for each prefix and day, no gap, no duplicate, a defined wrap."""

from server.codes import ErrorCode
from server.core.model import DayState, Reserve
from server.core.rejected import Rejected
from server.core.rules import ServiceRule


def next_number(state: DayState, service: ServiceRule) -> int:
    """The number after the last one given today for this prefix that no kiosk keeps in reserve.

    After ``last_number`` comes ``first_number``. Raises ``Rejected`` (exhausted) when that label is
    still held by a ticket in the building.
    """
    kept = _reserves(state, service)
    last = state.numbers.get(service.prefix)
    number = _beyond(kept, service.first_number if last is None else last + 1)
    if number > service.last_number:
        number = _beyond(kept, service.first_number)
    if number > service.last_number or (
        _may_have_wrapped(state, service, kept) and not _is_free(state, service, number)
    ):
        raise Rejected(ErrorCode.NUMBERS_EXHAUSTED, service.id)
    return number


def reserve_range(state: DayState, service: ServiceRule, count: int) -> tuple[int, int]:
    """First and last of ``count`` unused numbers, reserved for one kiosk.

    They come from the top of the number space, so that the others still count from the first
    number; fewer where the space ends. All reserves together take half of it at most. Raises
    ``Rejected`` when there are none.
    """
    kept = _reserves(state, service)
    last = service.last_number
    for each in reversed(kept):
        if each.first <= last <= each.last:
            last = each.first - 1
    given = state.numbers.get(service.prefix, service.first_number - 1)
    below = max([given, *(each.last for each in kept if each.last <= last)])
    still = (service.last_number - service.first_number + 1) // 2 - _count(kept)
    first = max(last - min(count, still) + 1, below + 1)
    if first > last or _may_have_wrapped(state, service, kept):
        raise Rejected(ErrorCode.NUMBERS_EXHAUSTED, service.id)
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


def _reserves(state: DayState, service: ServiceRule) -> list[Reserve]:
    """Those of the prefix, lowest first."""
    own = [each for each in state.reserves if each.prefix == service.prefix]
    return sorted(own, key=lambda reserve: reserve.first)


def _beyond(kept: list[Reserve], number: int) -> int:
    for each in kept:
        if each.first <= number <= each.last:
            number = each.last + 1
    return number


def _count(kept: list[Reserve]) -> int:
    return sum(each.last - each.first + 1 for each in kept)


def _may_have_wrapped(state: DayState, service: ServiceRule, kept: list[Reserve]) -> bool:
    """Whether the numbers given and kept could fill the space; before that each one is fresh."""
    space = service.last_number - service.first_number + 1
    return state.tallies[service.id].issued + _count(kept) >= space


def _is_free(state: DayState, service: ServiceRule, number: int) -> bool:
    wanted = label(service, number)
    return all(ticket.label != wanted for _, ticket in state.tickets.items())
