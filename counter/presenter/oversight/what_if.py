"""What one more service at a desk would do to the waits, as the server's simulation says."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from counter.presenter.oversight.screen import TrialPane
from counter.presenter.screen import PickRow
from counter.presenter.steer import served_by
from counter.situation.oversight_draft import OversightDraft, Trial
from server.protocol.errors import ErrorCode
from server.protocol.office import CounterInfo, OfficeInfo, ServiceInfo
from server.protocol.views import CounterStatus, CounterView
from server.words.desks import counter_name
from server.words.spelling import small

PATIENCE: Final = timedelta(seconds=12)
"""After this long no answer will come: an older server does not know the query."""

UNTOLD: Final = "Chưa tính được lúc này. Xin thử lại sau ít phút."
IMPOSSIBLE: Final = "Lúc này không có cán bộ rảnh làm được việc này tại quầy đó."
TESTING: Final = "Đang mô phỏng phần còn lại của ngày…"


def trial_pane(
    office: OfficeInfo, view: CounterView, draft: OversightDraft, now: datetime, live: bool
) -> TrialPane:
    """Desks, services, and the answer once there is one."""
    trial = draft.trial
    pending = is_pending(trial, now)
    return TrialPane(
        question=_question(office, view, trial),
        can_ask=live and bool(trial.service) and _fits(office, view, trial) and not pending,
        pending=pending,
        result=_result(trial, now),
        detail=_detail(trial),
        desks=tuple(_desk(office, view, each, trial.counter) for each in office.counters),
        services=tuple(_work(office, view, each, trial) for each in office.services),
    )


def at_desk(office: OfficeInfo, view: CounterView, trial: Trial, counter: str) -> Trial:
    """The draft with this desk: the service stays if it fits, else it is one that the closed desk
    serves.
    """
    there = Trial(counter, trial.service)
    if _fits(office, view, there):
        return there
    return Trial(counter, next(iter(served_by(office, view, counter)), ""))


def is_pending(trial: Trial, now: datetime) -> bool:
    """Whether the answer may still come."""
    asked = trial.asked_at
    waits = bool(trial.query) and trial.answer is None and trial.refused is None
    return waits and asked is not None and now - asked < PATIENCE


def _question(office: OfficeInfo, view: CounterView, trial: Trial) -> str:
    if not trial.counter:
        return "Chọn một quầy và một việc."
    desk, works = counter_name(office, trial.counter), _is_open(view, trial.counter)
    if not trial.service:
        return f"{desk} làm thêm việc nào?" if works else f"Mở {small(desk)} cho việc nào?"
    service = small(office.service_name(trial.service))
    if not _fits(office, view, trial):
        return f"{desk} đang đóng và không làm {service}. Xin chọn quầy hoặc việc khác."
    if not works:
        return f"Mở {small(desk)} cho {service}"
    if trial.service in served_by(office, view, trial.counter):
        return f"Đóng {small(desk)}, nay đang làm {service}"
    return f"{desk} làm thêm {service}"


def _fits(office: OfficeInfo, view: CounterView, trial: Trial) -> bool:
    """Whether the question makes sense: a closed desk can be opened only for what it serves."""
    if not trial.counter:
        return False
    return _is_open(view, trial.counter) or trial.service in served_by(office, view, trial.counter)


def _result(trial: Trial, now: datetime) -> str:
    answer = trial.answer
    if answer is None:
        return _untold(trial, now) if trial.query else ""
    before, then = _minutes(answer.p90_s), _minutes(answer.p90_then_s)
    spread = _minutes(answer.spread_s)
    sure = f"(±{spread} phút, {answer.runs} lần mô phỏng)"
    if abs(before - then) <= spread:
        return f"Gần như không đổi: P90 khoảng {then} phút {sure}."
    turn = f"từ {before} xuống" if then < before else f"từ {before} lên"
    return f"P90 {turn} khoảng {then} phút {sure}."


def _untold(trial: Trial, now: datetime) -> str:
    if is_pending(trial, now):
        return TESTING
    return IMPOSSIBLE if trial.refused is ErrorCode.UNKNOWN_COUNTER else UNTOLD


def _detail(trial: Trial) -> str:
    answer = trial.answer
    if answer is None:
        return ""
    said = "P90: cứ 10 người thì 9 người chờ không quá chừng ấy."
    if answer.erlang_wait_s is None:
        return f"{said} Theo lý thuyết hàng chờ: người đến nhiều hơn số phục vụ kịp."
    return (
        f"{said} Theo lý thuyết hàng chờ (Erlang C): "
        f"chờ trung bình khoảng {_minutes(answer.erlang_wait_s)} phút."
    )


def _minutes(length_s: float) -> int:
    return max(0, round(length_s / 60))


def _desk(office: OfficeInfo, view: CounterView, known: CounterInfo, chosen: str) -> PickRow:
    name = known.name or ", ".join(office.service_name(each) for each in known.services)
    said = "đang mở" if _is_open(view, known.id) else "đang đóng"
    return PickRow(known.id, str(known.number), name, said, known.id == chosen)


def _work(office: OfficeInfo, view: CounterView, known: ServiceInfo, trial: Trial) -> PickRow:
    fits = not trial.counter or _fits(office, view, replace(trial, service=known.id))
    said = _waits(view, known.id)
    chosen = known.id == trial.service
    return PickRow(known.id, known.prefix, known.name, said, chosen, lit=fits)


def _is_open(view: CounterView, counter: str) -> bool:
    state = next((each for each in view.counters if each.counter == counter), None)
    return state is not None and state.status is not CounterStatus.CLOSED


def _waits(view: CounterView, service: str) -> str:
    load = next((each for each in view.services if each.service == service), None)
    waiting = load.waiting if load else 0
    return f"{waiting} người chờ" if waiting else "không có người chờ"
