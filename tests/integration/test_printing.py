"""One ticket and one printer, good or bad: what came out, and what we say of it.

Traps of python-escpos 3.1 that were seen to bite, and who watches them here: silence or a closed
line read as plenty of paper (mute, resets); a late answer taken for the next one (late, too late);
status nobody asked for taken for an answer (automatic); dots taken for questions (stray); a close
that loses what was not read yet (chatty); a time-out over all instead of idle time (slow);
a serial line or a pipe that blocks for ever. Those of its pictures (``GS ( L`` wrapping round,
``center``, a cut that only feeds, litter on import) are in the tests of job and strips.
"""

import os
import stat
import threading
import time
import tty
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.printing.address import FileAddress
from kiosk.printing.escpos_printer import EscposPrinter, open_printer
from kiosk.printing.file_link import FileLink
from kiosk.printing.job import job_bytes
from kiosk.printing.link import PrinterTimeouts
from kiosk.printing.port import (
    PrinterStatus,
    PrintOutcome,
    PrintReason,
    PrintState,
    TicketPrinter,
)
from kiosk.printing.raster import draw
from kiosk.printing.receipt import Receipt
from tests.support.escpos_decoder import Sheet, decode
from tests.support.fake_printer import Behaviour, FakePrinter, Mode
from tests.support.receipts import BARE, USUAL

QUICK = PrinterTimeouts(
    connect_s=1.0,
    answer_s=0.6,
    idle_s=0.8,
    confirm_s=1.2,
    mute_confirm_s=0.4,
    poll_s=0.2,
    drain_s=0.5,
    total_s=20.0,
)
SMALL = replace(BARE, width_dots=384)


def printed(printer: TicketPrinter, receipt: Receipt) -> PrintOutcome:
    """What is known after ``receipt`` went to ``printer``."""
    return printer.send(job_bytes(draw(receipt)))


def rows_of(receipt: Receipt) -> list[bytes]:
    """The rows that must come out for ``receipt``."""
    picture = draw(receipt)
    row_bytes = receipt.width_dots // 8
    data = bytes(byte ^ 0xFF for byte in picture.tobytes())
    return [data[at : at + row_bytes] for at in range(0, len(data), row_bytes)]


def holds(sheet: Sheet, receipt: Receipt) -> bool:
    """Whether the whole ticket is on the sheet, dot for dot, and cut off."""
    wanted = rows_of(receipt)
    return sheet.rows[: len(wanted)] == wanted and sheet.cut == "partial"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "state", "reason"),
    [
        (Mode.OK, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.SLOW, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.LATE, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.NEAR_END, PrintState.CONFIRMED, PrintReason.PAPER_LOW),
        (Mode.AUTOMATIC, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.STRAY, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.CUTTING, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.MUTE, PrintState.UNCONFIRMED, PrintReason.NO_ANSWER),
        (Mode.NO_TURN, PrintState.UNCONFIRMED, PrintReason.NO_ANSWER),
        (Mode.TOO_LATE, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.GARBAGE, PrintState.UNCONFIRMED, PrintReason.NO_ANSWER),
    ],
)
def test_a_working_printer_gets_the_whole_ticket(
    mode: Mode, state: PrintState, reason: PrintReason
) -> None:
    """However slow, late or talkative: every dot arrives, and we claim no more than we know."""
    with FakePrinter(mode) as fake:
        outcome = printed(open_printer(fake.address, QUICK), USUAL)
        [sheet] = fake.sheets()
        assert (outcome.state, outcome.reason) == (state, reason)
        assert holds(sheet, USUAL)
        assert fake.decoder.padding > 7000


@pytest.mark.parametrize(
    ("mode", "reason"),
    [(Mode.PAPER_OUT, PrintReason.PAPER_OUT), (Mode.COVER_OPEN, PrintReason.COVER_OPEN)],
)
def test_a_printer_that_cannot_print_gets_nothing(mode: Mode, reason: PrintReason) -> None:
    """Paper out or cover open: certainly nothing was sent, and the reason is known."""
    with FakePrinter(mode) as fake:
        assert printed(open_printer(fake.address, QUICK), USUAL) == PrintOutcome(
            PrintState.NOT_SENT, reason
        )
        assert fake.sheets() == []
        assert b"\x1dv0" not in fake.received


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "reason"),
    [
        (Mode.DROP, PrintReason.DROPPED),
        (Mode.HANG_UP, PrintReason.DROPPED),
        (Mode.FREEZE, PrintReason.STALLED),
        (Mode.PAPER_ENDS, PrintReason.PAPER_OUT),
        (Mode.AUTOMATIC_PAPER_ENDS, PrintReason.PAPER_OUT),
        (Mode.COVER_OPENS, PrintReason.COVER_OPEN),
        (Mode.TOO_LATE_OUT, PrintReason.OFFLINE),
        (Mode.STAYS_OFFLINE, PrintReason.OFFLINE),
    ],
)
def test_trouble_in_mid_ticket_is_never_called_success(mode: Mode, reason: PrintReason) -> None:
    """Half a ticket may hang from the printer: the outcome says that nobody knows."""
    with FakePrinter(mode) as fake:
        outcome = printed(open_printer(fake.address, QUICK), USUAL)
        assert (outcome.state, outcome.reason) == (PrintState.UNKNOWN, reason)
        if mode not in (Mode.STAYS_OFFLINE, Mode.TOO_LATE_OUT):  # these take it all in
            assert not any(holds(sheet, USUAL) for sheet in fake.decoder.sheets)


