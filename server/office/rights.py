"""What each role of device may ask for. Who may act as which clerk, ``sign_in.py`` decides."""

from typing import Final

from server.protocol import commands as c
from server.protocol import messages as m
from server.protocol.messages import Role
from server.protocol.office import Wire

Commands = frozenset[type[Wire]]

_SUPERVISOR: Final[Commands] = frozenset(
    {
        c.AssignServices,
        c.MoveClerk,
        c.AcknowledgeAlert,
        c.ResolveAlert,
        c.PauseService,
        c.ResumeService,
        c.PostNotice,
        c.WithdrawNotice,
        c.EndDay,
    }
)
_DEVICE: Final[Commands] = frozenset({c.ReportDevice})

COMMANDS: Final[dict[Role, frozenset[type[Wire]]]] = {
    Role.KIOSK: _DEVICE | {c.IssueTicket, c.ReserveNumbers, c.RecordOfflineTicket, c.ReportPaper},
    Role.COUNTER: _DEVICE
    | _SUPERVISOR
    | {
        c.IssueTicket,
        c.PrintTicket,
        c.AddPriority,
        c.CallTicket,
        c.UndoLast,
        c.RouteTicket,
        c.TagTicket,
        c.CancelTicket,
        c.ReturnTicket,
        c.OpenCounter,
        c.PauseCounter,
        c.ResumeCounter,
        c.CloseCounter,
        c.CallNext,
        c.RecallTicket,
        c.StartService,
        c.CompleteTicket,
        c.MarkNoShow,
        c.HoldTicket,
        c.TransferTicket,
    },
    Role.DISPLAY: _DEVICE | {c.RateTicket},
    Role.WALL: _DEVICE | _SUPERVISOR,
    Role.OBSERVER: frozenset(),
}
"""Which commands a role may send."""

QUERIES: Final[dict[Role, frozenset[type[Wire]]]] = {
    Role.KIOSK: frozenset({m.StandingQuery, m.AppointmentQuery}),
    Role.COUNTER: frozenset(
        {m.TicketStoryQuery, m.StandingQuery, m.AppointmentQuery, m.WhatIfQuery}
    ),
    Role.DISPLAY: frozenset(),
    Role.WALL: frozenset({m.TicketStoryQuery, m.WhatIfQuery}),
    Role.OBSERVER: frozenset(),
}
"""Which queries a role may send: stories are for staff, the others for whoever holds the code."""


def may_command(role: Role, command: c.AnyCommand) -> bool:
    """Whether a device of this role may send the command; only staff may insist on a number."""
    insists = isinstance(command, c.IssueTicket) and command.insist
    return type(command) in COMMANDS[role] and not (insists and role is Role.KIOSK)


def may_query(role: Role, query: m.AnyQuery) -> bool:
    """Whether a device of this role may ask that."""
    return type(query) in QUERIES[role]
