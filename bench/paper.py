"""``python -m bench.paper``: 200 tickets of the demo offices, what they cost and how they read.

Bytes and length of paper; the share of letters tesseract reads, and of codes zbar reads, off the
dots an independent decoder makes of the jobs. Takes some minutes; not part of ``make bench``.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from kiosk.printing.job import job_bytes
from kiosk.printing.layout import shipped_layouts
from kiosk.printing.raster import draw, fitted
from kiosk.printing.receipt import Receipt
from tests.support.readers import comes_out, label_of, letters_read, page_of, scanned
from tests.support.receipts import generated

DOTS_A_MM = 8
BUDGET = 36_000


@dataclass(frozen=True)
class Measured:
    """One ticket: bytes, rows, letters read and of how many, and what else was read."""

    receipt: Receipt
    size: int
    rows: int
    read: int
    letters: int
    label_read: bool
    code_read: bool
    shortened: bool


def measured(receipt: Receipt, folder: Path) -> Measured:
    """Print it on nothing and read it."""
    picture = draw(receipt)
    paper = comes_out(receipt)
    read, letters = letters_read(receipt, page_of(receipt, folder))
    layout = shipped_layouts()[receipt.width_dots]
    most = layout.papers.most if layout.papers else 0
    return Measured(
        receipt,
        len(job_bytes(picture)),
        picture.height,
        read,
        letters,
        label_of(paper, folder) == receipt.label.replace(" ", ""),
        scanned([paper], folder) == [receipt.status_url],
        fitted(receipt, layout)[1] < most,
    )


def row(name: str, those: list[Measured]) -> list[str]:
    """The figures of some tickets as cells."""
    sizes = sorted(each.size for each in those)
    rows = sorted(each.rows // DOTS_A_MM for each in those)
    return [
        name,
        f"{len(those)}",
        f"{median(sizes):,.0f}",
        f"{sizes[int(0.9 * len(sizes))]:,}",
        f"{sizes[-1]:,}",
        f"{sum(size <= BUDGET for size in sizes)}",
        f"{sum(each.shortened for each in those)}",
        f"{median(rows):.0f}–{rows[-1]}",
        f"{sum(each.read for each in those) / sum(each.letters for each in those):.2%}",
        f"{min(each.read / each.letters for each in those):.1%}",
        f"{sum(each.label_read for each in those)}",
        f"{sum(each.code_read for each in those)}",
    ]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(prefix="denluot-paper-") as folder:
        everything = [measured(receipt, Path(folder)) for receipt in generated()]
    table = Table(
        *("paper", "tickets", "bytes p50", "p90", "max", "≤ 36 kB", "papers cut", "mm p50–max"),
        *("letters read", "worst ticket", "labels", "codes"),
        title="200 tickets",
    )
    for width in (576, 384):
        for language in ("vi", "en", "km"):
            kind = (width, language)
            those = [m for m in everything if (m.receipt.width_dots, m.receipt.language) == kind]
            table.add_row(*row(f"{width} {language}", those))
    table.add_row(*row("all", everything))
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
