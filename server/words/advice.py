"""What the server advises a supervisor to do, in Vietnamese. Pure."""

from typing import Final

from server.protocol.office import OfficeInfo
from server.words.desks import desk_name

DEEDS: Final = {
    "open": "mở thêm {desk} cho {service}",
    "assign": "{desk} nhận thêm {service}",
    "move": "chuyển {clerk} sang {desk}",
}
"""For each action of advice what it asks for."""


def deed_words(
    office: OfficeInfo | None, action: str, *, counter: str, service: str, clerk: str
) -> str:
    """The advised action as a clause; without an office by its ids, an unknown one by its code."""
    if office is None:
        desk = f"quầy {counter}"
    else:
        known = office.counter(counter)
        desk = desk_name(known) if known else counter
        service, clerk = office.service_name(service), office.clerk_name(clerk)
    deed = DEEDS.get(action, f"{action} {{desk}} {{service}}")
    return deed.format(desk=desk, service=service, clerk=clerk or "cán bộ")
