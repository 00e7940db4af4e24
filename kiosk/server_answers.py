"""What the kiosk asks of server and printer, and how their answers change the visit."""

from typing import Final

from kiosk import visit
from kiosk.current_visit import CurrentVisit
from kiosk.offline.wishes import Declined, Given, OfflineState, Wish
from kiosk.paper import receipt
from kiosk.ports import paper_of
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.detail import age_priority
from kiosk.presenter.entries import OFFLINE
from kiosk.printing.port import PrintReason
from kiosk.scanner.scans import AppointmentScan, CardScan, Scan, TicketScan
from kiosk.visit import Booking, Page, Paper
from server.protocol.commands import PaperOutcome
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    Appointment,
    AppointmentQuery,
    Error,
    Standing,
    StandingQuery,
)
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView

AGED: Final = 60
"""Years from which the age priority is offered (domain.md C4)."""


class ServerAnswers:
    """Changes the current visit by what server, printer and scanner report; no Qt."""

    def __init__(self, current: CurrentVisit) -> None:
        self._current = current

    def set_office(self, office: OfficeInfo) -> None:
        """Set the office, from the server or kept from the last run."""
        spoken = self._current.ports.languages(office)
        self._current.learn(catalogue=Catalogue(office), languages=spoken)

    def set_view(self, view: KioskView) -> None:
        """The newest view."""
        self._current.learn(view=view)

    def set_connection(self, connection: str) -> None:
        """Set the link's state."""
        self._current.learn(connection=connection)

    def set_offline(self, state: OfflineState) -> None:
        """Set how many numbers this kiosk could give by itself."""
        self._current.learn(offline=state)

    def issued(self, given: Given) -> None:
        """A number was given; one for an earlier visit's wish is ignored."""
        if given.wish != self._current.visit.wish:
            return
        self._current.ports.took(self._current.visit.mark)
        paper = Paper.PRINTING if self._current.ports.print_ticket else Paper.NONE
        self._current.go(visit.received, given, paper)
        self._print()

    def refused(self, declined: Declined) -> None:
        """No number was given, and why."""
        if declined.wish == self._current.visit.wish:
            self._current.go(visit.refused, declined.code)

    def told(self, question: str, answer: object) -> None:
        """The answer about an appointment or a ticket; one to an earlier question is ignored."""
        if not question or question != self._current.visit.question:
            return
        match answer:
            case Appointment():
                self._booked(answer)
            case Standing():
                self._current.go(visit.told_standing, answer)
            case Error(code=code):
                self._current.go(visit.unanswerable, code)
            case _:
                self._current.go(visit.unanswerable, OFFLINE)

    def paper_reported(self, ticket: str, outcome: PaperOutcome, reason: PrintReason) -> None:
        """The outcome of printing, or why it is delayed."""
        self._current.go(visit.paper_reported, ticket, paper_of(outcome, reason))

    def scanned(self, scan: Scan) -> None:
        """Something was scanned; ignored while a number is being given."""
        if self._current.visit.asking or self._current.world.catalogue is None:
            return
        match scan:
            case AppointmentScan(code=code):
                self.inquire(Page.APPOINTMENT, AppointmentQuery(code=code), code)
            case TicketScan(ticket=ticket):
                self.inquire(Page.STANDING, StandingQuery(ticket=ticket))
            case CardScan(age=age, mark=mark):
                old = age >= AGED and age_priority(self._current.world.catalogue) is not None
                self._current.go(visit.card_scanned, mark, old_enough=old)
            case _:
                self._current.go(visit.touched)

    def take(self) -> None:
        """Ask for the number; does nothing while one is being given, or when none can be had."""
        chosen, catalogue = self._current.visit, self._current.world.catalogue
        offer = catalogue.offer(chosen.target) if catalogue else None
        if offer is None or not self._current.screen.detail.can_take or chosen.asking:
            return
        if not self._current.ports.may_take(chosen.mark, self._limit()):
            self._current.go(visit.refused, "enough")
            return
        wish = Wish(
            service=offer.service.id,
            priority=chosen.priority,
            procedure=offer.procedure.code if offer.procedure else "",
            language=chosen.language,
            appointment=chosen.booking.code if chosen.booking else "",
        )
        self._current.go(visit.asked, self._current.ports.issue(wish))

    def inquire(self, page: Page, query: AppointmentQuery | StandingQuery, code: str = "") -> None:
        """Send the query and show ``page``; while the link is down the page says so."""
        if self._current.world.is_live:
            self._current.go(visit.inquired, self._current.ports.ask(query), page, code)
            return
        self._current.go(visit.inquired, "", page, code)
        self._current.go(visit.unanswerable, OFFLINE)

    def _booked(self, found: Appointment) -> None:
        if found.used:
            self._current.go(visit.unanswerable, ErrorCode.APPOINTMENT_USED)
            return
        at = found.booked_at.astimezone(self._current.ports.now().tzinfo)
        booking = Booking(found.code, found.procedure or found.service, at)
        self._current.go(visit.booked, booking)

    def _limit(self) -> int:
        catalogue = self._current.world.catalogue
        return catalogue.office.kiosk.tickets_a_person if catalogue else 0

    def _print(self) -> None:
        now, catalogue = self._current.visit, self._current.world.catalogue
        begin = self._current.ports.print_ticket
        if now.issued is None or catalogue is None or begin is None:
            return
        paper = receipt(
            catalogue,
            now.target,
            now.issued,
            language=now.language,
            priority=bool(now.priority),
            offline=now.issued.offline,
        )
        begin(now.issued.ticket, paper)
