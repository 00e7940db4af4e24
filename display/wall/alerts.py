"""Alerts and devices in words for the wall. Pure."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from display.wall.screen import WallAlert
from server.protocol.office import OfficeInfo
from server.protocol.views import AlertRow, DeviceState
from server.words.alerts import alert_sentence, alert_tone, by_urgency, owner_words
from server.words.devices import ROLES, fault_name, part_name
from server.words.times import whole_minutes

SHOWN: Final = 4


def alert_lines(
    office: OfficeInfo, alerts: Iterable[AlertRow], now: datetime
) -> tuple[tuple[WallAlert, ...], str]:
    """The worst and the oldest first, as many as there is room for; and how many more there are."""
    ordered = by_urgency(alerts)
    lines = tuple(
        WallAlert(
            code=each.id,
            text=alert_sentence(office, each),
            since=f"{whole_minutes(each.raised_at, now)}′",
            owner=owner_words(office, each),
            tone=alert_tone(each),
        )
        for each in ordered[:SHOWN]
    )
    more = len(ordered) - len(lines)
    return lines, f"và {more} cảnh báo khác" if more > 0 else ""


def device_notes(counts: dict[str, int], known: Iterable[DeviceState]) -> tuple[str, ...]:
    """How many are connected, and each that is not well: pages of the wall's foot."""
    told = " · ".join(f"{counts[role]} {name}" for role, name in ROLES.items() if counts.get(role))
    faults = [
        f"{device.device}: {part_name(part)} {fault_name(code)}"
        + ("" if device.connected else " (đang mất kết nối)")
        for device in known
        for part, code in device.faults.items()
    ]
    head = f"Đang kết nối: {told}." if told else "Chưa có thiết bị nào kết nối."
    return (head, "Thiết bị cần kiểm tra: " + "; ".join(faults) + ".") if faults else (head,)
