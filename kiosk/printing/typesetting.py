"""Letters measured in dots, and paragraphs broken into lines."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor
from typing import Final

from PIL import ImageFont, features

from assets import FONTS
from assets.languages.language import languages
from kiosk.printing.layout import Weight
from kiosk.printing.ticket_texts import BREAK, NBSP

# The screens' own Be Vietnam Pro has an a that is nearly an o: on thermal paper tesseract misread
# it twice as often (1.0 % of letters against 0.4 %), and it takes 4 % more bytes.
FACES: Final = {
    Weight.MEDIUM: "Inter_500Medium.ttf",
    Weight.SEMIBOLD: "Inter_600SemiBold.ttf",
    Weight.BOLD: "Inter_700Bold.ttf",
}
EVEN_DOTS: Final = 8
"""How exactly lines are evened out."""

Font = ImageFont.FreeTypeFont
Token = tuple[str, str]
"""What stands before a word when it does not begin a line, and the word."""


@lru_cache
def can_shape() -> bool:
    """Whether letters that must be shaped can be drawn here: with libraqm and fribidi."""
    return bool(features.check("raqm"))


def can_draw(text: str) -> bool:
    """Whether every sign of ``text`` can be drawn here as its people read it."""
    return can_shape() or not any(
        each.script and each.script.must_be_shaped and each.script.writes(text)
        for each in languages().values()
    )


@lru_cache(maxsize=64)
def font_for(text: str, weight: Weight, size: int) -> Font:
    """The font that has every sign of ``text``: that of a language's own letters, else ours."""
    for each in languages().values():
        if each.script and each.script.writes(text):
            path = each.font_file(getattr(each.script, weight.value))
            shaped = ImageFont.Layout.RAQM if each.script.must_be_shaped else ImageFont.Layout.BASIC
            return _font(str(path), round(size * each.script.scale_on_paper), shaped)
    # Draws the same dots with and without libraqm; composed Vietnamese needs no more.
    return _font(str(FONTS / FACES[weight]), size, ImageFont.Layout.BASIC)


@lru_cache(maxsize=64)
def _font(path: str, size: int, engine: ImageFont.Layout) -> Font:
    return ImageFont.truetype(path, size, layout_engine=engine)


def extent(text: str, font: Font) -> tuple[int, int]:
    """Where a line begins and ends around its drawing point; all its ink is inside.

    It is as high as the font says, and higher for letters that reach out of it, as ẳ does.
    """
    above, below = ink_extent(text, font)
    ascent, descent = font.getmetrics()
    return min(0, above), max(ascent + descent, below)


def ink_extent(text: str, font: Font) -> tuple[int, int]:
    """Where the ink of a line begins and ends around its drawing point."""
    _, above, _, below = _box(text, font)
    return floor(above), ceil(below)


def width(text: str, font: Font) -> int:
    """Dots from the first to the last, ink or advance, whichever reaches further."""
    left, _, right, _ = _box(text, font)
    return ceil(right) + max(0, ceil(-left))


def overhang(text: str, font: Font) -> int:
    """Dots of ink left of the drawing point, as a j has them."""
    return max(0, ceil(-_box(text, font)[0]))


@lru_cache(maxsize=16384)
def _box(text: str, font: Font) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the ink around the drawing point, or of the advance."""
    left, above, right, below = font.getbbox(text)
    return left, above, max(right, font.getlength(text)), below


def bearing(text: str, font: Font) -> int:
    """White dots between the drawing point and the first ink, as large figures have them."""
    ink = font.getmask(text).getbbox()
    return ink[0] if ink and not overhang(text, font) else 0


def wrap(text: str, font: Font, room: int) -> list[str]:
    """Break ``text`` into as few lines no wider than ``room`` dots as possible, evenly filled.

    Lines break at spaces and ``BREAK``, not at ``NBSP``. A number stays with the word before
    it and a single letter with the word behind it ("y tế"). A word wider than the room is
    broken between letters: nothing is ever cut off.
    """
    words = list(_tokens(text))
    lines = list(_filled(words, font, room))
    low, high = room // 2, room
    while len(lines) > 1 and high - low > EVEN_DOTS:
        middle = (low + high) // 2
        if len(list(_filled(words, font, middle))) > len(lines):
            low = middle
        else:
            high = middle
    return list(_filled(words, font, high))


def _tokens(text: str) -> Iterator[Token]:
    pieces = re.split(rf"({BREAK}|(?<!\s\S) (?!\d))", text)
    between = ("", *pieces[1::2])
    for gap, word in zip(between, pieces[::2], strict=True):
        yield gap.replace(BREAK, ""), word.replace(NBSP, " ")


def _filled(words: list[Token], font: Font, room: int) -> Iterator[str]:
    line = ""
    for gap, word in words:
        longer = f"{line}{gap}{word}" if line else word
        if width(longer, font) <= room:
            line = longer
            continue
        if line:
            yield line
        *full, line = _broken(word, font, room)
        yield from full
    if line:
        yield line


def _broken(word: str, font: Font, room: int) -> list[str]:
    """What is too wide for a line: where it was kept together first, then between letters."""
    if " " in word:
        return list(_filled([(" ", part) for part in word.split()], font, room))
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, font) > room:
            pieces.append("")
        pieces[-1] += letter
    return [piece.strip() for piece in pieces]
