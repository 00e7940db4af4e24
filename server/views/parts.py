"""What several views show: desks, how busy services are, what is told to the hall. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from server.core import estimate
from server.core.calendar import kiosk_is_open
from server.core.model import Alert, DayState, Desk
from server.protocol import views as v
from server.wire import wait_range

PAST_ALERTS_SHOWN: Final = 5


def loads(state: DayState, now: datetime) -> tuple[v.ServiceLoad, ...]:
    """How busy every service is, for somebody who would take a number now."""
    return tuple(
        v.ServiceLoad(
            service=service.id,
            waiting=len(state.lines[service.id]),
            open_counters=len(estimate.open_desks(state, service.id)),
            wait=range_for(state, service.id, now),
            open=kiosk_is_open(state.in_force, now, service.id)
            and service.id not in state.paused_services,
            paused=state.paused_services.get(service.id, ""),
        )
        for service in state.in_force.services
    )


def counters(state: DayState) -> tuple[v.CounterState, ...]:
    """Every desk of the profile as it is now."""
    return tuple(counter_state(state, state.desks[c.id]) for c in state.in_force.counters)


def counter_state(state: DayState, desk: Desk) -> v.CounterState:
    """One desk as it is now."""
    ticket = state.tickets[desk.ticket] if desk.ticket else None
    return v.CounterState(
        counter=desk.id,
        status=v.CounterStatus(desk.status),
        clerk=desk.clerk,
        label=ticket.label if ticket else "",
        ticket_status=v.TicketStatus(ticket.status) if ticket else None,
        since_at=desk.since_at,
        pause_reason=desk.pause_reason,
        back_at=desk.back_at,
        to_rate=desk.done,
        assigned=desk.services or (),
    )


def range_for(state: DayState, service: str, now: datetime) -> v.WaitRange | None:
    """What somebody who takes a number now is told of his wait."""
    told = estimate.for_newcomer(state, service, now)
    return wait_range(told.low_s, told.high_s)


def hall_notices(state: DayState, now: datetime) -> tuple[v.HallNotice, ...]:
    """What a supervisor tells everybody at this moment."""
    return tuple(
        v.HallNotice(id=each.id, text=each.text, until_at=each.until_at, is_urgent=each.is_urgent)
        for each in state.hall_notices
        if each.until_at > now
    )


def past_alert_rows(state: DayState) -> tuple[v.AlertRow, ...]:
    """The last ones that are over, the newest first."""
    return alert_rows(reversed(state.past_alerts[-PAST_ALERTS_SHOWN:]))


def alert_rows(alerts: Iterable[Alert]) -> tuple[v.AlertRow, ...]:
    """Alerts as staff see them."""
    return tuple(
        v.AlertRow(
            id=alert.id,
            kind=alert.kind,
            subject=alert.subject,
            label=alert.label,
            level=alert.level,
            amount=alert.amount,
            raised_at=alert.raised_at,
            owner=alert.owner,
            cause=alert.cause,
            acknowledged_at=alert.acknowledged_at,
            resolved_at=alert.resolved_at,
            outcome=alert.outcome,
        )
        for alert in alerts
    )
