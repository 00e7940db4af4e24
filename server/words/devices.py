"""Devices in Vietnamese: their roles, their parts and what can be wrong with a part. Pure."""

from typing import Final, NamedTuple

from server.protocol.messages import Role
from server.words.spelling import capital

ROLES: Final[dict[str, str]] = {
    Role.KIOSK: "máy lấy số",
    Role.COUNTER: "quầy",
    Role.DISPLAY: "màn hình",
    Role.WALL: "bảng theo dõi",
    Role.OBSERVER: "giám sát",
}
"""What a connected program is, in the order in which they are counted."""
PARTS: Final = {
    "printer": "máy in",
    "sound": "loa",
    "disk": "ổ đĩa",
    "clock": "đồng hồ",
    "spool": "hàng chờ in",
    "screen": "màn hình",
    "offline": "số cấp khi mất mạng",
}


class FaultWords(NamedTuple):
    """A fault behind the name of its part, and as it stands alone on the device itself."""

    name: str
    alone: str = ""


FAULTS: Final = {
    # the printer
    "paper_out": FaultWords("hết giấy"),
    "paper_low": FaultWords("sắp hết giấy"),
    "cover_open": FaultWords("nắp mở", "Nắp đang mở"),
    "offline": FaultWords("không kết nối", "Không trả lời"),
    "error": FaultWords("báo lỗi"),
    "unknown": FaultWords("không rõ tình trạng", "Chưa rõ tình trạng"),
    # the loudspeaker
    "no_device": FaultWords("không có thiết bị", "Không có loa"),
    "stuck": FaultWords("không phản hồi", "Loa không phản hồi"),
    "no_clip": FaultWords("thiếu tệp tiếng nói"),
    # disk, clock, spool
    "low": FaultWords("sắp hết chỗ"),
    "unwritable": FaultWords("không ghi được", "Không ghi được: hết chỗ hoặc ổ đĩa hỏng"),
    "offset": FaultWords("lệch giờ"),
    "broken": FaultWords("không ghi xuống đĩa được"),
    # numbers given without the server
    "disk": FaultWords("không ghi xuống đĩa được"),
    "clock": FaultWords("không cấp được vì đồng hồ lệch"),
    "refused": FaultWords("chưa nhập được vào máy chủ"),
}
"""What can be wrong with a part: the ``status`` a device reports when it is not ``ok``."""


def part_name(part: str) -> str:
    """A device's part in words; one of a newer device as it is."""
    return PARTS.get(part, part)


def fault_name(code: str) -> str:
    """What is wrong, behind the name of the part; a code of a newer device as it is."""
    known = FAULTS.get(code)
    return known.name if known else code


def fault_alone(code: str) -> str:
    """What is wrong, without the name of the part before it; an unknown code as it is."""
    known = FAULTS.get(code)
    return known.alone or capital(known.name) if known else code
