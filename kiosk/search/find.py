"""Ranks the entries that a query may mean. Pure and deterministic."""

from heapq import nlargest
from itertools import pairwise
from typing import Final

from kiosk.search.index import Entry, SearchIndex, SearchPhrase
from kiosk.search.query import Word, read
from kiosk.search.spelling import words_of

LEAST: Final = 0.36
"""Entries with a lower score are not shown: a page of near misses helps less than a person."""
NEAR: Final = 0.55
"""Entries below this share of the best score are not shown either."""
# What makes a phrase the one that was meant: its words were said, nothing else is in it, and they
# were said in its order.
SAID: Final = 0.6
WHOLE: Final = 0.25
ORDER: Final = 0.15
ANYWHERE: Final = 0.25
"""The share of what an entry knows of the query in any of its phrases."""
LOOKED_AT: Final = 60
"""So many entries are rated phrase by phrase, those that know most of the query."""
# What decides between those that are otherwise alike.
LIKELY: Final = 0.03
GENERAL: Final = 0.9
AGAIN: Final = 0.95


def find(where: SearchIndex, query: str, limit: int = 20) -> tuple[Entry, ...]:
    """The best entries for ``query``, best first; nothing for an empty query. Never raises."""
    words = read(where, query)
    whole = sum(word.weight for word in words)
    if not whole:
        return ()
    pool = _pool(where, words, whole)
    near = nlargest(LOOKED_AT, pool, key=lambda place: (pool[place], where.before[place]))
    rates = {place: _rate(where, place, words, whole, pool[place]) for place in near}
    least = max(LEAST, NEAR * max(rates.values(), default=0.0))
    exact = words_of(query)
    best = sorted(
        (place for place, rate in rates.items() if rate >= least),
        key=lambda place: (where.labels[place] != exact, -rates[place], place),
    )
    return tuple(where.entries[place] for place in best[:limit])


def _pool(where: SearchIndex, words: list[Word], whole: float) -> dict[int, float]:
    """How much of the query each entry matches in any of its phrases."""
    pool: dict[int, float] = {}
    for word in words:
        known = dict(word.initials)
        for place, sure in word.meant.items():
            for owner, worth in where.owners[place].items():
                if sure * worth > known.get(owner, 0.0):
                    known[owner] = sure * worth
        share = word.weight / whole
        for owner, sure in known.items():
            pool[owner] = pool.get(owner, 0.0) + share * sure
    return pool


def _rate(where: SearchIndex, place: int, words: list[Word], whole: float, pool: float) -> float:
    """How well an entry answers, about 0 to 1."""
    entry, again = where.entries[place], where.again[place]
    best = max((_alike(where, said, words, whole) for said in where.phrases[place]), default=0.0)
    if len(words) == 1:
        best = max(best, words[0].initials.get(place, 0.0))
    rate = ((1 - ANYWHERE) * best + ANYWHERE * pool) * (GENERAL if entry.general else 1.0)
    unasked = again and all(word.plain not in again for word in words)
    return rate * (AGAIN if unasked else 1.0) + LIKELY * entry.likely


def _alike(where: SearchIndex, said: SearchPhrase, words: list[Word], whole: float) -> float:
    """How much of the query the phrase says, how much of the phrase the query, and in order."""
    asked = told = 0.0
    taken: list[int] = []
    for word in words:
        best, at = 0.0, -1
        for here, place in enumerate(said.words):
            sure = word.meant.get(place, 0.0)
            if sure > best and here not in taken:
                best, at = sure, here
        if at >= 0:
            asked += word.weight * best
            told += where.weights[said.words[at]] * best
            taken.append(at)
    if not taken:
        return 0.0
    steps = sum(1 for one, two in pairwise(taken) if two == one + 1)
    order = steps / (len(words) - 1) if len(words) > 1 else 1.0
    return said.worth * (asked / whole) * (SAID + WHOLE * told / said.total + ORDER * order)
