"""Words that hold at every office: what means the same, and what means little."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache

import assets
from kiosk.search.spelling import bare, words_of

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """``same`` maps a phrase to the others of its row; the other words are bare.

    ``fillers`` mean little. ``again`` are words of doing something another time (renew, change,
    end): what has them comes later, unless one is asked for. ``opening`` begins nearly every
    official name.
    """

    same: dict[Phrase, tuple[Phrase, ...]]
    fillers: frozenset[str] = frozenset()
    again: frozenset[str] = frozenset()
    opening: Phrase = ()

    @classmethod
    def of(
        cls, same: list[list[str]], fillers: list[str], again: list[str], opening: str
    ) -> "Lexicon":
        """From the rows and lists of a file."""
        others: dict[Phrase, list[Phrase]] = {}
        for row in same:
            phrases = [words_of(text) for text in row]
            for one in phrases:
                others.setdefault(one, []).extend(other for other in phrases if other != one)
        return cls(
            {one: tuple(dict.fromkeys(all_)) for one, all_ in others.items()},
            frozenset(bare(word) for word in fillers),
            frozenset(bare(word) for word in again),
            words_of(opening),
        )

    def without_opening(self, name: Phrase) -> Phrase:
        """An official name from where it begins to say something."""
        begun = bool(self.opening) and name[: len(self.opening)] == self.opening
        return name[len(self.opening) :] if begun else name

    def variants(self, phrase: Phrase) -> list[Phrase]:
        """The phrase, and the phrase with each of its parts said otherwise, one part at a time."""
        said = [phrase]
        for begin in range(len(phrase)):
            for end in range(begin + 1, min(begin + 6, len(phrase)) + 1):
                for other in self.same.get(phrase[begin:end], ()):
                    said.append((*phrase[:begin], *other, *phrase[end:]))
        return list(dict.fromkeys(said))


@lru_cache(maxsize=1)
def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with the program."""
    raw = tomllib.loads((assets.ROOT / "search" / "words.toml").read_text("utf-8"))
    return Lexicon.of(raw["same"], raw["fillers"], raw["again"], raw["opening"])
