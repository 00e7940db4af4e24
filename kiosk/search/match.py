"""Which words of the vocabulary a typed word may mean, and how surely. Pure."""

from typing import Final

from kiosk.keyboard.telex import TONES, compose
from kiosk.search.index import SearchIndex
from kiosk.search.spelling import accents, agrees, bare, one_slip, short_by_one, sound

# How surely a typed word means a word of the catalogue, by the way the two are alike.
SAME: Final = 1.0
BEGUN: Final = 0.96
"""The last word may be unfinished, by however many letters: more of it changes no order."""
BEGUN_EARLIER: Final = 0.75
HEARD: Final = 0.8
SLIPPED: Final = 0.65
SLIPPED_FIRST: Final = 0.45
"""A wrong first letter is rare."""
OTHER_ACCENTS: Final = 0.8
# A word that stands in the catalogue as typed is less likely a slip for another one.
HEARD_THOUGH_EXACT: Final = 0.85
SLIPPED_THOUGH_EXACT: Final = 0.7
RESIDUE: Final = 0.97
KEPT: Final = 4096
"""Words remembered; a day of strange words must not fill the memory."""


def match(where: SearchIndex, word: str, last: bool) -> dict[int, float]:
    """Places in the vocabulary ``word`` may mean, each with how surely, 0 to 1.

    ``last``: it is the last one typed, and perhaps unfinished.
    """
    known = where.matches.get((word, last))
    if known is None:
        known = _match(where, word, last)
        if len(where.matches) >= KEPT:
            where.matches.clear()
        where.matches[word, last] = known
    return known


def _match(where: SearchIndex, word: str, last: bool) -> dict[int, float]:
    found = _spelled(where, word, last)
    meant = compose(word) if word.isascii() else _released(word)
    if meant != word:
        for place, sure in _spelled(where, meant, last).items():
            found[place] = max(found.get(place, 0.0), sure * RESIDUE)
    return found


def _spelled(where: SearchIndex, word: str, last: bool) -> dict[int, float]:
    plain, found = bare(word), dict[int, float]()

    def add(places: list[int], sure: float) -> None:
        for place in places:
            right = agrees(word, where.vocabulary[place])
            found[place] = max(found.get(place, 0.0), sure if right else sure * OTHER_ACCENTS)

    for begun in where.beginning(plain):
        whole = begun == plain
        if whole or last or len(plain) > 1:
            add(where.bares[begun], SAME if whole else BEGUN if last else BEGUN_EARLIER)
    exact = plain in where.bares
    add(where.sounds.get(sound(plain), []), HEARD * (HEARD_THOUGH_EXACT if exact else 1))
    if len(plain) > 2:
        for short in short_by_one(plain):
            for place in where.slips.get(short, ()):
                meant = bare(where.vocabulary[place])
                if one_slip(plain, meant):
                    sure = SLIPPED if meant[0] == plain[0] else SLIPPED_FIRST
                    add([place], sure * (SLIPPED_THOUGH_EXACT if exact else 1))
    return found


def _released(word: str) -> str:
    """Without the key of a tone that stands on the word already: ``tửr`` is ``tử``."""
    tone = TONES.get(word[-1:])
    return word[:-1] if tone and accents(word)[0] == tone else word
