"""What may be done with one ticket besides the eight keys: call, route, print, cancel …

Pure. Each has a name, a sentence for when it cannot be done, and a command.
"""

from dataclasses import dataclass
from typing import Final

from counter.situation.situation import Ask, Seat
from counter.situation.ticket_in_view import TicketInView
from server.protocol.commands import (
    AddPriority,
    AnyCommand,
    CallTicket,
    CancelTicket,
    PrintTicket,
    RouteTicket,
    TagTicket,
)
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView, DeskView, Move
from server.words.spelling import glued

SHEET: Final = "ticket"
CALL: Final = "call_ticket"
BRING: Final = "bring"
PRIORITY: Final = "add_priority"
ROUTE: Final = "route_ticket"
PRINT: Final = "print_ticket"
CANCEL: Final = "cancel_ticket"
TAG: Final = "tag_ticket"
TAKE_BACK: Final = "take_back"
WRONG_DESK: Final = "wrong_desk"

ASKED_FIRST: Final = frozenset({CALL, PRIORITY, ROUTE, PRINT, CANCEL})
"""Actions with a question before the command."""


@dataclass(frozen=True, slots=True)
class TicketAction:
    """An action on the ticket; ``hint`` says what it does, or why it cannot be done now."""

    id: str
    name: str
    hint: str
    lit: bool = True


def actions_of(
    office: OfficeInfo, view: CounterView, desk: DeskView, subject: TicketInView
) -> list[TicketAction]:
    """The actions on the sheet of this ticket, by the ticket's place."""
    match subject.place:
        case "hand":
            return _in_hand(desk, view)
        case "line":
            return [_call(office, desk), _priority(subject), _print(view), _cancel()]
        case _:
            bring = TicketAction(BRING, "Mời trở lại hàng chờ", "không phải lấy số mới")
            return [bring, _priority(subject), _print(view), _cancel()]


def _in_hand(desk: DeskView, view: CounterView) -> list[TicketAction]:
    undo = desk.undo
    called = undo is not None and undo.kind == "ticket_called"
    back = "như chưa gọi" if called else "nay xin dùng Giữ chỗ (F5) hoặc Chuyển (F6)"
    can_send = Move.TRANSFER in desk.moves
    return [
        TicketAction(TAKE_BACK, "Trả về hàng chờ", back, called),
        TicketAction(WRONG_DESK, "Chuyển đúng quầy, đúng việc", "giữ nguyên giờ đến", can_send),
        TicketAction(ROUTE, "Làm tiếp ở nơi khác sau quầy này", "một số đi nhiều quầy", can_send),
        _print(view),
    ]


def _call(office: OfficeInfo, desk: DeskView) -> TicketAction:
    name = "Mời số này trước"
    if desk.ticket is not None:
        return TicketAction(CALL, name, "xin xong số đang phục vụ trước", lit=False)
    if not office.call_reasons:
        return TicketAction(CALL, name, "trung tâm không cho gọi trái thứ tự", lit=False)
    lit = Move.CALL_NEXT in desk.moves
    return TicketAction(
        CALL, name, "cần chọn lý do; được ghi và thống kê" if lit else "lúc này chưa được", lit
    )


def _priority(subject: TicketInView) -> TicketAction:
    name = "Đổi diện ưu tiên" if subject.priority else "Thêm diện ưu tiên"
    return TicketAction(PRIORITY, name, "thứ tự được tính lại ngay")


def _print(view: CounterView) -> TicketAction:
    lit = any(kiosk.connected for kiosk in view.kiosks)
    return TicketAction(
        PRINT, "In lại phiếu", "tại kiosk" if lit else "chưa có kiosk nào kết nối", lit
    )


def _cancel() -> TicketAction:
    return TicketAction(CANCEL, "Hủy số", "người dân không còn cần nữa")


def action_command(ask: Ask, seat: Seat) -> AnyCommand:
    """The command of an answered question about a ticket."""
    at, clerk, ticket = seat.counter, seat.clerk, ask.ticket
    match ask.kind:
        case "call_ticket":
            return CallTicket(counter=at, clerk=clerk, ticket=ticket, reason=ask.reason)
        case "add_priority":
            priority = "" if ask.reason == NO_PRIORITY else ask.reason
            return AddPriority(ticket=ticket, priority=priority, clerk=clerk)
        case "route_ticket":
            return RouteTicket(counter=at, clerk=clerk, ticket=ticket, services=ask.route)
        case "print_ticket":
            device = "" if ask.reason == WHERE_ISSUED else ask.reason
            return PrintTicket(ticket=ticket, device=device, clerk=clerk)
        case _:
            return CancelTicket(ticket=ticket)


def tag_command(seat: Seat, ticket: str, tag: str) -> AnyCommand:
    """The command that notes a difficulty of the ticket in hand, or removes the note."""
    return TagTicket(counter=seat.counter, clerk=seat.clerk, ticket=ticket, tag=tag)


NO_PRIORITY: Final = "none"
WHERE_ISSUED: Final = "where_issued"


def done_words(ask: Ask) -> str:
    """The sentence shown once the action is done."""
    label = glued(ask.label)
    match ask.kind:
        case "print_ticket":
            return f"Đã yêu cầu in phiếu {label}."
        case "cancel_ticket":
            return f"Đã hủy số {label}."
        case "add_priority" if ask.reason == NO_PRIORITY:
            return f"Số {label} không còn diện ưu tiên."
        case "add_priority":
            return f"Đã ghi diện ưu tiên cho số {label}."
        case "route_ticket":
            return f"Xong quầy này, số {label} tự sang nơi tiếp theo."
        case _:
            return ""
