"""A refusal: the rules of the office do not allow what was asked, and nothing changed."""

from enum import StrEnum


class Reason(StrEnum):
    """Why a command was refused; the same codes cross the wire (server/protocol/errors.py)."""

    UNKNOWN_SERVICE = "unknown_service"
    UNKNOWN_COUNTER = "unknown_counter"
    UNKNOWN_CLERK = "unknown_clerk"
    UNKNOWN_PRIORITY = "unknown_priority"
    UNKNOWN_REASON = "unknown_reason"
    UNKNOWN_TICKET = "unknown_ticket"
    TICKET_ID_TAKEN = "ticket_id_taken"
    NUMBERS_EXHAUSTED = "numbers_exhausted"
    NOBODY_WAITING = "nobody_waiting"
    COUNTER_CLOSED = "counter_closed"
    COUNTER_PAUSED = "counter_paused"
    COUNTER_NOT_PAUSED = "counter_not_paused"
    COUNTER_BUSY = "counter_busy"
    COUNTER_EMPTY = "counter_empty"
    NOT_YOUR_TICKET = "not_your_ticket"
    NOT_YOUR_COUNTER = "not_your_counter"
    CLERK_ELSEWHERE = "clerk_elsewhere"
    ILLEGAL_MOVE = "illegal_move"
    RECALL_LIMIT = "recall_limit"
    SAME_SERVICE = "same_service"
    DAY_CLOSED = "day_closed"
    KIOSK_CLOSED = "kiosk_closed"
    DAY_FULL = "day_full"
    BEYOND_CLOSING = "beyond_closing"
    TOO_LATE = "too_late"
    NOTHING_TO_UNDO = "nothing_to_undo"
    NOT_A_SUPERVISOR = "not_a_supervisor"
    COUNTER_OCCUPIED = "counter_occupied"
    SAME_PRIORITY = "same_priority"
    NUMBER_NOT_RESERVED = "number_not_reserved"
    CLOCK_TOO_FAR = "clock_too_far"
    WOULD_STRAND = "would_strand"
    UNKNOWN_APPOINTMENT = "unknown_appointment"
    APPOINTMENT_USED = "appointment_used"
    UNKNOWN_DEVICE = "unknown_device"
    UNKNOWN_ALERT = "unknown_alert"
    UNKNOWN_NOTICE = "unknown_notice"
    SERVICE_PAUSED = "service_paused"
    SERVICE_NOT_PAUSED = "service_not_paused"


class Rejected(Exception):
    """Raised by decide. ``detail`` helps staff and logs, never citizens."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
