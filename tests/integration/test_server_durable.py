"""Durable, then acknowledged, then shown: many at once, repeats, a failing disk, a wrong clock."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from server.client.session import MAX_PENDING
from server.core.estimate import forecast
from server.store import writer
from tests.support.bare_client import Bare
from tests.support.builders import at, some_rules
from tests.support.running_office import HandClock, Running, running_office, verdict_on
from tests.support.waiting import soon

HERE: dict[str, Any] = {"counter": "6", "clerk": "an"}
THERE: dict[str, Any] = {"counter": "8", "clerk": "binh"}
COPY: dict[str, Any] = {"service": "copy"}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A small office."""
    async with running_office(tmp_path) as running:
        yield running


@pytest.mark.slow
async def test_two_clerks_who_press_at_once_never_get_one_ticket(server: Running) -> None:
    """Forty rounds, both keys down in the same moment."""
    async with (
        Bare.joined(server.ws, "counter") as an,
        Bare.joined(server.ws, "counter") as binh,
    ):
        await an.ask("open_counter", **HERE)
        await binh.ask("open_counter", **THERE)
        called: list[str] = []
        for n in range(40):
            for ticket in (f"a{n}", f"b{n}"):
                await an.ask("issue_ticket", ticket=ticket, **COPY)
            answers = await asyncio.gather(
                an.ask("call_next", **HERE), binh.ask("call_next", **THERE)
            )
            for clerk, desk, answer in zip((an, binh), (HERE, THERE), answers, strict=True):
                called.append(answer["ticket"])
                await clerk.ask("start_service", ticket=answer["ticket"], **desk)
                outcome = {"ticket": answer["ticket"], "outcome": "accepted"}
                await clerk.ask("complete_ticket", **desk, **outcome)
    assert len(called) == len(set(called)) == 80


async def test_two_clerks_and_one_citizen_one_gets_him_and_the_other_is_told(
    server: Running,
) -> None:
    """Nobody waits for nothing."""
    async with (
        Bare.joined(server.ws, "counter") as an,
        Bare.joined(server.ws, "counter") as binh,
    ):
        await an.ask("open_counter", **HERE)
        await binh.ask("open_counter", **THERE)
        await an.ask("issue_ticket", ticket="t", **COPY)
        answers = await asyncio.gather(an.ask("call_next", **HERE), binh.ask("call_next", **THERE))
    assert sorted(answer.get("code", "called") for answer in answers) == [
        "called",
        "nobody_waiting",
    ]


async def test_a_command_pressed_many_times_at_once_is_carried_out_once(server: Running) -> None:
    """From several connections, while the first is still on its way to the disk."""
    asked = {"ticket": "t", **COPY}
    async with AsyncExitStack() as stack:
        kiosks = [
            await stack.enter_async_context(Bare.joined(server.ws, "kiosk")) for _ in range(8)
        ]
        many = [kiosk.ask("issue_ticket", "c1", **asked) for kiosk in kiosks]
        answers = await asyncio.gather(*many)
        again = await kiosks[0].ask("issue_ticket", "c1", **asked)
    assert all(answer == again for answer in answers)
    assert again["label"] == "6 001"
    assert server.office.state.tallies["copy"].issued == 1


async def test_as_many_commands_as_the_reference_client_keeps_waiting_are_taken_at_once(
    server: Running,
) -> None:
    """After a reconnect it sends all of them; being told "busy" then would deny what was done."""
    async with Bare.joined(server.ws, "kiosk") as kiosk:
        for n in range(MAX_PENDING):
            await kiosk.send("issue_ticket", f"c{n}", ticket=f"t{n}", **COPY)
        for _ in range(MAX_PENDING):
            await kiosk.until(lambda message: message["type"] in ("result", "error"))
        assert kiosk.heard("error") == []
        labels = [answer["label"] for answer in kiosk.heard("result")]
    assert labels == [f"6 {n:03}" for n in range(1, MAX_PENDING + 1)]


async def test_beyond_that_a_client_is_told_the_server_is_busy_and_nothing_is_half_done(
    server: Running,
) -> None:
    """A device gone wild costs itself only."""
    wild = MAX_PENDING * 4
    async with Bare.joined(server.ws, "kiosk") as kiosk:
        batch = [_issue(n) for n in range(wild)]
        await asyncio.gather(*(kiosk.say(text) for text in batch))
        for _ in range(wild):
            await kiosk.until(lambda message: message["type"] in ("result", "error"))
        results, refusals = kiosk.heard("result"), kiosk.heard("error")
    assert {refusal["code"] for refusal in refusals} <= {"overloaded"}
    assert len(results) + len(refusals) == wild
    assert server.office.state.tallies["copy"].issued == len(results)


def _issue(n: int) -> str:
    command = {"kind": "issue_ticket", "ticket": f"t{n}", **COPY}
    return json.dumps({"type": "command", "id": f"c{n}", "command": command})


