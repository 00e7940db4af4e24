"""Prints tickets on ESC/POS printers: the adapter behind the ``TicketPrinter`` port."""

from typing import Final, assert_never

from kiosk.printing.address import (
    FileAddress,
    NoAddress,
    SerialAddress,
    TcpAddress,
    UsbAddress,
    parse_address,
)
from kiosk.printing.conversation import Conversation
from kiosk.printing.file_link import FileLink
from kiosk.printing.job import RESYNC
from kiosk.printing.link import LinkError, PrinterLink, PrinterTimeouts
from kiosk.printing.port import (
    PrinterStatus,
    PrintOutcome,
    PrintReason,
    PrintState,
    TicketPrinter,
    status_after,
)
from kiosk.printing.serial_link import SerialLink
from kiosk.printing.tcp_link import TcpLink
from kiosk.printing.usb_link import UsbLink

DEFAULT_PATIENCE: Final = PrinterTimeouts()


def open_printer(address: str, timeouts: PrinterTimeouts = DEFAULT_PATIENCE) -> TicketPrinter:
    """The printer at ``address`` (see ``address.FORMS``). Nothing is touched before it prints.

    Raises:
        AddressError: the address cannot be understood.

    """
    where = parse_address(address)
    match where:
        case TcpAddress():
            return EscposPrinter(TcpLink(where, timeouts), timeouts)
        case FileAddress():
            return EscposPrinter(FileLink(where, timeouts), timeouts)
        case SerialAddress():
            return EscposPrinter(SerialLink(where, timeouts), timeouts)
        case UsbAddress():
            return EscposPrinter(UsbLink(where, timeouts), timeouts)
        case NoAddress():
            return NoPrinter()
    assert_never(where)


class NoPrinter:
    """The printer of a kiosk without one: every ticket stays on the screen."""

    def send(self, job: bytes) -> PrintOutcome:  # noqa: ARG002 -- the port asks for it
        """Nothing is printed."""
        return PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_PRINTER)

    def status(self) -> PrinterStatus:
        """There is no printer to ask."""
        return PrinterStatus.UNKNOWN

    def close(self) -> None:
        """Does nothing."""


class EscposPrinter:
    """An ESC/POS printer behind a link. One thread at a time."""

    def __init__(self, link: PrinterLink, timeouts: PrinterTimeouts = DEFAULT_PATIENCE) -> None:
        """Print over ``link``."""
        self._link = link
        self._timeouts = timeouts
        self._clean = False  # an earlier process may have died in the middle of a job

    def send(self, job: bytes) -> PrintOutcome:
        """Send a finished job, as a spool keeps them."""
        try:
            self._link.open()
        except LinkError as error:
            self._link.close()
            return PrintOutcome(PrintState.NOT_SENT, error.reason, str(error))
        needs_resync = self._link.shared or not self._clean
        talk = Conversation(self._link, self._timeouts, RESYNC if needs_resync else b"")
        try:
            outcome = talk.run(job)
        finally:
            self._link.close()
        if talk.sent:
            self._clean = outcome.state in (PrintState.CONFIRMED, PrintState.UNCONFIRMED)
        return outcome

    def status(self) -> PrinterStatus:
        """Ask over a new connection; a printer that cannot answer is not asked."""
        if not self._link.two_way:
            return PrinterStatus.UNKNOWN
        try:
            self._link.open()
            return Conversation(self._link, self._timeouts, b"").status()
        except LinkError as error:
            return status_after(error.reason)
        finally:
            self._link.close()

    def close(self) -> None:
        """Close the device."""
        self._link.close()
