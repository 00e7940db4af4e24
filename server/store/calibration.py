"""How past forecasts came out, and the calibration for new ones, from the read model."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Engine, Float, case, cast, func, select

from server.core.calendar import Stretch, open_s, outlasts_session, stretches
from server.core.calibration import JOINING, OVER_BREAK, WAITING, Calibration, Seen, learn
from server.core.rules import Rules
from server.store.forecast_rows import AT_ISSUE
from server.store.tables import FORECASTS

DAYS: Final = 30
"""How many past days count; older ones may be of another way of working."""


@dataclass(frozen=True, slots=True)
class Score:
    """How the forecasts of a day came out: ``count`` were followed by a call, ``inside`` of them
    within the range.

    ``mean_error_s`` is how far the call lay from the likely moment, ``None`` while none can be
    judged. Only what was told with the number counts, not later reviews.
    """

    day: str
    count: int
    inside: int
    mean_error_s: float | None

    @property
    def coverage(self) -> float | None:
        """The share (0 to 1) of forecasts that came true; 0.8 is aimed at."""
        return self.inside / self.count if self.count else None


def forecast_score(engine: Engine, day: str) -> Score:
    """The score of the forecasts told on this day."""
    told = FORECASTS.c
    likely_s = func.coalesce(told.likely_s, (told.low_s + told.high_s) / 2)
    query = select(
        func.count(),
        func.sum(case((told.inside, 1), else_=0)),
        func.avg(cast(func.abs(told.called_after_s - likely_s), Float)),
    ).where(told.stream == day, told.kind == AT_ISSUE, told.inside.is_not(None))
    with engine.connect() as connection:
        count, inside, error_s = connection.execute(query).one()
    return Score(day, count, inside or 0, None if error_s is None else float(error_s))


def score_before(engine: Engine, day: str) -> Score | None:
    """The score of the last day before this one on which any forecast can be judged."""
    told = FORECASTS.c
    query = select(func.max(told.stream)).where(told.stream < day, told.inside.is_not(None))
    with engine.connect() as connection:
        before = connection.execute(query).scalar()
    return forecast_score(engine, before) if before else None


def learnt_before(engine: Engine, day: str, rules: Rules) -> Calibration:
    """The calibration from the thirty days before this one; a pure function of their rows.

    People who left uncalled are left out: their waits are not known.
    """
    return learn(_seen(engine, day, rules))


def seen_in(rows: Iterable[Mapping[Any, Any]], rules: Rules) -> Iterator[Seen]:
    """The forecasts among these rows that can be learnt from, their waits in open hours."""
    hours: dict[tuple[str, str], tuple[Stretch, ...]] = {}
    for row in rows:
        if row["work_s"] is None or row["called_after_s"] is None:
            continue
        key = row["stream"], row["service"]
        if key not in hours:
            hours[key] = stretches(rules, *key)
        stage = JOINING if row["kind"] == AT_ISSUE else WAITING
        if outlasts_session(hours[key], row["made_at"], row["work_s"]):
            stage += OVER_BREAK
        called_at = row["made_at"] + timedelta(seconds=row["called_after_s"])
        yield Seen(
            stage=stage,
            service=row["service"],
            priority=row["priority"],
            ahead=row["ahead"],
            work_s=row["work_s"],
            waited_s=open_s(hours[key], row["made_at"], called_at),
        )


def _seen(engine: Engine, day: str, rules: Rules) -> Iterator[Seen]:
    since = (date.fromisoformat(day) - timedelta(days=DAYS)).isoformat()
    told = FORECASTS.c
    query = select(FORECASTS).where(
        told.stream >= since,
        told.stream < day,
        told.work_s.is_not(None),
        told.called_after_s.is_not(None),
        told.service.in_(rules.service_by_id),
    )
    with engine.connect() as connection:
        yield from seen_in(connection.execute(query).mappings(), rules)
