"""Finds what a citizen means, with or without accents, in any order, by beginnings or initials.

Pure. ``khai sinh``, ``sinh kh``, ``khaisinh`` and ``dkks`` all find *Đăng ký khai sinh*.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

# Words people put around what they want; only left out when nothing matches all the words.
FILLERS: Final = frozenset(
    (
        *("lam", "xin", "toi", "can", "muon", "cho", "de", "ve", "giay", "to", "thu", "tuc"),
        *("dang", "ky", "cap", "viec", "di", "nop", "ho", "so"),
    )
)
NO_MATCH: Final = 99


@dataclass(frozen=True)
class Entry:
    """Something to find: ``key`` is what the kiosk opens, ``label`` the words on its button."""

    key: str
    label: str
    name: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Indexed:
    entry: Entry
    plain: str
    label: tuple[str, ...]
    keywords: tuple[str, ...]
    name: tuple[str, ...]
    initials: tuple[str, ...]


@dataclass(frozen=True)
class SearchIndex:
    """Entries made ready for searching. Build once an office, not once a key."""

    entries: tuple[_Indexed, ...]


def fold(text: str) -> str:
    """Without accents, capitals and signs: ``Đăng ký: Khai sinh`` becomes ``dang ky khai sinh``."""
    letters = unicodedata.normalize("NFD", text.casefold())
    kept = "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def index(entries: Iterable[Entry]) -> SearchIndex:
    """Make ``entries`` searchable; their order decides between equals."""
    return SearchIndex(tuple(_prepare(entry) for entry in entries))


def find(where: SearchIndex, query: str, limit: int = 20) -> tuple[Entry, ...]:
    """The best entries for ``query``, best first; nothing for an empty query. Never raises."""
    if not query.strip():
        return ()
    words = tuple(fold(query).split())
    found = _ranked(where, _plain(query), words)
    fewer = tuple(word for word in words if word not in FILLERS)
    if not found and fewer and fewer != words:
        found = _ranked(where, _plain(query), fewer)
    return found[:limit]


def _ranked(where: SearchIndex, plain: str, words: tuple[str, ...]) -> tuple[Entry, ...]:
    rated = [(_rank(item, plain, words), item) for item in where.entries]
    hits = [
        (rank, len(item.label), place, item.entry)
        for place, (rank, item) in enumerate(rated)
        if rank < NO_MATCH
    ]
    hits.sort(key=lambda hit: hit[:3])
    return tuple(hit[3] for hit in hits)


def _rank(item: _Indexed, plain: str, words: tuple[str, ...]) -> int:
    """How well ``item`` answers, 0 the best. The last word may be unfinished, and so may all."""
    if item.plain == plain:
        return 0
    if not words:
        return NO_MATCH
    if item.label == words:
        return 1
    if _leads(item.label, words):
        return 2
    if all(_begins(word, item.label) for word in words):
        return 3
    if all(_begins(word, item.label + item.keywords) for word in words):
        return 4
    if len(words) == 1 and len(words[0]) > 1 and any(words[0] in made for made in item.initials):
        return 5
    if len(words) == 1 and len(words[0]) > 3 and words[0] in "".join(item.label):
        return 6
    if all(_begins(word, item.label + item.keywords + item.name) for word in words):
        return 7
    return NO_MATCH


def _leads(label: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the label begins with exactly these words, the last one perhaps unfinished."""
    whole, last = words[:-1], words[-1]
    return label[: len(whole)] == whole and any(
        part.startswith(last) for part in label[len(whole) : len(words)]
    )


def _begins(word: str, among: tuple[str, ...]) -> bool:
    return any(part.startswith(word) for part in among)


def _prepare(entry: Entry) -> _Indexed:
    label = tuple(fold(entry.label).split())
    name = tuple(fold(entry.name).split())
    return _Indexed(
        entry,
        _plain(entry.label),
        label,
        tuple(word for text in entry.keywords for word in fold(text).split()),
        # "Thủ tục đăng ký …" begins nearly every official name and would match nearly everything.
        tuple(word for word in name if word not in FILLERS),
        tuple("".join(word[0] for word in words) for words in (label, name) if words),
    )


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
