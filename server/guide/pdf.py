"""A guide on one sheet of A4, in the shipped fonts, to be printed in black and white too."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from fpdf import FPDF
from fpdf.enums import MethodReturnValue
from fpdf.fonts import TTFFont

import assets
from server.guide.page import Guide, GuideSection, KeyLine

FONT: Final = "Be Vietnam Pro"
SIZES_PT: Final = (12.5, 11.5, 10.5, 10, 9.5, 9, 8.5, 8, 7.5)
"""Type sizes tried from the largest (12.5, comfortable) to the smallest readable one (7.5)."""
MARGIN_MM: Final = 14.0
GAP_MM: Final = 8.0
FOOT_MM: Final = 12.0
ACCENT: Final = (13, 79, 108)
SOFT: Final = (225, 237, 241)
INK: Final = (23, 36, 45)
MUTED: Final = (84, 94, 101)
LINE: Final = (200, 194, 180)
LINE_HEIGHT: Final = 1.42
MM_A_PT: Final = 25.4 / 72


class DoesNotFitOnAPage(ValueError):
    """The text does not fit on one sheet at the smallest readable size."""


def write_pdf(guide: Guide, file: Path, printed_on: date) -> None:
    """Write the guide to ``file``. Raises ``DoesNotFitOnAPage`` and ``OSError``."""
    for size_pt in SIZES_PT:
        sheet = _Sheet(size_pt)
        fits = sheet.lay_out(guide, printed_on)
        if fits:
            sheet.pdf.output(str(file))
        sheet.close()
        if fits:
            return
    raise DoesNotFitOnAPage(guide.title)


class _Sheet:
    """One attempt to typeset a guide at one size."""

    def __init__(self, size_pt: float) -> None:
        self.pdf = pdf = FPDF(format="A4")
        for style, weight in (("", "400Regular"), ("B", "600SemiBold")):
            pdf.add_font(FONT, style, assets.FONTS / f"BeVietnamPro_{weight}.ttf")
        pdf.set_auto_page_break(auto=False)
        pdf.set_margins(MARGIN_MM, MARGIN_MM)
        pdf.c_margin = 0
        pdf.add_page()
        self._size_pt = size_pt
        self._bottom = pdf.h - MARGIN_MM - FOOT_MM
        self._width = pdf.w - 2 * MARGIN_MM

    def close(self) -> None:
        """Close the font files."""
        for font in self.pdf.fonts.values():
            if isinstance(font, TTFFont):
                font.close()

    def lay_out(self, guide: Guide, printed_on: date) -> bool:
        """Set everything; whether it fits."""
        y = self._head(guide)
        y = self._keys(guide.keys, y)
        self._foot(guide, printed_on)
        return self._columns(guide.sections, y) <= self._bottom

    def _head(self, guide: Guide) -> float:
        self._pen(20, bold=True, color=ACCENT)
        y = self._text(guide.title, MARGIN_MM, MARGIN_MM - 2, self._width, 20)
        self._pen(10.5, color=MUTED)
        y = self._text(guide.office, MARGIN_MM, y + 0.5, self._width, 10.5)
        self.pdf.set_draw_color(*ACCENT)
        self.pdf.set_line_width(0.8)
        self.pdf.line(MARGIN_MM, y + 2.5, self.pdf.w - MARGIN_MM, y + 2.5)
        return y + 7

    def _keys(self, keys: Sequence[KeyLine], y: float) -> float:
        """Keys in two columns, read down; one left over stands below, over both."""
        if not keys:
            return y
        half = len(keys) // 2
        width = (self._width - GAP_MM) / 2
        height = self._line_mm * 2.55
        for index, line in enumerate(keys):
            column, row = (0, half) if index == 2 * half else divmod(index, half)
            room = self._width if index == 2 * half else width
            self._key(line, MARGIN_MM + column * (width + GAP_MM), y + row * height, room)
        return y + (half + len(keys) % 2) * height + 2.5

    def _key(self, line: KeyLine, x: float, y: float, width: float) -> None:
        pdf, height = self.pdf, self._line_mm * 2.15
        cap = 10.0 if len(line.key) < 3 else 17.0
        pdf.set_fill_color(*SOFT)
        pdf.set_draw_color(*ACCENT)
        pdf.set_line_width(0.3)
        pdf.rect(x, y, cap, height, style="DF", round_corners=True, corner_radius=1.6)
        self._pen(self._size_pt + 1, bold=True, color=ACCENT)
        pdf.set_xy(x, y)
        pdf.cell(cap, height, line.key, align="C")
        left = x + cap + 3
        self._pen(self._size_pt + 0.5, bold=True)
        self._text(line.name, left, y - 0.3, width - cap - 3, self._size_pt)
        self._pen(self._size_pt - 0.5)
        self._text(line.use, left, y + self._line_mm - 0.3, width - cap - 3, self._size_pt - 0.5)

    def _columns(self, sections: Sequence[GuideSection], top: float) -> float:
        """Sections in two columns, in their order, as even as can be; the lower end of both."""
        width = (self._width - GAP_MM) / 2
        heights = [self._section(each, 0, 0, width, dry=True) for each in sections]
        cuts = range(len(sections) + 1)
        cut = min(cuts, key=lambda at: (max(sum(heights[:at]), sum(heights[at:])), at))
        ends = []
        for column, part in enumerate((sections[:cut], sections[cut:])):
            y = top
            for each in part:
                y += self._section(each, MARGIN_MM + column * (width + GAP_MM), y, width)
            ends.append(y)
        return max(ends)

    def _section(
        self, section: GuideSection, x: float, y: float, width: float, *, dry: bool = False
    ) -> float:
        """Set a section, or with ``dry`` only measure it; its height with the gap below."""
        start = y
        self._pen(self._size_pt + 2, bold=True, color=ACCENT)
        y = self._text(section.title, x, y, width, self._size_pt + 2, dry=dry) + 0.8
        if section.lead:
            self._pen(self._size_pt, color=MUTED)
            y = self._text(section.lead, x, y, width, self._size_pt, dry=dry) + 0.8
        for number, line in enumerate(section.lines, start=1):
            mark = f"{number}." if section.numbered else "•"
            y = self._line(mark, line, x, y, width, dry=dry) + 0.7
        return y - start + 3.4

    def _line(self, mark: str, line: str, x: float, y: float, width: float, *, dry: bool) -> float:
        indent = 5.0
        self._pen(self._size_pt, bold=True, color=ACCENT)
        if not dry:
            self._text(mark, x, y, indent, self._size_pt)
        bold, bar, rest = line.partition("|")
        words = f"**{bold}:** {rest}" if bar else bold
        self._pen(self._size_pt)
        return self._text(words, x + indent, y, width - indent, self._size_pt, dry=dry)

    def _foot(self, guide: Guide, printed_on: date) -> None:
        pdf, y = self.pdf, self.pdf.h - MARGIN_MM - 8
        pdf.set_fill_color(*SOFT)
        pdf.rect(MARGIN_MM, y, self._width, 10, style="F", round_corners=True, corner_radius=1.6)
        self._pen(11, bold=True)
        pdf.set_xy(MARGIN_MM + 4, y)
        pdf.cell(self._width - 8, 10, guide.foot)
        self._pen(8, color=MUTED)
        pdf.set_xy(MARGIN_MM + 4, y)
        pdf.cell(self._width - 8, 10, f"Đến Lượt · in ngày {printed_on:%d/%m/%Y}", align="R")

    @property
    def _line_mm(self) -> float:
        return self._size_pt * MM_A_PT * LINE_HEIGHT

    def _pen(self, size_pt: float, *, bold: bool = False, color: tuple[int, ...] = INK) -> None:
        self.pdf.set_font(FONT, "B" if bold else "", size_pt)
        self.pdf.set_text_color(*color)

    def _text(
        self, words: str, x: float, y: float, width: float, size_pt: float, *, dry: bool = False
    ) -> float:
        """Set words with the present pen, in as many lines as they need; where they end."""
        self.pdf.set_xy(x, y)
        height = self.pdf.multi_cell(
            width,
            size_pt * MM_A_PT * LINE_HEIGHT,
            words,
            align="L",
            markdown=True,
            dry_run=dry,
            output=MethodReturnValue.HEIGHT,
        )
        return y + float(str(height))
