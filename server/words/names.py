"""What the office calls the ids and codes in a ticket's story. Pure."""

from collections.abc import Iterator

from assets.languages.language import name_in_vietnamese
from server.protocol.office import CodeInfo, OfficeInfo, code_info


def name_of(office: OfficeInfo | None, field: str, value: str, kind: str = "") -> str | None:
    """The office's name for ``value`` in ``field`` of an event of ``kind``.

    ``None`` where it has none, or no office is known: what is said then is the value itself.
    A code may stand in two lists with other words: each kind looks in its own one first.
    """
    if field == "language":
        return name_in_vietnamese(value)
    if office is None:
        return None
    match field:
        case "counter":
            desk = office.counter(value)
            return str(desk.number) if desk else None
        case "service":
            service = office.service(value)
            return service.name if service else None
        case "priority":
            priority = office.priority(value)
            return priority.name if priority else None
        case "reason" | "outcome" | "tag":
            return _code_name(office, field, value, kind)
        case _:
            return None


def _code_name(office: OfficeInfo, field: str, code: str, kind: str) -> str | None:
    for codes in _lists(office, field, kind):
        known = code_info(codes, code)
        if known is not None:
            return known.name
    return None


def _lists(office: OfficeInfo, field: str, kind: str) -> Iterator[tuple[CodeInfo, ...]]:
    """Where to look, the own list of the field or the event first."""
    match field, kind:
        case "tag", _:
            yield office.tags
            return
        case "outcome", _:
            yield office.outcomes
            return
        case _, "ticket_held":
            yield office.hold_reasons
        case _, "ticket_transferred":
            yield office.transfer_reasons
    yield from (office.call_reasons, office.transfer_reasons, office.hold_reasons)
    yield from (office.pause_reasons, office.outcomes)
