"""Simulated time and the real core: what is still to happen, in order, and what has."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import reduce
from heapq import heappop, heappush
from itertools import count

from server.core import commands as c
from server.core import events as e
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rejected import Reason, Rejected
from server.core.rules import Rules


class Floor:
    """A business day in memory. Nothing takes time here but what is said to take time.

    ``facts`` is the log, ``refusals`` counts what the core did not allow.
    """

    def __init__(self, rules: Rules, day: str, begins_at: datetime) -> None:
        self.now = begins_at
        self.state = DayState()
        self.facts: list[e.Event] = []
        self.refusals: Counter[Reason] = Counter()
        self._to_come: list[tuple[datetime, int, Callable[[], None]]] = []
        self._order = count()
        self.ask(c.OpenDay(begins_at, day, rules))

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
        """Let something happen at a moment; of two at the same one, the first said."""
        heappush(self._to_come, (moment, next(self._order), action))

    def after(self, seconds: float, action: Callable[[], None]) -> None:
        """Let something happen so many seconds from now."""
        self.at(self.now + timedelta(seconds=seconds), action)

    def run(self) -> None:
        """Until nothing is left to happen."""
        while self._to_come:
            self.now, _, action = heappop(self._to_come)
            action()
