"""A ticket's story in Vietnamese sentences: the words beside the codes of the wire. Pure."""

from collections.abc import Mapping
from datetime import datetime, tzinfo
from typing import Final

from server.protocol.messages import Precedence, Story, StoryStep
from server.protocol.views import Why

Names = Mapping[str, str]
"""What the office calls its ids and codes; one that is missing is said as it is.

One list may use a code of another: ``outcome:huong_dan`` goes before ``huong_dan``.
"""

_STEPS: Final[dict[str, str]] = {
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

_WHY: Final[dict[str, str]] = {
    "oldest": "đến sớm nhất",
    "credit": "diện ưu tiên {priority}, tính như đến sớm hơn {credit_min} phút",
    "cap": "đã chờ {waited_min} phút, quá {cap_min} phút thì không ai được gọi trước",
    "class": "diện ưu tiên {priority} được gọi trước",
    "turn": "đến lượt theo tỷ lệ {priority_turns} ưu tiên, {ordinary_turns} thường",
    "weight": "diện ưu tiên {priority}, thời gian chờ được tính nhiều hơn",
    "preferred": "quầy làm việc {service} trước",
    "language": "người đến trước nói tiếng {language}, được dành cho quầy nói thứ tiếng ấy",
    "returned": "trở lại quầy đã giữ chỗ",
    "sent_here": "được chuyển đến đúng quầy này",
    "chosen": "cán bộ chọn gọi: {reason}",
}


_PAPER: Final[dict[str, str]] = {
    "confirmed": "đã ra giấy",
    "unconfirmed": "đã gửi, máy in không báo lại",
    "unknown": "không rõ đã ra giấy chưa",
    "not_sent": "chưa in được",
    "expired": "quá giờ, không in nữa",
}


def story_lines(story: Story, zone: tzinfo, names: Names) -> list[str]:
    """The story line by line, moments on the office's clock."""
    lines = [f"Số {story.label}, ngày {_date(story.day)}"]
    for step in story.steps:
        lines.append(f"{_clock(step.at, zone)}  {step_sentence(step, names)}")
        lines += _preceding(step.before, zone, names)
    if story.before:
        lines.append("Đang chờ. Đã được gọi trước:")
        lines += [_precedence(each, zone, names) for each in story.before]
    return lines


def step_sentence(step: StoryStep, names: Names) -> str:
    """What happened, and for a call why."""
    details = {name: _named(value, names, name) for name, value in step.details.items()}
    template = _STEPS.get(step.kind, step.kind)
    if step.kind == "paper_reported":
        details["outcome"] = _PAPER.get(details.get("outcome", ""), details.get("outcome", ""))
    if details.get("is_set") == "False":
        template = "Quầy {counter} bỏ ghi vướng mắc: {tag}."
    said = template.format_map(_Said({"counter": _named(step.counter, names)} | details))
    if step.why is not None:
        said = f"{said[:-1]}: {why_clause(step.why, names)}."
    return f"{said} (đã lấy lại)" if step.taken_back else said


def why_clause(why: Why, names: Names) -> str:
    """Why somebody was the one to be called, as a clause; an unknown code as it is."""
    params = {name: _named(value, names, name) for name, value in why.params.items()}
    return _WHY.get(why.code, why.code).format_map(_Said(params))


def _preceding(before: tuple[Precedence, ...], zone: tzinfo, names: Names) -> list[str]:
    if not before:
        return []
    overtook = sum(each.stood_after for each in before)
    head = f"       Gọi trước: {len(before)} số, trong đó {overtook} số đứng sau."
    return [head, *(_precedence(each, zone, names) for each in before)]


def _precedence(each: Precedence, zone: tzinfo, names: Names) -> str:
    where = "đứng sau" if each.stood_after else "đứng trước"
    why = why_clause(each.why, names)
    desk = _named(each.counter, names)
    return f"       {_clock(each.at, zone)}  {each.label} ({where}), quầy {desk}: {why}."


def _named(value: str | int, names: Names, field: str = "") -> str:
    if not isinstance(value, str):
        return str(value)
    return names.get(f"{field}:{value}", names.get(value, value))


def _clock(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"


def _date(day: str) -> str:
    return "/".join(reversed(day.split("-")))


class _Said(dict[str, str]):
    """Parameters of a sentence; what a newer server leaves out is a dash, not a crash."""

    def __missing__(self, _key: str) -> str:
        return "–"
