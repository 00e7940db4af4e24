"""Holds the kiosk's screen for QML: touches in, changed parts out."""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk import visit as moves
from kiosk.catalogue import Catalogue
from kiosk.paper import receipt
from kiosk.presenter import Situation, present
from kiosk.printing.port import PrintOutcome, PrintReason, PrintState
from kiosk.printing.receipt import Receipt
from kiosk.screen import Screen
from kiosk.visit import Attempt, Page, Paper, Visit
from server.protocol.commands import IssueTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "KioskModel"
QML_IMPORT_MAJOR_VERSION = 1

PAPERS: Final = {
    PrintState.CONFIRMED: Paper.PRINTED,
    PrintState.UNCONFIRMED: Paper.SENT,
    PrintState.UNKNOWN: Paper.DOUBT,
    PrintState.NOT_SENT: Paper.FAILED,
}


@dataclass(frozen=True)
class Outside:
    """What the view model asks of the world; the composition root fills it in.

    ``send`` asks the server with the given command id; ``print_ticket`` begins to print and is
    answered by ``KioskViewModel.printed``, or is ``None`` without a printer; ``now`` is the
    office's time; ``new_id`` makes an id nobody has had.
    """

    send: Callable[[IssueTicket, str], object]
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    print_ticket: Callable[[str, Receipt], object] | None = None


