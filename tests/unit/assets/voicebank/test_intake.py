"""Taking recordings in: what is found wrong, what is written, what stays as it was.

The recordings are the shipped clips in half a second of a quiet room, spoilt in one way each.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import pytest
import soundfile
from typer.testing import CliRunner

from assets import OFFICES, VOICE
from assets.voicebank.clips import ClipBank, Voices
from assets.voicebank.intake import examined, said, units_there, write_bank
from assets.voicebank.recording import WARNINGS, Code, ready
from assets.voicebank.samples import RATE_HZ, Samples, decibel, loudness_lufs, read, resampled
from assets.voicebank.script import Prompt, script
from assets.voicebank.units import VI
from server.cli.main import app

SHIPPED: Final = VOICE / "vi-provisional"
PROMPTS: Final = script(VI, ["H", "6"], ["desk_1", "desk_9"])
ESSENTIAL: Final = tuple(each.unit for each in PROMPTS if each.is_essential)
ROOM: Final = np.random.default_rng(6)


def noise(length_s: float, level_db: float = -65.0) -> Samples:
    """A room in which nobody speaks."""
    made = ROOM.normal(0.0, 10 ** (level_db / 20), round(length_s * RATE_HZ))
    return made.astype(np.float32)


def spoken(unit: str, gain: float = 1.0, before_s: float = 0.5, after_s: float = 0.5) -> Samples:
    """The unit as a person would record it."""
    speech = resampled(*read(SHIPPED / f"{unit}.opus")) * np.float32(gain)
    silence = (noise(before_s), noise(len(speech) / RATE_HZ), noise(after_s))
    speech = speech + silence[1][: len(speech)]
    return np.concatenate([silence[0], speech, silence[2]])


def record(folder: Path, *units: str, suffix: str = ".wav") -> Path:
    """A folder with good recordings of these units."""
    folder.mkdir(exist_ok=True)
    for unit in units:
        soundfile.write(folder / f"{unit}{suffix}", spoken(unit), RATE_HZ)
    return folder


def codes(folder: Path, prompts: tuple[Prompt, ...] = ()) -> dict[str, set[Code]]:
    """What is found, by file."""
    found: dict[str, set[Code]] = {}
    for finding in examined(folder, VI, prompts).findings:
        found.setdefault(finding.file, set()).add(finding.code)
    return found


def test_good_recordings_are_taken_as_they_are(tmp_path: Path) -> None:
    """Nothing is found wrong with a whole set of natural recordings."""
    folder = record(tmp_path / "in", *ESSENTIAL)
    intake = examined(folder, VI, PROMPTS)
    assert intake.findings == ()
    assert set(intake.usable) == set(ESSENTIAL)


@pytest.mark.parametrize("suffix", [".wav", ".flac", ".ogg", ".mp3"])
@pytest.mark.parametrize("rate_hz", [16_000, 44_100])
def test_any_usual_kind_of_file_and_rate_is_read(tmp_path: Path, suffix: str, rate_hz: int) -> None:
    """Also what a telephone saves."""
    sound = spoken("ph_moi")
    fitted = np.interp(np.arange(0, len(sound), RATE_HZ / rate_hz), np.arange(len(sound)), sound)
    soundfile.write(tmp_path / f"ph_moi{suffix}", fitted.astype(np.float32), rate_hz)
    assert codes(tmp_path) == {}


def half_as_fast(sound: Samples) -> Samples:
    return np.repeat(sound, 4)


SPOILT: Final[dict[Code, Callable[[Samples], Samples]]] = {
    Code.SILENT: lambda sound: sound * np.float32(0.001),
    Code.CLIPPED: lambda sound: np.clip(sound * 30, -1, 1),
    Code.TOO_SHORT: lambda sound: np.concatenate([noise(0.5), sound[30_000:38_000], noise(0.5)]),
    Code.TOO_LONG: half_as_fast,
    Code.TOO_QUIET: lambda sound: sound * np.float32(0.06),
    Code.NOISY: lambda sound: sound + noise(len(sound) / RATE_HZ, -32)[: len(sound)],
    Code.CUT_OFF: lambda sound: sound[31_000:],
    Code.LONG_REST: lambda sound: np.concatenate([noise(4.0), sound]),
}


@pytest.mark.parametrize("code", SPOILT)
def test_a_spoilt_recording_is_found_out(tmp_path: Path, code: Code) -> None:
    """Each way to spoil one, by its own code; errors keep it out, warnings do not."""
    soundfile.write(tmp_path / "ph_moi.wav", SPOILT[code](spoken("ph_moi")), RATE_HZ)
    intake = examined(tmp_path, VI, ())
    assert code in {each.code for each in intake.findings}, intake.findings
    is_error = code not in WARNINGS
    assert any(each.is_error for each in intake.findings) == is_error
    assert ("ph_moi" in intake.usable) != is_error


def test_mistakes_of_the_folder_are_found_out(tmp_path: Path) -> None:
    """A wrong name, one unit twice, one sound under two names, no sound, one far louder."""
    record(tmp_path, "digit_0", "digit_1", "digit_2", "digit_3", "desk_1")
    (tmp_path / "notes.txt").write_text("no sound")
    (tmp_path / "digit_9.wav").write_bytes(b"no sound")
    (tmp_path / "digit_8.wav").write_bytes((tmp_path / "digit_1.wav").read_bytes())
    soundfile.write(tmp_path / "digit_0.flac", spoken("digit_0"), RATE_HZ)
    soundfile.write(tmp_path / "desk_one.wav", spoken("desk_1"), RATE_HZ)
    soundfile.write(tmp_path / "desk_2.wav", spoken("desk_2", gain=0.25), RATE_HZ)
    assert codes(tmp_path) == {
        "digit_0.wav": {Code.TWICE},
        "digit_8.wav": {Code.SAME_SOUND},
        "digit_9.wav": {Code.UNREADABLE},
        "desk_one.wav": {Code.UNKNOWN},
        "desk_2.wav": {Code.UNEVEN},
    }


def test_a_recording_at_the_rate_of_a_telephone_line_is_refused(tmp_path: Path) -> None:
    """8 kHz has no sibilants: sáu and bảy would sound alike in a hall."""
    soundfile.write(tmp_path / "ph_moi.wav", spoken("ph_moi")[::6], 8_000)
    assert codes(tmp_path) == {"ph_moi.wav": {Code.LOW_RATE}}


def test_what_must_be_there_is_missed_unless_its_parts_are_there(tmp_path: Path) -> None:
    """Earlier imports count; a desk may be put together from its words."""
    record(tmp_path, *(unit for unit in ESSENTIAL if unit not in ("desk_9", "digit_3")))
    assert codes(tmp_path, PROMPTS) == {"desk_9": {Code.MISSING}, "digit_3": {Code.MISSING}}
    intake = examined(tmp_path, VI, PROMPTS, there=["desk_9", "digit_3"])
    assert intake.findings == ()
    record(tmp_path, "ph_den_quay", "digit_3")
    assert codes(tmp_path, PROMPTS) == {}


def test_every_code_has_words_in_both_languages(tmp_path: Path) -> None:
    """Whoever reads the report knows what to do."""
    record(tmp_path, "digit_0")
    lines = [said(each) for each in examined(tmp_path, VI, PROMPTS).findings]
    assert all(" / " in line and line.startswith("! ") for line in lines)
    assert "! desk_9: missing: thiếu bản thu bắt buộc" in "\n".join(lines)


def test_a_bank_holds_speech_only_at_one_level(tmp_path: Path) -> None:
    """Silence and noise around it are gone, loud and quiet ones are alike, nothing clips."""
    for gain in (0.2, 1.0):
        made = ready(spoken("desk_9", gain), RATE_HZ)
        clip = ClipBank(SHIPPED).clip("desk_9")
        assert len(made) == pytest.approx(len(clip), abs=0.06 * RATE_HZ)
        assert loudness_lufs(made) == pytest.approx(loudness_lufs(clip), abs=1.0)
        assert decibel(float(np.abs(made).max())) <= -1.4


def test_a_written_bank_speaks_before_the_shipped_one(tmp_path: Path) -> None:
    """With a manifest; what was there before and is not recorded anew stays."""
    bank = tmp_path / "voice" / "vi"
    first = record(tmp_path / "first", "digit_1", "digit_2")
    write_bank(bank, VI, examined(first, VI, ()).usable)
    kept = (bank / "digit_1.flac").read_bytes()
    second = record(tmp_path / "second", "digit_2", "desk_9")
    write_bank(bank, VI, examined(second, VI, ()).usable)
    assert units_there(bank) == {"digit_1", "digit_2", "desk_9"}
    assert (bank / "digit_1.flac").read_bytes() == kept
    manifest = json.loads((bank / "manifest.json").read_text("utf-8"))
    assert [each["id"] for each in manifest["units"]] == ["desk_9", "digit_1", "digit_2"]
    own = ClipBank(bank)
    voices = Voices({VI: [own, ClipBank(SHIPPED)]})
    assert voices.unit(VI, "desk_9")[0] is own.clip("desk_9")
    assert len(voices.unit(VI, "num_012")) == 1  # the own digits lack 0: the shipped phrase speaks
    assert [each.name for each in bank.parent.iterdir()] == ["vi"]


RUN: Final = CliRunner()
WARD: Final = OFFICES / "ward-hoa-binh.toml"


def test_nothing_is_written_while_something_essential_is_wrong(tmp_path: Path) -> None:
    """But for --partial, which takes what is usable."""
    folder = record(tmp_path / "in", "digit_1")
    words = ["voice", "import", str(folder), "--into", str(tmp_path / "out"), "--office", str(WARD)]
    refused = RUN.invoke(app, words)
    assert refused.exit_code == 1
    assert "desk_9: missing" in refused.output
    assert not (tmp_path / "out").exists()
    taken = RUN.invoke(app, [*words, "--partial"])
    assert taken.exit_code == 0, taken.output
    assert units_there(tmp_path / "out" / "vi") == {"digit_1"}


def test_a_whole_office_is_taken_in_and_later_completed(tmp_path: Path) -> None:
    """The ward's essential lines, then one line more."""
    prompts = RUN.invoke(app, ["voice", "script", "--office", str(WARD)])
    assert prompts.exit_code == 0
    starred = [line.split()[2] for line in prompts.output.splitlines() if " * " in line[:7]]
    folder = record(tmp_path / "in", *(each.removesuffix(".wav") for each in starred))
    words = ["--into", str(tmp_path / "out"), "--office", str(WARD)]
    taken = RUN.invoke(app, ["voice", "import", str(folder), *words])
    assert taken.exit_code == 0, taken.output
    more = record(tmp_path / "more", "ph_xinloi")
    taken = RUN.invoke(app, ["voice", "import", str(more), *words])
    assert taken.exit_code == 0, taken.output
    assert "ph_xinloi" in units_there(tmp_path / "out" / "vi")


def test_wrong_use_is_told_apart_from_wrong_recordings(tmp_path: Path) -> None:
    """No folder, an empty folder, an office that cannot be used."""
    into = ["--into", str(tmp_path / "out")]
    assert RUN.invoke(app, ["voice", "import", str(tmp_path / "no"), *into]).exit_code == 2
    empty = ["voice", "import", str(record(tmp_path / "in")), *into, "--partial"]
    assert RUN.invoke(app, empty).exit_code == 2
    (tmp_path / "office.toml").write_text("format = 1\n")
    refused = RUN.invoke(app, ["voice", "script", "--office", str(tmp_path / "office.toml")])
    assert refused.exit_code == 1
