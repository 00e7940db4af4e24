"""The training office: everything as at a desk, and nothing of it in the real office."""

from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from server.simulator.trainee_arrivals import ENOUGH, FEW, OpenDesk, TraineeArrivals
from server.store import clerks, devices
from server.store.tables import EVENTS
from server.web.training import MOST_TRAINEES, TrainingEndpoint
from tests.support.bare_client import Bare
from tests.support.builders import MONDAY
from tests.support.running_office import PROFILE, Running, running_office, verdict_on


@pytest.mark.slow
async def test_a_trainee_serves_invented_citizens_and_the_real_log_stays_as_it_was(
    tmp_path: Path,
) -> None:
    """A whole round: open, call, start, complete; PINs are not asked for, nothing real changes."""
    async with running_office(tmp_path, pins=True) as server:
        clerks.give_pin(server.engine, "an", "5083", MONDAY)
        before = _real_events(server)
        async with Bare.joined(_training(server), "counter", scope="q5") as trainee:
            welcome = trainee.welcome
            assert welcome["training"] is True
            assert welcome["office"]["has_pins"] is False
            desk = "q5"
            who = {"counter": desk, "clerk": "cb05"}
            assert (await trainee.ask("open_counter", **who))["type"] == "result"
            await trainee.view(wanted=lambda view: bool(view["desk"]["waiting"]))
            called = await trainee.ask("call_next", **who)
            assert called["type"] == "result", called
            ticket = {"ticket": called["ticket"], **who}
            assert (await trainee.ask("start_service", **ticket))["type"] == "result"
            outcome = welcome["office"]["outcomes"][0]["code"]
            done = await trainee.ask("complete_ticket", **ticket, outcome=outcome)
            assert done["type"] == "result"
            assert server.office.hub.count()["counter"] == 0, "no device of the real office"
        assert _real_events(server) == before
    assert verdict_on(tmp_path).is_clean


async def test_the_ground_is_dropped_with_the_last_trainee_and_made_anew(tmp_path: Path) -> None:
    """Two trainees share it; what they did is gone when both have left."""
    async with running_office(tmp_path) as server, AsyncExitStack() as visits:
        one = await visits.enter_async_context(Bare.joined(_training(server), "counter"))
        async with Bare.joined(_training(server), "counter", device="two") as two:
            assert (await two.ask("open_counter", counter="q5", clerk="cb05"))["type"] == "result"
        await one.view(
            wanted=lambda view: any(
                d["clerk"] == "cb05" for d in view["counters"] if d["counter"] == "q5"
            )
        )
        assert all(desk.clerk == "" for desk in server.office.state.desks.values())
        await visits.aclose()
        async with Bare.joined(_training(server), "counter") as later:
            view = later.welcome["view"]
            assert view["version"] == 1, "a new day of a new office"


async def test_the_files_of_the_ground_are_thrown_away(tmp_path: Path) -> None:
    """Folder, thread and office are gone when nobody learns any more; closing twice is
    harmless.
    """
    async with running_office(tmp_path) as server:
        ground = TrainingEndpoint(server.office, look_s=0.01)
        training = await ground._open()
        folder = Path(str(training._engine.url.database)).parent
        assert folder.exists()
        await ground.close()
        await ground.close()
        assert not folder.exists()
        assert ground.office is None


async def test_no_more_than_a_class_may_learn_at_once(tmp_path: Path) -> None:
    """The next one is told that the server is busy, as the app knows how to say."""
    async with running_office(tmp_path) as server, AsyncExitStack() as visits:
        for _ in range(MOST_TRAINEES):
            await visits.enter_async_context(Bare.joined(_training(server), "counter"))
        async with Bare.connected(_training(server)) as late:
            error = await late.hear()
            assert (error["type"], error["code"]) == ("error", "overloaded")


async def test_only_counter_apps_learn_and_only_those_the_office_knows(tmp_path: Path) -> None:
    """A kiosk would print numbers nobody calls; a stranger is a stranger here too."""
    async with running_office(tmp_path, needs_tokens=True) as server:
        token = devices.add(server.engine, "counter", "C1", MONDAY)
        async with Bare.joined(_training(server), "counter", token=token):
            pass
        for role, with_token in (("counter", "wrong"), ("kiosk", token)):
            async with Bare.connected(_training(server)) as stranger:
                hello = {"type": "hello", "protocol": 1, "role": role, "device": "x"}
                await stranger.say(hello | {"token": with_token})
                assert (await stranger.hear())["type"] == "error"


def test_somebody_always_waits_and_never_a_crowd() -> None:
    """Every service of the desk comes to be asked for; procedures are the office's own."""
    arrivals, waiting, asked = TraineeArrivals(PROFILE, Random(1)), 0, []
    desk = PROFILE.counters[6]
    for look in range(600):
        came = arrivals.next_arrivals([OpenDesk(desk.services, waiting)])
        assert came or waiting >= FEW
        waiting += len(came)
        assert waiting <= ENOUGH
        asked += came
        waiting -= look % 3 == 0 and waiting > 0
    assert {each.service for each in asked} == set(desk.services)
    for each in asked:
        assert not each.procedure or each.procedure in PROFILE.procedures[each.service]
    assert {each.priority for each in asked} <= {"", *PROFILE.simulation.priorities}
    assert len({each.ticket for each in asked}) == len(asked)


def _training(server: Running) -> str:
    return server.ws.replace("/ws", "/training/ws")


def _real_events(server: Running) -> list[str]:
    with server.engine.connect() as connection:
        return list(connection.execute(select(EVENTS.c.hash).order_by(EVENTS.c.version)).scalars())
