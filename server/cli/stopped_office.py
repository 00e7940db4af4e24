"""The day that a stopped server's next start would go on with, read from its log."""

from datetime import datetime
from functools import reduce
from pathlib import Path

from server.core.calendar import today
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rules import Rules
from server.store.event_store import FILE_NAME, EventStore, open_engine, sqlite_url


def day_under_way(data: Path, database: str, rules: Rules, now: datetime) -> DayState | None:
    """The newest day of the log if it is today's by ``rules`` and not closed, else ``None``."""
    if not database and not (data / FILE_NAME).exists():
        return None
    store = EventStore(open_engine(database or sqlite_url(data)))
    try:
        newest = store.last_stream()
        if newest is None or newest < today(rules, now):
            return None
        facts = (recorded.event for recorded in store.load(newest))
        state = reduce(evolve, facts, DayState())
    finally:
        store.close()
    return None if state.closed else state