@pytest.mark.finding("H5")
async def test_when_the_disk_fails_nothing_is_acknowledged_and_nothing_is_shown(
    tmp_path: Path,
) -> None:
    """The office is told to stop; what was answered before is there after the restart."""
    async with running_office(tmp_path) as server:
        async with (
            Bare.joined(server.ws, "kiosk") as kiosk,
            Bare.joined(server.ws, "display") as lobby,
            Bare.joined(server.ws, "counter") as clerk,
        ):
            await clerk.ask("open_counter", **HERE)
            kept = await kiosk.ask("issue_ticket", ticket="kept", **COPY)
            _break_the_disk(server)
            await kiosk.send("issue_ticket", ticket="lost", **COPY)
            await clerk.send("call_next", **HERE)
            await soon(lambda: server.failures, what="the disk's failure")
            server.office.hub.publish(())
            await lobby.view(kept["version"])
            async with Bare.joined(server.ws, "display", device="late") as late:
                assert late.welcome["view"]["version"] == kept["version"]
            shown = [message["view"]["version"] for message in lobby.heard("view")]
            assert max(shown) == kept["version"] == server.office.state.version
            assert lobby.heard("notice") == []
        assert len(server.failures) == 1
        answers = [json.loads(text).get("ticket") for text in kiosk.texts]
        assert "lost" not in answers
    assert verdict_on(tmp_path).is_clean
    async with running_office(tmp_path) as server, Bare.joined(server.ws, "kiosk") as kiosk:
        assert server.office.state.version == kept["version"]
        again = await kiosk.ask("issue_ticket", ticket="after", **COPY)
        assert again["label"] == "6 002"


def _break_the_disk(server: Running) -> None:
    def fail(_connection: object) -> None:
        raise OSError("no space left on device")

    event.listen(server.engine, "commit", fail)


async def test_a_clock_set_back_does_not_change_the_order_of_people(tmp_path: Path) -> None:
    """Also when it is set back while the server is off."""
    clock = HandClock(at(60))
    async with (
        running_office(tmp_path, clock=clock) as server,
        Bare.joined(server.ws, "kiosk") as kiosk,
    ):
        await kiosk.ask("issue_ticket", ticket="first", **COPY)
        clock.forward(-20)
        second = await kiosk.ask("issue_ticket", ticket="second", **COPY)
    clock.forward(-10)
    async with running_office(tmp_path, clock=clock) as server:
        async with (
            Bare.joined(server.ws, "kiosk") as kiosk,
            Bare.joined(server.ws, "counter") as clerk,
        ):
            third = await kiosk.ask("issue_ticket", ticket="third", **COPY)
            await clerk.ask("open_counter", **HERE)
            called = await clerk.ask("call_next", **HERE)
        assert called["ticket"] == "first"
        state = server.office.state
        assert [forecast(state, state.tickets[t], at(60)).ahead for t in ("second", "third")] == [
            *(0, 1)
        ]
    assert second["issued_at"] == third["issued_at"] == "2026-11-23T01:30:00Z"


async def test_the_day_turns_at_the_offices_midnight_without_anybody_asking(
    tmp_path: Path,
) -> None:
    """Whoever was left is let go, desks are closed, numbers begin anew, and the log is clean."""
    clock = HandClock(at(16 * 60))
    rules = some_rules()
    async with running_office(tmp_path, rules, clock) as server:
        async with Bare.joined(server.ws, "counter", scope="6") as clerk:
            await clerk.ask("open_counter", **HERE)
            for ticket in ("a", "b"):
                await clerk.ask("issue_ticket", ticket=ticket, insist=True, **COPY)
            await clerk.ask("call_next", **HERE)
            clock.forward(29)
            server.office.handler.tick()
            assert server.office.state.day == "2026-11-23"
            clock.forward(2)
            server.office.handler.tick()
            view = await clerk.view(wanted=lambda view: bool(view["day"] == "2026-11-24"))
            assert view["desk"]["status"] == "closed"
            again = await clerk.ask("issue_ticket", ticket="c", insist=True, **COPY)
            assert again["label"] == "6 001"
        assert [id_ for id_, _ in server.office.state.tickets.items()] == ["c"]
        yesterday = [await server.office.past_ticket(ticket) for ticket in ("a", "b")]
        assert [row["status"] for row in yesterday if row] == ["cancelled"] * 2
    verdict = verdict_on(tmp_path)
    assert verdict.is_clean
    assert verdict.days == 2


async def test_a_server_that_was_off_over_night_closes_yesterday_and_opens_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However the disk splits the two; ``running_office`` gives it ten seconds."""
    monkeypatch.setattr(writer, "MAX_BATCH", 1)
    clock = HandClock()
    async with (
        running_office(tmp_path, clock=clock) as server,
        Bare.joined(server.ws, "kiosk") as kiosk,
    ):
        await kiosk.ask("issue_ticket", ticket="a", **COPY)
    clock.forward(24 * 60)
    async with running_office(tmp_path, clock=clock) as server:
        assert server.office.state.day == "2026-11-24"
        assert list(server.office.state.tickets.items()) == []
    clock.forward(24 * 60)
    changed = some_rules(recall_limit=5)
    async with running_office(tmp_path, changed, clock) as server:
        assert server.office.state.in_force.recall_limit == 5
    assert verdict_on(tmp_path).problems == []


async def test_an_answer_of_before_midnight_is_given_again_after_it(tmp_path: Path) -> None:
    """A kiosk whose cable was out over midnight gets its number, not a second one."""
    clock = HandClock(at(16 * 60 + 29))
    asked = {"ticket": "t", "insist": True, **COPY}
    async with (
        running_office(tmp_path, clock=clock) as server,
        Bare.joined(server.ws, "counter") as counter,
    ):
        first = await counter.ask("issue_ticket", "c1", **asked)
        clock.forward(2)
        assert await counter.ask("issue_ticket", "c1", **asked) == first
    for _ in range(2):
        async with (
            running_office(tmp_path, clock=clock) as server,
            Bare.joined(server.ws, "counter") as counter,
        ):
            assert await counter.ask("issue_ticket", "c1", **asked) == first
