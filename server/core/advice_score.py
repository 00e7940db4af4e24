"""What came after advice: whether it was followed, and the waits beside the simulated ones."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from server.core import events as e


@dataclass(frozen=True, slots=True)
class AdviceOutcome:
    """What came of the people the advice was about.

    ``p90_s`` is the 90th percentile of the ``count`` waits of those who waited at the time or came
    in the window and were called, ``None`` if nobody was. ``was_followed``: the desk was opened, or
    given the service, in the window. Whether the advice was the cause is not known.
    """

    given: e.AdviceGiven
    was_followed: bool
    count: int
    p90_s: int | None

    @property
    def foretold_s(self) -> int:
        """The simulated 90th percentile, in seconds, of what was done: the advice, or nothing."""
        return self.given.p90_then_s if self.was_followed else self.given.p90_s


def outcome_of_advice(events: Iterable[e.Event]) -> tuple[AdviceOutcome, ...]:
    """Each advice of a day and what came; for a day on which nobody waits any more."""
    log = tuple(events)
    calls = _first_calls(log)
    issued = [fact for fact in log if isinstance(fact, e.TicketIssued)]
    return tuple(
        _outcome(given, log, issued, calls) for given in log if isinstance(given, e.AdviceGiven)
    )


def _outcome(
    given: e.AdviceGiven,
    log: tuple[e.Event, ...],
    issued: list[e.TicketIssued],
    calls: dict[str, datetime],
) -> AdviceOutcome:
    waits = sorted(
        (calls[ticket.ticket] - ticket.at).total_seconds()
        for ticket in issued
        if ticket.service == given.service
        and ticket.at <= given.until_at
        and ticket.ticket in calls
        and calls[ticket.ticket] > given.at
    )
    p90_s = round(waits[min(int(0.9 * len(waits)), len(waits) - 1)]) if waits else None
    return AdviceOutcome(given, any(_follows(given, fact) for fact in log), len(waits), p90_s)


def _follows(given: e.AdviceGiven, fact: e.Event) -> bool:
    if not given.at < fact.at <= given.until_at:
        return False
    if isinstance(fact, e.ServicesAssigned) and given.action == "assign":
        return fact.counter == given.counter and given.service in fact.services
    if isinstance(fact, e.CounterOpened) and given.action != "assign":
        return fact.counter == given.counter
    return False


def _first_calls(log: tuple[e.Event, ...]) -> dict[str, datetime]:
    calls: dict[str, datetime] = {}
    for fact in log:
        if isinstance(fact, e.TicketCalled):
            calls.setdefault(fact.ticket, fact.at)
        elif isinstance(fact, e.ActionUndone) and fact.first_called_at is None:
            calls.pop(fact.ticket, None)
    return calls
