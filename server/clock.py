"""The clock as a port: the real one, or a simulated one that runs at another rate."""

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the moment in UTC. ``rate`` is clock seconds in a real second."""

    rate: float

    def now(self) -> datetime:
        """The moment, aware, in UTC."""


class SystemClock:
    """The computer's clock."""

    rate = 1.0

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return datetime.now(UTC)


class SimulatedClock:
    """A clock that began at ``start`` when it was made and runs ``rate`` times as fast."""

    def __init__(self, start: datetime, rate: float) -> None:
        self.rate = rate
        self._start = start.astimezone(UTC)
        self._began = time.monotonic()

    def now(self) -> datetime:
        """The moment, aware, in UTC."""
        return self._start + timedelta(seconds=(time.monotonic() - self._began) * self.rate)
