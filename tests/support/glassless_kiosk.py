"""The kiosk's program without its window: one citizen after the other, as fast as paper comes.

Everything else is the real thing, built and wired by ``kiosk.app``. Each ticket shown is a JSON
line on standard output once its paper is out. When standard input ends it waits until the server
knows of every number, and leaves.
"""

import argparse
import json
import random
import sys
import threading
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from assets.shell import engine, launch
from kiosk import app as kiosk_app
from kiosk.offline.wishes import Given, OfflineState
from kiosk.printing.escpos_printer import open_printer
from kiosk.printing.ticket_job import ticket_jobs
from kiosk.visit import Page, Paper

SERVICES: Final = ("chung_thuc", "khai_sinh", "cong_an", "thue")
PAPER_IS_OUT: Final = (Paper.PRINTED.value, Paper.SENT.value)


class Crowd(QObject):
    """Takes numbers for citizens who know what they want; at the end it waits for the merge."""

    told_to_end = Signal()

    def __init__(self, parts: kiosk_app.KioskParts, seed: int) -> None:
        super().__init__()
        self._house, self._kiosk = parts, parts.kiosk
        self._chance = random.Random(seed)
        self._ready = self._ending = False
        self._given: Given | None = None
        parts.issuer.stateChanged.connect(self._stocked)
        parts.issuer.issued.connect(self._take)
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()
        self.told_to_end.connect(self._end)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        sys.stdin.read()
        self.told_to_end.emit()

    def _end(self) -> None:
        self._ending = True

    def _take(self, given: Given) -> None:
        self._given = given

    def _stocked(self, state: OfflineState) -> None:
        if not self._ready and set(SERVICES) <= set(state.left):
            self._ready = True
            _say({"ready": True})

    def _go_on(self) -> None:
        screen = self._kiosk.screen
        if screen.page == Page.TICKET.value:
            if screen.ticket.paper in PAPER_IS_OUT:
                self._show()
        elif self._ready and not screen.detail.taking:
            if not self._ending:
                self._wish()
            elif not self._house.issuer.state.unsent_count:
                QCoreApplication.quit()

    def _wish(self) -> None:
        self._kiosk.finish()
        self._kiosk.choose(self._chance.choice(SERVICES))
        self._kiosk.take()

    def _show(self) -> None:
        given = self._given
        assert given is not None
        _say(
            {
                "ticket": given.ticket,
                "label": given.label,
                "issued_at": given.issued_at.isoformat(),
                "offline": given.offline,
            }
        )
        self._kiosk.finish()
        self._timer.setInterval(self._chance.randint(20, 250))


def _say(words: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(words) + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run until standard input ends."""
    parser = launch.parser("kiosk", "A kiosk without a glass, for tests")
    parser.add_argument("--printer", required=True)
    parser.add_argument("--seed", type=int, required=True)
    given: argparse.Namespace = parser.parse_args()
    chosen = launch.options(given)
    app = engine.make_app(name="kiosk")
    printer = open_printer(given.printer)
    parts = kiosk_app._built(app, chosen, printer, ticket_jobs(80), silent=True)
    kiosk_app._wire(parts, chosen, app)
    crowd = Crowd(parts, given.seed)
    QTimer.singleShot(0, parts.link.start)
    code: int = app.exec()
    parts.stop()
    del crowd
    return code


if __name__ == "__main__":
    sys.exit(main())
