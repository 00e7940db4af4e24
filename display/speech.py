"""The spoken sentence: a label and a desk become clip ids and Vietnamese words. Pure.

A label is a prefix, a space and a number ("6 027", "H 012", "03 045"). Numbers are read digit by
digit, zeros included, as on paper; desks are read as numbers ("hai mươi mốt"). A prefix no clip
can say (two letters) is left out: the screen is the primary channel, and half a prefix misleads.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LETTERS: Final = {
    "A": "a", "B": "bê", "C": "xê", "D": "đê", "E": "e", "F": "ép phờ", "G": "gờ", "H": "hát",
    "I": "i", "J": "gi", "K": "ca", "L": "e lờ", "M": "em mờ", "N": "en nờ", "O": "o", "P": "pê",
    "Q": "quy", "R": "e rờ", "S": "ét sì", "T": "tê", "U": "u", "V": "vê", "W": "vê kép",
    "X": "ích xì", "Y": "i dài", "Z": "dét",
}  # fmt: skip
CALL: Final = "Kính mời công dân có số"
RECALL: Final = "Xin nhắc lại, kính mời số"
TO_DESK: Final = "đến quầy số"
NAMED_DESKS: Final = {
    "desk_guide": "đến quầy hướng dẫn",
    "desk_result": "đến quầy trả kết quả",
}

_PREFIX: Final = re.compile(r"([A-Z]?)([0-9]*)")
_DESK: Final = re.compile(r"desk_([0-9]+)")
_OPENINGS: Final = {False: "ph_moi", True: "ph_nhac"}
_LETTER_OPENINGS: Final = {False: "call_", True: "recall_"}
_LAST_DESK_CLIP: Final = 99
_CLIP_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Utterance:
    """One announcement as it is spoken.

    ``phrases`` are clip ids: a short gap between words, a longer one between phrases. ``text`` is
    what is heard, in words; ``caption`` the same sentence with figures, quicker to read in a hall.
    """

    phrases: tuple[tuple[str, ...], ...]
    text: str
    caption: str

    @property
    def units(self) -> tuple[str, ...]:
        """All clip ids in the order they are heard."""
        return tuple(unit for phrase in self.phrases for unit in phrase)


def utter(label: str, clip: str, recall_count: int = 0) -> Utterance:
    """The call of ``label`` to the desk whose clip id is ``clip`` (``OfficeInfo.counters[].clip``).

    ``recall_count`` above 0 makes it a reminder. A clip id that is neither a number nor a named
    desk is passed on as it stands (an office's own recording) and has no words here.
    """
    number_units, number_words = _number(label, recall_count > 0)
    desk_units, desk_words, desk_caption = _desk(clip)
    opening = RECALL if recall_count > 0 else CALL
    return Utterance(
        phrases=tuple(phrase for phrase in (number_units, desk_units) if phrase),
        text=_sentence(opening, ", ".join(number_words), desk_words),
        caption=_sentence(opening, label, desk_caption),
    )


def read_number(number: int) -> str:
    """``number`` (0 to 999) in Vietnamese words; raises ``ValueError`` outside."""
    if not 0 <= number <= 999:
        raise ValueError(number)
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    words = f"{DIGITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} linh {DIGITS[rest]}" if rest < 10 else f"{words} {_below_hundred(rest)}"


def read_digits(digits: Iterable[str]) -> str:
    """Each digit by its name: "027" is "không hai bảy"."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def _below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return DIGITS[unit]
    if tens == 1:
        return " ".join(("mười", *_unit_word(unit, {5: "lăm"})))
    after_tens = {1: "mốt", 4: "tư", 5: "lăm"}
    return " ".join((DIGITS[tens], "mươi", *_unit_word(unit, after_tens)))


def _unit_word(unit: int, changed: dict[int, str]) -> tuple[str, ...]:
    return (changed.get(unit, DIGITS[unit]),) if unit else ()


def _number(label: str, again: bool) -> tuple[tuple[str, ...], list[str]]:
    """The opening phrase with prefix and number: its clip ids, and the words after the opening."""
    prefix, _, number = label.rpartition(" ")
    match = _PREFIX.fullmatch(prefix)
    letter, digits = match.groups() if match else ("", "")
    opening = _LETTER_OPENINGS[again] + letter if letter else _OPENINGS[again]
    units = (opening, *(f"digit_{digit}" for digit in digits), *_number_units(number))
    words = [LETTERS[letter]] if letter else []
    return units, [*words, *(read_digits(part) for part in (digits, number) if part.isdecimal())]


def _number_units(number: str) -> tuple[str, ...]:
    if not number.isdecimal():
        return ()
    if len(number) == _CLIP_DIGITS:
        return (f"num_{number}",)
    return tuple(f"digit_{digit}" for digit in number)


def _desk(clip: str) -> tuple[tuple[str, ...], str, str]:
    """Clip ids of the way to the desk, its words, and its caption."""
    if clip in NAMED_DESKS:
        return (clip,), NAMED_DESKS[clip], NAMED_DESKS[clip]
    match = _DESK.fullmatch(clip)
    if match is None:
        return ((clip,) if clip else ()), "", ""
    number = int(match[1])
    caption = f"{TO_DESK} {number}"
    if 1 <= number <= _LAST_DESK_CLIP:
        return (f"desk_{number}",), f"{TO_DESK} {read_number(number)}", caption
    digits = str(number)
    units = ("ph_den_quay", *(f"digit_{digit}" for digit in digits))
    return units, f"{TO_DESK} {read_digits(digits)}", caption


def _sentence(*parts: str) -> str:
    return " ".join(part for part in parts if part) + "."
