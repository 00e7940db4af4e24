"""The state of this kiosk as lines for the maintenance page. Pure; always Vietnamese, for staff."""

from dataclasses import dataclass, field
from typing import Final

from kiosk.offline.wishes import OfflineState
from server.words.devices import fault_alone

PRINTER_WELL: Final = {"ok": "Sẵn sàng", "none": "Kiosk này không có máy in"}
LINK_WORDS: Final = {
    "connecting": "Đang kết nối",
    "live": "Đang kết nối tốt",
    "lost": "Mất kết nối",
    "incompatible": "Khác phiên bản",
    "refused": "Thiết bị chưa được đăng ký",
}
FAULTY_OFFSET_S: Final = 60


@dataclass(frozen=True)
class Condition:
    """What is known of the machine. ``offset_s``: how many seconds its clock is ahead of the
    server's, ``None`` until a server was heard.
    """

    device: str = ""
    server: str = ""
    version: str = ""
    connection: str = "connecting"
    printer: str = "none"
    spool: str = "ok"
    disk: str = "ok"
    offline: OfflineState = field(default_factory=OfflineState)
    offset_s: float | None = None


@dataclass(frozen=True)
class ConditionLine:
    """A line of the page; when not ``well``, staff should do something about it."""

    name: str
    value: str
    well: bool = True


def lines(it: Condition) -> tuple[ConditionLine, ...]:
    """The lines of the page, the most important first."""
    return (
        ConditionLine(
            "Máy in",
            PRINTER_WELL.get(it.printer) or fault_alone(it.printer),
            it.printer in ("ok", "none", "unknown"),
        ),
        ConditionLine(
            "Máy chủ", f"{LINK_WORDS.get(it.connection, it.connection)} · {it.server}", _live(it)
        ),
        ConditionLine("Số dự trữ khi mất kết nối", _left(it.offline), bool(it.offline.left)),
        _unsent(it.offline),
        ConditionLine("Ổ đĩa", *_disk(it)),
        _clock(it.offset_s),
        ConditionLine("Tên thiết bị", it.device),
        ConditionLine("Phiên bản", it.version),
    )


def _live(it: Condition) -> bool:
    return it.connection == "live"


def _left(state: OfflineState) -> str:
    held = [count for count in state.left.values() if count > 0]
    if not held:
        return "Chưa có"
    return f"{sum(held)} số cho {len(held)} việc, ít nhất {min(held)} số một việc"


def _unsent(state: OfflineState) -> ConditionLine:
    if state.refused:
        words = f"{state.unsent_count} số chờ gửi. Máy chủ không nhận: {', '.join(state.refused)}"
        return ConditionLine("Số chưa gửi về máy chủ", words, well=False)
    words = f"{state.unsent_count} số" if state.unsent_count else "Không có"
    return ConditionLine("Số chưa gửi về máy chủ", words)


def _disk(it: Condition) -> tuple[str, bool]:
    if it.offline.fault == "disk" or it.spool != "ok" or it.disk == "unwritable":
        return fault_alone("unwritable"), False
    if it.disk != "ok":
        return fault_alone(it.disk), False
    return "Ghi được", True


def _clock(offset_s: float | None) -> ConditionLine:
    if offset_s is None:
        return ConditionLine("Đồng hồ", "Chưa so được với máy chủ")
    away = abs(offset_s)
    if away < FAULTY_OFFSET_S:
        return ConditionLine("Đồng hồ", "Khớp với máy chủ")
    way = "nhanh" if offset_s > 0 else "chậm"
    minutes = round(away / 60)
    return ConditionLine("Đồng hồ", f"Máy này {way} {minutes} phút so với máy chủ", well=False)
