"""Read models against the state of the day, which is made from the same events another way."""

from dataclasses import replace
from functools import reduce
from itertools import pairwise

import pytest
from hypothesis import given, settings

from server.core import events as e
from server.core.evolve import evolve
from server.core.lifecycle import FINAL
from server.core.model import DayState, DeskStatus, Status
from tests.support.days import DAY, STEPS, Done, Step, facts_of, lived
from tests.support.folded import Folded

pytestmark = pytest.mark.slow


def _hasty(steps: list[Step]) -> list[Step]:
    """All within seconds, and a third of the presses taken back at once, as far as they can be."""
    return [
        each
        for step in steps
        for each in (
            replace(step, minutes=step.minutes / 60),
            *((replace(step, button="undo", minutes=0),) if step.minutes > 10 else ()),
        )
    ]


HASTY = STEPS.map(_hasty)


def _legs_agree(folded: Folded, state: DayState) -> None:
    """Who is present is at one stop, that of his service; who has left is at none."""
    for ticket, _ in state.issued.items():
        *done, last = folded.of("leg", ticket)
        present = state.tickets.get(ticket)
        assert all(leg["ended_at"] is not None for leg in done)
        assert [leg["number"] for leg in (*done, last)] == list(range(1, len(done) + 2))
        assert (last["ended_at"] is None) == (present is not None)
        for leg, following in pairwise((*done, last)):
            assert following["queued_at"] == leg["ended_at"]
        if present is None:
            continue
        assert len(done) == present.leg - 1 + present.transfer_count
        assert last["service"] == present.service
        assert last["started_at"] == present.started_at
        if present.status in (Status.CALLED, Status.SERVING):
            assert (last["counter"], last["called_at"] is None) == (present.counter, False)


def _desks_agree(folded: Folded, state: DayState) -> None:
    """The last stretch of a desk is what it does; stretches follow each other without a gap."""
    for desk in state.desks.values():
        rows = folded.of("desk_state", desk.id)
        status, clerk = (rows[-1]["status"], rows[-1]["clerk"]) if rows else ("closed", "")
        assert (status, clerk) == (desk.status, desk.clerk)
        for row, following in pairwise(rows):
            assert row["to_at"] == following["from_at"] >= row["from_at"]
        if rows:
            assert (rows[-1]["to_at"] is None) == (not state.closed)
            assert rows[-1]["reason"] == desk.pause_reason
            assert (desk.status is DeskStatus.PAUSED) == bool(rows[-1]["reason"])


def _forecasts_agree(folded: Folded, state: DayState) -> None:
    """Every ticket has one; it is judged by the first call."""
    told = [row for row in folded.rows["forecast"].values() if row["kind"] == "issue"]
    assert len(told) == len(dict(state.issued.items()))
    for id_, ticket in state.tickets.items():
        row = folded.of("forecast", id_)[0]
        first = ticket.first_called_at
        waited = (first - ticket.arrived_at).total_seconds() if first else None
        assert row["called_after_s"] == waited
        known = row["low_s"] is not None and waited is not None
        assert row["inside"] == (row["low_s"] <= waited <= row["high_s"] if known else None)


@settings(max_examples=60, deadline=None)
@given(STEPS | HASTY)
def test_after_every_command_of_any_day_all_read_models_agree_with_the_state(
    steps: list[Step],
) -> None:
    """Tickets, stops, desks and forecasts."""
    folded = Folded()
    for done in lived(steps):
        folded.tell(done.facts)
        state = done.state
        statuses = {key[1]: row["status"] for key, row in folded.rows["ticket"].items()}
        present = {id_: ticket.status for id_, ticket in state.tickets.items()}
        assert {id_: s for id_, s in statuses.items() if s not in FINAL} == present
        _legs_agree(folded, state)
        _desks_agree(folded, state)
        _forecasts_agree(folded, state)


@settings(max_examples=60, deadline=None)
@given(HASTY)
def test_an_undo_leaves_stops_desks_and_forecasts_as_if_the_action_had_never_been(
    steps: list[Step],
) -> None:
    """Of what belongs to the ticket or the desk: others may have gone on meanwhile."""
    folded, before = Folded(), {}
    for done in lived(steps):
        before[done.before.version + 1] = folded.copied()
        folded.tell(done.facts)
        for fact in done.facts:
            tables: tuple[str, ...]
            if isinstance(fact, e.ActionUndone):
                tables, name = ("leg", "forecast"), fact.ticket
            elif isinstance(fact, e.PauseUndone):
                tables, name = ("desk_state",), fact.counter
            else:
                continue
            for table in tables:
                then = before[fact.undone_version][table]
                expected = [row for key, row in sorted(then.items()) if key[1] == name]
                assert folded.of(table, name) == expected


@settings(max_examples=30, deadline=None)
@given(HASTY)
def test_how_the_day_was_cut_into_batches_leaves_no_trace(steps: list[Step]) -> None:
    """One commit for everything, or one for each event: the same rows."""
    day: list[Done] = list(lived(steps))
    at_once, one_by_one = Folded(facts_of(day)), Folded()
    for fact in facts_of(day):
        one_by_one.tell([fact])
    assert at_once.rows == one_by_one.rows
    assert reduce(evolve, facts_of(day), DayState()).day == DAY
