"""The spoken sentence: a label and a desk become units of the voice and words. Pure.

A label is a prefix, a space and a number ("6 027", "H 012", "TP 045"). Prefix and number are read
sign by sign, zeros included, as on paper; desks are read as numbers ("hai mươi mốt"). Vietnamese
comes first; English follows where the ticket asks for it; Khmer is written on the screen only.
"""

import re
from dataclasses import dataclass
from typing import Final

from assets.voicebank import vietnamese
from assets.voicebank.units import CALL, EN, PHRASES, RECALL, TO_DESK, VI, Sentence, text_of

KHMER: Final = "km"

_PREFIX: Final = re.compile(r"[A-Z0-9]*")
_DESK: Final = re.compile(r"desk_([0-9]+)")
_LETTER_OPENINGS: Final = {CALL: "call", RECALL: "recall"}
_LAST_DESK_UNIT: Final = 99
_NUMBER_UNIT_DIGITS: Final = 3
# Not yet read by a native speaker of Khmer (docs/voice.md); {desk} is a number.
_KHMER_CALL: Final = "សូមអញ្ជើញលេខ {label} ទៅកាន់បញ្ជរលេខ {desk}"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One announcement as it is spoken: ``sentences`` one after the other.

    ``text`` is the Vietnamese that is heard, in words; ``caption`` the same with figures, quicker
    to read in a hall; ``translated`` the caption in the ticket's own language, else empty.
    """

    sentences: tuple[Sentence, ...]
    text: str
    caption: str
    translated: str = ""

    @property
    def units(self) -> tuple[str, ...]:
        """The Vietnamese units in the order they are heard."""
        return self.sentences[0].units if self.sentences else ()


def utter(label: str, clip: str, recall_count: int = 0, language: str = "") -> Utterance:
    """The call of ``label`` to the desk whose unit is ``clip`` (``OfficeInfo.counters[].clip``).

    ``recall_count`` above 0 makes it a reminder; ``language`` is what the ticket asks for, empty
    for Vietnamese. A clip that is neither a number nor a named desk is passed on as it stands (an
    office's own recording) and has no words here.
    """
    opening = RECALL if recall_count > 0 else CALL
    sentences = [_call(VI, opening, label, clip)]
    translated = ""
    if language == EN:
        sentences.append(_call(EN, opening, label, clip))
        translated = _caption(EN, opening, label, clip)
    elif language == KHMER and (match := _DESK.fullmatch(clip)):
        translated = _KHMER_CALL.format(label=label, desk=match[1])
    return Utterance(
        sentences=tuple(sentences),
        text=_words(opening, label, clip),
        caption=_caption(VI, opening, label, clip),
        translated=translated,
    )


def say(unit: str) -> Utterance:
    """A whole sentence that is one unit (``units.LATE``, ``units.CLOSING``, …)."""
    text = text_of(unit, VI)
    return Utterance(sentences=(Sentence(VI, ((unit,),)),), text=text, caption=text)


def _call(language: str, opening: str, label: str, clip: str) -> Sentence:
    prefix, _, number = label.rpartition(" ")
    who = (*_opening_units(opening, prefix), *_number_units(number))
    return Sentence(language, tuple(phrase for phrase in (who, _desk_units(clip)) if phrase))


def _opening_units(opening: str, prefix: str) -> tuple[str, ...]:
    """The opening with the prefix: one unit as far as its first letter, then sign by sign."""
    if not _PREFIX.fullmatch(prefix):
        return (opening,)
    if prefix[:1].isalpha():
        rest = tuple(_sign_unit(sign) for sign in prefix[1:])
        return f"{_LETTER_OPENINGS[opening]}_{prefix[0]}", *rest
    return opening, *(_sign_unit(sign) for sign in prefix)


def _sign_unit(sign: str) -> str:
    return f"digit_{sign}" if sign.isdecimal() else f"letter_{sign}"


def _number_units(number: str) -> tuple[str, ...]:
    if not number.isdecimal():
        return ()
    if len(number) == _NUMBER_UNIT_DIGITS:
        return (f"num_{number}",)
    return tuple(f"digit_{digit}" for digit in number)


def _desk_units(clip: str) -> tuple[str, ...]:
    match = _DESK.fullmatch(clip)
    if match is None or 1 <= int(match[1]) <= _LAST_DESK_UNIT:
        return (clip,) if clip else ()
    return TO_DESK, *(f"digit_{digit}" for digit in str(int(match[1])))


def _words(opening: str, label: str, clip: str) -> str:
    """The Vietnamese sentence as it is heard."""
    prefix, _, number = label.rpartition(" ")
    parts = [vietnamese.read_prefix(prefix)] if prefix and _PREFIX.fullmatch(prefix) else []
    if number.isdecimal():
        parts.append(vietnamese.read_digits(number))
    match = _DESK.fullmatch(clip)
    desk = text_of(clip, VI)
    if not desk and match:
        desk = f"{PHRASES[VI][TO_DESK]} {vietnamese.read_digits(str(int(match[1])))}"
    return _sentence(PHRASES[VI][opening], ", ".join(parts), desk)


def _caption(language: str, opening: str, label: str, clip: str) -> str:
    phrases = PHRASES[language]
    match = _DESK.fullmatch(clip)
    desk = f"{phrases[TO_DESK]} {int(match[1])}" if match else phrases.get(clip, "")
    mark = "," if language == EN and desk else ""
    return _sentence(phrases[opening], label + mark, desk)


def _sentence(*parts: str) -> str:
    return " ".join(part for part in parts if part) + "."
