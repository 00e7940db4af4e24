"""Discrete-event simulation of a business day on the real core: simulated time and an agenda."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import reduce
from heapq import heappop, heappush
from itertools import count

from server.codes import ErrorCode
from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rejected import Rejected
from server.core.rules import Rules


class Floor:
    """A business day in memory. Simulated time passes only from one planned action to the next.

    ``facts`` is the log, ``refusals`` counts what the core did not allow.
    """

    def __init__(self, state: DayState, now: datetime) -> None:
        """A day that is under way."""
        self.now = now
        self.state = state
        self.facts: list[e.Event] = []
        self.refusals: Counter[ErrorCode] = Counter()
        self._to_come: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()

    @classmethod
    def opened(cls, rules: Rules, day: str, begins_at: datetime) -> Floor:
        """A day that begins."""
        floor = cls(DayState(), begins_at)
        floor.ask(c.OpenDay(begins_at, day, rules))
        return floor

    def record(self, fact: e.Event) -> None:
        """Put an event into the log without a command."""
        self.facts.append(fact)
        self.state = evolve(self.state, fact)

    def ask(self, command: c.Command) -> bool:
        """Carry the command out; false when the core refuses."""
        try:
            facts = decide(self.state, command)
        except Rejected as refusal:
            self.refusals[refusal.reason] += 1
            return False
        self.facts.extend(facts)
        self.state = reduce(evolve, facts, self.state)
        return True

    def at(self, moment: datetime, action: Callable[[], None]) -> None:
        """Plan an action for a moment; two of the same moment run in the order in which they were
        planned.
        """
        heappush(self._to_come, (moment, next(self._order), action))

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Plan an action ``seconds`` from now."""
        self.at(self.now + timedelta(seconds=seconds), action)

    def run(self, is_over: Callable[[], bool] = lambda: False) -> None:
        """Run planned actions until none is left or ``is_over`` says so."""
        while self._to_come and not is_over():
            self.now, _, action = heappop(self._to_come)
            action()
