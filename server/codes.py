"""Codes that the core gives and the wire carries: each is written here and nowhere else.

The one module under both ``server/core`` and ``server/protocol``; the standard library only. What
people read for a code stands in ``server/words``.
"""

from enum import StrEnum
from typing import Final


class ErrorCode(StrEnum):
    """Why the server did not do what was asked. A code never changes its meaning.

    Those of the office's rules are given by the core; :data:`OF_THE_WIRE` are the others.
    """

    BAD_MESSAGE = "bad_message"
    BAD_TOKEN = "bad_token"  # noqa: S105 -- a code, not a secret
    FORBIDDEN = "forbidden"
    INCOMPATIBLE_PROTOCOL = "incompatible_protocol"
    OVERLOADED = "overloaded"
    INTERNAL = "internal"
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
    BAD_PIN = "bad_pin"
    PIN_LOCKED = "pin_locked"
    PIN_MUST_CHANGE = "pin_must_change"
    PIN_TOO_WEAK = "pin_too_weak"
    NOT_SIGNED_IN = "not_signed_in"
    UNKNOWN_APPOINTMENT = "unknown_appointment"
    APPOINTMENT_USED = "appointment_used"
    UNKNOWN_DEVICE = "unknown_device"
    UNKNOWN_ALERT = "unknown_alert"
    UNKNOWN_NOTICE = "unknown_notice"
    SERVICE_PAUSED = "service_paused"
    SERVICE_NOT_PAUSED = "service_not_paused"


OF_THE_WIRE: Final = frozenset(
    {
        *(ErrorCode.BAD_MESSAGE, ErrorCode.BAD_TOKEN, ErrorCode.FORBIDDEN),
        *(ErrorCode.INCOMPATIBLE_PROTOCOL, ErrorCode.OVERLOADED, ErrorCode.INTERNAL),
        *(ErrorCode.BAD_PIN, ErrorCode.PIN_LOCKED, ErrorCode.PIN_MUST_CHANGE),
        *(ErrorCode.PIN_TOO_WEAK, ErrorCode.NOT_SIGNED_IN),
    }
)
"""Codes that no rule of the office gives: of the connection, of the server, of its sign-in."""
OF_THE_RULES: Final = frozenset(ErrorCode) - OF_THE_WIRE
"""Codes the core refuses a command with."""
