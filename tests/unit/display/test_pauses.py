"""The sentence for a desk that rests."""

from display.pauses import pause_told
from server.protocol.views import CounterStatus
from tests.support import display_samples as d

WARD = d.office()


def test_a_rest_is_told_in_the_offices_own_sentence_with_its_end_and_reason() -> None:
    """A reason the office does not know is none of the hall's business."""
    (desk,) = (each for each in WARD.counters if each.id == "q9")
    told = pause_told(WARD, desk, d.state("q9", CounterStatus.PAUSED, reason="hop"), d.NOW)
    assert told == "Xin lỗi ông/bà vì sự bất tiện, quầy 9 tạm nghỉ đến 9 giờ 55. Lý do: họp."
    unknown = pause_told(WARD, desk, d.state("q9", CounterStatus.PAUSED, reason="gone"), d.NOW)
    assert unknown.endswith("Lý do: việc nội bộ.")


def test_a_desk_that_works_or_rests_without_an_end_has_no_such_sentence() -> None:
    """Nothing is promised that is not known."""
    (desk,) = (each for each in WARD.counters if each.id == "q9")
    endless = d.state("q9", CounterStatus.PAUSED).model_copy(update={"back_at": None})
    for state in (d.state("q9"), d.state("q9", CounterStatus.CLOSED), endless):
        assert pause_told(WARD, desk, state, d.NOW) == ""
