"""What was foretold, and what the forecasts were made with. Part of ``events.py``."""

from dataclasses import dataclass

from server.core.calibration import Calibration
from server.core.hall_events import Event


@dataclass(frozen=True, slots=True)
class Foretold:
    """How long one who waits still has to wait, in seconds; ``work_s`` is the bare work ahead."""

    ticket: str
    ahead: int
    work_s: int
    low_s: int
    likely_s: int
    high_s: int


@dataclass(frozen=True, slots=True)
class ForecastsMade(Event):
    """Every few minutes, of everybody who waits for a first call and of whom it can be said."""

    forecasts: tuple[Foretold, ...]


@dataclass(frozen=True, slots=True)
class CalibrationLearnt(Event):
    """What the past days taught: forecasts of this day are made with it from now on."""

    calibration: Calibration
