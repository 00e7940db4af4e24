"""Checks one recording and converts it for use. Needs numpy."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

import numpy as np

from assets.voicebank.samples import (
    RATE_HZ,
    Samples,
    decibel,
    faded,
    levelled,
    loudness_lufs,
    ratio,
    resampled,
)

LOWEST_RATE_HZ: Final = 16_000
SILENT_LUFS: Final = -50.0
QUIET_LUFS: Final = -38.0
NOISE_DB: Final = 25.0
CLIPPED_RUN: Final = 4
LONGEST_REST_S: Final = 3.0
SYLLABLE_S: Final = (0.08, 0.5)
MARGIN_S: Final = 0.02

_FRAME_S: Final = 0.01
_GATE_DB: Final = 38.0
_ABOVE_NOISE_DB: Final = 8.0
_BEYOND_S: Final = 0.8


class Code(StrEnum):
    """Faults of a recording, or of a folder of them."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TWICE = "twice"
    SAME_SOUND = "same_sound"
    LOW_RATE = "low_rate"
    SILENT = "silent"
    CLIPPED = "clipped"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    UNKNOWN = "unknown"
    TOO_QUIET = "too_quiet"
    NOISY = "noisy"
    CUT_OFF = "cut_off"
    LONG_REST = "long_rest"
    UNEVEN = "uneven"


WARNINGS: Final = frozenset(
    {Code.UNKNOWN, Code.TOO_QUIET, Code.NOISY, Code.CUT_OFF, Code.LONG_REST, Code.UNEVEN}
)
"""These are reported, but the recording is used all the same."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: the file (or unit), its code, and the figure that shows it."""

    file: str
    code: Code
    figure: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the recording cannot be used because of it."""
        return self.code not in WARNINGS


@dataclass(frozen=True, slots=True)
class Measured:
    """A recording at ``RATE_HZ``: where speech begins and ends (samples), how loud it is."""

    sound: Samples
    begins: int
    ends: int
    noise_db: float
    loudness_lufs: float

    @property
    def speech(self) -> Samples:
        """From the first sound of speech to the last, with a short margin."""
        margin = round(MARGIN_S * RATE_HZ)
        return self.sound[max(0, self.begins - margin) : self.ends + margin]

    @property
    def speech_s(self) -> float:
        """Its length in seconds, without that margin."""
        return (self.ends - self.begins) / RATE_HZ


def measured(sound: Samples, rate_hz: int) -> Measured:
    """Measure a decoded recording; speech is what stands out from the room's noise."""
    whole = resampled(sound, rate_hz)
    levels = _levels_db(whole)
    if not len(levels):
        return Measured(whole, 0, 0, 0.0, loudness_lufs(whole))
    noise, loudest = float(np.percentile(levels, 5)), float(levels.max())
    gate = max(loudest - _GATE_DB, min(noise + _ABOVE_NOISE_DB, loudest - _ABOVE_NOISE_DB))
    loud = np.flatnonzero(levels >= gate)
    frame = round(_FRAME_S * RATE_HZ)
    begins, ends = int(loud[0]) * frame, min(len(whole), (int(loud[-1]) + 1) * frame)
    return Measured(whole, begins, ends, loudest - noise, loudness_lufs(whole[begins:ends]))


def findings(file: str, text: str, sound: Samples, rate_hz: int) -> Iterator[Finding]:
    """All faults of the recording of ``text``, the gravest first."""
    seen = measured(sound, rate_hz)
    if seen.loudness_lufs < SILENT_LUFS:
        yield Finding(file, Code.SILENT, f"{seen.loudness_lufs:.0f} LUFS")
        return
    if rate_hz < LOWEST_RATE_HZ:
        yield Finding(file, Code.LOW_RATE, f"{rate_hz} Hz")
    if run := _longest_clipped(sound):
        yield Finding(file, Code.CLIPPED, f"{run}")
    yield from _length(file, text, seen)
    if seen.loudness_lufs < QUIET_LUFS:
        yield Finding(file, Code.TOO_QUIET, f"{seen.loudness_lufs:.0f} LUFS")
    rest_s = max(seen.begins, len(seen.sound) - seen.ends) / RATE_HZ
    if rest_s > LONGEST_REST_S:
        yield Finding(file, Code.LONG_REST, f"{rest_s:.1f} s")
    if min(seen.begins, len(seen.sound) - seen.ends) < _FRAME_S * RATE_HZ:
        yield Finding(file, Code.CUT_OFF)
    elif seen.noise_db < NOISE_DB:
        yield Finding(file, Code.NOISY, f"{seen.noise_db:.0f} dB")


def ready(sound: Samples, rate_hz: int) -> Samples:
    """The recording as it is stored: speech only, at the common level, faded at both ends."""
    return faded(levelled(measured(sound, rate_hz).speech))


def _length(file: str, text: str, seen: Measured) -> Iterator[Finding]:
    syllables = len(text.split())
    shortest_s, longest_s = (each * syllables for each in SYLLABLE_S)
    if seen.speech_s < shortest_s:
        yield Finding(file, Code.TOO_SHORT, f"{seen.speech_s:.2f} s")
    elif seen.speech_s > longest_s + _BEYOND_S:
        yield Finding(file, Code.TOO_LONG, f"{seen.speech_s:.1f} s")


def _levels_db(sound: Samples) -> Samples:
    frame = round(_FRAME_S * RATE_HZ)
    frames = sound[: len(sound) // frame * frame].reshape(-1, frame)
    power = np.mean(np.square(frames, dtype=np.float64), axis=1)
    return np.asarray(10 * np.log10(np.maximum(power, ratio(-120.0) ** 2)), dtype=np.float32)


def _longest_clipped(sound: Samples) -> int:
    """The longest run of samples at full scale; 0 when none is long enough to be clipping."""
    top = float(np.abs(sound).max(initial=0.0))
    if decibel(top) < -0.2:
        return 0
    at_top = np.abs(sound) >= top * 0.999
    runs = (sum(1 for _ in group) for is_top, group in groupby(at_top) if is_top)
    longest = max(runs, default=0)
    return longest if longest >= CLIPPED_RUN else 0
