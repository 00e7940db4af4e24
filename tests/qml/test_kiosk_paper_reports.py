"""The server hears how every paper ended, once, and what staff ask for is printed once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from assets.shell.engine import make_app
from kiosk.paper import noticed_receipt
from kiosk.presenter.catalogue import Catalogue
from kiosk.printing.port import PrinterStatus, PrintOutcome, PrintReason, PrintState
from kiosk.printing.print_worker import PrintIntervals
from kiosk.printing.queue import PrintQueue
from kiosk.printing.receipt import Receipt
from kiosk.printing.reports import MOST_REFUSALS, PaperReports
from kiosk.printing.spool import EXPIRE_S, Spool, steady_clock
from server.protocol.commands import AnyCommand, PaperOutcome, ReportDevice, ReportPaper
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, PrintNotice, Result, Welcome
from server.protocol.views import WaitRange
from tests.support.kiosk_samples import COPY, MORNING, ZONE, morning_view, ward

DONE = PrintOutcome(PrintState.CONFIRMED, PrintReason.OK)
HASTY = PrintIntervals(retry_s=(0.05,), probe_s=0.1, trouble_s=0.03, stop_s=3.0)


class Printer:
    """Prints everything, unless it is told otherwise."""

    def __init__(self) -> None:
        self.outcome = DONE
        self.condition = PrinterStatus.OK
        self.jobs: list[bytes] = []

    def send(self, job: bytes) -> PrintOutcome:
        if self.outcome is DONE:
            self.jobs.append(job)
        return self.outcome

    def status(self) -> PrinterStatus:
        return self.condition

    def close(self) -> None:
        pass


class FakeLink(QObject):
    """The server's end, by hand."""

    welcomed = Signal(object)
    answered = Signal(str, object)
    printAsked = Signal(object)  # noqa: N815 -- the link's own spelling

    def __init__(self) -> None:
        super().__init__()
        self.is_stale = True
        self.sent: list[tuple[str, AnyCommand]] = []

    def send(self, command: AnyCommand, command_id: str = "") -> str:
        self.sent.append((command_id, command))
        return command_id

    def now(self) -> datetime:
        return MORNING

    def greet(self, clock_rate: float = 1.0) -> None:
        """A welcome, and the link is live."""
        self.is_stale = False
        self.welcomed.emit(
            Welcome(
                protocol=1,
                server="test",
                at=MORNING,
                clock_rate=clock_rate,
                office=ward(),
                view=morning_view(),
                last_notice="2026-11-23/1",
            )
        )

    def papers(self) -> list[tuple[str, ReportPaper]]:
        return [(each, what) for each, what in self.sent if isinstance(what, ReportPaper)]

    def devices(self, part: str) -> list[str]:
        reports = (what for _, what in self.sent if isinstance(what, ReportDevice))
        return [report.status for report in reports if report.part == part]

    def accept(self, command_id: str) -> None:
        self.answered.emit(command_id, Result(id=command_id, version=9))

    def refuse(self, command_id: str, code: ErrorCode) -> None:
        self.answered.emit(command_id, Error(id=command_id, code=code))


def drawn(receipt: Receipt) -> bytes:
    return f"{receipt.label}{' again' if receipt.reprinted_at else ''}".encode()


class PaperKiosk:
    """A kiosk's paper and a server by hand."""

    def __init__(self, file: Path, qtbot: QtBot) -> None:
        make_app()
        self.qtbot = qtbot
        self.file = file
        self.printer = Printer()
        self.link = FakeLink()
        self.hidden: set[str] = set()
        self.start()

    def start(self) -> None:
        spool = Spool(self.file, steady_clock())
        self.queue = PrintQueue(self.printer, spool, drawn, intervals=HASTY)
        catalogue = Catalogue(ward())
        self.reports = PaperReports(
            self.queue,
            self.link,
            lambda notice: noticed_receipt(catalogue, notice, ZONE),
            lambda ticket: ticket not in self.hidden,
        )

    def restart(self) -> None:
        """The kiosk starts anew, with a link of its own."""
        self.queue.stop()
        self.link = FakeLink()
        self.start()

    def has_told(self, count: int) -> bool:
        """Whether the server was told of so many papers."""
        return len(self.link.papers()) == count

    def quiet(self) -> None:
        """A while in which more would be said, if there were more to say."""
        for _ in range(2):
            self.queue.report_again()
            self.qtbot.wait(60)

    def print(self, ticket: str = "t1") -> None:
        """A ticket comes out and the screen hears of it."""
        with self.qtbot.waitSignal(self.queue.finished):
            self.queue.add(ticket, Receipt(office_name="", label="9 001", service=""))


