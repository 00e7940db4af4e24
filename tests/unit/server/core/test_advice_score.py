"""What came after advice, from the day's log alone."""

from server.core import commands as c
from server.core import events as e
from server.core.advice_score import outcome_of_advice
from tests.support.builders import after_commands, at, opened

GIVEN = e.AdviceGiven(at(30), "a", "copy", "9", at(90), 2400, 1200, 300, 40, "open", "chi")


def issued(ticket: str, minutes: float, service: str = "copy") -> e.Event:
    """Somebody takes a number."""
    return e.TicketIssued(at(minutes), ticket, "6 001", 1, service, "", 0, None, None)


def called(ticket: str, minutes: float) -> e.Event:
    """A desk calls him."""
    return e.TicketCalled(at(minutes), ticket, "6", "an", "oldest", ())


DAY = (
    *(issued("gone", 0), called("gone", 10)),
    *(issued("waits", 20), issued("other", 25, "birth"), GIVEN),
    *(called("waits", 35), called("other", 100), issued("comes", 40), called("comes", 60)),
    *(issued("leaves", 50), e.TicketCancelled(at(70), "leaves", "left")),
    *(issued("late", 91), called("late", 200)),
)


def test_the_waits_are_of_those_who_waited_or_came_in_the_window_and_were_called() -> None:
    """Fifteen and twenty minutes; not who was called before, came later, left, or came for else."""
    (outcome,) = outcome_of_advice(DAY)
    assert (outcome.count, outcome.p90_s) == (2, 1200)
    assert not outcome.was_followed
    assert outcome.foretold_s == 2400, "as things were"


def test_advice_that_was_followed_is_compared_with_what_it_promised() -> None:
    """The desk was opened in time; another one, or later, is not what was advised."""
    for fact, followed in (
        (e.CounterOpened(at(33), "9", "chi"), True),
        (e.CounterOpened(at(33), "8", "chi"), False),
        (e.CounterOpened(at(91), "9", "chi"), False),
        (e.ServicesAssigned(at(33), "9", "dung", ("copy",)), False),
        (e.CounterOpened(at(30), "9", "chi"), False),
    ):
        (outcome,) = outcome_of_advice((*DAY, fact))
        assert outcome.was_followed == followed
        assert outcome.foretold_s == (1200 if followed else 2400)
    shared = e.AdviceGiven(at(30), "b", "copy", "9", at(90), 2400, 1200, 300, 40, "assign")
    (outcome,) = outcome_of_advice(
        (shared, e.ServicesAssigned(at(33), "9", "dung", ("birth", "copy")))
    )
    assert outcome.was_followed
    assert (outcome.count, outcome.p90_s) == (0, None)
    (other,) = outcome_of_advice((shared, e.ServicesAssigned(at(33), "9", "dung", ("birth",))))
    assert not other.was_followed


def test_a_first_call_taken_back_ended_no_wait() -> None:
    """The later one did."""
    undone = e.ActionUndone(
        *(at(36), "waits", "6", "an", "TicketCalled", 9, "waiting", "copy", ""),
        *(None, None, None, 0, 0, 1),
    )
    before, after = DAY[:8], DAY[8:]
    (outcome,) = outcome_of_advice((*before, undone, called("waits", 80), *after))
    assert outcome.p90_s == 3600


def test_the_same_advice_is_kept_once_while_it_stands() -> None:
    """Said every few minutes it would be noise; when its time has run out it is new."""

    def advice(minutes: float, counter: str = "9") -> c.Command:
        until_at = at(minutes + 60)
        return c.RecordAdvice(at(minutes), "a", "copy", counter, until_at, 2400, 1200, 300, 40)

    once = after_commands(opened(), [advice(0), advice(3)])
    assert [each.counter for each in once.foresight.advice] == ["9"]
    both = after_commands(once, [advice(5, "8")])
    assert [each.counter for each in both.foresight.advice] == ["9", "8"]
    later = after_commands(both, [advice(60)])
    assert [(each.at, each.counter) for each in later.foresight.advice] == [
        (at(5), "8"),
        (at(60), "9"),
    ]
