"""What a kiosk alone may give, and the desk's rules: times, clocks and wishes chosen by hand."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest

from kiosk.offline.book import Book, Fate, LedgerFault, Range, Slip
from kiosk.offline.machine import SERVER_WAIT_S, Effect, IssueMachine, Tell, Withdraw
from kiosk.offline.server_tasks import RETRY_S, SendCommand
from kiosk.offline.stock import ClockReading
from kiosk.offline.wishes import (
    NO_LEDGER,
    NO_NUMBERS,
    NOT_NOW,
    WRONG_CLOCK,
    Declined,
    Given,
    Wish,
)
from server.protocol.commands import (
    IssueTicket,
    RecordOfflineTicket,
    ReportDevice,
    ReserveNumbers,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, NumberRange, Result
from server.protocol.office import ServiceInfo
from server.protocol.views import KioskView, ServiceHours, ServiceLoad
from tests.support.tiny_office import OFFICE, kiosk_view

DAY = "2026-11-23"
NINE = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
EVENING = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
COPY = Wish("copy")


def service(id_: str, prefix: str) -> ServiceInfo:
    """A line of people."""
    return ServiceInfo(
        id=id_, name=id_, field="f", prefix=prefix, area="A", usual_min=5, counters=("1",)
    )


TWO = OFFICE.model_copy(update={"services": (service("copy", "6"), service("birth", "9"))})


def view(day: str = DAY) -> KioskView:
    """Two services, open from half past eight to five."""
    hours = tuple(
        ServiceHours(service=each, from_at=NINE - timedelta(minutes=30), until_at=EVENING)
        for each in ("copy", "birth")
    )
    return kiosk_view(1, day).model_copy(update={"hours": hours, "day_ends_at": MIDNIGHT})


def numbers(first: int, many: int = 4, prefix: str = "6") -> NumberRange:
    """What the server keeps for a kiosk."""
    labels = tuple(f"{prefix} {number:03}" for number in range(first, first + many))
    return NumberRange(first=first, last=first + many - 1, labels=labels)


@dataclass
class Disk:
    """A ledger in memory that may break."""

    book: Book = field(default_factory=Book)
    is_open: bool = True
    has_set_aside: bool = False
    is_full: bool = False

    def keep(self, book: Book) -> None:
        """As the real one."""
        if self.is_full or not self.is_open:
            raise LedgerFault("full")
        self.book = book


class World:
    """A desk, its disk, three clocks, and what the desk has asked for."""

    def __init__(self, disk: Disk | None = None) -> None:
        self.disk = disk or Disk()
        self.now_s, self.office_at, self.machine_at = 100.0, NINE, NINE
        self._ids = count(1)
        self.sent: list[SendCommand] = []
        self.withdrawn: list[str] = []
        self.told: list[Given | Declined] = []
        self.start()

    def start(self) -> None:
        """Switch the kiosk on: only the disk is as it was."""
        self.machine = IssueMachine(self.disk, lambda: f"id{next(self._ids)}")
        self.machine.welcomed(TWO)
        self.do(self.machine.viewed(view(), self.moment))

    @property
    def moment(self) -> ClockReading:
        """Now."""
        return ClockReading(self.now_s, self.office_at, self.machine_at)

    def passes(self, seconds: float) -> None:
        """All clocks go on; the desk hears of it when it wants to."""
        self.now_s += seconds
        self.office_at += timedelta(seconds=seconds)
        self.machine_at += timedelta(seconds=seconds)
        if self.machine.wake_at is not None and self.machine.wake_at <= self.now_s:
            self.do(self.machine.tick(self.moment))

    def do(self, effects: list[Effect]) -> None:
        """Note what the desk wants."""
        for effect in effects:
            match effect:
                case SendCommand():
                    self.sent.append(effect)
                case Withdraw(command_id=command_id):
                    self.withdrawn.append(command_id)
                case Tell(what=what):
                    self.told.append(what)

    def connect(self, connection: str = "live") -> None:
        """The link's word."""
        self.do(self.machine.connected(connection, self.moment))

    def wish(self, wish: Wish = COPY) -> str:
        """A citizen."""
        wish_id, effects = self.machine.issue(wish, self.moment)
        self.do(effects)
        return wish_id

    def answer(self, sent: SendCommand, answer: Result | ErrorCode) -> None:
        """The server's word on one of the requests."""
        if isinstance(answer, ErrorCode):
            outcome: Result | Error = Error(id=sent.command_id, code=answer)
        else:
            outcome = answer.model_copy(update={"id": sent.command_id})
        self.do(self.machine.answered(sent.command_id, outcome, self.moment))

    def server_tasks(self) -> Iterator[SendCommand]:
        """What is to be told or asked, as long as there is more."""
        while True:
            waiting = [s for s in self.sent if not isinstance(s.command, ReportDevice)]
            if not waiting:
                return
            self.sent = [s for s in self.sent if s not in waiting]
            yield from waiting

    def stocked(self) -> "World":
        """Greeted once, with four numbers for each service, and then alone."""
        self.connect()
        for sent in self.server_tasks():
            assert isinstance(sent.command, ReserveNumbers)
            prefix = {"copy": "6", "birth": "9"}[sent.command.service]
            self.answer(sent, result(numbers=numbers(996, prefix=prefix)))
        self.connect("lost")
        self.sent.clear()
        return self

    def given(self) -> list[str]:
        """Labels told to citizens, in order."""
        return [each.label for each in self.told if isinstance(each, Given)]


