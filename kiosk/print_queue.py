"""Prints in a thread of its own, so that a stuck printer never holds up the glass."""

import queue
import threading
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.printing.port import PrintOutcome, TicketPrinter
from kiosk.printing.receipt import Receipt

MOST_WAITING: Final = 32
STOP_S: Final = 5.0


class PrintQueue(QObject):
    """One ticket after the other. ``printed`` fires in the window's thread, once a ticket."""

    printed = Signal(str, object)

    def __init__(self, printer: TicketPrinter, parent: QObject | None = None) -> None:
        """Take ``printer`` over; it is only used, and closed, in the queue's thread."""
        super().__init__(parent)
        self._printer = printer
        self._jobs: queue.Queue[tuple[str, Receipt] | None] = queue.Queue(MOST_WAITING)
        self._thread = threading.Thread(target=self._work, name="printer", daemon=True)
        self._thread.start()

    def add(self, ticket: str, receipt: Receipt) -> None:
        """Print ``receipt``; raises ``queue.Full`` when the printer is far behind."""
        self._jobs.put_nowait((ticket, receipt))

    @Slot()
    def stop(self) -> None:
        """Finish what is waiting, within a few seconds, and close the printer."""
        if self._thread.is_alive():
            self._jobs.put(None)
            self._thread.join(STOP_S)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            ticket, receipt = job
            outcome: PrintOutcome = self._printer.print(receipt)
            self.printed.emit(ticket, outcome)
        self._printer.close()
