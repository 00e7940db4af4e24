"""How words are written, heard and mistyped: what makes two spellings the same word. Pure."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from kiosk.keyboard.syllable import TONE_MARKS

SPLIT: Final = re.compile(r"[\W_]+")
# Letters that sound alike somewhere between Lạng Sơn and Cà Mau, each as one of its family.
HEARD_ONSETS: Final = (
    *(("ngh", "ng"), ("ng", "ng"), ("nh", "nh"), ("n", "l"), ("gh", "g"), ("gi", "d"), ("r", "d")),
    *(("tr", "ch"), ("ch", "ch"), ("c", "k"), ("qu", "w"), ("q", "k"), ("x", "s"), ("ph", "f")),
)
HEARD_CODAS: Final = (("nh", "n"), ("ng", "n"), ("ch", "t"), ("c", "t"), ("q", "t"))


def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text`` with their accents, small, without signs, composed (NFC)."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    return tuple(word for word in SPLIT.split(plain) if word)


def fold(text: str) -> str:
    """Without accents, capitals and signs: ``Đăng ký: Khai sinh`` becomes ``dang ky khai sinh``."""
    return " ".join(bare(word) for word in words_of(text))


@lru_cache(maxsize=8192)
def bare(word: str) -> str:
    """A word without its accents."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(c for c in letters if not unicodedata.combining(c)).replace("đ", "d")


@lru_cache(maxsize=8192)
def accents(word: str) -> tuple[str, frozenset[str]]:
    """The tone of a word and the marks of its letters, wherever they stand."""
    signs = unicodedata.normalize("NFD", word)
    tone = "".join(c for c in signs if c in TONE_MARKS)
    marks = {c for c in signs if unicodedata.combining(c) and c not in TONE_MARKS}
    return tone, frozenset(marks | ({"đ"} if "đ" in word else set()))


def agrees(typed: str, meant: str) -> bool:
    """Whether the accents that were typed stand on the word too. None typed agree with all."""
    if typed.isascii():
        return True
    tone, marks = accents(typed)
    true_tone, true_marks = accents(meant)
    return (not tone or tone == true_tone) and marks <= true_marks


@lru_cache(maxsize=8192)
def sound(word: str) -> str:
    """How a bare word is heard: ``tru`` and ``chu`` alike, and so are ``ky`` and ``ki``."""
    if len(word) < 2:
        return word
    for written, heard in HEARD_ONSETS:
        if word.startswith(written):
            word = heard + word[len(written) :]
            break
    for written, heard in HEARD_CODAS:
        if word.endswith(written) and len(word) > len(written):
            word = word[: -len(written)] + heard
            break
    return word.replace("y", "i")


def short_by_one(word: str) -> tuple[str, ...]:
    """The word and all that is left of it when one letter is left out."""
    return (word, *(word[:at] + word[at + 1 :] for at in range(len(word))))


def one_slip(typed: str, meant: str) -> bool:
    """Whether one letter too many, too few or wrong, or two swapped, tell the two apart."""
    if abs(len(typed) - len(meant)) > 1:
        return False
    if len(typed) == len(meant):
        wrong = [at for at, pair in enumerate(zip(typed, meant, strict=True)) if pair[0] != pair[1]]
        if len(wrong) != 2:
            return len(wrong) < 2
        first, second = wrong
        return second == first + 1 and typed[first] + typed[second] == meant[second] + meant[first]
    long, short = sorted((typed, meant), key=len, reverse=True)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
