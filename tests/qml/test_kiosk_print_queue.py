"""Printing never holds up the glass, never prints twice, never prints late."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from assets.shell.engine import make_app
from kiosk.printing.escpos_printer import NoPrinter, open_printer
from kiosk.printing.link import PrinterTimeouts
from kiosk.printing.port import (
    PrinterStatus,
    PrintOutcome,
    PrintReason,
    PrintState,
    TicketPrinter,
)
from kiosk.printing.print_worker import PrintIntervals
from kiosk.printing.queue import MOST_COPIES, PaperNews, PrintQueue
from kiosk.printing.receipt import Receipt
from kiosk.printing.spool import EXPIRE_S, Job, Spool
from server.protocol.commands import PaperOutcome
from tests.support.fake_printer import FakePrinter, Mode
from tests.support.receipts import BARE

DONE = PrintOutcome(PrintState.CONFIRMED, PrintReason.OK)
NO_PAPER = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
DOUBT = PrintOutcome(PrintState.UNKNOWN, PrintReason.DROPPED)
HASTY = PrintIntervals(retry_s=(0.05,), probe_s=0.1, trouble_s=0.03, stop_s=3.0)
NOON = datetime.fromisoformat("2026-11-23T12:00:00+07:00")


class ToldPrinter:
    """Prints when it is let, with the outcome it is told."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.let.set()
        self.outcome = DONE
        self.condition = PrinterStatus.OK
        self.jobs: list[bytes] = []
        self.thread = ""
        self.is_closed = False

    def send(self, job: bytes) -> PrintOutcome:
        self.let.wait(10)
        self.thread = threading.current_thread().name
        if self.outcome.state is not PrintState.NOT_SENT:
            self.jobs.append(job)
        return self.outcome

    def status(self) -> PrinterStatus:
        return self.condition

    def close(self) -> None:
        self.is_closed = True


class Clock:
    """Runs as the real one, and can be moved on."""

    def __init__(self) -> None:
        self.ahead_s = 0.0

    def __call__(self) -> float:
        return 1_000_000.0 + time.monotonic() + self.ahead_s


def drawn(receipt: Receipt) -> bytes:
    """Stands for the picture: what matters of the receipt, as bytes."""
    return f"{receipt.label}{' again' if receipt.reprinted_at else ''}".encode()


class PaperKiosk:
    """A queue, its printer and spool, and all the news there were."""

    def __init__(self, file: Path, qtbot: QtBot) -> None:
        make_app()
        self.qtbot = qtbot
        self.file = file
        self.clock = Clock()
        self.printer = ToldPrinter()
        self.queues: list[PrintQueue] = []

    def open(
        self, printer: TicketPrinter | None = None, to_job: Callable[[Receipt], bytes] = drawn
    ) -> PrintQueue:
        """Start a queue; the news of an earlier one are forgotten."""
        spool = Spool(self.file, self.clock)
        made = PrintQueue(printer or self.printer, spool, to_job, intervals=HASTY)
        self.finished: list[PaperNews] = []
        self.delayed: list[PaperNews] = []
        self.untold: list[Job] = []
        self.statuses: list[str] = []
        self.threads: set[str] = set()
        made.finished.connect(self.finished.append)
        made.finished.connect(lambda _: self.threads.add(threading.current_thread().name))
        made.delayed.connect(self.delayed.append)
        made.untold.connect(self.untold.append)
        made.statusChanged.connect(self.statuses.append)
        self.queues.append(made)
        return made

    def until(self, true: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()))

    def has_heard(self, status: PrinterStatus) -> bool:
        return self.statuses[-1] == status.value

    def has_finished(self, count: int) -> bool:
        return len(self.finished) == count

    def outcomes(self) -> list[tuple[str, str]]:
        return [(news.ticket, news.outcome.value) for news in self.finished]


@pytest.fixture
def kiosk(qtbot: QtBot, tmp_path: Path) -> Iterator[PaperKiosk]:
    kiosk = PaperKiosk(tmp_path / "paper.db", qtbot)
    yield kiosk
    kiosk.printer.let.set()
    for queue in kiosk.queues:
        queue.stop()


