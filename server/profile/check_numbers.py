"""Numbers on tickets, and desks told apart by number and clip."""

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from server.profile.draft import Draft
from server.profile.problem import Problem

_WIDEST: Final = 9


def number_problems(draft: Draft) -> Iterator[Problem]:
    """Mistakes in prefixes, ranges and clips."""
    services = draft.tables("services")
    yield from _same_prefix(services)
    yield from _prefix_in_prefix(services)
    for service in services:
        yield from _range(service)
    yield from _clips(draft)


def _same_prefix(services: list[Draft]) -> Iterator[Problem]:
    first: dict[str, Draft] = {}
    for service in services:
        prefix = service.text("prefix")
        if prefix is not None and first.setdefault(prefix, service) is not service:
            yield service.error("prefix", f'"{prefix}" is the prefix of {first[prefix].key} too')


def _prefix_in_prefix(services: list[Draft]) -> Iterator[Problem]:
    by_prefix = {prefix: s for s in services if (prefix := s.text("prefix"))}
    for shorter, longer in permutations(by_prefix, 2):
        if longer.startswith(shorter):
            reason = f'"{shorter}" is how "{longer}" begins: spoken numbers are mixed up'
            yield by_prefix[shorter].warning("prefix", reason)


def _range(service: Draft) -> Iterator[Problem]:
    first = service.number("first_number") if "first_number" in service.data else 1
    last = service.number("last_number") if "last_number" in service.data else 999
    width = service.number("width") if "width" in service.data else 3
    if first is not None and last is not None and first > last:
        yield service.error("last_number", f"{last:g} is below the first number {first:g}")
    if last is not None and width is not None and last >= 10 ** min(width, _WIDEST):
        yield service.error("width", f"{last:g} does not fit in {width:g} digits")


def _clips(draft: Draft) -> Iterator[Problem]:
    first: dict[str, Draft] = {}
    for counter in draft.tables("counters"):
        clip, number = counter.text("clip"), counter.number("number")
        if clip is None:
            continue
        if first.setdefault(clip, counter) is not counter:
            yield counter.error("clip", f"{first[clip].key} is announced with {clip} too")
        names_a_desk = clip.removeprefix("desk_").isdecimal()
        if number is not None and names_a_desk and clip != f"desk_{number:g}":
            yield counter.error("clip", f"{clip} would send people to another desk than {number:g}")
