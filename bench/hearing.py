"""What an offline recogniser understands of forty announcements: ``python -m bench.hearing``.

The recogniser is ``viet-asr`` (development only, its model inside). It is no pair of ears in a hall
and makes mistakes of its own (natural speech 6.6 %): its figures compare voices with one another.
Another voice: ``python -m bench.hearing --voice DIR``.
"""

import argparse
import random
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from rich.console import Console
from rich.table import Table

from assets.voicebank.clips import Voices
from assets.voicebank.samples import RATE_HZ, Samples
from display.voice.hall_voice import voices
from display.voice.speech import Utterance, utter

COUNT: Final = 40
SEED: Final = 20261123
PREFIXES: Final = ("6", "3", "0", "03", "H", "Q", "A", "M", "TP", "HS")
Heard = Callable[[Samples], str]


@dataclass(frozen=True, slots=True)
class Trial:
    """One announcement: what was said, in parts, and what was understood."""

    said: Utterance
    prefix: str
    number: str
    desk: str
    heard: str

    @property
    def errors(self) -> tuple[int, int]:
        """Wrong words, and words said."""
        words = plain(self.said.text)
        return distance(words, plain(self.heard)), len(words)


def calls() -> list[tuple[str, int, int]]:
    """Forty labels with desk and recalls: every kind of prefix, four times each."""
    draw = random.Random(SEED)
    made = []
    for place in range(COUNT):
        label = f"{PREFIXES[place % len(PREFIXES)]} {draw.randrange(1000):03}"
        made.append((label, draw.randint(1, 40), int(place % 4 == 3)))
    return made


def listen(spoken: Voices, hear: Heard) -> list[Trial]:
    """Speak and transcribe them all, without the chime."""
    trials = []
    for label, desk, again in calls():
        said = utter(label, f"desk_{desk}", again)
        sound, is_whole = spoken.render(said.sentences, np.zeros(1, dtype=np.float32))
        if not is_whole:
            raise SystemExit(f"the voice cannot say {label} to desk {desk}")
        who, where = said.text.rstrip(".").split(" đến quầy số ")
        prefix, number = re.split(r"kính mời số |có số ", who)[1].split(", ")
        trials.append(Trial(said, prefix, number, where, hear(sound)))
    return trials


def recogniser() -> Heard:
    """viet-asr; leaves with a word when it is not installed."""
    try:
        import vietasr  # type: ignore[import-untyped]  # ships no types
    except ImportError as error:
        raise SystemExit("viet-asr is not installed (development extra)") from error
    pipeline = vietasr.Pipeline.preset("transcribe")

    def hear(sound: Samples) -> str:
        # It takes arrays too, but understands nothing of them at any rate but its own.
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "spoken.wav"
            soundfile.write(file, sound, RATE_HZ)
            return str(pipeline.transcribe(str(file)).text)

    return hear


def plain(text: str) -> list[str]:
    """The words, without signs and capitals."""
    return re.sub(r"[^\w ]", " ", text.lower()).split()


def distance(said: Sequence[str], heard: Sequence[str]) -> int:
    """The least number of words to change, add or leave out (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, start=1):
        before, row[0] = row[0], i
        for j, other in enumerate(heard, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (word != other))
    return row[-1]


def figures(trials: Sequence[Trial]) -> dict[str, float]:
    """Word error in per cent, and how many of each part were understood."""
    wrong, words = (sum(each) for each in zip(*(trial.errors for trial in trials), strict=True))

    def understood(part: str, heard: str) -> bool:
        return f" {part} " in f" {' '.join(plain(heard))} "

    letters = [each for each in trials if each.said.caption.split(" số ")[1][0].isalpha()]
    digits = [each for each in trials if each not in letters]
    return {
        "word_error_percent": 100 * wrong / words,
        "numbers_understood": sum(understood(each.number, each.heard) for each in trials),
        "desks_understood": sum(understood(f"số {each.desk}", each.heard) for each in trials),
        "digit_prefixes_understood": sum(understood(each.prefix, each.heard) for each in digits),
        "digit_prefixes": len(digits),
        "letter_prefixes_understood": sum(understood(each.prefix, each.heard) for each in letters),
        "letter_prefixes": len(letters),
    }


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(prog="python -m bench.hearing")
    options.add_argument("--voice", type=Path, help="an office's own recordings")
    options.add_argument("--all", action="store_true", help="print every transcript")
    given = options.parse_args()
    began = time.monotonic()
    trials = listen(voices(given.voice), recogniser())
    console, table = Console(), Table("figure", "value")
    for name, value in figures(trials).items():
        table.add_row(name, f"{value:.1f}" if name.endswith("percent") else f"{value:.0f}")
    console.print(table)
    console.print(f"{COUNT} announcements in {time.monotonic() - began:.0f} s")
    for trial in trials if given.all else ():
        console.print(f"{trial.said.text}\n    {trial.heard}")


if __name__ == "__main__":
    main()
