"""Feeds the maintenance page and carries out its buttons."""

from importlib import metadata
from typing import Final

import PySide6
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from kiosk.maintenance.viewmodel import StaffViewModel
from kiosk.offline.wishes import OfflineState
from kiosk.printing.port import PrintOutcome, PrintState
from kiosk.printing.queue import PrintQueue
from kiosk.printing.trial import trial_page
from kiosk.viewmodel import KioskViewModel
from server.client.qt_link import ServerLink
from server.protocol.messages import Welcome

LEFT: Final = 10
"""Exit code when staff closed the program: systemd does not start it again (docs/deploy)."""
RESTARTS: Final = 11
"""Exit code when staff want the program to start anew."""
TRIED: Final = {
    PrintState.CONFIRMED: "Trang thử đã in xong.",
    PrintState.UNCONFIRMED: "Đã gửi trang thử. Máy in này không trả lời, xin xem giấy.",
    PrintState.UNKNOWN: "Trang thử có thể in dở. Xin xem giấy.",
    PrintState.NOT_SENT: "Chưa in được trang thử. Xin xem giấy, nắp và dây của máy in.",
}


class MaintenanceControl(QObject):
    """Connects the maintenance page with the parts of the kiosk."""

    def __init__(
        self,
        staff: StaffViewModel,
        kiosk: KioskViewModel,
        printing: PrintQueue,
        link: ServerLink,
        parent: QObject | None = None,
    ) -> None:
        """Connect to the signals of all of them."""
        super().__init__(parent)
        self._staff = staff
        self._kiosk = kiosk
        self._printing = printing
        self._link = link
        self._address, self._width_dots = "", 0
        printing.statusChanged.connect(self._printer_told)
        printing.spoolChanged.connect(lambda status: staff.learn(spool=status))
        printing.pageFinished.connect(self._page_finished)
        link.connectionChanged.connect(lambda word: staff.learn(connection=word))
        link.welcomed.connect(self._welcomed)
        staff.printAsked.connect(self._print_page)
        staff.restartAsked.connect(lambda: self._leave(RESTARTS))
        staff.quitAsked.connect(lambda: self._leave(LEFT))

    def introduce(self, device: str, server: str, address: str, width_dots: int) -> None:
        """Set what does not change while the program runs; the last two are the printer's."""
        self._address, self._width_dots = address, width_dots
        version = f"Đến Lượt {metadata.version('denluot')} · PySide6 {PySide6.__version__}"
        printer = "unknown" if self._printing.has_printer else "none"
        self._staff.learn(device=device, server=server, version=version, printer=printer)

    @Slot(object)
    def set_offline(self, state: OfflineState) -> None:
        """Show how many numbers are in reserve, and which the server does not know yet."""
        self._staff.learn(offline=state)

    def found(self, part: str, status: str, offset_s: float | None) -> None:
        """Show and report what a check of the machine found."""
        if part == "disk":
            self._staff.learn(disk=status)
        else:
            self._staff.learn(offset_s=offset_s)

    def _leave(self, code: int) -> None:
        # Not from within the button's own handler, which is deleted with the window.
        QTimer.singleShot(0, self, lambda: QGuiApplication.exit(code))

    def _welcomed(self, welcome: Welcome) -> None:
        self._staff.set_hash(welcome.office.kiosk.code_hash)

    def _printer_told(self, status: str) -> None:
        if self._printing.has_printer:
            self._staff.learn(printer=status)

    def _print_page(self) -> None:
        office = self._kiosk.catalogue.office.name if self._kiosk.catalogue else ""
        self._printing.check()
        page = trial_page(office, self._address, self._link.now(), self._width_dots)
        self._printing.print_page(page)
        self._staff.say("Đang in trang thử.")

    def _page_finished(self, outcome: PrintOutcome) -> None:
        self._staff.say(TRIED[outcome.state])
