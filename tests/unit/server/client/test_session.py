"""The conversation with the server, step by step, without a connection."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import islice

import pytest
from pydantic import ValidationError

from server.client.effects import (
    Answer,
    Close,
    Complaint,
    Deliver,
    Effect,
    LinkState,
    Send,
    StateChanged,
)
from server.client.link import LinkTiming
from server.client.server_clock import ServerClock
from server.client.session import Session, backoff
from server.protocol.codec import decode_client, encode
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    CallNotice,
    ClientMessage,
    CommandMessage,
    Error,
    Hello,
    Result,
    Role,
    ViewMessage,
    Watch,
    Welcome,
)
from server.protocol.views import KioskView
from tests.support.tiny_office import ISSUE, NINE, call_notice, greeting, kiosk_view

TOKEN = "registered"  # noqa: S105 -- a word for the test


def _a_session(scope: str = "", jitter: float = 0.0) -> Session:
    return Session(Role.KIOSK, "K1", TOKEN, scope, jitter=lambda: jitter)


def _a_live_session(now: float = 0.0, welcome: Welcome | None = None) -> Session:
    session = _a_session()
    session.opened(now)
    session.received(encode(welcome or greeting()), now)
    return session


def _command(command_id: str = "a") -> CommandMessage:
    return CommandMessage(id=command_id, command=ISSUE)


def _sent(effects: Iterable[Effect]) -> list[ClientMessage]:
    return [decode_client(effect.text) for effect in effects if isinstance(effect, Send)]


def _delivered(effects: Iterable[Effect]) -> list[object]:
    return [effect.what for effect in effects if isinstance(effect, Deliver)]


def _states(effects: Iterable[Effect]) -> list[LinkState]:
    return [effect.state for effect in effects if isinstance(effect, StateChanged)]


def refusal(command_id: str, code: ErrorCode, effects: Iterable[Effect]) -> bool:
    """Whether the only delivery is the answer to ``command_id`` with ``code``."""
    match _delivered(effects):
        case [Answer(request_id=answered, outcome=Error(id=inner, code=found))]:
            return answered == inner == command_id and found is code
    return False


def test_an_open_connection_is_greeted_with_who_we_are() -> None:
    """The hello names role, device, token and scope, and asks for no replay the first time."""
    effects = _a_session(scope="c1").opened(0.0)
    assert _states(effects) == [LinkState.GREETING]
    assert _sent(effects) == [
        Hello(protocol=1, role=Role.KIOSK, device="K1", token=TOKEN, scope="c1")
    ]


def test_a_welcome_is_delivered_with_its_view_before_the_link_is_called_live() -> None:
    """Whoever hears "live" has already been given what to show."""
    session = _a_session()
    session.opened(0.0)
    effects = session.received(encode(greeting(version=7)), 0.1)
    assert effects == [
        Deliver(greeting(version=7)),
        Deliver(kiosk_view(7)),
        StateChanged(LinkState.LIVE),
    ]


def test_a_command_goes_out_at_once_when_live_and_its_answer_comes_back_once() -> None:
    """A repeated answer, or one to a command nobody asked, is not delivered."""
    session = _a_live_session()
    assert _sent(session.ask(_command("a"), 1.0)) == [_command("a")]
    result = Result(id="a", version=3)
    assert _delivered(session.received(encode(result), 1.1)) == [Answer("a", result)]
    assert session.received(encode(result), 1.2) == []
    assert session.received(encode(Result(id="b", version=3)), 1.2) == []


def test_commands_asked_while_away_are_sent_in_order_after_the_welcome() -> None:
    """Nothing goes out before the greeting is over."""
    session = _a_session()
    assert session.ask(_command("a"), 0.0) == []
    assert _sent(session.opened(0.1))[1:] == []
    assert session.ask(_command("b"), 0.2) == []
    assert _sent(session.received(encode(greeting()), 0.3)) == [_command("a"), _command("b")]


def test_an_unanswered_command_is_sent_again_with_the_same_id_after_a_reconnect() -> None:
    """The server knows the id and carries it out once."""
    session = _a_live_session()
    session.ask(_command("a"), 1.0)
    session.closed(2.0, "cable")
    session.tick(3.0)
    session.opened(3.0)
    assert _sent(session.received(encode(greeting()), 3.1)) == [_command("a")]


def test_a_command_without_an_answer_for_thirty_seconds_is_answered_overloaded() -> None:
    """And an answer that comes later is not delivered."""
    session = _a_live_session()
    session.ask(_command("a"), 1.0)
    assert session.wake_at == 31.0
    assert session.tick(30.9) == []
    assert refusal("a", ErrorCode.OVERLOADED, session.tick(31.0))
    assert session.tick(99.0) == []
    assert session.received(encode(Result(id="a", version=1)), 99.1) == []


def test_the_sixty_fifth_waiting_command_is_refused_at_once() -> None:
    """The line of waiting commands is bounded, and moves on when one is answered."""
    session = _a_live_session()
    for number in range(64):
        assert _delivered(session.ask(_command(f"c{number}"), 1.0)) == []
    assert refusal("late", ErrorCode.OVERLOADED, session.ask(_command("late"), 1.0))
    session.received(encode(Result(id="c0", version=1)), 1.1)
    assert _sent(session.ask(_command("late"), 1.2)) == [_command("late")]


def test_a_command_that_is_waiting_is_not_asked_twice() -> None:
    """The same id asked again gets the one answer."""
    session = _a_live_session()
    session.ask(_command("a"), 1.0)
    assert session.ask(_command("a"), 1.1) == []


def test_a_refused_token_is_final_and_answers_everything() -> None:
    """No attempt follows; what waits and what is asked later is told why."""
    session = _a_session()
    session.ask(_command("a"), 0.0)
    session.opened(0.1)
    effects = session.received(encode(Error(code=ErrorCode.BAD_TOKEN)), 0.2)
    assert _states(effects) == [LinkState.REFUSED]
    assert refusal("a", ErrorCode.BAD_TOKEN, effects)
    assert isinstance(effects[-1], Close)
    assert session.closed(0.3, "closed") == []
    assert session.wake_at is None
    assert refusal("b", ErrorCode.BAD_TOKEN, session.ask(_command("b"), 0.4))


def test_a_role_that_is_forbidden_in_the_greeting_is_refused() -> None:
    """A token of another role cannot get better by trying again."""
    session = _a_session()
    session.opened(0.1)
    assert _states(session.received(encode(Error(code=ErrorCode.FORBIDDEN)), 0.2)) == [
        LinkState.REFUSED
    ]


@pytest.mark.parametrize(
    "message",
    [Error(code=ErrorCode.INCOMPATIBLE_PROTOCOL), greeting(protocol=0)],
    ids=["the server says so", "the server is too old"],
)
def test_another_language_is_final(message: Error | Welcome) -> None:
    """Versions that cannot talk stay apart until somebody updates and restarts."""
    session = _a_session()
    session.opened(0.1)
    effects = session.received(encode(message), 0.2)
    assert _states(effects) == [LinkState.INCOMPATIBLE]
    assert isinstance(effects[-1], Close)


def test_a_busy_server_in_the_greeting_is_tried_again() -> None:
    """Overload passes."""
    session = _a_session()
    session.opened(0.0)
    assert session.received(encode(Error(code=ErrorCode.OVERLOADED)), 0.1) == [Close("overloaded")]
    assert _states(session.closed(0.2, "closed")) == [LinkState.LOST]


def test_a_complaint_about_a_message_does_not_end_the_link() -> None:
    """It is passed on for the log."""
    error = Error(code=ErrorCode.BAD_MESSAGE, detail="type")
    assert _a_live_session().received(encode(error), 1.0) == [
        Complaint(ErrorCode.BAD_MESSAGE, "type")
    ]


@pytest.mark.parametrize("text", ["", "{}", '{"type":"notice"', b"\xff\xfe"])
def test_an_unreadable_message_ends_the_connection_and_nothing_after_it_counts(
    text: str | bytes,
) -> None:
    """What came behind it is fetched anew after the reconnect, in order."""
    session = _a_live_session()
    assert [type(effect) for effect in session.received(text, 1.0)] == [Close]
    assert session.received(encode(call_notice(1)), 1.0) == []
    session.closed(1.1, "closed")
    session.tick(5.0)
    session.opened(5.0)
    assert _states(session.received(encode(greeting()), 5.1)) == [LinkState.LIVE]


@pytest.mark.parametrize("position", ["", "2026-11-23", "2026-11-23/x"])
def test_a_notice_without_a_position_ends_the_connection(position: str) -> None:
    """It could be neither ordered nor told from a duplicate."""
    notice = call_notice(1).model_copy(update={"n": position})
    effects = _a_live_session().received(encode(notice), 1.0)
    assert [type(effect) for effect in effects] == [Close]


def test_a_server_that_speaks_before_its_welcome_is_left() -> None:
    """A view without an office cannot be shown."""
    session = _a_session()
    session.opened(0.0)
    effects = session.received(encode(ViewMessage(view=kiosk_view(1))), 0.1)
    assert effects == [Close("view before the welcome")]


def test_a_server_that_does_not_greet_is_left_after_five_seconds() -> None:
    """An open port alone is no server."""
    session = _a_session()
    session.opened(10.0)
    assert session.wake_at == 15.0
    assert session.tick(14.9) == []
    assert session.tick(15.0) == [Close("the server did not greet")]
    assert session.wake_at is None


def test_a_greeting_of_which_parts_come_in_is_waited_for() -> None:
    """A narrow line needs longer than five seconds for it; a silent one is given up as ever."""
    session = _a_session()
    session.opened(10.0)
    session.hearing(14.0)
    session.hearing(12.0)
    assert session.tick(15.0) == []
    assert session.wake_at == 19.0
    assert session.tick(19.0) == [Close("the server did not greet")]


def test_a_lost_link_is_tried_again_after_its_delay_and_not_before() -> None:
    """lost, then connecting."""
    session = _a_live_session()
    effects = session.closed(1.0, "cable")
    assert effects == [StateChanged(LinkState.LOST, "cable")]
    assert session.wake_at == pytest.approx(1.2)
    assert session.tick(1.1) == []
    assert _states(session.tick(1.2)) == [LinkState.CONNECTING]
    assert session.wake_at is None


def test_the_delays_grow_to_three_seconds_and_begin_anew_after_a_steady_link() -> None:
    """A server that greets and falls at once is not besieged."""
    session = _a_session(jitter=1.0)
    now, delays = 0.0, []
    for live_s in [0.0, 0.0, 0.0, 0.0, 0.0, 3.0]:
        session.opened(now)
        session.received(encode(greeting()), now)
        now += live_s
        session.closed(now, "cable")
        assert session.wake_at is not None
        delays.append(round(session.wake_at - now, 3))
        now = session.wake_at
        session.tick(now)
    assert delays == [0.4, 0.8, 1.6, 3.0, 3.0, 0.4]


def test_delays_are_spread_but_stay_between_a_fifth_and_three_seconds() -> None:
    """All devices of an office do not come back in the same moment."""
    assert list(islice(backoff(lambda: 0.0), 6)) == [0.2] * 6
    assert list(islice(backoff(lambda: 0.999), 6))[-1] == pytest.approx(3.0, abs=0.01)


def test_the_first_welcome_says_from_where_notices_count() -> None:
    """A screen that starts at noon does not announce the morning."""
    session = _a_live_session(welcome=greeting(last_notice="2026-11-23/40"))
    assert session.received(encode(call_notice(40)), 1.0) == []
    assert _delivered(session.received(encode(call_notice(41)), 1.0)) == [call_notice(41)]


def test_a_reconnect_resumes_from_the_last_notice_seen() -> None:
    """The welcome's own position does not jump over what is about to be replayed."""
    session = _a_live_session()
    session.received(encode(call_notice(9)), 1.0)
    session.closed(2.0, "cable")
    session.tick(3.0)
    (hello,) = _sent(session.opened(3.0))
    assert isinstance(hello, Hello)
    assert hello.resume_from == "2026-11-23/9"
    session.received(encode(greeting(last_notice="2026-11-23/12")), 3.1)
    replayed = [session.received(encode(call_notice(v)), 3.2) for v in (9, 10, 12, 12)]
    assert [_delivered(effects) for effects in replayed] == [
        [],
        [call_notice(10)],
        [call_notice(12)],
        [],
    ]


