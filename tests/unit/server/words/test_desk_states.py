"""The states a desk can be seen in, in words."""

from datetime import UTC

import pytest

from server.protocol.views import CounterStatus, TicketStatus
from server.words.desk_states import desk_told
from tests.support import display_samples as d


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
