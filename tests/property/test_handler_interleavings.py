"""Everybody presses at once, again and late: each command is answered once and the same."""

import asyncio
import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from server.office.handler import CommandHandler
from server.protocol.commands import (
    AnyCommand,
    CallNext,
    CallTicket,
    CompleteTicket,
    IssueTicket,
    MarkNoShow,
    OpenCounter,
    StartService,
    UndoLast,
)
from server.store.event_store import EventStore, open_engine, sqlite_url
from server.store.verify import verify
from tests.support.builders import ALWAYS_OPEN, at, some_rules
from tests.support.running_office import HandClock

DESKS = (("6", "an"), ("8", "binh"))
RULES = some_rules(sessions=ALWAYS_OPEN)


def pressed(chance: Random, number: int) -> AnyCommand:
    """Somebody's command about one of few tickets, so that people get in each other's way."""
    counter, clerk = chance.choice(DESKS)
    ticket = f"t{chance.randrange(4)}"
    presses: list[AnyCommand] = [
        IssueTicket(ticket=ticket, service="copy"),
        IssueTicket(ticket=f"n{number}", service="copy"),
        CallNext(counter=counter, clerk=clerk),
        CallTicket(counter=counter, clerk=clerk, ticket=ticket, reason="helping_out"),
        StartService(counter=counter, clerk=clerk, ticket=ticket),
        CompleteTicket(counter=counter, clerk=clerk, ticket=ticket, outcome="accepted"),
        MarkNoShow(counter=counter, clerk=clerk, ticket=ticket),
        UndoLast(counter=counter, clerk=clerk),
    ]
    return chance.choice(presses)


class Office:
    """A handler on a real file. ``answers`` are all texts given for each command id."""

    def __init__(self, directory: Path) -> None:
        self.store = EventStore(open_engine(sqlite_url(directory)))
        self.failures: list[BaseException] = []
        self.handler = CommandHandler(
            self.store, HandClock(at(30)), RULES, lambda _: None, self.failures.append
        )
        self.answers: dict[str, list[str]] = {}

    async def ask(self, name: str, command: AnyCommand, chance: Random) -> None:
        """Ask after some turns of the loop: nobody knows who comes first."""
        for _ in range(chance.randrange(4)):
            await asyncio.sleep(0)
        self.answers.setdefault(name, []).append(await self.handler.handle(name, command, "bare"))


async def rush(directory: Path, seed: int, count: int) -> dict[str, list[str]]:
    """So many commands at once, each of them up to three times; then all again after a restart."""
    chance = Random(seed)
    commands: dict[str, AnyCommand] = {
        f"open{counter}": OpenCounter(counter=counter, clerk=clerk) for counter, clerk in DESKS
    }
    office = Office(directory)
    await office.handler.start()
    for name, command in commands.items():
        await office.ask(name, command, chance)
    commands = {f"c{number}": pressed(chance, number) for number in range(count)}
    asked = [name for name in commands for _ in range(chance.randint(1, 3))]
    chance.shuffle(asked)
    await asyncio.gather(*(office.ask(name, commands[name], chance) for name in asked))
    for name, command in commands.items():
        await office.ask(name, command, chance)
    await office.handler.stop()
    office.store.close()
    assert not office.failures
    again = Office(directory)
    await again.handler.start()
    for name, texts in office.answers.items():
        if name in commands and json.loads(texts[0])["type"] == "result":
            await again.ask(name, commands[name], chance)
            texts += again.answers[name]
    await again.handler.stop()
    again.store.close()
    return office.answers


@given(seed=st.integers(0, 10_000), count=st.integers(5, 40))
@settings(max_examples=12, deadline=None)
def test_each_command_is_answered_once_and_the_same(seed: int, count: int) -> None:
    """Two clerks on one ticket, repeats, late ones, a restart: one truth, and a clean log."""
    with TemporaryDirectory() as folder:
        answers = asyncio.run(rush(Path(folder), seed, count))
        for name, texts in answers.items():
            assert len(set(texts)) == 1, (name, set(texts))
        store = EventStore(open_engine(sqlite_url(Path(folder))))
        day = datetime.astimezone(at(30), UTC).date().isoformat()
        by_command = Counter(each.command_id for each in store.load(day))
        store.close()
        done = {name for name, texts in answers.items() if json.loads(texts[0])["type"] == "result"}
        assert {name for name in by_command if not name.startswith("system:")} == done
        engine = open_engine(sqlite_url(Path(folder)))
        verdict = verify(engine)
        engine.dispose()
        assert verdict.is_clean, verdict.problems