def test_notices_are_ordered_by_day_and_then_by_number() -> None:
    """Ten comes after nine, and tomorrow's first after today's last."""
    session = _a_live_session()
    notices = [call_notice(9), call_notice(10), call_notice(1, day="2026-11-24")]
    heard = [what for n in notices for what in _delivered(session.received(encode(n), 1.0))]
    assert heard == notices


def test_a_server_whose_log_ends_earlier_is_believed() -> None:
    """After a restored backup its new calls are heard although their numbers were seen before."""
    session = _a_live_session(welcome=greeting(last_notice="2026-11-23/500"))
    session.closed(1.0, "restored")
    session.tick(2.0)
    session.opened(2.0)
    session.received(encode(greeting(last_notice="2026-11-23/0")), 2.1)
    assert _delivered(session.received(encode(call_notice(1)), 2.2)) == [call_notice(1)]


def _view_versions(session: Session, *views: KioskView) -> list[tuple[str, int]]:
    effects = [e for view in views for e in session.received(encode(ViewMessage(view=view)), 1.0)]
    shown = [what for what in _delivered(effects) if isinstance(what, KioskView)]
    return [(view.day, view.version) for view in shown]


def test_a_view_older_than_the_one_shown_is_dropped() -> None:
    """The same version may come again: the watched part of it can be another."""
    session = _a_live_session(welcome=greeting(version=5))
    day = "2026-11-23"
    views = [kiosk_view(v) for v in (4, 5, 7, 6)]
    assert _view_versions(session, *views) == [(day, 5), (day, 7)]


