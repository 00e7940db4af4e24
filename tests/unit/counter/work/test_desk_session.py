"""One clerk at one window, told by a link made by hand: seat, view, situation, what is sent."""

from dataclasses import replace

from counter.situation.situation import Seat
from counter.work.desk_session import DeskSession
from server.protocol.commands import CallNext, OpenCounter
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result, SignedIn, TicketStoryQuery
from server.protocol.views import DisplayView
from tests.support.counter_samples import FakeLink, desk, view, welcome

ME = Seat("q9", "an")
CALL = CallNext(counter="q9", clerk="an")


class Window:
    """A session on a fake link, and what it wanted remembered."""

    def __init__(self, seat: Seat | None = ME, pins: bool = False) -> None:
        self.link = FakeLink()
        self.kept: list[Seat | None] = []
        self.session = DeskSession(self.link, seat, self.kept.append)
        hello = welcome(view(desk() if seat else None))
        office = hello.office.model_copy(update={"has_pins": pins})
        self.session.on_welcome(hello.model_copy(update={"office": office}))
        self.session.on_connection("live")


def test_a_command_is_in_flight_until_its_own_answer_and_view() -> None:
    """Answers to other commands change nothing."""
    session = Window().session
    session.send("call_next", CALL)
    assert session.situation.flight is not None
    session.on_answer("another", Result(id="another", version=99))
    assert session.situation.flight.version is None
    session.on_answer("c1", Result(id="c1", version=41))
    session.on_view(view(desk(), 41))
    assert session.situation.flight is None


def test_a_view_of_another_role_is_not_ours() -> None:
    """The desk stays as it was."""
    session = Window().session
    session.on_view(DisplayView.model_construct())
    assert session.desk == desk()


def test_opening_a_desk_takes_the_seat_keeps_it_and_watches_the_desk() -> None:
    """Once the server has said yes."""
    window = Window(seat=None)
    session = window.session
    session.introduce("an")
    session.set(replace(session.situation, pick=ME))
    session.enter()
    assert window.link.sent == [OpenCounter(counter="q9", clerk="an")]
    assert window.kept == []
    session.on_answer("c1", Result(id="c1", version=41))
    assert (window.kept, window.link.watched) == ([ME], ["q9"])


def test_who_sits_somewhere_already_is_offered_that_desk() -> None:
    """The name is enough."""
    session = Window(seat=None).session
    session.introduce("binh")
    assert session.situation.pick == Seat("q2", "binh")


def test_a_refusal_is_said_and_the_seat_stays() -> None:
    """Only a desk that was taken over is left."""
    window = Window()
    window.session.send("call_next", CALL)
    window.session.on_answer("c1", Error(id="c1", code=ErrorCode.NOBODY_WAITING))
    assert window.session.situation.note is not None
    assert window.kept == []
    window.session.send("call_next", CALL)
    window.session.on_answer("c2", Error(id="c2", code=ErrorCode.NOT_YOUR_COUNTER))
    assert window.session.situation.seat is None
    assert window.kept == [None]
    assert window.link.watched == [""]


def test_where_pins_are_asked_for_nobody_has_a_desk_before_he_has_signed_in() -> None:
    """And signing out is told the server once."""
    session = Window(pins=True).session
    assert session.situation.signed == ""
    assert session.desk is None
    session.sign_out()
    assert session.situation.signed == ""


def test_training_begins_with_nothing_of_the_office_before() -> None:
    """Neither view nor office nor a command under way is carried over."""
    window = Window()
    window.session.send("call_next", CALL)
    other = FakeLink()
    window.session.use(other, None, lambda _seat: None, training=True)
    assert window.session.office is None
    assert window.session.view is None
    assert window.session.situation.flight is None
    assert window.session.situation.training
    window.session.ask_story("6 027")
    assert other.asked == [TicketStoryQuery(label="6 027")]
    assert window.kept == [], "the real seat is still remembered"


def test_every_change_is_told_with_what_was_before() -> None:
    """So that a view model emits only what is new."""
    session = Window().session
    heard: list[tuple[str, str]] = []
    session.listen(
        lambda before, after: heard.append(
            (before.note.text if before.note else "", after.note.text if after.note else "")
        )
    )
    session.say("Xin chào.")
    session.say("Xin đợi.")
    assert heard == [("", "Xin chào."), ("Xin chào.", "Xin đợi.")]


def test_a_sign_in_that_ended_elsewhere_leaves_the_desk() -> None:
    """The server says so by itself, with an empty name."""
    window = Window(pins=True)
    window.session.on_signed("", SignedIn(id="", clerk=""))
    assert window.session.situation.signed == ""
    assert window.session.desk is None
