"""A ticket the clerk can choose, wherever his desk shows it."""

import pytest

from counter.situation.ticket_in_view import ASIDE, HAND, LINE, find_ticket
from server.protocol.views import TicketStatus
from tests.support.counter_samples import desk, held, next_up, ticket

IN_HAND = ticket(TicketStatus.SERVING).model_copy(update={"tags": ("mat_mang",)})
OWN = desk(IN_HAND, set_aside=(held(),))


@pytest.mark.parametrize(
    ("wanted", "place", "label"),
    [
        (IN_HAND.id, HAND, IN_HAND.label),
        (next_up().ticket, LINE, next_up().label),
        (OWN.line[0].ticket, LINE, OWN.line[0].label),
        (held().id, ASIDE, held().label),
    ],
)
def test_a_ticket_is_found_in_hand_in_the_line_and_set_aside(
    wanted: str, place: str, label: str
) -> None:
    """With what the sheet says of it: number and place."""
    subject = find_ticket(OWN, wanted)
    assert subject is not None
    assert (subject.place, subject.label) == (place, label)


def test_difficulties_noted_come_with_the_ticket_in_hand() -> None:
    """Of somebody in the line none are known."""
    in_hand, waiting = find_ticket(OWN, IN_HAND.id), find_ticket(OWN, OWN.line[0].ticket)
    assert in_hand is not None
    assert waiting is not None
    assert (in_hand.tags, waiting.tags) == (("mat_mang",), ())


def test_a_ticket_the_desk_no_longer_shows_is_none() -> None:
    """Called elsewhere meanwhile, or there is no desk."""
    assert find_ticket(OWN, "gone") is None
    assert find_ticket(None, IN_HAND.id) is None