def test_a_new_day_begins_with_small_versions() -> None:
    """Tomorrow's first view is newer than today's last, and today's is older from then on."""
    session = _a_live_session(welcome=greeting(version=500))
    shown = _view_versions(session, kiosk_view(1, "2026-11-24"), kiosk_view(501))
    assert shown == [("2026-11-24", 1)]


def test_a_new_welcome_may_show_an_older_view() -> None:
    """A restarted server is believed."""
    session = _a_live_session(welcome=greeting(version=500))
    session.closed(1.0, "restart")
    session.tick(2.0)
    session.opened(2.0)
    session.received(encode(greeting(version=3)), 2.1)
    assert _view_versions(session, kiosk_view(4)) == [("2026-11-23", 4)]


def test_a_second_welcome_brings_a_changed_office_without_a_new_greeting() -> None:
    """The profile was changed while connected: nothing is sent again, no call is lost."""
    session = _a_live_session()
    session.ask(_command("a"), 1.0)
    changed = greeting(version=2, last_notice="2026-11-23/2")
    effects = session.received(encode(changed), 2.0)
    assert effects == [Deliver(changed), Deliver(kiosk_view(2))]
    assert _delivered(session.received(encode(call_notice(1)), 2.1)) == [call_notice(1)]


def test_watching_is_said_at_once_when_live_and_in_the_hello_later() -> None:
    """The same part is not asked for twice."""
    session = _a_live_session()
    assert _sent(session.watch("c2")) == [Watch(scope="c2")]
    assert session.watch("c2") == []
    session.closed(1.0, "cable")
    assert session.watch("c3") == []
    session.tick(2.0)
    (hello,) = _sent(session.opened(2.0))
    assert isinstance(hello, Hello)
    assert hello.scope == "c3"
    assert _sent(session.received(encode(greeting()), 2.1)) == []


