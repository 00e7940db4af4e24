"""A Telex composer: keys in, Vietnamese text out. Pure.

``ddawng kys`` becomes ``đăng ký`` while it is typed. A key pressed once more takes its mark back
(``ass`` is ``as``), and what cannot be a Vietnamese syllable stays as typed (``birth``), so foreign
words pass. Marks may also come ready made: ``ă`` or a combining tone from a key of its own.
"""

import unicodedata
from dataclasses import dataclass, replace
from typing import Final

from kiosk.keyboard.syllable import Letter, has_known_nucleus, is_syllable, nucleus, spelled

TONES: Final = {
    "s": "\N{COMBINING ACUTE ACCENT}",
    "f": "\N{COMBINING GRAVE ACCENT}",
    "r": "\N{COMBINING HOOK ABOVE}",
    "x": "\N{COMBINING TILDE}",
    "j": "\N{COMBINING DOT BELOW}",
}
CIRCUMFLEX: Final = "\N{COMBINING CIRCUMFLEX ACCENT}"
BREVE: Final = "\N{COMBINING BREVE}"
HORN: Final = "\N{COMBINING HORN}"
STROKE: Final = "-"
VOWELS: Final = "aeiouy"


@dataclass(frozen=True)
class Typed:
    """The text in the box; its end is the word that ``keys`` make."""

    text: str = ""
    keys: str = ""


@dataclass(frozen=True)
class _Word:
    """A word in the making: ``composed`` once a key was more than a letter.

    ``plain``: a mark was taken back, so further keys are just letters. ``settled``: it was taken
    back by the very last key, which is then meant as it looks. ``last`` is the key before.
    ``lone``: a w made its ư from nothing.
    """

    letters: tuple[Letter, ...] = ()
    tone: str = ""
    composed: bool = False
    plain: bool = False
    settled: bool = False
    last: str = ""
    lone: bool = False


def press(typed: Typed, key: str) -> Typed:
    """After one more ``key``: a letter, a combining tone mark, or anything else, which ends a word.

    More than one letter at once are pressed one after the other.
    """
    for one in unicodedata.normalize("NFC", key):
        typed = _press(typed, one)
    return typed


def erase(typed: Typed) -> Typed:
    """The last letter gone, with all its marks."""
    text = unicodedata.normalize("NFC", typed.text)[:-1]
    begin = len(text)
    while begin and text[begin - 1].isalpha():
        begin -= 1
    # Letters that would be read as keys (xoong) are left alone: what stands there, stands.
    word = text[begin:]
    return Typed(text, word if compose(word) == word else "")


def compose(keys: str) -> str:
    """The word that ``keys`` make: ``ddaats`` is ``đất``, ``birth`` is ``birth``."""
    word = _Word()
    for key in keys:
        word = replace(_strike(replace(word, settled=False), key), last=key)
    made = unicodedata.normalize("NFC", spelled(word.letters, word.tone))
    if word.composed and not word.settled and not is_syllable(word.letters, word.tone):
        return "".join(key for key in keys if not unicodedata.combining(key))
    return made


def _press(typed: Typed, key: str) -> Typed:
    if not key.isalpha() and not unicodedata.combining(key):
        return Typed(typed.text + key)
    if unicodedata.combining(key) and not typed.keys:
        return typed
    kept = typed.text[: len(typed.text) - len(compose(typed.keys))]
    keys = typed.keys + key
    return Typed(kept + compose(keys), keys)


def _strike(word: _Word, key: str) -> _Word:
    low = key.casefold()
    if unicodedata.combining(key):
        return _toned(word, key)
    if not key.isascii():
        return _ready_made(word, key)
    if word.plain:
        return _added(word, Letter(key))
    if low in TONES:
        return _tone_key(word, key)
    if low == "z" and word.tone:
        return replace(word, tone="")
    if low == "d":
        return _stroke_key(word, key)
    if low == "w":
        return _horn_key(word, key)
    if low in "aeo":
        return _hat_key(word, key)
    return _added(word, Letter(key))