def ticket(label: str) -> Receipt:
    return Receipt(office_name="", label=label, service="")


def test_tickets_print_in_order_in_a_thread_of_their_own(kiosk: PaperKiosk) -> None:
    """`add` returns at once; the news come in the window's thread, once a ticket."""
    queue = kiosk.open()
    kiosk.printer.let.clear()
    queue.add("t1", ticket("9 001"))
    queue.add("t2", ticket("9 002"))
    # The printer stands still until it is let: who waited for it would not come this far.
    assert kiosk.printer.jobs == []
    kiosk.printer.let.set()
    kiosk.until(lambda: len(kiosk.finished) == 2)
    assert kiosk.printer.jobs == [b"9 001", b"9 002"]
    assert kiosk.printer.thread == "printer"
    assert kiosk.outcomes() == [("t1", "confirmed"), ("t2", "confirmed")]
    assert kiosk.threads == {"MainThread"}
    assert kiosk.delayed == []


def test_the_same_ticket_is_printed_once(kiosk: PaperKiosk) -> None:
    """A hasty second wish for the same paper is no second paper, after a restart neither."""
    queue = kiosk.open()
    queue.add("t1", ticket("9 001"))
    queue.add("t1", ticket("9 001"))
    kiosk.until(lambda: kiosk.finished)
    queue.stop()
    queue = kiosk.open()
    queue.add("t1", ticket("9 001"))
    queue.add("t2", ticket("9 002"))
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.printer.jobs == [b"9 001", b"9 002"]


def test_a_ticket_waits_for_paper_and_says_so_once(kiosk: PaperKiosk) -> None:
    """Tried again until paper is there; the screen hears why at the first failure only."""
    queue = kiosk.open()
    kiosk.printer.outcome, kiosk.printer.condition = NO_PAPER, PrinterStatus.PAPER_OUT
    queue.add("t1", ticket("9 001"))
    kiosk.until(lambda: kiosk.delayed)
    kiosk.qtbot.wait(200)
    assert kiosk.delayed == [PaperNews("t1", 0, PaperOutcome.NOT_SENT, PrintReason.PAPER_OUT)]
    assert queue.property("status") == "paper_out"
    kiosk.printer.outcome, kiosk.printer.condition = DONE, PrinterStatus.OK
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.outcomes() == [("t1", "confirmed")]
    assert kiosk.printer.jobs == [b"9 001"]
    assert [one.state for one in kiosk.untold] == ["not_sent", "confirmed"]


def test_no_burst_of_old_tickets_comes_when_paper_returns(kiosk: PaperKiosk) -> None:
    """Whatever waited too long expires, is told of, and stays away for good."""
    queue = kiosk.open()
    kiosk.printer.outcome, kiosk.printer.condition = NO_PAPER, PrinterStatus.PAPER_OUT
    for number in range(5):
        queue.add(f"t{number}", ticket(f"9 00{number}"))
    kiosk.until(lambda: len(kiosk.delayed) == 5)
    kiosk.clock.ahead_s = EXPIRE_S + 1
    kiosk.until(lambda: len(kiosk.finished) == 5)
    assert {news.outcome for news in kiosk.finished} == {PaperOutcome.EXPIRED}
    kiosk.printer.outcome, kiosk.printer.condition = DONE, PrinterStatus.OK
    kiosk.until(lambda: queue.property("status") == "ok")
    queue.add("new", ticket("9 009"))
    kiosk.until(lambda: len(kiosk.finished) == 6)
    assert kiosk.printer.jobs == [b"9 009"]


def test_who_has_left_gets_no_paper_any_more(kiosk: PaperKiosk) -> None:
    """The slip would be taken by the next citizen."""
    queue = kiosk.open()
    kiosk.printer.outcome, kiosk.printer.condition = NO_PAPER, PrinterStatus.PAPER_OUT
    queue.add("t1", ticket("9 001"))
    queue.add("t2", ticket("9 002"))
    kiosk.until(lambda: len(kiosk.delayed) == 2)
    queue.give_up("t1")
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.finished == [PaperNews("t1", 0, PaperOutcome.EXPIRED, PrintReason.GIVEN_UP)]
    kiosk.printer.outcome, kiosk.printer.condition = DONE, PrinterStatus.OK
    kiosk.until(lambda: len(kiosk.finished) == 2)
    assert kiosk.printer.jobs == [b"9 002"]


