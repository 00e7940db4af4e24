"""The five queue disciplines on arbitrary days: oracle, honest reasons, bounds."""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from server.core import commands as c
from server.core import discipline
from server.core.explain import CAP, LANGUAGE, OLDEST, PREFERRED, Why
from server.core.model import DayState, Status, Ticket
from server.core.rules import Discipline, DisciplineKind, PriorityRule, Rules, SkillRule
from tests.support.builders import ALWAYS_OPEN, after_commands, at, opened, seat, some_rules
from tests.support.oracle import is_priority, is_spared, oracle_order, served, turned, weight

pytestmark = pytest.mark.slow

CLERKS = {"6": "an", "8": "binh", "9": "chi"}
KINDS = tuple(DisciplineKind)
QUICK = int(os.environ.get("DENLUOT_QUICK_EXAMPLES", "0"))
SETTINGS = settings(
    max_examples=QUICK or 25,
    deadline=None,
    phases=(Phase.generate,) if QUICK else tuple(Phase),
)


@dataclass(frozen=True)
class Press:
    """After ``minutes`` somebody comes for ``service``, or a desk calls.

    ``booked`` minutes from then is the time of an appointment; ``None``: none was made.
    """

    minutes: float
    counter: str
    service: str
    priority: str
    language: str
    booked: float | None = None


def presses(
    *, languages: bool = False, appointments: bool = False
) -> st.SearchStrategy[list[Press]]:
    """A rush in which more people come than are called."""
    one = st.builds(
        Press,
        minutes=st.sampled_from((0.0, 0.0, 0.5, 1.0, 2.0, 5.0, 9.0)),
        counter=st.sampled_from(("", "", "", "6", "8", "9")),
        service=st.sampled_from(("copy", "copy", "birth")),
        priority=st.sampled_from(("", "", "P1", "P3")),
        language=st.sampled_from(("", "en")) if languages else st.just(""),
        booked=st.sampled_from((None, None, -9.0, 9.0)) if appointments else st.none(),
    )
    return st.lists(one, min_size=10, max_size=45)


def ruled(kind: DisciplineKind, *, preferred: bool = False, cap_s: int = 1200) -> Rules:
    """The small office under this rule; clerk Bình speaks English."""
    return some_rules(
        sessions=ALWAYS_OPEN,
        cap_s=cap_s,
        priorities=(PriorityRule("P1", 1200, 2, 300), PriorityRule("P3", 600, 1, 150)),
        discipline=Discipline(kind, preferred_first=preferred, priority_turns=2, ordinary_turns=1),
        skills=(SkillRule("binh", languages=("vi", "en")),),
    )


@dataclass(frozen=True)
class Called:
    """A call: the state before it, who, by which desk, at which minute, why."""

    before: DayState
    ticket: Ticket
    counter: str
    minute: float
    why: Why

    def passed_over(self) -> list[Ticket]:
        """Those with an earlier place whom the desk could have called."""
        reach = served(self.before, self.before.desks[self.counter])
        waiting = [t for _, t in self.before.tickets.items() if t.status is Status.WAITING]
        return [t for t in waiting if t.service in reach and t.place < self.ticket.place]


def calls(rules: Rules, day: list[Press], prefix: str = "t") -> Iterator[Called]:
    """A day: every desk is open, and whoever is called is served at once."""
    state = after_commands(opened(rules), [seat(*each) for each in CLERKS.items()])
    minute = 0.0
    for number, press in enumerate(day):
        minute += press.minutes
        if not press.counter:
            ticket = f"{prefix}{(number * 37) % 101:03}"
            come = c.IssueTicket(
                at(minute),
                ticket,
                press.service,
                press.priority,
                booked_at=None if press.booked is None else at(minute + press.booked),
                language=press.language,
            )
            state = after_commands(state, [come])
            continue
        here = (at(minute), press.counter, CLERKS[press.counter])
        choice = discipline.next_for(state, press.counter, at(minute))
        assert (choice is None) == (oracle_order(state, press.counter, at(minute)) == [])
        if choice is None:
            continue
        yield Called(state, choice[0], press.counter, minute, choice[1])
        id_ = choice[0].id
        done = [c.StartService(*here, id_), c.CompleteTicket(*here, id_, "accepted")]
        state = after_commands(state, [c.CallNext(*here), *done])


def capped(call: Called, ticket: Ticket) -> bool:
    """Whether he had waited longer than the cap."""
    return at(call.minute) - ticket.stands_at > timedelta(seconds=call.before.in_force.cap_s)


@pytest.mark.parametrize("kind", KINDS)
@SETTINGS
@given(day=presses(languages=True, appointments=True), preferred=st.booleans())
def test_every_call_is_the_oracles_and_one_the_desk_may_serve(
    kind: DisciplineKind, day: list[Press], preferred: bool
) -> None:
    """Brute force over everybody in the building agrees, the whole order long."""
    for call in calls(ruled(kind, preferred=preferred), day):
        now = at(call.minute)
        order = [t.id for t, _ in discipline.order_for(call.before, call.counter, now)]
        assert order == oracle_order(call.before, call.counter, now)
        assert call.ticket.service in served(call.before, call.before.desks[call.counter])


