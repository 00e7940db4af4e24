"""A clerk's sign-in in the client's conversation: kept over breaks, forgotten when it is over."""

from server.client.effects import Answer
from server.client.session import Session
from server.protocol.codec import encode
from server.protocol.messages import Hello, OfficeMessage, Role, SignedIn, SignIn, SignOut, Welcome
from tests.support.tiny_office import OFFICE, greeting
from tests.unit.server.client.test_session import _delivered, _sent


def a_clerks_session() -> Session:
    """Live, nobody signed in."""
    session = Session(Role.COUNTER, "C1", jitter=lambda: 0.0)
    session.opened(0.0)
    session.received(encode(greeting()), 0.0)
    return session


def signed_in(session: Session, request: str = "s1", clerk: str = "an", kept: str = "t") -> None:
    """An answer of the server."""
    session.received(encode(SignedIn(id=request, clerk=clerk, session=kept)), 1.0)


def next_hello(session: Session, now: float = 10.0) -> Hello:
    """What is said first on the next connection."""
    session.closed(now, "cable")
    session.tick(now + 5)
    (hello,) = _sent(session.opened(now + 5))
    assert isinstance(hello, Hello)
    return hello


def test_the_session_of_a_sign_in_is_said_in_every_hello_until_it_is_over() -> None:
    """After the sign-in, and no longer after the sign-out."""
    session = a_clerks_session()
    session.ask(SignIn(id="s1", clerk="an", pin="5083"), 0.5)
    signed_in(session)
    assert next_hello(session).session == "t"
    session.received(encode(greeting().model_copy(update={"clerk": "an"})), 16.0)
    session.ask(SignOut(id="s2"), 17.0)
    signed_in(session, "s2", "", "")
    assert next_hello(session, 20.0).session == ""


def test_a_session_the_server_does_not_know_any_more_is_not_offered_again() -> None:
    """The greeting says that nobody is signed in: the token is worth nothing."""
    session = a_clerks_session()
    session.ask(SignIn(id="s1", clerk="an", pin="5083"), 0.5)
    signed_in(session)
    assert next_hello(session).session == "t"
    session.received(encode(greeting()), 16.0)
    assert next_hello(session, 20.0).session == ""


def test_a_sign_in_ended_by_the_server_is_told_without_having_been_asked() -> None:
    """Its answer has no id; any other answer nobody asked for is dropped."""
    session = a_clerks_session()
    ended = session.received(encode(SignedIn(id="", clerk="")), 1.0)
    assert _delivered(ended) == [Answer("", SignedIn(id="", clerk=""))]
    stray = session.received(encode(SignedIn(id="s9", clerk="an", session="t")), 2.0)
    assert _delivered(stray) == []
    assert next_hello(session).session == ""


def test_a_change_of_the_office_does_not_sign_anybody_out() -> None:
    """It is told like a greeting, and says who works here now."""
    session = a_clerks_session()
    session.ask(SignIn(id="s1", clerk="an", pin="5083"), 0.5)
    signed_in(session)
    told, _ = _delivered(session.received(encode(OfficeMessage(office=OFFICE)), 2.0))
    assert isinstance(told, Welcome)
    assert told.clerk == "an"
