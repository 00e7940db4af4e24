"""Announcements through a real sound server: what is heard, and what happens when it is not.

A private PulseAudio with a null sink stands for the amplifier; its monitor is recorded, and every
clip must be found in the recording, in order, more like itself than any other clip of the bank.
"""

import logging
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from assets import SOUNDS, VOICE
from assets.voicebank.clips import (
    PHRASE_GAP_S,
    SENTENCE_GAP_S,
    WORD_GAP_S,
    ClipBank,
    read_sound,
)
from assets.voicebank.loudspeaker import Fault, play, probe
from assets.voicebank.samples import RATE_HZ, Samples
from assets.voicebank.units import EN, VI, Sentence
from display.voice.hall_voice import voices
from display.voice.sound import Speaker
from display.voice.speech import Utterance, utter
from tests.support.sound_server import Recorder, SoundServer, place_of
from tests.support.waiting import until

pytestmark = pytest.mark.alone

FOLDER: Final = VOICE / "vi-provisional"
BANK: Final = ClipBank(FOLDER)
VOICES: Final = voices(None)
CHIME: Final = read_sound(SOUNDS / "chime.wav")
TICK: Final = np.zeros(480, dtype=np.float32)


def one(*units: str) -> Utterance:
    """These units and no words."""
    return Utterance((Sentence(VI, (units,)),), "", "")


SHORT: Final = one("digit_1")


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


def say(
    speaker: Speaker, utterance: Utterance, timeout_s: float = 20.0, gain: float = 1.0
) -> float:
    """Speak, wait for the end; how many seconds it took."""
    ended = threading.Event()
    began_at = time.monotonic()
    assert speaker.say(utterance, ended.set, gain)
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
    speaker = Speaker(VOICES, CHIME, play)
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


def heard(recording: Samples, clips: list[tuple[str, Samples]]) -> list[tuple[str, float, float]]:
    """Each clip found after the one before: its name, where it begins and ends in seconds."""
    found, heard_until = [], 0
    for name, clip in clips:
        soon = recording[heard_until : heard_until + len(clip) + 4 * RATE_HZ]
        place, score = place_of(clip, soon)
        assert score > 0.98, f"{name}: {score:.3f}"
        place += heard_until
        heard_until = place + len(clip)
        found.append((name, place / RATE_HZ, heard_until / RATE_HZ))
    return found


def clips_of(utterance: Utterance) -> list[tuple[str, Samples]]:
    """Chime and every recording of an utterance, in order."""
    clips = [("chime", CHIME)]
    for sentence in utterance.sentences:
        for unit in sentence.units:
            parts = VOICES.unit(sentence.language, unit)
            clips += [(f"{sentence.language}/{unit}", part) for part in parts]
    return clips


def test_a_call_in_two_languages_is_heard_with_its_pauses(recorder: Recorder) -> None:
    """Chime, Vietnamese, English: 60 ms between words, 220 between phrases, 600 between the two."""
    utterance = utter("TP 012", "desk_9", 0, EN)
    speaker = Speaker(VOICES, CHIME, play)
    say(speaker, utterance, 30)
    clips = clips_of(utterance)
    until(lambda: place_of(clips[-1][1], recorder.sound)[1] > 0.9)
    speaker.close()
    found = heard(recorder.sound, clips)
    pauses = {
        f"{before} {after}": round((begins - ends) * 1000)
        for (before, _, ends), (after, begins, _) in pairwise(found)
    }
    word, phrase, language = (
        pytest.approx(gap_s * 1000, abs=3) for gap_s in (WORD_GAP_S, PHRASE_GAP_S, SENTENCE_GAP_S)
    )
    assert pauses == {
        "chime vi/call_T": phrase,
        "vi/call_T vi/letter_P": word,
        "vi/letter_P vi/num_012": word,
        "vi/num_012 vi/desk_9": phrase,
        "vi/desk_9 en/call_T": language,
        "en/call_T en/call_T": word,
        "en/call_T en/letter_P": word,
        "en/letter_P en/num_012": word,
        "en/num_012 en/num_012": word,
        "en/num_012 en/desk_9": phrase,
    }


def test_the_volume_of_the_hour_is_the_volume_in_the_hall(recorder: Recorder) -> None:
    """A gain of a half is six decibels less in the recording; a gain of 0 is not heard at all."""
    speaker = Speaker(VOICES, TICK, play)
    loudest = []
    for gain in (1.0, 0.5, 0.0):
        begins = len(recorder.sound)
        say(speaker, one("desk_1"), gain=gain)
        if gain:
            clip = BANK.clip("desk_1")
            until(lambda: place_of(clip, recorder.sound[begins:])[1] > 0.95)  # noqa: B023 -- used at once
        loudest.append(float(np.abs(recorder.sound[begins:]).max()))
    speaker.close()
    assert loudest[1] / loudest[0] == pytest.approx(0.5, abs=0.02)
    assert loudest[2] < 0.001


