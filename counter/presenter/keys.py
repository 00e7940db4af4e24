"""The eight keys of a clerk: the move each makes, its words, and the command it sends."""

from dataclasses import dataclass
from typing import Final, Literal

from counter.situation.situation import Ask, Seat
from server.protocol.commands import (
    AnyCommand,
    CallNext,
    CloseCounter,
    CompleteTicket,
    HoldTicket,
    MarkNoShow,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    ResumeCounter,
    ReturnTicket,
    StartService,
    TransferTicket,
    UndoLast,
)
from server.protocol.views import CounterStatus, DeskView, Move, TicketStatus


@dataclass(frozen=True, slots=True)
class Action:
    """A key. ``asks`` when a question comes before the command; ``doing`` while it is under way."""

    move: Move
    key: str
    name: str
    doing: str
    asks: bool = False

    @property
    def id(self) -> str:
        """The move's name, for the window and the tests."""
        return self.move.value


CALL_NEXT: Final = Action(Move.CALL_NEXT, "F1", "Gọi tiếp", "Đang gọi…")
PAUSE: Final = Action(Move.PAUSE, "F8", "Tạm dừng", "Đang dừng…", asks=True)
RESUME: Final = Action(Move.RESUME, "F8", "Tiếp tục", "Đang mở lại…")
LEAVE: Final = Action(Move.CLOSE, "", "Rời quầy", "Đang rời quầy…", asks=True)
TICKET_ACTIONS: Final = (
    Action(Move.RECALL, "F2", "Gọi lại", "Đang gọi lại…"),
    Action(Move.START, "F3", "Bắt đầu", "Đang bắt đầu…"),
    Action(Move.COMPLETE, "F4", "Hoàn thành", "Đang lưu…", asks=True),
    Action(Move.HOLD, "F5", "Giữ chỗ", "Đang giữ chỗ…", asks=True),
    Action(Move.TRANSFER, "F6", "Chuyển", "Đang chuyển…", asks=True),
    Action(Move.NO_SHOW, "F7", "Vắng mặt", "Đang ghi vắng…"),
)
BY_ID: Final = {action.id: action for action in (CALL_NEXT, *TICKET_ACTIONS, PAUSE, RESUME, LEAVE)}

OPEN: Final = "open"
RETURN: Final = "return"
TAKE_OVER: Final = "take_over"
UNDO: Final = "undo"


def keys_of(desk: DeskView) -> tuple[Action, ...]:
    """The eight keys in their order; F8 is *Tiếp tục* while the desk is paused."""
    last = RESUME if desk.status is CounterStatus.PAUSED else PAUSE
    return (CALL_NEXT, *TICKET_ACTIONS, last)


def main_move(desk: DeskView) -> Move:
    """The next usual step, which is shown most prominently."""
    if desk.ticket is not None:
        serving = desk.ticket.status is TicketStatus.SERVING
        return Move.COMPLETE if serving else Move.START
    return Move.RESUME if desk.status is CounterStatus.PAUSED else Move.CALL_NEXT


def command_of(action: Action, seat: Seat, ask: Ask) -> AnyCommand:
    """The command of a key; ``ask`` holds the ticket in hand and what was chosen."""
    at, clerk, ticket = seat.counter, seat.clerk, ask.ticket
    reason, minutes = ask.reason, ask.minutes
    match action.move:
        case Move.RECALL:
            return RecallTicket(counter=at, clerk=clerk, ticket=ticket)
        case Move.START:
            return StartService(counter=at, clerk=clerk, ticket=ticket)
        case Move.COMPLETE:
            return CompleteTicket(counter=at, clerk=clerk, ticket=ticket, outcome=reason)
        case Move.HOLD:
            return HoldTicket(
                counter=at, clerk=clerk, ticket=ticket, reason=reason, minutes=minutes
            )
        case Move.TRANSFER:
            return TransferTicket(
                counter=at,
                clerk=clerk,
                ticket=ticket,
                service=ask.service,
                reason=reason,
                to_counter=ask.to_counter,
            )
        case Move.NO_SHOW:
            return MarkNoShow(counter=at, clerk=clerk, ticket=ticket)
        case move:
            return _about_the_desk(move, seat, ask)


def _about_the_desk(
    move: Literal[Move.CALL_NEXT, Move.PAUSE, Move.RESUME, Move.CLOSE], seat: Seat, ask: Ask
) -> AnyCommand:
    at, clerk = seat.counter, seat.clerk
    match move:
        case Move.CALL_NEXT:
            return CallNext(counter=at, clerk=clerk)
        case Move.PAUSE:
            return PauseCounter(counter=at, clerk=clerk, reason=ask.reason, minutes=ask.minutes)
        case Move.RESUME:
            return ResumeCounter(counter=at, clerk=clerk)
        case Move.CLOSE:
            return CloseCounter(counter=at, clerk=clerk)


def sit_down(seat: Seat) -> AnyCommand:
    """The command that opens the counter, or takes it over."""
    return OpenCounter(counter=seat.counter, clerk=seat.clerk)


def bring_back(ticket: str) -> AnyCommand:
    """The command that calls a held or missed ticket back into the line."""
    return ReturnTicket(ticket=ticket)


def take_back(seat: Seat) -> AnyCommand:
    """The command that undoes the last action at the desk."""
    return UndoLast(counter=seat.counter, clerk=seat.clerk)
