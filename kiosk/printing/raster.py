"""Draws a ticket as a 1-bit picture exactly as wide as the paper.

Letters are drawn too: printers' code pages silently lose Vietnamese ones. The picture is made black
and white here, at half grey; printers and libraries would dither and blur.
"""

from collections.abc import Iterator
from typing import Final

from PIL import Image

from kiosk.printing.layout import (
    Block,
    CodeBlock,
    Layout,
    Layouts,
    RuleBlock,
    SayBlock,
    SpaceBlock,
    TextBlock,
    TextStyle,
    shipped_layouts,
)
from kiosk.printing.page import TicketPage
from kiosk.printing.receipt import Bilingual, Receipt, Texts, texts
from kiosk.printing.strips import cost
from kiosk.printing.ticket_texts import OWN, wording

FEWEST_PAPERS: Final = 2
"""At least this many papers are listed, however long the ticket gets."""


def draw(receipt: Receipt, layouts: Layouts | None = None) -> Image.Image:
    """The ticket as a 1-bit picture, ``receipt.width_dots`` wide and as high as it needs."""
    return fitted(receipt, (layouts or shipped_layouts())[receipt.width_dots])[0]


def fitted(receipt: Receipt, layout: Layout) -> tuple[Image.Image, int]:
    """The ticket with as many papers as the layout's ``most_bytes`` allow (``FEWEST_PAPERS`` at
    least), and their number.
    """
    most = layout.papers.most if layout.papers else 0
    picture = compose(receipt, layout, most).drawn()
    bytes_needed, best, listed = cost(picture), picture, most
    for fewer in range(min(most, len(receipt.papers)) - 1, FEWEST_PAPERS - 1, -1):
        if not layout.most_bytes or bytes_needed <= layout.most_bytes:
            break
        picture = compose(receipt, layout, fewer).drawn()
        if cost(picture) < bytes_needed:
            bytes_needed, best, listed = cost(picture), picture, fewer
    return best, listed


def compose(receipt: Receipt, layout: Layout, most_papers: int) -> TicketPage:
    """The page of a ticket as ``layout`` says, with at most ``most_papers`` papers listed."""
    page, said = TicketPage(layout), all_texts(receipt, layout, most_papers)
    waiting: list[RuleBlock | SpaceBlock] = []
    for block in layout.block:
        if isinstance(block, RuleBlock | SpaceBlock):
            waiting.append(block)
            continue
        words = list(_words(block, said))
        url = receipt.status_url if isinstance(block, CodeBlock) else ""
        if not words and not url:
            continue
        _divide(page, waiting)
        waiting.clear()
        if url and isinstance(block, CodeBlock):
            page.code(block, url, words)
        else:
            for look, each in words:
                page.words(look, each)
    return page


def all_texts(receipt: Receipt, layout: Layout, most_papers: int) -> Texts:
    """The ticket's texts in its languages."""
    spoken = [words for each in (OWN, receipt.language) if (words := wording(each)) is not None]
    again = spoken if receipt.language != OWN else spoken[:1]
    papers = layout.papers
    if papers is None:
        return texts(receipt, again, 0)
    return texts(receipt, again, most_papers, papers.longest)


def _words(block: Block, said: Texts) -> Iterator[tuple[TextStyle, Bilingual]]:
    match block:
        case TextBlock():
            yield from ((block, each) for each in said.get(block.text, ()))
        case SayBlock():
            yield block, Bilingual(block.say)
        case CodeBlock():
            for beside in block.beside:
                yield from _words(beside, said)


def _divide(page: TicketPage, waiting: list[RuleBlock | SpaceBlock]) -> None:
    """Put what stands between two things: of several rules one, and none at the top."""
    rules = [block for block in waiting if isinstance(block, RuleBlock)]
    page.space(sum(block.space for block in waiting if isinstance(block, SpaceBlock)))
    if rules and page.pieces:
        page.rule(rules[0])
