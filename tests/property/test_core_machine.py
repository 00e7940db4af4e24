"""A whole day under the commands of everybody: every invariant, both ways, after every step.

Most presses are those of people who mean them: the clerk who sits there acts on what the desk
holds. The rest is nonsense, which must change nothing.
"""

import os
from collections.abc import Callable
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from server.codes import ErrorCode
from server.core import commands as c
from server.core import discipline
from server.core import events as e
from server.core.alerts import OUTCOMES
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.lifecycle import IN_HAND, SET_ASIDE, TABLE
from server.core.model import RECENT_ALERTS, DayState, Desk, DeskStatus, Status, Ticket, desk_line
from server.core.rejected import Rejected
from server.core.rules import (
    CounterRule,
    Discipline,
    DisciplineKind,
    PriorityRule,
    Rules,
    ServiceRule,
    SkillRule,
)
from tests.support.builders import ALWAYS_OPEN, at, some_rules
from tests.support.oracle import oracle_order
from tests.support.recount import Recount, may_undo

SERVICES = ("birth", "copy", "land")
PREFIX = {"9": "birth", "6": "copy", "7": "land"}
COUNTERS = ("6", "8", "9", "10")
CLERKS = ("an", "binh", "chi", "dung")
CODES = ("", "", "", "P1", "P3")

KINDS = st.sampled_from(tuple(DisciplineKind))
DISCIPLINES = st.builds(
    Discipline,
    kind=KINDS,
    preferred_first=st.sampled_from((False, False, True)),
    priority_turns=st.integers(1, 2),
    ordinary_turns=st.integers(1, 2),
)
ANY = st.data()

PRESSES = tuple(
    kind
    for kind in vars(c).values()
    if isinstance(kind, type) and issubclass(kind, c.DeskCommand)
    if kind not in (c.DeskCommand, c.TicketCommand)
)
"""Everything a clerk can press."""
WISHES = (
    *("act",) * 8,
    *("next",) * 5,
    *("undo",) * 4,
    *("return",) * 4,
    *("choose", "choose", "rest", "rest", "go on"),
)
Press = Callable[[st.DataObject], None]


def office(chosen: Discipline) -> Rules:
    """Three services, four desks of different skill, one clerk of two languages."""
    return some_rules(
        sessions=ALWAYS_OPEN,
        services=tuple(ServiceRule(id_, p, 1, 999, 3, 300) for p, id_ in PREFIX.items()),
        counters=(
            CounterRule("6", ("copy",)),
            CounterRule("8", ("birth", "copy")),
            CounterRule("9", ("birth",)),
            CounterRule("10", ("land", "copy")),
        ),
        priorities=(PriorityRule("P1", 1200, 2, 300), PriorityRule("P3", 600, 1, 150)),
        skills=(SkillRule("binh", languages=("vi", "en")), SkillRule("chi", ("copy", "birth"))),
        discipline=chosen,
    )


def bare(ticket: Ticket) -> Ticket:
    """Without what an undo may leave different."""
    return replace(ticket, touched=0, only_at="", front_of="", paper="", copy_count=0, tags=())


def bare_desk(desk: Desk) -> Desk:
    """Without what others may have changed meanwhile."""
    return replace(desk, memory=None, front=(), services=None)


