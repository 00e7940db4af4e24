"""Typing a PIN at the login page, and the server's refusals. Pure: one draft in, one out."""

from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from typing import Final

from counter.presenter.refusals import refusal_and_advice
from counter.situation.situation import SignDraft
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error

SHORTEST: Final = 4
LONGEST: Final = 12
NO_PIN: Final = "no_pin"

TOO_SHORT: Final = "Mã PIN có từ 4 đến 12 chữ số."
SAME_AGAIN: Final = "Xin chọn mã khác mã đang dùng."
NOT_ALIKE: Final = "Hai lần nhập không giống nhau. Xin đặt lại."
TOO_WEAK: Final = (
    "Mã này dễ đoán. Xin tránh dãy số, số lặp, ngày sinh và năm sinh, rồi đặt mã khác."
)
NOT_GIVEN: Final = "Tên này chưa có mã PIN. Xin nhờ người phụ trách cấp mã."


def typed(draft: SignDraft, digit: str) -> SignDraft:
    """The draft after one more digit."""
    if draft.request or len(draft.pin) >= LONGEST or digit not in "0123456789":
        return draft
    return replace(draft, pin=draft.pin + digit, note="")


def erased(draft: SignDraft) -> SignDraft:
    """The draft without its last digit."""
    return draft if draft.request else replace(draft, pin=draft.pin[:-1], note="")


def changing(draft: SignDraft) -> SignDraft:
    """The clerk wants to change the PIN: what was typed is the present one."""
    if draft.request or draft.stage != "pin":
        return draft
    if len(draft.pin) < SHORTEST:
        return replace(draft, note="Xin nhập mã đang dùng trước, rồi bấm Đổi mã PIN.")
    return SignDraft(stage="new", old=draft.pin)


def accepted(draft: SignDraft) -> tuple[SignDraft, tuple[str, str] | None]:
    """The clerk has confirmed: the next draft, and PIN and new PIN once they can be sent."""
    if draft.request:
        return draft, None
    if len(draft.pin) < SHORTEST:
        return replace(draft, note=TOO_SHORT), None
    match draft.stage:
        case "new" if draft.pin == draft.old:
            return replace(draft, pin="", note=SAME_AGAIN), None
        case "new":
            return replace(draft, stage="again", new=draft.pin, pin="", note=""), None
        case "again" if draft.pin != draft.new:
            return replace(draft, stage="new", new="", pin="", note=NOT_ALIKE), None
        case "again":
            return draft, (draft.old, draft.new)
        case _:
            return draft, (draft.pin, "")


def refused(draft: SignDraft, error: Error, now: datetime) -> SignDraft:
    """The draft after a refusal: what was wrong, in words, and at which stage to go on."""
    match error.code:
        case ErrorCode.PIN_MUST_CHANGE:
            return SignDraft(stage="new", old=draft.pin)
        case ErrorCode.PIN_TOO_WEAK:
            return SignDraft(stage="new", old=draft.old, note=TOO_WEAK)
        case ErrorCode.PIN_LOCKED:
            seconds = int(error.detail) if error.detail.isdigit() else 60
            return SignDraft(locked_until=now + timedelta(seconds=seconds))
        case ErrorCode.BAD_PIN if error.detail == NO_PIN:
            return SignDraft(note=NOT_GIVEN)
        case ErrorCode.BAD_PIN:
            left = f" Còn {error.detail} lần thử." if error.detail.isdigit() else ""
            return SignDraft(note=f"Mã PIN không đúng.{left}")
        case code:
            return SignDraft(note=refusal_and_advice(code))


def is_locked(draft: SignDraft, now: datetime) -> bool:
    """Whether the PIN is locked now."""
    return draft.locked_until is not None and now < draft.locked_until


def locked_words(draft: SignDraft, now: datetime) -> str:
    """The remaining lock time in words; empty when not locked."""
    if draft.locked_until is None or now >= draft.locked_until:
        return ""
    left_s = ceil((draft.locked_until - now).total_seconds())
    wait = f"{left_s} giây" if left_s < 90 else f"{-(-left_s // 60)} phút"
    return f"Đã nhập sai quá số lần. Xin chờ {wait}, hoặc nhờ người phụ trách mở khóa."
