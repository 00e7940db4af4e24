"""Alerts, advice and devices in the words of the wall. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from display import words
from display.wall_screen import AlertLine
from server.protocol.office import OfficeInfo
from server.protocol.views import AlertRow, DeviceState

SHOWN: Final = 4
_PARTS: Final = {
    "printer": "máy in",
    "sound": "loa",
    "disk": "ổ đĩa",
    "clock": "đồng hồ",
    "spool": "hàng chờ in",
    "screen": "màn hình",
    "offline": "số cấp khi mất mạng",
}
_FAULTS: Final = {
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
_ROLES: Final = {
    "kiosk": "máy lấy số",
    "counter": "quầy",
    "display": "màn hình",
    "wall": "bảng theo dõi",
    "observer": "giám sát",
}


def alert_lines(
    office: OfficeInfo, alerts: Iterable[AlertRow], now: datetime
) -> tuple[tuple[AlertLine, ...], str]:
    """The worst and the oldest first, as many as there is room for; and how many more there are."""
    ordered = sorted(alerts, key=lambda each: (bool(each.owner), -each.level, each.raised_at))
    lines = tuple(
        AlertLine(
            code=each.id,
            text=sentence(office, each),
            since=f"{int((now - each.raised_at).total_seconds() // 60)}′",
            owner=_owner(office, each),
            tone="alarm" if each.level > 1 else "caution",
        )
        for each in ordered[:SHOWN]
    )
    more = len(ordered) - len(lines)
    return lines, f"và {more} cảnh báo khác" if more > 0 else ""


def sentence(office: OfficeInfo, alert: AlertRow) -> str:
    """What is wrong, where, and how much."""
    told = _SENTENCES.get(alert.kind)
    return told(office, alert) if told else f"{alert.kind} {alert.subject}"


def _over_promise(office: OfficeInfo, alert: AlertRow) -> str:
    limit = office.alert_min if alert.level > 1 else office.promise_min
    return f"Chờ quá {limit} phút: {_service(office, alert.subject)}"


def _unmanned(office: OfficeInfo, alert: AlertRow) -> str:
    return f"Chưa có quầy phục vụ: {_service(office, alert.subject)}"


def _desk_idle(office: OfficeInfo, alert: AlertRow) -> str:
    counter = next((each for each in office.counters if each.id == alert.subject), None)
    desk = words.desk(counter) if counter else alert.subject
    return f"{desk[:1].upper()}{desk[1:]} chưa gọi dù có người chờ"


def _ping_pong(_office: OfficeInfo, alert: AlertRow) -> str:
    return f"Số {alert.label or alert.subject} đã bị chuyển {alert.amount} lần"


def _device(_office: OfficeInfo, alert: AlertRow) -> str:
    device, _, part = alert.subject.rpartition(":")
    return f"{device}: {_PARTS.get(part, part)} cần kiểm tra"


_SENTENCES: Final = {
    "over_promise": _over_promise,
    "unmanned": _unmanned,
    "desk_idle": _desk_idle,
    "ping_pong": _ping_pong,
    "device": _device,
}


def device_notes(counts: dict[str, int], known: Iterable[DeviceState]) -> tuple[str, ...]:
    """How many are connected, and each that is not well: pages of the wall's foot."""
    told = " · ".join(f"{counts[role]} {name}" for role, name in _ROLES.items() if counts.get(role))
    faults = [
        f"{device.device}: {_PARTS.get(part, part)} {_FAULTS.get(code, code)}"
        + ("" if device.connected else " (đang mất kết nối)")
        for device in known
        for part, code in device.faults.items()
    ]
    head = f"Đang kết nối: {told}." if told else "Chưa có thiết bị nào kết nối."
    return (head, "Thiết bị cần kiểm tra: " + "; ".join(faults) + ".") if faults else (head,)


def _owner(office: OfficeInfo, alert: AlertRow) -> str:
    if alert.owner:
        return _clerk(office, alert.owner)
    if alert.level > 1 and office.notify:
        return f"đã báo {_clerk(office, office.notify)}"
    return "chưa ai nhận"


def _clerk(office: OfficeInfo, clerk: str) -> str:
    return next((each.name for each in office.clerks if each.id == clerk), clerk)


def _service(office: OfficeInfo, service: str) -> str:
    return next((each.name for each in office.services if each.id == service), service)
