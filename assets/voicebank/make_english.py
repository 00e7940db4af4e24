"""The provisional English voice, spoken by flite: ``python -m assets.voicebank.make_english``.

Needs the program ``flite`` (Debian package of that name) with its voice ``rms``. Makes all of
``assets/voice/en-provisional`` but its README and licence; the texts are those of ``units``.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from assets import VOICE
from assets.languages.language import language_of
from assets.voicebank.samples import (
    RATE_HZ,
    faded,
    levelled,
    read,
    resampled,
    trimmed,
    write,
)
from assets.voicebank.units import EN, text_of
from assets.voicebank.vietnamese import LETTERS

FOLDER: Final = VOICE / "en-provisional"
SPEAKER: Final = "rms"
# Slower than flite's default: halls echo, and most listeners are not native speakers.
STRETCH: Final = "1.15"
LAST_DESK: Final = 99


def units() -> Iterator[str]:
    """Every unit of the bank."""
    yield from language_of(EN).phrases
    yield from (f"digit_{digit}" for digit in range(10))
    yield from (f"letter_{letter}" for letter in LETTERS)
    yield from (f"desk_{number}" for number in range(1, LAST_DESK + 1))


def main() -> None:
    """Speak and write every unit, and the manifest. Raises ``UnreadableSound`` when flite fails."""
    program = shutil.which("flite")
    if program is None:
        raise SystemExit("flite is not installed")
    FOLDER.mkdir(exist_ok=True)
    entries = []
    with tempfile.TemporaryDirectory() as folder:
        spoken = Path(folder) / "spoken.wav"
        for unit in units():
            text = text_of(unit, EN)
            words = ["-voice", SPEAKER, "--setf", f"duration_stretch={STRETCH}", "-t", text]
            subprocess.run([program, *words, "-o", str(spoken)], check=True)  # noqa: S603 -- our own words
            sound = faded(levelled(trimmed(resampled(*read(spoken)))))
            write(FOLDER / f"{unit}.opus", sound)
            length_ms = round(len(sound) / RATE_HZ * 1000)
            entries.append(
                {"id": unit, "file": f"{unit}.opus", "text": text, "duration_ms": length_ms}
            )
    manifest = {"language": EN, "voice": f"flite {SPEAKER}", "units": entries}
    text = json.dumps(manifest, ensure_ascii=False, indent=1)
    (FOLDER / "manifest.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