def test_what_may_be_half_out_is_only_printed_again_on_request_and_marked(
    kiosk: PaperKiosk,
) -> None:
    """Never by itself; a copy bears the mark, and there is an end to copies."""
    queue = kiosk.open()
    kiosk.printer.outcome = DOUBT
    queue.add("t1", ticket("9 001"))
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.finished[0].outcome is PaperOutcome.UNKNOWN
    kiosk.qtbot.wait(150)
    assert kiosk.printer.jobs == [b"9 001"]
    for copy in range(MOST_COPIES):
        assert queue.reprint("t1", NOON)
        kiosk.until(partial(kiosk.has_finished, copy + 2))
    assert not queue.reprint("t1", NOON)
    assert not queue.reprint("nobody's", NOON)
    assert kiosk.printer.jobs == [b"9 001"] + MOST_COPIES * [b"9 001 again"]
    assert [news.copy_number for news in kiosk.finished] == [0, 1, 2, 3]


def test_a_power_cut_amid_a_ticket_prints_nothing_again(kiosk: PaperKiosk) -> None:
    """What waited behind it does come out; the torn one is told to the server as unknown."""
    kiosk.open().stop()
    spool = Spool(kiosk.file, kiosk.clock)
    for name in ("torn", "waiting"):
        spool.put(Job(name, page=name.encode(), made_at=kiosk.clock()))
    spool.begin("torn.0.")
    spool.close()  # the lights go out
    queue = kiosk.open()
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.printer.jobs == [b"waiting"]
    queue.report_again()
    kiosk.until(lambda: len(kiosk.untold) == 3)
    told = {(one.ticket, one.state.value, one.reason.value) for one in kiosk.untold}
    assert told == {("torn", "unknown", "power_cut"), ("waiting", "confirmed", "ok")}
    for job in kiosk.untold:
        queue.acknowledge(job)
    kiosk.untold.clear()
    queue.report_again()
    queue.add("t9", ticket("9 009"))
    kiosk.until(lambda: kiosk.untold)
    assert [one.ticket for one in kiosk.untold] == ["t9"]


def test_stopping_finishes_what_is_waiting_and_closes_the_printer(kiosk: PaperKiosk) -> None:
    """A citizen whose number was given gets the paper though the kiosk is being closed."""
    queue = kiosk.open()
    queue.add("t1", ticket("9 001"))
    queue.stop()
    queue.stop()
    assert kiosk.printer.jobs == [b"9 001"]
    assert kiosk.printer.is_closed


def test_stopping_does_not_wait_for_paper(kiosk: PaperKiosk) -> None:
    """What was tried in vain stays in the spool: after a quick restart it is tried again."""
    queue = kiosk.open()
    kiosk.printer.outcome, kiosk.printer.condition = NO_PAPER, PrinterStatus.PAPER_OUT
    queue.add("t1", ticket("9 001"))
    kiosk.until(lambda: kiosk.delayed)
    start = time.monotonic()
    queue.stop()
    assert time.monotonic() - start < 8
    kiosk.printer.outcome = DONE
    kiosk.open()
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.printer.jobs == [b"9 001"]


def test_without_a_printer_everybody_hears_so_at_once(kiosk: PaperKiosk) -> None:
    """It is final: nothing is tried again, and no status is made up."""
    queue = kiosk.open(NoPrinter())
    queue.add("t1", ticket("9 001"))
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.finished == [PaperNews("t1", 0, PaperOutcome.NOT_SENT, PrintReason.NO_PRINTER)]
    assert not queue.has_printer


