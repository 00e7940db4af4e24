"""Why a key is not lit, and what to do instead: the answer to a press that sends nothing."""

from typing import Final

from counter.presenter.keys import Action
from counter.situation.situation import Situation
from server.protocol.errors import ErrorCode
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterStatus, DeskView, Move, TicketStatus
from server.words.refusals import refusal_fact
from server.words.spelling import glued

NEEDS_TICKET: Final = frozenset(
    {Move.RECALL, Move.START, Move.COMPLETE, Move.HOLD, Move.TRANSFER, Move.NO_SHOW}
)

TO_STAFF: Final[dict[ErrorCode, str]] = {
    ErrorCode.BEYOND_CLOSING: "Hôm nay có thể không kịp phục vụ trước giờ đóng cửa.",
    ErrorCode.SERVICE_PAUSED: "Việc này đang tạm dừng cấp số.",
}
"""What is so where whoever gives the number sees it otherwise than whoever takes it."""

ADVICE: Final[dict[ErrorCode, str]] = {
    ErrorCode.KIOSK_CLOSED: "Nếu cần, cấp số tại trang “Cấp số giúp”.",
    ErrorCode.DAY_FULL: "Nếu cần, dùng trang “Cấp số giúp”.",
    ErrorCode.BEYOND_CLOSING: "Xin hẹn ông/bà đến ngày làm việc tiếp theo.",
    ErrorCode.UNKNOWN_APPOINTMENT: "Xin cấp số thường.",
    ErrorCode.APPOINTMENT_USED: "Xin tìm số đó trong hàng chờ.",
    ErrorCode.SERVICE_PAUSED: "Xin nhờ người phụ trách mở lại.",
    ErrorCode.BAD_MESSAGE: "Xin thử lại; nếu vẫn vậy, báo quản trị viên.",
    ErrorCode.FORBIDDEN: "Xin báo quản trị viên.",
    ErrorCode.INTERNAL: "Xin thử lại; nếu vẫn vậy, báo quản trị viên.",
    ErrorCode.UNKNOWN_SERVICE: "Danh mục vừa đổi, xin chọn lại.",
    ErrorCode.UNKNOWN_COUNTER: "Danh mục vừa đổi, xin chọn lại.",
    ErrorCode.UNKNOWN_CLERK: "Danh mục vừa đổi, xin chọn lại.",
    ErrorCode.UNKNOWN_REASON: "Danh mục vừa đổi, xin chọn lại.",
    ErrorCode.UNKNOWN_TICKET: "Xin chọn số khác.",
    ErrorCode.TICKET_ID_TAKEN: "Xin xem số ấy trong hàng chờ.",
    ErrorCode.NOBODY_WAITING: "Màn hình sẽ báo khi có người lấy số.",
    ErrorCode.COUNTER_EMPTY: "Xin nhấn F1 để gọi tiếp.",
    ErrorCode.NOT_YOUR_TICKET: "Xin nhấn F1 để gọi số khác.",
    ErrorCode.NOT_YOUR_COUNTER: "Xin chọn lại quầy của mình.",
    ErrorCode.CLERK_ELSEWHERE: "Xin rời quầy kia trước, hoặc chọn đúng quầy đang ngồi.",
    ErrorCode.ILLEGAL_MOVE: "Xin dùng một nút đang sáng.",
    ErrorCode.SAME_SERVICE: "Xin chọn dịch vụ khác.",
    ErrorCode.UNKNOWN_PRIORITY: "Danh mục vừa đổi, xin chọn lại.",
    ErrorCode.COUNTER_NOT_PAUSED: "Xin nhấn F1 để gọi tiếp.",
    ErrorCode.DAY_CLOSED: "Xin hẹn ông/bà đến vào ngày làm việc tiếp theo.",
    ErrorCode.TOO_LATE: "Nếu cần sửa, xin mời số đó trở lại hoặc chuyển lại.",
    ErrorCode.NOTHING_TO_UNDO: "Xin dùng một nút đang sáng.",
    ErrorCode.NOT_A_SUPERVISOR: "Xin nhờ người phụ trách.",
    ErrorCode.COUNTER_OCCUPIED: "Xin chọn quầy trống.",
    ErrorCode.SAME_PRIORITY: "Không cần làm gì thêm.",
    ErrorCode.NUMBER_NOT_RESERVED: "Xin báo quản trị viên.",
    ErrorCode.CLOCK_TOO_FAR: "Xin báo quản trị viên chỉnh lại giờ.",
    ErrorCode.WOULD_STRAND: "Xin báo người phụ trách.",
    ErrorCode.UNKNOWN_ALERT: "Không cần làm gì thêm.",
    ErrorCode.UNKNOWN_NOTICE: "Không cần làm gì thêm.",
    ErrorCode.SERVICE_NOT_PAUSED: "Không cần làm gì thêm.",
    ErrorCode.UNKNOWN_DEVICE: "Xin chọn kiosk khác.",
}
"""What a clerk may do about it, where the fact does not say so."""


