import pytest

from kiosk.printing.port import PrintReason
from kiosk.printing.status import (
    ASK_OFFLINE_CAUSE,
    ASK_PAPER,
    ASK_PRINTER,
    PrinterCondition,
    StatusReader,
    turn_condition,
)


@pytest.mark.parametrize(
    ("question", "answer", "trouble"),
    [
        (ASK_PRINTER, 0x12, None),
        (ASK_PRINTER, 0x16, None),  # the drawer's pin is high: nothing to us
        (ASK_PRINTER, 0x1A, PrintReason.OFFLINE),
        (ASK_OFFLINE_CAUSE, 0x16, PrintReason.COVER_OPEN),
        (ASK_OFFLINE_CAUSE, 0x32, PrintReason.PAPER_OUT),
        (ASK_OFFLINE_CAUSE, 0x52, PrintReason.PRINTER_ERROR),
        (ASK_PAPER, 0x12, None),
        (ASK_PAPER, 0x1E, None),
        (ASK_PAPER, 0x72, PrintReason.PAPER_OUT),
    ],
)
def test_answers_to_status_requests_are_read(
    question: bytes, answer: int, trouble: PrintReason | None
) -> None:
    """Each bit that keeps a ticket from being printed has its reason code."""
    assert PrinterCondition().told(question, answer).trouble is trouble


def test_paper_near_its_end_prints_and_says_so() -> None:
    """Low paper is no trouble, but staff must hear of it."""
    low = PrinterCondition().told(ASK_PAPER, 0x1E)
    assert (low.trouble, low.good) == (None, PrintReason.PAPER_LOW)


def test_the_cause_a_person_can_mend_comes_first() -> None:
    """Cover open and therefore offline: the cover is named."""
    told = PrinterCondition().told(ASK_PRINTER, 0x1A).told(ASK_OFFLINE_CAUSE, 0x16)
    assert told.trouble is PrintReason.COVER_OPEN


def test_automatic_status_is_not_taken_for_an_answer() -> None:
    """Four bytes nobody asked for, in two pieces, around a real answer: each finds its place."""
    reader = StatusReader()
    reader.feed(b"\x10\x00")
    reader.feed(b"\x12\x00\x00\x00")
    assert (reader.live, reader.turns) == ([0x12], [0x00])
    assert reader.told == PrinterCondition()


@pytest.mark.parametrize(
    ("pushed", "trouble"),
    [
        (b"\x18\x00\x0c\x00", PrintReason.PAPER_OUT),
        (b"\x38\x00\x00\x00", PrintReason.COVER_OPEN),
        (b"\x18\x08\x00\x00", PrintReason.PRINTER_ERROR),
        (b"\x18\x00\x00\x00", PrintReason.OFFLINE),
        (b"\x10\x00\x03\x00", None),
    ],
)
def test_automatic_status_is_believed(pushed: bytes, trouble: PrintReason | None) -> None:
    """What a printer pushes unasked tells of paper, cover and cutter."""
    reader = StatusReader()
    reader.feed(pushed)
    assert reader.told is not None
    assert reader.told.trouble is trouble


def test_line_noise_is_no_answer() -> None:
    """Bytes with wrong fixed bits are dropped and counted; flow control is no noise."""
    reader = StatusReader()
    reader.feed(b"\x11\x13\xff\x92\x80\x05")
    assert (reader.live, reader.turns, reader.told) == ([], [], None)
    assert reader.noise == 4


def test_paper_that_stopped_the_printer_is_out_whatever_the_sensor_says() -> None:
    """Stopped for want of paper, though the sensor sees a last bit of it: nothing would print."""
    told = PrinterCondition().told(ASK_OFFLINE_CAUSE, 0x32).told(ASK_PAPER, 0x12)
    assert told.trouble is PrintReason.PAPER_OUT


@pytest.mark.parametrize(
    ("answer", "condition"),
    [
        (0x00, PrinterCondition()),
        (0x03, PrinterCondition(paper_low=True)),
        (0x0F, PrinterCondition(paper_out=True, paper_low=True)),
    ],
)
def test_the_answer_in_its_turn_tells_of_paper(answer: int, condition: PrinterCondition) -> None:
    """``GS r 1`` carries the paper sensor."""
    assert turn_condition(answer) == condition
