"""The whole story of a ticket: what happened to it, and who was called before it and why."""

from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.story import Story, story_of
from tests.support.builders import at, call, issue, seat, some_rules
from tests.support.days import DAY, day_of_every_kind, facts_of

DESK = ("6", "an")


def told(commands: list[c.Command], wanted: str = "t") -> Story:
    """The story after these commands on an open day."""
    state, log = DayState(), list[e.Event]()
    for command in [c.OpenDay(at(0), DAY, some_rules()), *commands]:
        for fact in decide(state, command):
            state = evolve(state, fact)
            log.append(fact)
    story = story_of(log, wanted)
    assert story is not None
    return story


def served(ticket: str, minute: float) -> list[c.Command]:
    """Called at desk 6, which is free again at once."""
    here = (at(minute), *DESK, ticket)
    return [call(*DESK, minute), c.StartService(*here), c.CompleteTicket(*here, "accepted")]


LINE: list[c.Command] = [
    seat(*DESK),
    issue("first", minutes=1),
    issue("t", minutes=2),
    issue("old", minutes=5, priority="P3"),
    *served("old", 6),
    *served("first", 7),
    call(*DESK, 8),
]


def test_a_call_tells_who_was_called_before_why_and_whether_he_stood_behind() -> None:
    """The first question at any counter: why they and not I."""
    story = told(LINE)
    assert (story.label, story.ticket, story.day) == ("6 002", "t", DAY)
    assert [type(step.event).__name__ for step in story.steps] == ["TicketIssued", "TicketCalled"]
    before = [(each.label, each.why.code, each.stood_after) for each in story.steps[1].before]
    assert before == [("6 003", "credit", True), ("6 001", "oldest", False)]
    assert story.before == ()


def test_who_still_waits_is_told_who_was_called_so_far() -> None:
    """A wait need not be over to be explained; the label serves as well as the id."""
    story = told(LINE[:-1], "6 002")
    assert [each.label for each in story.before] == ["6 003", "6 001"]


def test_only_desks_that_could_have_served_the_ticket_count() -> None:
    """The birth desk takes nobody away from the line for copies."""
    story = told([seat("9", "chi"), issue("other", "birth"), issue("t"), call("9", "chi", 3)])
    assert story.before == ()


def test_a_call_that_was_taken_back_went_before_nobody() -> None:
    """The story tells what stood, and marks what was undone."""
    story = told([*LINE[:4], call(*DESK, 6), c.UndoLast(at(6.5), *DESK)])
    assert story.before == ()
    old = told([*LINE[:4], call(*DESK, 6), c.UndoLast(at(6.5), *DESK)], "old")
    assert [(type(s.event).__name__, s.taken_back) for s in old.steps] == [
        ("TicketIssued", False),
        ("TicketCalled", True),
        ("ActionUndone", False),
    ]


def test_each_wait_of_a_ticket_has_its_own_list() -> None:
    """Who was called before the first call is not told again at the second."""
    story = told(
        [
            *LINE,
            c.MarkNoShow(at(9), *DESK, "t"),
            issue("next", minutes=9),
            c.ReturnTicket(at(10), "t"),
            *served("next", 11),
            call(*DESK, 12),
        ]
    )
    calls = [step for step in story.steps if isinstance(step.event, e.TicketCalled)]
    assert [[each.label for each in step.before] for step in calls] == [
        ["6 003", "6 001"],
        ["6 004"],
    ]


def test_a_ticket_nobody_holds_has_no_story() -> None:
    """Neither label nor id."""
    assert story_of(facts_of(day_of_every_kind()), "6 999") is None


def test_a_label_given_twice_means_the_later_ticket() -> None:
    """When the numbers have wrapped, who asks holds the newer paper."""
    log = facts_of(day_of_every_kind())
    first = next(fact for fact in log if isinstance(fact, e.TicketIssued))
    again = e.TicketIssued(at(599), "again", first.label, 1, "copy", "", 0, None, None)
    story = story_of([*log[:-1], again], first.label)
    assert story is not None
    assert story.ticket == "again"
