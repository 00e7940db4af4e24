"""The server on a real PostgreSQL from end to end: the same office by another URL."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from server.store.event_store import FILE_NAME, open_engine
from server.store.verify import verify
from tests.support.bare_client import Bare
from tests.support.postgres import Postgres
from tests.support.server_process import ServerProcess, denluot

pytestmark = pytest.mark.slow

DESK: dict[str, Any] = {"counter": "q1", "clerk": "cb03"}


async def _morning(server: ServerProcess) -> str:
    """One citizen is served, another one waits; the label of the first."""
    async with Bare.joined(server.ws, "counter", scope="q1") as clerk:
        await clerk.ask("open_counter", **DESK)
        issued = await clerk.ask("issue_ticket", "c1", ticket="a", service="thue", insist=True)
        await clerk.ask("issue_ticket", ticket="b", service="thue", insist=True)
        called = await clerk.ask("call_next", **DESK)
        assert called["ticket"] == "a"
        await clerk.ask("start_service", ticket="a", **DESK)
        done = await clerk.ask("complete_ticket", ticket="a", outcome="tiep_nhan", **DESK)
        assert done["type"] == "result", done
    return str(issued["label"])


async def _afterwards(server: ServerProcess) -> tuple[str, str]:
    """What a repeat of the first command is answered, and who is called next."""
    async with Bare.joined(server.ws, "counter", scope="q1") as clerk:
        again = await clerk.ask("issue_ticket", "c1", ticket="a", service="thue", insist=True)
        called = await clerk.ask("call_next", **DESK)
    return str(again["label"]), str(called["ticket"])


def test_a_house_on_postgresql_serves_is_killed_and_goes_on(
    tmp_path: Path, postgres: Postgres
) -> None:
    """Nothing answered is lost, nobody is forgotten, the log is clean, and no file holds any."""
    url, data = postgres.new_database(), tmp_path / "data"
    with ServerProcess(data, f"--database={url}") as server:
        label = asyncio.run(_morning(server))
        server.kill()
        server.start()
        assert asyncio.run(_afterwards(server)) == (label, "b")
    said = denluot("verify", str(data), "--database", url)
    assert said.returncode == 0, said.stderr
    engine = open_engine(url)
    assert verify(engine).tickets == 2
    engine.dispose()
    assert not (data / FILE_NAME).exists()


def test_a_server_that_loses_its_database_stops_and_finds_everything_again(
    tmp_path: Path, postgres: Postgres
) -> None:
    """Crash-only: what was not committed was not answered either."""
    url = postgres.new_database()
    server = ServerProcess(tmp_path / "data", f"--database={url}")
    server.start()
    label = asyncio.run(_morning(server))
    with postgres.connected() as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [make_url(url).database],
        )
    asyncio.run(_one_that_is_never_answered(server))
    assert server.exit_code() == 70
    server.start()
    assert asyncio.run(_afterwards(server)) == (label, "b")
    assert server.stop() == 0


async def _one_that_is_never_answered(server: ServerProcess) -> None:
    async with Bare.joined(server.ws, "counter", scope="q1") as clerk:
        await clerk.send("issue_ticket", ticket="lost", service="thue", insist=True)
        await clerk.closed()
        assert clerk.heard("result") == []
