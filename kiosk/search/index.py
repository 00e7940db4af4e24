"""Entries made ready for searching: their words, their phrases, and who has which. Pure."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log
from typing import Final

from kiosk.search.lexicon import Lexicon, Phrase
from kiosk.search.spelling import bare, short_by_one, sound, words_of

# What a match in each place is worth: the words on the button, part of them, everyday words, the
# official name.
LABEL: Final = 1.0
PART: Final = 0.9
SAID_OTHERWISE: Final = 0.95
KEYWORD: Final = 0.97
NAME: Final = 0.9
SHORT_NAME: Final = 9
"""Longer official names are lists of cases; their words are found, their order says nothing."""

FILLER_WEIGHT: Final = 0.25
PARTS: Final = re.compile(r"[:;,()/–]| - ")


@dataclass(frozen=True)
class Entry:
    """Something to find: ``key`` is what the kiosk opens, ``label`` the words on its button.

    ``keywords`` are everyday words. ``likely`` is 0 to 1: what most people want comes first among
    equals. ``general`` entries (a whole desk) come after a matter of their own.
    """

    key: str
    label: str
    name: str = ""
    keywords: tuple[str, ...] = ()
    likely: float = 0.0
    general: bool = False


@dataclass(frozen=True)
class SearchPhrase:
    """A phrase an entry is known by, as places in the vocabulary; ``total`` weighs its words."""

    words: tuple[int, ...]
    worth: float
    total: float


@dataclass
class SearchIndex:
    """Build once an office with :func:`index`, not once a key.

    ``vocabulary`` holds every word as written, the other tables lead from a spelling to places in
    it; ``owners`` says for each word which entries have it, and what it is worth there. The last
    two remember what was worked out for a word, because the next key asks for most of it again.
    """

    entries: tuple[Entry, ...]
    lexicon: Lexicon
    labels: list[Phrase] = field(default_factory=list)
    before: list[tuple[float, int, int]] = field(default_factory=list)
    again: list[frozenset[str]] = field(default_factory=list)
    phrases: list[tuple[SearchPhrase, ...]] = field(default_factory=list)
    initials: dict[str, list[int]] = field(default_factory=dict)
    vocabulary: list[str] = field(default_factory=list)
    weights: list[float] = field(default_factory=list)
    owners: list[dict[int, float]] = field(default_factory=list)
    bares: dict[str, list[int]] = field(default_factory=dict)
    sounds: dict[str, list[int]] = field(default_factory=dict)
    slips: dict[str, list[int]] = field(default_factory=dict)
    sorted_bares: list[str] = field(default_factory=list)
    matches: dict[tuple[str, bool], dict[int, float]] = field(default_factory=dict)
    abbreviated: dict[str, dict[int, float]] = field(default_factory=dict)

    def beginning(self, letters: str) -> Iterable[str]:
        """All bare words that begin with ``letters``, from the alphabet's first on."""
        at = bisect_left(self.sorted_bares, letters)
        while at < len(self.sorted_bares) and self.sorted_bares[at].startswith(letters):
            yield self.sorted_bares[at]
            at += 1


def index(entries: Iterable[Entry], lexicon: Lexicon | None = None) -> SearchIndex:
    """Make ``entries`` searchable; their order decides between equals."""
    lexicon = lexicon or Lexicon({})
    made = SearchIndex(tuple(entries), lexicon)
    spoken = [_phrases(entry, lexicon) for entry in made.entries]
    numbers = _number(made, spoken)
    _weigh(made)
    for entry, phrases in zip(made.entries, spoken, strict=True):
        made.phrases.append(
            tuple(_said(made, numbers, phrase, worth) for phrase, worth in phrases.items() if worth)
        )
        label = words_of(entry.label)
        made.labels.append(label)
        made.before.append((entry.likely, -len(label), -len(made.before)))
        made.again.append(frozenset(map(bare, label)) & lexicon.again)
        for letters in _initials(entry, phrases):
            made.initials.setdefault(letters, []).append(len(made.phrases) - 1)
    _spell(made)
    return made


def _phrases(entry: Entry, lexicon: Lexicon) -> dict[Phrase, float]:
    """Everything an entry is called, with what it is worth; a long name is worth its words only."""
    found: dict[Phrase, float] = {}

    def add(text: str, worth: float) -> None:
        for at, phrase in enumerate(lexicon.variants(words_of(text))):
            if phrase:
                found[phrase] = max(
                    found.get(phrase, 0.0), worth if not at else worth * SAID_OTHERWISE
                )

    add(entry.label, LABEL)
    for part in PARTS.split(entry.label):
        add(part, PART)
    for keyword in entry.keywords:
        add(keyword, KEYWORD)
    name = lexicon.without_opening(words_of(entry.name))
    if name and len(name) <= SHORT_NAME:
        add(" ".join(name), NAME)
    elif name:
        found.setdefault(name, 0.0)
    return found


def _number(made: SearchIndex, spoken: list[dict[Phrase, float]]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for place, phrases in enumerate(spoken):
        for phrase, worth in phrases.items():
            for word in phrase:
                if word not in numbers:
                    numbers[word] = len(made.vocabulary)
                    made.vocabulary.append(word)
                    made.owners.append({})
                owner = made.owners[numbers[word]]
                owner[place] = max(owner.get(place, 0.0), worth or NAME * 0.75)
    return numbers


def _weigh(made: SearchIndex) -> None:
    """A word says the more, the fewer have it."""
    for word, owner in zip(made.vocabulary, made.owners, strict=True):
        common = FILLER_WEIGHT if bare(word) in made.lexicon.fillers else 1.0
        made.weights.append(common * log(1 + len(made.entries) / len(owner)))


def _said(made: SearchIndex, numbers: dict[str, int], phrase: Phrase, worth: float) -> SearchPhrase:
    places = tuple(numbers[word] for word in phrase)
    return SearchPhrase(places, worth, sum(made.weights[place] for place in places))


def _initials(entry: Entry, phrases: dict[Phrase, float]) -> tuple[str, ...]:
    """First letters of label, short name and everyday words: ``ks``, ``dkks``."""
    firsts = {
        "".join(bare(word)[0] for word in phrase) for phrase, worth in phrases.items() if worth
    }
    name = "".join(bare(word)[0] for word in words_of(entry.name))
    return tuple(sorted(one for one in firsts | {name} if len(one) > 1))


def _spell(made: SearchIndex) -> None:
    for place, word in enumerate(made.vocabulary):
        made.bares.setdefault(bare(word), []).append(place)
    made.sorted_bares = sorted(made.bares)
    sounds, slips = defaultdict(list), defaultdict(list)
    for plain in made.bares:
        sounds[sound(plain)].extend(made.bares[plain])
        if len(plain) > 2:
            for short in short_by_one(plain):
                slips[short].extend(made.bares[plain])
    made.sounds, made.slips = dict(sounds), dict(slips)
