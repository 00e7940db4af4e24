"""Holds the kiosk's screen for QML: touches in, changed parts out."""

from operator import attrgetter

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import visit
from kiosk.current_visit import CurrentVisit
from kiosk.panels import KioskPanel
from kiosk.ports import KioskPorts
from kiosk.presenter.aloud import clips_for
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.detail import age_priority
from kiosk.presenter.screen import Screen
from kiosk.presenter.situation import Situation
from kiosk.server_answers import ServerAnswers
from kiosk.visit import Page, Paper
from server.protocol.messages import AppointmentQuery

QML_IMPORT_NAME = "KioskModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KioskViewModel(QObject):
    """One kiosk. Slots are what a finger may do; ``shown`` is the ``Screen``.

    ``answers`` is told what comes from server, printer and scanner.
    """

    pageChanged = Signal()
    warningChanged = Signal()
    ticketLeftChanged = Signal()
    languageChanged = Signal(str)
    made = Signal()  # never sent: the panel below stays, and tells its own changes

    def __init__(
        self, ports: KioskPorts, world: Situation | None = None, parent: QObject | None = None
    ) -> None:
        """Start in Vietnamese; ``world`` is the situation to begin with, usually empty."""
        super().__init__(parent)
        self._current = CurrentVisit(ports, world)
        self.answers = ServerAnswers(self._current)
        self._screen = Screen()
        self._language = self._current.visit.language
        self._shown = KioskPanel(self)
        self._current.listen(self._refresh)

    @property
    def screen(self) -> Screen:
        """What shows now, for Python; QML reads ``shown``."""
        return self._current.screen

    @property
    def catalogue(self) -> Catalogue | None:
        """The office's catalogue, for Python; ``None`` until an office is known."""
        return self._current.world.catalogue

    def tick(self) -> None:
        """A second has passed."""
        self._current.go(visit.ticked)

    # -- what a finger does -----------------------------------------------------------------

    @Slot()
    def goHome(self) -> None:
        """Go to the start page; only the language stays."""
        self._current.go(visit.restart)

    @Slot()
    def finish(self) -> None:
        """End the visit: the next one starts in Vietnamese."""
        self._current.go(visit.home)

    @Slot(str)
    def wake(self, language: str) -> None:
        """The resting screen was touched, perhaps at a language's name."""
        self._current.go(visit.woken, language)

    @Slot()
    def goBack(self) -> None:
        """One page back."""
        self._current.go(visit.went_back)

    @Slot()
    def openFields(self) -> None:
        """All fields of work."""
        self._current.go(visit.went_to, Page.FIELDS)

    @Slot(str)
    def openField(self, field: str) -> None:
        """One field of work; where it holds a single thing, that at once."""
        catalogue = self._current.world.catalogue
        tiles = catalogue.field_tiles(field, self._current.visit.language) if catalogue else ()
        if len(tiles) == 1:
            self.choose(tiles[0].target)
        else:
            self._current.go(visit.opened_field, field)

    @Slot()
    def openSearch(self) -> None:
        """The search page."""
        self._current.go(visit.went_to, Page.SEARCH)

    @Slot(str)
    def typeText(self, letters: str) -> None:
        """Letters from the on-screen keyboard, or a real one."""
        self._current.go(visit.typed, letters)

    @Slot()
    def erase(self) -> None:
        """The last letter away."""
        self._current.go(visit.erased)

    @Slot()
    def eraseAll(self) -> None:
        """The whole query away."""
        self._current.go(visit.erased, everything=True)

    @Slot()
    def openSupport(self) -> None:
        """Help that needs no number."""
        self._current.go(visit.went_to, Page.SUPPORT)

    @Slot()
    def openAppointment(self) -> None:
        """The page for an appointment's code."""
        self._current.go(visit.went_to, Page.APPOINTMENT)

    @Slot(str)
    def typeCode(self, letters: str) -> None:
        """More of the appointment's code."""
        self._current.go(visit.typed_code, letters)

    @Slot()
    def eraseCode(self) -> None:
        """The last sign of the code away."""
        self._current.go(visit.erased_code)

    @Slot()
    def findAppointment(self) -> None:
        """Ask the server what the typed code stands for."""
        if self._current.visit.code and not self._current.visit.question:
            query = AppointmentQuery(code=self._current.visit.code)
            self.answers.inquire(Page.APPOINTMENT, query, self._current.visit.code)

    @Slot(str)
    def choose(self, target: str) -> None:
        """A procedure or a service."""
        self._current.go(visit.chose, target)

    @Slot(str)
    def choosePriority(self, code: str) -> None:
        """Declare a priority; empty for none."""
        self._current.go(visit.prioritised, code)

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        if self._current.visit.idle_s:
            self._current.go(visit.touched)

    @Slot(str)
    def switchLanguage(self, language: str) -> None:
        """Speak another language of the office."""
        self._current.go(visit.language_chosen, language)

    @Slot()
    def toggleEasy(self) -> None:
        """Switch the easy mode."""
        self._current.go(visit.easy_mode_toggled)

    @Slot()
    def readAloud(self) -> None:
        """Read the present page aloud."""
        self._current.go(visit.touched)
        self._current.ports.say(clips_for(self._current.visit, self._current.world.clips))

    @Slot()
    def takeOffer(self) -> None:
        """Declare the age priority that the scanned card allows."""
        catalogue = self._current.world.catalogue
        aged = age_priority(catalogue) if catalogue else None
        if aged is not None:
            self.choosePriority(aged.code)

    @Slot()
    def copy(self) -> None:
        """Print a marked copy; only while it is not known whether the first came out."""
        issued = self._current.visit.issued
        if issued is None or not self.screen.ticket.may_copy:
            return
        if self._current.ports.reprint(issued.ticket, self._current.ports.now()):
            self._current.go(visit.copying)
        else:
            self._current.go(visit.paper_reported, issued.ticket, Paper.FAILED)

    @Slot()
    def confirmPaper(self) -> None:
        """The citizen confirms that the paper came out."""
        if self._current.visit.issued is not None:
            self._current.go(visit.paper_reported, self._current.visit.issued.ticket, Paper.PRINTED)

    @Slot()
    def take(self) -> None:
        """Ask for the number; does nothing while one is being given, or when none can be had."""
        self.answers.take()

    # -- the screen -------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Tell QML only of the parts that differ, the page last."""
        if self._current.visit.language != self._language:
            self._language = self._current.visit.language
            self.languageChanged.emit(self._language)
        old, new = self._screen, self._current.screen
        self._shown.show(new)
        self._screen = new
        for before, after, changed in (
            (old.warning_s, new.warning_s, self.warningChanged),
            (old.ticket_left_s, new.ticket_left_s, self.ticketLeftChanged),
            (old.page, new.page, self.pageChanged),
        ):
            if before != after:
                changed.emit()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """Which page shows."""
        return self._screen.page

    @Property(int, notify=warningChanged)
    def warningS(self) -> int:
        """Seconds until the visit ends by itself; 0 while no warning is shown."""
        return self._screen.warning_s

    @Property(int, notify=ticketLeftChanged)
    def ticketLeftS(self) -> int:
        """Seconds the ticket still shows."""
        return self._screen.ticket_left_s

    _get_shown = attrgetter("_shown")
    shown = Property(KioskPanel, _get_shown, notify=made)
