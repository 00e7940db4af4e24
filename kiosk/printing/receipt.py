"""What stands on a ticket, top to bottom, as data: no device, no drawing, no clock.

There is no place for a citizen's name or identity number on it, and none shall be made.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from typing import Final

WIDTHS: Final = (576, 384)  # printable dots of 80 mm and 58 mm paper at 8 dots/mm
MOST_PREPARE_LINES: Final = 5
LONGEST_PREPARE_LINE: Final = 110  # characters: about three lines of 80 mm paper
LONGEST_URL: Final = 300  # characters: still a code that phones read from 58 mm paper


@dataclass(frozen=True)
class Receipt:
    """The facts of one ticket, in the words they are printed in.

    ``unit`` is the body the office belongs to. ``issued_text`` comes from ``clock_text``.
    ``people_ahead`` is ``None`` and ``wait_text`` (the amount alone, "10-20 phút") empty when
    nobody can honestly say; ``area`` is where to sit down; ``notes`` are sentences
    about the day ("phục vụ đầu phiên chiều"); empty texts leave no gap.
    ``width_dots`` is 576 or 384.

    Raises:
        ValueError: there is no label, the width is another, or ``status_url`` is too long.

    """

    office_name: str
    label: str
    service: str
    issued_text: str
    unit: str = ""
    people_ahead: int | None = None
    wait_text: str = ""
    area: str = ""
    notes: tuple[str, ...] = ()
    prepare_lines: tuple[str, ...] = ()
    status_url: str = ""
    hotline: str = ""
    slogan: str = ""
    width_dots: int = WIDTHS[0]
    reprint: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot become a ticket, before anybody waits for it."""
        if not clean(self.label):
            raise ValueError("a ticket needs a label")
        if self.width_dots not in WIDTHS:
            raise ValueError(f"width_dots is {self.width_dots}, must be one of {WIDTHS}")
        if len(self.status_url) > LONGEST_URL:
            raise ValueError(f"status_url is longer than {LONGEST_URL} characters")


class Style(Enum):
    """How a piece of text looks; sizes are the business of ``raster``."""

    OFFICE = auto()
    UNIT = auto()
    MARK = auto()
    CAPTION = auto()
    LABEL = auto()
    SERVICE = auto()
    AREA = auto()
    FACT = auto()
    TIME = auto()
    REMARK = auto()
    HEADING = auto()
    ITEM = auto()
    NOTE = auto()
    HOTLINE = auto()
    SLOGAN = auto()


class Gap(Enum):
    """The white above a block."""

    NONE = auto()
    SMALL = auto()


@dataclass(frozen=True)
class Words:
    """A paragraph; it wraps, it is never cut."""

    text: str
    style: Style
    gap: Gap = Gap.NONE


@dataclass(frozen=True)
class Rule:
    """A line across the paper."""


@dataclass(frozen=True)
class Code:
    """A QR code with words beside or under it."""

    url: str
    beside: tuple[Words, ...]


Block = Words | Rule | Code


def clean(text: str) -> str:
    """Composed letters (NFC) and single spaces: a loose accent would print beside its letter."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def clock_text(moment: datetime) -> str:
    """Hour and day as printed; ``moment`` must already be in the office's zone."""
    return f"{moment.hour} giờ {moment.minute:02d}, ngày {moment:%d/%m/%Y}"


def brief(document: str, limit: int = LONGEST_PREPARE_LINE) -> str:
    """A line of what to bring, short enough for paper.

    Official lists run to thousands of characters: first the brackets go, then everything after
    the main clause, then whole words. What is left out is marked by an ellipsis.
    """
    whole = clean(document)
    if len(whole) <= limit:
        return whole
    bare = clean(re.sub(r"\([^()]*\)", " ", whole)).replace(" ;", ";").replace(" ,", ",")
    clause = re.split(r"; |\. ", bare, maxsplit=1)[0].rstrip(" .;,") or whole
    if len(clause) >= limit:
        clause = clause[: limit - 1].rpartition(" ")[0].rstrip(" .;,") or clause[: limit - 1]
    return clause if clause == bare.rstrip(" .;,") else f"{clause}…"


