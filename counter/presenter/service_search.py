"""Finds a service or a procedure by typed words, with or without accents. Pure."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """Something a ticket can be issued for; ``code`` is a service id or a procedure code."""

    code: str
    service: str
    name: str
    words: str = ""


def fold(text: str) -> str:
    """Without accents, capitals and signs: ``Khai sinh, khai tử`` becomes ``khai sinh khai tu``."""
    letters = unicodedata.normalize("NFD", text.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")
    return " ".join("".join(c if c.isalnum() else " " for c in plain).split())


def find(works: Iterable[Work], typed: str, limit: int) -> tuple[Work, ...]:
    """The first ``limit`` works in which every typed word begins some word."""
    asked = fold(typed).split()
    found = (work for work in works if _matches(work, asked))
    ranked = sorted(found, key=lambda work: not fold(work.name).startswith(" ".join(asked)))
    return tuple(ranked[:limit])


def _matches(work: Work, asked: list[str]) -> bool:
    words = fold(f"{work.name} {work.words} {work.code}").split()
    initials = "".join(word[0] for word in fold(work.name).split())
    by_words = all(any(word.startswith(each) for word in words) for each in asked)
    return by_words or (len(asked) == 1 and len(asked[0]) > 1 and initials.startswith(asked[0]))
