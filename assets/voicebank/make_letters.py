"""Single letters for the provisional Vietnamese voice: the end of each ``recall_X`` clip.

``python -m assets.voicebank.make_letters`` makes ``letter_A`` … ``letter_Z`` anew. All recall clips
of that voice begin with the same words at the same pace: aligned with ``ph_nhac`` by dynamic time
warping, the letter began 1.36 to 1.39 s after the first sound in each of them.
"""

from typing import Final

from assets import VOICE
from assets.voicebank.samples import RATE_HZ, faded, levelled, read, resampled, trimmed, write
from assets.voicebank.vietnamese import LETTERS

LETTER_BEGINS_S: Final = 1.375


def main() -> None:
    """Write all letters."""
    folder = VOICE / "vi-provisional"
    for letter in LETTERS:
        spoken = trimmed(resampled(*read(folder / f"recall_{letter}.opus")))
        cut = spoken[round(LETTER_BEGINS_S * RATE_HZ) :]
        write(folder / f"letter_{letter}.opus", faded(levelled(trimmed(cut))))


if __name__ == "__main__":
    main()
