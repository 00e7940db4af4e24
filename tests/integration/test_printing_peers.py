"""Our bytes and our fake printer against programs that other people have written."""

import base64
import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kiosk.printing.job import job_bytes
from kiosk.printing.raster import draw
from kiosk.printing.receipt import Receipt
from tests import peers
from tests.support.escpos_decoder import decode
from tests.support.fake_printer import FakePrinter, Mode
from tests.support.receipts import BARE, CROWDED, USUAL

pytestmark = pytest.mark.slow

ANSWER_TIMEOUT_S = 30
STRIP_HEAD = b"\x1dv0\x00"


@pytest.fixture(scope="module")
def folder() -> Path:
    """Where the peers are; a test without them would prove nothing, so it fails."""
    try:
        return peers.installed()
    except peers.PeersMissing as error:
        pytest.fail(str(error))


def encoded_elsewhere(picture: Image.Image, folder: Path) -> bytes:
    """What ``@point-of-sale/receipt-printer-encoder`` makes of the picture."""
    grey = base64.b64encode(picture.convert("L").tobytes()).decode()
    wish = json.dumps({"width": picture.width, "height": picture.height, "grey": grey})
    done = subprocess.run(
        [peers.program("node"), "raster.mjs"],
        cwd=folder,
        input=wish.encode(),
        capture_output=True,
        timeout=ANSWER_TIMEOUT_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def strips_in(job: bytes) -> Iterator[bytes]:
    """The dots of each ``GS v 0``, and nothing but line feeds behind the last."""
    while job.startswith(STRIP_HEAD):
        row_bytes, rows = (int.from_bytes(job[at : at + 2], "little") for at in (4, 6))
        end = 8 + row_bytes * rows
        yield job[8:end]
        job = job[end:]
    assert set(job) <= set(b"\n\r")


@pytest.mark.parametrize("width_dots", [576, 384])
@pytest.mark.parametrize("receipt", [USUAL, CROWDED, BARE], ids=["usual", "crowded", "bare"])
def test_another_encoder_makes_the_same_dots(
    receipt: Receipt, width_dots: int, folder: Path
) -> None:
    """Its raster of the same picture, byte for byte what our strips put together are."""
    picture = draw(replace(receipt, width_dots=width_dots))
    theirs = b"".join(strips_in(encoded_elsewhere(picture, folder)))
    [sheet] = decode(job_bytes(picture), width_dots)
    ours = b"".join(sheet.rows[: picture.height])
    assert theirs[: len(ours)] == ours
    assert not any(theirs[len(ours) :]), "it fills up with white"


@pytest.mark.parametrize(
    ("mode", "said"),
    [
        (Mode.OK, "online"),
        (Mode.NEAR_END, "online"),
        (Mode.PAPER_OUT, "paperempty"),
        (Mode.COVER_OPEN, "coveropen"),
        (Mode.AUTOMATIC, "online"),
    ],
)
def test_another_program_understands_our_fake_printer(mode: Mode, said: str, folder: Path) -> None:
    """``receiptio -q`` asks it for its status as it would ask a real one."""
    with FakePrinter(mode, host="127.91.0.1", port=9100) as fake:
        done = subprocess.run(
            [
                *(peers.program("node"), "node_modules/receiptio/bin/cli.js"),
                *("-d", "127.91.0.1", "-p", "escpos", "-q"),
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=ANSWER_TIMEOUT_S,
            check=False,
        )
        assert (done.stdout.strip() or done.stderr.strip()) == said
        assert fake.fault is None
        assert fake.connections == 1
