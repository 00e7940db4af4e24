"""Announcements through a real sound server: what is heard, and what happens when it is not.

A private PulseAudio with a null sink stands for the amplifier; its monitor is recorded, and every
clip must be found in the recording, in order, more like itself than any other clip of the bank.
"""

import logging
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from assets import SOUNDS, VOICE
from assets.voicebank.clips import RATE_HZ, ClipBank, read_sound
from assets.voicebank.loudspeaker import Fault, play
from display.sound import Speaker
from display.speech import Utterance, utter
from tests.sound_server import Recorder, SoundServer, place_of, until

FOLDER: Final = VOICE / "vi-provisional"
BANK: Final = ClipBank(FOLDER)
CHIME: Final = read_sound(SOUNDS / "chime.wav")
TICK: Final = np.zeros(480, dtype=np.float32)
SHORT: Final = Utterance((("digit_1",),), "", "")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SoundServer]:
    """A sound server, not yet started, the only one this process can find."""
    server = SoundServer(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{server.socket}")
    yield server
    server.kill()


@pytest.fixture
def recorder(server: SoundServer) -> Iterator[Recorder]:
    """A running server and a recording of it."""
    server.start()
    recorder = Recorder()
    yield recorder
    recorder.stop()


def say(speaker: Speaker, utterance: Utterance, timeout_s: float = 20.0) -> float:
    """Speak, wait for the end; how many seconds it took."""
    ended = threading.Event()
    began_at = time.monotonic()
    assert speaker.say(utterance, ended.set)
    assert ended.wait(timeout_s), "the announcement never ended"
    return time.monotonic() - began_at


def open_files() -> int:
    """How many file descriptors this process holds."""
    return len(list(Path("/proc/self/fd").iterdir()))


def fault_of(speaker: Speaker) -> Fault:
    """The fault at this moment (a property that mypy would take for a constant)."""
    return speaker.fault


def rivals(unit: str) -> list[str]:
    """The clips most easily taken for ``unit``."""
    kind, _, which = unit.rpartition("_")
    if kind == "num":
        variants = (
            which[:i] + digit + which[i + 1 :] for i in range(len(which)) for digit in "0123456789"
        )
        return [f"num_{variant}" for variant in variants]
    return [path.stem for path in FOLDER.glob(f"{kind}_*.opus")]


def test_announcements_are_heard_whole_in_order_and_without_overlap(recorder: Recorder) -> None:
    """Chime, opening, prefix, number, desk, then the next chime: each after the one before."""
    utterances = (utter("H 012", "desk_9"), utter("03 045", "desk_21", 1))
    speaker = Speaker(BANK, CHIME, play)
    ended = threading.Event()
    assert speaker.say(utterances[0], lambda: None)
    assert speaker.say(utterances[1], ended.set)
    assert ended.wait(30)
    last = BANK.clip(utterances[-1].units[-1])
    until(lambda: place_of(last, recorder.sound)[1] > 0.9)
    speaker.close()
    assert speaker.fault is Fault.NONE
    heard_until = 0
    recording = recorder.sound
    for unit in (unit for utterance in utterances for unit in ("chime", *utterance.units)):
        clip = CHIME if unit == "chime" else BANK.clip(unit)
        soon = recording[heard_until : heard_until + len(clip) + 4 * RATE_HZ]
        place, score = place_of(clip, soon)
        assert score > 0.98, unit
        place += heard_until
        for rival in set(rivals(unit)) - {unit}:
            other = BANK.clip(rival)
            part = recording[max(0, place - 240) : place + len(other) + 240]
            assert place_of(other, part)[1] < score, f"{rival} fits better than {unit}"
        heard_until = place + len(clip)


def test_without_a_sound_server_the_show_goes_on(
    server: SoundServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Each announcement takes its natural time, the fault is told once, and later it works."""
    speaker = Speaker(BANK, TICK, play)
    natural_s = say(Speaker(BANK, TICK, None), SHORT)
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            assert say(speaker, SHORT) == pytest.approx(natural_s, abs=0.3)
            assert speaker.fault is Fault.NO_DEVICE
    assert len(caplog.records) == 1
    server.start()
    say(speaker, SHORT)
    assert speaker.fault is Fault.NONE
    speaker.close()


def test_a_server_without_a_loudspeaker_is_a_fault_and_costs_nothing(server: SoundServer) -> None:
    """No file descriptor stays open however often it is tried."""
    server.start(sink=False)
    speaker = Speaker(BANK, TICK, play)
    say(speaker, SHORT)
    assert speaker.fault is Fault.NO_DEVICE
    before = open_files()
    for _ in range(3):
        say(speaker, SHORT)
    assert open_files() == before
    speaker.close()


def test_a_server_killed_in_the_middle_and_restarted_is_found_again(
    recorder: Recorder, server: SoundServer
) -> None:
    """The announcement is lost, the next one is heard."""
    speaker = Speaker(BANK, CHIME, play, patience_s=0.5)
    ended = threading.Event()
    assert speaker.say(Utterance((("desk_1",),), "", ""), ended.set)
    until(lambda: place_of(CHIME[:9600], recorder.sound)[1] > 0.9)
    server.kill()
    assert ended.wait(20)
    assert fault_of(speaker) is Fault.STUCK
    server.start()
    again = Recorder()
    say(speaker, Utterance((("desk_2",),), "", ""))
    until(lambda: place_of(BANK.clip("desk_2"), again.sound)[1] > 0.9)
    assert fault_of(speaker) is Fault.NONE
    again.stop()
    speaker.close()


def test_a_hanging_sound_server_holds_up_nobody(server: SoundServer) -> None:
    """Given up after its time; announcements go on silently; heard again when it recovers."""
    server.start()
    # A null sink with no other client takes up to two seconds to begin.
    speaker = Speaker(BANK, TICK, play, patience_s=2.5)
    server.freeze(True)
    for _ in range(2):
        say(speaker, SHORT, timeout_s=5)
        assert speaker.fault is Fault.STUCK
    server.freeze(False)

    def heard() -> bool:
        say(speaker, SHORT)
        return speaker.fault is Fault.NONE

    until(heard)
    speaker.close()


def test_a_missing_clip_is_left_out_and_told(caplog: pytest.LogCaptureFixture) -> None:
    """The rest of the sentence is still worth hearing."""
    speaker = Speaker(BANK, TICK, None)
    say(speaker, Utterance((("ph_moi", "no_such_clip"),), "", ""))
    assert speaker.fault is Fault.NO_CLIP
    assert "no_clip" in caplog.text
    speaker.close()


def test_closing_falls_silent_at_once(server: SoundServer) -> None:
    """A display that is switched off does not finish its sentence, nor call anybody back."""
    server.start()
    speaker = Speaker(BANK, CHIME, play)
    ended = threading.Event()
    assert speaker.say(utter("6 001", "desk_1"), ended.set)
    began_at = time.monotonic()
    speaker.close()
    assert time.monotonic() - began_at < 2
    assert not ended.is_set()


def test_more_than_the_speaker_can_hold_is_refused_not_forgotten_in_silence() -> None:
    """``say`` answers False, so that the caller can go on."""
    speaker = Speaker(BANK, np.zeros(RATE_HZ * 5, dtype=np.float32), None)
    answers = [speaker.say(SHORT, lambda: None) for _ in range(12)]
    assert answers[0]
    assert not answers[-1]
    speaker.close()
