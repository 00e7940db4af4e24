"""Erlang C: what queueing theory says of a hall with one line and a few desks (M/M/c).

Poisson arrivals, exponential service, first come first served, nobody leaves, for ever. No
office is like that; a simulator that cannot do that much is wrong (reference/wait.md §3).
"""

from dataclasses import dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Mmc:
    """``arrivals`` and ``served`` (by one desk) a unit of time; fewer arrive than are served."""

    arrivals: float
    served: float
    desks: int

    @property
    def must_wait(self) -> float:
        """Probability of having to wait at all."""
        load = self.arrivals / self.served
        blocked = 1.0
        for desk in range(1, self.desks + 1):  # Erlang B, desk by desk: no factorial overflows
            blocked = load * blocked / (desk + load * blocked)
        return blocked / (1 - load / self.desks * (1 - blocked))

    @property
    def mean_wait(self) -> float:
        """Of everybody, those who need not wait included, in units of time."""
        return self.must_wait / self._spare

    def waits_longer(self, than: float) -> float:
        """Probability of waiting longer than so many units of time."""
        return self.must_wait * exp(-self._spare * than)

    @property
    def _spare(self) -> float:
        return self.desks * self.served - self.arrivals