def fact_for_staff(code: ErrorCode) -> str:
    """Why the server refused, in one short sentence."""
    return TO_STAFF.get(code) or refusal_fact(code)


def refusal_and_advice(code: ErrorCode) -> str:
    """What the server refused and what to do now, in one line."""
    return f"{fact_for_staff(code)} {ADVICE.get(code, '')}".strip()


def why_unlit(action: Action, desk: DeskView, situation: Situation, office: OfficeInfo) -> str:
    """The friendly sentence for a press on a key that is not lit now."""
    if not situation.is_live:
        return "Đang mất kết nối máy chủ. Các nút sáng lại ngay khi nối được."
    if situation.flight is not None:
        return "Xin đợi một chút, máy chủ đang trả lời lệnh trước."
    if desk.status is CounterStatus.PAUSED and action.move is not Move.RESUME:
        return "Quầy đang tạm nghỉ. Nhấn F8 để tiếp tục làm việc."
    if desk.ticket is None:
        return _with_empty_hands(action, desk)
    return _with_ticket(action, glued(desk.ticket.label), desk.ticket.status, office.recall_limit)


def _with_empty_hands(action: Action, desk: DeskView) -> str:
    if action.move in NEEDS_TICKET:
        return f"{refusal_fact(ErrorCode.COUNTER_EMPTY)} Nhấn F1 để gọi tiếp."
    if action.move is Move.CALL_NEXT and desk.waiting == 0:
        return refusal_and_advice(ErrorCode.NOBODY_WAITING)
    return refusal_fact(ErrorCode.ILLEGAL_MOVE)


def _with_ticket(action: Action, label: str, status: TicketStatus, recall_limit: int) -> str:
    if status is TicketStatus.SERVING:
        return _while_serving(action.move, label)
    match action.move:
        case Move.CALL_NEXT:
            return (
                f"Số {label} đã được gọi. Nhấn F3 khi ông/bà đến quầy, "
                "hoặc F7 nếu vắng mặt, rồi gọi tiếp."
            )
        case Move.RECALL:
            return f"Số {label} đã được gọi lại đủ {recall_limit} lần. Nếu không ai đến, nhấn F7."
        case Move.COMPLETE:
            return f"Số {label} chưa bắt đầu. Nhấn F3 trước khi hoàn thành."
        case Move.PAUSE | Move.CLOSE:
            return f"Số {label} đang được mời. Xin phục vụ xong, hoặc nhấn F7 nếu vắng mặt."
        case _:
            return f"Số {label} đang được mời. Nhấn F3 khi ông/bà đến quầy."


def _while_serving(move: Move, label: str) -> str:
    match move:
        case Move.CALL_NEXT:
            return f"Số {label} đang được phục vụ. Nhấn F4 để hoàn thành rồi gọi tiếp."
        case Move.START:
            return f"Số {label} đang được phục vụ rồi. Nhấn F4 khi xong việc."
        case Move.RECALL | Move.NO_SHOW:
            return f"Số {label} đang được phục vụ tại quầy, không cần gọi lại hay ghi vắng."
        case Move.PAUSE | Move.CLOSE:
            return f"Số {label} đang được phục vụ. Xin hoàn thành (F4) hoặc giữ chỗ (F5) trước."
        case _:
            return f"Lúc này không làm được việc đó với số {label}. Xin dùng một nút đang sáng."