def test_a_line_thrown_away_at_once_has_printed_nothing() -> None:
    """Accepted, then reset before a word: certainly no paper, so the ticket may be tried again."""
    with FakePrinter(Mode.RESETS) as fake:
        outcome = printed(open_printer(fake.address, QUICK), SMALL)
        assert outcome.state is PrintState.NOT_SENT
        # The reset may overtake the end of our call.
        assert outcome.reason in (PrintReason.DROPPED, PrintReason.UNREACHABLE)
        assert fake.sheets() == []
        assert fake.received == b""


@pytest.mark.parametrize(
    ("mode", "status"),
    [
        (Mode.OK, PrinterStatus.OK),
        (Mode.LATE, PrinterStatus.OK),
        (Mode.AUTOMATIC, PrinterStatus.OK),
        (Mode.NEAR_END, PrinterStatus.PAPER_LOW),
        (Mode.PAPER_OUT, PrinterStatus.PAPER_OUT),
        (Mode.COVER_OPEN, PrinterStatus.COVER_OPEN),
        (Mode.JAMMED, PrinterStatus.ERROR),
        (Mode.MUTE, PrinterStatus.UNKNOWN),
        (Mode.GARBAGE, PrinterStatus.UNKNOWN),
        (Mode.RESETS, PrinterStatus.OFFLINE),
    ],
)
def test_a_printer_is_asked_how_it_is_without_printing(mode: Mode, status: PrinterStatus) -> None:
    """Only questions go out; silence and nonsense are never taken for "plenty of paper"."""
    with FakePrinter(mode) as fake:
        assert open_printer(fake.address, QUICK).status() is status
        assert fake.sheets() == []
        assert len(fake.received) <= 9


def test_a_printer_that_is_switched_off_is_offline() -> None:
    """Nobody at the address; and a line without a way back is not even opened to ask."""
    with FakePrinter() as fake:
        address = fake.address
    assert open_printer(address, QUICK).status() is PrinterStatus.OFFLINE
    assert open_printer("none").status() is PrinterStatus.UNKNOWN


def test_a_file_is_not_asked_how_it_is(tmp_path: Path) -> None:
    """Nothing could come back, and a file that is not there yet is not made for a question."""
    path = tmp_path / "tickets.bin"
    assert open_printer(f"file:{path}").status() is PrinterStatus.UNKNOWN
    assert not path.exists()


def test_a_chatty_printer_still_reading_when_we_leave_loses_nothing() -> None:
    """Status that arrives after a careless close would reset the line and tear the ticket."""
    with FakePrinter(Mode.CHATTY) as fake:
        outcome = printed(open_printer(fake.address, replace(QUICK, drain_s=8.0)), USUAL)
        [sheet] = fake.sheets()
    assert (outcome.state, outcome.reason) == (PrintState.UNCONFIRMED, PrintReason.NO_ANSWER)
    assert holds(sheet, USUAL)


def test_a_printer_that_ends_the_line_is_not_waited_for() -> None:
    """We say that no more comes; a printer that hears it leaves, and so do we."""
    with FakePrinter() as fake:
        start = time.monotonic()
        printed(open_printer(fake.address, replace(QUICK, drain_s=30.0)), SMALL)
        assert time.monotonic() - start < 10


def test_after_a_broken_ticket_the_next_one_comes_out_whole() -> None:
    """The printer still waits for dots of the broken one; it gets white, then the next ticket."""
    with FakePrinter(Mode.HANG_UP) as fake:
        printer = open_printer(fake.address, QUICK)
        assert printed(printer, USUAL).state is PrintState.UNKNOWN
        assert fake.decoder.inside_strip
        # A real printer goes on where it stopped; ours forgets only the questions it was asked.
        fake.mode = Mode.MUTE
        assert printed(printer, BARE).state is PrintState.UNCONFIRMED
        torn, whole = fake.sheets()
        assert torn.cut == ""
        assert holds(whole, BARE)


def test_one_printer_prints_ticket_after_ticket() -> None:
    """Each job is a connection of its own, so that others may print in between."""
    with FakePrinter() as fake:
        printer = open_printer(fake.address, QUICK)
        assert {printed(printer, SMALL).state for _ in range(3)} == {PrintState.CONFIRMED}
        printer.close()
        assert fake.connections == 3
        assert len(fake.sheets()) == 3


def test_nobody_at_the_address_means_nothing_was_sent() -> None:
    """A printer that is switched off refuses or stays silent; the ticket may be tried again."""
    with FakePrinter() as fake:
        address = fake.address
    outcome = printed(open_printer(address, QUICK), SMALL)
    assert (outcome.state, outcome.reason) == (PrintState.NOT_SENT, PrintReason.UNREACHABLE)
    assert "127.0.0.1" in outcome.detail


