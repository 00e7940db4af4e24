"""Alerts, advice and devices in the words of the wall. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from display.wall.screen import AlertLine
from server.protocol.office import OfficeInfo
from server.protocol.views import AlertRow, DeviceState
from server.words.alerts import alert_sentence, fault_name, part_name

SHOWN: Final = 4
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
            text=alert_sentence(office, each),
            since=f"{int((now - each.raised_at).total_seconds() // 60)}′",
            owner=_owner(office, each),
            tone="alarm" if each.level > 1 else "caution",
        )
        for each in ordered[:SHOWN]
    )
    more = len(ordered) - len(lines)
    return lines, f"và {more} cảnh báo khác" if more > 0 else ""


def device_notes(counts: dict[str, int], known: Iterable[DeviceState]) -> tuple[str, ...]:
    """How many are connected, and each that is not well: pages of the wall's foot."""
    told = " · ".join(f"{counts[role]} {name}" for role, name in _ROLES.items() if counts.get(role))
    faults = [
        f"{device.device}: {part_name(part)} {fault_name(code)}"
        + ("" if device.connected else " (đang mất kết nối)")
        for device in known
        for part, code in device.faults.items()
    ]
    head = f"Đang kết nối: {told}." if told else "Chưa có thiết bị nào kết nối."
    return (head, "Thiết bị cần kiểm tra: " + "; ".join(faults) + ".") if faults else (head,)


def _owner(office: OfficeInfo, alert: AlertRow) -> str:
    if alert.owner:
        return office.clerk_name(alert.owner)
    if alert.level > 1 and office.notify:
        return f"đã báo {office.clerk_name(office.notify)}"
    return "chưa ai nhận"
