"""What people have come for of late: learnt from the tickets of the last weeks."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import Engine, func, select

from server.store.tables import TICKETS

DAYS: Final = 30
SHOWN: Final = 12
ENOUGH: Final = 50
"""Fewer tickets than this say nothing about an office: its profile's list stands."""


def most_asked(engine: Engine, day: str) -> tuple[str, ...]:
    """Procedure codes, or services where no procedure was said, most wanted first.

    Of the thirty days before ``day``; empty while there is too little to learn from.
    """
    since = (date.fromisoformat(day) - timedelta(days=DAYS)).isoformat()
    wanted = func.coalesce(func.nullif(TICKETS.c.procedure, ""), TICKETS.c.service)
    count = func.count()
    query = (
        select(wanted, count)
        .where(TICKETS.c.stream >= since, TICKETS.c.stream < day)
        .group_by(wanted)
        .order_by(count.desc(), wanted)
    )
    with engine.connect() as connection:
        found = connection.execute(query).all()
    if sum(number for _, number in found) < ENOUGH:
        return ()
    return tuple(code for code, _ in found[:SHOWN])
