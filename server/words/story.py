"""A ticket's story in Vietnamese sentences: the words beside the codes of the wire. Pure."""

from datetime import tzinfo
from typing import Final

from server.protocol.messages import Precedence, Story, StoryStep
from server.protocol.office import OfficeInfo
from server.words.names import name_of
from server.words.papers import paper_name
from server.words.times import clock
from server.words.why import Filled, why_clause

STEPS: Final[dict[str, str]] = {
    "ticket_issued": "Lấy số: {service}.",
    "ticket_called": "Quầy {counter} gọi.",
    "ticket_recalled": "Quầy {counter} gọi lại lần {recall_count}.",
    "service_started": "Bắt đầu làm việc tại quầy {counter}.",
    "ticket_completed": "Xong tại quầy {counter}: {outcome}.",
    "leg_completed": "Xong một chặng tại quầy {counter}: {outcome}; tiếp theo là {service}.",
    "ticket_missed": "Vắng mặt khi quầy {counter} gọi.",
    "ticket_held": "Quầy {counter} giữ chỗ: {reason}.",
    "ticket_returned": "Trở lại hàng chờ.",
    "ticket_transferred": "Quầy {counter} chuyển sang {service}: {reason}.",
    "ticket_routed": "Quầy {counter} thêm chặng tiếp theo.",
    "priority_added": "Ghi nhận diện ưu tiên: {priority}.",
    "ping_pong_noticed": "Đã chuyển {transfer_count} lần: cần người phụ trách.",
    "paper_reported": "Phiếu in tại {device}: {outcome}.",
    "print_requested": "Cán bộ cho in phiếu tại {device}.",
    "ticket_tagged": "Quầy {counter} ghi vướng mắc: {tag}.",
    "ticket_rated": "Người dân đánh giá lần phục vụ tại quầy {counter}: {score} trên 5.",
    "ticket_cancelled": "Huỷ số: {reason}.",
    "action_undone": "Cán bộ quầy {counter} lấy lại thao tác vừa rồi.",
}
"""A sentence for each kind of event a ticket can have."""

CANCELLED: Final = {
    "day_closed": "hết ngày làm việc",
    "given_offline": "kiosk đã cấp số khác khi mất mạng",
}
"""Why the server itself ends a ticket; the other reasons are the office's."""


def story_lines(story: Story, zone: tzinfo, office: OfficeInfo | None) -> list[str]:
    """The story line by line, moments on the office's clock."""
    lines = [f"Số {story.label}, ngày {_date(story.day)}"]
    for step in story.steps:
        lines.append(f"{clock(step.at, zone)}  {step_sentence(step, office)}")
        lines += _preceding(step.before, zone, office)
    if story.before:
        lines.append("Đang chờ. Đã được gọi trước:")
        lines += [_precedence(each, zone, office) for each in story.before]
    return lines


def step_sentence(step: StoryStep, office: OfficeInfo | None) -> str:
    """What happened, and for a call why; without an office its ids and codes as they are."""
    said = _template(step).format_map(Filled(_details(step, office)))
    if step.why is not None:
        said = f"{said[:-1]}: {why_clause(step.why, office)}."
    return f"{said} (đã lấy lại)" if step.taken_back else said


def _template(step: StoryStep) -> str:
    if step.kind == "ticket_cancelled" and not step.details.get("reason"):
        return "Huỷ số."
    if step.kind == "ticket_tagged" and not step.details.get("is_set", True):
        return "Quầy {counter} bỏ ghi vướng mắc: {tag}."
    return STEPS.get(step.kind, step.kind)


def _details(step: StoryStep, office: OfficeInfo | None) -> dict[str, str]:
    fields = {"counter": step.counter} | step.details
    return {field: _detail(step.kind, field, value, office) for field, value in fields.items()}


def _detail(kind: str, field: str, value: str | int, office: OfficeInfo | None) -> str:
    if not isinstance(value, str):
        return str(value)
    if kind == "paper_reported" and field == "outcome":
        return paper_name(value)
    if kind == "ticket_cancelled" and value in CANCELLED:
        return CANCELLED[value]
    return name_of(office, field, value, kind) or value


def _preceding(
    before: tuple[Precedence, ...], zone: tzinfo, office: OfficeInfo | None
) -> list[str]:
    if not before:
        return []
    overtook = sum(each.stood_after for each in before)
    head = f"       Gọi trước: {len(before)} số, trong đó {overtook} số đứng sau."
    return [head, *(_precedence(each, zone, office) for each in before)]


def _precedence(each: Precedence, zone: tzinfo, office: OfficeInfo | None) -> str:
    where = "đứng sau" if each.stood_after else "đứng trước"
    why = why_clause(each.why, office)
    desk = name_of(office, "counter", each.counter) or each.counter
    return f"       {clock(each.at, zone)}  {each.label} ({where}), quầy {desk}: {why}."


def _date(day: str) -> str:
    return "/".join(reversed(day.split("-")))
