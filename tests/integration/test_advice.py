"""Advice from a process of its own: asked by the server, kept in the log, shown on the wall."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

import assets
from server.core import commands as c
from server.core.model import DayState
from server.office import advice_process
from server.office.advice_process import AdviceQuestion, AdviceWorker
from server.office.advice_service import outlook
from server.profile.load import load_office
from server.protocol.messages import Role
from server.protocol.views import AdviceRow, WallView
from server.simulator.advice_search import what_if
from server.simulator.rest_of_day import ASSIGN, OPEN, Outlook, StaffingStep
from server.views.by_role import view_for
from tests.support.bare_client import Bare, Message
from tests.support.builders import ALWAYS_OPEN, after_commands, at, issue, opened, seat, some_rules
from tests.support.running_office import Running, running_office
from tests.support.waiting import soon

PROFILE = load_office(assets.OFFICES / "ward-hoa-binh.toml")
STEP = StaffingStep(OPEN, "8", "copy", "binh")
ANSWER_TIMEOUT_S = 180.0
"""A process begins within a second, but not on a machine that is busy: it gives way to all else."""

pytestmark = pytest.mark.timeout(400)


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """How long the office waits for its process is no verdict here."""
    monkeypatch.setattr(advice_process, "ANSWER_TIMEOUT_S", ANSWER_TIMEOUT_S)


def seen(waiting: int = 12) -> Outlook:
    """So many wait for copies at one desk."""
    crowd = (issue(f"t{n}") for n in range(waiting))
    state = after_commands(opened(some_rules(sessions=ALWAYS_OPEN)), [seat("6", "an"), *crowd])
    state = after_commands(state, [c.LookAround(at(40))])
    return outlook(PROFILE, state, at(40), view(state).curves)


def view(state: DayState) -> WallView:
    """What the wall shows of it."""
    wall = view_for(Role.WALL, "", state, at(40))
    assert isinstance(wall, WallView)
    return wall


@pytest.fixture
async def worker() -> AsyncIterator[AdviceWorker]:
    """A process that is ended with the test."""
    worker = AdviceWorker()
    yield worker
    await worker.stop()


@pytest.mark.slow
async def test_the_process_answers_what_the_simulation_says(worker: AdviceWorker) -> None:
    """Of the same runs the same waits; how many fit into its time is its own affair."""
    async with asyncio.timeout(ANSWER_TIMEOUT_S):
        answer = await worker.ask(AdviceQuestion(seen(), STEP, "copy"))
    assert answer is not None
    here = what_if(seen(), STEP, "copy", iter(range(answer.runs + 9)).__next__, answer.runs - 0.5)
    assert (answer.step, answer.service, answer.erlang_wait_s) == (STEP, "copy", here.erlang_wait_s)
    assert answer.p90_then_s < answer.p90_s


@pytest.mark.slow
async def test_a_process_that_died_is_started_anew_and_an_answer_not_waited_for_is_nobodys(
    worker: AdviceWorker,
) -> None:
    """The next question gets its own answer, whatever became of the last one."""
    async with asyncio.timeout(ANSWER_TIMEOUT_S):
        given_up = asyncio.create_task(worker.ask(AdviceQuestion(seen(), STEP, "copy")))
        while not worker.is_busy:
            await asyncio.sleep(0)
        given_up.cancel()
        with pytest.raises(asyncio.CancelledError):
            await given_up
        shared = StaffingStep(ASSIGN, "6", "birth")
        answer = await worker.ask(AdviceQuestion(seen(), shared, "birth"))
        assert answer is not None
        assert answer.step == shared
        await worker.stop()
        again = await worker.ask(AdviceQuestion(seen(), STEP, "copy"))
    assert again is not None
    assert again.step == STEP


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A small office that never closes; twelve wait for copies at one desk."""
    async with running_office(tmp_path, some_rules(sessions=ALWAYS_OPEN)) as running:
        async with Bare.joined(running.ws, "counter") as clerk:
            await clerk.ask("open_counter", counter="6", clerk="an")
            for number in range(12):
                await clerk.ask("issue_ticket", ticket=f"t{number}", service="copy")
        yield running


async def asked(server: Running, role: str, counter: str, service: str) -> Message:
    """The answer to a what-if of this role."""
    async with Bare.joined(server.ws, role) as bare:
        query = {"kind": "what_if", "counter": counter, "service": service}
        await bare.say({"type": "query", "id": "q", "query": query})
        return await bare.until(lambda m: m.get("id") == "q", ANSWER_TIMEOUT_S)


@pytest.mark.slow
async def test_the_wall_and_a_desk_may_ask_what_touching_a_desk_would_do(server: Running) -> None:
    """A closed desk that could do it would be opened by somebody who sits nowhere."""
    for role in ("wall", "counter"):
        answer = await asked(server, role, "8", "copy")
        assert answer["type"] == "what_if", answer
        assert (answer["action"], answer["counter"], answer["service"]) == ("open", "8", "copy")
        assert answer["p90_then_s"] < answer["p90_s"]
        assert answer["runs"] >= 2


@pytest.mark.parametrize(
    ("role", "counter", "service", "code"),
    [
        ("wall", "9", "copy", "unknown_counter"),
        ("wall", "nowhere", "copy", "unknown_counter"),
        ("wall", "6", "nothing", "unknown_counter"),
        ("kiosk", "8", "copy", "forbidden"),
        ("observer", "8", "copy", "forbidden"),
    ],
)
async def test_who_may_not_ask_or_asks_of_nothing_is_told_so(
    server: Running, role: str, counter: str, service: str, code: str
) -> None:
    """A desk that cannot do it has nothing to try out."""
    answer = await asked(server, role, counter, service)
    assert (answer["type"], answer["code"]) == ("error", code)


@pytest.mark.slow
async def test_while_waits_are_over_the_promise_advice_is_sought_kept_and_shown(
    server: Running,
) -> None:
    """Once in its time, and the loop never waits for it."""
    office = server.office

    def look() -> None:
        office.advice_service.look(
            office.profile, office.state, office.now(), office.past_days.curves
        )

    look()
    assert not office.state.alerts
    server.clock.forward(20)
    office.handler.tick()
    await soon(lambda: office.state.alerts, what="the alert")
    look()
    look()
    await soon(lambda: office.state.foresight.advice, ANSWER_TIMEOUT_S, "advice")
    (given,) = office.state.foresight.advice
    assert (given.action, given.counter, given.service) == ("open", "8", "copy")
    assert given.p90_then_s + given.spread_s < given.p90_s
    async with Bare.joined(server.ws, "wall") as wall:
        server.office.hub.publish(())
        (shown,) = (await wall.view(wanted=lambda view: bool(view["advice"])))["advice"]
    row = AdviceRow.model_validate(shown)
    assert (row.id, row.clerk, row.runs) == (given.advice, given.clerk, given.runs)
