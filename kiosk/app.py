"""The kiosk's composition root: options, link, printer, view model, window."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer

from assets import engine, launch
from kiosk.ids import new_ticket_id
from kiosk.print_queue import PrintQueue
from kiosk.printing.address import AddressError
from kiosk.printing.escpos_printer import open_printer
from kiosk.viewmodel import KioskViewModel, Outside
from server.client.qt_link import ServerLink
from server.protocol.messages import Role, Welcome

QML: Final = Path(__file__).parent / "qml"
TICK_MS: Final = 1000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the kiosk; returns the exit code."""
    parser = launch.parser("kiosk", "Ticket kiosk of Đến Lượt")
    parser.add_argument(
        "--printer",
        default="none",
        metavar="ADDRESS",
        help="tcp://host:port | file:PATH | usb:VID:PID | serial:DEV | none",
    )
    given = parser.parse_args(launch.arguments(argv))
    chosen = launch.options(given)
    try:
        printer = None if given.printer == "none" else open_printer(given.printer)
    except AddressError as error:
        parser.error(str(error))
    app = engine.make_app(name="kiosk")
    link = ServerLink(
        chosen.server, Role.KIOSK, chosen.device, token=chosen.token, state_dir=chosen.state
    )
    printing = PrintQueue(printer, app) if printer else None
    kiosk = KioskViewModel(
        Outside(
            send=link.send,
            now=link.now,
            new_id=new_ticket_id,
            print_ticket=printing.add if printing else None,
        )
    )
    qml = engine.Engine(QML)
    connect(kiosk, link, printing, qml)
    window = qml.open("Kiosk", {"viewModel": kiosk})
    clock = QTimer(app, interval=TICK_MS)
    clock.timeout.connect(kiosk.tick)
    clock.start()
    QTimer.singleShot(0, link.start)
    try:
        return launch.run(app, window, chosen, link.viewed)
    finally:
        link.stop()
        if printing:
            printing.stop()


def connect(
    kiosk: KioskViewModel, link: ServerLink, printing: PrintQueue | None, qml: engine.Engine
) -> None:
    """Wire what the outside tells to the view model."""

    def welcomed(welcome: Welcome) -> None:
        kiosk.set_office(welcome.office)

    link.welcomed.connect(welcomed)
    link.viewed.connect(kiosk.set_view)
    link.answered.connect(kiosk.answered)
    link.connectionChanged.connect(kiosk.set_connection)
    kiosk.languageChanged.connect(qml.languages.switch)
    if printing is not None:
        printing.printed.connect(kiosk.printed)
