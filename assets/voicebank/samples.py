"""Recorded sound as numbers: decode, resample, trim, level, fade, measure, encode.

Mono, 32-bit float, ``RATE_HZ``. Needs numpy and soundfile (the ``display`` extra).
"""

from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE_HZ: Final = 48_000
SUFFIXES: Final = (".wav", ".flac", ".opus", ".ogg", ".mp3")
SILENT_LUFS: Final = -70.0
FADE_S: Final = 0.006

_COMPRESSION: Final = 0.9  # of libsndfile's scale: about 32 kbit/s
_SILENCE_DB: Final = -45.0
_LEVEL_DB: Final = -20.0
_PEAK_DB: Final = -1.5
_BLOCK_S: Final = 0.4
_HOP_S: Final = 0.1
_RELATIVE_LU: Final = 10.0
_OFFSET_LU: Final = -0.691
# ITU-R BS.1770-5, tables 1 and 2: the shelf for the head and the high pass, at 48 kHz.
_SHELF: Final = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285),
    (1.0, -1.69065929318241, 0.73248077421585),
)
_HIGH_PASS: Final = ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621))


class UnreadableSound(Exception):
    """The file is not a sound, or of a format that cannot be decoded here."""


def read(path: Path) -> tuple[Samples, int]:
    """A sound file as it is, as mono, with its rate in Hz; raises ``UnreadableSound``."""
    try:
        sound, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise UnreadableSound(path.name) from error
    return sound.mean(axis=1, dtype=np.float32), int(rate_hz)


def write(path: Path, sound: Samples) -> None:
    """Save as Ogg Opus, mono: small, with a loss nobody hears on a loudspeaker. Raises
    ``OSError``.
    """
    soundfile.write(
        path, sound, RATE_HZ, format="OGG", subtype="OPUS", compression_level=_COMPRESSION
    )


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


def trimmed(sound: Samples, floor_db: float = _SILENCE_DB) -> Samples:
    """``sound`` without the silence (``floor_db`` below its peak and less) before and after."""
    if not len(sound):
        return sound
    loud = np.flatnonzero(np.abs(sound) > np.abs(sound).max() * ratio(floor_db))
    return sound[loud[0] : loud[-1] + 1] if len(loud) else sound[:0]


def levelled(sound: Samples) -> Samples:
    """``sound`` at -20 dBFS RMS, or quieter where its peak would pass -1.5 dBFS."""
    if not len(sound):
        return sound
    rms = float(np.sqrt(np.mean(np.square(sound))))
    gain = min(ratio(_LEVEL_DB) / rms, ratio(_PEAK_DB) / float(np.abs(sound).max()))
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


def loudness_lufs(sound: Samples) -> float:
    """The loudness in LUFS after ITU-R BS.1770 with both gates; -70 for silence. A sound shorter
    than a block of 0.4 s counts as one block.
    """
    if not len(sound):
        return SILENT_LUFS
    energy = np.concatenate([[0.0], np.cumsum(np.square(_weighted(sound)))])
    length = min(round(_BLOCK_S * RATE_HZ), len(sound))
    starts = np.arange(0, len(sound) - length + 1, round(_HOP_S * RATE_HZ))
    blocks = np.maximum((energy[starts + length] - energy[starts]) / length, 1e-12)
    loud = blocks[_lufs(blocks) > SILENT_LUFS]
    if not len(loud):
        return SILENT_LUFS
    kept = loud[_lufs(loud) > _lufs(loud.mean()) - _RELATIVE_LU]
    return float(_lufs(kept.mean()))


def ratio(decibel: float) -> float:
    """An amplitude of so many decibels: 0 is 1, -20 is a tenth."""
    return float(10.0 ** (decibel / 20.0))


def decibel(amplitude: float) -> float:
    """The inverse of ``ratio``; -120 for silence."""
    return float(20.0 * np.log10(max(amplitude, 1e-6)))


def _lufs(power: NDArray[np.float64] | np.float64) -> NDArray[np.float64]:
    return np.asarray(_OFFSET_LU + 10.0 * np.log10(power))


def _weighted(sound: Samples) -> NDArray[np.float64]:
    """Through both filters, in the spectrum; the tail of the high pass needs the padding."""
    length = len(sound) + RATE_HZ // 4
    turn = np.exp(-1j * np.linspace(0.0, np.pi, length // 2 + 1))
    response = np.ones_like(turn)
    for above, below in (_SHELF, _HIGH_PASS):
        response *= np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    spectrum = np.fft.rfft(sound, length // 2 * 2)
    return np.fft.irfft(spectrum * response, length // 2 * 2)[: len(sound)]
