"""A changed office reaches an app as a greeting does, without a new connection."""

from server.client.effects import Close, Deliver, LinkState
from server.client.session import Session
from server.protocol.codec import encode
from server.protocol.messages import OfficeMessage, Role, ViewMessage, Welcome
from tests.support.tiny_office import NINE, OFFICE, call_notice, greeting, kiosk_view

RENAMED = OfficeMessage(office=OFFICE.model_copy(update={"name": "Tên mới"}))


def live() -> Session:
    """Greeted at second 0."""
    session = Session(Role.KIOSK, "K1", jitter=lambda: 0.0)
    session.opened(0.0)
    session.received(encode(greeting(version=3)), 0.0)
    return session


def test_the_new_office_comes_as_a_greeting_with_the_newest_view() -> None:
    """The app's own way to take a greeting is all it needs."""
    session = live()
    session.received(encode(ViewMessage(view=kiosk_view(8))), 1.0)
    first, second = session.received(encode(RENAMED), 2.0)
    assert isinstance(first, Deliver)
    assert isinstance(first.what, Welcome)
    assert first.what.office.name == "Tên mới"
    assert first.what.view == kiosk_view(8)
    assert second == Deliver(kiosk_view(8))
    assert session.state is LinkState.LIVE


def test_its_time_is_the_offices_own_when_it_came() -> None:
    """A clock set by it is right."""
    session = live()
    (first, _) = session.received(encode(RENAMED), 30.0)
    assert isinstance(first, Deliver)
    assert isinstance(first.what, Welcome)
    assert (first.what.at - NINE).total_seconds() == 30.0


def test_calls_heard_and_views_seen_are_not_forgotten_by_it() -> None:
    """No call is announced twice, no older view shown again."""
    session = live()
    notice = encode(call_notice(9))
    assert session.received(notice, 1.0)
    session.received(encode(ViewMessage(view=kiosk_view(9))), 1.0)
    session.received(encode(RENAMED), 2.0)
    assert session.received(notice, 3.0) == []
    assert session.received(encode(ViewMessage(view=kiosk_view(4))), 3.0) == []


def test_a_second_change_builds_on_the_first() -> None:
    """The newest office wins."""
    session = live()
    session.received(encode(RENAMED), 1.0)
    again = OfficeMessage(office=RENAMED.office.model_copy(update={"slogan": "Mới"}))
    (first, _) = session.received(encode(again), 2.0)
    assert isinstance(first, Deliver)
    assert isinstance(first.what, Welcome)
    assert (first.what.office.name, first.what.office.slogan) == ("Tên mới", "Mới")


def test_an_office_before_the_greeting_ends_the_connection() -> None:
    """Whoever speaks so is no server of ours."""
    session = Session(Role.KIOSK, "K1", jitter=lambda: 0.0)
    session.opened(0.0)
    (effect,) = session.received(encode(RENAMED), 0.5)
    assert isinstance(effect, Close)
