"""Questions that change nothing: a ticket's story and standing, an appointment, what if."""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from server.core.estimate import forecast
from server.core.model import Status
from server.office.advice_service import Overloaded, outlook
from server.office.running_office import RunningOffice
from server.protocol import codec
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    Appointment,
    AppointmentQuery,
    Error,
    Query,
    Standing,
    StandingQuery,
    TicketStoryQuery,
    WhatIf,
    WhatIfQuery,
)
from server.protocol.views import TicketStatus
from server.wire import wait_range


async def answer(running: RunningOffice, asked: Query) -> str:
    """The answer as wire text, or the error that there is none."""
    return await _ANSWERS[type(asked.query)](running, asked.id, asked.query)


async def _story(running: RunningOffice, id_: str, query: TicketStoryQuery) -> str:
    return await running.ticket_story(id_, query.label)


async def _standing(running: RunningOffice, id_: str, query: StandingQuery) -> str:
    state = running.state
    ticket = state.tickets.get(query.ticket)
    if ticket is None:
        return await _standing_of_the_past(running, id_, query)
    told = forecast(state, ticket, running.now()) if ticket.status is Status.WAITING else None
    return codec.encode(
        Standing(
            id=id_,
            ticket=ticket.id,
            label=ticket.label,
            service=ticket.service,
            status=TicketStatus(ticket.status),
            ahead=told.ahead if told else None,
            wait=wait_range(told.low_s, told.high_s) if told else None,
            counter=ticket.counter,
        )
    )


async def _standing_of_the_past(running: RunningOffice, id_: str, query: StandingQuery) -> str:
    row = await running.past_ticket(query.ticket)
    if row is None or row["stream"] != running.state.day:
        return _nothing(id_, ErrorCode.UNKNOWN_TICKET, query.ticket)
    return codec.encode(
        Standing(
            id=id_,
            ticket=query.ticket,
            label=row["label"],
            service=row["service"],
            status=TicketStatus(row["status"]),
        )
    )


async def _appointment(running: RunningOffice, id_: str, query: AppointmentQuery) -> str:
    state = running.state
    booked = state.appointments.get(query.code)
    if booked is None:
        return _nothing(id_, ErrorCode.UNKNOWN_APPOINTMENT, query.code)
    return codec.encode(
        Appointment(
            id=id_,
            code=booked.code,
            service=booked.service,
            booked_at=booked.booked_at.astimezone(running.zone),
            procedure=booked.procedure,
            used=query.code in state.kept_appointments,
        )
    )


async def _what_if(running: RunningOffice, id_: str, query: WhatIfQuery) -> str:
    seen = outlook(running.profile, running.state, running.now(), running.past_days.curves)
    try:
        compared = await running.advice_service.what_if(seen, query.counter, query.service)
    except Overloaded:
        return _nothing(id_, ErrorCode.OVERLOADED, query.counter)
    if compared is None:
        return _nothing(id_, ErrorCode.UNKNOWN_COUNTER, f"{query.counter}: {query.service}")
    return codec.encode(
        WhatIf(
            id=id_,
            action=compared.step.action,
            counter=query.counter,
            service=query.service,
            until_at=compared.until_at.astimezone(running.zone),
            p90_s=compared.p90_s,
            p90_then_s=compared.p90_then_s,
            spread_s=compared.spread_s,
            runs=compared.runs,
            erlang_wait_s=compared.erlang_wait_s,
        )
    )


def _nothing(id_: str, code: ErrorCode, detail: str) -> str:
    return codec.encode(Error(id=id_, code=code, detail=detail))


_ANSWERS: Final[dict[type[Any], Callable[[RunningOffice, str, Any], Awaitable[str]]]] = {
    TicketStoryQuery: _story,
    StandingQuery: _standing,
    AppointmentQuery: _appointment,
    WhatIfQuery: _what_if,
}
