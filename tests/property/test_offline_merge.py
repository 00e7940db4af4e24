"""Kiosks, a real core and a pipe that fails: nobody's number is lost, doubled or out of order.

Real are the desk, the session, the core and the wire between them; the pipe, the disks and the
clock are the test's. As with TCP a connection loses only its end, and what it had sent may still
reach the server much later. Kiosks and the server lose their power at any moment, a kiosk also
between writing a number down and telling it.
"""

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import reduce
from itertools import count

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kiosk.offline.book import Book, Fate
from kiosk.offline.machine import Effect as DeskEffect
from kiosk.offline.machine import IssueMachine, Tell, Withdraw
from kiosk.offline.stock import ClockReading
from kiosk.offline.wishes import Given, Wish
from server.client.effects import Answer, Close, Deliver, Effect, LinkState, Send, StateChanged
from server.client.session import Session
from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState, Status
from server.core.rejected import Rejected
from server.core.rules import CounterRule, Limits, ServiceRule
from server.protocol.codec import decode_client, encode
from server.protocol.messages import CommandMessage, Error, Hello, Result, Role, Welcome
from server.protocol.office import ServiceInfo
from server.protocol.version import PROTOCOL_VERSION
from server.protocol.views import KioskView
from server.views.by_role import view_for
from server.wire import result_of, to_core
from tests.support.builders import ALWAYS_OPEN, MONDAY, some_rules
from tests.support.tiny_office import OFFICE

SERVICES = (ServiceRule("copy", "6", 1, 60, 3, 240), ServiceRule("birth", "9", 1, 60, 3, 900))
RULES = some_rules(
    services=SERVICES,
    counters=(CounterRule("6", ("copy", "birth")),),
    sessions=ALWAYS_OPEN,
    limits=Limits(offline_numbers=3),
)
PUBLIC = OFFICE.model_copy(
    update={
        "services": tuple(
            ServiceInfo(
                id=s.id, name=s.id, field="f", prefix=s.prefix, area="", usual_min=5, counters=()
            )
            for s in SERVICES
        )
    }
)
KIOSKS = ("K1", "K2")
WISHES = st.builds(Wish, st.sampled_from(("copy", "birth")), st.sampled_from(("", "", "P1")))
LINK_WORDS = {LinkState.LIVE: "live", LinkState.LOST: "lost"}


class PowerCutError(Exception):
    """The kiosk is off."""


@dataclass
class Disk:
    """What a kiosk keeps; with ``cut`` the power goes right after the next number is on it."""

    book: Book
    is_open: bool = True
    has_set_aside: bool = False
    cut: bool = False

    def keep(self, book: Book) -> None:
        """As the real ledger; the real one also holds a label once a day."""
        labels = [slip.label for slip in book.slips.values()]
        assert len(set(labels)) == len(labels)
        gives = len(book.slips) > len(self.book.slips)
        self.book = book
        if gives and self.cut:
            raise PowerCutError


class Server:
    """The real core behind the wire: what is answered is on the disk, refusals are in memory."""

    def __init__(self) -> None:
        self.log: list[e.Event] = []
        self.answers: dict[str, Result] = {}
        self.refusals: dict[str, Error] = {}
        self.state = DayState()
        self.carry_out("open", c.OpenDay(MONDAY, "2026-11-23", RULES))

    def hear(self, text: str, device: str, at: datetime) -> Welcome | Result | Error:
        """Take a client's message."""
        message = decode_client(text)
        if isinstance(message, Hello):
            view = view_for(Role.KIOSK, "", self.state, at)
            last = f"{self.state.day}/{self.state.version}"
            return Welcome(
                protocol=PROTOCOL_VERSION,
                server="core",
                at=at,
                clock_rate=1,
                office=PUBLIC,
                view=view,
                last_notice=last,
            )
        assert isinstance(message, CommandMessage)
        known = self.answers.get(message.id) or self.refusals.get(message.id)
        if known is not None:
            return known
        if message.command.kind == "report_device":
            return Result(id=message.id, version=0)
        return self.carry_out(message.id, to_core(message.command, at, device))

    def carry_out(self, command_id: str, command: c.Command) -> Result | Error:
        """Decide, evolve, remember."""
        try:
            facts = decide(self.state, command)
        except Rejected as refusal:
            error = Error(id=command_id, code=refusal.reason)
            self.refusals[command_id] = error
            return error
        self.log += facts
        self.state = reduce(evolve, facts, self.state)
        self.answers[command_id] = result_of(command_id, self.state, facts)
        return self.answers[command_id]


