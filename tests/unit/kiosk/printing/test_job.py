import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kiosk.printing.job import RESYNC, job_bytes
from kiosk.printing.layout import LayoutError
from kiosk.printing.raster import draw
from kiosk.printing.receipt import Receipt
from kiosk.printing.strips import STRIP_ROWS, cost, strips
from kiosk.printing.ticket_job import ticket_jobs
from tests.support.escpos_decoder import Decoder, decode
from tests.support.receipts import BARE, CROWDED, USUAL, generated, usual


def printed(job: bytes, width_dots: int, height: int) -> Image.Image:
    """What comes out, without the feed before the cut, which must be white."""
    [sheet] = decode(job, width_dots)
    assert not any(any(row) for row in sheet.rows[height:])
    return sheet.image().crop((0, 0, width_dots, height))


@pytest.mark.parametrize("width_dots", [576, 384])
@pytest.mark.parametrize("receipt", [USUAL, CROWDED, BARE], ids=["usual", "crowded", "bare"])
def test_the_printer_sees_the_picture_dot_for_dot(receipt: Receipt, width_dots: int) -> None:
    """An independent strict decoder gets back exactly the picture that was drawn."""
    picture = draw(usual(**{**vars(receipt), "width_dots": width_dots}))
    assert printed(job_bytes(picture), width_dots, picture.height).tobytes() == picture.tobytes()


@given(st.binary(min_size=1, max_size=400), st.integers(1, 72), st.integers(0, 120))
@settings(max_examples=60, deadline=None)
def test_any_picture_survives_the_strips(dots: bytes, row_bytes: int, white: int) -> None:
    """Noise, white bands and single dots come back unchanged."""
    rows = -(-len(dots) // row_bytes)
    data = dots.ljust(rows * row_bytes, b"\0") + bytes(white * row_bytes) + b"\1" * row_bytes
    width, height = row_bytes * 8, rows + white + 1
    picture = Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in data))
    assert printed(job_bytes(picture), width, height).tobytes() == picture.tobytes()


def test_a_job_resets_prints_and_cuts_once() -> None:
    """One sheet, cut so that it hangs, from strips low enough to recover from."""
    decoder = Decoder()
    decoder.feed(job_bytes(draw(CROWDED)))
    [sheet] = decoder.finish()
    assert sheet.cut == "partial"
    assert decoder.resets == 1
    assert decoder.questions == []
    assert decoder.tallest_strip <= STRIP_ROWS


def test_white_costs_next_to_nothing() -> None:
    """A full ticket with its papers and code stays below 36 kB; the whole raster would be 63 kB."""
    picture = draw(USUAL)
    job = job_bytes(picture)
    assert len(job) <= 34_000
    assert len(job) < 0.55 * picture.height * 72
    assert cost(picture) < len(job) < cost(picture) + 20


@pytest.mark.slow
def test_the_tickets_of_the_demo_offices_are_cheap() -> None:
    """At 576 dots a Vietnamese ticket costs 36 kB at most but for one with notes and much else."""
    jobs = [
        len(job_bytes(draw(receipt)))
        for receipt in generated()
        if (receipt.width_dots, receipt.language) == (576, "vi")
    ]
    assert len(jobs) == 60
    assert sum(size <= 36_000 for size in jobs) >= 54
    assert max(jobs) <= 39_000


def test_a_job_broken_off_among_the_dots_does_not_spoil_the_next() -> None:
    """Wherever a strip breaks off, the filler ends it and the next ticket is whole."""
    job = job_bytes(draw(USUAL))
    whole, breaks = decode(job)[0], 0
    for end in range(3, len(job), len(job) // 60):
        decoder = Decoder()
        decoder.feed(job[:end])
        if decoder.inside_strip:
            breaks += 1
            decoder.feed(RESYNC + job)
            assert decoder.finish()[-1].rows == whole.rows
    assert breaks > 40


@pytest.mark.parametrize(("paper_mm", "width_dots"), [(80, 576), (58, 384)])
def test_a_kiosk_prints_for_its_own_paper(paper_mm: int, width_dots: int) -> None:
    """The paper decides, whatever the ticket was made for."""
    job = ticket_jobs(paper_mm)(usual(width_dots=576))
    assert job == job_bytes(draw(usual(width_dots=width_dots)))


def test_a_kiosk_prints_as_its_office_wishes(tmp_path: Path) -> None:
    """Layouts of a folder are read once, at the start, where a fault is still seen by somebody."""
    own = tmp_path / "layout-80.toml"
    own.write_text('width_dots = 576\nblock = [{ text = "label", size = 90 }]', "utf-8")
    to_job = ticket_jobs(80, tmp_path)
    own.write_text("nonsense", "utf-8")
    assert len(to_job(USUAL)) < 0.3 * len(ticket_jobs(80)(USUAL))
    with pytest.raises(LayoutError, match="layout-80"):
        ticket_jobs(80, tmp_path)


def test_strips_tile_the_picture_and_stay_low() -> None:
    """Their rows add up, none is wider than the picture, and a black wall is cut up as well."""
    for picture in (draw(USUAL), Image.new("1", (384, 555), 0)):
        pieces = list(strips(picture))
        assert sum(piece.height for piece in pieces) == picture.height
        assert max(piece.width for piece in pieces) <= picture.width
        assert max(piece.height for piece in pieces) <= STRIP_ROWS


def test_making_a_job_leaves_nothing_behind(tmp_path: Path) -> None:
    """python-escpos litters on import: no directory, no log handler, no word on stdout stays."""
    program = (
        "import logging, os\n"
        "from kiosk.printing.job import job_bytes\n"
        "from PIL import Image\n"
        "job_bytes(Image.new('1', (384, 10), 0))\n"
        "assert logging.root.handlers == []\n"
        "assert os.environ['ESCPOS_CAPABILITIES_PICKLE_DIR'] == 'elsewhere'\n"
    )
    places = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(tmp_path))
    environment = os.environ | places | {"ESCPOS_CAPABILITIES_PICKLE_DIR": "elsewhere"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_making_a_job_keeps_the_log_as_it_was() -> None:
    """Handlers the program has set stay, none is added."""
    before = logging.root.handlers[:]
    job_bytes(Image.new("1", (384, 10), 0))
    assert logging.root.handlers == before
