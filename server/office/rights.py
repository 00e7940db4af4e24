"""What each role of device may ask for. Who may act as which clerk, ``sign_in.py`` decides."""

from typing import Final

from server.protocol.commands import AnyCommand, IssueTicket
from server.protocol.messages import AnyQuery, Role

_SUPERVISOR: Final = frozenset(
    {
        "assign_services",
        "move_clerk",
        "acknowledge_alert",
        "resolve_alert",
        "pause_service",
        "resume_service",
        "post_notice",
        "withdraw_notice",
        "end_day",
    }
)
_DEVICE: Final = frozenset({"report_device"})

COMMANDS: Final[dict[Role, frozenset[str]]] = {
    Role.KIOSK: _DEVICE
    | {"issue_ticket", "reserve_numbers", "record_offline_ticket", "report_paper"},
    Role.COUNTER: _DEVICE
    | _SUPERVISOR
    | {
        "issue_ticket",
        "print_ticket",
        "add_priority",
        "call_ticket",
        "undo_last",
        "route_ticket",
        "tag_ticket",
        "cancel_ticket",
        "return_ticket",
        "open_counter",
        "pause_counter",
        "resume_counter",
        "close_counter",
        "call_next",
        "recall_ticket",
        "start_service",
        "complete_ticket",
        "mark_no_show",
        "hold_ticket",
        "transfer_ticket",
    },
    Role.DISPLAY: _DEVICE | {"rate_ticket"},
    Role.WALL: _DEVICE | _SUPERVISOR,
    Role.OBSERVER: frozenset(),
}
"""Which commands a role may send."""

QUERIES: Final[dict[Role, frozenset[str]]] = {
    Role.KIOSK: frozenset({"standing", "appointment"}),
    Role.COUNTER: frozenset({"ticket_story", "standing", "appointment", "what_if"}),
    Role.DISPLAY: frozenset(),
    Role.WALL: frozenset({"ticket_story", "what_if"}),
    Role.OBSERVER: frozenset(),
}
"""Which queries a role may send: stories are for staff, the others for whoever holds the code."""


def may_command(role: Role, command: AnyCommand) -> bool:
    """Whether a device of this role may send the command; only staff may insist on a number."""
    insists = isinstance(command, IssueTicket) and command.insist
    return command.kind in COMMANDS[role] and not (insists and role is Role.KIOSK)


def may_query(role: Role, query: AnyQuery) -> bool:
    """Whether a device of this role may ask that."""
    return query.kind in QUERIES[role]