class Kiosk:
    """IssueMachine and session as the issuer and the link wire them; ``told`` is what citizens
    hold.
    """

    def __init__(self, name: str, world: "Merging") -> None:
        self.name, self.world = name, world
        self.disk = Disk(Book())
        self.kept: KioskView | None = None
        self.told: list[Given] = []
        self.asked: dict[str, str] = {}
        self.abandoned: set[str] = set()
        self.withdrawn: set[str] = set()
        self.boot()

    def boot(self) -> None:
        """Switched on: nothing is left but the disk and the last view."""
        self.abandoned |= set(self.asked.values())
        self.asked.clear()
        self.disk.cut = False
        self.session = Session(Role.KIOSK, self.name, jitter=lambda: 0.5)
        self.machine = IssueMachine(self.disk, self.world.new_id)
        self.connected = self.closing = False
        self.to_server: deque[str] = deque()
        self.to_client: deque[str] = deque()
        self.mail: deque[Effect] = deque()
        if self.kept is not None:
            self.machine.welcomed(PUBLIC)
            self.machine.viewed(self.kept, self.moment)
        self.do(self.machine.connected("connecting", self.moment))

    @property
    def moment(self) -> ClockReading:
        """Now, as this kiosk has it: its own clock is an hour slow."""
        machine_at = self.world.office_at - timedelta(hours=1)
        clock = self.session.clock
        office_at = machine_at if clock is None else clock.now(self.world.now)
        return ClockReading(self.world.now, office_at, machine_at)

    def wish(self, wish: Wish) -> None:
        """A citizen touches."""
        wish_id, effects = self.machine.issue(wish, self.moment)
        self.do(effects)
        self.settle_mail()
        assert wish_id

    def tick(self) -> None:
        """The timers of link and desk."""
        now = self.world.now
        if self.session.wake_at is not None and self.session.wake_at <= now:
            self.carry(self.session.tick(now))
        if self.machine.wake_at is not None and self.machine.wake_at <= now:
            self.do(self.machine.tick(self.moment))
        self.settle_mail()

    def carry(self, effects: list[Effect]) -> None:
        """What the link does; deliveries wait in the window's mailbox."""
        for effect in effects:
            match effect:
                case Send(text=text):
                    assert self.connected
                    self.to_server.append(text)
                case Close():
                    self.closing = True
                case _:
                    self.mail.append(effect)

    def settle_mail(self) -> None:
        """The window gets to what the link's thread left for it."""
        while self.mail:
            effect = self.mail.popleft()
            if isinstance(effect, StateChanged):
                if effect.state in LINK_WORDS:
                    self.do(self.machine.connected(LINK_WORDS[effect.state], self.moment))
            elif isinstance(effect, Deliver):
                self.take(effect)

    def take(self, effect: Deliver) -> None:
        """One delivery."""
        match effect.what:
            case Welcome(office=office):
                self.machine.welcomed(office)
            case KioskView() as view:
                self.kept = view
                self.do(self.machine.viewed(view, self.moment))
            case Answer(request_id=request_id, outcome=outcome):
                assert isinstance(outcome, Result | Error)
                self.do(self.machine.answered(request_id, outcome, self.moment))

    def do(self, effects: list[DeskEffect]) -> None:
        """What the issuer does."""
        for effect in effects:
            match effect:
                case Tell(what=what):
                    if isinstance(what, Given):
                        self.told.append(what)
                        self.asked.pop(f"issue.{what.ticket}", None)
                case Withdraw(command_id=command_id):
                    self.session.withdraw(command_id)
                    self.withdrawn.add(self.asked.pop(command_id))
                case _:
                    message = CommandMessage(id=effect.command_id, command=effect.command)
                    if effect.command.kind == "issue_ticket":
                        self.asked[effect.command_id] = effect.command.ticket
                    self.carry(self.session.ask(message, self.world.now))


