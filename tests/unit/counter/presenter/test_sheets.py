"""The sheet of a ticket: what it offers in each place."""

from datetime import timedelta

from counter.presenter import sheets, ticket_actions
from counter.presenter.screen import DialogScreen
from counter.situation.situation import Seat, Situation
from counter.situation.ticket_in_view import find_ticket
from server.protocol.views import DeskView, TicketStatus, Undoable
from tests.support.counter_samples import NOW, desk, held, office, ticket, view

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


def test_each_place_offers_its_own_repairs() -> None:
    """In hand: back, to the right desk, further stops, paper. In the line: first, priority, paper,
    gone. Set aside: back into the line, priority, paper, gone.
    """
    assert lit(asked(SERVING, "t-6027")) == {
        "take_back": False,
        "wrong_desk": True,
        "route_ticket": True,
        "print_ticket": True,
    }
    assert lit(asked(IDLE, "t-6029")) == {
        "call_ticket": True,
        "add_priority": True,
        "print_ticket": True,
        "cancel_ticket": True,
    }
    assert list(lit(asked(IDLE, "t-6019"))) == [
        "bring",
        "add_priority",
        "print_ticket",
        "cancel_ticket",
    ]


def test_a_call_can_be_taken_back_from_the_sheet_while_there_is_time() -> None:
    """As if it had not been called."""
    called = Undoable(kind="ticket_called", label="6 027", until_at=NOW + timedelta(seconds=30))
    own = SERVING.model_copy(update={"undo": called})
    assert lit(asked(own, "t-6027"))["take_back"]
    begun = called.model_copy(update={"kind": "service_started"})
    own = SERVING.model_copy(update={"undo": begun})
    assert not lit(asked(own, "t-6027"))["take_back"]


def test_paper_needs_a_kiosk_that_is_there() -> None:
    """Without one the line says so; an unconnected one cannot be chosen."""
    assert not lit(asked(IDLE, "t-6029", kiosks=False))["print_ticket"]
    places = lit(asked(IDLE, "t-6029", "print_ticket"))
    assert places == {"where_issued": True, "K1": True, "K2": False, "K3": True}


def test_a_priority_must_be_another_one() -> None:
    """The button asks for a choice until one is made that changes something."""
    shown = asked(IDLE, "t-6029", "add_priority")
    assert (shown.lit, shown.accept) == (False, "Xin chọn diện ưu tiên")
    assert [row.code for row in shown.choices] == ["P1", "P3", "none"]


def test_stops_are_added_in_order_and_taken_out_again() -> None:
    """At most eight; a second tap takes one out."""
    route: tuple[str, ...] = ()
    for service in ("a", "b", "c"):
        route = sheets.toggled(route, service)
    assert sheets.toggled(route, "b") == ("a", "c")
    full = tuple(str(at) for at in range(8))
    assert sheets.toggled(full, "x") == full
