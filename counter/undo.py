"""What the clerk may take back: the own last action, for a minute. Pure.

The view does not say it, so it is the last answered command of this window. The server judges
again; its refusal is told like any other.
"""

from datetime import datetime
from typing import Final

from counter.moves import BY_ID, FINAL_MOVES, RETURN
from counter.situation import Deed, Situation

UNDO_S: Final = 60
"""The usual time of an office; one that allows less refuses."""


def deed_after(before: Deed | None, action: str, at: datetime) -> Deed | None:
    """What can be taken back once the server has carried ``action`` out."""
    known = BY_ID.get(action)
    if known is None:
        # Bringing a ticket back into the line is no action of this desk; the others end all.
        return before if action == RETURN else None
    return None if known.move in FINAL_MOVES else Deed(known.name, at)


def can_undo(situation: Situation, now: datetime) -> bool:
    """Whether the last action is young enough and the server would hear of it now."""
    deed = situation.deed
    if deed is None or not situation.is_live or situation.flight is not None:
        return False
    return (now - deed.at).total_seconds() < UNDO_S


def why_not(situation: Situation) -> str:
    """The friendly sentence for a press that takes nothing back."""
    if not situation.is_live:
        return "Đang mất kết nối máy chủ. Chưa hoàn tác được lúc này."
    if situation.flight is not None:
        return "Xin đợi một chút, máy chủ đang trả lời lệnh trước."
    if situation.deed is None:
        return "Không có việc gì để hoàn tác."
    return "Chỉ hoàn tác được trong vòng một phút. Xin dùng một nút đang sáng."


def undone(deed: Deed | None) -> str:
    """What is said once it is taken back."""
    return f"Đã hoàn tác: {deed.name.lower()}." if deed else "Đã hoàn tác."