def layout(receipt: Receipt) -> tuple[Block, ...]:
    """The ticket as blocks, top to bottom."""
    return (
        *_head(receipt),
        *_number(receipt),
        *_facts(receipt),
        *_prepare(receipt),
        *_foot(receipt),
    )


def _head(receipt: Receipt) -> list[Block]:
    blocks: list[Block] = []
    # Above the office, as on every official paper, and not twice the same words.
    if clean(receipt.unit) and clean(receipt.unit) != clean(receipt.office_name):
        blocks.append(Words(clean(receipt.unit), Style.UNIT))
    if clean(receipt.office_name):
        gap = Gap.SMALL if blocks else Gap.NONE
        blocks.append(Words(clean(receipt.office_name), Style.OFFICE, gap))
    if receipt.reprint:
        blocks.append(Words("Bản in lại", Style.MARK, Gap.SMALL))
    return [*blocks, Rule()]


def _number(receipt: Receipt) -> list[Block]:
    blocks: list[Block] = [
        Words("Số của ông/bà", Style.CAPTION),
        Words(clean(receipt.label), Style.LABEL),
        Words(clean(receipt.service), Style.SERVICE, Gap.SMALL),
    ]
    if clean(receipt.area):
        words = f"Mời ông/bà chờ tại {clean(receipt.area)}"
        blocks.append(Words(words, Style.AREA, Gap.SMALL))
    return blocks


def _facts(receipt: Receipt) -> list[Block]:
    lines = []
    if receipt.people_ahead is not None:
        lines.append(Words(_ahead_text(receipt.people_ahead), Style.FACT))
    if clean(receipt.wait_text):
        lines.append(Words(f"Dự kiến chờ khoảng {clean(receipt.wait_text)}", Style.FACT))
    if clean(receipt.issued_text):
        gap = Gap.SMALL if lines else Gap.NONE
        lines.append(Words(f"Lấy số lúc {clean(receipt.issued_text)}", Style.TIME, gap))
    said = (clean(note) for note in receipt.notes)
    lines += [Words(note, Style.REMARK, Gap.SMALL) for note in said if note]
    return [Rule(), *lines] if lines else []


def _ahead_text(people_ahead: int) -> str:
    if people_ahead <= 0:
        return "Trước ông/bà không còn ai chờ"
    return f"Trước ông/bà còn {people_ahead} người"


def _prepare(receipt: Receipt) -> list[Block]:
    lines = [line for line in (brief(text) for text in receipt.prepare_lines) if line]
    if not lines:
        return []
    blocks: list[Block] = [Rule(), Words("Ông/bà vui lòng chuẩn bị", Style.HEADING)]
    blocks += [Words(line, Style.ITEM, Gap.SMALL) for line in lines[:MOST_PREPARE_LINES]]
    more = len(lines) - MOST_PREPARE_LINES
    if more > 0:
        words = f"Còn {more} giấy tờ khác, xin hỏi cán bộ hướng dẫn."
        blocks.append(Words(words, Style.NOTE, Gap.SMALL))
    return blocks


def _foot(receipt: Receipt) -> list[Block]:
    blocks: list[Block] = [Rule()]
    hotline = []
    if clean(receipt.hotline):
        hotline = [
            Words("Đường dây nóng", Style.NOTE, Gap.SMALL),
            Words(clean(receipt.hotline), Style.HOTLINE),
        ]
    if receipt.status_url:
        scan = Words("Quét mã để xem lượt của ông/bà và góp ý.", Style.NOTE)
        blocks.append(Code(receipt.status_url, (scan, *hotline)))
    elif hotline:
        blocks.append(Words(f"Đường dây nóng: {clean(receipt.hotline)}", Style.AREA))
    if clean(receipt.slogan):
        blocks.append(Words(clean(receipt.slogan), Style.SLOGAN, Gap.SMALL))
    return blocks if len(blocks) > 1 else []
