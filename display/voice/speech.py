"""The spoken sentence: from label and desk to units of the voice, and words. Pure.

A label is a prefix, a space and a number ("6 027", "H 012", "TP 045"). Prefix and number are read
sign by sign, zeros included, as on paper; desks are read as numbers ("hai mươi mốt"). Vietnamese
comes first; the ticket's own language follows, aloud where it has a voice, else as a caption only.
"""

import re
from dataclasses import dataclass
from typing import Final

from assets.languages.language import Language, language_of
from assets.voicebank import vietnamese
from assets.voicebank.units import CALL, RECALL, TO_DESK, VI, Sentence, text_of

_PREFIX: Final = re.compile(r"[A-Z0-9]*")
_DESK: Final = re.compile(r"desk_([0-9]+)")
_LETTER_OPENINGS: Final = {CALL: "call", RECALL: "recall"}
_LAST_DESK_UNIT: Final = 99
_NUMBER_UNIT_DIGITS: Final = 3


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


def utter(
    label: str, clip: str, recall_count: int = 0, language: str = "", desk_name: str = ""
) -> Utterance:
    """The call of ``label`` to the desk whose unit is ``clip`` (``OfficeInfo.counters[].clip``).

    ``recall_count`` above 0 makes it a reminder; ``language`` is what the ticket asks for, empty
    for Vietnamese, and ``desk_name`` what the office calls the desk in it. A clip that is neither
    a number nor a named desk is passed on as it stands (an office's own recording) and has no
    words here.
    """
    opening = RECALL if recall_count > 0 else CALL
    other = language_of(language)
    sentences = [_call(VI, opening, label, clip)]
    if other.voice and other.code != VI:
        sentences.append(_call(other.code, opening, label, clip))
    translated = _caption(other, opening, label, clip, desk_name) if other.code != VI else ""
    return Utterance(
        sentences=tuple(sentences),
        text=_words(opening, label, clip),
        caption=_caption(language_of(VI), opening, label, clip),
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
        desk = f"{text_of(TO_DESK, VI)} {vietnamese.read_digits(str(int(match[1])))}"
    return " ".join(part for part in (text_of(opening, VI), ", ".join(parts), desk) if part) + "."


def _caption(language: Language, opening: str, label: str, clip: str, desk_name: str = "") -> str:
    """The call with figures; empty where the language has no words for it."""
    phrases = language.phrases
    match = _DESK.fullmatch(clip)
    where = phrases.get(clip, desk_name)
    if match and TO_DESK in phrases:
        where = f"{phrases[TO_DESK]} {int(match[1])}"
    form = language.caption if where else language.caption_nowhere
    said = phrases.get(opening) or phrases.get(CALL, "")
    return form.format(opening=said, label=label, where=where)
