"""Recorded units become one continuous sound: find, trim, level, fade, join.

The chime and all units of an announcement are joined into one buffer before anything is played,
so that no gap depends on how busy the machine is.
"""

import logging
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np

from assets.voicebank.samples import (
    RATE_HZ,
    SUFFIXES,
    Samples,
    UnreadableSound,
    faded,
    levelled,
    read,
    resampled,
    trimmed,
)
from assets.voicebank.units import Sentence, made_of

WORD_GAP_S: Final = 0.060
PHRASE_GAP_S: Final = 0.220
SENTENCE_GAP_S: Final = 0.600
# HDMI and Bluetooth loudspeakers wake slowly and lose the beginning; some sound servers drop the
# end.
LEAD_S: Final = 0.250
TAIL_S: Final = 0.350

_KEPT_CLIPS: Final = 64

_log = logging.getLogger(__name__)


class MissingClip(LookupError):
    """There is no readable recording of that unit; ``str()`` names it."""


class ClipBank:
    """The recordings in ``folder``: ``<unit>.wav``, ``.flac``, ``.opus``, ``.ogg`` or ``.mp3``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept = lru_cache(_KEPT_CLIPS)(self._made)

    def clip(self, unit: str) -> Samples:
        """The unit at ``RATE_HZ``, trimmed, levelled and faded; raises ``MissingClip``."""
        return self._kept(unit)

    def _made(self, unit: str) -> Samples:
        for suffix in SUFFIXES:
            path = self._folder / (unit + suffix)
            if path.is_file():
                return faded(levelled(trimmed(read_sound(path))))
        raise MissingClip(unit)


class Voices:
    """Every language's banks in the order of preference: an office's own before the shipped one.

    A unit is looked for bank by bank, in each first as one recording, then as several smaller ones,
    so that the voice changes as seldom as possible within a sentence.
    """

    def __init__(self, banks: Mapping[str, Sequence[ClipBank]]) -> None:
        self._banks = banks
        self._told: set[str] = set()

    def unit(self, language: str, unit: str) -> list[Samples]:
        """The recordings that say ``unit``; raises ``MissingClip``."""
        for bank in self._banks.get(language, ()):
            for parts in ((unit,), made_of(unit)):
                try:
                    found = [bank.clip(part) for part in parts]
                except MissingClip:
                    continue
                if found:
                    return found
        raise MissingClip(unit)

    def render(self, spoken: Sequence[Sentence], chime: Samples) -> tuple[Samples, bool]:
        """The sound of a whole announcement, chime first, and whether it is complete.

        A phrase that lacks a unit is left out as a whole: half a number would call the wrong
        person. A sentence that does not say who is meant is left out too: then there is the chime
        alone.
        """
        sentences: list[list[list[Samples]]] = []
        is_whole = True
        for sentence in spoken:
            phrases, whole = self._phrases(sentence)
            sentences.append(phrases)
            is_whole = is_whole and whole
        first, *others = sentences or [[]]
        return joined([[chime], *first], *others), is_whole

    def _phrases(self, sentence: Sentence) -> tuple[list[list[Samples]], bool]:
        phrases: list[list[Samples]] = []
        is_whole = True
        for place, units in enumerate(sentence.phrases):
            try:
                found = [self.unit(sentence.language, unit) for unit in units]
            except MissingClip as error:
                self._tell(sentence.language, str(error))
                is_whole = False
                if place == 0:
                    break
                continue
            phrases.append([clip for clips in found for clip in clips])
        return phrases, is_whole

    def _tell(self, language: str, unit: str) -> None:
        """Log a missing unit once only."""
        name = f"{language}/{unit}"
        if name not in self._told:
            self._told.add(name)
            _log.warning("no recording of %s: its phrase is shown, not spoken", name)


def read_sound(path: Path) -> Samples:
    """A sound file as mono at ``RATE_HZ``; raises ``MissingClip`` when it cannot be decoded."""
    try:
        return resampled(*read(path))
    except UnreadableSound as error:
        raise MissingClip(path.stem) from error


def joined(*sentences: Iterable[Sequence[Samples]]) -> Samples:
    """All phrases of all sentences as one sound, with silence at both ends.

    60 ms between words, 220 ms between phrases, 600 ms between sentences.
    """
    parts: list[Samples] = [_rest(LEAD_S)]
    full = [phrases for each in sentences if (phrases := [phrase for phrase in each if phrase])]
    for number, sentence in enumerate(full):
        rest = SENTENCE_GAP_S if number else 0.0
        for phrase in sentence:
            parts.append(_rest(rest))
            rest = PHRASE_GAP_S
            for place, word in enumerate(phrase):
                parts += [_rest(WORD_GAP_S), word] if place else [word]
    return np.concatenate([*parts, _rest(TAIL_S)])


def _rest(length_s: float) -> Samples:
    return np.zeros(round(length_s * RATE_HZ), dtype=np.float32)
