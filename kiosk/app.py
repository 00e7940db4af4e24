"""The kiosk's composition root: options, link, issuer, printer, view models, window."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from assets.languages.language import languages
from assets.shell import engine, launch
from assets.shell.launch import Options
from assets.voicebank.place import own_voice
from kiosk.ids import new_ticket_id
from kiosk.maintenance.control import RESTARTS, MaintenanceControl
from kiosk.maintenance.health import Health
from kiosk.maintenance.viewmodel import StaffViewModel
from kiosk.offline.issuer import Issuer
from kiosk.offline.ledger import Ledger
from kiosk.paper import noticed_receipt
from kiosk.ports import KioskPorts
from kiosk.presenter.situation import Situation
from kiosk.printing.address import AddressError
from kiosk.printing.escpos_printer import open_printer
from kiosk.printing.layout import LayoutError
from kiosk.printing.port import TicketPrinter
from kiosk.printing.queue import PaperNews, PrintQueue
from kiosk.printing.receipt import Receipt
from kiosk.printing.reports import PaperReports
from kiosk.printing.spool import Spool, steady_clock
from kiosk.printing.ticket_job import PAPERS, ticket_jobs
from kiosk.reader import Reader, clips_in
from kiosk.scanner.filter import ScannerFilter
from kiosk.scanner.scans import PersonMarks
from kiosk.viewmodel import KioskViewModel
from server.client.qt_link import ServerLink
from server.client.qt_reports import Reports
from server.protocol.messages import PrintNotice, Role, Welcome

QML: Final = Path(__file__).parent / "qml"
TICK_MS: Final = 1000
SPOOL_FILE: Final = "paper.db"


def main(argv: Sequence[str] | None = None) -> int:
    """Run the kiosk; returns the exit code (``LEFT`` when staff closed it)."""
    words = launch.arguments(argv)
    parser = _parser()
    given = parser.parse_args(words)
    try:
        printer = open_printer(given.printer)
        to_job = ticket_jobs(given.paper, given.layouts)
    except (AddressError, LayoutError) as error:
        parser.error(str(error))
    app = engine.make_app(name="kiosk")
    parts = _built(app, launch.options(given), printer, to_job, silent=given.silent)
    dots = PAPERS[given.paper]
    parts.maintenance.introduce(given.device, given.server, given.printer, dots)
    qml = engine.Engine(QML)
    parts.kiosk.languageChanged.connect(qml.languages.switch)
    code = _shown(app, qml, parts, given)
    parts.stop()
    if code == RESTARTS:
        qml.close()
        os.execv(sys.executable, [sys.executable, "-m", "kiosk", *words])  # noqa: S606 -- ourselves
    return code


def _parser() -> argparse.ArgumentParser:
    parser = launch.parser("kiosk", "Ticket kiosk of Đến Lượt")
    parser.add_argument(
        "--printer",
        default="none",
        metavar="ADDRESS",
        help="tcp://host:port | file:PATH | usb:VID:PID | serial:DEV | none",
    )
    parser.add_argument("--paper", type=int, choices=sorted(PAPERS), default=80, help="width in mm")
    parser.add_argument("--layouts", type=Path, metavar="DIR", help="the office's own tickets")
    parser.add_argument("--screen-mm", type=int, default=0, metavar="MM", help="panel height")
    parser.add_argument("--silent", action="store_true", help="no reading aloud")
    return parser


@dataclass(frozen=True)
class KioskParts:
    """Everything of a running kiosk except its window."""

    link: ServerLink
    issuer: Issuer
    printing: PrintQueue
    marks: PersonMarks
    reader: Reader | None
    kiosk: KioskViewModel
    staff: StaffViewModel
    maintenance: MaintenanceControl

    def stop(self) -> None:
        """Stop the voice, then the link, then what writes to the disk."""
        if self.reader:
            self.reader.stop()
        self.link.stop()
        self.printing.stop()
        self.issuer.stop()


def _built(
    app: QGuiApplication,
    chosen: Options,
    printer: TicketPrinter,
    to_job: Callable[[Receipt], bytes],
    *,
    silent: bool,
) -> KioskParts:
    link = ServerLink(
        chosen.server, Role.KIOSK, chosen.device, token=chosen.token, state_dir=chosen.state
    )
    issuer = Issuer(link, Ledger(chosen.state), new_ticket_id, app)
    printing = PrintQueue(printer, Spool(chosen.state / SPOOL_FILE, steady_clock()), to_job, app)
    marks = PersonMarks()
    folders = _voices()
    reader = None if silent else _reader(folders, Reports(link, "sound", app))
    kiosk = KioskViewModel(
        _ports(link, issuer, printing, marks, reader),
        Situation(clips=clips_in(folders) if reader else frozenset()),
        app,
    )
    staff = StaffViewModel(parent=app)
    maintenance = MaintenanceControl(staff, kiosk, printing, link, app)
    return KioskParts(link, issuer, printing, marks, reader, kiosk, staff, maintenance)


def _ports(
    link: ServerLink,
    issuer: Issuer,
    printing: PrintQueue,
    marks: PersonMarks,
    reader: Reader | None,
) -> KioskPorts:
    return KioskPorts(
        issue=issuer.issue,
        ask=link.ask,
        now=link.now,
        print_ticket=printing.add if printing.has_printer else None,
        reprint=printing.reprint,
        give_up=printing.give_up,
        say=reader.say if reader else lambda _clips: None,
        may_take=lambda mark, limit: marks.may_take(mark, link.now().date(), limit),
        took=lambda mark: marks.took(mark, link.now().date()),
    )


def _voices() -> dict[str, tuple[Path, ...]]:
    """By language: an office's own recordings first, then the shipped ones."""
    own = own_voice()
    return {
        each.code: (own / each.code, *([each.voice_folder] if each.voice_folder else []))
        for each in languages().values()
    }


