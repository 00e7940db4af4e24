"""What can be done to a ticket from its sheet, and the command it sends."""

import pytest

from counter.presenter import sheets, ticket_actions
from counter.presenter.screen import DialogScreen
from counter.situation.situation import Ask, Seat, Situation
from counter.situation.ticket_in_view import find_ticket
from server.protocol.commands import (
    AddPriority,
    CallTicket,
    CancelTicket,
    PrintTicket,
    RouteTicket,
    TagTicket,
)
from server.protocol.views import DeskView, TicketStatus
from tests.support.counter_samples import desk, held, office, ticket, view

SERVING = desk(ticket(TicketStatus.SERVING, minutes=3))
IDLE = desk(set_aside=(held(),))
ME = Seat("q9", "an")
HERE = Situation(connection="live", seat=ME)


def asked(
    own: DeskView, ticket_id: str, kind: str = ticket_actions.SHEET, kiosks: bool = True
) -> DialogScreen:
    """The question about a ticket, as it opens."""
    subject = find_ticket(own, ticket_id)
    assert subject is not None
    seen = view(own) if kiosks else view(own, kiosks=())
    return sheets.sheet(office(), seen, HERE, sheets.asked_about(subject, office(), kind))


def lit(shown: DialogScreen) -> dict[str, bool]:
    return {row.code: row.lit for row in shown.choices}


def test_nobody_is_called_before_his_turn_with_somebody_in_hand() -> None:
    """And where the office gives no reasons, nobody at all."""
    assert not lit(asked(SERVING, "t-6029"))["call_ticket"]
    strict = office().model_copy(update={"call_reasons": ()})
    subject = find_ticket(IDLE, "t-6029")
    assert subject is not None
    [call, *_] = ticket_actions.actions_of(strict, view(IDLE), IDLE, subject)
    assert (call.lit, call.hint) == (False, "trung tâm không cho gọi trái thứ tự")


@pytest.mark.parametrize(
    ("ask", "command"),
    [
        (
            Ask("call_ticket", "t1", reason="em_be"),
            CallTicket(counter="q9", clerk="an", ticket="t1", reason="em_be"),
        ),
        (Ask("add_priority", "t1", "P1"), AddPriority(ticket="t1", priority="P1", clerk="an")),
        (Ask("add_priority", "t1", "none"), AddPriority(ticket="t1", priority="", clerk="an")),
        (
            Ask("route_ticket", "t1", route=("a", "b")),
            RouteTicket(counter="q9", clerk="an", ticket="t1", services=("a", "b")),
        ),
        (Ask("print_ticket", "t1", "K1"), PrintTicket(ticket="t1", device="K1", clerk="an")),
        (
            Ask("print_ticket", "t1", "where_issued"),
            PrintTicket(ticket="t1", device="", clerk="an"),
        ),
        (Ask("cancel_ticket", "t1"), CancelTicket(ticket="t1")),
    ],
)
def test_each_question_sends_its_command(ask: Ask, command: object) -> None:
    """What was chosen, and nothing else."""
    assert ticket_actions.action_command(ask, ME) == command


def test_a_difficulty_is_a_code() -> None:
    """Never free text about a person."""
    assert ticket_actions.tag_command(ME, "t1", "mat_mang") == TagTicket(
        counter="q9", clerk="an", ticket="t1", tag="mat_mang"
    )
