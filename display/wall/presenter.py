"""The wall screen: waits, desks, alerts and figures of the day. Pure.

Amber begins where the office's promise is broken, red where its alert begins; both are said in
words as well.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from display.head import ConnectionState, head
from display.waits import minutes, wait_words
from display.wall.advice import advised, forecast_note
from display.wall.alerts import alert_lines, device_notes
from display.wall.charts import flow, waits
from display.wall.screen import Figure, ServiceRow, WallDesk, WallScreen
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterState, ServiceFigures, Totals, WallView
from server.words.desk_states import CALLING, CLOSED, PAUSED, SERVING, STATE_WORDS, desk_state
from server.words.times import clock

GOOD: Final = "good"
CAUTION: Final = "caution"
ALARM: Final = "alarm"
HINT: Final = "hint"

MANY_DESKS: Final = 16
_SHORT: Final = {SERVING: "phục vụ", CALLING: "đang gọi"}
_NAMED: Final = 3


def wall(
    office: OfficeInfo | None, view: WallView | None, now: datetime, connection: ConnectionState
) -> WallScreen:
    """The screen at ``now``; without an office or a view it is the empty one."""
    top = head(office, view.at if view else None, now, connection)
    if office is None or view is None:
        return WallScreen(head=top)
    headline, tone = _headline(office, view.services, now)
    lines, more = alert_lines(office, view.alerts, now)
    now_min = now.hour * 60 + now.minute
    return WallScreen(
        head=top,
        is_ready=True,
        headline=headline,
        headline_tone=tone,
        figures=_figures(office, view.totals),
        services=_services(office, view.services, now),
        desks=_desks(office, view.counters, now),
        desk_rows=_rows(len(view.counters)),
        is_wide=len(view.counters) > MANY_DESKS,
        alerts=lines,
        more_alerts=more,
        advice=advised(office, view.advice, now),
        flow=flow(view.curves, now_min),
        waits=waits(view.curves, now_min, office.promise_min),
        notes=_notes(office, view),
    )


def level(wait_s: float | None, office: OfficeInfo) -> str:
    """How bad a wait is: "", caution above the promise, alarm above the alert limit."""
    if wait_s is None or wait_s <= office.promise_min * 60:
        return ""
    return ALARM if wait_s > office.alert_min * 60 else CAUTION


def _limit(tone: str, office: OfficeInfo) -> int:
    """The limit, in minutes, that a wait of this tone has passed."""
    return office.alert_min if tone == ALARM else office.promise_min


def _longest_s(service: ServiceFigures, now: datetime) -> float | None:
    if service.oldest_at is None:
        return None
    return max(0.0, (now - service.oldest_at).total_seconds())


def _headline(
    office: OfficeInfo, services: Iterable[ServiceFigures], now: datetime
) -> tuple[str, str]:
    """The one sentence a supervisor reads first, and its tone."""
    waits = ((each.service, _longest_s(each, now)) for each in services)
    long = sorted(
        ((wait, id_) for id_, wait in waits if wait and level(wait, office)), reverse=True
    )
    if not long:
        return f"Không có ai chờ quá {office.promise_min} phút.", GOOD
    tone = level(long[0][0], office)
    limit = _limit(tone, office)
    over = [(wait, id_) for wait, id_ in long if wait > limit * 60]
    told = "; ".join(
        f"{office.service_name(id_)} {int(wait // 60)} phút" for wait, id_ in over[:_NAMED]
    )
    more = f"; và {len(over) - _NAMED} dịch vụ khác" if len(over) > _NAMED else ""
    return f"Có người chờ quá {limit} phút: {told}{more}.", tone


def _figures(office: OfficeInfo, totals: Totals) -> tuple[Figure, ...]:
    promise = f"hẹn không quá {office.promise_min}"
    missed = f"{totals.no_show} vắng · {totals.held} giữ chỗ"
    return (
        Figure("waiting", "Đang chờ", str(totals.waiting), note=f"{totals.in_hand} tại quầy"),
        Figure("issued", "Đã lấy số", str(totals.issued), note="hôm nay"),
        Figure("completed", "Hoàn thành", str(totals.completed), note=missed),
        _wait_figure("mean", "Chờ trung bình", totals.mean_wait_s, promise, office),
        _wait_figure("p90", "90% chờ dưới", totals.p90_wait_s, "hôm nay", office),
        _satisfaction(totals),
        Figure("chosen", "Ngoài thứ tự", str(totals.chosen), note=f"{totals.transferred} chuyển"),
    )


def _satisfaction(totals: Totals) -> Figure:
    """The share of content answers, always with the number of answers."""
    if not totals.rated:
        return Figure("content", "Hài lòng", "–", note="chưa ai trả lời")
    share = round(100 * totals.content / totals.rated)
    answered = round(100 * totals.rated / totals.completed) if totals.completed else 0
    note = f"{totals.rated} trả lời ({answered}%)"
    return Figure("content", "Hài lòng", str(share), "%", note=note)


def _wait_figure(
    code: str, name: str, wait_s: float | None, note: str, office: OfficeInfo
) -> Figure:
    unit = "" if wait_s is None else "phút"
    tone = level(wait_s, office)
    told = f"quá {_limit(tone, office)} phút" if tone else note
    return Figure(code, name, minutes(wait_s), unit, told, tone)


def _services(
    office: OfficeInfo, services: Iterable[ServiceFigures], now: datetime
) -> tuple[ServiceRow, ...]:
    return tuple(_service(office, each, now) for each in services)


def _service(office: OfficeInfo, service: ServiceFigures, now: datetime) -> ServiceRow:
    longest_s = _longest_s(service, now) if service.waiting else None
    verdict, tone = _verdict(office, service, longest_s)
    return ServiceRow(
        code=service.service,
        name=office.service_name(service.service),
        waiting=str(service.waiting),
        longest="–" if longest_s is None else str(int(longest_s // 60)),
        mean=minutes(service.mean_wait_s),
        p90=minutes(service.p90_wait_s),
        forecast="–" if service.wait is None else wait_words(service.wait, 1).removesuffix(" phút"),
        desks=str(service.open_counters),
        verdict=verdict,
        tone=tone,
    )


def _verdict(
    office: OfficeInfo, service: ServiceFigures, longest_s: float | None
) -> tuple[str, str]:
    """What is wrong with one service's line, the worst first; empty when nobody waits."""
    if not service.waiting:
        return "", ""
    tone = level(longest_s, office)
    if not service.open_counters:
        return "chưa mở quầy", tone or CAUTION
    if tone:
        return f"quá {_limit(tone, office)} phút", tone
    if service.wait is not None and service.wait.low_min > office.promise_min:
        return f"sẽ quá {office.promise_min} phút", HINT
    return "trong hẹn", ""


