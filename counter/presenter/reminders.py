"""Reminders: people wait while the desk is idle; time for a break (S0-12, S4-15). Pure."""

from dataclasses import replace
from datetime import datetime

from counter.situation.situation import Situation
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterStatus, DeskView
from server.words.spelling import glued
from server.words.times import minutes_words, whole_minutes


def watched(situation: Situation, desk: DeskView | None, now: datetime) -> Situation:
    """Note since when this desk has been idle although it could call a waiting ticket."""
    idle = desk is not None and desk.suggested and desk.ticket is None and desk.next is not None
    if not idle or situation.flight is not None:
        return situation if situation.idle_from is None else replace(situation, idle_from=None)
    return replace(situation, idle_from=now) if situation.idle_from is None else situation


def idle_hint(office: OfficeInfo, desk: DeskView, now: datetime, situation: Situation) -> str:
    """The reminder that people wait and this desk should call; empty when there is none."""
    since = situation.idle_from
    if since is None or desk.next is None:
        return ""
    if (now - since).total_seconds() < office.idle_hint_s:
        return ""
    return f"Quầy đang rảnh mà có người chờ. Nhấn F1 để mời số {glued(desk.next.label)}."


def break_hint(office: OfficeInfo, desk: DeskView, now: datetime) -> str:
    """The reminder to take a short break; given only between two tickets."""
    if desk.ticket is not None or desk.status is not CounterStatus.OPEN:
        return ""
    if desk.worked_from_at is None or office.break_hint_min <= 0:
        return ""
    minutes = whole_minutes(desk.worked_from_at, now)
    if minutes < office.break_hint_min:
        return ""
    return f"Đã làm việc liền {minutes_words(minutes)}. Có thể nghỉ ngắn 5 phút: nhấn F8."
