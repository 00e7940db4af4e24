"""The server as a program: it starts, ends, is killed, and starts again where it was."""

import asyncio
import json
import signal
from pathlib import Path
from typing import Any

import pytest

import assets
from server.client.async_client import AsyncClient, LinkRefused
from server.client.effects import LinkState
from server.protocol.commands import CallNext, IssueTicket, OpenCounter
from server.protocol.messages import CallNotice, Result, Role
from tests.support.bare_client import Bare
from tests.support.running_office import verdict_on
from tests.support.server_process import ServerProcess, denluot

pytestmark = pytest.mark.slow

DESK: dict[str, Any] = {"counter": "q6", "clerk": "cb08"}
COPY: dict[str, Any] = {"service": "chung_thuc"}


def test_the_server_says_once_where_it_answers_and_answers_there(tmp_path: Path) -> None:
    """One JSON line on stdout, nothing else; the log goes to stderr."""
    with ServerProcess(tmp_path / "data") as server:
        assert server.health()["ok"] is True
        assert server.ws == server.url.replace("http", "ws") + "/ws"
        said = server.output.read_text("utf-8").splitlines()
        assert [json.loads(line)["ready"] for line in said] == [True]
    assert [line["event"] for line in server.log()] == ["day_opened", "stopped"]


def test_an_interrupt_and_a_polite_request_end_the_server_well(tmp_path: Path) -> None:
    """Ctrl-C in a terminal, a service manager's stop."""
    with ServerProcess(tmp_path / "data") as server:
        assert server.stop(signal.SIGINT) == 0
        server.start()
        assert server.stop(signal.SIGTERM) == 0
    assert verdict_on(server.data).is_clean


def test_a_second_server_on_the_port_says_so_and_leaves_with_its_own_code(tmp_path: Path) -> None:
    """3: somebody is there already. The first does not notice."""
    with ServerProcess(tmp_path / "data") as first:
        port = first.url.rpartition(":")[2]
        second = denluot("serve", "--data", str(tmp_path / "other"), "--port", port)
        assert second.returncode == 3
        line = json.loads(second.stderr.splitlines()[-1])
        assert (line["event"], line["port"]) == ("cannot_listen", int(port))
        assert first.health()["ok"] is True


def test_an_office_file_with_mistakes_stops_the_start_and_names_them_all(tmp_path: Path) -> None:
    """2: with every mistake at once; the log of the office is not touched."""
    text = (assets.OFFICES / "ward-hoa-binh.toml").read_text("utf-8")
    broken = tmp_path / "broken.toml"
    broken.write_text(
        text.replace('prefix = "3"', 'prefix = "2"').replace(
            "[office]", '[office]\ncolour = "red"'
        ),
        "utf-8",
    )
    data = tmp_path / "data"
    ended = denluot("serve", "--data", str(data), "--port", "0", "--office", str(broken))
    assert ended.returncode == 2
    assert "services[dat_dai_ubnd].prefix" in ended.stderr
    assert "office.colour" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""
    assert not (data / "denluot.sqlite3").exists()


def test_an_office_file_that_is_not_there_is_told_like_any_other_mistake(tmp_path: Path) -> None:
    """No traceback for a slip of the finger."""
    ended = denluot("serve", "--data", str(tmp_path), "--port", "0", "--office", "nowhere.toml")
    assert ended.returncode == 2
    assert "nowhere.toml" in ended.stderr
    assert "Traceback" not in ended.stderr


async def test_an_answer_is_the_same_word_for_word_after_any_kind_of_restart(
    tmp_path: Path,
) -> None:
    """A polite stop and a power cut: what was answered once is answered so for ever."""
    asked: list[tuple[str, str, dict[str, Any]]] = [
        ("c1", "open_counter", DESK),
        ("c2", "issue_ticket", {"ticket": "t1", **COPY, "priority": "P3"}),
        ("c3", "issue_ticket", {"ticket": "t2", **COPY}),
        ("c4", "call_next", DESK),
        ("c5", "start_service", DESK | {"ticket": "t1"}),
        ("c6", "complete_ticket", DESK | {"ticket": "t1", "outcome": "tiep_nhan"}),
        ("c7", "pause_counter", DESK | {"reason": "hop", "minutes": 15}),
    ]

    async def answers() -> list[str]:
        async with Bare.joined(server.ws, "counter") as counter:
            for command_id, kind, fields in asked:
                answer = await counter.ask(kind, command_id, **fields)
                assert answer["type"] == "result", answer
            return [text for text in counter.texts if '"type":"result"' in text]

    with ServerProcess(tmp_path / "data") as server:
        first = await answers()
        assert await asyncio.to_thread(server.stop) == 0
        await asyncio.to_thread(server.start)
        assert await answers() == first
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
        assert await answers() == first
    assert verdict_on(server.data).is_clean


