"""Taking a number for somebody (S1-06): search, priority, insist, paper. Pure."""

from typing import Final

from counter.presenter.refusals import fact_for_staff, refusal_and_advice
from counter.presenter.screen import IssueScreen, PickRow
from counter.presenter.service_search import Work, find
from counter.situation.situation import IssueDraft, Situation
from server.protocol.commands import AnyCommand, IssueTicket, PrintTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import Result
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView, ServiceLoad
from server.words.spelling import glued
from server.words.times import minutes_words

ISSUE: Final = "issue_ticket"
PRINT_FIRST: Final = "print_first"
MOST_FOUND: Final = 40
GUIDE: Final = "huong_dan"
"""The service of the guide desk, the same in every profile of ours."""
INSISTABLE: Final = frozenset(
    {
        ErrorCode.KIOSK_CLOSED,
        ErrorCode.DAY_FULL,
        ErrorCode.BEYOND_CLOSING,
        ErrorCode.SERVICE_PAUSED,
    }
)
"""Refusals that are rules for kiosks: staff may give the number nevertheless."""


def may_issue(office: OfficeInfo, clerk: str, counter: str = "") -> bool:
    """Whether this clerk takes numbers for people: helpers, supervisors, who has the guide desk.

    Anyone where the office names no helpers.
    """
    if not office.helpers or clerk in office.helpers or clerk in office.supervisors:
        return True
    desk = office.counter(counter)
    return desk is not None and GUIDE in desk.services


def works_of(office: OfficeInfo) -> tuple[Work, ...]:
    """Everything a number can be taken for: services first, then procedures."""
    services = tuple(
        Work(each.id, each.id, each.name, " ".join(each.other_names)) for each in office.services
    )
    procedures = tuple(
        Work(each.code, each.service, each.label, f"{each.name} {' '.join(each.keywords)}")
        for each in office.procedures
    )
    return services + procedures


def issue(office: OfficeInfo, view: CounterView, situation: Situation) -> IssueScreen:
    """The page as it stands."""
    draft, flight = situation.issue, situation.flight
    pending = flight is not None and flight.action == ISSUE
    work = work_of(office, draft.work)
    loads = {each.service: each for each in view.services}
    insists = draft.refused in INSISTABLE
    accept = "Vẫn cấp số" if insists else "Cấp số"
    return IssueScreen(
        typed=draft.typed,
        work=work.name if work else "",
        detail=_load_words(loads.get(work.service)) if work else "",
        accept="Đang cấp số…" if pending else accept if work else "Xin chọn việc cần làm",
        lit=work is not None and situation.is_free,
        pending=pending,
        warning=_warning(draft.refused),
        label=draft.given.label if draft.given else "",
        told=_told(draft.given) if draft.given else "",
        printing=f"In phiếu {glued(draft.given.label)}" if draft.given else "",
        can_print=bool(draft.given and draft.kiosk) and situation.is_free,
        found=_found(office, draft, loads),
        priorities=_priorities(office, draft.priority),
        kiosks=_kiosks(view, draft.kiosk),
    )


def work_of(office: OfficeInfo, code: str) -> Work | None:
    """What ``code`` stands for, if the office still has it."""
    return next((each for each in works_of(office) if code and each.code == code), None)


def issue_command(office: OfficeInfo, draft: IssueDraft, ticket: str) -> AnyCommand | None:
    """Take the number; a second press after a refusal of the kiosk's rules insists."""
    work = work_of(office, draft.work)
    if work is None:
        return None
    return IssueTicket(
        ticket=ticket,
        service=work.service,
        priority=draft.priority,
        insist=draft.refused in INSISTABLE,
        procedure=work.code if work.code != work.service else "",
    )


def print_command(draft: IssueDraft, clerk: str) -> AnyCommand:
    """Have the chosen kiosk print the number just given."""
    return PrintTicket(ticket=draft.ticket, device=draft.kiosk, clerk=clerk)


def usual_kiosk(view: CounterView | None) -> str:
    """The kiosk one would choose without looking: the first connected and well."""
    known = view.kiosks if view else ()
    return next((each.device for each in known if each.connected and not each.faults), "")


def _warning(code: ErrorCode | None) -> str:
    if code is None:
        return ""
    if code in INSISTABLE:
        return f"{fact_for_staff(code)} Chỉ cấp khi đã chắc người dân được phục vụ."
    return refusal_and_advice(code)


def _told(given: Result) -> str:
    ahead = "Đến lượt ngay" if not given.ahead else f"Trước ông/bà còn {given.ahead} người"
    if given.wait is None:
        return f"{ahead}."
    low, high = given.wait.low_min, given.wait.high_min
    span = minutes_words(high) if low >= high else f"{low}–{minutes_words(high)}"
    return f"{ahead}, dự kiến chờ khoảng {span}."


def _found(
    office: OfficeInfo, draft: IssueDraft, loads: dict[str, ServiceLoad]
) -> tuple[PickRow, ...]:
    rows = []
    for work in find(works_of(office), draft.typed, MOST_FOUND):
        known = office.service(work.service)
        own = work.code == work.service
        detail = _load_words(loads.get(work.service)) if own else office.service_name(work.service)
        mark = known.prefix if known else ""
        rows.append(PickRow(work.code, mark, work.name, detail, work.code == draft.work))
    return tuple(rows)


def _load_words(load: ServiceLoad | None) -> str:
    if load is None:
        return ""
    if not load.open:
        return "ngoài giờ lấy số"
    waiting = f"{load.waiting} người chờ" if load.waiting else "không có người chờ"
    return waiting if load.open_counters else f"{waiting}, chưa có quầy mở"


def _priorities(office: OfficeInfo, chosen: str) -> tuple[PickRow, ...]:
    none = PickRow("none", "", "Không ưu tiên", "", not chosen)
    known = (
        PickRow(each.code, "", each.name, "", each.code == chosen) for each in office.priorities
    )
    return (none, *known)


def _kiosks(view: CounterView, chosen: str) -> tuple[PickRow, ...]:
    return tuple(
        PickRow(each.device, "", f"Kiosk {each.device}", "", each.device == chosen, each.connected)
        for each in view.kiosks
        if each.connected
    )
