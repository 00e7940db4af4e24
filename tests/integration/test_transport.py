"""The link over real sockets: in its own thread, and inside an asyncio program."""

import asyncio
import logging
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from websockets.exceptions import InvalidURI

from server.client.async_client import AsyncClient, LinkRefused
from server.client.effects import Answer, Deliver, Delivery, LinkState, Outcome, StateChanged
from server.client.link import LinkTiming
from server.client.transport import Transport, new_session
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    CallNotice,
    CommandMessage,
    Error,
    Hello,
    Result,
    Role,
    Welcome,
)
from server.protocol.views import KioskView
from tests.support.tiny_office import CALL, ISSUE, REFUSED_COMMAND
from tests.support.tiny_server import SilentProxy, TinyServer
from tests.support.waiting import until


class Recorder:
    """Everything a transport has said, in order."""

    def __init__(self) -> None:
        self.effects: list[Deliver | StateChanged] = []

    def __call__(self, effect: Deliver | StateChanged) -> None:
        self.effects.append(effect)

    def states(self) -> list[LinkState]:
        """The states in their order."""
        return [one.state for one in list(self.effects) if isinstance(one, StateChanged)]

    def deliveries(self) -> list[Delivery]:
        """What was delivered, in its order."""
        return [one.what for one in list(self.effects) if isinstance(one, Deliver)]

    def notices(self) -> list[str]:
        """The numbers of the calls."""
        return [what.n for what in self.deliveries() if isinstance(what, CallNotice)]

    def answers(self) -> dict[str, Outcome]:
        """The answers by command id; a second one to the same command is an error."""
        found = [what for what in self.deliveries() if isinstance(what, Answer)]
        assert len({answer.request_id for answer in found}) == len(found)
        return {answer.request_id: answer.outcome for answer in found}


@pytest.fixture
def server() -> Iterator[TinyServer]:
    """A server that listens."""
    with TinyServer() as tiny:
        yield tiny


@pytest.fixture
def recorder() -> Recorder:
    """An empty recorder."""
    return Recorder()


@pytest.fixture
def start(recorder: Recorder) -> Iterator[Callable[[str], Transport]]:
    """Start transports that are stopped at the end."""
    started: list[Transport] = []

    def begin(url: str) -> Transport:
        transport = Transport(url, new_session(Role.KIOSK, "K1"), recorder)
        transport.start()
        started.append(transport)
        return transport

    yield begin
    for transport in started:
        transport.stop()


def _message(command_id: str = "a") -> CommandMessage:
    return CommandMessage(id=command_id, command=ISSUE)


def _link_threads() -> list[str]:
    return [one.name for one in threading.enumerate() if one.name == "denluot-link"]


def _is_live(recorder: Recorder) -> Callable[[], bool]:
    return lambda: recorder.states()[-1:] == [LinkState.LIVE]


