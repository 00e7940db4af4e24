"""A ticket's story in words: every code has some, and it reads as a person would tell it."""

from zoneinfo import ZoneInfo

from server.core import events as e
from server.core.story import story_of
from server.protocol.office import ServiceInfo
from server.wire import story_message
from server.words.story import story_lines
from tests.support.days import day_of_every_kind, facts_of
from tests.support.tiny_office import OFFICE
from tests.unit.server.core.test_story import LINE, told

COPIES = OFFICE.model_copy(
    update={
        "services": (
            ServiceInfo(
                id="copy",
                name="Chứng thực",
                field="",
                prefix="6",
                area="",
                usual_min=5,
                counters=("6",),
            ),
        )
    }
)
"""An office that knows one service by name."""


def test_every_ticket_of_a_day_of_everything_can_be_told_in_sentences() -> None:
    """Whatever happened: a line for each event, the codes in the office's words."""
    log = facts_of(day_of_every_kind())
    zone = ZoneInfo("Asia/Ho_Chi_Minh")
    for fact in log:
        if isinstance(fact, e.TicketIssued):
            story = story_of(log, fact.ticket)
            assert story is not None
            lines = story_lines(story_message("q", story), zone, COPIES)
            assert lines[0] == f"Số {fact.label}, ngày 23/11/2026"
            assert not any("–" in line or "{" in line for line in lines)
            own = [f for f in log if isinstance(f, e.TicketEvent) and f.ticket == fact.ticket]
            assert len([line for line in lines if line[:2].isdigit()]) == len(own)


def test_the_story_reads_as_a_person_would_tell_it() -> None:
    """Moments on the office's clock."""
    lines = story_lines(story_message("q", told(LINE)), ZoneInfo("Asia/Ho_Chi_Minh"), COPIES)
    assert lines == [
        "Số 6 002, ngày 23/11/2026",
        "07:32  Lấy số: Chứng thực.",
        "07:38  Quầy 6 gọi: đến sớm nhất.",
        "       Gọi trước: 2 số, trong đó 1 số đứng sau.",
        "       07:36  6 003 (đứng sau), quầy 6: diện ưu tiên P3, tính như đến sớm hơn 10 phút.",
        "       07:37  6 001 (đứng trước), quầy 6: đến sớm nhất.",
    ]
