"""Figures of the day from its counts, for all screens."""

from dataclasses import dataclass
from math import ceil
from typing import Final

from server.core.model import DayState, Status, Tally


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Totals of a day. Waits in seconds from taking the number to the first call."""

    issued: int
    called: int
    completed: int
    no_show: int
    cancelled: int
    waiting: int
    in_hand: int
    mean_wait_s: float | None
    p90_wait_s: float | None


def day_figures(state: DayState) -> DayFigures:
    """Everything of the day so far, all services together."""
    tallies = state.tallies.values()
    called = sum(tally.called for tally in tallies)
    return DayFigures(
        issued=sum(tally.issued for tally in tallies),
        called=called,
        completed=sum(tally.completed for tally in tallies),
        no_show=sum(tally.no_show for tally in tallies),
        cancelled=sum(tally.cancelled for tally in tallies),
        waiting=sum(len(line) for line in state.lines.values()),
        in_hand=sum(1 for desk in state.desks.values() if desk.ticket),
        mean_wait_s=sum(tally.wait_sum_s for tally in tallies) / called if called else None,
        p90_wait_s=percentile_wait_s(list(tallies), 0.9),
    )


def mean_wait_s(tally: Tally) -> float | None:
    """Mean wait of one service, ``None`` before the first call."""
    return tally.wait_sum_s / tally.called if tally.called else None


def percentile_wait_s(tallies: list[Tally], share: float) -> float | None:
    """The wait that ``share`` of the called did not exceed, to the end of its minute."""
    called = sum(tally.called for tally in tallies)
    if not called:
        return None
    wanted, seen = ceil(share * called), 0
    for minute in sorted({minute for tally in tallies for minute in tally.waits}):
        seen += sum(tally.waits.get(minute, 0) for tally in tallies)
        if seen >= wanted:
            return (minute + 1) * 60.0
    raise AssertionError("counts and waits disagree")


CONTENT: Final = 4
"""The lowest score that counts as content (domain.md C5)."""


def held(state: DayState) -> list[str]:
    """The services of tickets on hold, one entry for each ticket."""
    away = (state.tickets[id_] for _, id_ in state.set_aside.items())
    return [ticket.service for ticket in away if ticket.status is Status.ON_HOLD]


def content(state: DayState, service: str = "") -> int:
    """How many have rated 4 or 5, of one service or of all."""
    return sum(
        count
        for (of, score), count in state.ratings.items()
        if score >= CONTENT and service in ("", of)
    )
