"""Independent readers of a printed page: zbar for codes, tesseract for words."""

import os
import subprocess
from pathlib import Path

from PIL import Image, ImageOps

from tests.escpos_decoder import Sheet


def with_margin(sheet: Sheet) -> Image.Image:
    """The sheet with a little white around, as paper has."""
    return ImageOps.expand(sheet.image().convert("L"), 20, 255)


def scanned(picture: Image.Image, folder: Path) -> str:
    """What zbar reads; of QR codes only, as its other kinds find bars in letters."""
    path = folder / "qr.png"
    picture.save(path)
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def read(picture: Image.Image, folder: Path, *how: str) -> str:
    """What tesseract reads, with single spaces and one kind of dash."""
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
    return " ".join(done.stdout.replace("—", "–").replace("-", "–").split())


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