@pytest.fixture
def kiosk(qtbot: QtBot, tmp_path: Path) -> Iterator[PaperKiosk]:
    kiosk = PaperKiosk(tmp_path / "paper.db", qtbot)
    yield kiosk
    kiosk.queue.stop()


def test_a_paper_is_told_once(kiosk: PaperKiosk) -> None:
    """And not again once the server has it, after a reconnect neither."""
    kiosk.link.greet()
    kiosk.print()
    kiosk.qtbot.waitUntil(lambda: bool(kiosk.link.papers()))
    kiosk.quiet()
    [(command_id, told)] = kiosk.link.papers()
    assert told == ReportPaper(ticket="t1", outcome=PaperOutcome.CONFIRMED, copy_number=0)
    kiosk.link.accept(command_id)
    kiosk.link.greet()
    kiosk.quiet()
    assert len(kiosk.link.papers()) == 1


def test_without_a_server_it_is_told_when_one_is_there(kiosk: PaperKiosk) -> None:
    """Even after a restart of the kiosk; unanswered it is asked again under the same id."""
    kiosk.print()
    kiosk.quiet()
    assert kiosk.link.sent == []
    kiosk.restart()
    kiosk.link.greet()
    kiosk.qtbot.waitUntil(lambda: len(kiosk.link.papers()) == 1)
    [(first, told)] = kiosk.link.papers()
    assert told.outcome is PaperOutcome.CONFIRMED
    kiosk.restart()
    kiosk.link.greet()
    kiosk.qtbot.waitUntil(lambda: len(kiosk.link.papers()) == 1)
    assert kiosk.link.papers()[0][0] == first
    kiosk.link.refuse(first, ErrorCode.OVERLOADED)
    kiosk.reports.retry()
    kiosk.qtbot.waitUntil(lambda: len(kiosk.link.papers()) == 2)
    assert {command_id for command_id, _ in kiosk.link.papers()} == {first}


def test_a_ticket_the_server_does_not_know_yet_is_held_back(kiosk: PaperKiosk) -> None:
    """Given alone and not merged yet: its paper is told after it."""
    kiosk.hidden = {"t1"}
    kiosk.link.greet()
    kiosk.print()
    kiosk.quiet()
    assert kiosk.link.papers() == []
    kiosk.hidden = set()
    kiosk.reports.retry()
    kiosk.qtbot.waitUntil(lambda: len(kiosk.link.papers()) == 1)


def test_an_unknown_ticket_is_told_again_under_a_new_id_and_then_let_go(kiosk: PaperKiosk) -> None:
    """The server keeps a refusal under its id; a ticket of another day is told in vain."""
    kiosk.link.greet()
    kiosk.print()
    for count in range(1, MOST_REFUSALS + 1):
        kiosk.qtbot.waitUntil(partial(kiosk.has_told, count))
        kiosk.link.refuse(kiosk.link.papers()[-1][0], ErrorCode.UNKNOWN_TICKET)
        kiosk.reports.retry()
    kiosk.quiet()
    ids = [command_id for command_id, _ in kiosk.link.papers()]
    assert len(ids) == len(set(ids)) == MOST_REFUSALS


def test_the_printer_is_reported_when_it_changes_and_after_each_greeting(kiosk: PaperKiosk) -> None:
    """Staff see that paper is out before the next citizen does."""
    kiosk.qtbot.waitUntil(lambda: kiosk.queue.is_known)
    assert kiosk.link.sent == []
    kiosk.link.greet()
    assert kiosk.link.devices("printer") == ["ok"]
    assert kiosk.link.devices("spool") == ["ok"]
    kiosk.printer.condition = PrinterStatus.PAPER_OUT
    kiosk.qtbot.waitUntil(lambda: kiosk.link.devices("printer") == ["ok", "paper_out"])
    kiosk.link.greet()
    assert kiosk.link.devices("printer") == ["ok", "paper_out", "paper_out"]


