"""From the facts of a ticket to its printer's bytes, for one kind of paper."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from kiosk.printing.job import job_bytes
from kiosk.printing.layout import read_layouts, shipped_layouts
from kiosk.printing.raster import draw
from kiosk.printing.receipt import Receipt

PAPERS: Final = {80: 576, 58: 384}
"""Millimetres of paper, and how many dots of them a printer prints."""


def ticket_jobs(paper_mm: int, layouts: Path | None = None) -> Callable[[Receipt], bytes]:
    """A function from receipts to printer bytes, for paper of 80 or 58 mm and with the office's own
    ``layouts`` if a folder is given.

    Raises:
        LayoutError: a layout of the folder cannot be used.

    """
    width_dots = PAPERS[paper_mm]
    shelf = read_layouts(layouts) if layouts else shipped_layouts()

    def to_job(receipt: Receipt) -> bytes:
        return job_bytes(draw(replace(receipt, width_dots=width_dots), shelf))

    return to_job
