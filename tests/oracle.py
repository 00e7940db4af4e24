"""The queue discipline said again as bluntly as possible, to judge the real one by."""

from datetime import datetime, timedelta

from server.core.model import DayState, Status


def oracle_next(state: DayState, counter: str, now: datetime) -> str | None:
    """Whom the desk must call: looked for among everybody in the building, one by one."""
    rules = state.in_force
    front = state.desks[counter].front
    if front:
        return front[0]
    services = rules.counter_by_id[counter].services
    people = [
        ticket
        for _, ticket in state.tickets.items()
        if ticket.status is Status.WAITING and ticket.service in services
    ]
    too_long = [
        ticket for ticket in people if now - ticket.arrived_at > timedelta(seconds=rules.cap_s)
    ]
    if too_long:
        return min(too_long, key=lambda ticket: (ticket.arrived_at, ticket.sequence)).id
    credited = [
        (ticket.arrived_at - timedelta(seconds=ticket.credit_s), ticket.sequence, ticket.id)
        for ticket in people
    ]
    return min(credited)[2] if credited else None
