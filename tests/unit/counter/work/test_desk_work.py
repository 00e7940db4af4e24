"""What a press does at the desk: sends, asks, waits its turn, or says why not."""

from dataclasses import replace

import pytest

from counter.situation.situation import Flight, Seat
from counter.work.desk_session import DeskSession
from counter.work.desk_work import DeskWork
from server.protocol.commands import CallNext
from server.protocol.views import DeskView, TicketStatus
from tests.support.counter_samples import FakeLink, desk, ticket, view, welcome

ME = Seat("q9", "an")
SERVING = desk(ticket(TicketStatus.SERVING))


def at_work(own: DeskView) -> tuple[DeskWork, DeskSession, FakeLink]:
    """A clerk at this desk, with a live link."""
    link = FakeLink()
    session = DeskSession(link, ME, lambda _seat: None)
    session.on_welcome(welcome(view(own)))
    session.on_connection("live")
    return DeskWork(session), session, link


def test_a_lit_key_sends_its_command_once() -> None:
    """A second press while it is under way sends nothing."""
    work, _, link = at_work(desk())
    work.press("call_next")
    work.press("call_next")
    assert link.sent == [CallNext(counter="q9", clerk="an")]


def test_a_key_with_a_question_asks_first() -> None:
    """And while a question is open no other key does anything."""
    work, session, link = at_work(SERVING)
    work.press("hold")
    assert session.situation.ask is not None
    assert session.situation.ask.kind == "hold"
    work.press("no_show")
    assert link.sent == []
    assert session.situation.ask.kind == "hold"


def test_an_unlit_key_says_why_and_sends_nothing() -> None:
    """Never a press without an answer."""
    work, session, link = at_work(SERVING)
    work.press("call_next")
    assert link.sent == []
    assert session.situation.note is not None


@pytest.mark.parametrize("ending", ["complete", "hold"])
def test_the_next_call_may_be_pressed_before_the_last_answer(ending: str) -> None:
    """It is remembered, and sent once the desk is free."""
    work, session, link = at_work(desk())
    session.set(replace(session.situation, flight=Flight("c0", ending)))
    work.press("call_next")
    assert (session.situation.eager, link.sent) == (True, [])
    session.set(replace(session.situation, flight=None))
    work.follow_up()
    assert (session.situation.eager, len(link.sent)) == (False, 1)
