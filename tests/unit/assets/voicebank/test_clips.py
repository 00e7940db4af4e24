"""How clips become one continuous sound, and whether the shipped ones are fit for it."""

import wave
from pathlib import Path

import numpy as np
import pytest

from assets import SOUNDS, VOICE
from assets.sounds.make_chime import CHIME, pcm
from assets.voicebank.clips import (
    LEAD_S,
    PHRASE_GAP_S,
    SENTENCE_GAP_S,
    TAIL_S,
    WORD_GAP_S,
    ClipBank,
    MissingClip,
    Voices,
    joined,
    read_sound,
)
from assets.voicebank.samples import (
    RATE_HZ,
    Samples,
    faded,
    levelled,
    loudness_lufs,
    resampled,
    trimmed,
    write,
)
from assets.voicebank.units import VI, Sentence
from assets.voicebank.vietnamese import LETTERS

BANK = ClipBank(VOICE / "vi-provisional")


def tone(length_s: float = 0.5, hz: float = 440.0, rate_hz: int = RATE_HZ) -> Samples:
    """A loud sine."""
    time = np.arange(round(length_s * rate_hz)) / rate_hz
    return (0.5 * np.sin(2 * np.pi * hz * time)).astype(np.float32)


def test_words_and_phrases_are_joined_with_their_rests() -> None:
    """250 ms to wake the loudspeaker, 60 ms between words, 220 ms between phrases, 350 ms after."""
    word = np.ones(1000, dtype=np.float32)
    sound = joined([[word, word], [], [word]])
    rests_s = LEAD_S + WORD_GAP_S + PHRASE_GAP_S + TAIL_S
    assert len(sound) == 3 * 1000 + round(rests_s * RATE_HZ)
    starts = np.flatnonzero(np.diff(sound) > 0) + 1
    assert np.diff(starts).tolist() == [
        1000 + round(WORD_GAP_S * RATE_HZ),
        1000 + round(PHRASE_GAP_S * RATE_HZ),
    ]


def test_another_language_comes_after_a_longer_rest() -> None:
    """600 ms between sentences; what has no words at all costs no rest."""
    word = np.ones(1000, dtype=np.float32)
    sound = joined([[word]], [], [[]], [[word]])
    starts = np.flatnonzero(np.diff(sound) > 0) + 1
    assert np.diff(starts).tolist() == [1000 + round(SENTENCE_GAP_S * RATE_HZ)]
    assert len(joined()) == round(LEAD_S * RATE_HZ) + round(TAIL_S * RATE_HZ)


def test_no_join_clicks() -> None:
    """A clip cut in the middle of a wave begins and ends at nothing, over 6 ms."""
    sound = faded(np.ones(RATE_HZ, dtype=np.float32))
    assert sound[0] == 0
    assert sound[-1] == 0
    assert np.abs(np.diff(sound)).max() < 0.01
    assert (sound[288:-288] == 1).all()


def test_silence_around_a_word_is_cut_off() -> None:
    """The rests come from the join, not from the studio."""
    silence = np.full(5000, 0.0005, dtype=np.float32)
    word = tone()
    cut = trimmed(np.concatenate([silence, word, silence]))
    assert abs(len(cut) - len(word)) < 20


def test_loud_and_quiet_clips_come_out_equally_loud() -> None:
    """-20 dBFS RMS whatever the recording had."""
    for gain in (0.02, 1.0):
        rms = np.sqrt(np.mean(levelled(tone() * np.float32(gain)) ** 2))
        assert 20 * np.log10(rms) == pytest.approx(-20, abs=0.01)


def test_a_sharp_peak_is_not_clipped() -> None:
    """A clip that would pass -1.5 dBFS stays quieter."""
    click = np.full(RATE_HZ, 0.01, dtype=np.float32)
    click[100] = 0.9
    assert np.abs(levelled(click)).max() == pytest.approx(10 ** (-1.5 / 20), abs=1e-4)


def test_an_empty_or_silent_clip_does_no_harm() -> None:
    """A bad recording is nothing, not a crash."""
    for sound in (np.zeros(0, dtype=np.float32), np.zeros(500, dtype=np.float32)):
        assert len(faded(levelled(trimmed(sound)))) == 0