def result(**fields: Any) -> Result:
    """An answer; its id is set when it is given."""
    return Result(id="", version=1, **fields)


def refusal(world: World) -> str:
    """The code of the last word to a citizen, which must be a refusal."""
    last = world.told[-1]
    assert isinstance(last, Declined), last
    return last.code


# -- giving alone


def test_a_kiosk_alone_gives_the_numbers_kept_for_it_in_order_and_each_once() -> None:
    """And says that it did so by itself, when, and nothing it cannot know."""
    world = World().stocked()
    for _ in range(4):
        world.passes(1)
        world.wish()
    assert world.given() == ["6 996", "6 997", "6 998", "6 999"]
    first = world.told[0]
    assert isinstance(first, Given)
    assert first.offline
    assert (first.ahead, first.wait) == (None, None)
    assert first.issued_at == NINE + timedelta(seconds=1)


def test_a_number_told_is_on_the_disk_already() -> None:
    """Label, service, priority, language and procedure survive the power cut."""
    world = World().stocked()
    world.wish(Wish("copy", priority="P1", procedure="2.000815", language="en"))
    [slip] = world.disk.book.with_fate(Fate.UNSENT)
    assert (slip.label, slip.priority, slip.procedure) == ("6 996", "P1", "2.000815")
    assert (slip.language, slip.instead_of) == ("en", "")
    world.start()
    world.connect("lost")
    world.wish()
    assert world.given() == ["6 996", "6 997"]


def test_when_the_numbers_of_a_service_have_run_out_it_says_so_and_others_go_on() -> None:
    """Honest: no number is invented."""
    world = World().stocked()
    for _ in range(5):
        world.wish()
    assert refusal(world) == NO_NUMBERS
    world.wish(Wish("birth"))
    assert world.given()[-1] == "9 996"
    assert dict(world.machine.state(world.moment).left) == {"birth": 3}


def test_a_kiosk_that_was_never_greeted_gives_nothing() -> None:
    """It has no numbers of its own."""
    world = World()
    world.wish()
    assert refusal(world) == NO_NUMBERS


@pytest.mark.parametrize("hour", [-2, 8.5])
def test_before_and_after_the_hours_of_the_day_nothing_is_given(hour: float) -> None:
    """The day's plan came with the last view."""
    world = World().stocked()
    world.passes(hour * 3600)
    if hour < 0:
        world.start()  # a clock set back: told below; here the plan of the day is the matter
        world.disk.book = replace(world.disk.book, seen=None)
    world.wish()
    assert refusal(world) == NOT_NOW


def test_yesterdays_numbers_are_void_when_the_day_turns() -> None:
    """Today the server may give them to anybody."""
    world = World().stocked()
    world.passes(24 * 3600)
    world.wish()
    assert refusal(world) == NO_NUMBERS
    assert world.machine.state(world.moment).left == {}


def test_what_a_supervisor_had_stopped_stays_stopped() -> None:
    """As far as this kiosk has heard."""
    world = World().stocked()
    stopped = ServiceLoad(service="copy", waiting=9, open_counters=0, wait=None, paused="power")
    world.do(world.machine.viewed(view().model_copy(update={"services": (stopped,)}), world.moment))
    world.wish()
    assert refusal(world) == NOT_NOW


def test_an_appointment_is_never_kept_without_the_server() -> None:
    """Its time is known there only."""
    world = World().stocked()
    world.wish(Wish("copy", appointment="A1"))
    assert refusal(world) == NO_NUMBERS


