"""The kiosk's view model: one wish at a time, and only news that is news."""

import pytest

from kiosk.offline.wishes import Wish
from kiosk.printing.port import PrintReason
from kiosk.scanner.scans import AppointmentScan, CardScan, TicketScan, UnknownScan
from kiosk.viewmodel import KioskViewModel
from server.protocol.commands import PaperOutcome
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    Appointment,
    AppointmentQuery,
    Error,
    Standing,
    StandingQuery,
)
from server.protocol.views import TicketStatus
from tests.support.kiosk_samples import BIRTH, MORNING, FakeOffice, live_kiosk, morning_view

PANELS = (
    *("header", "attract", "start", "listing", "search", "support", "appointment"),
    *("standing", "detail", "ticket"),
)


@pytest.fixture
def fake() -> FakeOffice:
    return FakeOffice()


def at_birth(fake: FakeOffice) -> KioskViewModel:
    kiosk = live_kiosk(fake)
    kiosk.choose(BIRTH)
    return kiosk


def listened(kiosk: KioskViewModel) -> list[str]:
    """The parts that will have changed from now on, in their order."""
    heard: list[str] = []
    for name in PANELS:
        kiosk._shown.part(name).changed.connect(lambda name=name: heard.append(name))
    kiosk.pageChanged.connect(lambda: heard.append("page"))
    kiosk.warningChanged.connect(lambda: heard.append("warning"))
    return heard


def test_a_second_take_while_one_is_on_its_way_asks_nothing(fake: FakeOffice) -> None:
    """Even if a button let it through."""
    kiosk = at_birth(fake)
    for _ in range(3):
        kiosk.take()
    assert len(fake.asked) == 1


def test_a_take_on_a_page_without_a_choice_asks_nothing(fake: FakeOffice) -> None:
    """No target, no wish."""
    live_kiosk(fake).take()
    assert fake.asked == []


def test_after_the_ticket_nothing_more_is_taken(fake: FakeOffice) -> None:
    """The page of the number has no way to a second one."""
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answers.issued(fake.given())
    kiosk.take()
    assert len(fake.asked) == 1


def test_the_wish_says_what_was_chosen_and_in_which_language(fake: FakeOffice) -> None:
    """Service, procedure, priority, language: what desks, display and voice need."""
    kiosk = at_birth(fake)
    kiosk.switchLanguage("en")
    kiosk.choosePriority("P3")
    kiosk.take()
    [(_, wish)] = fake.asked
    assert wish == Wish("khai_sinh", "P3", procedure=BIRTH, language="en")
    kiosk.answers.issued(fake.given())
    kiosk.finish()
    kiosk.choose("thue")
    kiosk.take()
    assert fake.asked[-1][1] == Wish("thue", language="vi")


def test_an_answer_to_a_wish_of_another_changes_nothing(fake: FakeOffice) -> None:
    """A late answer meant for the citizen before is not shown to this one."""
    kiosk = at_birth(fake)
    kiosk.take()
    late = fake.given()
    kiosk.answers.refused(fake.declined(ErrorCode.OVERLOADED))
    kiosk.choose(BIRTH)
    kiosk.answers.issued(late)
    kiosk.answers.refused(fake.declined(ErrorCode.INTERNAL))
    assert kiosk.screen.page == "detail"
    assert kiosk.screen.detail.obstacle == ""
    assert fake.printing == []


def test_without_a_printer_the_glass_says_so_at_once() -> None:
    """Nothing is printed and nobody waits for paper."""
    fake = FakeOffice(printer=False)
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answers.issued(fake.given())
    assert kiosk.screen.ticket.paper == "none"
    assert fake.printing == []


