"""The queue discipline said again as bluntly as possible, to judge the real one by."""

from datetime import datetime, timedelta

from server.core.model import DayState, Status, Ticket


def oracle_next(state: DayState, counter: str, now: datetime) -> str | None:
    """Whom the desk must call: looked for among everybody in the building, one by one."""
    rules = state.in_force
    front = state.desks[counter].front
    if front:
        return front[0]
    everybody = [t for _, t in state.tickets.items() if t.status is Status.WAITING]
    sent_here = [ticket for ticket in everybody if ticket.only_at == counter]
    if sent_here:
        return min(sent_here, key=standing).id
    services = state.desks[counter].services or rules.counter_by_id[counter].services
    people = [t for t in everybody if not t.only_at and t.service in services]
    too_long = [t for t in people if now - t.stands_at > timedelta(seconds=rules.cap_s)]
    if too_long:
        return min(too_long, key=standing).id
    credits = {priority.code: priority.credit_s for priority in rules.priorities} | {"": 0}
    credited = [
        (t.stands_at - timedelta(seconds=credits[t.priority]), t.sequence, t.id) for t in people
    ]
    return min(credited)[2] if credited else None


def standing(ticket: Ticket) -> tuple[datetime, int]:
    """Where somebody stands by the moment his place counts from."""
    return ticket.stands_at, ticket.sequence