def test_a_device_the_server_turned_away_gives_nothing() -> None:
    """What it gave could never be told to anybody."""
    world = World().stocked()
    world.connect("refused")
    world.wish()
    [asked] = world.sent
    assert isinstance(asked.command, IssueTicket), "the link answers for the server"
    assert world.told == []
    assert world.machine.state(world.moment).left == {}


# -- disk and clock


def test_without_a_disk_no_number_is_promised() -> None:
    """Nor is the same number lost: it is given once the disk takes it."""
    world = World().stocked()
    world.disk.is_full = True
    world.wish()
    assert refusal(world) == NO_LEDGER
    assert world.machine.state(world.moment).fault == "disk"
    world.disk.is_full = False
    world.wish()
    assert world.given() == ["6 996"]
    assert world.machine.state(world.moment).fault == ""


def test_after_a_cold_start_the_office_time_is_this_machines_as_far_off_as_it_was() -> None:
    """A kiosk whose clock is three hours slow still tells the right time without the server."""
    world = World()
    world.machine_at = NINE - timedelta(hours=3)
    world.stocked()
    world.passes(60)
    world.office_at = world.machine_at  # all a link can say that was never greeted
    world.start()
    world.connect("lost")
    world.wish()
    last = world.told[-1]
    assert isinstance(last, Given)
    assert last.issued_at == NINE + timedelta(seconds=60)


def test_a_clock_that_went_far_back_is_a_fault_and_no_time_to_give_numbers() -> None:
    """A battery died: the kiosk does not know which day it is."""
    world = World().stocked()
    world.machine_at = datetime(2020, 1, 1, tzinfo=UTC)
    world.start()
    world.connect("lost")
    world.wish()
    assert refusal(world) == WRONG_CLOCK
    assert world.machine.state(world.moment).fault == "clock"


def test_a_clock_that_went_back_a_little_never_puts_a_later_ticket_before_an_earlier() -> None:
    """Order is order of issue."""
    world = World().stocked()
    world.wish()
    world.passes(-30)
    world.wish()
    first, second = world.told
    assert isinstance(first, Given)
    assert isinstance(second, Given)
    assert second.issued_at > first.issued_at


# -- online, and the question that stays unanswered


def test_online_the_number_is_the_servers() -> None:
    """With what it says of the wait."""
    world = World().stocked()
    world.connect()
    world.sent.clear()
    wish = world.wish(Wish("copy", "P1", "2.000815", "en", "A1"))
    [asked] = world.sent
    assert asked.command == IssueTicket(
        ticket=wish,
        service="copy",
        priority="P1",
        procedure="2.000815",
        language="en",
        appointment="A1",
    )
    world.answer(asked, result(ticket=wish, label="6 001", issued_at=NINE, ahead=2))
    last = world.told[-1]
    assert last == Given(wish, wish, "6 001", "copy", NINE, ahead=2)


def test_a_question_unanswered_for_three_seconds_is_withdrawn_in_the_same_step_as_the_number() -> (
    None
):
    """The slip names the ticket that was asked for: the server ends it, whenever it hears of it."""
    world = World().stocked()
    world.connect()
    asked_as = world.wish()
    world.passes(SERVER_WAIT_S - 0.1)
    assert world.told == []
    world.passes(0.1)
    assert world.given() == ["6 996"]
    assert world.withdrawn == [f"issue.{asked_as}"]
    [slip] = world.disk.book.with_fate(Fate.UNSENT)
    assert slip.instead_of == asked_as
    assert slip.ticket != asked_as


def test_an_answer_that_comes_after_all_changes_nothing() -> None:
    """The paper with the other number is out."""
    world = World().stocked()
    world.connect()
    wish = world.wish()
    asked = world.sent[-1]
    world.passes(SERVER_WAIT_S)
    world.answer(asked, result(ticket=wish, label="6 001", issued_at=NINE))
    assert world.given() == ["6 996"]


def test_when_the_link_is_lost_nobody_waits_out_the_three_seconds() -> None:
    """It is known then."""
    world = World().stocked()
    world.connect()
    world.wish()
    world.connect("lost")
    assert world.given() == ["6 996"]


def test_a_busy_server_is_as_good_as_none() -> None:
    """It has decided nothing."""
    world = World().stocked()
    world.connect()
    wish = world.wish()
    world.answer(world.sent[-1], ErrorCode.OVERLOADED)
    assert world.given() == ["6 996"]
    assert world.disk.book.with_fate(Fate.UNSENT)[0].instead_of == wish


