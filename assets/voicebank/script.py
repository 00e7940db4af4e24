"""The recording script: what a person reads into a microphone for an office. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from assets.languages.language import language_of
from assets.voicebank.units import (
    CALL,
    CLOSING,
    EN,
    LATE,
    RECALL,
    SAFETY,
    TO_DESK,
    VI,
    WELCOME,
    text_of,
)

LAST_DESK: Final = 99
ANY_PREFIXES: Final = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
ANY_DESKS: Final = (*(f"desk_{n}" for n in range(1, LAST_DESK + 1)), "desk_guide", "desk_result")

ADVICE: Final = {
    VI: (
        "Phòng yên tĩnh, cùng một người, cùng một ngày, miệng cách micro khoảng 20 cm.",
        "Mỗi dòng một tệp WAV (hoặc FLAC, OGG, OPUS, MP3), từ 16 kHz trở lên, nên là 48 kHz.",
        "Để khoảng nửa giây im lặng trước và sau. Không thêm nhạc, không chỉnh âm lượng.",
        "Đọc rõ, chậm vừa, lịch sự; dấu * là bắt buộc, các dòng khác có thể thu sau.",
        "Thu xong: denluot voice import THƯ_MỤC",
    ),
    EN: (
        "A quiet room, one person, one day, the mouth about 20 cm from the microphone.",
        "One WAV file a line (or FLAC, OGG, OPUS, MP3), 16 kHz or more, best 48 kHz.",
        "Leave half a second of silence before and after. No music, no change of volume.",
        "Speak clearly, not fast, politely; * must be there, other lines may come later.",
        "When done: denluot voice import FOLDER --language CODE",
    ),
}
"""What the speaker is told before the first line."""

_OPEN: Final = {VI: "giọng chưa hết câu, còn nói tiếp", EN: "the sentence goes on: do not fall"}
_END: Final = {VI: "hạ giọng, hết câu", EN: "let the voice fall: the sentence ends"}
_WITHIN: Final = {VI: "đọc rời, giọng ngang, như giữa câu", EN: "alone, level, as within a number"}
_WHOLE: Final = {VI: "cả câu", EN: "a whole sentence"}


@dataclass(frozen=True, slots=True)
class Prompt:
    """One line of the script: the unit (and name of its file), what to say, and how."""

    unit: str
    text: str
    hint: str
    is_essential: bool


def script(
    language: str,
    prefixes: Iterable[str] = ANY_PREFIXES,
    desks: Iterable[str] = ANY_DESKS,
) -> tuple[Prompt, ...]:
    """Everything an office with these prefixes and desk units can ever need, essentials first.

    Without them: what any office can need.
    """
    letters = sorted({sign for prefix in prefixes for sign in prefix if sign.isalpha()})
    first = sorted({prefix[0] for prefix in prefixes if prefix[:1].isalpha()})
    essential = (
        (_OPEN, (CALL, RECALL)),
        (_WITHIN, tuple(f"letter_{letter}" for letter in letters)),
        (_WITHIN, tuple(f"digit_{digit}" for digit in range(10))),
        (_END, tuple(dict.fromkeys(desks))),
    )
    better = (
        (_OPEN, tuple(f"{kind}_{letter}" for kind in ("call", "recall") for letter in first)),
        (_OPEN, (TO_DESK,)),
        (_WHOLE, (WELCOME, LATE, CLOSING, SAFETY)),
        (_WHOLE, tuple(_read_aloud(language, ends=True))),
        (_OPEN, tuple(_read_aloud(language, ends=False))),
    )
    return (
        *_prompts(language, essential, is_essential=True),
        *_prompts(language, better, is_essential=False),
    )


def lines(language: str, prompts: Iterable[Prompt]) -> Iterator[str]:
    """The script as it is printed: advice, then one numbered line a recording."""
    yield from ADVICE.get(language, ADVICE[EN])
    yield ""
    for number, prompt in enumerate(prompts, start=1):
        mark = "*" if prompt.is_essential else " "
        yield f"{number:3} {mark} {prompt.unit + '.wav':22} {prompt.text}   ({prompt.hint})"


def _read_aloud(language: str, *, ends: bool) -> Iterator[str]:
    """What the kiosk says: whole sentences, and beginnings that a number follows."""
    for unit, text in language_of(language).read_aloud.items():
        if text.endswith((".", "?")) == ends:
            yield unit


def _prompts(
    language: str, groups: Iterable[tuple[dict[str, str], tuple[str, ...]]], *, is_essential: bool
) -> Iterator[Prompt]:
    for hint, units in groups:
        for unit in units:
            yield Prompt(unit, text_of(unit, language), hint.get(language, hint[EN]), is_essential)
