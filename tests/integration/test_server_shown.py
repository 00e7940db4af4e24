"""What screens are sent: calls exactly once, views that never go back, no waiting for the slow."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import connect

from server.client.async_client import AsyncClient
from server.office.hub import KeptNotice
from server.protocol.commands import IssueTicket
from server.protocol.messages import CallNotice, Role
from server.web import socket as door
from tests.support.bare_client import Bare, Message, hello
from tests.support.running_office import Running, running_office
from tests.support.waiting import soon

HERE: dict[str, Any] = {"counter": "6", "clerk": "an"}
DAY = "2026-11-23"


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A small office."""
    async with running_office(tmp_path) as running:
        yield running


async def call_and_serve(clerk: Bare, *tickets: str) -> None:
    """Each of them from number to goodbye."""
    for ticket in tickets:
        await clerk.ask("issue_ticket", ticket=ticket, service="copy")
        await clerk.ask("call_next", **HERE)
        await clerk.ask("start_service", ticket=ticket, **HERE)
        await clerk.ask("complete_ticket", ticket=ticket, outcome="accepted", **HERE)


def labels(notices: list[Message]) -> list[str]:
    """The tickets called."""
    return [notice["ticket"] for notice in notices]


async def test_a_display_that_was_away_hears_what_it_missed_once_and_in_order(
    server: Running,
) -> None:
    """From where it had been, whatever happened at the moment it came back."""
    async with Bare.joined(server.ws, "counter") as clerk:
        await clerk.ask("open_counter", **HERE)
        async with Bare.joined(server.ws, "display") as lobby:
            await call_and_serve(clerk, "a", "b")
            await lobby.notice("b")
            heard = lobby.heard("notice")
        await call_and_serve(clerk, "c", "d")
        meanwhile = asyncio.create_task(call_and_serve(clerk, "e", "f"))
        resumed = {"resume_from": heard[-1]["n"]}
        async with Bare.joined(server.ws, "display", **resumed) as lobby:
            await meanwhile
            await lobby.notice("f")
            heard += lobby.heard("notice")
        assert labels(heard) == list("abcdef")
        places = [notice["n"].partition("/") for notice in heard]
        assert [int(version) for _, _, version in places] == sorted(
            {int(version) for _, _, version in places}
        )


@pytest.mark.parametrize("resume_from", ["/0", f"{DAY}/0", "2026-11-20/400"])
async def test_who_asks_from_before_the_day_hears_the_whole_day(
    server: Running, resume_from: str
) -> None:
    """A display that was switched off over the weekend."""
    async with Bare.joined(server.ws, "counter") as clerk:
        await clerk.ask("open_counter", **HERE)
        await call_and_serve(clerk, "a", "b")
        async with Bare.joined(server.ws, "display", resume_from=resume_from) as lobby:
            await lobby.notice("b")
            assert labels(lobby.heard("notice")) == ["a", "b"]


async def test_a_first_hello_is_told_no_old_calls_and_where_to_go_on(server: Running) -> None:
    """``last_notice`` is the place to resume from."""
    async with Bare.joined(server.ws, "counter") as clerk:
        await clerk.ask("open_counter", **HERE)
        await call_and_serve(clerk, "a")
        async with Bare.joined(server.ws, "display") as lobby:
            welcome = json.loads(lobby.texts[0])
            await call_and_serve(clerk, "b")
            notice = await lobby.notice("b")
            assert labels(lobby.heard("notice")) == ["b"]
    again = {"resume_from": welcome["last_notice"]}
    async with Bare.joined(server.ws, "display", **again) as lobby:
        assert (await lobby.notice("b")) == notice
        assert labels(lobby.heard("notice")) == ["b"]


@pytest.mark.slow
async def test_views_never_go_back_whoever_watches_what_during_a_rush(server: Running) -> None:
    """The greeting, the views and the answers of one connection only move forward."""
    async with AsyncExitStack() as stack:

        async def joined(role: str, **more: Any) -> Bare:
            return await stack.enter_async_context(Bare.joined(server.ws, role, **more))

        watchers = [await joined("counter", scope=desk) for desk in ("6", "8", "9")]
        watchers += [await joined("display"), await joined("wall"), await joined("kiosk")]
        clerk = await joined("counter")
        await clerk.ask("open_counter", **HERE)
        for number in range(25):
            rush = asyncio.create_task(call_and_serve(clerk, f"t{number}"))
            for watcher, desk in zip(watchers, cycle(("8", "9", "6", "", "", "")), strict=False):
                await watcher.say({"type": "watch", "scope": desk})
            watchers.append(await joined("display"))
            await rush
            for watcher in watchers:
                # Who never reads is let go; a busy machine must not make that of these.
                await watcher.view(server.office.state.version)
        for watcher in watchers:
            assert _versions(watcher) == sorted(_versions(watcher))


