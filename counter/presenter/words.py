"""Vietnamese sentences from codes, moments and lengths. Pure; looks names up in the office."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from server.protocol.office import CodeInfo, CounterInfo, OfficeInfo, ServiceInfo


def clock_words(moment: datetime, zone: tzinfo | None) -> str:
    """A moment as spoken in a sentence: ``8 giờ 05``, ``13 giờ 30``, ``9 giờ``."""
    local = moment.astimezone(zone)
    return f"{local.hour} giờ" + (f" {local.minute:02d}" if local.minute else "")


def whole_minutes(since: datetime, now: datetime) -> int:
    """Minutes passed, rounded down; 0 when the clocks disagree."""
    return max(0, int((now - since).total_seconds() // 60))


def minutes_words(minutes: int) -> str:
    """A length: ``12 phút``, ``1 giờ 05 phút``; under a minute ``chưa đầy 1 phút``."""
    if minutes < 1:
        return "chưa đầy 1 phút"
    if minutes < 60:
        return f"{minutes} phút"
    hours, rest = divmod(minutes, 60)
    return f"{hours} giờ" + (f" {rest:02d} phút" if rest else "")


def capital(text: str) -> str:
    """The sentence with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The name as it stands inside a sentence; an abbreviation keeps its capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def service_of(office: OfficeInfo, service: str) -> ServiceInfo | None:
    """The service with this id, if the office still has it."""
    return next((known for known in office.services if known.id == service), None)


def service_name(office: OfficeInfo, service: str) -> str:
    """The service in words; its id when the office does not know it."""
    known = service_of(office, service)
    return known.name if known else service


def priority_name(office: OfficeInfo, code: str) -> str:
    """The priority in words; empty for none."""
    return next((known.name for known in office.priorities if known.code == code), code)


def clerk_name(office: OfficeInfo, clerk: str) -> str:
    """The clerk's name; the id when the office does not know it."""
    return next((known.name for known in office.clerks if known.id == clerk), clerk)


def counter_of(office: OfficeInfo, counter: str) -> CounterInfo | None:
    """The counter with this id, if the office still has it."""
    return next((known for known in office.counters if known.id == counter), None)


def counter_name(office: OfficeInfo, counter: str) -> str:
    """What hangs over the desk: ``Quầy 9``; the id when the office does not know it."""
    known = counter_of(office, counter)
    return f"Quầy {known.number}" if known else counter


def desk_words(office: OfficeInfo, counter: str) -> str:
    """What the desk is for: its own name, else its services."""
    known = counter_of(office, counter)
    if known is None:
        return ""
    return known.name or ", ".join(service_name(office, each) for each in known.services)


def glued(label: str) -> str:
    """The label as it stands in a sentence: never torn apart at the end of a line."""
    return label.replace(" ", "\N{NO-BREAK SPACE}")


def code_name(codes: Iterable[CodeInfo], code: str) -> str:
    """The words of a coded choice; the code itself when unknown."""
    return next((known.name for known in codes if known.code == code), code)


def any_code_name(office: OfficeInfo, code: str) -> str:
    """The words of a code of whatever list of the office it is in."""
    lists = (
        office.call_reasons,
        office.transfer_reasons,
        office.hold_reasons,
        office.pause_reasons,
        office.outcomes,
    )
    return code_name((known for codes in lists for known in codes), code)