def notice(n: str = "2026-11-23/57", **more: object) -> PrintNotice:
    facts: dict[str, object] = {
        "n": n,
        "at": MORNING,
        "device": "K1",
        "ticket": "t7",
        "label": "9 007",
        "service": ward().services[0].id,
        "issued_at": MORNING - timedelta(minutes=3),
    }
    return PrintNotice.model_validate(facts | more)


def test_what_staff_ask_for_is_printed_exactly_once(kiosk: PaperKiosk) -> None:
    """Replayed after a reconnect, or after a restart of the kiosk, it is known already."""
    kiosk.link.greet()
    with kiosk.qtbot.waitSignal(kiosk.queue.finished):
        kiosk.link.printAsked.emit(notice())
    kiosk.link.printAsked.emit(notice())
    kiosk.restart()
    kiosk.link.greet()
    kiosk.link.printAsked.emit(notice())
    with kiosk.qtbot.waitSignal(kiosk.queue.finished):
        kiosk.link.printAsked.emit(notice("2026-11-23/60", copy_number=1))
    assert kiosk.printer.jobs == [b"9 007", b"9 007 again"]
    told = [(report.ticket, report.copy_number) for _, report in kiosk.link.papers()]
    assert set(told) == {("t7", 0), ("t7", 1)}


def test_what_staff_ask_for_takes_the_place_of_what_still_waits(kiosk: PaperKiosk) -> None:
    """Two papers with one number must not come out when paper returns."""
    kiosk.printer.outcome = PrintOutcome(PrintState.NOT_SENT, PrintReason.PAPER_OUT)
    kiosk.link.greet()
    with kiosk.qtbot.waitSignal(kiosk.queue.delayed):
        kiosk.queue.add("t7", Receipt(office_name="", label="9 007", service=""))
    kiosk.link.printAsked.emit(notice())
    kiosk.qtbot.waitUntil(lambda: "expired" in [r.outcome for _, r in kiosk.link.papers()])
    kiosk.printer.outcome = DONE
    kiosk.qtbot.waitUntil(lambda: "confirmed" in [r.outcome for _, r in kiosk.link.papers()])
    assert kiosk.printer.jobs == [b"9 007"]


@pytest.mark.parametrize(("clock_rate", "printed"), [(1.0, []), (60.0, [b"9 007"])])
def test_what_was_asked_for_long_ago_is_not_printed(
    kiosk: PaperKiosk, clock_rate: float, printed: list[bytes]
) -> None:
    """Long ago by a real clock: in a demo the office's hours pass in minutes."""
    kiosk.link.greet(clock_rate)
    with kiosk.qtbot.waitSignal(kiosk.queue.finished):
        asked_at = MORNING - timedelta(seconds=EXPIRE_S + 30)
        kiosk.link.printAsked.emit(notice(at=asked_at))
    assert kiosk.printer.jobs == printed


def test_the_ticket_staff_ask_for_says_what_was_told_when_it_was_given() -> None:
    """Label, service, papers, forecast, language and priority; a copy is marked with its time."""
    asked = notice(
        procedure=COPY,
        language="en",
        priority="elderly",
        ahead=4,
        wait=WaitRange(low_min=10, high_min=20),
    )
    made = noticed_receipt(Catalogue(ward()), asked, ZONE)
    assert (made.label, made.people_ahead, made.wait) == ("9 007", 4, (10, 20))
    assert made.papers
    assert (made.language, made.priority, made.reprinted_at) == ("en", True, None)
    assert made.issued_at == MORNING - timedelta(minutes=3)
    assert made.status_url.endswith("/t/t7")
    copy = noticed_receipt(
        Catalogue(ward()), asked.model_copy(update={"copy_number": 2, "procedure": "gone"}), ZONE
    )
    assert copy == replace(
        made,
        reprinted_at=MORNING,
        papers=(),
        service=copy.service,
        area=copy.area,
        area_again=copy.area_again,
        service_again=copy.service_again,
    )
