"""Draws a ticket as a 1-bit picture exactly as wide as the paper.

Everything is drawn, the letters too: code pages of printers lose Vietnamese letters without a
word. Black and white is decided here, at half grey; printers and libraries dither and blur.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from assets import FONTS
from kiosk.printing.qr import qr_image
from kiosk.printing.receipt import Block, Code, Gap, Receipt, Rule, Style, Words, layout

MARGIN: Final = 12
"""White dots left and right: paper wanders a little under the head."""
MEDIUM: Final = "BeVietnamPro_500Medium.ttf"
SEMIBOLD: Final = "BeVietnamPro_600SemiBold.ttf"
BOLD: Final = "BeVietnamPro_700Bold.ttf"
THRESHOLD: Final = 128
BULLET: Final = "–"
EVEN_DOTS: Final = 8
"""How exactly lines are evened out."""


@dataclass(frozen=True)
class Look:
    """Font file and size in dots on 576- and 384-dot paper, and where lines stand."""

    face: str
    wide: int
    narrow: int
    centred: bool = True

    def size(self, width_dots: int) -> int:
        """The size in dots on paper this wide."""
        return self.wide if width_dots > 400 else self.narrow


# Weights and sizes were chosen by what tesseract read of 24 tickets: a bold or smaller service name
# turned "xác nhận" into "xúc nhộn", for this font's a is nearly an o.
LOOKS: Final = {
    Style.OFFICE: Look(BOLD, 30, 25),
    Style.UNIT: Look(MEDIUM, 25, 22),
    Style.MARK: Look(BOLD, 30, 26),
    Style.CAPTION: Look(MEDIUM, 27, 24),
    Style.LABEL: Look(BOLD, 176, 128),
    Style.SERVICE: Look(SEMIBOLD, 36, 31),
    Style.AREA: Look(SEMIBOLD, 28, 24),
    Style.FACT: Look(SEMIBOLD, 31, 26),
    Style.TIME: Look(MEDIUM, 25, 22),
    Style.REMARK: Look(SEMIBOLD, 29, 25),
    Style.HEADING: Look(BOLD, 27, 24, centred=False),
    Style.ITEM: Look(MEDIUM, 26, 23, centred=False),
    Style.NOTE: Look(MEDIUM, 26, 23, centred=False),
    Style.HOTLINE: Look(BOLD, 33, 27, centred=False),
    Style.SLOGAN: Look(SEMIBOLD, 27, 23),
}
GAPS: Final = {Gap.NONE: 0, Gap.SMALL: 8}
RULE_ABOVE: Final = 14
RULE_DOTS: Final = 2
RULE_BELOW: Final = 12
NARROWEST_COLUMN: Final = 220
"""Below this many dots words stand under a QR code instead of beside it."""


@lru_cache(maxsize=64)
def _font(face: str, size: int) -> ImageFont.FreeTypeFont:
    # Basic layout draws the same dots with and without libraqm; composed Vietnamese needs no more.
    return ImageFont.truetype(FONTS / face, size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True)
class Line:
    """One line of text, placed: ``x`` is its left edge, ``top`` the top of its ink box."""

    text: str
    font: ImageFont.FreeTypeFont
    x: int
    top: int


class Page:
    """A picture that grows downward while blocks are put on it."""

    def __init__(self, width_dots: int) -> None:
        """An empty page as wide as the paper."""
        self.width_dots = width_dots
        self.height = RULE_ABOVE
        self._lines: list[Line] = []
        self._rules: list[int] = []
        self._pictures: list[tuple[Image.Image, int, int]] = []

    def put(self, block: Block) -> None:
        """Add a block under the last one."""
        if isinstance(block, Rule):
            self.height += RULE_ABOVE
            self._rules.append(self.height)
            self.height += RULE_DOTS + RULE_BELOW
        elif isinstance(block, Code):
            self._put_code(block)
        else:
            centred = LOOKS[block.style].centred
            self.height = self._put_words(block, MARGIN, self.height, centred=centred)

    def _put_words(self, words: Words, left: int, top: int, *, centred: bool) -> int:
        """Place a paragraph between ``left`` and the right margin; its lower end comes back."""
        right = self.width_dots - MARGIN
        font = _fitting(words, LOOKS[words.style].size(self.width_dots), right - left)
        hang = round(font.getlength(BULLET + "  ")) if words.style is Style.ITEM else 0
        top += GAPS[words.gap]
        if hang:
            self._lines.append(Line(BULLET, font, left, top))
        for text in wrap(words.text, font, right - left - hang):
            spare = right - left - hang - _width(text, font)
            x = left + hang + _overhang(text, font) + (spare // 2 if centred else 0)
            above, below = _extent(words.style, text, font)
            self._lines.append(Line(text, font, x, top - above))
            top += below - above
        return top

    def _put_code(self, code: Code) -> None:
        self.height -= RULE_BELOW  # the code brings its own white
        picture = qr_image(code.url, self.width_dots)
        side = picture.width
        column = self.width_dots - MARGIN - side
        if column < NARROWEST_COLUMN:
            self._pictures.append((picture, (self.width_dots - side) // 2, self.height))
            self.height = self._put_all(code.beside, MARGIN, self.height + side, centred=True)
            return
        trial = Page(self.width_dots)
        needed = trial._put_all(code.beside, side, 0)
        top = self.height + max(0, side - needed) // 2
        self._pictures.append((picture, 0, self.height + max(0, needed - side) // 2))
        self._put_all(code.beside, side, top)
        self.height += max(side, needed)

    def _put_all(
        self, paragraphs: tuple[Words, ...], left: int, top: int, *, centred: bool = False
    ) -> int:
        for words in paragraphs:
            top = self._put_words(words, left, top, centred=centred)
        return top

    def drawn(self) -> Image.Image:
        """The page, black (0) on white (1)."""
        grey = Image.new("L", (self.width_dots, self.height + RULE_BELOW), 255)
        pen = ImageDraw.Draw(grey)
        for line in self._lines:
            pen.text((line.x, line.top), line.text, font=line.font, fill=0)
        for top in self._rules:
            box = (MARGIN, top, self.width_dots - MARGIN - 1, top + RULE_DOTS - 1)
            pen.rectangle(box, fill=0)
        for picture, x, y in self._pictures:
            grey.paste(picture, (x, y))
        return grey.point(lambda value: 255 if value >= THRESHOLD else 0, "1")


def draw(receipt: Receipt) -> Image.Image:
    """The ticket as a 1-bit picture, ``receipt.width_dots`` wide and as high as it needs."""
    page = Page(receipt.width_dots)
    for block in layout(receipt):
        page.put(block)
    return page.drawn()


def _fitting(words: Words, size: int, room: int) -> ImageFont.FreeTypeFont:
    """The font; a label shrinks until it stands on one line, down to half its size."""
    font = _font(LOOKS[words.style].face, size)
    if words.style is not Style.LABEL:
        return font
    smallest = size // 2
    while size > smallest and _width(words.text, font) > room:
        size -= 4
        font = _font(LOOKS[words.style].face, size)
    return font


def _extent(style: Style, text: str, font: ImageFont.FreeTypeFont) -> tuple[int, int]:
    """Where a line begins and ends around its drawing point; all its ink is inside.

    A label is measured by its ink: the font's own line height would waste 1 cm of paper. Other
    lines are as high as the font says, and higher for letters that reach out of it, as ẳ does.
    """
    _, above, _, below = font.getbbox(text)
    if style is Style.LABEL:
        return floor(above) - 10, ceil(below) + 6
    ascent, descent = font.getmetrics()
    return min(0, floor(above)), max(ascent + descent, ceil(below))


def wrap(text: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    """Break ``text`` into as few lines no wider than ``room`` dots as possible, evenly filled.

    A number stays with the word before it. A word wider than the room is broken between letters:
    nothing is ever cut off.
    """
    words = re.split(r" (?!\d)", text)
    lines = list(_filled(words, font, room))
    low, high = room // 2, room
    while len(lines) > 1 and high - low > EVEN_DOTS:
        middle = (low + high) // 2
        if len(list(_filled(words, font, middle))) > len(lines):
            low = middle
        else:
            high = middle
    return list(_filled(words, font, high))


def _filled(words: list[str], font: ImageFont.FreeTypeFont, room: int) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if _width(longer, font) <= room:
            line = longer
            continue
        if line:
            yield line
        *full, line = _broken(word, font, room)
        yield from full
    if line:
        yield line


def _broken(word: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and _width(pieces[-1] + letter, font) > room:
            pieces.append("")
        pieces[-1] += letter
    return [piece.strip() for piece in pieces]


@lru_cache(maxsize=4096)
def _width(text: str, font: ImageFont.FreeTypeFont) -> int:
    """Dots from the first to the last, ink or advance, whichever reaches further."""
    _, _, right, _ = font.getbbox(text)
    return ceil(max(font.getlength(text), right)) + _overhang(text, font)


def _overhang(text: str, font: ImageFont.FreeTypeFont) -> int:
    """Dots of ink left of the drawing point, as a j has them."""
    return max(0, ceil(-font.getbbox(text)[0]))
