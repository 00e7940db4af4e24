"""What views show from past days, read from the store now and then."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import Engine

from server.core.calibration import Calibration
from server.core.model import DayState
from server.protocol.views import CurvePoint, Curves, ForecastScore
from server.store.calibration import learnt_before, score_before
from server.store.curves import Curve, day_curve, usual_curve
from server.store.frequent import most_asked


class PastDays:
    """Curves of the day, what people come for most, and how forecasts came out.

    ``frequent`` are procedure codes and services, most wanted first. ``calibration`` is learnt from
    past days; empty when this day has one already. Past days are read once a day.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._day = ""
        self._yesterday: Curve = ()
        self._usual: Curve = ()
        self.frequent: tuple[str, ...] = ()
        self.curves = Curves()
        self.calibration = Calibration()
        self.forecast_yesterday: ForecastScore | None = None

    async def refresh(self, state: DayState) -> None:
        """Read what may have changed since the last time."""
        await asyncio.to_thread(self._read, state)

    def _read(self, state: DayState) -> None:
        day, zone = state.day, state.in_force.zone
        if day != self._day:
            before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
            self._yesterday = day_curve(self._engine, before, zone)
            self._usual = usual_curve(self._engine, day, zone)
            self.frequent = most_asked(self._engine, day)
            self.forecast_yesterday = self._score_before(day)
            taught = bool(state.foresight.calibration.factors)
            self.calibration = (
                Calibration() if taught else learnt_before(self._engine, day, state.in_force)
            )
            self._day = day
        self.curves = Curves(
            today=_points(day_curve(self._engine, day, zone)),
            yesterday=_points(self._yesterday),
            usual=_points(self._usual),
        )

    def _score_before(self, day: str) -> ForecastScore | None:
        score = score_before(self._engine, day)
        if score is None or score.coverage is None:
            return None
        return ForecastScore(
            day=score.day,
            count=score.count,
            coverage=score.coverage,
            mean_error_s=score.mean_error_s or 0.0,
        )


def _points(curve: Curve) -> tuple[CurvePoint, ...]:
    return tuple(
        CurvePoint(minute=q.minute, issued=q.issued, called=q.called, wait_s=q.wait_s)
        for q in curve
    )
