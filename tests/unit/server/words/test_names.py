"""What the office calls the ids and codes of a story."""

import pytest

from server.protocol.messages import StoryStep
from server.protocol.office import CodeInfo
from server.words.names import name_of
from server.words.story import step_sentence
from tests.support.counter_samples import NOW, office


def codes(name: str) -> tuple[CodeInfo, ...]:
    """A list that calls the code ``other`` so."""
    return (CodeInfo(code="other", name=name),)


OFFICE = office().model_copy(
    update={
        "call_reasons": codes("gọi giúp"),
        "hold_reasons": codes("đi bổ sung giấy tờ"),
        "transfer_reasons": codes("lấy nhầm số"),
        "outcomes": codes("đã nhận hồ sơ"),
        "tags": codes("thiếu chữ ký"),
    }
)


@pytest.mark.parametrize(
    ("field", "kind", "name"),
    [
        ("reason", "ticket_called", "gọi giúp"),
        ("reason", "ticket_held", "đi bổ sung giấy tờ"),
        ("reason", "ticket_transferred", "lấy nhầm số"),
        ("outcome", "ticket_completed", "đã nhận hồ sơ"),
        ("tag", "ticket_tagged", "thiếu chữ ký"),
        ("device", "paper_reported", None),
    ],
)
def test_a_code_of_two_lists_is_named_by_the_list_its_event_is_about(
    field: str, kind: str, name: str | None
) -> None:
    """The same code may stand in each of them with other words."""
    assert name_of(OFFICE, field, "other", kind) == name


def test_what_the_office_does_not_know_has_no_name_and_without_an_office_nothing_has() -> None:
    """A language has one all the same: it is no matter of the office."""
    for field in ("counter", "service", "priority", "reason", "outcome", "tag"):
        assert name_of(OFFICE, field, "gone") is None
        assert name_of(None, field, "other") is None
    assert name_of(None, "language", "km") == "tiếng Khmer"


@pytest.mark.finding("H1")
@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "Huỷ số."),
        ("day_closed", "Huỷ số: hết ngày làm việc."),
        ("given_offline", "Huỷ số: kiosk đã cấp số khác khi mất mạng."),
        ("other", "Huỷ số: gọi giúp."),
        ("gone", "Huỷ số: gone."),
    ],
)
def test_the_end_of_a_ticket_is_said_in_words_whoever_ended_it(reason: str, said: str) -> None:
    """The server's own reasons came to a person's eye as codes, and none as a dash."""
    step = StoryStep(version=1, at=NOW, kind="ticket_cancelled", details={"reason": reason})
    assert step_sentence(step, OFFICE) == said
