"""The event store on a real SQLite file and on a real PostgreSQL."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from sqlalchemy import inspect, select, text

from server.core import commands as c
from server.core import events as e
from server.core.lifecycle import FINAL
from server.store.chain import GENESIS
from server.store.event_store import (
    Append,
    EventStore,
    Recorded,
    VersionConflict,
    open_engine,
)
from server.store.tables import EVENTS, TICKETS
from server.store.verify import verify
from tests.support.builders import at, issue, replayed
from tests.support.days import DAY, STEPS, Step, carried_out, day_of_every_kind, facts_of, lived
from tests.support.stored import appends, open_store, written

NewDatabase = Callable[[], str]
"""The fixture of that name: the URL of an empty database, one of each kind in turn."""


def loaded(store: EventStore, stream: str = DAY) -> list[Recorded]:
    """The stream as the log has it."""
    return list(store.load(stream))


@pytest.mark.slow
def test_every_kind_of_event_comes_back_from_the_file_as_it_went_in(
    new_database: NewDatabase,
) -> None:
    """With its version, and with who asked for it."""
    where = new_database()
    day = day_of_every_kind()
    written(where, day).dispose()
    store = open_store(where)
    facts = facts_of(day)
    assert [each.event for each in loaded(store)] == facts
    assert [each.version for each in loaded(store)] == list(range(1, len(facts) + 1))
    assert loaded(store)[0] == Recorded(1, facts[0], "c0", "K1")
    assert replayed(each.event for each in loaded(store)) == day[-1].state
    store.close()


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_after_any_day_the_read_models_say_what_the_log_says(
    new_database: NewDatabase, steps: list[Step]
) -> None:
    """Who is in the building, as what, at which desk; and the check finds nothing."""
    day = list(lived(steps))
    engine = written(new_database(), day)
    with engine.connect() as connection:
        rows = {row.ticket: row for row in connection.execute(select(TICKETS))}
    verdict = verify(engine)
    engine.dispose()
    state = day[-1].state
    assert verdict.problems == []
    assert (verdict.events, verdict.tickets) == (state.version, len(rows))
    assert set(rows) == {id_ for id_, _ in state.issued.items()}
    for ticket, row in rows.items():
        present = state.tickets.get(ticket)
        if present is None:
            assert row.status in FINAL
        else:
            assert (row.status, row.counter) == (present.status, present.counter)
            assert (row.label, row.issued_at) == (present.label, present.arrived_at)
            assert (row.service, row.priority) == (present.service, present.priority)


def test_a_commit_is_on_the_disk_before_anybody_is_told(new_database: NewDatabase) -> None:
    """A log ahead of the data, and a sync at every commit: asked of the connection that appends."""
    store = open_store(new_database())
    durable: dict[str, dict[str, object]] = {
        "sqlite": {"PRAGMA journal_mode": "wal", "PRAGMA synchronous": 2},  # FULL
        "postgresql": {"SHOW fsync": "on", "SHOW synchronous_commit": "on"},
    }
    for question, answer in durable[store.engine.dialect.name].items():
        assert store._appending.execute(text(question)).scalar() == answer
    store._appending.rollback()
    store.close()


def test_a_version_that_is_taken_is_refused_and_nothing_of_the_batch_is_stored(
    new_database: NewDatabase,
) -> None:
    """Two servers on one database: the second must stop, not overwrite."""
    where = new_database()
    day = day_of_every_kind()
    written(where, day[:5]).dispose()
    mine, yours = open_store(where), open_store(where)
    first = carried_out(day[4].state, issue("mine"))
    other = [carried_out(day[4].state, issue("yours"))]
    other.append(carried_out(other[0].state, issue("yours-too")))
    mine.append(appends([first]))
    with pytest.raises(VersionConflict):
        yours.append(appends(other))
    assert [each.event for each in loaded(mine)][-1] == first.facts[0]
    assert mine.ticket("yours") is None
    assert mine.ticket("yours-too") is None
    mine.close()
    yours.close()
    engine = open_engine(where)
    assert verify(engine).is_clean
    engine.dispose()


def test_the_chain_goes_on_over_restarts_and_over_days(new_database: NewDatabase) -> None:
    """Each row carries the hash of the one before it, whoever wrote that one and when."""
    where = new_database()
    monday = day_of_every_kind()
    written(where, monday[:7]).dispose()
    written(where, monday[7:]).dispose()
    tuesday = [carried_out(day_of_every_kind()[0].before, monday[0].command)]
    engine = written(where, tuesday, "2026-11-24")
    with engine.connect() as connection:
        query = select(EVENTS).order_by(EVENTS.c.stream, EVENTS.c.version)
        rows = list(connection.execute(query))
    engine.dispose()
    hashes = [GENESIS, *(row.hash for row in rows)]
    assert [row.previous_hash for row in rows] == hashes[:-1]
    assert len(set(hashes)) == len(hashes)


def test_a_store_knows_its_newest_day_and_the_tickets_of_every_day(
    new_database: NewDatabase,
) -> None:
    """A status page may be asked for yesterday's ticket."""
    where = new_database()
    day = day_of_every_kind()
    written(where, day).dispose()
    store = open_store(where)
    assert store.last_stream() == DAY
    row = store.ticket("a")
    assert row is not None
    assert (row["label"], row["status"], row["outcome"]) == ("6 001", "completed", "accepted")
    assert row["first_called_at"] == at(8), "the wait ends with the first call"
    assert row["called_at"] == at(14)
    assert store.ticket("nobody") is None
    store.close()


def test_an_empty_directory_has_no_day(new_database: NewDatabase) -> None:
    """The first start of all."""
    store = open_store(new_database())
    assert store.last_stream() is None
    assert loaded(store) == []
    store.close()


def test_a_ticket_issued_and_called_in_one_transaction_is_stored_as_called(
    new_database: NewDatabase,
) -> None:
    """A busy office commits many commands at once."""
    day = day_of_every_kind()
    engine = written(new_database(), day, batch=len(day))
    assert verify(engine).is_clean
    engine.dispose()


def test_events_hold_what_the_hash_needs_and_no_name_of_any_person(
    new_database: NewDatabase,
) -> None:
    """Ids of tickets, desks and clerks; nothing of citizens."""
    engine = written(new_database(), day_of_every_kind())
    columns = {column["name"] for column in inspect(engine).get_columns("event")}
    engine.dispose()
    assert columns == {
        *("stream", "version", "kind", "schema_number", "at", "body"),
        *("command_id", "device", "previous_hash", "hash"),
    }


def test_a_ticket_id_of_another_day_does_not_stop_the_log(new_database: NewDatabase) -> None:
    """An old kiosk may repeat an id of last week; one citizen must not cost all the others."""
    where = new_database()
    monday = day_of_every_kind()
    written(where, monday).dispose()
    tuesday = [carried_out(day_of_every_kind()[0].before, monday[0].command)]
    tuesday.append(carried_out(tuesday[0].state, c.IssueTicket(at(1), "a", "copy", "")))
    engine = written(where, tuesday, "2026-11-24")
    assert verify(engine).is_clean
    engine.dispose()


def test_an_append_of_something_that_is_no_event_fails_before_anything_is_written(
    new_database: NewDatabase,
) -> None:
    """A programming error must not leave half a command."""
    store = open_store(new_database())
    day = day_of_every_kind()
    broken = Append(DAY, 2, (e.Event(at(0)),), "c", "K1")
    with pytest.raises(KeyError):
        store.append([*appends(day[:1]), broken])
    assert store.last_stream() is None
    store.close()