def test_a_loudspeaker_pulled_out_is_told_and_heard_again_when_it_is_back(
    recorder: Recorder, server: SoundServer
) -> None:
    """In the middle of a sentence: that one is lost, nothing hangs, and nobody has to help."""
    speaker = Speaker(VOICES, CHIME, play, probe, patience_s=0.5, probe_s=0.1)
    ended = threading.Event()
    assert speaker.say(one("desk_1"), ended.set)
    until(lambda: place_of(CHIME[:9600], recorder.sound)[1] > 0.9)
    server.pull_out()
    assert ended.wait(20)
    until(lambda: fault_of(speaker) is Fault.NO_DEVICE)
    assert say(speaker, SHORT, timeout_s=6) < 4
    server.plug_in()
    until(lambda: fault_of(speaker) is Fault.NONE)
    again = Recorder()
    say(speaker, one("desk_2"))
    until(lambda: place_of(BANK.clip("desk_2"), again.sound)[1] > 0.9)
    again.stop()
    speaker.close()


def test_a_loudspeaker_pulled_out_while_nobody_speaks_is_noticed(
    server: SoundServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Before the next person is called; the log says it once, whatever number of looks."""
    server.start()
    looks: list[int] = []

    def look() -> None:
        looks.append(1)
        probe()

    speaker = Speaker(VOICES, TICK, play, look, probe_s=0.02)
    until(lambda: len(looks) > 2)
    assert fault_of(speaker) is Fault.NONE
    files = open_files()
    server.pull_out()
    until(lambda: fault_of(speaker) is Fault.NO_DEVICE)
    seen = len(looks)
    until(lambda: len(looks) > seen + 50)
    assert abs(open_files() - files) < 20, "each look leaves something open"
    server.plug_in()
    until(lambda: fault_of(speaker) is Fault.NONE)
    speaker.close()
    assert len([each for each in caplog.records if each.levelno >= logging.WARNING]) == 1


def test_without_a_sound_server_the_show_goes_on(
    server: SoundServer, caplog: pytest.LogCaptureFixture
) -> None:
    """Each announcement takes its natural time, the fault is told once, and later it works."""
    speaker = Speaker(VOICES, TICK, play)
    natural_s = say(Speaker(VOICES, TICK, None), SHORT)
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
    speaker = Speaker(VOICES, TICK, play)
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
    speaker = Speaker(VOICES, CHIME, play, patience_s=0.5)
    ended = threading.Event()
    assert speaker.say(one("desk_1"), ended.set)
    until(lambda: place_of(CHIME[:9600], recorder.sound)[1] > 0.9)
    server.kill()
    assert ended.wait(20)
    assert fault_of(speaker) is Fault.STUCK
    server.start()
    again = Recorder()
    say(speaker, one("desk_2"))
    until(lambda: place_of(BANK.clip("desk_2"), again.sound)[1] > 0.9)
    assert fault_of(speaker) is Fault.NONE
    again.stop()
    speaker.close()


def test_a_hanging_sound_server_holds_up_nobody(server: SoundServer) -> None:
    """Given up after its time; announcements go on silently; heard again when it recovers."""
    server.start()
    # A null sink with no other client takes up to two seconds to begin.
    speaker = Speaker(VOICES, TICK, play, patience_s=2.5)
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


def test_a_missing_clip_is_a_fault_and_told(caplog: pytest.LogCaptureFixture) -> None:
    """What is left out: tests/unit/…/test_clips.py; here: the screen and the log learn of it."""
    speaker = Speaker(VOICES, TICK, None)
    say(speaker, one("ph_moi", "no_such_clip"))
    assert speaker.fault is Fault.NO_CLIP
    assert "no_clip" in caplog.text
    speaker.close()


def test_closing_falls_silent_at_once(server: SoundServer) -> None:
    """A display that is switched off does not finish its sentence, nor call anybody back."""
    server.start()
    speaker = Speaker(VOICES, CHIME, play)
    ended = threading.Event()
    assert speaker.say(utter("6 001", "desk_1"), ended.set)
    began_at = time.monotonic()
    speaker.close()
    assert time.monotonic() - began_at < 2
    assert not ended.is_set()


def test_more_than_the_speaker_can_hold_is_refused_not_forgotten_in_silence() -> None:
    """``say`` answers False, so that the caller can go on."""
    speaker = Speaker(VOICES, np.zeros(RATE_HZ * 5, dtype=np.float32), None)
    answers = [speaker.say(SHORT, lambda: None) for _ in range(12)]
    assert answers[0]
    assert not answers[-1]
    speaker.close()