def test_what_the_server_refuses_is_not_given_behind_its_back() -> None:
    """Full is full."""
    world = World().stocked()
    world.connect()
    world.wish()
    world.answer(world.sent[-1], ErrorCode.DAY_FULL)
    assert refusal(world) == ErrorCode.DAY_FULL


def test_who_cannot_be_given_a_number_goes_on_waiting_and_asks_the_same_once_more() -> None:
    """No numbers of its own, and nobody knows whether the first question arrived."""
    world = World()
    world.connect()
    first = world.wish()
    asked = world.sent[-1]
    world.passes(SERVER_WAIT_S)
    assert world.told == []
    world.answer(asked, ErrorCode.OVERLOADED)
    assert refusal(world) == ErrorCode.OVERLOADED
    world.wish()
    again = world.sent[-1]
    assert again == asked, "the very same question"
    world.answer(again, result(ticket=first, label="6 001", issued_at=NINE))
    assert world.given() == ["6 001"]


# -- back with the server


def test_back_with_the_server_slips_are_told_one_by_one_in_order_of_issue() -> None:
    """The next only when the one before was answered; then the state is as if nothing had been."""
    world = World().stocked()
    world.wish()
    world.wish(Wish("birth"))
    world.wish()
    world.connect()
    told = []
    for sent in world.server_tasks():
        if isinstance(sent.command, RecordOfflineTicket):
            told.append(sent.command.number)
            assert not any(isinstance(s.command, RecordOfflineTicket) for s in world.sent)
            world.answer(sent, result())
    assert told == [996, 996, 997]
    assert world.machine.state(world.moment).unsent_count == 0


def test_a_slip_keeps_its_command_id_through_reconnects_and_power_cuts() -> None:
    """So that the server does it once."""
    world = World().stocked()
    world.wish()
    world.connect()
    first = next(iter(world.server_tasks()))
    world.connect("lost")
    world.start()
    world.connect()
    again = next(iter(world.server_tasks()))
    assert again == first


def test_a_busy_server_is_told_a_second_later() -> None:
    """Not at once, and not never."""
    world = World().stocked()
    world.wish()
    world.connect()
    world.answer(next(iter(world.server_tasks())), ErrorCode.OVERLOADED)
    assert list(world.server_tasks()) == []
    world.passes(RETRY_S)
    assert isinstance(next(iter(world.server_tasks())).command, RecordOfflineTicket)


def test_a_refused_slip_stays_in_the_book_and_is_a_fault_until_a_person_has_looked() -> None:
    """Somebody holds that paper. Staff are told at once."""
    world = World().stocked()
    world.wish()
    world.connect()
    world.answer(next(iter(world.server_tasks())), ErrorCode.TOO_LATE)
    state = world.machine.state(world.moment)
    assert (len(state.refused), state.unsent_count, state.fault) == (1, 0, "refused")
    reports = [s.command.status for s in world.sent if isinstance(s.command, ReportDevice)]
    assert reports == ["ok", "refused"]
    world.do(world.machine.dismiss(world.moment))
    assert world.machine.state(world.moment).fault == ""
    world.connect("lost")
    world.wish()
    assert world.given() == ["6 996", "6 997"], "that label is on paper all the same"


def test_a_ticket_whose_clock_was_too_far_off_is_told_again_with_the_servers_time() -> None:
    """Its owner comes after everybody who is there, but he does come."""
    world = World().stocked()
    world.wish()
    world.passes(600)
    world.connect()
    first = next(iter(world.server_tasks()))
    world.answer(first, ErrorCode.CLOCK_TOO_FAR)
    again = next(iter(world.server_tasks()))
    assert isinstance(again.command, RecordOfflineTicket)
    assert again.command.issued_at == world.office_at
    assert again.command_id != first.command_id
    world.answer(again, ErrorCode.CLOCK_TOO_FAR)
    assert len(world.machine.state(world.moment).refused) == 1


def test_one_slip_the_server_stumbles_over_does_not_hold_up_the_others() -> None:
    """It is tried again at the next greeting."""
    world = World().stocked()
    world.wish()
    world.wish()
    world.connect()
    told = []
    for sent in world.server_tasks():
        if isinstance(sent.command, RecordOfflineTicket):
            told.append(sent.command.number)
            world.answer(sent, ErrorCode.INTERNAL if len(told) == 1 else result())
    assert told == [996, 997]
    assert world.machine.state(world.moment).unsent_count == 1
    world.connect()
    assert isinstance(next(iter(world.server_tasks())).command, RecordOfflineTicket)


