"""Independent readers of a printed page: zbar for codes, tesseract for words.

They see what the strict decoder makes of a job's bytes, never our own picture.
"""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps

from assets.languages.language import language_of
from kiosk.printing.job import job_bytes
from kiosk.printing.layout import shipped_layouts
from kiosk.printing.page import QrCode
from kiosk.printing.raster import compose, draw, fitted
from kiosk.printing.receipt import Receipt, TextRole
from kiosk.printing.ticket_texts import NBSP
from tests.support.escpos_decoder import Sheet, decode
from tests.support.receipts import USUAL, printed_texts

EDGE: Final = 20
"""White dots around the sheet, as paper has."""


def comes_out(receipt: Receipt) -> Image.Image:
    """The ticket as decoded from its bytes, with a little white around as paper has."""
    [sheet] = decode(job_bytes(draw(receipt)), receipt.width_dots)
    return with_margin(sheet)


def with_margin(sheet: Sheet) -> Image.Image:
    """The sheet with a little white around, as paper has."""
    return ImageOps.expand(sheet.image().convert("L"), EDGE, 255)


def scanned(pictures: Sequence[Image.Image], folder: Path) -> list[str]:
    """What zbar reads of each; of QR codes only, as its other kinds find bars in letters."""
    names = []
    for number, picture in enumerate(pictures):
        names.append(f"qr{number:04d}.png")
        picture.save(folder / names[-1], compress_level=1)
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", *names],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def letters_read(receipt: Receipt, page: str) -> tuple[int, int]:
    """How many letters of the ticket's sentences stand on the ``page`` read, and of how many.

    The label is too large for tesseract's pages and is read by itself; Khmer is not its language.
    """
    texts = [
        text.replace(NBSP, " ").replace("…", "...")
        for role, text in printed_texts(receipt)
        if role is not TextRole.LABEL and not shaped(text)
    ]
    return sum(found(text, page) for text in texts), sum(map(len, texts))


def shaped(text: str) -> bool:
    """Whether it has letters the reader was not taught."""
    script = language_of("km").script
    return script is not None and script.writes(text)


def found(wanted: str, page: str) -> int:
    """How many letters of ``wanted`` stand together on the page, in order."""
    best = 0
    for start in (at for at, letter in enumerate(page) if letter == wanted[0]):
        piece = page[start : start + len(wanted)]
        blocks = SequenceMatcher(None, wanted, piece, autojunk=False).get_matching_blocks()
        best = max(best, sum(block.size for block in blocks))
        if best == len(wanted):
            break
    return best


def page_of(receipt: Receipt, folder: Path) -> str:
    """All that tesseract reads of the ticket, the code covered up: it takes modules for letters."""
    picture, layout = comes_out(receipt), shipped_layouts()[receipt.width_dots]
    page = compose(receipt, layout, fitted(receipt, layout)[1])
    for left, top, right, bottom in (p.box for p in page.pieces if isinstance(p, QrCode)):
        picture.paste(255, (left + EDGE, top + EDGE, right + EDGE, bottom + EDGE))
    return read(picture, folder, "-l", "vie", "--psm", "4")


def says_label(picture: Image.Image, label: str) -> bool:
    """Whether the big number of a sheet is this label, dot for dot.

    Compared with a ticket drawn for it, because tesseract takes a 9 for a 0 now and then; that
    people can read what is drawn is proven by ``test_ticket_reading``.
    """
    drawn = comes_out(replace(USUAL, label=label, width_dots=picture.width - 2 * EDGE))
    seen, meant = (ink_of(big_number(each)) for each in (picture, drawn))
    return seen.size == meant.size and seen.tobytes() == meant.tobytes()


def ink_of(picture: Image.Image) -> Image.Image:
    """The part of it that is printed on."""
    return picture.crop(ImageOps.invert(picture).getbbox())


def label_of(picture: Image.Image, folder: Path) -> str:
    """What tesseract reads of the label, without spaces."""
    return read(big_number(picture), folder, "-l", "eng", "--psm", "7").replace(" ", "")


def label_signs_read(receipt: Receipt, folder: Path) -> int:
    """How many signs of the label tesseract reads, in their order."""
    # Without words around it tesseract cannot tell a zero from the letter; people can.
    seen = label_of(comes_out(receipt), folder).replace("O", "0")
    return found(receipt.label.replace(" ", ""), seen)


def read(picture: Image.Image, folder: Path, *how: str) -> str:
    """What tesseract reads, with single spaces and one kind of dash and of dots."""
    path = folder / "page.png"
    picture.save(path)
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    done = subprocess.run(
        ["tesseract", str(path), "-", *how],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    alike = str.maketrans({"—": "–", "-": "–", "…": "..."})
    return " ".join(done.stdout.translate(alike).split())


def big_number(picture: Image.Image) -> Image.Image:
    """The first band of ink as high as only a label is, halved: OCR dislikes huge letters."""
    inverted = ImageOps.invert(picture)
    rows = [
        bool(inverted.crop((0, y, picture.width, y + 1)).getbbox()) for y in range(picture.height)
    ]
    top = 0
    for y, inked in enumerate([*rows, False]):
        if not inked and y - top > 60:
            band = picture.crop((0, top - 10, picture.width, y + 10))
            return band.resize((band.width // 2, band.height // 2), Image.Resampling.BOX)
        top = top if inked else y + 1
    raise AssertionError("there is no big number")