@pytest.mark.parametrize(
    ("outcome", "reason", "paper"),
    [
        (PaperOutcome.CONFIRMED, PrintReason.OK, "printed"),
        (PaperOutcome.UNCONFIRMED, PrintReason.ONE_WAY, "sent"),
        (PaperOutcome.UNKNOWN, PrintReason.DROPPED, "doubt"),
        (PaperOutcome.NOT_SENT, PrintReason.PAPER_OUT, "failed"),
        (PaperOutcome.EXPIRED, PrintReason.TOO_OLD, "failed"),
        (PaperOutcome.NOT_SENT, PrintReason.NO_PRINTER, "none"),
    ],
)
def test_the_paper_is_told_as_sure_as_it_is(
    fake: FakeOffice, outcome: PaperOutcome, reason: PrintReason, paper: str
) -> None:
    """Printed is only said when the printer said so."""
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answers.issued(fake.given())
    assert kiosk.screen.ticket.paper == "printing"
    kiosk.answers.paper_reported(fake.ticket, outcome, reason)
    assert kiosk.screen.ticket.paper == paper


def in_doubt(fake: FakeOffice) -> KioskViewModel:
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answers.issued(fake.given())
    kiosk.answers.paper_reported(fake.ticket, PaperOutcome.UNKNOWN, PrintReason.DROPPED)
    return kiosk


def test_a_copy_is_printed_only_when_nobody_knows_of_the_first(fake: FakeOffice) -> None:
    """One touch, one copy; while it prints the question is away, and twice is enough."""
    kiosk = in_doubt(fake)
    for copies in (1, 2):
        kiosk.copy()
        kiosk.copy()
        assert fake.copied == [fake.ticket] * copies
        assert kiosk.screen.ticket.paper == "printing"
        kiosk.answers.paper_reported(fake.ticket, PaperOutcome.UNKNOWN, PrintReason.DROPPED)
    kiosk.copy()
    assert len(fake.copied) == 2


def test_who_has_the_paper_in_hand_says_so(fake: FakeOffice) -> None:
    """No copy is made then."""
    kiosk = in_doubt(fake)
    kiosk.confirmPaper()
    assert kiosk.screen.ticket.paper == "printed"
    kiosk.copy()
    assert fake.copied == []


def test_a_ticket_whose_owner_has_left_is_given_up(fake: FakeOffice) -> None:
    """By *Xong* or by silence, once."""
    kiosk = in_doubt(fake)
    kiosk.finish()
    assert fake.given_up == [fake.ticket]
    for _ in range(200):
        kiosk.tick()
    assert fake.given_up == [fake.ticket]


def test_a_scanned_appointment_brings_its_procedure_and_goes_with_the_wish(
    fake: FakeOffice,
) -> None:
    """From any page; the number then counts from the booked time."""
    kiosk = live_kiosk(fake)
    kiosk.answers.scanned(AppointmentScan("HB1"))
    [(question, query)] = fake.questions
    assert query == AppointmentQuery(code="HB1")
    booked_at = MORNING.replace(hour=9, minute=0)
    found = Appointment(
        id=question, code="HB1", service="khai_sinh", procedure=BIRTH, booked_at=booked_at
    )
    kiosk.answers.told(question, found)
    assert (kiosk.screen.page, kiosk.screen.detail.booked) == ("detail", "9 giờ")
    kiosk.take()
    assert fake.asked[-1][1].appointment == "HB1"


def test_a_used_or_unknown_appointment_is_told(fake: FakeOffice) -> None:
    """On the page of the code, which stays as it was typed."""
    kiosk = live_kiosk(fake)
    kiosk.openAppointment()
    kiosk.typeCode("HB2")
    kiosk.findAppointment()
    kiosk.findAppointment()
    assert len(fake.questions) == 1
    used = Appointment(id="x", code="HB2", service="khai_sinh", booked_at=MORNING, used=True)
    kiosk.answers.told(fake.questions[-1][0], used)
    assert kiosk.screen.appointment.obstacle == "booking_used"
    kiosk.findAppointment()
    kiosk.answers.told(fake.questions[-1][0], Error(id="x", code=ErrorCode.UNKNOWN_APPOINTMENT))
    assert kiosk.screen.appointment.obstacle == "booking_unknown"
    assert kiosk.screen.appointment.code == "HB2"