def test_a_ticket_that_cannot_be_drawn_harms_no_other(kiosk: PaperKiosk) -> None:
    """Its owner has the screen; the next one prints."""

    def draws_some(receipt: Receipt) -> bytes:
        if receipt.label == "bad":
            raise ValueError("no such letter")
        return drawn(receipt)

    queue = kiosk.open(to_job=draws_some)
    queue.add("t1", ticket("bad"))
    queue.add("t2", ticket("9 002"))
    kiosk.until(lambda: len(kiosk.finished) == 2)
    assert {news.ticket: news.reason for news in kiosk.finished} == {
        "t1": PrintReason.NOT_DRAWN,
        "t2": PrintReason.OK,
    }


def test_the_printers_state_is_told_when_it_changes(kiosk: PaperKiosk) -> None:
    """Asked in idle moments, in the printer's thread; each change is told once."""
    queue = kiosk.open()
    assert queue.property("status") == "unknown"
    kiosk.until(lambda: kiosk.statuses == ["ok"])
    for status in (PrinterStatus.PAPER_LOW, PrinterStatus.COVER_OPEN, PrinterStatus.UNKNOWN):
        kiosk.printer.condition = status
        kiosk.until(partial(kiosk.has_heard, status))
    kiosk.printer.condition = PrinterStatus.OFFLINE
    kiosk.until(lambda: queue.property("status") == "offline")
    assert kiosk.statuses == ["ok", "paper_low", "cover_open", "unknown", "offline"]
    assert queue.is_known


class Flickering(ToldPrinter):
    """Cannot be reached every other time, as a printer that others use too."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0

    def status(self) -> PrinterStatus:
        self.asked += 1
        return PrinterStatus.OK if self.asked % 2 else PrinterStatus.OFFLINE


def test_a_printer_busy_with_others_is_not_called_offline(kiosk: PaperKiosk) -> None:
    """One failure to reach it alarms nobody."""
    flickering = Flickering()
    kiosk.open(flickering)
    kiosk.until(lambda: flickering.asked > 6)
    assert kiosk.statuses == ["ok"]


def test_a_spool_that_cannot_be_written_prints_on_and_says_so(
    kiosk: PaperKiosk, tmp_path: Path
) -> None:
    """Paper now is worth more than the memory of it."""
    (tmp_path / "paper.db").mkdir()
    queue = kiosk.open()
    queue.add("t1", ticket("9 001"))
    kiosk.until(lambda: kiosk.finished)
    assert kiosk.printer.jobs == [b"9 001"]
    assert queue.property("spoolStatus") == "broken"


def test_asked_for_too_long_ago_it_is_not_printed(kiosk: PaperKiosk) -> None:
    """Staff pressed the button while this kiosk was away."""
    queue = kiosk.open()
    queue.add("t1", ticket("9 001"), copy_number=1, notice="d/7", age_s=EXPIRE_S + 1)
    kiosk.until(lambda: kiosk.finished)
    late = PaperNews("t1", 1, PaperOutcome.EXPIRED, PrintReason.TOO_OLD, "d/7")
    assert kiosk.finished == [late]
    assert kiosk.printer.jobs == []


QUICK = PrinterTimeouts(
    connect_s=1.0, answer_s=0.3, idle_s=0.5, confirm_s=1.0, mute_confirm_s=0.3, poll_s=0.1
)


def test_paper_put_in_brings_the_ticket_out_of_a_real_line(kiosk: PaperKiosk) -> None:
    """From the queue to the dots: refused while the cover is open, printed once it is closed."""
    from kiosk.printing.queue import drawn as really_drawn

    with FakePrinter(Mode.COVER_OPEN) as fake:
        queue = kiosk.open(open_printer(fake.address, QUICK), really_drawn)
        queue.add("t1", BARE)
        kiosk.until(lambda: kiosk.delayed)
        assert queue.property("status") == "cover_open"
        fake.mode = Mode.OK
        kiosk.until(lambda: kiosk.finished)
        assert kiosk.outcomes() == [("t1", "confirmed")]
        queue.stop()
        assert len(fake.sheets()) == 1
    assert kiosk.statuses[-1] == "ok"
