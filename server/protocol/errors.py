"""Stable refusal codes: what crosses the wire instead of a sentence.

A code never changes its meaning. Its English and Vietnamese sentence is made at the client
from ``SENTENCES``; `docs/protocol.md` lists every code and a test keeps the three in step.
"""

from enum import StrEnum
from typing import Final


class ErrorCode(StrEnum):
    """Why the server did not do what was asked."""

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


SENTENCES: Final[dict[ErrorCode, tuple[str, str]]] = {
    ErrorCode.BAD_MESSAGE: (
        "The message could not be read.",
        "Không đọc được thông điệp.",
    ),
    ErrorCode.BAD_TOKEN: (
        "This device is not registered. Ask the administrator for its token.",
        "Thiết bị chưa được đăng ký. Xin hỏi quản trị viên mã thiết bị.",
    ),
    ErrorCode.FORBIDDEN: (
        "This device may not do that.",
        "Thiết bị này không được phép làm việc đó.",
    ),
    ErrorCode.INCOMPATIBLE_PROTOCOL: (
        "This program and the server are of different versions. Please update.",
        "Phần mềm và máy chủ khác phiên bản. Xin cập nhật.",
    ),
    ErrorCode.OVERLOADED: (
        "The server is busy. Please try again in a moment.",
        "Máy chủ đang bận. Xin thử lại sau giây lát.",
    ),
    ErrorCode.INTERNAL: (
        "Something went wrong at the server. Nothing was changed.",
        "Máy chủ gặp lỗi. Chưa có gì thay đổi.",
    ),
    ErrorCode.UNKNOWN_SERVICE: (
        "There is no such service.",
        "Không có dịch vụ này.",
    ),
    ErrorCode.UNKNOWN_COUNTER: (
        "There is no such counter.",
        "Không có quầy này.",
    ),
    ErrorCode.UNKNOWN_CLERK: (
        "There is no such clerk.",
        "Không có cán bộ này.",
    ),
    ErrorCode.UNKNOWN_PRIORITY: (
        "There is no such priority.",
        "Không có diện ưu tiên này.",
    ),
    ErrorCode.UNKNOWN_REASON: (
        "There is no such reason.",
        "Không có lý do này.",
    ),
    ErrorCode.UNKNOWN_TICKET: (
        "There is no such ticket today.",
        "Hôm nay không có số này.",
    ),
    ErrorCode.TICKET_ID_TAKEN: (
        "This ticket exists already.",
        "Phiếu này đã có.",
    ),
    ErrorCode.NUMBERS_EXHAUSTED: (
        "All numbers of this service are in use. Please ask the staff.",
        "Dịch vụ này đã hết số. Xin hỏi cán bộ hướng dẫn.",
    ),
    ErrorCode.NOBODY_WAITING: (
        "Nobody is waiting for this counter.",
        "Hiện không có ai chờ ở quầy này.",
    ),
    ErrorCode.COUNTER_CLOSED: (
        "The counter is closed. Open it first.",
        "Quầy đang đóng. Xin mở quầy trước.",
    ),
    ErrorCode.COUNTER_PAUSED: (
        "The counter is paused. Resume first.",
        "Quầy đang tạm nghỉ. Xin tiếp tục làm việc trước.",
    ),
    ErrorCode.COUNTER_NOT_PAUSED: (
        "The counter is not paused.",
        "Quầy không tạm nghỉ.",
    ),
    ErrorCode.COUNTER_BUSY: (
        "A ticket is still in hand. Finish it first.",
        "Quầy đang có người. Xin hoàn thành trước.",
    ),
    ErrorCode.COUNTER_EMPTY: (
        "There is no ticket in hand.",
        "Quầy chưa gọi ai.",
    ),
    ErrorCode.NOT_YOUR_TICKET: (
        "Another counter has this ticket.",
        "Số này đang ở quầy khác.",
    ),
    ErrorCode.NOT_YOUR_COUNTER: (
        "Another clerk has taken this counter.",
        "Cán bộ khác đã nhận quầy này.",
    ),
    ErrorCode.CLERK_ELSEWHERE: (
        "This clerk is already at another counter.",
        "Cán bộ này đang ở quầy khác.",
    ),
    ErrorCode.ILLEGAL_MOVE: (
        "That cannot be done with this ticket now.",
        "Lúc này không làm được việc đó với số này.",
    ),
    ErrorCode.RECALL_LIMIT: (
        "This ticket has been recalled often enough. Mark it as absent.",
        "Số này đã được gọi lại đủ số lần. Xin đánh dấu vắng mặt.",
    ),
    ErrorCode.SAME_SERVICE: (
        "The ticket is in this service already.",
        "Số này đang ở đúng dịch vụ đó.",
    ),
    ErrorCode.DAY_CLOSED: (
        "The day has been closed.",
        "Ngày làm việc đã kết thúc.",
    ),
    ErrorCode.KIOSK_CLOSED: (
        "No numbers are given at this hour.",
        "Ngoài giờ lấy số. Mời ông/bà trở lại trong giờ làm việc.",
    ),
    ErrorCode.DAY_FULL: (
        "Today's numbers for this service are all given.",
        "Hôm nay đã đủ số cho việc này. Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.BEYOND_CLOSING: (
        "You could not be served before closing time today.",
        "Hôm nay không kịp phục vụ trước giờ đóng cửa. Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.TOO_LATE: (
        "It is too late for that.",
        "Đã quá thời hạn làm việc đó.",
    ),
    ErrorCode.NOTHING_TO_UNDO: (
        "There is nothing to take back.",
        "Không có việc gì để hoàn tác.",
    ),
    ErrorCode.NOT_A_SUPERVISOR: (
        "Only a supervisor may do that.",
        "Chỉ người phụ trách được làm việc đó.",
    ),
    ErrorCode.COUNTER_OCCUPIED: (
        "Somebody works at that counter.",
        "Quầy đó đang có người làm việc.",
    ),
    ErrorCode.SAME_PRIORITY: (
        "The ticket has this priority already.",
        "Số này đã thuộc diện ưu tiên đó.",
    ),
    ErrorCode.NUMBER_NOT_RESERVED: (
        "This number was not kept for this device.",
        "Số này không thuộc dãy số dành riêng cho thiết bị.",
    ),
    ErrorCode.CLOCK_TOO_FAR: (
        "The clock of this device is too far from the server's.",
        "Đồng hồ của thiết bị lệch quá nhiều so với máy chủ.",
    ),
    ErrorCode.WOULD_STRAND: (
        "Somebody waits for a service that would vanish. Say where they go.",
        "Còn người chờ việc sắp bỏ. Xin cho biết chuyển họ sang việc nào.",
    ),
    ErrorCode.BAD_PIN: (
        "The PIN is not right.",
        "Mã PIN không đúng. Xin nhập lại.",
    ),
    ErrorCode.PIN_LOCKED: (
        "Too many wrong PINs. Please wait, or ask the supervisor.",
        "Nhập sai mã PIN quá số lần. Xin chờ ít phút hoặc nhờ người phụ trách mở khóa.",
    ),
    ErrorCode.PIN_MUST_CHANGE: (
        "Please choose a PIN of your own first.",
        "Xin đặt mã PIN riêng trước khi làm việc.",
    ),
    ErrorCode.PIN_TOO_WEAK: (
        "Please choose a PIN of 4 to 12 digits that is harder to guess.",
        "Xin chọn mã PIN từ 4 đến 12 chữ số, khó đoán hơn.",
    ),
    ErrorCode.NOT_SIGNED_IN: (
        "Please sign in first.",
        "Xin đăng nhập trước.",
    ),
    ErrorCode.UNKNOWN_APPOINTMENT: (
        "There is no such appointment today.",
        "Hôm nay không có lịch hẹn này. Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.APPOINTMENT_USED: (
        "A number was given for this appointment already.",
        "Lịch hẹn này đã lấy số. Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.UNKNOWN_DEVICE: (
        "There is no such kiosk now.",
        "Không có kiosk này đang hoạt động.",
    ),
    ErrorCode.UNKNOWN_ALERT: (
        "This alert is over.",
        "Cảnh báo này đã kết thúc.",
    ),
    ErrorCode.UNKNOWN_NOTICE: (
        "This notice is not shown any more.",
        "Thông báo này không còn hiển thị.",
    ),
    ErrorCode.SERVICE_PAUSED: (
        "No numbers are given for this service for now. Please ask the staff.",
        "Dịch vụ này tạm dừng lấy số. Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.SERVICE_NOT_PAUSED: (
        "Numbers are given for this service.",
        "Dịch vụ này đang lấy số bình thường.",
    ),
}


def sentence(code: str, language: str = "vi") -> str:
    """The plain sentence for ``code`` in ``vi`` or ``en``; the code itself when it is unknown."""
    try:
        english, vietnamese = SENTENCES[ErrorCode(code)]
    except ValueError:
        return code
    return vietnamese if language == "vi" else english
