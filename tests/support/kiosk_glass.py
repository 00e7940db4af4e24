"""A kiosk window at its real size, an office by hand behind it, and a finger."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from assets.shell.engine import Engine, make_app
from assets.shell.pilot import PilotError, centre_of, find, text_of, visible_items
from kiosk.app import QML
from kiosk.maintenance.viewmodel import StaffViewModel
from kiosk.printing.port import PrintReason
from server.protocol.commands import PaperOutcome
from server.protocol.office import OfficeInfo
from server.words.coverage import offered
from tests.support.kiosk_samples import FakeOffice, live_kiosk, ward

SIZES = {"portrait": (1080, 1920), "landscape": (1280, 1024)}
FINGER = QTest.createTouchDevice()
STAYS_MS = 3000


class Glass:
    """A kiosk window, what is behind it, and a finger."""

    def __init__(
        self,
        qtbot: QtBot,
        size: tuple[int, int],
        office: str = "ward-hoa-binh",
        told: OfficeInfo | None = None,
    ) -> None:
        """``told``: that office, in the languages it covers, not a shipped one in all of them."""
        make_app()
        QAccessible.setActive(True)
        self.qtbot = qtbot
        self.office = told or ward(office)
        self.fake = FakeOffice()
        if told is not None:
            self.fake.ports = replace(self.fake.ports, languages=offered)
        self.kiosk = live_kiosk(self.fake, lambda: self.office)
        self.engine = Engine(QML)
        self.kiosk.languageChanged.connect(self.engine.languages.switch)
        self.staff = StaffViewModel()
        self.staff.set_hash(self.office.kiosk.code_hash)
        self.window = self.engine.open("Kiosk", {"viewModel": self.kiosk, "staff": self.staff})
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.settle()

    def settle(self) -> None:
        """Until the page stands still and touches count again."""
        whole = self.window.contentItem()
        self.qtbot.waitUntil(
            lambda: not self.window.property("settling") and whole.width() == self.window.width()
        )
        self.window.grabWindow()

    def lasting(self, found: Callable[[], list[str]]) -> list[str]:
        """What is found and stays: what the page before left is on its way out for a moment."""
        with suppress(NotInTime):
            self.qtbot.waitUntil(lambda: not found(), timeout=STAYS_MS)
        return found()

    def there(self, name: str) -> bool:
        try:
            find(self.window, name)
        except PilotError:
            return False
        return True

    def place(self, name: str) -> QPoint:
        self.qtbot.waitUntil(lambda: self.there(name))
        return centre_of(find(self.window, name))

    def tap(self, name: str) -> None:
        self.touch(self.place(name))

    def touch(self, point: QPoint) -> None:
        QTest.touchEvent(self.window, FINGER).press(0, point).commit()
        QTest.touchEvent(self.window, FINGER).release(0, point).commit()

    def texts(self) -> list[str]:
        return [text_of(item) for item in visible_items(self.window) if text_of(item)]

    def says(self, words: str) -> bool:
        return any(words in text for text in self.texts())

    def close(self) -> None:
        self.engine.languages.switch("vi")
        self.engine.close()


def longest_title(glass: Glass) -> None:
    """The procedure with the longest name."""
    glass.kiosk.choose(max(glass.office.procedures, key=lambda p: len(p.label)).code)


def ticket(glass: Glass) -> None:
    """A number under it, being printed."""
    longest_title(glass)
    glass.kiosk.take()
    glass.kiosk.answers.issued(glass.fake.given("Q 127", ahead=41))


def ticket_without_paper(glass: Glass) -> None:
    """The same, and the printer has no paper."""
    ticket(glass)
    glass.kiosk.answers.paper_reported(
        glass.fake.ticket, PaperOutcome.NOT_SENT, PrintReason.PAPER_OUT
    )


def ticket_in_doubt(glass: Glass) -> None:
    """The same, and nobody knows whether the paper came out."""
    ticket(glass)
    glass.kiosk.answers.paper_reported(glass.fake.ticket, PaperOutcome.UNKNOWN, PrintReason.DROPPED)