def test_a_transport_greets_asks_and_is_answered(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """From the first byte to the answer, through a real server."""
    start(server.url).ask(_message())
    until(lambda: "a" in recorder.answers())
    assert recorder.answers() == {"a": Result(id="a", version=1)}
    assert isinstance(recorder.deliveries()[0], Welcome)
    assert isinstance(recorder.deliveries()[1], KioskView)
    assert recorder.states() == [LinkState.GREETING, LinkState.LIVE]


def test_a_killed_server_is_found_again_and_missed_calls_are_heard(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """Calls made while the cable was out come once and in order; the command asked then is done."""
    transport = start(server.url)
    until(_is_live(recorder))
    server.call()
    until(lambda: len(recorder.notices()) == 1)
    server.kill()
    until(lambda: LinkState.LOST in recorder.states())
    transport.ask(_message("while-away"))
    server.office.call()
    server.office.call()
    server.start()
    until(lambda: "while-away" in recorder.answers())
    assert recorder.notices() == ["2026-11-23/1", "2026-11-23/2", "2026-11-23/3"]
    assert recorder.answers() == {"while-away": Result(id="while-away", version=4)}


def test_a_command_whose_answer_was_lost_is_carried_out_once(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """The server was killed between doing and answering: the repeat gets the first answer."""
    transport = start(server.url)
    until(_is_live(recorder))
    server.mute = True
    transport.ask(_message())
    until(lambda: "a" in server.office.answers)
    server.kill()
    server.mute = False
    server.start()
    until(lambda: "a" in recorder.answers())
    assert recorder.answers()["a"] == Result(id="a", version=1)
    assert server.office.version == 1


def test_a_silent_cable_is_noticed_within_about_three_seconds(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """No byte and no goodbye comes: only the pings tell. (One second more for a busy machine.)"""
    with SilentProxy(server) as cable:
        start(cable.url)
        until(_is_live(recorder))
        cable.cut()
        cut_at = time.monotonic()
        until(lambda: LinkState.LOST in recorder.states())
        assert time.monotonic() - cut_at < 4.0


def test_a_closed_door_is_tried_again(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """HTTP 403 (a proxy that starts earlier than the server) does not end the attempts."""
    server.forbidden = True
    start(server.url)
    until(lambda: recorder.states().count(LinkState.LOST) >= 2)
    server.forbidden = False
    until(_is_live(recorder))


def test_an_office_without_a_server_keeps_trying(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """Apps may be started before the server."""
    url = server.url
    server.kill()
    start(url)
    until(lambda: recorder.states().count(LinkState.LOST) >= 2)
    server.start()
    until(_is_live(recorder))


def test_a_refused_device_does_not_knock_again_and_its_commands_are_answered(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """The thread stays, so that every command still gets its answer."""
    server.refusal = Error(code=ErrorCode.BAD_TOKEN)
    transport = start(server.url)
    until(lambda: LinkState.REFUSED in recorder.states())
    transport.ask(_message())
    until(lambda: "a" in recorder.answers())
    assert recorder.answers()["a"] == Error(
        id="a", code=ErrorCode.BAD_TOKEN, detail="the link is closed for good"
    )
    assert server.connection_count == 1


def test_an_unreadable_message_leads_to_a_new_greeting(
    server: TinyServer,
    recorder: Recorder,
    start: Callable[[str], Transport],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """And a line in the log that says what could not be read."""
    start(server.url)
    until(_is_live(recorder))
    server.say('{"type":"weather"}')
    until(lambda: recorder.states().count(LinkState.LIVE) == 2)
    assert "unreadable message" in caplog.text


def test_stop_answers_what_waits_and_leaves_no_thread(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """Also when it is called twice, and whatever is asked afterwards is nobody's."""
    transport = start(server.url)
    until(_is_live(recorder))
    server.mute = True
    transport.ask(_message())
    transport.stop()
    transport.stop()
    assert _link_threads() == []
    transport.ask(_message("b"))
    assert recorder.answers() == {
        "a": Error(id="a", code=ErrorCode.OVERLOADED, detail="the client was stopped")
    }


def test_stop_over_a_silent_cable_does_not_wait_for_the_other_end(
    server: TinyServer, recorder: Recorder, start: Callable[[str], Transport]
) -> None:
    """An app is closed at once also while the network is out."""
    with SilentProxy(server) as cable:
        transport = start(cable.url)
        until(_is_live(recorder))
        cable.cut()
        before = time.monotonic()
        transport.stop()
        assert time.monotonic() - before < 2.0
        assert _link_threads() == []


def test_stop_while_nobody_takes_up_the_greeting_is_at_once(recorder: Recorder) -> None:
    """A port that accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        url = f"ws://127.0.0.1:{deaf.getsockname()[1]}/ws"
        transport = Transport(url, new_session(Role.KIOSK, "K1"), recorder)
        transport.start()
        with deaf.accept()[0] as knocking:
            knocking.recv(1)
            before = time.monotonic()
            transport.stop()
            assert time.monotonic() - before < 2.0
    assert _link_threads() == []


def test_stop_right_after_start_leaves_no_thread(recorder: Recorder) -> None:
    """Nothing has to be there yet."""
    transport = Transport("ws://127.0.0.1:9/ws", new_session(Role.KIOSK, "K1"), recorder)
    transport.stop()
    transport.start()
    transport.stop()
    assert _link_threads() == []


def test_a_transport_that_was_not_started_or_has_no_address_says_so(recorder: Recorder) -> None:
    """Mistakes of whoever composes the app show at once."""
    with pytest.raises(InvalidURI):
        Transport("the office", new_session(Role.KIOSK, "K1"), recorder)
    transport = Transport("ws://127.0.0.1:9/ws", new_session(Role.KIOSK, "K1"), recorder)
    with pytest.raises(RuntimeError):
        transport.ask(_message())
    transport.start()
    with pytest.raises(RuntimeError):
        transport.start()
    transport.stop()


CLEAN_EXIT = """
import sys, threading
from server.client.session import LinkState, StateChanged
from server.client.transport import Transport, new_session
from server.protocol.messages import Role
live = threading.Event()
def note(effect):
    if isinstance(effect, StateChanged) and effect.state is LinkState.LIVE:
        live.set()
transport = Transport(sys.argv[1], new_session(Role.KIOSK, "K1"), note)
transport.start()
assert live.wait(10)
transport.stop()
print([thread.name for thread in threading.enumerate()])
"""


def test_a_program_that_stops_its_transport_ends_without_a_warning(server: TinyServer) -> None:
    """In Python's development mode, with every warning shown."""
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "always", "-c", CLEAN_EXIT, server.url],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == "['MainThread']"


def test_a_night_without_a_server_is_one_line_in_the_log(
    recorder: Recorder, start: Callable[[str], Transport], caplog: pytest.LogCaptureFixture
) -> None:
    """Every attempt fails in the same way; it is said once."""
    caplog.set_level(logging.INFO, logger="server.client")
    start("ws://127.0.0.1:9/ws")
    until(lambda: recorder.states().count(LinkState.LOST) >= 3)
    assert len([one for one in caplog.records if one.name == "server.client.link"]) == 1


async def test_an_async_client_is_greeted_when_it_enters(server: TinyServer) -> None:
    """And knows office, view and the office's time."""
    async with AsyncClient(server.url, Role.KIOSK, "K1", scope="c1") as client:
        assert client.state is LinkState.LIVE
        assert client.welcome.server == "tiny"
        assert client.view == client.welcome.view
        assert client.now() >= client.welcome.at
    assert server.office.hellos == [Hello(protocol=1, role=Role.KIOSK, device="K1", scope="c1")]


async def test_an_async_client_gets_results_and_refusals(server: TinyServer) -> None:
    """Both are answers; a repeated id gets the first answer."""
    async with AsyncClient(server.url, Role.COUNTER, "Q1") as client:
        assert await client.ask(ISSUE, "one") == Result(id="one", version=1)
        assert await client.ask(ISSUE, "one") == Result(id="one", version=1)
        refused = await client.ask(REFUSED_COMMAND)
        assert isinstance(refused, Error)
        assert refused.code is ErrorCode.ILLEGAL_MOVE


async def test_an_async_client_hears_calls_in_order_over_a_kill(server: TinyServer) -> None:
    """What it asks meanwhile is done when the server is back."""
    async with AsyncClient(server.url, Role.DISPLAY, "D1") as client:
        await client.ask(CALL)
        assert (await client.next_notice()).n == "2026-11-23/1"
        await asyncio.to_thread(server.kill)
        await client.wait_for(lambda one: one.state is LinkState.LOST)
        asked = asyncio.create_task(client.ask(CALL))
        await asyncio.to_thread(server.start)
        assert isinstance(await asked, Result)
        assert (await client.next_notice()).n == "2026-11-23/2"
        await client.wait_for(lambda one: one.view.version == 2)


async def test_an_async_client_watches_another_counter(server: TinyServer) -> None:
    """The server is told at once."""
    async with AsyncClient(server.url, Role.COUNTER, "Q1") as client:
        client.watch("c2")
        await client.ask(ISSUE)
        assert server.office.watched == ["c2"]


async def test_an_async_client_that_is_refused_does_not_enter(server: TinyServer) -> None:
    """The reason is in the error."""
    server.refusal = Error(code=ErrorCode.INCOMPATIBLE_PROTOCOL)
    with pytest.raises(LinkRefused) as caught:
        await AsyncClient(server.url, Role.KIOSK, "K1").__aenter__()
    assert caught.value.state is LinkState.INCOMPATIBLE


async def test_an_async_client_without_a_server_does_not_enter() -> None:
    """It gives up after the time it was given."""
    client = AsyncClient("ws://127.0.0.1:9/ws", Role.KIOSK, "K1", greeted_within_s=0.3)
    with pytest.raises(TimeoutError):
        await client.__aenter__()


async def test_an_async_client_waits_for_an_answer_no_longer_than_it_is_told(
    server: TinyServer,
) -> None:
    """The command itself goes on; leaving answers what still waits."""
    async with AsyncClient(server.url, Role.KIOSK, "K1") as client:
        server.mute = True
        with pytest.raises(TimeoutError):
            await client.ask(ISSUE, timeout_s=0.05)
        waiting = asyncio.create_task(client.ask(ISSUE, "a"))
        await asyncio.sleep(0)
        with pytest.raises(ValueError, match="waiting"):
            await client.ask(ISSUE, "a")
    assert await waiting == Error(
        id="a", code=ErrorCode.OVERLOADED, detail="the client was stopped"
    )
    with pytest.raises(RuntimeError):
        await client.ask(ISSUE)


async def test_a_listener_is_told_in_the_moment(server: TinyServer) -> None:
    """A bench takes the time there."""
    heard: list[Delivery] = []
    async with AsyncClient(server.url, Role.KIOSK, "K1", listener=heard.append) as client:
        await client.ask(ISSUE, "a")
    assert [type(one) for one in heard[:2]] == [Welcome, KioskView]
    assert Answer("a", Result(id="a", version=1)) in heard


@pytest.mark.slow
async def test_hundreds_of_async_clients_share_one_loop(server: TinyServer) -> None:
    """Each of two hundred asks once; each has its answer, and all see the last view."""
    quiet = LinkTiming(ping_interval_s=None, ping_timeout_s=None)
    clients = [
        AsyncClient(server.url, Role.KIOSK, f"K{number}", timing=quiet) for number in range(200)
    ]
    await asyncio.gather(*(client.__aenter__() for client in clients))
    answers = await asyncio.gather(*(client.ask(ISSUE) for client in clients))
    versions = sorted(one.version for one in answers if isinstance(one, Result))
    assert versions == list(range(1, 201))
    await asyncio.gather(
        *(client.wait_for(lambda one: one.view.version == 200) for client in clients)
    )
    await asyncio.gather(*(client.__aexit__(None, None, None) for client in clients))
