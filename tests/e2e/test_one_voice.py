"""Two displays in one hall, one loudspeaker between them: one voice, whoever has it.

Real programs and a real sound server whose output is recorded.
"""

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from assets import SOUNDS, VOICE
from assets.voicebank.clips import ClipBank, read_sound
from assets.voicebank.samples import Samples
from tests.bare_client import Bare
from tests.programs import Driven, program, served
from tests.sound_server import Recorder, SoundServer, place_of, until

BANK: Final = ClipBank(VOICE / "vi-provisional")
CHIME: Final = read_sound(SOUNDS / "chime.wav")
PATIENCE_S: Final = 60.0
WELCOME: Final = "Xin chào ông/bà"
CLERK: Final = "cb07"


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A sound server that only our programs find, and a recording of it."""
    home = tmp_path / "sound"
    home.mkdir()
    server = SoundServer(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{server.socket}")
    server.start()
    recorder = Recorder()
    yield recorder
    recorder.stop()
    server.kill()


def display(tmp_path: Path, ws: str, name: str) -> tuple[str, ...]:
    """A lobby display's command line."""
    words = ("display", "--screen", "lobby", "--server", ws, "--device", name)
    return (*words, "--state", str(tmp_path / name), "--pilot", "--size=1280x720")


def times_heard(unit: str, recording: Samples) -> int:
    """How often a clip is in the recording."""
    clip, rest, found = BANK.clip(unit), recording.copy(), 0
    while True:
        place, likeness = place_of(clip, rest)
        if likeness < 0.95:
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


async def test_of_two_displays_one_speaks_and_the_other_takes_over_when_it_is_killed(
    tmp_path: Path, sound: Recorder
) -> None:
    """The call in whose middle it died is heard whole, from the other; nothing is heard twice."""
    with (
        served(tmp_path / "data") as ready,
        program(*display(tmp_path, ready["ws"], "D1")) as first,
    ):
        Driven(first).sees(WELCOME, PATIENCE_S)
        with program(*display(tmp_path, ready["ws"], "D2")) as second:
            other = Driven(second)
            other.sees(WELCOME, PATIENCE_S)
            async with Bare.joined(ready["ws"], "counter", device="C6") as clerk:
                await clerk.ask("open_counter", counter="q6", clerk=CLERK)
                await call(clerk, 1)
                await heard(sound, BANK.clip("desk_6"))
                since = len(sound.sound)
                await call(clerk, 2)
                other.sees("6 002")
                await heard(sound, CHIME, since)
                first.send_signal(signal.SIGKILL)
                await heard(sound, BANK.clip("desk_6"), since)
                await call(clerk, 3)
                await heard(sound, BANK.clip("num_003"), since)
    recording = sound.sound
    assert [times_heard(f"num_00{number}", recording) for number in (1, 2, 3)] == [1, 1, 1]