def _desks(
    office: OfficeInfo, states: Iterable[CounterState], now: datetime
) -> tuple[WallDesk, ...]:
    unit = "′"
    return tuple(
        WallDesk(
            code=state.counter,
            number=_number(office, state.counter),
            label=state.label,
            doing=desk_state(state),
            words=_doing(state, now),
            since=_since(state, now, unit),
        )
        for state in states
    )


def _number(office: OfficeInfo, counter: str) -> str:
    known = office.counter(counter)
    return str(known.number) if known else ""


def _rows(desks: int) -> int:
    """How high the list of desks is: two columns, or three."""
    return max(1, -(-desks // (3 if desks > MANY_DESKS else 2)))


def _doing(state: CounterState, now: datetime) -> str:
    """Shorter than in the hall: label and minutes stand beside it."""
    seen = desk_state(state)
    if seen == PAUSED and state.back_at is not None:
        return f"nghỉ đến {clock(state.back_at, now.tzinfo)}"
    return _SHORT.get(seen, STATE_WORDS[seen])


def _since(state: CounterState, now: datetime, unit: str) -> str:
    if state.since_at is None or desk_state(state) == CLOSED:
        return ""
    return f"{max(0, int((now - state.since_at).total_seconds() // 60))}{unit}"


def _notes(office: OfficeInfo, view: WallView) -> tuple[str, ...]:
    sources = (
        (f"Cam kết chờ không quá {office.promise_min} phút", office.promise_source),
        (f"Cảnh báo khi chờ quá {office.alert_min} phút", office.alert_source),
    )
    told = (f"{what}: {source}." for what, source in sources if source)
    notices = (f"Đang thông báo trong sảnh: {each.text}" for each in view.notices)
    score = forecast_note(view.forecast_yesterday)
    return (*device_notes(view.devices, view.known_devices), *notices, *score, *told)
