"""What each role of device may send and is told. Who may act as which clerk: ``sign_in.py``."""

from dataclasses import dataclass
from typing import Final, Literal

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


@dataclass(frozen=True, slots=True)
class RoleRights:
    """What a role may send, and how many of the office's procedures it is told.

    ``procedures``: ``all`` of them, those asked for ``frequent``ly, or ``none``.
    """

    commands: Commands
    queries: frozenset[type[Wire]]
    procedures: Literal["all", "frequent", "none"]


RIGHTS: Final[dict[Role, RoleRights]] = {
    Role.KIOSK: RoleRights(
        _DEVICE | {c.IssueTicket, c.ReserveNumbers, c.RecordOfflineTicket, c.ReportPaper},
        frozenset({m.StandingQuery, m.AppointmentQuery}),
        "all",
    ),
    Role.COUNTER: RoleRights(
        _DEVICE
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
        frozenset({m.TicketStoryQuery, m.StandingQuery, m.AppointmentQuery, m.WhatIfQuery}),
        "all",
    ),
    Role.DISPLAY: RoleRights(_DEVICE | {c.RateTicket}, frozenset(), "frequent"),
    Role.WALL: RoleRights(
        _DEVICE | _SUPERVISOR, frozenset({m.TicketStoryQuery, m.WhatIfQuery}), "none"
    ),
    Role.OBSERVER: RoleRights(frozenset(), frozenset(), "none"),
}
"""One row for each role. Stories are for staff; standings for whoever holds the code."""


def may_command(role: Role, command: c.AnyCommand) -> bool:
    """Whether a device of this role may send the command; only staff may insist on a number."""
    insists = isinstance(command, c.IssueTicket) and command.insist
    return type(command) in RIGHTS[role].commands and not (insists and role is Role.KIOSK)


def may_query(role: Role, query: m.AnyQuery) -> bool:
    """Whether a device of this role may send the query."""
    return type(query) in RIGHTS[role].queries
