"""Cuts a picture into the strips that cost the fewest bytes. Pure.

A strip is as wide as its widest row; white to the right is not sent, and white rows are strips one
byte wide. ``ESC J`` is shorter but feeds 1/360 or 1/406 inch a step on many Epson printers, which
would squeeze the ticket. On a serial line every byte counts: see the README.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from PIL import Image, ImageChops

STRIP_ROWS: Final = 100
"""No strip is higher, so that a job broken off leaves a printer waiting for few bytes."""
HEAD_BYTES: Final = 8
STRIP_COST: Final = 32
"""The cost of a strip in bytes: its head, and a pause of the paper feed."""

Run = tuple[int, int]
"""Rows in a run, and how many bytes each of them reaches to the right."""


def strips(picture: Image.Image) -> Iterator[Image.Image]:
    """The 1-bit ``picture`` from top to bottom; pasted at the left edge they are the picture."""
    top = 0
    for rows, row_bytes in _joined(_runs(picture)):
        right = min(8 * row_bytes, picture.width)
        yield picture.crop((0, top, right, top + rows))
        top += rows


def cost(picture: Image.Image) -> int:
    """Bytes the ``picture`` takes: its strips and their heads."""
    return sum(HEAD_BYTES + rows * row_bytes for rows, row_bytes in _joined(_runs(picture)))


def _runs(picture: Image.Image) -> list[Run]:
    """Rows of equal reach together, none higher than a strip may be."""
    row_bytes = -(-picture.width // 8)
    data = ImageChops.invert(picture).tobytes()
    starts = range(0, len(data), row_bytes)
    reaches = (max(1, len(data[at : at + row_bytes].rstrip(b"\0"))) for at in starts)
    runs = []
    for reach, same in groupby(reaches):
        rows = sum(1 for _ in same)
        runs += [(min(STRIP_ROWS, rows - at), reach) for at in range(0, rows, STRIP_ROWS)]
    return runs


def _joined(runs: list[Run]) -> list[Run]:
    """Neighbouring runs joined to strips so that the whole is cheapest (dynamic programming)."""
    cheapest, first = [0], [0]
    for end in range(1, len(runs) + 1):
        cost, start = min(_ways(runs, end, cheapest))
        cheapest.append(cost)
        first.append(start)
    strips_up: list[Run] = []
    end = len(runs)
    while end:
        part = runs[first[end] : end]
        strips_up.append((sum(rows for rows, _ in part), max(reach for _, reach in part)))
        end = first[end]
    return strips_up[::-1]


def _ways(runs: list[Run], end: int, cheapest: list[int]) -> Iterator[tuple[int, int]]:
    """Every strip that may end before run ``end``: the cost up to there, and where it starts."""
    height = widest = 0
    for start in range(end - 1, -1, -1):
        rows, reach = runs[start]
        height += rows
        if height > STRIP_ROWS:
            return
        widest = max(widest, reach)
        yield cheapest[start] + STRIP_COST + height * widest, start
