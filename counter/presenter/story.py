"""A ticket's story as rows: when, what, and who was called before it and why. Pure."""

from zoneinfo import ZoneInfo

from counter.presenter.refusals import refusal_and_advice
from counter.presenter.screen import StoryRow
from counter.situation.situation import StoryAnswer
from server.protocol.messages import Precedence
from server.protocol.office import OfficeInfo
from server.words.spelling import glued
from server.words.story import step_sentence
from server.words.times import clock
from server.words.why import why_clause


def story_rows(told: StoryAnswer | None, office: OfficeInfo) -> tuple[StoryRow, ...]:
    """The story line by line; while it has not come, or cannot come, one line that says so."""
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
            clock=clock(step.at, zone),
            text=step_sentence(step, office),
            detail=_before(step.before, office),
        )
        for step in told.story.steps
    ]
    if told.story.before:
        still = StoryRow("wait", "", "Đang chờ.", _before(told.story.before, office))
        rows.append(still)
    return tuple(rows)


def _before(before: tuple[Precedence, ...], office: OfficeInfo) -> str:
    """How many were called first, and with the reason each that had come later."""
    if not before:
        return ""
    overtook = [each for each in before if each.stood_after]
    head = f"{len(before)} số được gọi trước"
    if not overtook:
        return f"{head}, đều đứng trước trong hàng."
    said = "; ".join(f"{glued(each.label)}: {why_clause(each.why, office)}" for each in overtook)
    return f"{head}, trong đó {len(overtook)} số đến sau ({said})."
