"""The story of a ticket as staff ask for it: over the wire, and in a terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

from server.protocol import codec
from server.protocol.messages import Story
from tests.support.bare_client import Bare, Message
from tests.support.days import DAY, day_of_every_kind
from tests.support.running_office import running_office
from tests.support.stored import written

DESK = {"counter": "6", "clerk": "an"}


def query(label: str) -> Message:
    """The question on the wire."""
    return {"type": "query", "id": "q1", "query": {"kind": "ticket_story", "label": label}}


async def answer(bare: Bare, label: str) -> Message:
    await bare.say(query(label))
    return await bare.until(lambda message: message.get("id") == "q1")


async def test_a_counter_and_the_wall_are_told_the_story_and_nobody_else(tmp_path: Path) -> None:
    """A kiosk and a display have no business with it; an unknown label is said to be unknown."""
    async with running_office(tmp_path) as server:
        async with Bare.joined(server.ws, "counter", scope="6") as bare:
            await bare.ask("issue_ticket", ticket="t1", service="copy")
            await bare.ask("issue_ticket", ticket="t2", service="copy")
            await bare.ask("open_counter", **DESK)
            await bare.ask("call_next", **DESK)
            await answer(bare, "6 002")
            story = codec.decode_server(bare.texts[-1])
            assert isinstance(story, Story)
            assert (story.ticket, [step.kind for step in story.steps]) == ("t2", ["ticket_issued"])
            assert [(each.label, each.stood_after) for each in story.before] == [("6 001", False)]
            assert (await answer(bare, "6 999"))["code"] == "unknown_ticket"
        for role, type_ in (("wall", "story"), ("kiosk", "error"), ("display", "error")):
            async with Bare.joined(server.ws, role) as bare:
                heard = await answer(bare, "6 001")
                assert heard["type"] == type_
                assert heard.get("code") == (None if type_ == "story" else "forbidden")


def why(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", "why", *words, "--data", str(data)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", timeout=30, check=False)


@pytest.mark.slow
def test_the_command_tells_the_story_in_vietnamese(tmp_path: Path) -> None:
    """From the log alone, whether a server runs or not; another label or day is refused."""
    written(tmp_path, day_of_every_kind()).dispose()
    told = why(tmp_path, "6 001", "--day", DAY)
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[0] == "Số 6 001, ngày 23/11/2026"
    assert "Quầy 6 giữ chỗ: papers." in told.stdout
    assert "(đứng sau), quầy 6: diện ưu tiên P3, tính như đến sớm hơn 10 phút." in told.stdout
    assert why(tmp_path, "a").stdout == told.stdout
    assert why(tmp_path, "6 001", "--day", "2026-11-24").returncode == 2
    assert why(tmp_path / "elsewhere", "6 001").returncode == 2
