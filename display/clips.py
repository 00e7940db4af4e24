"""Recorded clips become one continuous sound: decode, trim, level, fade, join.

The chime and all units of an announcement are joined into one buffer before anything is played,
so that no gap depends on how busy the machine is.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE_HZ: Final = 48_000
WORD_GAP_S: Final = 0.060
PHRASE_GAP_S: Final = 0.220
FADE_S: Final = 0.006
# Loudspeakers behind HDMI and Bluetooth sleep and swallow the beginning; some servers drop the end.
LEAD_S: Final = 0.250
TAIL_S: Final = 0.350

_SILENCE_DB: Final = -45.0
_LEVEL_DB: Final = -20.0
_PEAK_DB: Final = -1.5


class MissingClip(LookupError):
    """The bank has no readable clip of that id; ``str()`` names it."""


class ClipBank:
    """The clips of one voice: ``<unit id>.wav``, ``.flac`` or ``.opus`` in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def clip(self, unit: str) -> Samples:
        """The unit at ``RATE_HZ``, trimmed, levelled and faded; raises ``MissingClip``."""
        return faded(levelled(trimmed(self._decoded(unit))))

    def _decoded(self, unit: str) -> Samples:
        for suffix in (".wav", ".flac", ".opus"):
            path = self._folder / (unit + suffix)
            if path.is_file():
                return read_sound(path)
        raise MissingClip(unit)


def read_sound(path: Path) -> Samples:
    """A sound file as mono at ``RATE_HZ``; raises ``MissingClip`` when it cannot be decoded."""
    try:
        sound, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise MissingClip(path.stem) from error
    return resampled(sound.mean(axis=1), rate_hz)


def resampled(sound: Samples, rate_hz: int) -> Samples:
    """``sound`` at ``RATE_HZ``, band-limited (through its spectrum)."""
    if rate_hz == RATE_HZ or not len(sound):
        return np.asarray(sound, dtype=np.float32)
    length = round(len(sound) * RATE_HZ / rate_hz)
    spectrum = np.fft.rfft(sound)
    bins = length // 2 + 1
    fitted = np.zeros(bins, dtype=spectrum.dtype)
    kept = min(bins, len(spectrum))
    fitted[:kept] = spectrum[:kept]
    return (np.fft.irfft(fitted, length) * (length / len(sound))).astype(np.float32)


def trimmed(sound: Samples) -> Samples:
    """``sound`` without the silence (below -45 dB of its peak) before and after."""
    if not len(sound):
        return sound
    loud = np.flatnonzero(np.abs(sound) > np.abs(sound).max() * _ratio(_SILENCE_DB))
    return sound[loud[0] : loud[-1] + 1] if len(loud) else sound[:0]


def levelled(sound: Samples) -> Samples:
    """``sound`` at -20 dBFS RMS, or quieter where its peak would pass -1.5 dBFS."""
    if not len(sound):
        return sound
    rms = float(np.sqrt(np.mean(np.square(sound))))
    gain = min(_ratio(_LEVEL_DB) / rms, _ratio(_PEAK_DB) / float(np.abs(sound).max()))
    return sound * np.float32(gain)


def faded(sound: Samples) -> Samples:
    """``sound`` with 6 ms sine-squared ramps, so that no join clicks."""
    length = min(round(FADE_S * RATE_HZ), len(sound) // 2)
    if not length:
        return sound
    ramp = np.square(np.sin(np.linspace(0.0, np.pi / 2, length, dtype=np.float32)))
    result = sound.copy()
    result[:length] *= ramp
    result[-length:] *= ramp[::-1]
    return result


def joined(phrases: Iterable[Sequence[Samples]]) -> Samples:
    """All phrases as one sound: 60 ms between words, 220 ms between phrases, rests at both ends."""
    parts: list[Samples] = [_rest(LEAD_S)]
    for index, phrase in enumerate(each for each in phrases if each):
        if index:
            parts.append(_rest(PHRASE_GAP_S))
        for place, word in enumerate(phrase):
            parts += [_rest(WORD_GAP_S), word] if place else [word]
    return np.concatenate([*parts, _rest(TAIL_S)])


def _rest(length_s: float) -> Samples:
    return np.zeros(round(length_s * RATE_HZ), dtype=np.float32)


def _ratio(decibel: float) -> float:
    return float(10.0 ** (decibel / 20.0))