def test_without_a_printer_every_ticket_stays_on_the_screen() -> None:
    """``none`` answers at once and says that trying again is of no use."""
    printer = open_printer("none")
    assert printed(printer, USUAL) == PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_PRINTER)
    printer.close()


def test_a_file_collects_tickets(tmp_path: Path) -> None:
    """Tickets are added one behind the other; a file cannot confirm."""
    path = tmp_path / "tickets.bin"
    printer = open_printer(f"file:{path}")
    for receipt in (USUAL, BARE):
        outcome = printed(printer, receipt)
        assert (outcome.state, outcome.reason) == (PrintState.UNCONFIRMED, PrintReason.ONE_WAY)
    first, second = decode(path.read_bytes())
    assert holds(first, USUAL)
    assert holds(second, BARE)
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


def test_a_file_that_cannot_be_made_is_out_of_reach(tmp_path: Path) -> None:
    """A missing folder is an outcome, not an exception in the worker."""
    outcome = printed(open_printer(f"file:{tmp_path / 'no' / 'tickets.bin'}"), SMALL)
    assert (outcome.state, outcome.reason) == (PrintState.NOT_SENT, PrintReason.UNREACHABLE)


def test_a_pipe_nobody_reads_does_not_hold_the_kiosk(tmp_path: Path) -> None:
    """Opening such a pipe waits for ever in other programs; here it is out of reach at once."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    outcome = printed(open_printer(f"file:{path}", QUICK), SMALL)
    assert (outcome.state, outcome.reason) == (PrintState.NOT_SENT, PrintReason.UNREACHABLE)


def test_a_pipe_that_is_full_is_given_up(tmp_path: Path) -> None:
    """Somebody opened it and does not read: after the timeouts the outcome is unknown."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        link = FileLink(FileAddress(path), QUICK)
        outcome = EscposPrinter(link, QUICK).send(b"x" * 500_000)
    finally:
        os.close(reader)
    assert (outcome.state, outcome.reason) == (PrintState.UNKNOWN, PrintReason.STALLED)


@contextmanager
def serial_printer(mode: Mode, *, reads: bool = True) -> Iterator[tuple[str, Behaviour]]:
    """A printer at the far end of a pseudo-terminal."""
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    os.set_blocking(ours, False)
    behaviour, leave = Behaviour(mode, 384), threading.Event()

    def serve() -> None:
        total = 0
        while not leave.wait(0.002):
            try:
                data = os.read(ours, 4096) if reads else b""
            except BlockingIOError:
                continue
            total += len(data)
            os.write(ours, behaviour.take(data, total))

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield f"serial:{os.ttyname(theirs)}@115200", behaviour
    finally:
        leave.set()
        thread.join()
        os.close(ours)
        os.close(theirs)


@pytest.mark.parametrize(
    ("mode", "state", "reason"),
    [
        (Mode.OK, PrintState.CONFIRMED, PrintReason.OK),
        (Mode.MUTE, PrintState.UNCONFIRMED, PrintReason.NO_ANSWER),
    ],
)
def test_a_serial_printer_is_talked_to_like_any_other(
    mode: Mode, state: PrintState, reason: PrintReason
) -> None:
    """The ticket arrives dot for dot over a serial line, and its answers are understood."""
    with serial_printer(mode) as (address, behaviour):
        outcome = printed(open_printer(address, QUICK), SMALL)
        assert (outcome.state, outcome.reason) == (state, reason)
        [sheet] = behaviour.decoder.finish()
    assert holds(sheet, SMALL)


def test_only_the_first_job_on_a_line_of_our_own_is_led_by_filler() -> None:
    """At 9600 bits/s the filler takes seconds: it is sent only where a job may have broken off."""
    with serial_printer(Mode.OK) as (address, behaviour):
        printer = open_printer(address, QUICK)
        printed(printer, SMALL)
        after_first = behaviour.decoder.padding
        printed(printer, SMALL)
        assert after_first > 7000
        assert behaviour.decoder.padding == after_first


def test_a_serial_printer_that_takes_nothing_does_not_hold_the_kiosk() -> None:
    """Left alone pyserial would write for ever."""
    with serial_printer(Mode.OK, reads=False) as (address, _):
        start = time.monotonic()
        outcome = printed(open_printer(address, QUICK), USUAL)
        assert time.monotonic() - start < 10
    assert outcome.reason is PrintReason.STALLED
    assert outcome.state in (PrintState.UNKNOWN, PrintState.NOT_SENT)


def test_a_serial_line_that_is_not_there_is_out_of_reach() -> None:
    """A pulled adapter is an outcome."""
    outcome = printed(open_printer("serial:/dev/ttyNOWHERE", QUICK), SMALL)
    assert (outcome.state, outcome.reason) == (PrintState.NOT_SENT, PrintReason.UNREACHABLE)