@pytest.mark.parametrize("rate_hz", [16_000, 22_050, 24_000, 44_100, 48_000, 96_000])
def test_any_sampling_rate_keeps_length_and_pitch(rate_hz: int) -> None:
    """A tone of 440 Hz stays one."""
    sound = resampled(tone(rate_hz=rate_hz), rate_hz)
    expected = tone()
    assert abs(len(sound) - len(expected)) <= 1
    middle = slice(2000, 20_000)
    assert np.abs(sound[middle] - expected[middle]).max() < 0.02


def test_an_own_recording_takes_the_place_of_the_shipped_clip(tmp_path: Path) -> None:
    """A stereo WAV of any rate in an office's own folder is good enough."""
    stereo = np.repeat(np.round(tone(rate_hz=44_100) * 32767).astype("<i2"), 2)
    with wave.open(str(tmp_path / "desk_9.wav"), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(stereo.tobytes())
    clip = ClipBank(tmp_path).clip("desk_9")
    assert clip.dtype == np.float32
    assert clip.shape == (pytest.approx(RATE_HZ / 2, abs=40),)


def test_a_missing_or_broken_clip_is_named(tmp_path: Path) -> None:
    """The caller learns which unit it was."""
    (tmp_path / "desk_1.opus").write_bytes(b"no sound")
    for unit in ("desk_1", "desk_2"):
        with pytest.raises(MissingClip, match=unit):
            ClipBank(tmp_path).clip(unit)


def recorded(folder: Path, *units: str) -> ClipBank:
    """A bank in which each unit is a tone of its own pitch."""
    folder.mkdir(exist_ok=True)
    for unit in units:
        write(folder / f"{unit}.opus", tone(0.2, hz=200 + 10 * (sum(map(ord, unit)) % 80)))
    return ClipBank(folder)


@pytest.mark.parametrize(
    ("own", "shipped", "unit", "expected"),
    [
        (("num_027",), ("num_027",), "num_027", [("own", "num_027")]),
        (("digit_0", "digit_2", "digit_7"), ("num_027",), "num_027",
         [("own", "digit_0"), ("own", "digit_2"), ("own", "digit_7")]),
        (("digit_0", "digit_2"), ("num_027",), "num_027", [("shipped", "num_027")]),
        ((), ("digit_0", "digit_2", "digit_7"), "num_027",
         [("shipped", "digit_0"), ("shipped", "digit_2"), ("shipped", "digit_7")]),
        (("ph_moi", "letter_H"), ("call_H",), "call_H", [("own", "ph_moi"), ("own", "letter_H")]),
        (("ph_den_quay",), ("desk_9",), "desk_9", [("shipped", "desk_9")]),
        ((), ("ph_den_huongdan",), "desk_guide", [("shipped", "ph_den_huongdan")]),
    ],
)  # fmt: skip
def test_a_unit_is_looked_for_in_the_own_bank_first_whole_then_in_parts(
    tmp_path: Path,
    own: tuple[str, ...],
    shipped: tuple[str, ...],
    unit: str,
    expected: list[tuple[str, str]],
) -> None:
    """Own recording, own parts, shipped phrase, shipped digits: one voice as long as possible."""
    banks = {
        "own": recorded(tmp_path / "own", *own),
        "shipped": recorded(tmp_path / "shipped", *shipped),
    }
    found = Voices({VI: [banks["own"], banks["shipped"]]}).unit(VI, unit)
    assert len(found) == len(expected)
    for clip, (bank, part) in zip(found, expected, strict=True):
        assert clip is banks[bank].clip(part)


def test_what_nobody_can_say_is_named(tmp_path: Path) -> None:
    """The caller decides what to leave out."""
    with pytest.raises(MissingClip, match="num_027"):
        Voices({VI: [recorded(tmp_path, "digit_0")]}).unit(VI, "num_027")
    with pytest.raises(MissingClip, match="ph_moi"):
        Voices({}).unit("km", "ph_moi")


CALL_FORM = Sentence(VI, (("ph_moi", "num_027"), ("desk_9",)))


@pytest.mark.parametrize(
    ("there", "heard"),
    [
        (("ph_moi", "num_027", "desk_9"), 3),
        (("ph_moi", "num_027"), 2),
        (("ph_moi", "desk_9"), 0),
        (("num_027", "desk_9"), 0),
        ((), 0),
    ],
)
def test_half_a_number_is_not_spoken(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, there: tuple[str, ...], heard: int
) -> None:
    """Without the number there is the chime alone; without the desk the number is worth hearing."""
    bank = recorded(tmp_path, *there)
    chime = tone(0.1)
    sound, is_whole = Voices({VI: [bank]}).render([CALL_FORM], chime)
    clips = [bank.clip(unit) for unit in ("ph_moi", "num_027", "desk_9")[:heard]]
    expected = joined([[chime], clips[:2], clips[2:]])
    assert np.array_equal(sound, expected)
    assert is_whole == (heard == 3)
    assert (caplog.text == "") == is_whole


def test_a_missing_recording_is_told_once(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The log names it; an announcement may come a hundred times a day."""
    voices = Voices({VI: [recorded(tmp_path)]})
    for _ in range(3):
        voices.render([CALL_FORM], tone(0.1))
    assert [record.getMessage() for record in caplog.records] == [
        "no recording of vi/ph_moi: its phrase is shown, not spoken"
    ]


def test_loudness_is_that_of_the_standard() -> None:
    """BS.1770: 997 Hz at full scale is -3.01 LUFS; low tones count less, high ones more."""
    for hz, gain, lufs in ((997, 2, -3.01), (997, 0.2, -23.01), (100, 2, -4.87), (4000, 2, 0.27)):
        sound = tone(2.0, hz=hz) * np.float32(gain)
        assert loudness_lufs(sound) == pytest.approx(lufs, abs=0.05)


def test_pauses_do_not_make_a_recording_quieter() -> None:
    """The gates of the standard: silence does not count, a short word counts whole."""
    word = tone(1.0, hz=997.0)
    with_rests = np.concatenate([word, np.zeros(RATE_HZ * 3, dtype=np.float32), word])
    assert loudness_lufs(with_rests) == pytest.approx(loudness_lufs(word), abs=1.0)
    assert loudness_lufs(tone(0.2, hz=997.0)) == pytest.approx(loudness_lufs(word), abs=0.3)
    for silence in (np.zeros(0, dtype=np.float32), np.zeros(RATE_HZ, dtype=np.float32)):
        assert loudness_lufs(silence) == -70


@pytest.mark.parametrize("letter", LETTERS)
def test_single_letters_are_cut_at_the_letter(letter: str) -> None:
    """A syllable or two, nothing of the words before."""
    assert 0.1 < len(BANK.clip(f"letter_{letter}")) / RATE_HZ < 0.5


@pytest.mark.parametrize("digit", range(10))
def test_single_digits_are_short_and_as_loud_as_the_rest(digit: int) -> None:
    """They are in no manifest, so they are looked at here: 0.12 to 0.25 s, one level."""
    clip = BANK.clip(f"digit_{digit}")
    assert 0.12 < len(clip) / RATE_HZ < 0.25
    assert -21 < 20 * np.log10(np.sqrt(np.mean(clip**2))) < -19


def test_the_shipped_chime_is_what_its_script_makes() -> None:
    """To a rounding step of 16 bits (processors differ in the last place of a sine)."""
    with wave.open(str(CHIME)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        shipped = np.frombuffer(file.readframes(file.getnframes()), "<i2").astype(int)
    made = np.frombuffer(pcm(), "<i2").astype(int)
    assert np.abs(shipped - made).max() <= 1


def test_the_chime_is_gentle() -> None:
    """No click at the beginning, nothing at the end, never near full level."""
    chime = read_sound(SOUNDS / "chime.wav")
    assert np.abs(chime[:48]).max() < 0.01
    assert np.abs(chime[-480:]).max() < 0.001
    assert np.abs(chime).max() < 0.5