def _versions(bare: Bare) -> list[int]:
    messages = (json.loads(text) for text in bare.texts)
    return [message["view"]["version"] for message in messages if "view" in message]


async def test_an_answer_is_followed_by_a_view_that_shows_it(server: Running) -> None:
    """A clerk sees the effect of his key without asking again."""
    async with Bare.joined(server.ws, "counter", scope="6") as clerk:
        answer = await clerk.ask("open_counter", **HERE)
        view = await clerk.view(answer["version"])
        assert view["desk"]["status"] == "open"


@pytest.mark.slow
@pytest.mark.finding("H5")
async def test_no_view_overtakes_the_answer_to_what_it_shows(server: Running) -> None:
    """Acknowledged, then shown: also in a quiet hour, when a view goes out at once."""
    async with Bare.joined(server.ws, "counter", scope="6") as clerk:
        for number in range(30):
            # As after a rest: the frame is free.
            server.office.hub._frame_at = 0.0
            answer = await clerk.ask("issue_ticket", ticket=f"t{number}", service="copy")
            assert _versions(clerk)[-1] < answer["version"]
            await clerk.view(answer["version"])


@pytest.mark.slow
async def test_who_stops_reading_is_let_go_and_everybody_else_hears_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A frozen display costs the office neither a call nor memory."""
    monkeypatch.setattr(door, "SEND_TIMEOUT_S", 0.3)
    text = "x" * 400
    async with running_office(tmp_path, send_buffer=4096) as server:
        hub = server.office.hub
        async with Bare.joined(server.ws, "display") as lobby, _frozen(server):
            assert hub.count()["display"] == 2
            for version in range(1, 3000):
                notice = _notice(version, text)
                hub.publish([KeptNotice((DAY, version), notice)])
                assert json.loads(notice)["n"] == (await _next_notice(lobby))["n"]
            await soon(lambda: hub.count()["display"] == 1, what="the frozen one let go")
            async with Bare.joined(server.ws, "kiosk") as kiosk:
                assert (await kiosk.ask("issue_ticket", ticket="t", service="copy"))["label"]


@asynccontextmanager
async def _frozen(server: Running) -> AsyncIterator[None]:
    """A greeted display that never reads again; its own buffers are small, too."""
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.connect(("127.0.0.1", server.port))
    async with connect(
        server.ws, sock=narrow, compression=None, max_queue=1, close_timeout=0.1, ping_interval=None
    ) as connection:
        await connection.send(json.dumps(hello("display")))
        await connection.recv()
        yield
        connection.transport.abort()


def _notice(version: int, padding: str) -> str:
    return json.dumps({"type": "notice", "n": f"{DAY}/{version}", "padding": padding})


async def _next_notice(lobby: Bare) -> Message:
    return await lobby.until(lambda message: message["type"] == "notice")


@pytest.mark.slow
async def test_the_reference_client_misses_nothing_and_hears_nothing_twice_over_many_breaks(
    server: Running,
) -> None:
    """The line to the display is cut again and again while the office works."""
    heard: list[str] = []

    def listen(what: object) -> None:
        if isinstance(what, CallNotice):
            heard.append(what.ticket)

    tickets = [f"t{n}" for n in range(30)]
    async with (
        AsyncClient(server.ws, Role.DISPLAY, "D1", listener=listen) as lobby,
        Bare.joined(server.ws, "counter") as clerk,
    ):
        await clerk.ask("open_counter", **HERE)
        work = asyncio.create_task(call_and_serve(clerk, *tickets))
        while not work.done():
            for connection in list(server.office.hub._connections):
                if connection.role is Role.DISPLAY:
                    connection.lost = True
                    connection.wake.set()
            await asyncio.sleep(0.05)
        await work
        await lobby.wait_for(lambda _: len(heard) >= len(tickets), timeout_s=10)
    assert heard == tickets


async def test_a_command_asked_while_the_line_is_down_is_carried_out_once(
    server: Running,
) -> None:
    """The reference client asks again with the same id until it is answered."""
    async with AsyncClient(server.ws, Role.KIOSK, "K1") as kiosk:
        for n in range(3):
            asking = asyncio.create_task(kiosk.ask(IssueTicket(ticket=f"t{n}", service="copy")))
            await asyncio.sleep(0)
            for connection in list(server.office.hub._connections):
                connection.lost = True
                connection.wake.set()
            await asking
    assert server.office.state.tallies["copy"].issued == 3
