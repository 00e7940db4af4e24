"""The promise to every citizen: a number that was given is kept, whatever happens to the power."""

import asyncio
import contextlib
import json
import random
import sqlite3
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from server.store.event_store import FILE_NAME
from tests.support.bare_client import hello
from tests.support.running_office import verdict_on
from tests.support.server_process import ServerProcess, denluot

pytestmark = pytest.mark.slow

ROUNDS = 20
CLIENTS = 8
SERVICES = ("chung_thuc", "khai_sinh", "cong_an", "thue")


@dataclass
class Office:
    """What the citizens know: labels they were told, by ticket."""

    ws: str
    told: dict[str, str] = field(default_factory=dict)
    newest: int = 0
    repeats: int = 0
    closing: bool = False


async def citizens(office: Office, kiosk: int) -> None:
    """One kiosk: takes number after number, each with one id, asking until it is answered."""
    number = 0
    asked: dict[str, str] = {}
    while not office.closing or asked:
        with contextlib.suppress(OSError, ConnectionClosed, InvalidHandshake, TimeoutError):
            async with connect(office.ws, compression=None, open_timeout=2) as connection:
                await connection.send(json.dumps(hello("kiosk", device=f"K{kiosk}")))
                await connection.recv()
                while not office.closing or asked:
                    if not asked:
                        number += 1
                        ticket = f"k{kiosk}-{number}"
                        asked = {"kind": "issue_ticket", "ticket": ticket}
                        asked["service"] = SERVICES[number % len(SERVICES)]
                    else:
                        office.repeats += 1
                    await _taken(office, connection, asked)
                    asked = {}
        await asyncio.sleep(0.02)


async def _taken(office: Office, connection: ClientConnection, asked: dict[str, str]) -> None:
    """Ask and wait for the answer; the id is the ticket's own."""
    message = {"type": "command", "id": f"id-{asked['ticket']}", "command": asked}
    await connection.send(json.dumps(message))
    while True:
        answer = json.loads(await connection.recv())
        if answer.get("id") == message["id"]:
            assert answer["type"] == "result", answer
            office.told[asked["ticket"]] = answer["label"]
            office.newest = max(office.newest, answer["version"])
            return


@pytest.mark.timeout(600)
async def test_after_twenty_power_cuts_every_number_that_was_given_is_there_and_none_twice(
    tmp_path: Path,
) -> None:
    """Killed with signal 9 in full swing; eight kiosks ask again until they are answered."""
    data = tmp_path / "data"
    with ServerProcess(data, "--log-level=warning") as server:
        office = Office(server.ws)
        await _in_full_swing(server, office)
    with contextlib.closing(sqlite3.connect(data / FILE_NAME)) as log:
        kept = dict(log.execute("SELECT ticket, label FROM ticket").fetchall())
    assert {ticket: kept.get(ticket) for ticket in office.told} == office.told
    assert len(set(kept.values())) == len(kept), "a label was given twice"
    assert set(kept) == set(office.told), "every kiosk asked until it was answered"
    verdict = verdict_on(data)
    assert verdict.problems == []
    checked = await asyncio.to_thread(denluot, "verify", str(data))
    assert checked.returncode == 0
    sys.stdout.write(
        f"\n{ROUNDS} kills, {len(office.told)} numbers given and all kept, "
        f"{office.repeats} asked again; {checked.stdout}"
    )


async def _in_full_swing(server: ServerProcess, office: Office) -> None:
    """Twenty times: eight kiosks at work, then the power goes."""
    chance = random.Random(9)
    async with asyncio.TaskGroup() as kiosks:
        for kiosk in range(CLIENTS):
            kiosks.create_task(citizens(office, kiosk))
        for _ in range(ROUNDS):
            before, wanted = len(office.told), chance.randint(1, 120)
            async with asyncio.timeout(90):
                while len(office.told) < before + wanted:
                    await asyncio.sleep(0.002)
            # The kiosks run in this very loop: they must not learn anything between the kill
            # and the look at what they know.
            server.kill()
            newest = office.newest
            await asyncio.to_thread(server.start)
            health = await asyncio.to_thread(server.health)
            assert health["version"] >= newest
        office.closing = True
