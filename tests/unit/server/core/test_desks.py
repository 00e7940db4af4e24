"""Desks that close, and tickets sent from desk to desk."""

from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.discipline import turns_of_idle_desks
from tests.support.builders import after_commands, at, call, issue, opened, seat

DESK = ("6", "an")


def test_a_desk_that_closes_keeps_no_place_even_when_it_opens_again() -> None:
    """Whoever was to come back to it waits in the hall from then on."""
    here = (at(3), *DESK)
    state = after_commands(
        opened(),
        [
            *(seat(*DESK), issue("t"), call(*DESK, 2)),
            c.HoldTicket(*here, "t", "papers", 20),
            c.ReturnTicket(at(4), "t"),
            c.CloseCounter(at(5), *DESK),
        ],
    )
    assert (state.tickets["t"].front_of, state.desks["6"].front) == ("", ())


def test_the_third_transfer_raises_an_alarm_and_the_second_back_does_too() -> None:
    """Ping-pong: two transfers are allowed, somebody takes charge of more (S0-12)."""
    eight = ("8", "binh")
    state = after_commands(opened(), [seat(*eight), issue("t")])
    noticed = []
    for minute, service in enumerate(("birth", "copy", "birth"), start=1):
        state = after_commands(state, [call(*eight, minute)])
        sent = c.TransferTicket(at(minute), *eight, "t", service, "wrong_service")
        facts = decide(state, sent)
        noticed.append(any(isinstance(fact, e.PingPongNoticed) for fact in facts))
        state = after_commands(state, [sent])
    assert noticed == [False, False, True]
    assert [alert.subject for alert in state.alerts.values()] == ["t"]


def test_a_desk_that_closes_releases_those_who_were_sent_to_it() -> None:
    """They wait for any desk of their service, in the place they had."""
    eight = ("8", "binh")
    state = after_commands(
        opened(),
        [
            *(seat(*DESK), seat(*eight), issue("t"), issue("u", minutes=1), call(*DESK, 2)),
            c.TransferTicket(at(3), *DESK, "t", "copy", "wrong_service", "8"),
            c.CloseCounter(at(4), *eight),
            call(*DESK, 5),
        ],
    )
    assert state.desks["6"].ticket == "t"


def test_idle_desks_share_who_waits_by_fewest_skills() -> None:
    """The desk that can only copy takes the copy; the one that can do both is free for a birth."""
    state = after_commands(opened(), [seat("8", "binh"), seat("6", "an"), issue("copy")])
    assert turns_of_idle_desks(state, at(1)) == {"6": "copy"}
    state = after_commands(state, [issue("birth", "birth", 1)])
    assert turns_of_idle_desks(state, at(2)) == {"6": "copy", "8": "birth"}


def test_a_desk_with_somebody_in_hand_or_at_rest_is_offered_nobody() -> None:
    """Only who is idle can take a turn; who waits is offered to the others."""
    state = after_commands(opened(), [seat("6", "an"), issue("t1"), issue("t2"), call(*DESK, 1)])
    assert turns_of_idle_desks(state, at(2)) == {}
    state = after_commands(state, [seat("8", "binh", 2)])
    assert turns_of_idle_desks(state, at(2)) == {"8": "t2"}
    resting = c.PauseCounter(at(3), "8", "binh", "break", 5)
    assert turns_of_idle_desks(after_commands(state, [resting]), at(3)) == {}
