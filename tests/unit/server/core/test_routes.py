"""One number, many desks: each stop done leads to the next, and the last one ends the visit."""

from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.discipline import order_for
from server.core.model import DayState, Status
from tests.support.builders import after_commands, at, call, issue, opened, seat

COPY, BIRTH = ("6", "an"), ("9", "chi")
ROUTED: list[c.Command] = [
    *(seat(*COPY), seat(*BIRTH)),
    c.IssueTicket(at(0), "t", "copy", "", route=("birth",)),
    issue("later", "birth", minutes=5),
]


def served(desk: tuple[str, str], minute: float) -> list[c.Command]:
    """Called, started and done at this desk."""
    here = (at(minute), *desk, "t")
    return [call(*desk, minute), c.StartService(*here), c.CompleteTicket(*here, "accepted")]


def after_first_stop() -> DayState:
    """Copies are made; the birth certificate is still to come."""
    return after_commands(opened(), [*ROUTED, *served(COPY, 10)])


def test_a_stop_done_sends_the_same_number_on_with_its_first_arrival() -> None:
    """It stands in the next line before who came later, and its second wait is measured apart."""
    state = after_first_stop()
    ticket = state.tickets["t"]
    assert (ticket.service, ticket.leg, ticket.route, ticket.status) == (
        *("birth", 2, ()),
        Status.WAITING,
    )
    assert (ticket.arrived_at, ticket.leg_at) == (at(0), at(10))
    assert [each.id for each, _ in order_for(state, "9", at(11))] == ["t", "later"]
    assert state.desks["6"].served == 1
    assert state.tallies["copy"].completed == 0


def test_the_last_stop_ends_the_visit() -> None:
    """Then it is completed, once."""
    state = after_commands(after_first_stop(), served(BIRTH, 20))
    assert "t" not in state.tickets
    assert (state.tallies["birth"].completed, state.tallies["copy"].completed) == (1, 0)
    assert state.desks["9"].served == 1


def test_a_stop_done_by_mistake_can_be_taken_back() -> None:
    """The ticket is at the desk again with its route as it was."""
    state = after_commands(after_first_stop(), [c.UndoLast(at(10.5), *COPY)])
    ticket = state.tickets["t"]
    assert (ticket.status, ticket.counter, ticket.route, ticket.leg) == (
        *(Status.SERVING, "6"),
        *(("birth",), 1),
    )
    assert state.desks["6"].served == 0
    assert state.tallies["copy"].service_count == 0


def test_a_clerk_may_add_stops_or_take_them_away() -> None:
    """The whole rest of the route is said anew each time."""
    begun = [*ROUTED, call(*COPY, 10), c.StartService(at(10), *COPY, "t")]
    none_left = after_commands(opened(), [*begun, c.RouteTicket(at(11), *COPY, "t", ())])
    done = decide(none_left, c.CompleteTicket(at(12), *COPY, "t", "accepted"))
    assert [type(fact) for fact in done] == [e.TicketCompleted]
    more = after_commands(opened(), [*begun, c.RouteTicket(at(11), *COPY, "t", ("copy", "birth"))])
    facts = decide(more, c.CompleteTicket(at(12), *COPY, "t", "accepted"))
    assert [fact.service for fact in facts if isinstance(fact, e.LegCompleted)] == ["copy"]
