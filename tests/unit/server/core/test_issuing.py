"""A number given alone in place of one that was asked for: of the two exactly one stands."""

import pytest

from server.codes import ErrorCode
from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.model import DayState, Status
from server.core.rejected import Rejected
from tests.support.builders import after_commands, at, call, opened, seat

TAKE = c.IssueTicket(at(2), "asked", "copy", "", device="K1")
RESERVE = c.ReserveNumbers(at(1), "K1", "copy")


def given(
    instead_of: str = "asked", *, device: str = "K1", minutes: float = 3
) -> c.RecordOfflineTicket:
    """The kiosk tells at minute 9 of a number it gave by itself."""
    number = 950 if device == "K1" else 900
    return c.RecordOfflineTicket(
        at(9), "alone", "copy", "", number, at(minutes), device, instead_of=instead_of
    )


def present(state: DayState) -> list[str]:
    """Who is in the building."""
    return [id_ for id_, _ in state.tickets.items()]


def test_a_number_that_was_made_and_never_heard_of_ends_with_the_one_given_in_its_place() -> None:
    """Nobody holds its paper; the log says why it ended."""
    before = after_commands(opened(), [RESERVE, TAKE])
    ended, issued = decide(before, given())
    assert ended == e.TicketCancelled(at(9), "asked", "given_offline")
    assert isinstance(issued, e.TicketIssued)
    assert (issued.label, issued.at) == ("6 950", at(3))
    assert present(after_commands(before, [given()])) == ["alone"]


def test_a_question_that_comes_after_its_number_was_given_alone_makes_no_ticket() -> None:
    """Packets of a dead connection come late; the citizen has his number."""
    state = after_commands(opened(), [RESERVE, given()])
    with pytest.raises(Rejected) as refused:
        decide(state, TAKE)
    assert refused.value.reason is ErrorCode.TICKET_ID_TAKEN
    assert present(state) == ["alone"]


def test_a_desk_that_has_called_the_other_number_meanwhile_keeps_it() -> None:
    """It will mark it as absent; who waits with the paper is called in his own turn."""
    state = after_commands(opened(), [RESERVE, TAKE, seat("6", "an"), call("6", "an", 5), given()])
    assert present(state) == ["alone", "asked"]
    assert state.tickets["asked"].status is Status.CALLED
    assert state.tickets["alone"].status is Status.WAITING


def test_a_kiosk_cannot_end_a_ticket_of_another() -> None:
    """It could never have asked for it."""
    reserves = [RESERVE, c.ReserveNumbers(at(1), "K2", "copy"), TAKE]
    state = after_commands(opened(), [*reserves, given(device="K2")])
    assert present(state) == ["alone", "asked"]


def test_it_stands_where_its_owner_took_it_not_where_it_became_known() -> None:
    """Minute 3 is before minute 4, whatever the server heard first."""
    later = c.IssueTicket(at(4), "later", "copy", "", device="K2")
    state = after_commands(opened(), [RESERVE, later, given()])
    assert [id_ for _, id_ in state.lines["copy"].items()] == ["alone", "later"]
