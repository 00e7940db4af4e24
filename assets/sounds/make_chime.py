"""Makes ``chime.wav``: two soft falling bell notes, E5 then C5.

Run ``python -m assets.sounds.make_chime`` to write the file again; the result is the same to a
rounding step. The notes lie between 500 and 700 Hz, where old ears still hear well; upper partials
fade first, as in a struck bar, so that it is not shrill.
"""

import wave
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

RATE_HZ: Final = 48_000
CHIME: Final = Path(__file__).with_name("chime.wav")

_NOTES: Final = ((659.255, 0.0), (523.251, 0.42))  # frequency in Hz, start in seconds
_PARTIALS: Final = ((1.0, 1.0, 0.38), (2.0, 0.28, 0.20), (4.0, 0.08, 0.09))  # ratio, share, decay
_LENGTH_S: Final = 1.7
_ATTACK_S: Final = 0.012
_RELEASE_S: Final = 0.25
_PEAK: Final = 0.42


def chime() -> NDArray[np.float64]:
    """The chime as mono samples between -1 and 1 at ``RATE_HZ``."""
    time = np.arange(round(_LENGTH_S * RATE_HZ)) / RATE_HZ
    sound = np.zeros_like(time)
    for frequency, start in _NOTES:
        sound += _note(time - start, frequency)
    release = np.clip((_LENGTH_S - time) / _RELEASE_S, 0.0, 1.0)
    sound *= np.square(np.sin(release * np.pi / 2))
    scaled: NDArray[np.float64] = sound * (_PEAK / np.abs(sound).max())
    return scaled


def _note(time: NDArray[np.float64], frequency: float) -> NDArray[np.float64]:
    """One struck note beginning at time 0; silent before."""
    since = np.maximum(time, 0.0)
    attack = np.square(np.sin(np.clip(since / _ATTACK_S, 0.0, 1.0) * np.pi / 2))
    body = np.zeros_like(time)
    for ratio, share, decay_s in _PARTIALS:
        body += share * np.sin(2 * np.pi * frequency * ratio * since) * np.exp(-since / decay_s)
    return attack * body


def pcm() -> bytes:
    """The chime as 16-bit little-endian samples."""
    return np.round(chime() * 32767).astype("<i2").tobytes()


def main() -> None:
    """Write ``chime.wav`` beside this file."""
    with wave.open(str(CHIME), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(pcm())


if __name__ == "__main__":
    main()
