"""Alerts and faults in Vietnamese: the words beside the codes of the wire. Pure."""

from collections.abc import Iterable
from typing import Final

from server.protocol.office import CodeInfo, OfficeInfo, code_info
from server.protocol.views import AlertRow
from server.words.desks import desk_name
from server.words.spelling import capital

PARTS: Final = {
    "printer": "máy in",
    "sound": "loa",
    "disk": "ổ đĩa",
    "clock": "đồng hồ",
    "spool": "hàng chờ in",
    "screen": "màn hình",
    "offline": "số cấp khi mất mạng",
}
FAULTS: Final = {
    "paper_out": "hết giấy",
    "paper_low": "sắp hết giấy",
    "cover_open": "nắp mở",
    "offline": "không kết nối",
    "error": "báo lỗi",
    "unknown": "không rõ tình trạng",
    "no_device": "không có thiết bị",
    "stuck": "không phản hồi",
    "no_clip": "thiếu tệp tiếng nói",
    "full": "đầy",
    "refused": "chưa nhập được vào máy chủ",
}
OUTCOMES: Final = {
    "desk_opened": "mở thêm quầy",
    "clerk_moved": "điều thêm cán bộ",
    "explained": "đã giải thích cho người chờ",
    "repaired": "đã sửa thiết bị",
    "nothing": "không cần làm gì",
    "over": "tự hết",
}
"""How an alert may end; ``over`` is said by the server alone."""


def alert_sentence(office: OfficeInfo, alert: AlertRow) -> str:
    """What is wrong, where, and how much; an unknown kind as it is."""
    told = _SENTENCES.get(alert.kind)
    return told(office, alert) if told else f"{alert.kind} {alert.subject}"


def part_name(part: str) -> str:
    """A device's part in words."""
    return PARTS.get(part, part)


def fault_name(code: str) -> str:
    """What is wrong with it, in words."""
    return FAULTS.get(code, code)


def outcome_name(outcome: str) -> str:
    """How an alert has ended, in words."""
    return OUTCOMES.get(outcome, outcome)


def paused_sentence(causes: Iterable[CodeInfo], cause: str) -> str:
    """What citizens read of a service that gives no numbers for now."""
    known = code_info(causes, cause)
    why = f": {known.name}" if known else ""
    return f"Tạm dừng lấy số{why}. Mời ông/bà hỏi quầy hướng dẫn."


def _over_promise(office: OfficeInfo, alert: AlertRow) -> str:
    limit = office.alert_min if alert.level > 1 else office.promise_min
    return f"Chờ quá {limit} phút: {office.service_name(alert.subject)}"


def _unmanned(office: OfficeInfo, alert: AlertRow) -> str:
    return f"Chưa có quầy phục vụ: {office.service_name(alert.subject)}"


def _desk_idle(office: OfficeInfo, alert: AlertRow) -> str:
    counter = office.counter(alert.subject)
    desk = desk_name(counter) if counter else alert.subject
    return f"{capital(desk)} chưa gọi dù có người chờ"


def _ping_pong(_office: OfficeInfo, alert: AlertRow) -> str:
    return f"Số {alert.label or alert.subject} đã bị chuyển {alert.amount} lần"


def _device(_office: OfficeInfo, alert: AlertRow) -> str:
    device, _, part = alert.subject.rpartition(":")
    return f"{device}: {part_name(part)} cần kiểm tra"


_SENTENCES: Final = {
    "over_promise": _over_promise,
    "unmanned": _unmanned,
    "desk_idle": _desk_idle,
    "ping_pong": _ping_pong,
    "device": _device,
}
