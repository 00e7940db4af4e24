"""A ticket's story as rows: when, what, and who was called before it and why. Pure."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from counter.presenter.refusals import refusal_and_advice
from counter.presenter.screen import StoryRow
from counter.presenter.words import glued, service_name
from counter.situation.situation import Told
from server.protocol.messages import Precedence
from server.protocol.office import CodeInfo, OfficeInfo
from server.words.story import step_sentence, why_clause


def story_rows(told: Told | None, office: OfficeInfo) -> tuple[StoryRow, ...]:
    """The story line by line; while it has not come, or never will, one line that says so."""
    if told is None:
        return (StoryRow("0", "", "Đang hỏi máy chủ…"),)
    if told.error is not None:
        return (StoryRow("0", "", refusal_and_advice(told.error)),)
    if told.story is None:
        return (StoryRow("0", "", "Đang hỏi máy chủ…"),)
    zone = ZoneInfo(office.zone)
    rows = [
        StoryRow(
            code=str(step.version),
            clock=_clock(step.at, zone),
            text=step_sentence(step, names_for(office, step.kind)),
            detail=_before(step.before, office),
        )
        for step in told.story.steps
    ]
    if told.story.before:
        still = StoryRow("wait", "", "Đang chờ.", _before(told.story.before, office))
        rows.append(still)
    return tuple(rows)


def names_for(office: OfficeInfo, kind: str) -> Mapping[str, str]:
    """What the office calls its ids and codes in a step of this kind.

    A code may stand in two lists with other words: each kind looks in its own one first.
    """
    names = {each.id: service_name(office, each.id) for each in office.services}
    names |= {each.id: str(each.number) for each in office.counters}
    names |= {each.code: each.name for each in office.priorities}
    for codes in (*_lists(office), _own_list(office, kind)):
        names |= {each.code: each.name for each in codes}
    return names


_OWN: Final[dict[str, str]] = {
    "ticket_called": "call_reasons",
    "ticket_completed": "outcomes",
    "leg_completed": "outcomes",
    "ticket_held": "hold_reasons",
    "ticket_transferred": "transfer_reasons",
}


def _own_list(office: OfficeInfo, kind: str) -> tuple[CodeInfo, ...]:
    own: tuple[CodeInfo, ...] = getattr(office, _OWN[kind]) if kind in _OWN else ()
    return own


def _lists(office: OfficeInfo) -> tuple[tuple[CodeInfo, ...], ...]:
    return (office.tags, office.transfer_reasons, office.hold_reasons, office.call_reasons)


def _before(before: tuple[Precedence, ...], office: OfficeInfo) -> str:
    """How many were called first, and each who had stood behind: with the reason."""
    if not before:
        return ""
    names = names_for(office, "ticket_called")
    overtook = [each for each in before if each.stood_after]
    head = f"{len(before)} số được gọi trước"
    if not overtook:
        return f"{head}, đều đứng trước trong hàng."
    said = "; ".join(f"{glued(each.label)}: {why_clause(each.why, names)}" for each in overtook)
    return f"{head}, trong đó {len(overtook)} số đến sau ({said})."


def _clock(at: datetime, zone: ZoneInfo) -> str:
    return f"{at.astimezone(zone):%H:%M}"
