"""The units of a voice: each is one recording, with one text in each language. Pure.

Texts are ``[phrases]`` and ``[read_aloud]`` of the languages; what varies is read here.

``ph_moi`` and ``ph_nhac`` open a call and a recall; ``call_H`` and ``recall_H`` do so together
with a letter; ``letter_H``, ``digit_4``, ``num_027`` are what a label consists of; ``desk_9``,
``desk_guide``, ``desk_result`` say where to go; other ``ph_*`` are whole sentences.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from assets.languages.language import SOURCE, Language, language_of, languages
from assets.voicebank import english, vietnamese

VI: Final = SOURCE
EN: Final = "en"
"""Two languages whose numbers are read by rules of their own; others say them by digits."""

CALL: Final = "ph_moi"
RECALL: Final = "ph_nhac"
TO_DESK: Final = "ph_den_quay"
WELCOME: Final = "ph_chao"
LATE: Final = "ph_xinloi"
CLOSING: Final = "ph_hetgio"
PRIORITY: Final = "ph_uutien"
SAFETY: Final = "ph_antoan"

_Reading = tuple[Callable[[int], str], Callable[[str], str], Callable[[str], str]]
"""How numbers, digits and prefixes are read."""
_READINGS: Final[Mapping[str, _Reading]] = {
    VI: (vietnamese.read_number, vietnamese.read_digits, vietnamese.read_prefix),
    EN: (english.read_number, english.read_digits, english.read_prefix),
}
_SAME: Final = {"desk_guide": "ph_den_huongdan", "desk_result": "ph_den_traketqua"}
_VARIED: Final = re.compile(r"(call|recall|letter)_([A-Z])|(digit)_([0-9])|(num)_([0-9]{3})"
                            r"|(desk)_([1-9][0-9]?)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in one language: units by phrase, a short rest between units, a longer after.

    The first phrase says who is meant: without it the others are not worth hearing.
    """

    language: str
    phrases: tuple[tuple[str, ...], ...]

    @property
    def units(self) -> tuple[str, ...]:
        """All its units in the order they are heard."""
        return tuple(unit for phrase in self.phrases for unit in phrase)


def text_of(unit: str, language: str) -> str:
    """What is said in ``unit``; empty for a unit there is not."""
    known = language_of(language)
    phrases = known.phrases
    if unit in phrases:
        return phrases[unit]
    if unit in known.read_aloud:
        return known.read_aloud[unit]
    match = _VARIED.fullmatch(unit)
    if match is None:
        return ""
    kind, value = (group for group in match.groups() if group is not None)
    number, digits, prefix = _READINGS.get(language) or _by_digits(known)
    if kind == "desk":
        return f"{phrases.get(TO_DESK, '')} {number(int(value))}".strip()
    if kind in ("digit", "num"):
        return digits(value)
    letter = prefix(value)
    opening = {"call": phrases.get(CALL, ""), "recall": phrases.get(RECALL, ""), "letter": ""}
    return f"{opening[kind]} {letter}".strip()


def _by_digits(language: Language) -> _Reading:
    def said(signs: Iterable[str]) -> str:
        return " ".join(language.digits[int(s)] if s.isdecimal() else s for s in signs)

    return lambda number: said(str(number)), said, said


def voiced() -> tuple[str, ...]:
    """The codes of the languages that have a voice, Vietnamese first."""
    return tuple(each.code for each in languages().values() if each.voice)


def made_of(unit: str) -> tuple[str, ...]:
    """Smaller units that together say the same, if there are any."""
    kind, _, value = unit.rpartition("_")
    if unit in _SAME:
        return (_SAME[unit],)
    if kind == "call":
        return CALL, f"letter_{value}"
    if kind == "recall":
        return RECALL, f"letter_{value}"
    if kind == "num":
        return tuple(f"digit_{digit}" for digit in value)
    if kind == "desk" and value.isdecimal():
        return TO_DESK, *(f"digit_{digit}" for digit in value)
    return ()