def plain(part: "DataclassInstance") -> dict[str, Any]:
    """A part of the screen as maps and lists, which is what QML can read (tuples it cannot)."""
    return {field.name: _plain(getattr(part, field.name)) for field in fields(part)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return plain(value) if is_dataclass(value) and not isinstance(value, type) else value


@QmlElement
class KioskViewModel(QObject):
    """One kiosk. Slots are what a finger may do; properties are the parts of ``Screen``."""

    pageChanged = Signal()  # noqa: N815 -- QML's own spelling, as below
    headerChanged = Signal()  # noqa: N815 -- QML's spelling
    startChanged = Signal()  # noqa: N815 -- QML's spelling
    listingChanged = Signal()  # noqa: N815 -- QML's spelling
    searchChanged = Signal()  # noqa: N815 -- QML's spelling
    detailChanged = Signal()  # noqa: N815 -- QML's spelling
    ticketChanged = Signal()  # noqa: N815 -- QML's spelling
    warningChanged = Signal()  # noqa: N815 -- QML's spelling
    ticketLeftChanged = Signal()  # noqa: N815 -- QML's spelling
    languageChanged = Signal(str)  # noqa: N815 -- QML's spelling

    def __init__(self, outside: Outside, parent: QObject | None = None) -> None:
        """Start with nothing known, in Vietnamese."""
        super().__init__(parent)
        self._outside = outside
        self._world = Situation(None, None, "connecting")
        self._visit = Visit()
        self._screen = Screen()

    @property
    def screen(self) -> Screen:
        """What shows now, for Python; QML reads the parts below."""
        return self._screen

    # -- news from outside ------------------------------------------------------------------

    def set_office(self, office: OfficeInfo) -> None:
        """The office as the server tells it, or as it was when last heard of."""
        self._world = Situation(Catalogue(office), self._world.view, self._world.connection)
        self._refresh()

    def set_view(self, view: KioskView) -> None:
        """The newest view."""
        self._world = Situation(self._world.catalogue, view, self._world.connection)
        self._refresh()

    def set_connection(self, connection: str) -> None:
        """The link's word for its state."""
        self._world = Situation(self._world.catalogue, self._world.view, connection)
        self._refresh()

    def answered(self, command: str, answer: Result | Error) -> None:
        """The server's answer. One to a question nobody here asks any more changes nothing."""
        attempt = self._visit.attempt
        if attempt is None or attempt.command != command or not self._visit.asking:
            return
        if isinstance(answer, Error):
            # Without an answer nobody knows whether the number was made: the next try must be
            # the same question, and the server then gives the same answer.
            unanswered = answer.code is ErrorCode.OVERLOADED
            self._move(moves.refused(self._visit, answer.code, may_repeat=unanswered))
            return
        at = self._outside.now()
        if answer.issued_at is not None:
            at = answer.issued_at.astimezone(at.tzinfo)
        paper = Paper.PRINTING if self._outside.print_ticket else Paper.NONE
        self._move(moves.received(self._visit, answer, at, paper))
        self._print()

    def printed(self, ticket: str, outcome: PrintOutcome) -> None:
        """What became of the paper."""
        without = outcome.reason is PrintReason.NO_PRINTER
        paper = Paper.NONE if without else PAPERS[outcome.state]
        self._move(moves.papered(self._visit, ticket, paper))

    def tick(self) -> None:
        """A second has passed."""
        self._move(moves.ticked(self._visit))

    # -- what a finger does -----------------------------------------------------------------

    @Slot()
    def goHome(self) -> None:  # noqa: N802 -- QML's own spelling, as below
        """Forget everything but the language and start again."""
        self._move(moves.restart(self._visit))

    @Slot()
    def finish(self) -> None:
        """The citizen is done: the next one finds Vietnamese."""
        self._move(moves.home(self._visit))

    @Slot()
    def goBack(self) -> None:  # noqa: N802 -- QML's spelling
        """One page back."""
        self._move(moves.went_back(self._visit))

    @Slot()
    def openFields(self) -> None:  # noqa: N802 -- QML's spelling
        """All fields of work."""
        self._move(moves.went_to(self._visit, Page.FIELDS))

    @Slot(str)
    def openField(self, field: str) -> None:  # noqa: N802 -- QML's spelling
        """One field of work; where it holds a single thing, that at once."""
        catalogue = self._world.catalogue
        tiles = catalogue.field_tiles(field, self._visit.language) if catalogue else ()
        if len(tiles) == 1:
            self.choose(tiles[0].target)
        else:
            self._move(moves.opened_field(self._visit, field))

    @Slot()
    def openSearch(self) -> None:  # noqa: N802 -- QML's spelling
        """The search page."""
        self._move(moves.went_to(self._visit, Page.SEARCH))

    @Slot(str)
    def typeText(self, letters: str) -> None:  # noqa: N802 -- QML's spelling
        """Letters from the keyboard on the glass, or a real one."""
        self._move(moves.typed(self._visit, letters))

    @Slot()
    def erase(self) -> None:
        """The last letter away."""
        self._move(moves.erased(self._visit))

    @Slot()
    def eraseAll(self) -> None:  # noqa: N802 -- QML's spelling
        """The whole query away."""
        self._move(moves.erased(self._visit, everything=True))

    @Slot(str)
    def choose(self, target: str) -> None:
        """A procedure or a service."""
        self._move(moves.chose(self._visit, target))

    @Slot(str)
    def choosePriority(self, code: str) -> None:  # noqa: N802 -- QML's spelling
        """Declare a priority; "" is none."""
        self._move(moves.prioritised(self._visit, code))

    @Slot()
    def touched(self) -> None:
        """Somebody is there."""
        if self._visit.idle_s:
            self._move(moves.touched(self._visit))

    @Slot(str)
    def switchLanguage(self, language: str) -> None:  # noqa: N802 -- QML's spelling
        """Speak ``vi`` or ``en``."""
        self._move(moves.spoke(self._visit, language))

    @Slot()
    def take(self) -> None:
        """Ask for the number. While one is on its way, or when none can be had, nothing happens."""
        catalogue, detail = self._world.catalogue, self._screen.detail
        offer = catalogue.offer(self._visit.target) if catalogue else None
        if offer is None or not detail.can_take or self._visit.asking:
            return
        attempt = self._attempt(offer.service.id)
        self._move(moves.asked(self._visit, attempt))
        wish = IssueTicket(
            ticket=attempt.ticket, service=attempt.service, priority=attempt.priority
        )
        self._outside.send(wish, attempt.command)

    def _attempt(self, service: str) -> Attempt:
        """The unanswered one again where the wish is the same, else a new one."""
        last, priority = self._visit.attempt, self._visit.priority
        if last is not None and (last.service, last.priority) == (service, priority):
            return last
        ticket = self._outside.new_id()
        return Attempt(ticket, f"issue.{ticket}", service, priority)

    def _print(self) -> None:
        issued, catalogue = self._visit.issued, self._world.catalogue
        if issued is not None and catalogue is not None and self._outside.print_ticket:
            self._outside.print_ticket(
                issued.ticket, receipt(catalogue, self._visit.target, issued)
            )

    # -- the screen -------------------------------------------------------------------------

    def _move(self, visit: Visit) -> None:
        before, self._visit = self._visit, visit
        if before.language != visit.language:
            self.languageChanged.emit(visit.language)
        self._refresh()

    def _refresh(self) -> None:
        """Make the screen anew and tell QML only of the parts that differ."""
        now = self._outside.now() if self._world.catalogue else None
        old, new = self._screen, present(self._world, self._visit, now)
        self._screen = new
        parts = (
            (old.header, new.header, self.headerChanged),
            (old.start, new.start, self.startChanged),
            (old.listing, new.listing, self.listingChanged),
            (old.search, new.search, self.searchChanged),
            (old.detail, new.detail, self.detailChanged),
            (old.ticket, new.ticket, self.ticketChanged),
            (old.warning_s, new.warning_s, self.warningChanged),
            (old.ticket_left_s, new.ticket_left_s, self.ticketLeftChanged),
            (old.page, new.page, self.pageChanged),
        )
        for before, after, changed in parts:
            if before != after:
                changed.emit()

    @Property(str, notify=pageChanged)
    def page(self) -> str:
        """Which page shows."""
        return self._screen.page

    @Property("QVariantMap", notify=headerChanged)  # type: ignore[arg-type]  # Qt's type by name
    def header(self) -> dict[str, Any]:
        """``Screen.header``; the others likewise."""
        return plain(self._screen.header)

    @Property("QVariantMap", notify=startChanged)  # type: ignore[arg-type]  # as above
    def start(self) -> dict[str, Any]:
        """``Screen.start``."""
        return plain(self._screen.start)

    @Property("QVariantMap", notify=listingChanged)  # type: ignore[arg-type]  # as above
    def listing(self) -> dict[str, Any]:
        """``Screen.listing``."""
        return plain(self._screen.listing)

    @Property("QVariantMap", notify=searchChanged)  # type: ignore[arg-type]  # as above
    def search(self) -> dict[str, Any]:
        """``Screen.search``."""
        return plain(self._screen.search)

    @Property("QVariantMap", notify=detailChanged)  # type: ignore[arg-type]  # as above
    def detail(self) -> dict[str, Any]:
        """``Screen.detail``."""
        return plain(self._screen.detail)

    @Property("QVariantMap", notify=ticketChanged)  # type: ignore[arg-type]  # as above
    def ticket(self) -> dict[str, Any]:
        """``Screen.ticket``."""
        return plain(self._screen.ticket)

    @Property(int, notify=warningChanged)
    def warningS(self) -> int:  # noqa: N802 -- QML's spelling
        """Seconds until the start page comes by itself; 0 while nobody needs to know."""
        return self._screen.warning_s

    @Property(int, notify=ticketLeftChanged)
    def ticketLeftS(self) -> int:  # noqa: N802 -- QML's spelling
        """Seconds the ticket still shows."""
        return self._screen.ticket_left_s
