"""The example session of ``docs/protocol.md``: read from the page, held with a real server."""

import json
import re
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.support.bare_client import Bare, Message
from tests.support.running_office import running_office


@dataclass(frozen=True)
class Line:
    """One line of the session: who, whether he speaks, and what."""

    who: str
    speaks: bool
    text: str

    def __str__(self) -> str:
        return f"{self.who} {'>' if self.speaks else '<'} {self.text}"


def session_of(page: str) -> list[Line]:
    """The session as the page has it."""
    block = re.search(r"```session\n(.*?)```", page, re.DOTALL)
    assert block, "the page has no session"
    lines = [line.split(" ", 2) for line in block[1].strip().splitlines()]
    return [Line(who, sign == ">", text) for who, sign, text in lines]


async def held(script: list[Line], folder: Path) -> list[Line]:
    """The same said to a real server, with what it really answers."""
    lines: list[Line] = []
    async with running_office(folder) as server, AsyncExitStack() as stack:
        clients: dict[str, Bare] = {}
        for line in script:
            if line.who not in clients:
                clients[line.who] = await stack.enter_async_context(Bare.connected(server.ws))
            client = clients[line.who]
            if line.speaks:
                await client.say(line.text)
                lines.append(line)
            else:
                lines.append(Line(line.who, False, await _like(client, json.loads(line.text))))
    return lines


async def _like(client: Bare, wanted: Message) -> str:
    """The next message of that type; of views the one of that version."""

    def matches(message: Message) -> bool:
        if message["type"] != wanted["type"]:
            return False
        is_view = message["type"] == "view"
        return not is_view or bool(message["view"]["version"] >= wanted["view"]["version"])

    return shortened(await client.until(matches))


def shortened(message: Message) -> str:
    """As the page prints it: the lists and tables of an office left out."""
    if "office" in message:
        message["office"] = {
            name: type(value)() if isinstance(value, list | dict) else value
            for name, value in message["office"].items()
        }
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