class Day(RuleBasedStateMachine):
    """``states[v]`` is the state after version ``v``; ``log[v - 1]`` the event that made it."""

    def __init__(self) -> None:
        super().__init__()
        self.states = [DayState()]
        self.log: list[e.Event] = []
        self.minute = 0.0
        self.made = 0

    @property
    def state(self) -> DayState:
        return self.states[-1]

    @initialize(chosen=DISCIPLINES)
    def open_the_day(self, chosen: Discipline) -> None:
        self.ask(c.OpenDay(at(0), "2026-11-23", office(chosen)))
        for counter, clerk in zip(COUNTERS[:3], CLERKS, strict=False):
            self.ask(c.OpenCounter(at(0), counter, clerk))
        for service in (*SERVICES, "copy"):
            self.take_a_number(service, "", "", None, [])

    def ask(self, command: c.Command) -> ErrorCode | None:
        before = self.state
        try:
            facts = decide(before, command)
        except Rejected as refusal:
            assert self.state is before, "a refusal changes nothing"
            return refusal.reason
        assert facts, "a command that is carried out leaves a fact"
        for fact in facts:
            self.log.append(fact)
            self.states.append(evolve(self.state, fact))
        return None

    def tickets(self, *statuses: Status) -> list[Ticket]:
        return [ticket for _, ticket in self.state.tickets.items() if ticket.status in statuses]

    def desks(
        self, *, busy: bool | None = None, status: DeskStatus = DeskStatus.OPEN
    ) -> list[Desk]:
        return [
            desk
            for desk in self.state.desks.values()
            if desk.status is status and (busy is None or bool(desk.ticket) == busy)
        ]

    # --- citizens and time

    @rule(minutes=st.sampled_from((0.2, 0.4, 0.9, 3, 7, 16, 30)))
    def time_passes(self, minutes: float) -> None:
        self.minute += minutes

    @precondition(lambda self: len(self.tickets(Status.WAITING)) < 7)
    @rule(
        service=st.sampled_from(SERVICES),
        priority=st.sampled_from(CODES),
        language=st.sampled_from(("", "", "en")),
        booked=st.sampled_from((None, None, None, -10.0, 20.0, 90.0)),
        stops=st.lists(st.sampled_from(SERVICES), max_size=2),
    )
    def take_a_number(
        self, service: str, priority: str, language: str, booked: float | None, stops: list[str]
    ) -> None:
        self.made += 1
        booked_at = None if booked is None else at(self.minute + booked)
        command = c.IssueTicket(
            at(self.minute), f"t{self.made}", service, priority, tuple(stops), booked_at, language
        )
        assert self.ask(command) is None
        assert self.ask(command) is ErrorCode.TICKET_ID_TAKEN

    @precondition(lambda self: self.tickets(*SET_ASIDE))
    @rule(data=ANY)
    def come_back(self, data: st.DataObject) -> None:
        ticket = data.draw(st.sampled_from(self.tickets(*SET_ASIDE)))
        refusal = self.ask(c.ReturnTicket(at(self.minute), ticket.id))
        in_time = ticket.missed_at is None or at(self.minute - 30) <= ticket.missed_at
        assert refusal is (
            None if in_time or ticket.status is Status.ON_HOLD else ErrorCode.TOO_LATE
        )

    @precondition(lambda self: self.tickets(Status.WAITING, *SET_ASIDE))
    @rule(data=ANY, priority=st.sampled_from(("", "P1", "P3", None, None)))
    def be_helped_at_the_guide_desk(self, data: st.DataObject, priority: str | None) -> None:
        people = self.tickets(Status.WAITING, *SET_ASIDE)
        kept = [ticket for ticket in people if ticket.front_of and ticket.status is Status.WAITING]
        ticket = data.draw(st.sampled_from(kept or people))
        if priority is None:
            assert self.ask(c.CancelTicket(at(self.minute), ticket.id, "left")) is None
        else:
            refusal = self.ask(c.AddPriority(at(self.minute), ticket.id, priority, "an"))
            assert refusal is (ErrorCode.SAME_PRIORITY if priority == ticket.priority else None)

    # --- clerks

    @rule(data=ANY, wishes=st.lists(st.sampled_from(WISHES), min_size=2, max_size=5))
    def clerks_press(self, data: st.DataObject, wishes: list[str]) -> None:
        """One after another what was wished, or whatever else can be done now."""
        for wish in wishes:
            can = self.possible()
            press = can[wish] or next(filter(None, can.values()), None)
            if press is not None:
                press(data)

    def possible(self) -> dict[str, Press | None]:
        free, waiting = self.desks(busy=False), self.tickets(Status.WAITING)
        acted = any(desk.memory for desk in self.state.desks.values())
        return {
            "act": self.act_on_the_ticket_in_hand if self.desks(busy=True) else None,
            "next": self.call_next if free else None,
            "undo": self.take_back_the_last_action if acted else None,
            "choose": self.call_somebody_out_of_order if free and waiting else None,
            "rest": self.leave_or_pause if free else None,
            "return": self.take_somebody_back if self.tickets(Status.ON_HOLD) else None,
            "go on": self.go_on if self.desks(status=DeskStatus.PAUSED) else None,
        }

    other_clerks_press = clerks_press

    def call_next(self, data: st.DataObject) -> None:
        desk = data.draw(st.sampled_from(self.desks(busy=False)))
        expected = oracle_order(self.state, desk.id, at(self.minute))[:1]
        refusal = self.ask(c.CallNext(at(self.minute), desk.id, desk.clerk))
        if refusal is None:
            assert [self.state.desks[desk.id].ticket] == expected
        else:
            assert (refusal, expected) == (ErrorCode.NOBODY_WAITING, [])

    def call_somebody_out_of_order(self, data: st.DataObject) -> None:
        desk = data.draw(st.sampled_from(self.desks(busy=False)))
        waiting = self.tickets(Status.WAITING)
        kept = [ticket for ticket in waiting if ticket.only_at or ticket.front_of]
        ticket = data.draw(st.sampled_from(kept or waiting))
        command = c.CallTicket(at(self.minute), desk.id, desk.clerk, ticket.id, "helping_out")
        assert self.ask(command) is None

    def act_on_the_ticket_in_hand(self, data: st.DataObject) -> None:
        desk = data.draw(st.sampled_from(self.desks(busy=True)))
        before = self.state.tickets[desk.ticket]
        exits = [move for move in TABLE[before.status] if move in self.buttons]
        if before.status is Status.CALLED:
            exits += [e.ServiceStarted] * 3
        exits += [e.TicketHeld] * 3
        fact = data.draw(st.sampled_from(exits))
        refusal = self.ask(self.pressed(data, fact, desk, before))
        if fact is e.TicketRecalled:
            assert (refusal is ErrorCode.RECALL_LIMIT) == (before.recall_count == 2)
        elif fact is e.TicketTransferred:
            assert refusal in (None, ErrorCode.SAME_SERVICE, ErrorCode.COUNTER_CLOSED)
        else:
            assert refusal is None, fact
        now = self.state.tickets.get(before.id)
        assert now is None or now.arrived_at == before.arrived_at

    buttons = (
        e.TicketRecalled,
        e.ServiceStarted,
        e.TicketMissed,
        e.TicketHeld,
        e.TicketTransferred,
        e.TicketRouted,
        e.TicketCompleted,
    )

    def pressed(
        self, data: st.DataObject, fact: type[e.TicketEvent], desk: Desk, ticket: Ticket
    ) -> c.Command:
        here = (at(self.minute), desk.id, desk.clerk, ticket.id)
        if fact is e.TicketTransferred:
            service = data.draw(st.sampled_from(SERVICES))
            to = data.draw(st.sampled_from(("", *COUNTERS)))
            return c.TransferTicket(*here, service, "wrong_service", to)
        if fact is e.TicketRouted:
            stops = data.draw(st.lists(st.sampled_from(SERVICES), max_size=2))
            return c.RouteTicket(*here, tuple(stops))
        plain: dict[type[e.TicketEvent], c.Command] = {
            e.TicketRecalled: c.RecallTicket(*here),
            e.ServiceStarted: c.StartService(*here),
            e.TicketMissed: c.MarkNoShow(*here),
            e.TicketHeld: c.HoldTicket(*here, "papers", 20),
            e.TicketCompleted: c.CompleteTicket(*here, "accepted"),
        }
        return plain[fact]

    def take_back_the_last_action(self, data: st.DataObject) -> None:
        acted = [desk for desk in self.state.desks.values() if desk.memory]
        desk = data.draw(st.sampled_from(acted))
        before, moment = self.state, at(self.minute)
        version = may_undo(self.log, desk.id, desk.clerk, moment, before.in_force.limits.undo_s)
        refusal = self.ask(c.UndoLast(moment, desk.id, desk.clerk))
        assert (refusal is None) == bool(version), (refusal, version)
        if version:
            self.is_as_it_was(version, desk.id)
            assert self.ask(c.UndoLast(moment, desk.id, desk.clerk)) is ErrorCode.NOTHING_TO_UNDO

    def is_as_it_was(self, version: int, counter: str) -> None:
        """Ticket and desk after an undo are those before the action, but for what others did."""
        then, now, undone = self.states[version - 1], self.state, self.log[version - 1]
        assert bare_desk(now.desks[counter]) == bare_desk(then.desks[counter])
        assert now.desks[counter].services == self.states[-2].desks[counter].services
        if isinstance(undone, e.TicketEvent):
            was, is_ = then.tickets[undone.ticket], now.tickets[undone.ticket]
            assert bare(is_) == bare(was)
            for kept, asked in ((is_.only_at, was.only_at), (is_.front_of, was.front_of)):
                gone = asked and now.desks[asked].status is DeskStatus.CLOSED
                assert kept == ("" if gone and is_.status is Status.WAITING else asked)
            stayed = [id_ for id_ in then.desks[counter].front if id_ in now.desks[counter].front]
            assert list(now.desks[counter].front)[: len(stayed)] == stayed

    def take_somebody_back(self, data: st.DataObject) -> None:
        ticket = data.draw(st.sampled_from(self.tickets(Status.ON_HOLD)))
        assert self.ask(c.ReturnTicket(at(self.minute), ticket.id)) is None

    def leave_or_pause(self, data: st.DataObject) -> None:
        goes = data.draw(st.booleans())
        free = self.desks(busy=False)
        awaited = [desk for desk in free if desk.front or self.state.lines[desk_line(desk.id)]]
        desk = data.draw(st.sampled_from(awaited or free))
        here = (at(self.minute), desk.id, desk.clerk)
        assert (
            self.ask(c.CloseCounter(*here) if goes else c.PauseCounter(*here, "break", 9)) is None
        )

    def go_on(self, data: st.DataObject) -> None:
        desk = data.draw(st.sampled_from(self.desks(status=DeskStatus.PAUSED)))
        assert self.ask(c.ResumeCounter(at(self.minute), desk.id, desk.clerk)) is None

    # --- supervisors and machines

    @rule(
        counter=st.sampled_from(COUNTERS),
        to=st.sampled_from(COUNTERS),
        services=st.lists(st.sampled_from(SERVICES), unique=True, max_size=2),
        moves=st.booleans(),
    )
    def supervise(self, counter: str, to: str, services: list[str], moves: bool) -> None:
        if moves:
            held = self.state.desks[counter].ticket
            if self.ask(c.MoveClerk(at(self.minute), "dung", counter, to)) is None:
                assert not held, "a moved clerk never leaves somebody behind"
        else:
            command = c.AssignServices(at(self.minute), "dung", counter, tuple(services))
            assert self.ask(command) is None

    @rule(chosen=DISCIPLINES, really=st.sampled_from((False, False, False, True)))
    def change_the_rules(self, chosen: Discipline, really: bool) -> None:
        if really:
            assert self.ask(c.ChangeRules(at(self.minute), office(chosen))) is None

    @rule(data=ANY, service=st.sampled_from(SERVICES), ago=st.sampled_from((-5.0, 0.0, 9.0, 50.0)))
    def a_kiosk_works_alone(self, data: st.DataObject, service: str, ago: float) -> None:
        if len(self.state.reserves) < 3:
            self.ask(c.ReserveNumbers(at(self.minute), "K1", service))
        reserve = data.draw(st.sampled_from(self.state.reserves))
        number = data.draw(st.integers(reserve.first, min(reserve.first + 3, reserve.last)))
        self.made += 1
        of, issued_at = PREFIX[reserve.prefix], max(at(0), at(self.minute - ago))
        self.ask(
            c.RecordOfflineTicket(at(self.minute), f"t{self.made}", of, "", number, issued_at, "K1")
        )

    @rule(
        number=st.integers(1, 30),
        outcome=st.sampled_from(("confirmed", "unknown", "not_sent")),
        device=st.sampled_from(("", "K1", "K2")),
        asks=st.booleans(),
    )
    def a_paper_is_asked_for_or_told_of(
        self, number: int, outcome: str, device: str, asks: bool
    ) -> None:
        """Nothing of it moves anybody, and a paper in somebody's hand is copied, not doubled."""
        ticket = f"t{number}"
        before = self.state.tickets.get(ticket)
        if not asks:
            self.ask(c.ReportPaper(at(self.minute), device or "K1", ticket, outcome, 0))
        elif self.ask(c.PrintTicket(at(self.minute), device, ticket, "an")) is None:
            asked = self.log[-1]
            assert before is not None
            assert isinstance(asked, e.PrintRequested)
            holds = before.paper in ("confirmed", "unknown")
            assert asked.copy_number > 0 or not holds
        after = self.state.tickets.get(ticket)
        assert before is after is None or (before and after and bare(before) == bare(after))

    @rule(cause=st.sampled_from(("", "crowd")), outcome=st.sampled_from(OUTCOMES))
    def the_server_looks_around(self, cause: str, outcome: str) -> None:
        """Told once; nothing is told that is not so, and nothing that is so is missed."""
        before = len(self.log)
        self.look()
        for fact in self.log[before:]:
            if isinstance(fact, e.AlertRaised) and fact.alert.startswith("desk_idle:"):
                desk = self.state.desks[fact.alert.partition(":")[2]]
                assert desk.status is DeskStatus.OPEN
                assert not desk.ticket
        assert not decide(self.state, c.LookAround(at(self.minute))), "told once"
        for alert in list(self.state.alerts)[:1]:
            self.ask(c.AcknowledgeAlert(at(self.minute), alert, "dung", cause))
            assert self.state.alerts[alert].owner == "dung"
            self.ask(c.ResolveAlert(at(self.minute), alert, "dung", outcome))
            assert alert not in self.state.alerts

    def look(self) -> None:
        for fact in decide(self.state, c.LookAround(at(self.minute))):
            self.log.append(fact)
            self.states.append(evolve(self.state, fact))

    @rule(counter=st.sampled_from(COUNTERS), score=st.integers(1, 5))
    def somebody_says_how_it_was(self, counter: str, score: int) -> None:
        """Only of what that desk has just finished, and once."""
        desk = self.state.desks[counter]
        before = sum(self.state.ratings.values())
        refusal = self.ask(c.RateTicket(at(self.minute), counter, desk.done or "t1", score, ()))
        assert (refusal is None) == (sum(self.state.ratings.values()) == before + 1)
        if refusal is None:
            assert desk.done in self.state.rated
            again = self.ask(c.RateTicket(at(self.minute), counter, desk.done, score, ()))
            assert again is ErrorCode.TOO_LATE

    @rule(
        kind=st.sampled_from(PRESSES),
        counter=st.sampled_from(COUNTERS),
        clerk=st.sampled_from(CLERKS),
        number=st.integers(1, 30),
    )
    def nonsense(self, kind: type[c.DeskCommand], counter: str, clerk: str, number: int) -> None:
        """Anybody presses anything about any ticket; it may even be allowed."""
        here = (at(self.minute), counter, clerk)
        more: dict[type[c.DeskCommand], tuple[object, ...]] = {
            c.CompleteTicket: ("accepted",),
            c.HoldTicket: ("papers", 20),
            c.TransferTicket: ("copy", "wrong_service"),
            c.RouteTicket: (("copy",),),
            c.CallTicket: (f"t{number}", "helping_out"),
            c.PauseCounter: ("break", 5),
            c.TagTicket: ("no_network",),
        }
        ticket = (f"t{number}",) if issubclass(kind, c.TicketCommand) else ()
        before = self.state
        refusal = self.ask(kind(*here, *ticket, *more.get(kind, ())))
        if refusal is None and kind is not c.OpenCounter:
            assert before.desks[counter].clerk == clerk, "only who sits there acts there"

    # --- what always holds

    def teardown(self) -> None:
        assert reduce(evolve, self.log, DayState()) == self.state, "replay gives the state"

    @invariant()
    def every_ticket_has_exactly_one_owner(self) -> None:
        lines = [id_ for line in self.state.lines.values() for _, id_ in line.items()]
        hands = [desk.ticket for desk in self.state.desks.values() if desk.ticket]
        shelf = [id_ for _, id_ in self.state.set_aside.items()]
        everybody = [id_ for id_, _ in self.state.tickets.items()]
        assert sorted(lines + hands + shelf) == everybody
        for _, ticket in self.state.tickets.items():
            holder = [d.id for d in self.state.desks.values() if d.ticket == ticket.id]
            assert holder == ([ticket.counter] if ticket.status in IN_HAND else [])
            assert bool(ticket.counter) == (ticket.status in IN_HAND)
            assert (ticket.id in shelf) == (ticket.status in SET_ASIDE)

    @invariant()
    def exactly_the_waiting_stand_in_exactly_their_line(self) -> None:
        for key, line in self.state.lines.items():
            wanted = sorted(t.id for t in self.tickets(Status.WAITING) if t.line == key)
            assert sorted(id_ for _, id_ in line.items()) == wanted
            for priority, queue in line.classes.items():
                for place, id_ in queue.items():
                    ticket = self.state.tickets[id_]
                    assert (priority, place) == (ticket.priority, ticket.place)

    @invariant()
    def a_place_kept_at_a_desk_is_that_of_a_waiting_ticket_that_knows_it(self) -> None:
        fronts = [(id_, desk.id) for desk in self.state.desks.values() for id_ in desk.front]
        waiting = self.tickets(Status.WAITING)
        assert sorted(fronts) == sorted((t.id, t.front_of) for t in waiting if t.front_of)
        for ticket in waiting:
            for desk in filter(None, (ticket.only_at, ticket.front_of)):
                assert self.state.desks[desk].status is not DeskStatus.CLOSED, "nobody comes there"

    @invariant()
    def numbers_have_no_gap_and_no_label_is_held_twice(self) -> None:
        issued = [fact for fact in self.log if isinstance(fact, e.TicketIssued)]
        kept = [fact for fact in self.log if isinstance(fact, e.NumbersReserved)]
        for service in SERVICES:
            given = [f.number for f in issued if f.service == service and not f.device]
            own = [n for f in kept if f.service == service for n in range(f.first, f.last + 1)]
            assert given == list(range(1, len(given) + 1))
            assert sorted(own) == list(range(1000 - len(own), 1000)), "from the top, none twice"
            assert {f.number for f in issued if f.service == service and f.device} <= set(own)
        assert len({fact.label for fact in issued}) == len(issued)

    @invariant()
    def every_count_is_what_the_log_says_undone_actions_taken_out(self) -> None:
        recount, seen = Recount.of(self.log), ("issued", "called", "completed", "no_show")
        for service, tally in self.state.tallies.items():
            for what in (*seen, "cancelled", "transferred", "chosen", "service_count"):
                assert getattr(tally, what) == recount.counts[service, what], (service, what)
            waits = {minute: n for (of, minute), n in recount.waits.items() if of == service and n}
            assert tally.waits == waits
            assert abs(tally.wait_sum_s - recount.wait_s.get(service, 0)) < 0.001
            assert abs(tally.service_sum_s - recount.service_s.get(service, 0)) < 0.001
        assert {d.id: d.served for d in self.state.desks.values() if d.served} == +recount.served
        served = {clerk: each for clerk, each in self.state.served_by.items() if each.count}
        assert {clerk: each.count for clerk, each in served.items()} == +recount.served_by
        for clerk, each in served.items():
            assert abs(each.sum_s - recount.served_by_s[clerk]) < 0.001
        assert self.state.priority_counts == +recount.priorities
        for _, ticket in self.state.tickets.items():
            life = recount.lives[ticket.id]
            assert ticket.first_called_at == life.first_called_at
            assert (ticket.service, ticket.arrived_at) == (life.service, life.arrived_at)
            if ticket.status is Status.SERVING:
                assert ticket.started_at == life.started_at is not None

    @invariant()
    def a_clerk_sits_at_one_desk_and_only_at_an_open_one(self) -> None:
        seated = [desk.clerk for desk in self.state.desks.values() if desk.clerk]
        assert len(seated) == len(set(seated))
        for desk in self.state.desks.values():
            assert bool(desk.clerk) == (desk.status is not DeskStatus.CLOSED)
            assert bool(desk.pause_reason) == (desk.status is DeskStatus.PAUSED)
            assert not (desk.ticket and desk.status is not DeskStatus.OPEN)

    @invariant()
    def a_desk_remembers_its_last_action_and_nothing_older(self) -> None:
        for desk in self.state.desks.values():
            if desk.memory:
                then = self.states[desk.memory.version - 1]
                assert desk.memory.desk == replace(then.desks[desk.id], memory=None)
                told = desk.memory.ticket
                assert told is None or told == then.tickets[told.id]
                assert desk.memory.kind == type(self.log[desk.memory.version - 1]).__name__

    @invariant()
    def an_alert_goes_on_from_its_first_word_to_its_last(self) -> None:
        going: dict[str, int] = {}
        for fact in self.log:
            if isinstance(fact, e.AlertRaised):
                assert fact.level > going.get(fact.alert, 0), "told again only when it is worse"
                going[fact.alert] = fact.level
            elif isinstance(fact, e.PingPongNoticed):
                going.setdefault(f"ping_pong:{fact.ticket}", 1)
            elif isinstance(fact, e.AlertResolved):
                del going[fact.alert]
        assert {id_: alert.level for id_, alert in self.state.alerts.items()} == going
        assert len(self.state.past_alerts) <= RECENT_ALERTS

    @invariant()
    def whoever_is_sent_about_too_often_is_noticed(self) -> None:
        for version, fact in enumerate(self.log, start=1):
            if isinstance(fact, e.TicketTransferred):
                often = self.states[version].tickets[fact.ticket].transfer_count > 2
                assert not often or isinstance(self.log[version], e.PingPongNoticed)

    @invariant()
    def nobody_is_counted_twice_among_those_who_rated(self) -> None:
        rated = [fact for fact in self.log if isinstance(fact, e.TicketRated)]
        assert (
            len({fact.ticket for fact in rated}) == len(rated) == sum(self.state.ratings.values())
        )

    @invariant()
    def the_lobby_lists_the_last_calls_each_ticket_once(self) -> None:
        listed = [call.ticket for call in self.state.calls]
        assert len(listed) == len(set(listed))
        for call in self.state.calls:
            ticket = self.state.tickets.get(call.ticket)
            if ticket is not None:
                assert call.status is ticket.status
                assert ticket.first_called_at is not None, "a call taken back is not shown"

    @invariant()
    def the_whole_order_is_the_oracles_order(self) -> None:
        for counter in COUNTERS if self.state.rules else ():
            order = [t.id for t, _ in discipline.order_for(self.state, counter, at(self.minute))]
            assert order == oracle_order(self.state, counter, at(self.minute))
            desk = self.state.desks[counter]
            lines = {*discipline.services_of(self.state, desk), desk_line(counter)}
            everybody = {id_ for line in lines for _, id_ in self.state.lines[line].items()}
            assert set(order) == everybody | set(desk.front)
            assert len(order) == len(set(order))


QUICK = int(os.environ.get("DENLUOT_QUICK_EXAMPLES", "0"))
"""So many examples, and no shrinking, where only the verdict counts (test_planted_faults.py)."""

TestDay = pytest.mark.slow(Day.TestCase)
TestDay.settings = settings(
    max_examples=QUICK or 100,
    stateful_step_count=50,
    deadline=None,
    phases=(Phase.generate,) if QUICK else tuple(Phase),
    report_multiple_bugs=not QUICK,
    suppress_health_check=list(HealthCheck),
)
