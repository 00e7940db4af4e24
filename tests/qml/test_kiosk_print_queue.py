"""Printing never holds up the glass."""

import threading

from pytestqt.qtbot import QtBot

from assets.engine import make_app
from kiosk.print_queue import PrintQueue
from kiosk.printing.port import PrintOutcome, PrintReason, PrintState
from kiosk.printing.receipt import Receipt

DONE = PrintOutcome(PrintState.CONFIRMED, PrintReason.OK)


class SlowPrinter:
    """Prints when it is let."""

    def __init__(self) -> None:
        self.let = threading.Event()
        self.labels: list[str] = []
        self.thread = ""
        self.is_closed = False

    def print(self, receipt: Receipt) -> PrintOutcome:
        self.let.wait(10)
        self.thread = threading.current_thread().name
        self.labels.append(receipt.label)
        return DONE

    def close(self) -> None:
        self.is_closed = True


def ticket(label: str) -> Receipt:
    return Receipt(office_name="", label=label, service="")


def test_tickets_print_in_order_in_a_thread_of_their_own(qtbot: QtBot) -> None:
    """`add` returns at once; the news comes in the window's thread, once a ticket."""
    make_app()
    printer = SlowPrinter()
    printing = PrintQueue(printer)
    news: list[tuple[str, PrintOutcome, str]] = []
    printing.printed.connect(
        lambda ticket, outcome: news.append((ticket, outcome, threading.current_thread().name))
    )
    printing.add("t1", ticket("9 001"))
    printing.add("t2", ticket("9 002"))
    assert printer.labels == []
    printer.let.set()
    qtbot.waitUntil(lambda: len(news) == 2)
    assert printer.labels == ["9 001", "9 002"]
    assert printer.thread == "printer"
    assert [(one, outcome) for one, outcome, _ in news] == [("t1", DONE), ("t2", DONE)]
    assert {thread for *_, thread in news} == {"MainThread"}
    printing.stop()


def test_stopping_finishes_what_is_waiting_and_closes_the_printer(qtbot: QtBot) -> None:
    """A citizen whose number was given gets the paper though the kiosk is being closed."""
    make_app()
    printer = SlowPrinter()
    printing = PrintQueue(printer)
    printing.add("t1", ticket("9 001"))
    printer.let.set()
    printing.stop()
    printing.stop()
    assert printer.labels == ["9 001"]
    assert printer.is_closed
