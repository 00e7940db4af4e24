"""A ticket's story in sentences."""

from counter.presenter.story import story_rows
from counter.situation.situation import StoryAnswer
from server.protocol.errors import ErrorCode
from server.protocol.messages import Precedence, Story, StoryStep
from server.protocol.views import Why
from tests.support.counter_samples import ELDERLY, NOW, office


def test_the_story_tells_who_came_first_and_why() -> None:
    """Clock, sentence, and under a call those who had stood behind."""
    earlier = Precedence(
        at=NOW, label="6 026", counter="q8", why=Why(code="oldest"), stood_after=False
    )
    overtook = Precedence(at=NOW, label="6 029", counter="q8", why=ELDERLY, stood_after=True)
    step = StoryStep(
        version=4,
        at=NOW,
        kind="ticket_called",
        counter="q9",
        why=Why(code="oldest"),
        before=(earlier, overtook),
    )
    story = Story(id="q1", day="2026-11-23", ticket="t", label="6 027", steps=(step,))
    [row] = story_rows(StoryAnswer("q1", "6 027", story), office())
    assert (row.clock, row.text) == ("09:12", "Quầy 9 gọi: đến sớm nhất.")
    assert row.detail == (
        "2 số được gọi trước, trong đó 1 số đến sau (6\N{NO-BREAK SPACE}029: "
        "diện ưu tiên người cao tuổi, tính như đến sớm hơn 20 phút)."
    )


def test_a_code_that_stands_in_two_lists_gets_the_words_of_its_own() -> None:
    """``bo_sung`` is a reason to keep a place and an outcome."""

    def said(kind: str, **details: str) -> str:
        step = StoryStep(version=1, at=NOW, kind=kind, counter="q9", details=dict(details))
        story = Story(id="q", day="2026-11-23", ticket="t", label="x", steps=(step,))
        return story_rows(StoryAnswer("q", "x", story), office())[0].text

    assert "Bổ sung giấy tờ" in said("ticket_held", reason="bo_sung")
    assert "Yêu cầu bổ sung, hoàn thiện" in said("ticket_completed", outcome="bo_sung")


def test_a_story_that_does_not_come_says_so() -> None:
    """Asked; refused."""
    assert story_rows(StoryAnswer("q1", "x"), office())[0].text == "Đang hỏi máy chủ…"
    refused = StoryAnswer("q1", "x", error=ErrorCode.UNKNOWN_TICKET)
    assert "Xin chọn số khác" in story_rows(refused, office())[0].text
