"""What the clerk may undo: the desk's last action, as the server tells it. Pure.

It comes with the view, so it survives a restart of the app. The server decides; its refusal is
shown like any other.
"""

from datetime import datetime
from math import ceil
from typing import Final

from counter.presenter.refusals import refusal_and_advice
from counter.situation.situation import Situation
from server.protocol.errors import ErrorCode
from server.protocol.views import DeskView, Undoable

STEP_S: Final = 5
"""Seconds between two updates of the time left: a running figure would distract."""

NAMES: Final[dict[str, str]] = {
    "ticket_called": "gọi",
    "service_started": "bắt đầu",
    "ticket_completed": "hoàn thành",
    "leg_completed": "hoàn thành một chặng",
    "ticket_missed": "ghi vắng mặt",
    "ticket_held": "giữ chỗ",
    "ticket_transferred": "chuyển",
    "ticket_routed": "thêm chặng",
    "counter_paused": "tạm dừng",
}
"""What each action is called when it is undone; any other is *việc vừa làm*."""


def undoable(desk: DeskView, now: datetime) -> Undoable | None:
    """What can be undone at this moment; ``None`` for nothing."""
    known = desk.undo
    return known if known is not None and now < known.until_at else None


def undo_words(known: Undoable) -> str:
    """The action and its ticket: ``hoàn thành 6 027``."""
    name = NAMES.get(known.kind, "việc vừa làm")
    return f"{name} {known.label}".strip()


def left_s(known: Undoable, now: datetime) -> int:
    """The seconds left, rounded up to the next step."""
    return ceil((known.until_at - now).total_seconds() / STEP_S) * STEP_S


def why_not(desk: DeskView, situation: Situation) -> str:
    """The sentence for an undo that is not possible now."""
    if not situation.is_live:
        return "Đang mất kết nối máy chủ. Chưa hoàn tác được lúc này."
    if situation.flight is not None:
        return "Xin đợi một chút, máy chủ đang trả lời lệnh trước."
    if desk.undo is None:
        return refusal_and_advice(ErrorCode.NOTHING_TO_UNDO)
    return "Đã quá thời gian hoàn tác. Xin mời số đó trở lại, hoặc chuyển lại."