def _reader(folders: dict[str, tuple[Path, ...]], reports: Reports) -> Reader | None:
    """Reads aloud where this machine has the libraries for it (extra ``display``)."""
    if not all(find_spec(name) for name in ("miniaudio", "soundfile", "numpy")):
        return None
    from assets.voicebank.loudspeaker import play

    return Reader(folders, play, reports.tell)


def _wire(parts: KioskParts, chosen: Options, app: QGuiApplication) -> None:
    kiosk, link, printing = parts.kiosk, parts.link, parts.printing

    def welcomed(welcome: Welcome) -> None:
        kiosk.answers.set_office(welcome.office)

    def paper_reported(news: PaperNews) -> None:
        kiosk.answers.paper_reported(news.ticket, news.outcome, news.reason)

    def receipt_of(notice: PrintNotice) -> Receipt | None:
        catalogue = kiosk.catalogue
        return noticed_receipt(catalogue, notice, link.now().tzinfo) if catalogue else None

    link.welcomed.connect(welcomed)
    link.viewed.connect(kiosk.answers.set_view)
    link.told.connect(kiosk.answers.told)
    link.connectionChanged.connect(kiosk.answers.set_connection)
    parts.issuer.issued.connect(kiosk.answers.issued)
    parts.issuer.refused.connect(kiosk.answers.refused)
    parts.issuer.stateChanged.connect(kiosk.answers.set_offline)
    printing.finished.connect(paper_reported)
    printing.delayed.connect(paper_reported)
    reports = PaperReports(
        printing, link, receipt_of, lambda ticket: not parts.issuer.is_unsent(ticket), app
    )
    parts.issuer.stateChanged.connect(lambda _state: reports.retry())
    parts.issuer.stateChanged.connect(parts.maintenance.set_offline)
    parts.staff.dismissAsked.connect(parts.issuer.dismiss)
    health = Health(chosen.state, link.now, parent=app)
    told = {part: Reports(link, part, app) for part in ("disk", "clock")}
    health.found.connect(lambda part, status: told[part].tell(status))
    health.found.connect(
        lambda part, status: parts.maintenance.found(part, status, health.offset_s)
    )
    link.welcomed.connect(health.welcomed)


def _shown(
    app: QGuiApplication, qml: engine.Engine, parts: KioskParts, given: argparse.Namespace
) -> int:
    """Show the window until it is left; the exit code."""
    chosen = launch.options(given)
    _wire(parts, chosen, app)
    alone = chosen.size is None
    window = qml.open(
        "Kiosk",
        {
            "viewModel": parts.kiosk,
            "staff": parts.staff,
            "panelMm": given.screen_mm,
            "mayClose": not alone or chosen.pilot,
        },
    )
    scanner = ScannerFilter(window, parts.marks, lambda: parts.link.now().date(), app)
    scanner.scanned.connect(parts.kiosk.answers.scanned)
    clock = QTimer(app, interval=TICK_MS)
    clock.timeout.connect(parts.kiosk.tick)
    clock.timeout.connect(parts.staff.tick)
    clock.start()
    QTimer.singleShot(0, parts.link.start)
    try:
        return launch.run(app, window, chosen, parts.link.viewed)
    finally:
        scanner.stop()
