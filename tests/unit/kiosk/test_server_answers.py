"""What server, printer and scanner say goes on with the visit at the glass; no Qt is needed."""

from kiosk import visit
from kiosk.current_visit import CurrentVisit
from kiosk.presenter.screen import Screen
from kiosk.scanner.scans import TicketScan
from kiosk.server_answers import ServerAnswers
from kiosk.visit import Page
from server.protocol.errors import ErrorCode
from tests.support.kiosk_samples import BIRTH, FakeOffice, morning_view, ward


def glass(fake: FakeOffice) -> tuple[CurrentVisit, ServerAnswers, list[Screen]]:
    """A visit in a live office, what answers it, and the screens it was shown as."""
    current = CurrentVisit(fake.ports)
    shown: list[Screen] = []
    current.listen(lambda: shown.append(current.screen))
    answers = ServerAnswers(current)
    answers.set_office(ward())
    answers.set_view(morning_view())
    answers.set_connection("live")
    return current, answers, shown


def test_a_number_goes_from_the_wish_to_the_glass_and_to_the_printer() -> None:
    """The screen follows every step."""
    fake = FakeOffice()
    current, answers, shown = glass(fake)
    current.go(visit.chose, BIRTH)
    answers.take()
    assert shown[-1].detail.taking
    answers.issued(fake.given("9 027"))
    assert (shown[-1].page, shown[-1].ticket.label) == ("ticket", "9 027")
    assert [receipt.label for _, receipt in fake.printing] == ["9 027"]


def test_a_refusal_is_told_on_the_page_of_the_wish() -> None:
    """And the wish is over: the next touch asks anew."""
    fake = FakeOffice()
    current, answers, shown = glass(fake)
    current.go(visit.chose, BIRTH)
    answers.take()
    answers.refused(fake.declined(ErrorCode.DAY_FULL))
    assert (shown[-1].page, shown[-1].detail.obstacle) == ("detail", "full")
    assert not current.visit.asking


def test_a_ticket_left_behind_is_given_up_once() -> None:
    """Once, and not again for what comes after."""
    fake = FakeOffice()
    current, answers, _ = glass(fake)
    current.go(visit.chose, BIRTH)
    answers.take()
    answers.issued(fake.given())
    current.go(visit.home)
    assert fake.given_up == [fake.ticket]
    answers.scanned(TicketScan("abc"))
    assert fake.given_up == [fake.ticket]
    assert current.visit.page is Page.STANDING
