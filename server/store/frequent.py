"""What people have come for most, counted from the tickets of the last weeks."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import Engine, func, select

from server.store.tables import TICKETS

DAYS: Final = 30
SHOWN: Final = 12
ENOUGH: Final = 50
"""With fewer tickets the profile's own list is used."""


def most_asked(engine: Engine, day: str) -> tuple[str, ...]:
    """Procedure codes, or services where no procedure was said, most wanted first.

    From the thirty days before ``day``; empty when fewer than ``ENOUGH`` tickets were issued.
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
