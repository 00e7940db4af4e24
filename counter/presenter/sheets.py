"""The sheet of one ticket and the questions behind it. Pure."""

from dataclasses import replace
from typing import Final

from counter.presenter.screen import DialogScreen, PickRow
from counter.presenter.story import story_rows
from counter.presenter.ticket_actions import (
    CALL,
    CANCEL,
    NO_PRIORITY,
    PRINT,
    PRIORITY,
    ROUTE,
    SHEET,
    WHERE_ISSUED,
    TicketAction,
    actions_of,
)
from counter.situation.situation import Ask, Situation
from counter.situation.ticket_in_view import TicketInView, find_ticket
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView, DeviceState
from server.words.spelling import capital, glued, small

KINDS: Final = frozenset({SHEET, CALL, PRIORITY, ROUTE, PRINT, CANCEL})
MAX_STOPS: Final = 8


def asked_about(subject: TicketInView, office: OfficeInfo, kind: str = SHEET) -> Ask:
    """The question as it opens."""
    ask = Ask(kind, subject.ticket, label=subject.label, place=subject.place)
    match kind:
        case "call_ticket" if office.call_reasons:
            return replace(ask, reason=office.call_reasons[0].code)
        case "add_priority":
            return replace(ask, reason=subject.priority)
        case "route_ticket":
            return replace(ask, route=subject.route)
        case "print_ticket":
            return replace(ask, reason=WHERE_ISSUED)
        case _:
            return ask


def toggled(route: tuple[str, ...], service: str) -> tuple[str, ...]:
    """The further stops with ``service`` put behind them, or taken out."""
    if service in route:
        return tuple(each for each in route if each != service)
    return (*route, service) if len(route) < MAX_STOPS else route


def sheet(office: OfficeInfo, view: CounterView, situation: Situation, ask: Ask) -> DialogScreen:
    """The open question about a ticket."""
    subject = find_ticket(view.desk, ask.ticket)
    if subject is None:
        return DialogScreen()
    label, free = glued(subject.label), situation.is_free
    match ask.kind:
        case "call_ticket":
            return _call(office, label, ask, free)
        case "add_priority":
            return _priority(office, label, ask, subject, free)
        case "route_ticket":
            return _route(office, label, ask, subject, free)
        case "print_ticket":
            return _print(view, label, ask, free)
        case "cancel_ticket":
            return _cancel(label, free)
        case _:
            return _sheet(office, view, situation, subject)


def _sheet(
    office: OfficeInfo, view: CounterView, situation: Situation, subject: TicketInView
) -> DialogScreen:
    desk = view.desk
    actions = actions_of(office, view, desk, subject) if desk else []
    parts = [office.service_name(subject.service)]
    if subject.priority:
        parts.append(f"ưu tiên: {small(office.priority_name(subject.priority))}")
    return DialogScreen(
        kind=SHEET,
        title=f"Số {glued(subject.label)}",
        text=" · ".join(parts),
        lit=situation.is_free,
        instant=True,
        choices=tuple(_action_row(at, each) for at, each in enumerate(actions, start=1)),
        steps=story_rows(situation.told, office),
        steps_title="Chuyện của số này",
    )


def _action_row(at: int, action: TicketAction) -> PickRow:
    return PickRow(action.id, str(at), action.name, action.hint, chosen=False, lit=action.lit)


def _call(office: OfficeInfo, label: str, ask: Ask, free: bool) -> DialogScreen:
    return DialogScreen(
        kind=CALL,
        title=f"Mời số {label} trước thứ tự",
        text="Lý do được ghi lại, thống kê hằng ngày và không xóa được.",
        accept=f"Mời số {label}",
        lit=free and bool(ask.reason),
        choices_title="Lý do",
        choices=tuple(
            PickRow(each.code, "", capital(each.name), "", each.code == ask.reason)
            for each in office.call_reasons
        ),
    )


def _priority(
    office: OfficeInfo, label: str, ask: Ask, subject: TicketInView, free: bool
) -> DialogScreen:
    rows = [
        PickRow(each.code, "", each.name, "", each.code == ask.reason) for each in office.priorities
    ]
    if subject.priority:
        rows.append(
            PickRow(NO_PRIORITY, "", "Không ưu tiên", "bỏ diện đã ghi", ask.reason == NO_PRIORITY)
        )
    changed = ask.reason != subject.priority
    return DialogScreen(
        kind=PRIORITY,
        title=f"Diện ưu tiên của số {label}",
        text="Thứ tự được tính lại ngay. Không cần giấy chứng minh để ghi.",
        accept="Ghi diện ưu tiên" if changed else "Xin chọn diện ưu tiên",
        lit=free and bool(ask.reason) and changed,
        choices_title="Diện ưu tiên",
        choices=tuple(rows),
    )


def _route(
    office: OfficeInfo, label: str, ask: Ask, subject: TicketInView, free: bool
) -> DialogScreen:
    stops = [small(office.service_name(each)) for each in ask.route]
    said = " → ".join(("quầy này", *stops)) if stops else "chưa có nơi tiếp theo"
    return DialogScreen(
        kind=ROUTE,
        title=f"Sau quầy này, số {label} làm tiếp ở đâu?",
        text=f"Thứ tự: {said}. Bấm lần nữa để bỏ. Không phải lấy số mới.",
        accept="Lưu các chặng" if ask.route else "Không có chặng tiếp theo",
        lit=free and ask.route != subject.route,
        services_title="Nơi tiếp theo",
        services=tuple(
            PickRow(
                code=known.id,
                mark=known.prefix,
                name=known.name,
                detail=f"chặng thứ {ask.route.index(known.id) + 2}"
                if known.id in ask.route
                else "",
                chosen=known.id in ask.route,
            )
            for known in office.services
            if known.id != subject.service
        ),
    )


def _print(view: CounterView, label: str, ask: Ask, free: bool) -> DialogScreen:
    return DialogScreen(
        kind=PRINT,
        title=f"In lại phiếu {label}",
        text="Phiếu in lại có ghi rõ là bản in lại.",
        accept="In phiếu",
        lit=free and bool(ask.reason),
        choices_title="In tại đâu",
        choices=kiosk_rows(view, ask.reason),
    )


def _cancel(label: str, free: bool) -> DialogScreen:
    return DialogScreen(
        kind=CANCEL,
        title=f"Hủy số {label}",
        text="Chỉ hủy khi người dân không còn cần nữa. Số đã hủy không lấy lại được.",
        accept="Đúng, hủy số này",
        lit=free,
    )


def kiosk_rows(view: CounterView, chosen: str) -> tuple[PickRow, ...]:
    """Where a ticket can be printed: at the kiosk that gave it, or at any that is connected."""
    issued = PickRow(
        WHERE_ISSUED, "", "Kiosk đã cấp số này", "nơi người dân đã lấy số", chosen == WHERE_ISSUED
    )
    return (issued, *(_kiosk_row(each, chosen) for each in view.kiosks))


def _kiosk_row(kiosk: DeviceState, chosen: str) -> PickRow:
    detail = "sẵn sàng"
    if not kiosk.connected:
        detail = "đang mất kết nối"
    elif "printer" in kiosk.faults:
        detail = "máy in đang có lỗi"
    return PickRow(
        kiosk.device, "", kiosk.device, detail, kiosk.device == chosen, lit=kiosk.connected
    )
