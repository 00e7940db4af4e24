"""Alerts in Vietnamese: sentences, names, outcomes, owners, and the order they are read in. Pure.

One row of :data:`ALERTS` for each kind, shared by wall, counter app and report.
"""

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from server.protocol.office import OfficeInfo
from server.protocol.views import AlertRow
from server.words.desks import desk_name
from server.words.devices import part_name
from server.words.spelling import capital

OUTCOMES: Final = {
    "desk_opened": "mở thêm quầy",
    "clerk_moved": "điều thêm cán bộ",
    "explained": "đã giải thích cho người chờ",
    "repaired": "đã sửa thiết bị",
    "nothing": "không cần làm gì",
    "over": "tự hết",
}
"""How an alert may end; only the server sets ``over``."""

NOBODY: Final = "chưa ai nhận"
"""Said of an alert that nobody takes care of."""


class AlertWords(NamedTuple):
    """An alert's kind as a name for counting it, and the sentence of one such alert."""

    name: str
    sentence: Callable[[OfficeInfo, AlertRow], str]


def by_urgency(alerts: Iterable[AlertRow]) -> list[AlertRow]:
    """Those nobody takes care of first, of them the worst and then the oldest."""
    return sorted(alerts, key=lambda each: (bool(each.owner), -each.level, each.raised_at))


def alert_tone(alert: AlertRow) -> str:
    """Its tone on screens: ``alarm`` from the second level on, before that ``caution``."""
    return "alarm" if alert.level > 1 else "caution"


def alert_sentence(office: OfficeInfo, alert: AlertRow) -> str:
    """What is wrong, where, and how much; an unknown kind as it is."""
    known = ALERTS.get(alert.kind)
    return known.sentence(office, alert) if known else f"{alert.kind} {alert.subject}"


def alert_name(kind: str) -> str:
    """Alerts of this kind, as they are counted; an unknown kind as it is."""
    known = ALERTS.get(kind)
    return known.name if known else kind


def outcome_name(outcome: str) -> str:
    """How an alert has ended, in words; an unknown outcome as it is."""
    return OUTCOMES.get(outcome, outcome)


def who_was_told(office: OfficeInfo, alert: AlertRow) -> str:
    """The words "đã báo …" of an alert nobody owns, from the second level on; else empty."""
    if alert.owner or alert.level < 2 or not office.notify:
        return ""
    return f"đã báo {office.clerk_name(office.notify)}"


def owner_words(office: OfficeInfo, alert: AlertRow) -> str:
    """Who takes care of it, else who was told, else that nobody does."""
    if alert.owner:
        return office.clerk_name(alert.owner)
    return who_was_told(office, alert) or NOBODY


def _over_promise(office: OfficeInfo, alert: AlertRow) -> str:
    limit = office.alert_min if alert.level > 1 else office.promise_min
    return f"Chờ quá {limit} phút: {office.service_name(alert.subject)}"


def _unmanned(office: OfficeInfo, alert: AlertRow) -> str:
    return f"Chưa có quầy phục vụ: {office.service_name(alert.subject)}"


def _desk_idle(office: OfficeInfo, alert: AlertRow) -> str:
    counter = office.counter(alert.subject)
    desk = desk_name(counter) if counter else alert.subject
    return f"{capital(desk)} chưa gọi dù có người chờ"


def _ping_pong(_office: OfficeInfo, alert: AlertRow) -> str:
    return f"Số {alert.label or alert.subject} đã bị chuyển {alert.amount} lần"


def _device(_office: OfficeInfo, alert: AlertRow) -> str:
    device, _, part = alert.subject.rpartition(":")
    return f"{device}: {part_name(part)} cần kiểm tra"


ALERTS: Final = {
    "over_promise": AlertWords("Chờ quá cam kết", _over_promise),
    "unmanned": AlertWords("Có người chờ, không có quầy", _unmanned),
    "desk_idle": AlertWords("Quầy rảnh khi có người chờ", _desk_idle),
    "ping_pong": AlertWords("Chuyển đi chuyển lại", _ping_pong),
    "device": AlertWords("Thiết bị gặp sự cố", _device),
}
"""The words of each kind of alert."""
