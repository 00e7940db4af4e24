"""A whole day under arbitrary commands: every invariant, in both directions, after every step."""

from functools import reduce

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from server.core import commands as c
from server.core import discipline
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.lifecycle import IN_HAND, SET_ASIDE
from server.core.model import DayState, DeskStatus, Status, desk_line
from server.core.rejected import Reason, Rejected
from tests.builders import ALWAYS_OPEN, at, some_rules
from tests.oracle import oracle_next

SERVICES = ("birth", "copy")
COUNTERS = ("6", "8", "9")
CLERKS = ("an", "binh", "chi")

PRIORITIES = ("", "", "", "P1", "P3")


class Day(RuleBasedStateMachine):
    """Clerks and citizens press anything at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.state = DayState()
        self.log: list[e.Event] = []
        self.minute = 0.0
        self.made = 0

    @initialize()
    def open_the_day(self) -> None:
        self.ask(c.OpenDay(at(0), "2026-11-23", some_rules(sessions=ALWAYS_OPEN)))

    def ask(self, command: c.Command) -> Reason | None:
        before = self.state
        try:
            facts = decide(before, command)
        except Rejected as refusal:
            assert self.state is before, "a refusal changes nothing"
            return refusal.reason
        assert facts, "a command that is carried out leaves a fact"
        self.log.extend(facts)
        self.state = reduce(evolve, facts, before)
        return None

    @rule(minutes=st.floats(0, 20))
    def time_passes(self, minutes: float) -> None:
        self.minute += minutes

    @rule(service=st.sampled_from(SERVICES), priority=st.sampled_from(PRIORITIES))
    def take_a_number(self, service: str, priority: str) -> None:
        self.made += 1
        refusal = self.ask(c.IssueTicket(at(self.minute), f"t{self.made}", service, priority))
        assert refusal is None
        assert self.ask(c.IssueTicket(at(self.minute), f"t{self.made}", service, priority))

    @rule(counter=st.sampled_from(COUNTERS), clerk=st.sampled_from(CLERKS))
    def sit_down(self, counter: str, clerk: str) -> None:
        elsewhere = any(d.clerk == clerk and d.id != counter for d in self.state.desks.values())
        refusal = self.ask(c.OpenCounter(at(self.minute), counter, clerk))
        assert (refusal == Reason.CLERK_ELSEWHERE) == elsewhere

    @rule(counter=st.sampled_from(COUNTERS), clerk=st.sampled_from(CLERKS))
    def call_next(self, counter: str, clerk: str) -> None:
        expected = oracle_next(self.state, counter, at(self.minute))
        refusal = self.ask(c.CallNext(at(self.minute), counter, clerk))
        desk = self.state.desks[counter]
        if refusal is None:
            assert desk.ticket == expected
        elif refusal is Reason.NOBODY_WAITING:
            assert expected is None, "a desk that can serve somebody is never told nobody waits"

    @rule(
        kind=st.sampled_from(
            (c.RecallTicket, c.StartService, c.MarkNoShow, c.CompleteTicket, c.HoldTicket)
        ),
        counter=st.sampled_from(COUNTERS),
        clerk=st.sampled_from(CLERKS),
    )
    def act_on_the_ticket_in_hand(
        self, kind: type[c.TicketCommand], counter: str, clerk: str
    ) -> None:
        ticket = self.state.desks[counter].ticket or "t1"
        more: tuple[str | int, ...] = ()
        if kind is c.CompleteTicket:
            more = ("accepted",)
        elif kind is c.HoldTicket:
            more = ("papers", 20)
        self.ask(kind(at(self.minute), counter, clerk, ticket, *more))

    @rule(
        counter=st.sampled_from(COUNTERS),
        clerk=st.sampled_from(CLERKS),
        service=st.sampled_from(SERVICES),
    )
    def transfer(self, counter: str, clerk: str, service: str) -> None:
        ticket = self.state.desks[counter].ticket or "t1"
        before = self.state.tickets.get(ticket)
        moment = at(self.minute)
        command = c.TransferTicket(moment, counter, clerk, ticket, service, "wrong_service")
        if self.ask(command) is None:
            assert before is not None
            assert self.state.tickets[ticket].arrived_at == before.arrived_at

    @rule(counter=st.sampled_from(COUNTERS), clerk=st.sampled_from(CLERKS))
    def pause(self, counter: str, clerk: str) -> None:
        self.ask(c.PauseCounter(at(self.minute), counter, clerk, "break", 10))

    @rule(counter=st.sampled_from(COUNTERS), clerk=st.sampled_from(CLERKS))
    def resume(self, counter: str, clerk: str) -> None:
        self.ask(c.ResumeCounter(at(self.minute), counter, clerk))

    @rule(counter=st.sampled_from(COUNTERS), clerk=st.sampled_from(CLERKS))
    def leave(self, counter: str, clerk: str) -> None:
        held = self.state.desks[counter].ticket
        if self.ask(c.CloseCounter(at(self.minute), counter, clerk)) is None:
            assert not held, "closing never loses the ticket in hand"

    @rule(counter=st.sampled_from(COUNTERS), clerk=st.sampled_from(CLERKS))
    def take_back_the_last_action(self, counter: str, clerk: str) -> None:
        memory = self.state.desks[counter].memory
        before = self.state
        if self.ask(c.UndoLast(at(self.minute), counter, clerk)) is not None:
            return
        assert memory is not None
        if memory.ticket is not None:
            now = self.state.tickets[memory.ticket.id]
            assert now.status is memory.ticket.status
            assert now.place == memory.ticket.place
        assert len(self.state.issued) == len(before.issued)

    @rule(
        counter=st.sampled_from(COUNTERS),
        clerk=st.sampled_from(CLERKS),
        to=st.sampled_from(COUNTERS),
        service=st.sampled_from(SERVICES),
    )
    def send_to_a_desk(self, counter: str, clerk: str, to: str, service: str) -> None:
        ticket = self.state.desks[counter].ticket or "t1"
        moment = at(self.minute)
        self.ask(c.TransferTicket(moment, counter, clerk, ticket, service, "wrong_service", to))

    @rule(
        counter=st.sampled_from(COUNTERS),
        clerk=st.sampled_from(CLERKS),
        stops=st.lists(st.sampled_from(SERVICES), max_size=3),
    )
    def give_further_stops(self, counter: str, clerk: str, stops: list[str]) -> None:
        ticket = self.state.desks[counter].ticket or "t1"
        self.ask(c.RouteTicket(at(self.minute), counter, clerk, ticket, tuple(stops)))

    @rule(
        counter=st.sampled_from(COUNTERS),
        services=st.lists(st.sampled_from(SERVICES), unique=True, max_size=2),
    )
    def supervisor_sets_services(self, counter: str, services: list[str]) -> None:
        self.ask(c.AssignServices(at(self.minute), "dung", counter, tuple(services)))

    @rule(counter=st.sampled_from(COUNTERS), to=st.sampled_from(COUNTERS))
    def supervisor_moves_a_clerk(self, counter: str, to: str) -> None:
        self.ask(c.MoveClerk(at(self.minute), "dung", counter, to))

    @precondition(lambda self: self.made > 0)
    @rule(data=st.data(), counter=st.sampled_from(COUNTERS), clerk=st.sampled_from(CLERKS))
    def call_somebody_out_of_order(self, data: st.DataObject, counter: str, clerk: str) -> None:
        ticket = f"t{data.draw(st.integers(1, self.made))}"
        self.ask(c.CallTicket(at(self.minute), counter, clerk, ticket, "helping_out"))

    @precondition(lambda self: self.made > 0)
    @rule(data=st.data(), priority=st.sampled_from(("", "P1", "P3")))
    def add_a_priority(self, data: st.DataObject, priority: str) -> None:
        ticket = f"t{data.draw(st.integers(1, self.made))}"
        self.ask(c.AddPriority(at(self.minute), ticket, priority, "an"))

    @rule(service=st.sampled_from(SERVICES))
    def a_kiosk_keeps_numbers(self, service: str) -> None:
        if len(self.state.reserves) < 4:
            self.ask(c.ReserveNumbers(at(self.minute), "K1", service))

    @precondition(lambda self: bool(self.state.reserves))
    @rule(data=st.data(), ago=st.floats(-5, 60))
    def a_kiosk_tells_of_a_ticket_it_gave_alone(self, data: st.DataObject, ago: float) -> None:
        reserve = data.draw(st.sampled_from(self.state.reserves))
        service = {"9": "birth", "6": "copy"}[reserve.prefix]
        number = data.draw(st.integers(reserve.first, min(reserve.first + 3, reserve.last)))
        self.made += 1
        moment = at(self.minute)
        issued_at = max(at(0), at(self.minute - ago))
        self.ask(
            c.RecordOfflineTicket(moment, f"t{self.made}", service, "", number, issued_at, "K1")
        )

    @precondition(lambda self: self.made > 0)
    @rule(data=st.data(), kind=st.sampled_from((c.CancelTicket, c.ReturnTicket)))
    def at_the_guide_desk(self, data: st.DataObject, kind: type[c.Command]) -> None:
        ticket = f"t{data.draw(st.integers(1, self.made))}"
        if kind is c.CancelTicket:
            self.ask(c.CancelTicket(at(self.minute), ticket, "left"))
        else:
            self.ask(c.ReturnTicket(at(self.minute), ticket))

    @invariant()
    def replay_gives_the_state(self) -> None:
        assert reduce(evolve, self.log, DayState()) == self.state
        assert self.state.version == len(self.log)

    @invariant()
    def a_desk_holds_exactly_the_tickets_that_point_to_it(self) -> None:
        held = {desk.ticket: desk.id for desk in self.state.desks.values() if desk.ticket}
        pointing = {
            ticket.id: ticket.counter
            for _, ticket in self.state.tickets.items()
            if ticket.status in IN_HAND
        }
        assert held == pointing

    @invariant()
    def exactly_the_waiting_stand_in_exactly_their_line(self) -> None:
        waiting = {
            ticket.id: ticket.line
            for _, ticket in self.state.tickets.items()
            if ticket.status is Status.WAITING
        }
        for key, line in self.state.lines.items():
            wanted = sorted(id_ for id_, of in waiting.items() if of == key)
            assert sorted(id_ for _, id_ in line.items()) == wanted
            for priority, queue in line.classes.items():
                assert all(
                    self.state.tickets[id_].priority == priority
                    and place == self.state.tickets[id_].place
                    for place, id_ in queue.items()
                )

    @invariant()
    def exactly_the_held_and_missed_are_set_aside(self) -> None:
        aside = {
            ticket.sequence: ticket.id
            for _, ticket in self.state.tickets.items()
            if ticket.status in SET_ASIDE
        }
        assert dict(self.state.set_aside.items()) == aside

    @invariant()
    def a_place_kept_at_a_desk_is_that_of_a_waiting_ticket_that_knows_it(self) -> None:
        fronts = {(id_, desk.id) for desk in self.state.desks.values() for id_ in desk.front}
        knowing = {
            (ticket.id, ticket.front_of)
            for _, ticket in self.state.tickets.items()
            if ticket.status is Status.WAITING and ticket.front_of
        }
        assert fronts == knowing

    @invariant()
    def numbers_have_no_gap_and_no_label_is_held_twice(self) -> None:
        issued = [fact for fact in self.log if isinstance(fact, e.TicketIssued)]
        for service in SERVICES:
            given = [f.number for f in issued if f.service == service and not f.device]
            kept = [
                number
                for fact in self.log
                if isinstance(fact, e.NumbersReserved) and fact.service == service
                for number in range(fact.first, fact.last + 1)
            ]
            assert sorted(given + kept) == list(range(1, len(given) + len(kept) + 1))
            alone = [f.number for f in issued if f.service == service and f.device]
            assert set(alone) <= set(kept)
        assert len({fact.label for fact in issued}) == len(issued)

    @invariant()
    def everybody_is_counted_exactly_once(self) -> None:
        tallies = self.state.tallies.values()
        gone = sum(tally.completed + tally.cancelled for tally in tallies)
        assert sum(tally.issued for tally in tallies) == gone + len(self.state.tickets)
        assert all(sum(tally.waits.values()) == tally.called for tally in tallies)
        called = sum(1 for _, t in self.state.tickets.items() if t.first_called_at)
        assert sum(tally.called for tally in tallies) >= called

    @invariant()
    def a_clerk_sits_at_one_desk_and_only_at_an_open_one(self) -> None:
        seated = [desk.clerk for desk in self.state.desks.values() if desk.clerk]
        assert len(seated) == len(set(seated))
        for desk in self.state.desks.values():
            assert bool(desk.clerk) == (desk.status is not DeskStatus.CLOSED)
            assert not (desk.ticket and desk.status is not DeskStatus.OPEN)

    @invariant()
    def the_whole_order_is_the_oracles_order(self) -> None:
        if self.state.rules is None:
            return
        now = at(self.minute)
        for counter in COUNTERS:
            order = [ticket.id for ticket, _ in discipline.order_for(self.state, counter, now)]
            assert order[:1] == [id_ for id_ in [oracle_next(self.state, counter, now)] if id_]
            assert len(order) == len(set(order))
            desk = self.state.desks[counter]
            lines = {*discipline.services_of(self.state, desk), desk_line(counter)}
            everybody = {id_ for line in lines for _, id_ in self.state.lines[line].items()}
            assert set(order) == everybody | set(desk.front)


TestDay = Day.TestCase
TestDay.settings = settings(
    max_examples=60,
    stateful_step_count=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