@pytest.mark.parametrize("kind", KINDS)
@SETTINGS
@given(day=presses(languages=True), preferred=st.booleans())
def test_the_reason_of_a_call_is_true(
    kind: DisciplineKind, day: list[Press], preferred: bool
) -> None:
    """He is called the oldest, or protected, exactly when nobody before him could be called."""
    for call in calls(ruled(kind, preferred=preferred), day):
        passed, code = call.passed_over(), call.why.code
        desk, now = call.before.desks[call.counter], at(call.minute)
        assert (code in (OLDEST, CAP)) == (not passed), (code, passed)
        assert code != CAP or capped(call, call.ticket)
        if code == PREFERRED:
            assert all(each.service != call.ticket.service for each in passed)
        elif code == LANGUAGE:
            assert all(is_spared(call.before, desk, each, now) for each in passed)
        elif code not in (OLDEST, CAP, "turn"):
            assert call.why.code == {"strict": "class", "accumulating": "weight"}.get(kind, kind)
            assert dict(call.why.params)["priority"] == call.ticket.priority != ""


@pytest.mark.parametrize("kind", KINDS)
@SETTINGS
@given(day=presses())
def test_nobody_is_overtaken_further_than_the_rule_says(
    kind: DisciplineKind, day: list[Press]
) -> None:
    """Every overtaking of every ticket of the day, held to the bound in discipline.py."""
    since: Counter[tuple[str, str, bool]] = Counter()
    for call in calls(ruled(kind), day):
        rules, now = call.before.in_force, at(call.minute)
        mine = rules.priority_by_code[call.ticket.priority]
        kind_called = is_priority(rules, call.ticket)
        for other in call.passed_over():
            theirs = rules.priority_by_code[other.priority]
            assert not capped(call, other)
            assert other.priority != call.ticket.priority, "within a class nobody is overtaken"
            match kind:
                case DisciplineKind.FCFS:
                    pytest.fail("first come, first served")
                case DisciplineKind.CREDIT:
                    later = call.ticket.stands_at - other.stands_at
                    assert later <= timedelta(seconds=mine.credit_s - theirs.credit_s)
                case DisciplineKind.STRICT:
                    assert mine.rank > theirs.rank
                case DisciplineKind.ACCUMULATING:
                    assert weight(rules, call.ticket, now) > weight(rules, other, now)
                case DisciplineKind.RATIO:
                    since[other.id, call.counter, kind_called] += 1
                    turns = rules.discipline.priority_turns if kind_called else 1
                    assert since[other.id, call.counter, kind_called] <= turns
        for key in [key for key in since if key[1:] == (call.counter, not kind_called)]:
            del since[key]


@pytest.mark.parametrize("kind", KINDS)
@SETTINGS
@given(day=presses())
def test_the_same_day_under_other_ids_has_the_same_order(
    kind: DisciplineKind, day: list[Press]
) -> None:
    """Ids are random; who is called is not."""
    first = [(each.ticket.label, each.counter, each.why) for each in calls(ruled(kind), day)]
    other = calls(ruled(kind), day, prefix="zz")
    assert first == [(each.ticket.label, each.counter, each.why) for each in other]


@pytest.mark.parametrize("kind", KINDS)
@SETTINGS
@given(day=presses(appointments=True), later=st.sampled_from((0.0, 7.0, 30.0)))
def test_the_number_ahead_is_the_place_in_the_real_order(
    kind: DisciplineKind, day: list[Press], later: float
) -> None:
    """What the paper says is what will happen if nobody else comes (a ratio: without the cap)."""
    cap_s = 86_400 if kind is DisciplineKind.RATIO else 1200
    for call in calls(ruled(kind, cap_s=cap_s), [p for p in day if p.counter in ("", "6")]):
        if call.before.desks["6"].turn:
            continue  # a ratio is counted from the beginning of its cycle
        now = at(call.minute + later)
        order = [ticket for ticket, _ in discipline.order_for(call.before, "6", now)]
        told = [discipline.ahead_of(call.before, ticket, now) for ticket in order]
        assert told == list(range(len(order)))


@given(day=presses())
@SETTINGS
def test_a_ratio_turns_as_the_oracle_turns(day: list[Press]) -> None:
    """A kind that had nobody keeps its turn."""
    for call in calls(ruled(DisciplineKind.RATIO), day):
        rules, turn = call.before.in_force, call.before.desks[call.counter].turn
        expected = turned(rules, turn, call.ticket)
        assert discipline.next_turn(rules, turn, call.ticket) == expected


@given(number=st.integers(1, 30), kind=st.sampled_from(KINDS))
@settings(max_examples=20, deadline=None)
def test_who_was_sent_to_a_desk_counts_those_sent_there_before_him(
    number: int, kind: DisciplineKind
) -> None:
    """A desk's own line is served in the order of arrival, whatever the rule."""
    here = (at(40), "8", "binh")
    commands: list[c.Command] = [seat("6", "an"), seat("8", "binh")]
    for n in range(number):
        code = ("", "P1", "P3")[n % 3]
        commands.append(c.IssueTicket(at(n), f"t{n}", "copy", code))
    for n in range(number):
        press = c.CallTicket(*here, f"t{n}", "helping_out")
        sent = c.TransferTicket(*here, f"t{n}", "copy", "wrong_service", "6")
        commands += [press, sent]
    state = after_commands(opened(ruled(kind)), commands)
    order = [ticket for ticket, _ in discipline.order_for(state, "6", at(41))]
    assert [ticket.id for ticket in order] == [f"t{n}" for n in range(number)]
    assert [discipline.ahead_of(state, t, at(41)) for t in order] == list(range(number))
