"""A query as words: what each may mean, and how much it says. Pure."""

from dataclasses import dataclass
from math import log
from typing import Final

from kiosk.search.index import FILLER_WEIGHT, SearchIndex
from kiosk.search.match import BEGUN, KEPT, match
from kiosk.search.spelling import bare, words_of

MOST_WORDS: Final = 12
NEARLY: Final = 0.11
"""Words this much less likely than the best one are counted with it."""
UNKNOWN: Final = 2.0
SURE: Final = 0.7
UNFINISHED: Final = 0.5
"""The last word may not yet be what it will be: what was found must not blink away for it."""
# Initials: all of a phrase's, its last ones, its first ones, some in a row, some in order.
INITIALS: Final = 0.97
LAST_INITIALS: Final = 0.85
FIRST_INITIALS: Final = 0.7
INNER_INITIALS: Final = 0.6
SOME_INITIALS: Final = 0.55
VOWELS: Final = frozenset("aeiouy")
LONGEST_SPLIT: Final = 24
LONGEST_PART: Final = 7


@dataclass(frozen=True)
class Word:
    """A word of the query: what it may mean, what it weighs, and who has its initials.

    ``meant`` are places in the vocabulary, ``initials`` places among the entries, each with how
    surely, 0 to 1.
    """

    meant: dict[int, float]
    weight: float
    initials: dict[int, float]
    plain: str


def read(where: SearchIndex, query: str) -> list[Word]:
    """The words of ``query``; none for an empty one."""
    texts = [part for text in words_of(query)[:MOST_WORDS] for part in _parted(where, text)]
    words = []
    for at, text in enumerate(texts):
        last = at + 1 == len(texts)
        meant = match(where, text, last)
        sure = max(meant.values(), default=0.0)
        abbreviated = sure < BEGUN or VOWELS.isdisjoint(bare(text))
        initials = _initials(where, bare(text)) if abbreviated else {}
        weight = _weight(where, text, meant, initials)
        if last and not initials and sure < SURE:
            weight *= UNFINISHED
        words.append(Word(meant, weight, initials, bare(text)))
    return words


def _weight(
    where: SearchIndex, text: str, meant: dict[int, float], initials: dict[int, float]
) -> float:
    """A word says the more, the fewer have it; a word nobody has says something too."""
    common = FILLER_WEIGHT if bare(text) in where.lexicon.fillers else 1.0
    best = max(meant.values(), default=0.0)
    having = set(initials)
    for place, sure in meant.items():
        if sure >= best - NEARLY:
            having.update(where.owners[place])
    if not having:
        return UNKNOWN * common
    return common * log(1 + len(where.entries) / len(having))


def _parted(where: SearchIndex, text: str) -> list[str]:
    """Words typed without a space between them, taken apart: ``khaisinh``."""
    plain = bare(text)
    if not 4 < len(plain) <= LONGEST_SPLIT or match(where, text, True):
        return [text]
    ways: list[list[str] | None] = [[], *([None] * len(plain))]
    for end in range(1, len(plain) + 1):
        for begin in range(max(0, end - LONGEST_PART), end):
            way, part = ways[begin], plain[begin:end]
            if way is None or not _is_part(where, part, end == len(plain)):
                continue
            best = ways[end]
            if best is None or len(way) + 1 < len(best):
                ways[end] = [*way, part]
    return ways[-1] or [text]


def _is_part(where: SearchIndex, part: str, last: bool) -> bool:
    if last and next(iter(where.beginning(part)), ""):
        return True
    return len(part) > 1 and part in where.bares


def _initials(where: SearchIndex, letters: str) -> dict[int, float]:
    """Entries whose words begin with these letters."""
    if not 2 <= len(letters) <= 8 or not letters.isalpha():
        return {}
    known = where.abbreviated.get(letters)
    if known is not None:
        return known
    found: dict[int, float] = {}
    for initials, places in where.initials.items():
        sure = _abbreviates(letters, initials)
        for place in places if sure else ():
            found[place] = max(found.get(place, 0.0), sure)
    if len(where.abbreviated) >= KEPT:
        where.abbreviated.clear()
    where.abbreviated[letters] = found
    return found


def _abbreviates(letters: str, initials: str) -> float:
    if letters[0] not in initials:
        return 0.0
    if letters == initials:
        return INITIALS
    if initials.endswith(letters) and len(letters) > 2:
        return LAST_INITIALS
    if initials.startswith(letters):
        return FIRST_INITIALS
    if letters in initials and len(letters) > 2:
        return INNER_INITIALS
    rest = iter(initials)
    if len(letters) > 3 and initials[0] == letters[0] and all(one in rest for one in letters):
        return SOME_INITIALS
    return 0.0
