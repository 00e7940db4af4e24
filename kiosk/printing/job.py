"""From a picture of a ticket to the bytes of a job, with python-escpos.

Only ``GS v 0`` strips (see ``strips``): the one image command every printer has.
"""

import logging
import os
import shutil
import sys
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from PIL import Image

from kiosk.printing.strips import STRIP_ROWS, strips

if TYPE_CHECKING:
    from escpos.printer import Dummy

WIDEST_DOTS: Final = 576
RESYNC: Final = bytes(8 + STRIP_ROWS * WIDEST_DOTS // 8)
"""Completes the strip that a broken job left unfinished; otherwise the printer ignores it."""
PAPER: Final = {
    "media": {"width": {"pixels": WIDEST_DOTS}},
    "features": {"paperFullCut": True, "paperPartCut": True},
    "codePages": {"0": "CP437"},
}
_LITTER_VARIABLE: Final = "ESCPOS_CAPABILITIES_PICKLE_DIR"


def job_bytes(picture: Image.Image) -> bytes:
    """A whole job: reset, the 1-bit ``picture`` dot for dot at the left edge, feed, partial cut.

    A partial cut leaves the slip hanging by a point until it is taken, instead of falling.
    """
    recorder = _recorder()
    recorder.hw("INIT")
    for strip in strips(picture):
        recorder.image(strip, impl="bitImageRaster", fragment_height=STRIP_ROWS)
    recorder.cut(mode="PART")
    output: bytes = recorder.output
    return output


@cache
def _recorder_class() -> "tuple[type[Dummy], object]":
    """python-escpos's recorder class, imported without its side effects.

    On import it opens a temporary directory and never removes it (an empty one is left even when
    its variable names another place), and adds a handler to the root logger.
    """
    ours = "escpos.capabilities" not in sys.modules
    handlers, asked = logging.root.handlers[:], os.environ.pop(_LITTER_VARIABLE, None)
    try:
        from escpos import capabilities
        from escpos.printer import Dummy
    finally:
        logging.root.handlers[:] = handlers
        if asked is not None:
            os.environ[_LITTER_VARIABLE] = asked
    if ours:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    return Dummy, _profile(capabilities.Profile)


def _profile(base: type) -> object:
    """Any raster printer with a cutter.

    Without features ``cut()`` only feeds, without a width ``image()`` prints a complaint.
    """
    paper: Any = type("TicketPaper", (base,), {"profile_data": PAPER})
    return paper(features=PAPER["features"])


def _recorder() -> "Dummy":
    dummy, profile = _recorder_class()
    return dummy(profile=profile)