async def test_the_reference_client_lives_through_a_restart_and_hears_every_call_once(
    tmp_path: Path,
) -> None:
    """Killed in the middle: the display resumes, the command of the moment is done once."""
    heard: list[str] = []

    def listen(what: object) -> None:
        if isinstance(what, CallNotice):
            heard.append(what.ticket)

    with ServerProcess(tmp_path / "data") as server:
        async with (
            AsyncClient(server.ws, Role.DISPLAY, "D1", listener=listen) as lobby,
            AsyncClient(server.ws, Role.COUNTER, "C1", scope="q6") as clerk,
        ):
            assert isinstance(await clerk.ask(OpenCounter(**DESK)), Result)
            await clerk.ask(IssueTicket(ticket="t1", **COPY))
            await clerk.ask(CallNext(**DESK))
            await lobby.wait_for(lambda _: heard == ["t1"])
            await asyncio.to_thread(server.kill)
            asking = asyncio.create_task(clerk.ask(IssueTicket(ticket="t2", **COPY)))
            await lobby.wait_for(lambda c: c.state is LinkState.LOST)
            await asyncio.to_thread(server.start)
            answer = await asking
            assert isinstance(answer, Result)
            assert answer.label == "6 002"
            async with Bare.joined(server.ws, "counter") as other:
                await other.ask("open_counter", counter="q6", clerk="cb09")
                done = {"counter": "q6", "clerk": "cb09", "ticket": "t1"}
                await other.ask("start_service", **done)
                await other.ask("complete_ticket", outcome="tiep_nhan", **done)
                await other.ask("call_next", counter="q6", clerk="cb09")
            await lobby.wait_for(lambda _: len(heard) >= 2)
        assert heard == ["t1", "t2"]


async def test_at_the_offices_midnight_yesterday_ends_and_numbers_begin_anew(
    tmp_path: Path,
) -> None:
    """Four minutes before midnight, at forty times real time: six seconds, however slow we are."""
    clock = ("--clock-start=2026-11-23T23:56:00+0700", "--clock-rate=40")
    with ServerProcess(tmp_path / "data", *clock) as server:
        async with Bare.joined(server.ws, "counter", scope="q6") as clerk:

            async def issued(ticket: str) -> str:
                answer = await clerk.ask("issue_ticket", ticket=ticket, insist=True, **COPY)
                return str(answer["label"])

            await clerk.ask("open_counter", **DESK)
            assert [await issued(f"t{n}") for n in range(3)] == ["6 001", "6 002", "6 003"]
            view = await clerk.view(wanted=lambda view: bool(view["day"] == "2026-11-24"))
            assert view["desk"]["status"] == "closed"
            assert await issued("tomorrow") == "6 001"
    verdict = verdict_on(server.data)
    assert verdict.is_clean
    assert (verdict.days, verdict.tickets) == (2, 4)


async def test_two_servers_on_one_log_the_one_who_comes_too_late_stops_without_an_answer(
    tmp_path: Path,
) -> None:
    """70: the log cannot be written. Nothing is overwritten, nothing is promised."""
    data = tmp_path / "data"
    stops = frozenset({"commit_failed"})
    with ServerProcess(data, expected=stops) as first, ServerProcess(data) as second:
        async with Bare.joined(second.ws, "kiosk") as quick, Bare.joined(first.ws, "kiosk") as late:
            assert (await quick.ask("issue_ticket", ticket="t1", **COPY))["label"] == "6 001"
            await late.send("issue_ticket", ticket="t2", **COPY)
            assert await late.closed() == 1012
            assert late.heard("result") == []
            assert await asyncio.to_thread(first.exit_code) == 70
    assert verdict_on(data).is_clean
    assert verdict_on(data).tickets == 1


async def test_on_the_network_a_device_needs_its_token(tmp_path: Path) -> None:
    """Added, listed, removed with the command line, while the server runs."""
    data = str(tmp_path / "data")

    def command(*words: str) -> str:
        ended = denluot("device", *words, "--data", data)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.strip()

    with ServerProcess(tmp_path / "data", "--host=0.0.0.0") as server:
        here = f"ws://127.0.0.1:{server.url.rpartition(':')[2]}/ws"
        token = await asyncio.to_thread(command, "add", "kiosk", "--name", "K1")
        async with AsyncClient(here, Role.KIOSK, "K1", token) as kiosk:
            assert isinstance(await kiosk.ask(IssueTicket(ticket="t", **COPY)), Result)
        assert await _refused(here, "") is LinkState.REFUSED
        assert await _refused(here, "guess") is LinkState.REFUSED
        listed = await asyncio.to_thread(command, "list")
        assert listed.startswith("K1\tkiosk\t")
        assert token not in listed
        await asyncio.to_thread(command, "remove", "--name", "K1")
        assert await _refused(here, token) is LinkState.REFUSED
    assert token not in server.errors()
    unknown = denluot("device", "remove", "--name", "K9", "--data", data)
    assert unknown.returncode == 2


async def _refused(ws: str, token: str) -> LinkState:
    try:
        async with AsyncClient(ws, Role.KIOSK, "K1", token):
            return LinkState.LIVE
    except LinkRefused as refusal:
        return refusal.state


def test_the_check_of_the_log_says_clean_or_what_is_wrong_and_ends_so(tmp_path: Path) -> None:
    """0 clean, 1 not clean, 2 no log there."""
    with ServerProcess(tmp_path / "data") as server:
        pass
    clean = denluot("verify", str(server.data))
    assert (clean.returncode, clean.stdout[:10]) == (0, "log clean:")
    assert denluot("verify", str(tmp_path / "nowhere")).returncode == 2
