"""The trial page shows what a broken printer loses: dots, edges, letters."""

from datetime import datetime

import pytest

from kiosk.printing.job import job_bytes
from kiosk.printing.receipt import WIDTHS
from kiosk.printing.trial import BAR_DOTS, trial_page
from tests.support.escpos_decoder import decode

AT = datetime.fromisoformat("2026-11-23T08:05:00+07:00")
OFFICE = "Trung tâm Phục vụ hành chính công phường Hòa Bình"


@pytest.mark.parametrize("width_dots", WIDTHS)
def test_every_dot_of_the_head_is_used_and_both_edges_are_marked(width_dots: int) -> None:
    """As decoded from the job: an unbroken bar, and a ruler from the first dot to the last."""
    [sheet] = decode(job_bytes(trial_page(OFFICE, "usb:04b8:0e15", AT, width_dots)), width_dots)
    row_bytes = width_dots // 8
    bars = [row for row in sheet.rows if row == b"\xff" * row_bytes]
    assert len(bars) == BAR_DOTS
    ends = [row for row in sheet.rows if row[0] & 0x80 and row[row_bytes - 1] & 0x01]
    assert len(ends) > BAR_DOTS
    assert sheet.cut == "partial"


def test_no_other_paper_is_known() -> None:
    """A wrong width is said before anything is printed."""
    with pytest.raises(ValueError, match="600"):
        trial_page(OFFICE, "none", AT, 600)
