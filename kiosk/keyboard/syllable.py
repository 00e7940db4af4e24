"""What a Vietnamese syllable is made of, and where its tone stands. Pure.

A syllable is onset, nucleus (its vowels), coda and tone. ``gi`` and ``qu`` are onsets: the tone of
``già`` and ``quý`` stands on what follows.
"""

import unicodedata
from dataclasses import dataclass
from typing import Final

TONE_MARKS: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
STOPPED_TONES: Final = ("\u0301", "\u0323")
"""The only tones before c, ch, k, p and t."""

ONSETS: Final = frozenset(
    (
        *("", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng"),
        *("ngh", "nh", "p", "ph", "qu", "r", "s", "t", "th", "tr", "v", "x"),
    )
)
NUCLEI: Final = frozenset(
    (
        *("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y", "ia", "iê", "yê", "ya", "ua"),
        *("uô", "ưa", "ươ", "oa", "oă", "oe", "oo", "uâ", "uê", "uy", "uơ", "uya", "uyê", "ai"),
        *("ao", "au", "ay", "âu", "ây", "eo", "êu", "iu", "iêu", "yêu", "oi", "ôi", "ơi", "oai"),
        *("oay", "oao", "oeo", "ui", "uôi", "ưi", "ươi", "ưu", "ươu", "uây", "uyu", "uao", "uai"),
        *("uay", "uau"),
    )
)
CODAS: Final = frozenset(("", "c", "ch", "k", "m", "n", "ng", "nh", "p", "t"))
SECOND: Final = ("oa", "oe", "uy", "oo")
"""Open pairs whose tone stands on the second vowel, by the modern rule: hoà, khoẻ, thuý."""


@dataclass(frozen=True)
class Letter:
    """A letter and its mark: hat, breve or horn as a combining sign, ``-`` for the stroke of đ."""

    base: str
    mark: str = ""

    @property
    def low(self) -> str:
        """The bare letter, small."""
        return self.base.casefold()

    @staticmethod
    def parted(sign: str) -> "tuple[Letter, str]":
        """A composed letter as letter and tone: ``ế`` is ê and the acute."""
        if sign in "đĐ":
            return Letter("d" if sign == "đ" else "D", "-"), ""
        base, *marks = list(unicodedata.normalize("NFD", sign))
        tone = "".join(mark for mark in marks if mark in TONE_MARKS)
        return Letter(base, "".join(mark for mark in marks if mark not in TONE_MARKS)), tone

    def sign(self) -> str:
        """The letter as it is written, without a tone."""
        if self.mark == "-":
            return "đ" if self.base == "d" else "Đ"
        return unicodedata.normalize("NFC", self.base + self.mark)


def nucleus(letters: tuple[Letter, ...]) -> tuple[int, ...]:
    """Places of the vowels, without the i of ``gi`` and the u of ``qu`` where a vowel follows."""
    begin = 0
    while begin < len(letters) and letters[begin].low not in "aeiouy":
        begin += 1
    end = begin
    while end < len(letters) and letters[end].low in "aeiouy":
        end += 1
    head = "".join(one.low for one in letters[: begin + 1])
    glide = (head == "gi" and end - begin > 1) or (head == "qu" and end > begin)
    return tuple(range(begin + glide, end))


def spelled(letters: tuple[Letter, ...], tone: str) -> str:
    """The word with its tone where it belongs; decomposed, as Unicode likes it."""
    letters = _huow(letters)
    place = tone_place(letters) if tone else -1
    return "".join(one.sign() + (tone if at == place else "") for at, one in enumerate(letters))


def tone_place(letters: tuple[Letter, ...]) -> int:
    """Which letter carries the tone, -1 if none can."""
    places = nucleus(letters)
    if not places:
        return -1
    marked = [at for at in places if letters[at].mark]
    if marked:
        return marked[-1]
    vowels = "".join(letters[at].low for at in places)
    closed = places[-1] + 1 < len(letters)
    if len(places) == 1:
        return places[0]
    if len(places) == 2:
        return places[1] if closed or vowels in SECOND else places[0]
    return places[1]


def is_syllable(letters: tuple[Letter, ...], tone: str) -> bool:
    """Whether this can stand in a Vietnamese text; consonants alone pass (``đk`` abbreviates)."""
    letters = _huow(letters)
    places = nucleus(letters)
    signs = [one.sign().casefold() for one in letters]
    if not places:
        return True
    onset, coda = "".join(signs[: places[0]]), "".join(signs[places[-1] + 1 :])
    vowels = "".join(signs[places[0] : places[-1] + 1])
    if coda in ("c", "ch", "k", "p", "t") and tone and tone not in STOPPED_TONES:
        return False
    return onset in ONSETS and coda in CODAS and vowels in NUCLEI


def has_known_nucleus(letters: tuple[Letter, ...]) -> bool:
    """Whether its vowels stand together in some Vietnamese syllable: ``oeo`` do, ``ôe`` do not."""
    return "".join(letters[at].sign().casefold() for at in nucleus(letters)) in NUCLEI


def _huow(letters: tuple[Letter, ...]) -> tuple[Letter, ...]:
    """Both vowels of ``ươ`` are horned except at the end: ``thuở``, but ``thương``."""
    places = nucleus(letters)
    signs = "".join(letters[at].sign().casefold() for at in places)
    if signs == "ươ" and places[-1] + 1 == len(letters):
        first = places[0]
        return (*letters[:first], Letter(letters[first].base), *letters[first + 1 :])
    return letters
