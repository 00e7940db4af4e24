"""What one table of an office file says of another: ids, references, procedures."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

from server.profile.draft import Draft
from server.profile.problem import Problem

_IDENTIFIED: Final = {
    "fields": "id",
    "services": "id",
    "counters": "id",
    "clerks": "id",
    "priorities": "code",
    "pause_reasons": "code",
    "transfer_reasons": "code",
    "hold_reasons": "code",
    "outcomes": "code",
    "call_reasons": "code",
    "tags": "code",
    "causes": "code",
    "rating_reasons": "code",
    "support": "id",
}


def link_problems(draft: Draft, codes: Collection[str]) -> Iterator[Problem]:
    """Duplicate and dangling ids in ``draft``; ``codes`` are those of the catalogue."""
    yield from _duplicates(draft)
    yield from _services(draft)
    yield from _counters(draft)
    yield from _procedures(draft, codes)
    yield from _frequent(draft)
    yield from _keywords(draft)
    yield from _clerks(draft)


def _duplicates(draft: Draft) -> Iterator[Problem]:
    for name, by in _IDENTIFIED.items():
        seen = Counter(entry.text(by) for entry in draft.tables(name))
        for value, count in seen.items():
            if value is not None and count > 1:
                yield draft.error(f"{name}[{value}].{by}", f"stands {count} times")
    numbers: dict[float, Draft] = {}
    for counter in draft.tables("counters"):
        number = counter.number("number")
        if number is None:
            continue
        first = numbers.setdefault(number, counter)
        if first is not counter:
            yield counter.error("number", f"{number:g} hangs over {first.key} too")


def _services(draft: Draft) -> Iterator[Problem]:
    fields = draft.ids("fields")
    served = {s for counter in draft.tables("counters") for _, s in counter.texts("services")}
    for service in draft.tables("services"):
        field = service.text("field")
        if field is not None and field not in fields:
            yield service.error("field", f'there is no field "{field}"')
        name = service.text("id")
        if name is not None and name not in served:
            yield service.error("id", "no counter serves this service")


def _counters(draft: Draft) -> Iterator[Problem]:
    services = draft.ids("services")
    for counter in draft.tables("counters"):
        seen: set[str] = set()
        for key, service in counter.texts("services"):
            if service not in services:
                yield counter.error(key, f'there is no service "{service}"')
            if service in seen:
                yield counter.error(key, f'"{service}" stands twice')
            seen.add(service)
        if not seen and isinstance(counter.data.get("services"), list):
            yield counter.error("services", "this counter serves nothing")


def _procedures(draft: Draft, codes: Collection[str]) -> Iterator[Problem]:
    services, links = draft.ids("services"), draft.table("procedures")
    taken: dict[str, str] = {}
    for service in links.data:
        if service not in services:
            yield links.error(service, f'there is no service "{service}"')
        for key, code in links.texts(service):
            if code not in codes:
                yield links.error(key, f'there is no procedure "{code}" in the catalogue')
            if code in taken:
                yield links.error(key, f'procedure "{code}" is linked to "{taken[code]}" already')
            taken.setdefault(code, service)


def _targets(draft: Draft) -> set[str]:
    links = draft.table("procedures")
    return draft.ids("services") | {c for service in links.data for _, c in links.texts(service)}


def _keywords(draft: Draft) -> Iterator[Problem]:
    words, known = draft.table("keywords"), _targets(draft)
    for target in words.data:
        if target not in known:
            yield words.error(target, f'"{target}" is neither a service nor a linked procedure')


def _frequent(draft: Draft) -> Iterator[Problem]:
    known = _targets(draft)
    seen: set[str] = set()
    for key, entry in draft.texts("frequent"):
        if entry not in known:
            yield draft.error(key, f'"{entry}" is neither a service nor a linked procedure')
        if entry in seen:
            yield draft.error(key, f'"{entry}" stands twice')
        seen.add(entry)


def _skills(draft: Draft) -> Iterator[Problem]:
    services = draft.ids("services")
    for clerk in draft.tables("clerks"):
        seen: set[str] = set()
        for key, service in clerk.texts("skills"):
            if service not in services:
                yield clerk.error(key, f'there is no service "{service}"')
            if service in seen:
                yield clerk.error(key, f'"{service}" stands twice')
            seen.add(service)


def _clerks(draft: Draft) -> Iterator[Problem]:
    clerks = draft.tables("clerks")
    counter_count = len(draft.tables("counters"))
    if clerks and len(clerks) < counter_count:
        reason = f"{len(clerks)} clerks for {counter_count} counters"
        yield draft.warning("clerks", reason)
    if clerks and all(clerk.text("role") != "supervisor" for clerk in clerks):
        yield draft.warning("clerks", "nobody is a supervisor")
    yield from _skills(draft)
    names = Counter(clerk.text("name") for clerk in clerks)
    for clerk in clerks:
        name = clerk.text("name")
        if name is not None and names[name] > 1:
            yield clerk.warning("name", f"{names[name]} clerks are called {name}")