def test_a_scanned_ticket_shows_its_turn_and_a_late_answer_does_not_return(
    fake: FakeOffice,
) -> None:
    """Who has gone home meanwhile is not followed by the answer."""
    kiosk = live_kiosk(fake)
    kiosk.answers.scanned(TicketScan("abc"))
    [(question, query)] = fake.questions
    assert query == StandingQuery(ticket="abc")
    told = Standing(
        id=question,
        ticket="abc",
        label="9 027",
        service="khai_sinh",
        status=TicketStatus.WAITING,
        ahead=4,
    )
    kiosk.answers.told(question, told)
    assert kiosk.screen.standing.ahead == 4
    kiosk.finish()
    kiosk.answers.told(question, told)
    assert kiosk.screen.page == "start"


def test_without_the_server_a_scan_is_answered_at_once(fake: FakeOffice) -> None:
    """Nobody waits for an answer that cannot come."""
    kiosk = live_kiosk(fake)
    kiosk.answers.set_connection("lost")
    kiosk.answers.scanned(TicketScan("abc"))
    assert kiosk.screen.standing.status == "offline"
    kiosk.answers.scanned(AppointmentScan("HB1"))
    assert kiosk.screen.appointment.obstacle == "offline"
    assert fake.questions == []


def test_nothing_that_is_scanned_disturbs_a_number_on_its_way(fake: FakeOffice) -> None:
    """The wish is answered first."""
    kiosk = at_birth(fake)
    kiosk.take()
    for scan in (TicketScan("abc"), AppointmentScan("HB1"), CardScan(70, "m"), UnknownScan("x")):
        kiosk.answers.scanned(scan)
    assert fake.questions == []
    kiosk.answers.issued(fake.given())
    assert kiosk.screen.page == "ticket"


@pytest.mark.parametrize(("age", "offer"), [(59, ""), (60, "Người cao tuổi")])
def test_a_card_offers_the_age_priority_and_counts_as_one_person(
    fake: FakeOffice, age: int, offer: str
) -> None:
    """The mark goes to the count of today when a number was given, and to nobody else."""
    kiosk = at_birth(fake)
    kiosk.answers.scanned(CardScan(age, "mark"))
    assert kiosk.screen.detail.offers == offer
    if offer:
        kiosk.takeOffer()
    kiosk.take()
    assert fake.asked[-1][1].priority == ("P3" if offer else "")
    kiosk.answers.issued(fake.given())
    assert fake.marks == ["mark"]


def test_a_person_who_had_enough_numbers_is_told_and_asks_for_none(fake: FakeOffice) -> None:
    """Where the office limits them."""
    kiosk = at_birth(fake)
    kiosk.answers.scanned(CardScan(30, "mark"))
    fake.may_take = False
    kiosk.take()
    assert kiosk.screen.detail.obstacle == "enough"
    assert fake.asked == []


def test_the_page_is_said_when_asked_and_only_what_there_is(fake: FakeOffice) -> None:
    """The clips of the present page."""
    kiosk = live_kiosk(fake)
    kiosk.readAloud()
    assert fake.heard == [()]


def test_only_what_differs_is_told(fake: FakeOffice) -> None:
    """The same view again is no news; a second more on the same minute neither."""
    kiosk = live_kiosk(fake)
    heard = listened(kiosk)
    kiosk.answers.set_view(morning_view())
    kiosk.tick()
    assert heard == []
    kiosk.answers.set_connection("lost")
    assert heard == ["header"]


def test_the_new_page_is_told_after_what_it_shows(fake: FakeOffice) -> None:
    """A page never appears with the data of the one before."""
    kiosk = live_kiosk(fake)
    heard = listened(kiosk)
    kiosk.choose(BIRTH)
    assert heard[-1] == "page"
    assert "detail" in heard
