"""The kiosk's dealings with the world: what it asks for, and what it makes of the answers."""

from dataclasses import replace
from typing import Any, Final

from kiosk import visit as moves
from kiosk.offline.wishes import Declined, Given, OfflineState, Wish
from kiosk.paper import receipt
from kiosk.ports import KioskPorts, paper_of
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.detail import age_priority
from kiosk.presenter.entries import OFFLINE
from kiosk.presenter.screen import Screen
from kiosk.presenter.situation import Situation
from kiosk.printing.port import PrintReason
from kiosk.scanner.scans import AppointmentScan, CardScan, Scan, TicketScan
from kiosk.visit import Booking, Page, Paper, Visit
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


class Dealings:
    """The half of the view model that has no finger on it; no Qt here."""

    _ports: KioskPorts
    _world: Situation
    _visit: Visit
    _screen: Screen

    def _move(self, visit: Visit) -> None:
        """Go on with ``visit``, and show it."""
        raise NotImplementedError

    def _refresh(self) -> None:
        """Show the same visit in a world that has changed."""
        raise NotImplementedError

    def touched(self) -> None:
        """Somebody is there."""
        raise NotImplementedError

    def set_office(self, office: OfficeInfo) -> None:
        """The office as the server tells it, or as it was when last heard of."""
        self._learn(catalogue=Catalogue(office))

    def set_view(self, view: KioskView) -> None:
        """The newest view."""
        self._learn(view=view)

    def set_connection(self, connection: str) -> None:
        """The link's word for its state."""
        self._learn(connection=connection)

    def set_offline(self, state: OfflineState) -> None:
        """How many numbers this kiosk could give by itself."""
        self._learn(offline=state)

    def issued(self, given: Given) -> None:
        """A number; one for a wish nobody here waits for any more changes nothing."""
        if given.wish != self._visit.wish:
            return
        self._ports.took(self._visit.mark)
        paper = Paper.PRINTING if self._ports.print_ticket else Paper.NONE
        self._move(moves.received(self._visit, given, paper))
        self._print()

    def refused(self, declined: Declined) -> None:
        """No number, and why."""
        if declined.wish == self._visit.wish:
            self._move(moves.refused(self._visit, declined.code))

    def told(self, question: str, answer: object) -> None:
        """The answer about an appointment or a ticket; to an earlier question it is none."""
        if not question or question != self._visit.question:
            return
        match answer:
            case Appointment():
                self._booked(answer)
            case Standing():
                self._move(moves.told_standing(self._visit, answer))
            case Error(code=code):
                self._move(moves.unanswerable(self._visit, code))
            case _:
                self._move(moves.unanswerable(self._visit, OFFLINE))

    def paper_reported(self, ticket: str, outcome: PaperOutcome, reason: PrintReason) -> None:
        """What became of the paper, or why it has not come yet."""
        self._move(moves.paper_reported(self._visit, ticket, paper_of(outcome, reason)))

    def scanned(self, scan: Scan) -> None:
        """Something was held to the scanner. While a number is on its way nothing counts."""
        if self._visit.asking or self._world.catalogue is None:
            return
        match scan:
            case AppointmentScan(code=code):
                self._inquire(Page.APPOINTMENT, AppointmentQuery(code=code), code)
            case TicketScan(ticket=ticket):
                self._inquire(Page.STANDING, StandingQuery(ticket=ticket))
            case CardScan(age=age, mark=mark):
                old = age >= AGED and age_priority(self._world.catalogue) is not None
                self._move(moves.card_scanned(self._visit, mark, old_enough=old))
            case _:
                self.touched()

    def _take(self) -> None:
        visit, catalogue = self._visit, self._world.catalogue
        offer = catalogue.offer(visit.target) if catalogue else None
        if offer is None or not self._screen.detail.can_take or visit.asking:
            return
        if not self._ports.may_take(visit.mark, self._limit()):
            self._move(moves.refused(visit, "enough"))
            return
        wish = Wish(
            service=offer.service.id,
            priority=visit.priority,
            procedure=offer.procedure.code if offer.procedure else "",
            language=visit.language,
            appointment=visit.booking.code if visit.booking else "",
        )
        self._move(moves.asked(visit, self._ports.issue(wish)))

    def _inquire(self, page: Page, query: AppointmentQuery | StandingQuery, code: str = "") -> None:
        if not self._world.is_live:
            visit = moves.inquired(self._visit, "", page, code)
            self._move(moves.unanswerable(visit, OFFLINE))
            return
        self._move(moves.inquired(self._visit, self._ports.ask(query), page, code))

    def _booked(self, found: Appointment) -> None:
        if found.used:
            self._move(moves.unanswerable(self._visit, ErrorCode.APPOINTMENT_USED))
            return
        at = found.booked_at.astimezone(self._ports.now().tzinfo)
        booking = Booking(found.code, found.procedure or found.service, at)
        self._move(moves.booked(self._visit, booking))

    def _limit(self) -> int:
        catalogue = self._world.catalogue
        return catalogue.office.kiosk.tickets_a_person if catalogue else 0

    def _print(self) -> None:
        visit, catalogue = self._visit, self._world.catalogue
        if visit.issued is None or catalogue is None or self._ports.print_ticket is None:
            return
        paper = receipt(
            catalogue,
            visit.target,
            visit.issued,
            language=visit.language,
            priority=bool(visit.priority),
            offline=visit.issued.offline,
        )
        self._ports.print_ticket(visit.issued.ticket, paper)

    def _learn(self, **news: Any) -> None:
        self._world = replace(self._world, **news)
        self._refresh()