def test_watching_during_the_greeting_is_said_after_it() -> None:
    """The hello was already out with the old part."""
    session = _a_session(scope="c1")
    session.opened(0.0)
    assert session.watch("c2") == []
    assert _sent(session.received(encode(greeting()), 0.1)) == [Watch(scope="c2")]


def test_stopping_answers_whatever_still_waits() -> None:
    """Nobody waits for ever for an answer that cannot come."""
    session = _a_live_session()
    session.ask(_command("a"), 1.0)
    assert refusal("a", ErrorCode.OVERLOADED, session.stop())
    assert session.stop() == []


def test_what_comes_after_the_end_is_not_heard() -> None:
    """A message of a connection that was reported closed belongs to nobody."""
    session = _a_live_session()
    session.closed(1.0, "cable")
    assert session.received(encode(call_notice(1)), 1.1) == []
    assert session.closed(1.2, "again") == []


def test_a_device_without_a_name_cannot_speak() -> None:
    """The mistake shows at start, not at the first connection."""
    with pytest.raises(ValidationError):
        Session(Role.KIOSK, "", jitter=lambda: 0.0)


def test_the_office_clock_runs_on_at_its_own_rate_in_its_own_zone() -> None:
    """Ten real seconds are ten minutes of a demo at sixty times real time."""
    clock = ServerClock.read(greeting(clock_rate=60.0), 100.0)
    assert clock.now(100.0).isoformat() == "2026-11-23T09:00:00+07:00"
    assert clock.now(110.0) == NINE + timedelta(minutes=10)


def test_the_office_clock_counts_real_seconds_over_a_change_of_summer_time() -> None:
    """In a zone that has one, the night of the change is an hour longer."""
    at = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    clock = ServerClock.read(greeting(at=at, zone="Europe/Berlin"), 0.0)
    assert clock.now(3600.0) - clock.now(0.0).astimezone(UTC) == timedelta(hours=1)
    assert clock.now(3600.0).isoformat() == "2026-10-25T02:30:00+01:00"


def test_an_unknown_zone_leaves_the_office_clock_as_the_server_said_it() -> None:
    """A machine without time zone data still knows the moment."""
    clock = ServerClock.read(greeting(zone="Nowhere/At_All"), 0.0)
    assert clock.now(5.0) == NINE + timedelta(seconds=5)


def test_the_session_keeps_the_clock_of_the_newest_welcome() -> None:
    """And there is none before the first."""
    assert _a_session().clock is None
    session = _a_live_session(now=50.0)
    assert session.clock is not None
    assert session.clock.now(51.0) == NINE + timedelta(seconds=1)


def test_a_dead_link_is_known_within_three_seconds() -> None:
    """The sum of what may pass before the end of a silent connection is noticed."""
    timing = LinkTiming()
    assert timing.ping_interval_s is not None
    assert timing.ping_timeout_s is not None
    assert timing.ping_interval_s + timing.ping_timeout_s + timing.close_timeout_s <= 3.0


def test_a_notice_is_delivered_as_it_was_sent() -> None:
    """Nothing is lost on the way through the codec."""
    (notice,) = _delivered(_a_live_session().received(encode(call_notice(3)), 1.0))
    assert isinstance(notice, CallNotice)
    assert notice == call_notice(3)
