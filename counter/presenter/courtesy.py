"""What the clerk may say now, by the courtesy pack ("4 xin, 5 biết"; S2-01 to S2-03). Pure."""

from typing import Final

from server.protocol.office import OfficeInfo
from server.words.spelling import small

COURTESY: Final = {
    "greeting": "Xin chào ông/bà, tôi có thể giúp gì?",
    "permission": "Xin phép ông/bà cho tôi kiểm tra hồ sơ.",
    "apology": "Xin lỗi vì để ông/bà phải chờ.",
    "listening": "Tôi xin lắng nghe ý kiến của ông/bà.",
    "hold": "Xin phép giữ chỗ cho ông/bà. Mời ông/bà trở lại đúng quầy này.",
    "transfer": "Xin phép chuyển ông/bà sang đúng nơi giải quyết, không phải chờ lại từ đầu.",
    "thanks": "Cảm ơn ông/bà.",
}
"""Prompts of domain.md C3, for offices whose pack says nothing of a moment."""


def motto(office: OfficeInfo, turn: int) -> str:
    """A saying of the office's pack for an idle desk, another one after each ticket."""
    name, *sayings = office.courtesy.get("pack", ("",))
    return f"{name}: {small(sayings[turn % len(sayings)])}." if sayings else ""


def phrase(office: OfficeInfo, moment: str, label: str = "") -> str:
    """The prompt of this moment in quotation marks; empty for none.

    Of several prompts each ticket gets one, always the same.
    """
    own = office.courtesy.get(moment, ())
    if own:
        return f"“{own[sum(label.encode()) % len(own)]}”"
    said = office.phrases.get(f"courtesy_{moment}") or COURTESY.get(moment, "")
    return f"“{said}”" if said else ""


def hold_phrase(office: OfficeInfo, label: str, desk: str, minutes: int) -> str:
    """What is said when a place is kept: the office's own sentence with who, where, how long."""
    own = office.phrases.get("hold", "")
    if not own:
        return phrase(office, "hold", label)
    told = own.replace("{label}", label).replace("{counter}", desk)
    return f"“{told.replace('{minutes}', str(minutes))}”"
