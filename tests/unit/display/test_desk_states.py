"""The states a desk can be seen in, in words."""

from datetime import UTC

import pytest

from display.desk_states import desk_told, pause_told
from server.protocol.views import CounterStatus, TicketStatus
from tests.support import display_samples as d

WARD = d.office()


@pytest.mark.parametrize(
    ("status", "label", "ticket_status", "told"),
    [
        (CounterStatus.CLOSED, "", None, "đóng"),
        (CounterStatus.OPEN, "", None, "sẵn sàng"),
        (CounterStatus.OPEN, "9 027", TicketStatus.CALLED, "đang gọi"),
        (CounterStatus.OPEN, "9 027", TicketStatus.SERVING, "đang phục vụ"),
        (CounterStatus.PAUSED, "", None, "tạm nghỉ đến 09:55"),
    ],
)
def test_every_state_of_a_desk_is_said_in_words(
    status: CounterStatus, label: str, ticket_status: TicketStatus | None, told: str
) -> None:
    """Never by colour alone."""
    assert desk_told(d.state("q9", status, label, ticket_status), d.NOW) == told


def test_times_are_those_of_the_office_whatever_zone_they_came_in() -> None:
    """The wire may speak UTC."""
    state = d.state("q9", CounterStatus.PAUSED)
    assert state.back_at is not None
    utc = state.model_copy(update={"back_at": state.back_at.astimezone(UTC)})
    assert desk_told(utc, d.NOW) == "tạm nghỉ đến 09:55"


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
