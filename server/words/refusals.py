"""What people read when the server refuses: one row of words for each code. Pure."""

from typing import Final, NamedTuple

from assets.languages.language import SOURCE
from server.protocol.errors import ErrorCode


class RefusalWords(NamedTuple):
    """One refusal: what is so, in English and Vietnamese, and what a citizen may do about it.

    ``to_citizens`` is Vietnamese and stands behind the fact; staff are told otherwise by their own
    program. The English sentence has both.
    """

    english: str
    fact: str
    to_citizens: str = ""

    @property
    def vietnamese(self) -> str:
        """The whole sentence, to whoever reads it."""
        return f"{self.fact} {self.to_citizens}".strip()


SENTENCES: Final[dict[ErrorCode, RefusalWords]] = {
    ErrorCode.BAD_MESSAGE: RefusalWords(
        "The message could not be read.",
        "Không đọc được thông điệp.",
    ),
    ErrorCode.BAD_TOKEN: RefusalWords(
        "This device is not registered. Ask the administrator for its token.",
        "Thiết bị chưa được đăng ký. Xin hỏi quản trị viên mã thiết bị.",
    ),
    ErrorCode.FORBIDDEN: RefusalWords(
        "This device may not do that.",
        "Thiết bị này không được phép làm việc đó.",
    ),
    ErrorCode.INCOMPATIBLE_PROTOCOL: RefusalWords(
        "This program and the server are of different versions. Please update.",
        "Phần mềm và máy chủ khác phiên bản. Xin cập nhật.",
    ),
    ErrorCode.OVERLOADED: RefusalWords(
        "The server is busy. Please try again in a moment.",
        "Máy chủ đang bận. Xin thử lại sau giây lát.",
    ),
    ErrorCode.INTERNAL: RefusalWords(
        "Something went wrong at the server. Nothing was changed.",
        "Máy chủ gặp lỗi. Chưa có gì thay đổi.",
    ),
    ErrorCode.UNKNOWN_SERVICE: RefusalWords(
        "There is no such service.",
        "Không có dịch vụ này.",
    ),
    ErrorCode.UNKNOWN_COUNTER: RefusalWords(
        "There is no such counter.",
        "Không có quầy này.",
    ),
    ErrorCode.UNKNOWN_CLERK: RefusalWords(
        "There is no such clerk.",
        "Không có cán bộ này.",
    ),
    ErrorCode.UNKNOWN_PRIORITY: RefusalWords(
        "There is no such priority.",
        "Không có diện ưu tiên này.",
    ),
    ErrorCode.UNKNOWN_REASON: RefusalWords(
        "There is no such reason.",
        "Không có lý do này.",
    ),
    ErrorCode.UNKNOWN_TICKET: RefusalWords(
        "There is no such ticket today.",
        "Hôm nay không có số này.",
    ),
    ErrorCode.TICKET_ID_TAKEN: RefusalWords(
        "This ticket exists already.",
        "Phiếu này đã có.",
    ),
    ErrorCode.NUMBERS_EXHAUSTED: RefusalWords(
        "All numbers of this service are in use. Please ask the staff.",
        "Dịch vụ này đã hết số. Xin hỏi cán bộ hướng dẫn.",
    ),
    ErrorCode.NOBODY_WAITING: RefusalWords(
        "Nobody is waiting for this counter.",
        "Hiện không có ai chờ ở quầy này.",
    ),
    ErrorCode.COUNTER_CLOSED: RefusalWords(
        "The counter is closed. Open it first.",
        "Quầy đang đóng. Xin mở quầy trước.",
    ),
    ErrorCode.COUNTER_PAUSED: RefusalWords(
        "The counter is paused. Resume first.",
        "Quầy đang tạm nghỉ. Xin tiếp tục làm việc trước.",
    ),
    ErrorCode.COUNTER_NOT_PAUSED: RefusalWords(
        "The counter is not paused.",
        "Quầy không tạm nghỉ.",
    ),
    ErrorCode.COUNTER_BUSY: RefusalWords(
        "A ticket is still in hand. Finish it first.",
        "Quầy đang có người. Xin hoàn thành trước.",
    ),
    ErrorCode.COUNTER_EMPTY: RefusalWords(
        "There is no ticket in hand.",
        "Quầy chưa gọi ai.",
    ),
    ErrorCode.NOT_YOUR_TICKET: RefusalWords(
        "Another counter has this ticket.",
        "Số này đang ở quầy khác.",
    ),
    ErrorCode.NOT_YOUR_COUNTER: RefusalWords(
        "Another clerk has taken this counter.",
        "Cán bộ khác đã nhận quầy này.",
    ),
    ErrorCode.CLERK_ELSEWHERE: RefusalWords(
        "This clerk is already at another counter.",
        "Cán bộ này đang ở quầy khác.",
    ),
    ErrorCode.ILLEGAL_MOVE: RefusalWords(
        "That cannot be done with this ticket now.",
        "Lúc này không làm được việc đó với số này.",
    ),
    ErrorCode.RECALL_LIMIT: RefusalWords(
        "This ticket has been recalled often enough. Mark it as absent.",
        "Số này đã được gọi lại đủ số lần. Xin đánh dấu vắng mặt.",
    ),
    ErrorCode.SAME_SERVICE: RefusalWords(
        "The ticket is in this service already.",
        "Số này đang ở đúng dịch vụ đó.",
    ),
    ErrorCode.DAY_CLOSED: RefusalWords(
        "The day has been closed.",
        "Ngày làm việc đã kết thúc.",
    ),
    ErrorCode.KIOSK_CLOSED: RefusalWords(
        "No numbers are given at this hour.",
        "Ngoài giờ lấy số.",
        "Mời ông/bà trở lại trong giờ làm việc.",
    ),
    ErrorCode.DAY_FULL: RefusalWords(
        "Today's numbers for this service are all given.",
        "Hôm nay đã đủ số cho việc này.",
        "Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.BEYOND_CLOSING: RefusalWords(
        "You could not be served before closing time today.",
        "Hôm nay không kịp phục vụ trước giờ đóng cửa.",
        "Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.TOO_LATE: RefusalWords(
        "It is too late for that.",
        "Đã quá thời hạn làm việc đó.",
    ),
    ErrorCode.NOTHING_TO_UNDO: RefusalWords(
        "There is nothing to take back.",
        "Không có việc gì để hoàn tác.",
    ),
    ErrorCode.NOT_A_SUPERVISOR: RefusalWords(
        "Only a supervisor may do that.",
        "Chỉ người phụ trách được làm việc đó.",
    ),
    ErrorCode.COUNTER_OCCUPIED: RefusalWords(
        "Somebody works at that counter.",
        "Quầy đó đang có người làm việc.",
    ),
    ErrorCode.SAME_PRIORITY: RefusalWords(
        "The ticket has this priority already.",
        "Số này đã thuộc diện ưu tiên đó.",
    ),
    ErrorCode.NUMBER_NOT_RESERVED: RefusalWords(
        "This number was not kept for this device.",
        "Số này không thuộc dãy số dành riêng cho thiết bị.",
    ),
    ErrorCode.CLOCK_TOO_FAR: RefusalWords(
        "The clock of this device is too far from the server's.",
        "Đồng hồ của thiết bị lệch quá nhiều so với máy chủ.",
    ),
    ErrorCode.WOULD_STRAND: RefusalWords(
        "Somebody waits for a service that would vanish. Say where they go.",
        "Còn người chờ việc sắp bỏ. Xin cho biết chuyển họ sang việc nào.",
    ),
    ErrorCode.BAD_PIN: RefusalWords(
        "The PIN is not right.",
        "Mã PIN không đúng. Xin nhập lại.",
    ),
    ErrorCode.PIN_LOCKED: RefusalWords(
        "Too many wrong PINs. Please wait, or ask the supervisor.",
        "Nhập sai mã PIN quá số lần. Xin chờ ít phút hoặc nhờ người phụ trách mở khóa.",
    ),
    ErrorCode.PIN_MUST_CHANGE: RefusalWords(
        "Please choose a PIN of your own first.",
        "Xin đặt mã PIN riêng trước khi làm việc.",
    ),
    ErrorCode.PIN_TOO_WEAK: RefusalWords(
        "Please choose a PIN of 4 to 12 digits that is harder to guess.",
        "Xin chọn mã PIN từ 4 đến 12 chữ số, khó đoán hơn.",
    ),
    ErrorCode.NOT_SIGNED_IN: RefusalWords(
        "Please sign in first.",
        "Xin đăng nhập trước.",
    ),
    ErrorCode.UNKNOWN_APPOINTMENT: RefusalWords(
        "There is no such appointment today.",
        "Hôm nay không có lịch hẹn này.",
        "Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.APPOINTMENT_USED: RefusalWords(
        "A number was given for this appointment already.",
        "Lịch hẹn này đã lấy số.",
        "Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.UNKNOWN_DEVICE: RefusalWords(
        "There is no such kiosk now.",
        "Không có kiosk này đang hoạt động.",
    ),
    ErrorCode.UNKNOWN_ALERT: RefusalWords(
        "This alert is over.",
        "Cảnh báo này đã kết thúc.",
    ),
    ErrorCode.UNKNOWN_NOTICE: RefusalWords(
        "This notice is not shown any more.",
        "Thông báo này không còn hiển thị.",
    ),
    ErrorCode.SERVICE_PAUSED: RefusalWords(
        "No numbers are given for this service for now. Please ask the staff.",
        "Dịch vụ này tạm dừng lấy số.",
        "Mời ông/bà hỏi quầy hướng dẫn.",
    ),
    ErrorCode.SERVICE_NOT_PAUSED: RefusalWords(
        "Numbers are given for this service.",
        "Dịch vụ này đang lấy số bình thường.",
    ),
}


def refusal_fact(code: str) -> str:
    """What is so, without what a citizen may do about it; the code itself when it is unknown."""
    try:
        return SENTENCES[ErrorCode(code)].fact
    except ValueError:
        return code


def refusal_sentence(code: str, language: str = SOURCE) -> str:
    """The plain sentence for ``code`` in ``vi`` or ``en``; the code itself when it is unknown."""
    try:
        known = SENTENCES[ErrorCode(code)]
    except ValueError:
        return code
    return known.vietnamese if language == SOURCE else known.english
