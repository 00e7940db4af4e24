"""The kiosk's view model: one wish at a time, and only news that is news."""

import pytest

from kiosk.printing.port import PrintOutcome, PrintReason, PrintState
from kiosk.viewmodel import KioskViewModel
from server.protocol.errors import ErrorCode
from tests.qml.kiosk_samples import BIRTH, FakeOffice, live_kiosk, morning_view

SIGNALS = ("page", "header", "start", "listing", "search", "detail", "ticket", "warning")


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
    for name in SIGNALS:
        getattr(kiosk, f"{name}Changed").connect(lambda name=name: heard.append(name))
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
    kiosk.answered(*fake.result())
    kiosk.take()
    assert len(fake.asked) == 1


def test_an_answer_to_a_question_of_another_changes_nothing(fake: FakeOffice) -> None:
    """A late answer meant for the citizen before is not shown to this one."""
    kiosk = at_birth(fake)
    kiosk.take()
    command, result = fake.result()
    kiosk.answered(*fake.error(ErrorCode.OVERLOADED))
    kiosk.finish()
    kiosk.choose(BIRTH)
    kiosk.answered(command, result)
    assert kiosk.screen.page == "detail"
    assert fake.printing == []


def test_a_refused_wish_is_made_anew_with_new_ids(fake: FakeOffice) -> None:
    """A refusal was an answer, so the next wish is another one."""
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answered(*fake.error(ErrorCode.INTERNAL))
    kiosk.take()
    assert len({wish.ticket for _, wish in fake.asked}) == 2


def test_an_unanswered_wish_with_another_priority_is_another_wish(fake: FakeOffice) -> None:
    """The same ids must never stand for something else."""
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answered(*fake.error(ErrorCode.OVERLOADED))
    kiosk.choosePriority("P1")
    kiosk.take()
    assert len({command for command, _ in fake.asked}) == 2


def test_without_a_printer_the_glass_says_so_at_once() -> None:
    """Nothing is printed and nobody waits for paper."""
    fake = FakeOffice(printer=False)
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answered(*fake.result())
    assert kiosk.screen.ticket.paper == "none"
    assert fake.printing == []


@pytest.mark.parametrize(
    ("outcome", "paper"),
    [
        (PrintOutcome(PrintState.CONFIRMED, PrintReason.OK), "printed"),
        (PrintOutcome(PrintState.UNCONFIRMED, PrintReason.ONE_WAY), "sent"),
        (PrintOutcome(PrintState.UNKNOWN, PrintReason.DROPPED), "doubt"),
        (PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT), "failed"),
        (PrintOutcome(PrintState.NOT_SENT, PrintReason.NO_PRINTER), "none"),
    ],
)
def test_the_paper_is_told_as_sure_as_it_is(
    fake: FakeOffice, outcome: PrintOutcome, paper: str
) -> None:
    """Printed is only said when the printer said so."""
    kiosk = at_birth(fake)
    kiosk.take()
    kiosk.answered(*fake.result())
    assert kiosk.screen.ticket.paper == "printing"
    kiosk.printed(fake.asked[-1][1].ticket, outcome)
    assert kiosk.screen.ticket.paper == paper


def test_only_what_differs_is_told(fake: FakeOffice) -> None:
    """The same view again is no news; a second more on the same minute neither."""
    kiosk = live_kiosk(fake)
    heard = listened(kiosk)
    kiosk.set_view(morning_view())
    kiosk.tick()
    assert heard == []
    kiosk.set_connection("lost")
    assert heard == ["header"]


def test_the_new_page_is_told_after_what_it_shows(fake: FakeOffice) -> None:
    """A page never appears with the data of the one before."""
    kiosk = live_kiosk(fake)
    heard = listened(kiosk)
    kiosk.choose(BIRTH)
    assert heard[-1] == "page"
    assert "detail" in heard
