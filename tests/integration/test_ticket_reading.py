"""What a person and a telephone see of a ticket, read by programs that know nothing of ours."""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.printing.receipt import Receipt
from tests.support.readers import (
    comes_out,
    found,
    label_signs_read,
    letters_read,
    page_of,
    says_label,
    scanned,
)
from tests.support.receipts import CROWDED, USUAL, generated, usual

pytestmark = pytest.mark.slow

READ_SHARE = 0.98
TICKETS = [
    USUAL,
    usual(label="H 012", service="Hướng dẫn, kê khai", area="sảnh chính", people_ahead=0),
    usual(label="1 345", service="Xác nhận tình trạng hôn nhân", area="Khu B, tầng 2"),
    usual(label="TP 0123", service="Đăng ký khai sinh kết hợp nhận cha, mẹ, con", area="Khu C"),
]
SAMPLE = [receipt for receipt in generated() if receipt.language != "km"][3::7][:16]


@pytest.mark.parametrize("width_dots", [576, 384])
@pytest.mark.parametrize("receipt", TICKETS, ids=[ticket.label for ticket in TICKETS])
def test_people_can_read_the_ticket(receipt: Receipt, width_dots: int, tmp_path: Path) -> None:
    """Tesseract reads the number but for one sign at most, and of the sentences nearly all."""
    receipt = replace(receipt, width_dots=width_dots)
    assert label_signs_read(receipt, tmp_path) >= len(receipt.label.replace(" ", "")) - 1
    page = page_of(receipt, tmp_path)
    read, of = letters_read(receipt, page)
    assert read / of >= READ_SHARE
    for wanted in (receipt.service, f"Mời ông/bà chờ tại {receipt.area}"):
        assert found(wanted, page) / len(wanted) >= 0.94, (wanted, page)


@pytest.mark.finding("H5")
@pytest.mark.parametrize("width_dots", [576, 384])
def test_a_number_on_paper_is_that_number_and_no_other(width_dots: int) -> None:
    """Also where one digit makes the difference, whatever else stands on the ticket."""
    paper = comes_out(replace(CROWDED, label="9 011", width_dots=width_dots))
    assert says_label(paper, "9 011")
    for other in ("9 911", "9 001", "9 01", "0 911", "9 0110"):
        assert not says_label(paper, other), other


def test_tickets_of_the_demo_offices_can_be_read(tmp_path: Path) -> None:
    """Of 16 of both offices, both widths, with and without English; ``bench.paper`` reads 200."""
    assert {(each.width_dots, each.language) for each in SAMPLE} >= {
        (576, "vi"),
        (576, "en"),
        (384, "vi"),
        (384, "en"),
    }
    counts = [letters_read(each, page_of(each, tmp_path)) for each in SAMPLE]
    assert sum(read for read, _ in counts) / sum(of for _, of in counts) >= READ_SHARE


def test_telephones_read_the_code_of_every_ticket(tmp_path: Path) -> None:
    """All 200 of them, in all languages, and nothing else on the paper looks like a code."""
    receipts = [*generated(), *TICKETS, CROWDED, replace(CROWDED, width_dots=384)]
    pictures = [comes_out(receipt) for receipt in receipts]
    assert scanned(pictures, tmp_path) == [receipt.status_url for receipt in receipts]


def test_a_crowded_ticket_can_be_read_too(tmp_path: Path) -> None:
    """A name of five lines, notes, seven papers, a reprint: the mark and the name are read."""
    page = page_of(CROWDED, tmp_path)
    assert found("BẢN IN LẠI lúc 8 giờ 40", page) >= 21
    assert found(CROWDED.service, page) / len(CROWDED.service) >= 0.97


def test_the_reading_tools_are_here() -> None:
    """Without them the tests above would prove nothing."""
    assert shutil.which("zbarimg")
    assert shutil.which("tesseract")
    assert sys.platform == "linux"
