"""The paper a ticket is put together on: lines, rules and a code, each in its place."""

from dataclasses import dataclass, replace
from typing import Final

from PIL import Image, ImageDraw

from kiosk.printing.layout import (
    SMALLEST,
    Align,
    CodeBlock,
    Layout,
    RuleBlock,
    TextStyle,
    Weight,
)
from kiosk.printing.qr import qr_image
from kiosk.printing.receipt import Bilingual
from kiosk.printing.typesetting import (
    Font,
    bearing,
    can_draw,
    extent,
    font_for,
    ink_extent,
    overhang,
    width,
    wrap,
)

THRESHOLD: Final = 128
EDGE: Final = 12
"""White dots above the first and below the last line."""
AGAIN_GAP: Final = 1
AIR: Final = 10
"""Dots above and below the ink of a tight text."""
NARROWEST_COLUMN: Final = 165
"""Below this many dots texts stand under a QR code instead of beside it."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom; right and bottom are the first dots outside."""


@dataclass(frozen=True)
class TextLine:
    """One line of text. ``x``, ``y`` is its drawing point, ``box`` holds all its ink."""

    box: Box
    text: str
    font: Font
    x: int
    y: int

    def put(self, paper: Image.Image) -> None:
        """Draw it."""
        ImageDraw.Draw(paper).text((self.x, self.y), self.text, font=self.font, fill=0)


@dataclass(frozen=True)
class RuleLine:
    """A rule."""

    box: Box

    def put(self, paper: Image.Image) -> None:
        """Draw it."""
        left, top, right, bottom = self.box
        ImageDraw.Draw(paper).rectangle((left, top, right - 1, bottom - 1), fill=0)


@dataclass(frozen=True)
class QrCode:
    """A QR code. What it needs of white around is kept free."""

    box: Box
    picture: Image.Image

    def put(self, paper: Image.Image) -> None:
        """Draw it."""
        paper.paste(self.picture, self.box[:2])


Piece = TextLine | RuleLine | QrCode


class TicketPage:
    """A ticket that grows downward while blocks are put on it."""

    def __init__(self, layout: Layout) -> None:
        """An empty page as wide as the paper."""
        self.width_dots = layout.width_dots
        self.height = EDGE
        self.pieces: list[Piece] = []
        self._left = layout.margin
        self._right = layout.width_dots - layout.margin

    def rule(self, block: RuleBlock) -> None:
        """A line across the paper."""
        top = self.height + block.gap
        self.height = top + block.rule
        self.pieces.append(RuleLine((self._left, top, self._right, self.height)))

    def space(self, dots: int) -> None:
        """White."""
        self.height += dots

    def code(self, block: CodeBlock, url: str, beside: list[tuple[TextStyle, Bilingual]]) -> None:
        """The code of ``url`` and words beside it; under it where the paper is too narrow.

        The white it needs left and right may be the margin, and the paper's own edge.
        """
        picture, quiet = qr_image(url, block.qr, self.width_dots)
        side, room = picture.width, self._right - self._left
        self.height += block.gap
        if beside and room - side - quiet >= NARROWEST_COLUMN:
            self._code_and_words(picture, quiet, beside)
            return
        x, y = self._left + _start(block.align, room - side), self.height + quiet
        self.pieces.append(QrCode((x, y, x + side, y + side), picture))
        self.height = y + side + quiet
        for look, said in beside:
            self.words(look, said)

    def _code_and_words(
        self, picture: Image.Image, quiet: int, beside: list[tuple[TextStyle, Bilingual]]
    ) -> None:
        """Side by side, each in the middle of the other's height."""
        left, top, side, first = self._left, self.height, picture.width, len(self.pieces)
        self._left = left + side + quiet
        for look, said in beside:
            self.words(look, said)
        self._left, tall = left, self.height - top
        high = max(side + 2 * quiet, tall + 2 * AIR)
        down = (high - tall) // 2
        self.pieces[first:] = [_lowered(piece, down) for piece in self.pieces[first:]]
        y = top + (high - side) // 2
        self.pieces.append(QrCode((left, y, left + side, y + side), picture))
        self.height = top + high

    def words(self, look: TextStyle, said: Bilingual) -> None:
        """A paragraph, and the same again in the second language."""
        self.height += look.gap
        self._lines(look, said.text, look.size, look.weight)
        if look.again and said.again and can_draw(said.again):
            self.height += AGAIN_GAP
            self._lines(look, said.again, look.again, Weight.MEDIUM)

    def _lines(self, look: TextStyle, text: str, size: int, weight: Weight) -> None:
        room = self._right - self._left
        font = font_for(text, weight, size)
        if look.one_line:
            font = _fitting(text, weight, size, room)
        hang = round(font.getlength(look.bullet + " ")) if look.bullet else 0
        if hang:
            self._line(look.bullet, font, self._left, self.height, extent(look.bullet, font))
        for line in wrap(text, font, room - hang):
            spare = room - hang - width(line, font)
            above, below = extent(line, font)
            if look.tight:
                above, below = ink_extent(line, font)
                above, below = above - AIR, below + AIR
            x = self._left + hang + _start(look.align, spare)
            if look.tight and look.align is Align.LEFT:
                x -= bearing(line, font)  # its ink begins where the lines above and below begin
            self._line(line, font, x, self.height, (above, below))
            self.height += below - above

    def _line(self, text: str, font: Font, x: int, top: int, reach: tuple[int, int]) -> None:
        above, below = reach
        box = (max(x, self._left), top, x + width(text, font), top + below - above)
        self.pieces.append(TextLine(box, text, font, x + overhang(text, font), top - above))

    def drawn(self) -> Image.Image:
        """The page, black (0) on white (1)."""
        grey = Image.new("L", (self.width_dots, self.height + EDGE), 255)
        for piece in self.pieces:
            piece.put(grey)
        return grey.point(lambda value: 255 if value >= THRESHOLD else 0, "1")


def _start(align: Align, spare: int) -> int:
    return {Align.LEFT: 0, Align.CENTRE: spare // 2, Align.RIGHT: spare}[align]


def _fitting(text: str, weight: Weight, size: int, room: int) -> Font:
    """The font in which the text stands on one line, at half its size at the smallest."""
    smallest = max(SMALLEST, size // 2)
    while size > smallest and width(text, font_for(text, weight, size)) > room:
        size -= 1 + size // 50
    return font_for(text, weight, size)


def _lowered(piece: Piece, dots: int) -> Piece:
    left, top, right, bottom = piece.box
    box = (left, top + dots, right, bottom + dots)
    if isinstance(piece, TextLine):
        return replace(piece, box=box, y=piece.y + dots)
    return replace(piece, box=box)
