"""Views of arbitrary days: what is lit can be done, and what is shown adds up."""

from datetime import datetime

import pytest
from hypothesis import given, settings

from server.core import commands as c
from server.core.decide import decide
from server.core.model import DayState, DeskStatus
from server.core.rejected import Rejected
from server.protocol import codec
from server.protocol import views as v
from server.protocol.messages import Role, ViewMessage
from server.protocol.views import Move
from server.views.by_role import view_for
from tests.support.days import STEPS, Step, lived

COUNTERS = ("6", "8", "9")


def press(move: Move, state: DayState, counter: str, now: datetime) -> c.Command:
    """The command the clerk at this desk would send with this key."""
    desk = state.desks[counter]
    here = (now, counter, desk.clerk)
    ticket = desk.ticket
    other = "birth" if ticket and state.tickets[ticket].service == "copy" else "copy"
    return {
        Move.CALL_NEXT: c.CallNext(*here),
        Move.RECALL: c.RecallTicket(*here, ticket),
        Move.START: c.StartService(*here, ticket),
        Move.COMPLETE: c.CompleteTicket(*here, ticket, "accepted"),
        Move.HOLD: c.HoldTicket(*here, ticket, "papers", 10),
        Move.TRANSFER: c.TransferTicket(*here, ticket, other, "wrong_service"),
        Move.NO_SHOW: c.MarkNoShow(*here, ticket),
        Move.PAUSE: c.PauseCounter(*here, "break", 10),
        Move.RESUME: c.ResumeCounter(*here),
        Move.CLOSE: c.CloseCounter(*here),
    }[move]


def may(state: DayState, command: c.Command) -> bool:
    """Whether the core would do it."""
    try:
        decide(state, command)
    except Rejected:
        return False
    return True


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_a_key_is_lit_exactly_when_the_core_would_do_what_it_says(steps: list[Step]) -> None:
    """On every desk that is open, after every step of any day."""
    for done in lived(steps, recall_limit=1):
        now = done.command.at
        for counter in COUNTERS:
            view = view_for(Role.COUNTER, counter, done.state, now)
            assert isinstance(view, v.CounterView)
            assert view.desk is not None
            if done.state.desks[counter].status is DeskStatus.CLOSED:
                assert view.desk.moves == ()
                continue
            presses = {move: press(move, done.state, counter, now) for move in Move}
            possible = {move for move, command in presses.items() if may(done.state, command)}
            assert set(view.desk.moves) == possible


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(STEPS)
def test_views_of_any_day_can_be_sent_and_agree_with_one_another(steps: list[Step]) -> None:
    """The wall's counts are the kiosk's, the display's desks the clerks'."""
    last = list(lived(steps))[-1]
    state, now = last.state, last.command.at
    kiosk, counter, display, wall, observer = (_sent(role, state, now) for role in Role)
    assert observer == wall, "who may only look sees the same"
    assert isinstance(kiosk, v.KioskView)
    assert isinstance(counter, v.CounterView)
    assert isinstance(display, v.DisplayView)
    assert isinstance(wall, v.WallView)
    assert kiosk.version == counter.version == display.version == wall.version == state.version
    assert kiosk.services == counter.services == display.services
    assert [s.waiting for s in kiosk.services] == [s.waiting for s in wall.services]
    assert counter.counters == display.counters == wall.counters
    totals = wall.totals
    present = totals.waiting + totals.in_hand + len(list(state.set_aside.items()))
    assert totals.issued == totals.completed + totals.cancelled + present
    assert set(display.serving_priority) <= {d.counter for d in wall.counters if d.label}


def _sent(role: Role, state: DayState, now: datetime) -> v.AnyView:
    """The view after the way over the wire."""
    text = codec.encode(ViewMessage(view=view_for(role, "6", state, now)))
    message = codec.decode_server(text)
    assert isinstance(message, ViewMessage)
    return message.view
