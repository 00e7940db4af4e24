"""Desks that close, and tickets sent from desk to desk."""

from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from tests.builders import after_commands, at, call, issue, opened, seat

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
    assert [alarm.ticket for alarm in state.alarms] == ["t"]


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