def test_a_disk_that_fails_amid_the_telling_is_waited_for() -> None:
    """The server repeats its answer; nothing spins."""
    world = World().stocked()
    world.wish()
    world.connect()
    sent = next(iter(world.server_tasks()))
    world.disk.is_full = True
    world.answer(sent, result())
    assert list(world.server_tasks()) == []
    world.disk.is_full = False
    world.passes(RETRY_S)
    world.answer(next(iter(world.server_tasks())), result())
    assert world.machine.state(world.moment).unsent_count == 0


# -- ranges


def test_numbers_are_asked_for_at_the_first_greeting_and_when_half_are_used() -> None:
    """Each service for itself; what was asked for is on the disk first."""
    world = World()
    world.connect()
    first = next(iter(world.server_tasks()))
    assert first.command == ReserveNumbers(service="copy")
    assert first.command_id in world.disk.book.ranges
    world.answer(first, result(numbers=numbers(996)))
    world.answer(next(iter(world.server_tasks())), result(numbers=numbers(996, prefix="9")))
    world.connect("lost")
    for _ in range(3):
        world.wish()
    world.connect()
    asked = []
    for sent in world.server_tasks():
        if isinstance(sent.command, ReserveNumbers):
            asked.append((sent.command.service, sent.command_id in world.disk.book.ranges))
        prefix = "9" if len(asked) > 2 else "6"
        kept = numbers(992 if len(asked) == 2 else 996, prefix=prefix)
        world.answer(sent, result(numbers=kept))
    assert [name for name, _ in asked] == ["copy", "copy", "birth"], "confirmed, and more"
    assert all(on_disk for _, on_disk in asked)
    assert world.disk.book.left(DAY, "copy", "6") == 5


def test_a_range_another_server_does_not_know_is_void() -> None:
    """Its log was restored, or is another one: asked the same it answers otherwise."""
    world = World().stocked()
    world.wish()
    world.connect()
    for sent in world.server_tasks():
        if isinstance(sent.command, ReserveNumbers):
            world.answer(sent, result(numbers=numbers(500)))
        else:
            world.answer(sent, ErrorCode.NUMBER_NOT_RESERVED)
    world.connect("lost")
    world.wish()
    assert world.given() == ["6 996", "6 500"]


def test_a_label_that_is_on_paper_is_not_given_again_although_the_server_offers_it() -> None:
    """Another log may keep the same numbers for us once more."""
    world = World().stocked()
    world.wish()
    world.connect()
    for sent in world.server_tasks():
        world.answer(sent, result(numbers=numbers(995, 3)))
    world.connect("lost")
    for _ in range(3):
        world.wish()
    assert world.given() == ["6 996", "6 995", "6 997"]


def test_a_service_for_which_no_numbers_can_be_had_is_not_asked_for_all_day() -> None:
    """Once a greeting."""
    world = World()
    world.connect()
    asked = []
    for sent in world.server_tasks():
        asked.append(sent)
        world.answer(sent, ErrorCode.NUMBERS_EXHAUSTED)
    assert len(asked) == 2
    world.passes(60)
    assert list(world.server_tasks()) == []
    assert world.disk.book.ranges == {}


def test_a_service_that_changed_its_prefix_gets_no_number_of_the_old_one() -> None:
    """The office was changed during the day."""
    world = World().stocked()
    world.machine.welcomed(TWO.model_copy(update={"services": (service("copy", "7"),)}))
    world.wish()
    assert refusal(world) == NO_NUMBERS


def test_at_the_turn_of_the_day_settled_slips_and_ranges_go_and_unsettled_ones_stay() -> None:
    """The book does not grow from day to day."""
    slips = [
        Slip(f"t{n}", DAY, "copy", n, f"6 {n:03}", NINE, fate=fate) for n, fate in enumerate(Fate)
    ]
    book = Book({"r": Range("r", DAY, "copy", "6")}, {slip.ticket: slip for slip in slips})
    assert book.turned(DAY) is book
    later = book.turned("2026-11-24")
    assert [slip.fate for slip in later.slips.values()] == [Fate.UNSENT, Fate.REFUSED]
    assert later.ranges == {}


def test_a_number_given_twice_is_an_error_however_it_came_about() -> None:
    """The last line of defence in memory; the disk has its own."""
    slip = Slip("t", DAY, "copy", 1, "6 001", NINE)
    book = Book().given(slip, NINE)
    with pytest.raises(ValueError, match="given before"):
        book.given(replace(slip, ticket="u"), NINE)