def _added(word: _Word, letter: Letter) -> _Word:
    return replace(word, letters=(*word.letters, letter))


def _ready_made(word: _Word, key: str) -> _Word:
    letter, tone = Letter.parted(key)
    return replace(_added(word, letter), tone=tone or word.tone)


def _toned(word: _Word, tone: str) -> _Word:
    """A tone from a key of its own: the same once more takes it away."""
    if not nucleus(word.letters):
        return word
    return replace(word, tone="" if word.tone == tone else tone)


def _tone_key(word: _Word, key: str) -> _Word:
    tone = TONES[key.casefold()]
    if not nucleus(word.letters):
        return _added(word, Letter(key))
    if word.tone == tone:
        return _taken_back(replace(word, tone=""), word, key)
    return replace(word, tone=tone, composed=True)


def _taken_back(bare: _Word, marked: _Word, key: str) -> _Word:
    """The mark becomes a letter where its key came twice in a row, else the key is just one."""
    if marked.last.casefold() != key.casefold():
        return replace(_added(marked, Letter(key)), plain=True)
    return replace(_added(bare, Letter(key)), plain=True, settled=True)


def _stroke_key(word: _Word, key: str) -> _Word:
    """The first letter of a syllable, also from behind, or any of an abbreviation (``NĐ``)."""
    at = 0 if nucleus(word.letters) else len(word.letters) - 1
    if not word.letters or word.letters[at].low != "d":
        return _added(word, Letter(key))
    if word.letters[at].mark:
        return _taken_back(_marked(word, at, ""), word, key)
    return _marked(word, at, STROKE)


def _hat_key(word: _Word, key: str) -> _Word:
    """The second a, e or o puts a hat on the first, while only vowels are between them.

    Not from behind a consonant: ``photo`` is what people copy.
    """
    low, vowels = key.casefold(), nucleus(word.letters)
    places = [at for at in vowels if word.letters[at].low == low]
    if not places or vowels[-1] + 1 < len(word.letters):
        return _added(word, Letter(key))
    if word.letters[places[-1]].mark == CIRCUMFLEX:
        return _taken_back(_marked(word, places[-1], ""), word, key)
    hatted = _marked(word, places[-1], CIRCUMFLEX)
    return hatted if has_known_nucleus(hatted.letters) else _added(word, Letter(key))


def _horn_key(word: _Word, key: str) -> _Word:
    places = nucleus(word.letters)
    if not places:
        made = _added(word, Letter("U" if key.isupper() else "u", HORN))
        return replace(made, composed=True, lone=True)
    if word.lone and word.last in ("w", "W"):
        return _taken_back(replace(word, letters=word.letters[:-1]), word, key)
    horned = [at for at in places if word.letters[at].mark in (HORN, BREVE)]
    both = "".join(word.letters[at].low for at in places[:2]) == "uo"
    if horned and not (both and len(horned) == 1):
        bare = word
        for at in horned:
            bare = _marked(bare, at, "")
        return _taken_back(bare, word, key)
    return _bent(word, places, key)


def _bent(word: _Word, places: tuple[int, ...], key: str) -> _Word:
    """ư, ơ or ă, whichever the vowels allow: ``muaw`` mưa, ``hoaw`` hoă, ``tuoiw`` tươi."""
    lows = "".join(word.letters[at].low for at in places)
    if lows.startswith("uo"):
        return _marked(_marked(word, places[0], HORN), places[1], HORN)
    if lows.startswith("u"):
        return _marked(word, places[0], HORN)
    for low, mark in (("o", HORN), ("a", BREVE)):
        if low in lows and not (low == "o" and "oa" in lows):
            return _marked(word, places[lows.index(low)], mark)
    return _added(word, Letter(key))


def _marked(word: _Word, at: int, mark: str) -> _Word:
    letters = (*word.letters[:at], replace(word.letters[at], mark=mark), *word.letters[at + 1 :])
    return replace(word, letters=letters, composed=True)