class Merging(RuleBasedStateMachine):
    """Two kiosks, one server, one desk that calls, and everything that can break."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        ids = count(1)
        self.new_id = lambda: f"id{next(ids)}"
        self.server = Server()
        self.kiosks = {name: Kiosk(name, self) for name in KIOSKS}
        self.astray: deque[tuple[str, str]] = deque()
        self.served = 0
        self.unprinted: set[str] = set()
        self.server.carry_out("seat", c.OpenCounter(self.office_at, "6", "an"))

    @property
    def office_at(self) -> datetime:
        """The true time."""
        return (MONDAY + timedelta(minutes=5, seconds=self.now)).astimezone(UTC)

    @initialize(ready=st.sampled_from(((), KIOSKS)))
    def the_morning(self, ready: tuple[str, ...]) -> None:
        """Mostly the server was there before the first citizen."""
        for name in ready:
            self.a_kiosk_is_back_for_good(name)

    # What people do.

    @rule(name=st.sampled_from(KIOSKS), wish=WISHES, many=st.sampled_from((1, 2, 4)))
    def somebody_wishes_a_number(self, name: str, wish: Wish, many: int) -> None:
        for _ in range(many):
            self.now += 0.01
            self.guarded(name, lambda: self.kiosks[name].wish(wish))

    @rule(name=st.sampled_from(KIOSKS), wish=WISHES, called=st.booleans())
    def an_answer_is_lost(self, name: str, wish: Wish, called: bool) -> None:
        """The number was made, and perhaps called, but its kiosk never hears of it."""
        self.a_kiosk_is_back_for_good(name)
        self.somebody_wishes_a_number(name, wish, 1)
        self.some_of_it_arrives(name, 9, 0)
        if called:
            self.the_desk_calls_and_serves()
        self.a_connection_breaks(name)

    @rule(name=st.sampled_from(KIOSKS), wish=WISHES)
    def a_question_comes_after_all(self, name: str, wish: Wish) -> None:
        """When its citizen has had another number for long, and the server knows of that."""
        self.a_kiosk_is_back_for_good(name)
        self.somebody_wishes_a_number(name, wish, 1)
        self.a_connection_breaks(name)
        self.a_kiosk_is_back_for_good(name)
        while self.astray:
            self.something_of_a_dead_connection(arrives=True)

    @rule()
    def the_desk_calls_and_serves(self) -> None:
        """So that a number asked for and given up may have been called meanwhile."""
        self.served += 1
        here = (self.office_at, "6", "an")
        called = self.server.carry_out(f"call{self.served}", c.CallNext(*here))
        if isinstance(called, Result):
            self.server.carry_out(f"miss{self.served}", c.MarkNoShow(*here, called.ticket))

    @rule(seconds=st.sampled_from((0.1, 1.0, 3.0, 31.0)))
    def time_passes(self, seconds: float) -> None:
        self.now += seconds
        for name, kiosk in self.kiosks.items():
            self.guarded(name, kiosk.tick)
            if kiosk.closing:
                self.a_connection_breaks(name)

    # What the network does.

    @rule(name=st.sampled_from(KIOSKS))
    def a_kiosk_connects(self, name: str) -> None:
        kiosk = self.kiosks[name]
        if kiosk.session.state is LinkState.LOST:
            self.time_passes(3.0)
        if kiosk.session.state is LinkState.CONNECTING:
            kiosk.connected, kiosk.closing = True, False
            kiosk.carry(kiosk.session.opened(self.now))
            self.guarded(name, kiosk.settle_mail)

    @rule(name=st.sampled_from(KIOSKS))
    def a_kiosk_is_back_for_good(self, name: str) -> None:
        self.a_kiosk_connects(name)
        kiosk = self.kiosks[name]
        while kiosk.to_server or kiosk.to_client:
            self.some_of_it_arrives(name, 1, 1)

    @rule(name=st.sampled_from(KIOSKS), up=st.integers(0, 4), down=st.integers(0, 4))
    def some_of_it_arrives(self, name: str, up: int, down: int) -> None:
        """Some of what is on the way, in each direction."""
        kiosk = self.kiosks[name]
        for _ in range(min(up, len(kiosk.to_server))):
            answer = self.server.hear(kiosk.to_server.popleft(), name, self.office_at)
            kiosk.to_client.append(encode(answer))
        for _ in range(min(down, len(kiosk.to_client))):
            text = kiosk.to_client.popleft()
            kiosk.carry(kiosk.session.received(text, self.now))
            self.guarded(name, kiosk.settle_mail)

    @rule(name=st.sampled_from(KIOSKS))
    def a_connection_breaks(self, name: str) -> None:
        """Answers are lost; what was asked may come later, or never."""
        kiosk = self.kiosks[name]
        if not kiosk.connected:
            return
        self.cut_off(kiosk)
        kiosk.carry(kiosk.session.closed(self.now, "cable"))
        self.guarded(name, kiosk.settle_mail)

    @precondition(lambda self: self.astray)
    @rule(arrives=st.booleans())
    def something_of_a_dead_connection(self, arrives: bool) -> None:
        """It arrives at last, or is lost for good; the answer goes nowhere."""
        name, text = self.astray.popleft()
        if arrives and '"hello"' not in text:
            self.server.hear(text, name, self.office_at)

    # What the power does.

    @rule(name=st.sampled_from(KIOSKS))
    def a_kiosk_is_cut_off_power(self, name: str) -> None:
        self.cut_off(self.kiosks[name])
        self.kiosks[name].boot()

    @rule(name=st.sampled_from(KIOSKS))
    def a_kiosk_will_die_with_the_next_number_it_writes(self, name: str) -> None:
        self.kiosks[name].disk.cut = True

    @rule()
    def the_server_restarts(self) -> None:
        """Its log and its answers are as they were; what it refused is forgotten."""
        for name in KIOSKS:
            self.a_connection_breaks(name)
        self.server.refusals.clear()
        self.server.state = reduce(evolve, self.server.log, DayState())

    # What must hold at every moment.

    @invariant()
    def no_label_is_in_two_hands(self) -> None:
        labels = [given.label for kiosk in self.kiosks.values() for given in kiosk.told]
        assert len(set(labels)) == len(labels), labels

    @invariant()
    def the_log_has_no_label_twice(self) -> None:
        labels = [fact.label for fact in self.issued()]
        assert len(set(labels)) == len(labels)

    @invariant()
    def nothing_is_refused(self) -> None:
        for kiosk in self.kiosks.values():
            assert kiosk.disk.book.with_fate(Fate.REFUSED) == []

    def teardown(self) -> None:
        """When the pipe has been whole for a while all is told, and log and paper agree."""
        for _ in range(3):
            while self.astray:
                self.something_of_a_dead_connection(arrives=True)
            for name in KIOSKS:
                self.a_kiosk_is_back_for_good(name)
            self.time_passes(3.0)
        for name in KIOSKS:
            self.some_of_it_arrives(name, 99, 99)
        assert all(not k.disk.book.with_fate(Fate.UNSENT) for k in self.kiosks.values())
        self.paper_and_log_agree()
        self.the_line_is_in_order_of_issue()

    def paper_and_log_agree(self) -> None:
        """Every number told is in the log once, and stands; one nobody holds does not."""
        issued = {fact.ticket: fact for fact in self.issued()}
        ended = {f.ticket for f in self.server.log if isinstance(f, e.TicketCancelled)}
        held = {given.ticket: given for k in self.kiosks.values() for given in k.told}
        for ticket, given in held.items():
            fact = issued[ticket]
            assert fact.label == given.label
            # Of two given at the very same instant the second is a microsecond ahead of the clock.
            assert abs(fact.at - given.issued_at) <= timedelta(microseconds=10)
            assert ticket not in ended, "somebody holds that paper"
        nobodys = issued.keys() - held.keys() - ended - self.unprinted
        called = {f.ticket for f in self.server.log if isinstance(f, e.TicketCalled)}
        for kiosk in self.kiosks.values():
            # Asked for when the power went; or nothing could be given in its stead: the citizen
            # went to the guide desk. All that was withdrawn by another number is gone.
            replaced = {slip.instead_of for slip in kiosk.disk.book.slips.values()}
            nobodys -= kiosk.abandoned | set(kiosk.asked.values()) | (kiosk.withdrawn - replaced)
        assert nobodys <= called

    def the_line_is_in_order_of_issue(self) -> None:
        """Within a class nobody stands before somebody who took his number earlier."""
        state = self.server.state
        held = {given.ticket: given for k in self.kiosks.values() for given in k.told}
        for line in state.lines.values():
            for queue in line.classes.values():
                standing = [held[id_].issued_at for _, id_ in queue.items() if id_ in held]
                assert standing == sorted(standing)
        waiting = [t for _, t in state.tickets.items() if t.status is Status.WAITING]
        assert all(t.arrived_at == t.stands_at for t in waiting)

    # Means.

    def guarded(self, name: str, step: "object") -> None:
        """Carry out a step of a kiosk; it may lose its power amid it."""
        kiosk = self.kiosks[name]
        assert callable(step)
        before = set(kiosk.disk.book.slips)
        try:
            step()
        except PowerCutError:
            written = set(kiosk.disk.book.slips) - before
            self.unprinted |= written - {given.ticket for given in kiosk.told}
            self.cut_off(kiosk)
            kiosk.boot()

    def cut_off(self, kiosk: Kiosk) -> None:
        """Its connection ends where it is."""
        self.astray += [(kiosk.name, text) for text in kiosk.to_server]
        kiosk.to_server.clear()
        kiosk.to_client.clear()
        kiosk.connected = kiosk.closing = False

    def issued(self) -> list[e.TicketIssued]:
        """All numbers of the log."""
        return [fact for fact in self.server.log if isinstance(fact, e.TicketIssued)]


TestMerging = pytest.mark.slow(Merging.TestCase)
TestMerging.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
