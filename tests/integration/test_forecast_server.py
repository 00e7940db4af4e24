"""A running server foretells, keeps what it foretold, and says the next day how it came out."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import select

from server.core.calibration import ANYBODY, Calibration, Factors
from server.store.tables import FORECASTS
from tests.support.bare_client import Bare, Message
from tests.support.builders import ALWAYS_OPEN, some_rules
from tests.support.running_office import Running, running_office
from tests.support.waiting import soon

HERE = {"counter": "6", "clerk": "an"}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A small office that never closes, one desk for copies open."""
    async with running_office(tmp_path, some_rules(sessions=ALWAYS_OPEN)) as running:
        async with Bare.joined(running.ws, "counter") as clerk:
            await clerk.ask("open_counter", **HERE)
        yield running


async def wall_view(server: Running) -> Message:
    """What the wall is shown now."""
    async with Bare.joined(server.ws, "wall", device="W1") as wall:
        return dict(wall.welcome["view"])


async def until_durable(server: Running) -> None:
    """Everything decided is on the disk."""
    await soon(lambda: server.office.state is server.office.handler.newest)


async def test_who_waits_is_foretold_anew_every_five_minutes_and_the_call_judges_it(
    server: Running,
) -> None:
    """Beside what was told with the number; a tick in between says nothing."""
    async with Bare.joined(server.ws, "counter") as clerk:
        await clerk.ask("issue_ticket", ticket="first", service="copy")
        await clerk.ask("call_next", **HERE)
        await clerk.ask("issue_ticket", ticket="second", service="copy")
        for minutes in (0, 3, 3):
            server.clock.forward(minutes)
            server.office.handler.tick()
        await clerk.ask("start_service", ticket="first", **HERE)
        await clerk.ask("complete_ticket", ticket="first", outcome="accepted", **HERE)
        await clerk.ask("call_next", **HERE)
    await until_durable(server)
    query = select(FORECASTS).where(FORECASTS.c.ticket == "second").order_by(FORECASTS.c.number)
    with server.engine.connect() as connection:
        rows = connection.execute(query).mappings().all()
    assert [row["kind"] for row in rows] == ["issue", "review", "review"]
    assert [row["called_after_s"] for row in rows] == [360, 360, 0]
    assert all(row["low_s"] <= row["likely_s"] <= row["high_s"] for row in rows)


async def test_the_wall_shows_how_yesterdays_forecasts_came_out(server: Running) -> None:
    """Nothing on the first day."""
    assert (await wall_view(server))["forecast_yesterday"] is None
    async with Bare.joined(server.ws, "counter") as clerk:
        await clerk.ask("issue_ticket", ticket="first", service="copy")
        server.clock.forward(1)
        await clerk.ask("call_next", **HERE)
        await clerk.ask("issue_ticket", ticket="second", service="copy")
        server.clock.forward(200)
        await clerk.ask("start_service", ticket="first", **HERE)
        await clerk.ask("complete_ticket", ticket="first", outcome="accepted", **HERE)
        await clerk.ask("call_next", **HERE)
    day = server.office.state.day
    server.clock.forward(24 * 60)
    server.office.handler.tick()
    await until_durable(server)
    await server.office.look_into_store()
    score = (await wall_view(server))["forecast_yesterday"]
    assert (score["day"], score["count"], score["coverage"]) == (day, 2, 0.5)
    assert score["mean_error_s"] > 3600


async def test_what_was_learnt_is_told_and_kept_in_the_log_once_a_day(server: Running) -> None:
    """A restart in the middle of the day goes on telling the same."""
    taught = Calibration((Factors("joining", "", ANYBODY, 0, 100, 500, 900, 60),))
    other = Calibration((Factors("joining", "", ANYBODY, 0, 200, 500, 900, 60),))
    day = server.office.state.day
    server.office.handler.learn("2026-11-22", other)
    server.office.handler.learn(day, taught)
    server.office.handler.learn(day, other)
    await until_durable(server)
    assert server.office.state.foresight.calibration == taught
    async with Bare.joined(server.ws, "counter") as clerk:
        await clerk.ask("issue_ticket", ticket="first", service="copy")
        await clerk.ask("call_next", **HERE)
        await clerk.ask("issue_ticket", ticket="second", service="copy")
    told = server.office.state.tickets["second"].told
    assert told is not None
    assert (told.low_s, told.high_s) == (24, 216), "tenths of a usual copy"
