"""The hall of the demo ward: its displays, a desk that calls, and what is heard there."""

import asyncio
from pathlib import Path
from typing import Final

from assets import SOUNDS, VOICE
from assets.voicebank.clips import ClipBank, read_sound
from assets.voicebank.samples import Samples
from tests.support.bare_client import Bare
from tests.support.sound_server import Recorder, place_of
from tests.support.waiting import until

BANK: Final = ClipBank(VOICE / "vi-provisional")
CHIME: Final = read_sound(SOUNDS / "chime.wav")
PATIENCE_S: Final = 60.0
READY: Final = "Dự kiến chờ"
"""Stands on a lobby screen as soon as a server has shown it something."""
CLERK: Final = "cb07"


def display(tmp_path: Path, ws: str, name: str, *more: str) -> tuple[str, ...]:
    """A lobby display's command line."""
    words = ("display", "--screen", "lobby", "--server", ws, "--device", name, *more)
    return (*words, "--state", str(tmp_path / name), "--pilot", "--size=1280x720")


def times_heard(unit: str, recording: Samples, clear: float = 0.95) -> int:
    """How often a clip is in the recording; less ``clear``, under another voice too."""
    clip, rest, found = BANK.clip(unit), recording.copy(), 0
    while True:
        place, likeness = place_of(clip, rest)
        if likeness < clear:
            return found
        found += 1
        rest[place : place + len(clip)] = 0


async def call(clerk: Bare, number: int, language: str = "") -> None:
    """Somebody takes a number and is called to desk 6."""
    asked = {"service": "chung_thuc", "language": language}
    given = await clerk.ask("issue_ticket", ticket=f"t{number}", **asked)
    assert given.get("label") == f"6 {number:03}", given
    here = {"counter": "q6", "clerk": CLERK}
    called = await clerk.ask("call_next", **here)
    assert called["type"] == "result", called
    await clerk.ask("start_service", ticket=f"t{number}", **here)
    await clerk.ask("complete_ticket", ticket=f"t{number}", outcome="tiep_nhan", **here)


async def heard(sound: Recorder, clip: Samples, since: int = 0) -> None:
    """Wait until a clip was sounded after this place of the recording."""
    await asyncio.to_thread(
        until, lambda: place_of(clip, sound.sound[since:])[1] > 0.95, PATIENCE_S
    )
