"""Panes of what a supervisor does for the hall: pausing services, notices, the end of the day."""

from datetime import datetime
from typing import Final

from counter.presenter.oversight.screen import EndPane, NoticeLine, NoticePane, ServicePane
from counter.presenter.screen import PickRow
from counter.situation.oversight_draft import OversightDraft
from server.protocol.commands import (
    AnyCommand,
    EndDay,
    PauseService,
    PostNotice,
    ResumeService,
    WithdrawNotice,
)
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterStatus, CounterView, ServiceLoad
from server.words.desks import counter_name
from server.words.service_pauses import paused_sentence
from server.words.spelling import capital, small
from server.words.times import clock_words, minutes_words

NOTICE_MINUTES: Final = (10, 30, 60, 120, 240)
LONGEST_NOTICE: Final = 200
DESKS_NAMED: Final = 3


def service_pane(
    office: OfficeInfo, view: CounterView, draft: OversightDraft, *, free: bool
) -> ServicePane:
    """The services, and for the chosen one pausing or resuming its numbers."""
    rows = tuple(_service_row(office, each, draft.service) for each in view.services)
    load = load_of(view, draft.service)
    if load is None:
        return ServicePane(rows=rows)
    cause = load.paused or draft.reason
    paused = bool(load.paused)
    return ServicePane(
        title=office.service_name(load.service),
        detail=_who_waits(load.waiting),
        told=f"“{paused_sentence(office.causes, cause)}”" if cause else "",
        paused=paused,
        accept=_service_accept(cause, paused=paused),
        can=free and bool(cause) and not view.closed,
        rows=rows,
        causes=()
        if paused
        else tuple(
            PickRow(each.code, "", capital(each.name), "", each.code == cause)
            for each in office.causes
        ),
    )


def service_command(view: CounterView, draft: OversightDraft, clerk: str) -> AnyCommand | None:
    """The command that pauses or resumes; ``None`` while no service or no cause is chosen."""
    load = load_of(view, draft.service)
    if load is None:
        return None
    if load.paused:
        return ResumeService(supervisor=clerk, service=load.service)
    if not draft.reason:
        return None
    return PauseService(supervisor=clerk, service=load.service, reason=draft.reason)


def load_of(view: CounterView, service: str) -> ServiceLoad | None:
    """How busy this service is."""
    return next((each for each in view.services if each.service == service), None)


def notice_pane(view: CounterView, draft: OversightDraft, now: datetime, free: bool) -> NoticePane:
    """What stands on the displays, and a notice being written."""
    text = tidy(draft.text)
    length = minutes_words(draft.minutes)
    return NoticePane(
        words=draft.text,
        left=f"Còn {LONGEST_NOTICE - len(text)} ký tự",
        accept=f"Đăng thông báo trong {length}" if text else "Xin viết thông báo",
        can_post=free and 0 < len(text) <= LONGEST_NOTICE,
        urgent=draft.urgent,
        rows=tuple(
            NoticeLine(
                code=each.id,
                words=each.text,
                until=f"đến {clock_words(each.until_at, now.tzinfo)}",
                urgent=each.is_urgent,
                lit=free,
            )
            for each in view.notices
        ),
        minutes=tuple(
            PickRow(str(each), "", minutes_words(each), "", each == draft.minutes)
            for each in NOTICE_MINUTES
        ),
    )


def notice_command(draft: OversightDraft, clerk: str, notice: str) -> AnyCommand | None:
    """The command that posts the notice; ``None`` while it is empty or too long."""
    text = tidy(draft.text)
    if not 0 < len(text) <= LONGEST_NOTICE:
        return None
    return PostNotice(
        supervisor=clerk,
        notice=notice,
        text=text,
        minutes=draft.minutes,
        is_urgent=draft.urgent,
    )


def withdraw_command(notice: str, clerk: str) -> AnyCommand:
    """The command that removes the notice."""
    return WithdrawNotice(supervisor=clerk, notice=notice)


def tidy(text: str) -> str:
    """One line, as it will stand on the displays."""
    return " ".join(text.split())


def end_pane(
    office: OfficeInfo, view: CounterView, draft: OversightDraft, *, free: bool
) -> EndPane:
    """What ending the day does, and whether it is possible now."""
    if view.closed:
        return EndPane(over=True)
    waiting = sum(each.waiting for each in view.services)
    at_work = [each for each in view.counters if each.status is not CounterStatus.CLOSED]
    busy = [counter_name(office, each.counter) for each in at_work if each.label]
    return EndPane(
        waiting=f"Còn {waiting} người đang chờ. Số của họ hết hiệu lực ngay."
        if waiting
        else "Không còn ai đang chờ.",
        desks=f"{len(at_work)} quầy đang mở sẽ đóng." if at_work else "Các quầy đã đóng hết.",
        block=_block(busy),
        asking=draft.ending and not busy,
        can=free and not busy,
    )


def end_command(clerk: str) -> AnyCommand:
    """The command that ends the day."""
    return EndDay(supervisor=clerk)


def _block(busy: list[str]) -> str:
    if not busy:
        return ""
    named = ", ".join(small(each) for each in busy[:DESKS_NAMED])
    more = f" và {len(busy) - DESKS_NAMED} quầy khác" if len(busy) > DESKS_NAMED else ""
    return f"{capital(named)}{more} đang có người. Kết thúc ngày được khi các quầy này xong việc."


def _service_row(office: OfficeInfo, load: ServiceLoad, chosen: str) -> PickRow:
    known = office.service(load.service)
    waits = f"{load.waiting} người chờ" if load.waiting else "không có người chờ"
    said = f"tạm dừng: {office.cause_name(load.paused)} · {waits}" if load.paused else waits
    name = known.name if known else load.service
    prefix = known.prefix if known else ""
    return PickRow(load.service, prefix, name, said, load.service == chosen)


def _who_waits(waiting: int) -> str:
    if not waiting:
        return "Không có người chờ."
    return f"{waiting} người đang chờ vẫn được phục vụ."


def _service_accept(cause: str, *, paused: bool) -> str:
    if paused:
        return "Cấp số trở lại"
    return "Tạm dừng cấp số" if cause else "Xin chọn lý do"
