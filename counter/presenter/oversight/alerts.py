"""Alerts for supervisors: the banner over their own work, and the list with what can be done."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from counter.presenter.oversight.screen import AlertLine, AlertPane, BannerScreen
from counter.presenter.screen import PickRow
from counter.situation.oversight_draft import OversightDraft
from server.protocol.commands import AcknowledgeAlert, AnyCommand, ResolveAlert
from server.protocol.office import OfficeInfo
from server.protocol.views import AlertRow, CounterView
from server.words.alerts import (
    NOBODY,
    OUTCOMES,
    alert_sentence,
    alert_tone,
    by_urgency,
    outcome_name,
    who_was_told,
)
from server.words.spelling import capital
from server.words.times import clock_words, minutes_words, whole_minutes

OF_PEOPLE_WAITING: Final = ("over_promise", "unmanned")
"""Kinds of alerts whose cause is told to waiting people."""

BY_ITSELF: Final = "over"
NOTHING: Final = "Hiện không có cảnh báo nào. Màn hình báo ngay khi có việc cần xem."


def key_of(alert: AlertRow) -> str:
    """The alert with its level: at a higher level it counts as new again."""
    return f"{alert.level}:{alert.id}"


def banner(
    office: OfficeInfo, view: CounterView, draft: OversightDraft, clerk: str
) -> BannerScreen:
    """The worst alert that has no owner and that this supervisor has not seen."""
    news = [
        each
        for each in by_urgency(view.alerts)
        if not each.owner and key_of(each) not in draft.seen
    ]
    if not news:
        return BannerScreen()
    first = news[0]
    said = alert_sentence(office, first)
    if first.level > 1 and first.kind == OF_PEOPLE_WAITING[0]:
        said = f"Có người chờ{said.removeprefix('Chờ')}"
    told = who_was_told(office, first)
    if told and office.notify != clerk:
        said = f"{said} · {told}"
    more = f" · và {len(news) - 1} việc khác" if len(news) > 1 else ""
    return BannerScreen(f"{said}{more}", first.id, alert_tone(first))


def chosen_alert(view: CounterView, draft: OversightDraft) -> AlertRow | None:
    """The chosen alert as long as it goes on, else the most urgent one."""
    ordered = by_urgency(view.alerts)
    return next((each for each in ordered if each.id == draft.alert), next(iter(ordered), None))


def alert_pane(
    office: OfficeInfo,
    view: CounterView,
    draft: OversightDraft,
    now: datetime,
    *,
    clerk: str,
    free: bool,
) -> AlertPane:
    """The list, and the chosen alert with its causes and outcomes."""
    chosen = chosen_alert(view, draft)
    live = [_line(office, each, now, chosen) for each in by_urgency(view.alerts)]
    rows = (*live, *(_past(office, each, now) for each in view.past_alerts))
    if chosen is None:
        return AlertPane(nothing=NOTHING, rows=rows)
    cause = cause_of(chosen, draft)
    asks = chosen.kind in OF_PEOPLE_WAITING
    take = _take_words(chosen, cause, clerk)
    return AlertPane(
        title=alert_sentence(office, chosen),
        detail=_since(chosen, now),
        owner=_owner(office, chosen, now),
        tone=alert_tone(chosen),
        asks_cause=asks,
        take=take,
        can_take=free and bool(take),
        owned=bool(chosen.owner),
        can_finish=free and bool(draft.outcome),
        rows=rows,
        causes=_picks(((each.code, each.name) for each in office.causes), cause) if asks else (),
        outcomes=_picks((each for each in OUTCOMES.items() if each[0] != BY_ITSELF), draft.outcome),
    )


def cause_of(alert: AlertRow, draft: OversightDraft) -> str:
    """The cause chosen for it now, else the one it has."""
    return draft.cause or alert.cause


def take_command(alert: AlertRow, draft: OversightDraft, clerk: str) -> AnyCommand:
    """The command with which the clerk takes the alert, with its cause if he chose one."""
    return AcknowledgeAlert(alert=alert.id, clerk=clerk, cause=cause_of(alert, draft))


def finish_command(alert: AlertRow, draft: OversightDraft, clerk: str) -> AnyCommand:
    """The command that ends the alert with what was done."""
    return ResolveAlert(alert=alert.id, clerk=clerk, outcome=draft.outcome)


def _line(office: OfficeInfo, alert: AlertRow, now: datetime, chosen: AlertRow | None) -> AlertLine:
    age = minutes_words(whole_minutes(alert.raised_at, now))
    who = office.clerk_name(alert.owner) if alert.owner else NOBODY
    return AlertLine(
        code=alert.id,
        words=alert_sentence(office, alert),
        detail=f"mức {alert.level} · {age} · {who}",
        tone="taken" if alert.owner else alert_tone(alert),
        chosen=alert is chosen,
    )


def _past(office: OfficeInfo, alert: AlertRow, now: datetime) -> AlertLine:
    ended = alert.resolved_at or alert.raised_at
    said = f"{clock_words(ended, now.tzinfo)} · {outcome_name(alert.outcome)}"
    return AlertLine(
        code=f"past:{alert.id}:{ended.timestamp():.0f}",
        words=alert_sentence(office, alert),
        detail=said,
        tone="past",
        chosen=False,
    )


def _since(alert: AlertRow, now: datetime) -> str:
    age = minutes_words(whole_minutes(alert.raised_at, now))
    return f"Từ {clock_words(alert.raised_at, now.tzinfo)}, đã {age}."


def _owner(office: OfficeInfo, alert: AlertRow, now: datetime) -> str:
    if alert.owner:
        at = alert.acknowledged_at
        when = f" nhận lúc {clock_words(at, now.tzinfo)}" if at else " đang xử lý"
        cause = f" Nguyên nhân: {office.cause_name(alert.cause)}." if alert.cause else ""
        return f"{office.clerk_name(alert.owner)}{when}.{cause}"
    told = who_was_told(office, alert)
    return f"{capital(NOBODY)}, {told}." if told else f"{capital(NOBODY)}."


def _take_words(alert: AlertRow, cause: str, clerk: str) -> str:
    if not alert.owner:
        return "Tôi xử lý"
    if alert.owner != clerk:
        return "Tôi nhận thay"
    return "Ghi nguyên nhân" if cause != alert.cause else ""


def _picks(pairs: Iterable[tuple[str, str]], chosen: str) -> tuple[PickRow, ...]:
    return tuple(PickRow(code, "", capital(name), "", code == chosen) for code, name in pairs)
