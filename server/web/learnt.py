"""What views show that the state of the day does not hold: read from the store now and then."""

import asyncio
from datetime import date, timedelta

from sqlalchemy import Engine

from server.protocol.views import CurvePoint, Curves
from server.store.curves import Curve, day_curve, usual_curve
from server.store.frequent import most_asked


class Learnt:
    """Curves of the day, and what people have come for of late; past days are read once a day.

    ``frequent`` are procedure codes and services, most wanted first.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._day = ""
        self._yesterday: Curve = ()
        self._usual: Curve = ()
        self.frequent: tuple[str, ...] = ()
        self.curves = Curves()

    async def refresh(self, day: str, zone: str) -> None:
        """Read what may have changed since the last time."""
        await asyncio.to_thread(self._read, day, zone)

    def _read(self, day: str, zone: str) -> None:
        if day != self._day:
            before = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
            self._yesterday = day_curve(self._engine, before, zone)
            self._usual = usual_curve(self._engine, day, zone)
            self.frequent = most_asked(self._engine, day)
            self._day = day
        self.curves = Curves(
            today=_points(day_curve(self._engine, day, zone)),
            yesterday=_points(self._yesterday),
            usual=_points(self._usual),
        )


def _points(curve: Curve) -> tuple[CurvePoint, ...]:
    return tuple(
        CurvePoint(minute=q.minute, issued=q.issued, called=q.called, wait_s=q.wait_s)
        for q in curve
    )
