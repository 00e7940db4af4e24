"""A ticket the clerk can choose: in hand, in the line, or set aside. Pure."""

from dataclasses import dataclass

from server.protocol.views import DeskView, NextUp, TicketView

HAND, LINE, ASIDE = "hand", "line", "aside"


@dataclass(frozen=True, slots=True)
class TicketInView:
    """The ticket and where it is: ``place`` is hand, line or aside."""

    ticket: str
    label: str
    service: str
    priority: str
    place: str
    tags: tuple[str, ...] = ()
    route: tuple[str, ...] = ()


def find_ticket(desk: DeskView | None, ticket: str) -> TicketInView | None:
    """The ticket of this id at this desk; ``None`` when the desk no longer shows it."""
    if desk is None:
        return None
    if desk.ticket is not None and desk.ticket.id == ticket:
        return _seen(desk.ticket, HAND)
    for waiting in (*((desk.next,) if desk.next else ()), *desk.line):
        if waiting.ticket == ticket:
            return _waiting(waiting)
    return next((_seen(each, ASIDE) for each in desk.set_aside if each.id == ticket), None)


def _seen(ticket: TicketView, place: str) -> TicketInView:
    return TicketInView(
        ticket.id,
        ticket.label,
        ticket.service,
        ticket.priority,
        place,
        ticket.tags,
        ticket.route,
    )


def _waiting(each: NextUp) -> TicketInView:
    return TicketInView(each.ticket, each.label, each.service, each.priority, LINE)
