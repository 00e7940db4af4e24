"""Read models dropped and made anew from the log; and the check, which finds every difference."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, Table, delete, select, text, update

from server.core import commands as c
from server.store.event_store import EventStore, open_engine
from server.store.rebuild import rebuild, shape_differs
from server.store.serialise import UnreadableEvent
from server.store.tables import EVENTS, READ_MODELS
from server.store.verify import verify
from tests.support.builders import at, issue, some_rules
from tests.support.days import DAY, carried_out, day_of_every_kind
from tests.support.server_process import denluot
from tests.support.stored import appends, open_store, written

NewDatabase = Callable[[], str]
TUESDAY = "2026-11-24"


def two_days(where: Path | str) -> Engine:
    """A log of two business days."""
    monday = day_of_every_kind()
    written(where, monday).dispose()
    tuesday = [carried_out(monday[0].before, c.OpenDay(at(1440), TUESDAY, some_rules()))]
    tuesday.append(carried_out(tuesday[0].state, issue("a", minutes=1441)))
    return written(where, tuesday, TUESDAY)


def contents(engine: Engine) -> dict[str, list[dict[str, object]]]:
    """All read models, in an order of their own."""
    with engine.connect() as connection:
        return {
            table.name: [
                dict(row)
                for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()
            ]
            for table in READ_MODELS
        }


def done_to(engine: Engine, *statements: object) -> None:
    """Somebody at the database."""
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement) if isinstance(statement, str) else statement)  # type: ignore[call-overload]  # text or a statement


def test_a_day_with_everything_leaves_rows_in_every_read_model(new_database: NewDatabase) -> None:
    """Or the tests below would compare nothing with nothing."""
    engine = two_days(new_database())
    assert all(len(rows) > 2 for rows in contents(engine).values())
    assert verify(engine).problems == []
    engine.dispose()


def test_what_was_written_commit_by_commit_is_what_a_rebuild_makes(
    new_database: NewDatabase,
) -> None:
    """And a rebuild of a rebuild changes nothing."""
    engine = two_days(new_database())
    kept = contents(engine)
    assert rebuild(engine) == 2
    assert contents(engine) == kept
    done_to(engine, *(delete(table) for table in READ_MODELS))
    rebuild(engine)
    assert contents(engine) == kept
    engine.dispose()


@pytest.mark.slow
def test_a_restart_after_every_single_command_changes_nothing(new_database: NewDatabase) -> None:
    """What an undo needs is found again in the log."""
    where, day = new_database(), day_of_every_kind()
    for each in day:
        store = open_store(where)
        store.append(appends([each]))
        store.close()
    engine, at_once = open_engine(where), written(new_database(), day)
    assert contents(engine) == contents(at_once)
    assert verify(engine).problems == []
    engine.dispose()
    at_once.dispose()


@pytest.mark.slow
def test_what_is_taken_back_and_done_again_in_one_commit_is_stored_once(
    new_database: NewDatabase,
) -> None:
    """A row that goes and comes again under its old key, while the database still holds it."""
    day = day_of_every_kind()
    undone = [n for n, each in enumerate(day) if isinstance(each.command, c.UndoLast)]
    assert len(undone) > 1
    for cut in undone:
        where = new_database()
        written(where, day[:cut], batch=1).dispose()
        engine = written(where, day[cut:], batch=len(day))
        assert verify(engine).problems == []
        engine.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("table", READ_MODELS, ids=lambda table: table.name)
@pytest.mark.parametrize("spoiled", ["changed", "missing", "more", "of another day"])
def test_the_check_finds_a_row_that_does_not_follow_from_the_log_and_a_rebuild_mends_it(
    new_database: NewDatabase, table: Table, spoiled: str
) -> None:
    """In every read model; its table and day are named."""
    engine = written(new_database(), day_of_every_kind())
    somewhere = table.c["service" if "service" in table.c else "clerk"]
    with engine.connect() as connection:
        row = dict(connection.execute(select(table).limit(1)).mappings().one())
    keys = {column.name: row[column.name] for column in table.primary_key}
    this = [table.c[name] == value for name, value in keys.items()]
    last_key = "counter" if "number" in keys and "ticket" not in keys else "ticket"
    day = "1999-12-31" if spoiled == "of another day" else DAY
    statement = {
        "changed": update(table).where(*this).values({somewhere: "elsewhere"}),
        "missing": delete(table).where(*this),
        "more": table.insert().values(row | {last_key: "nobody"}),
        "of another day": table.insert().values(row | {"stream": day}),
    }[spoiled]
    done_to(engine, statement)
    problems = verify(engine).problems
    assert any(each.startswith(f"{day}: {table.name}") for each in problems), problems
    rebuild(engine)
    assert verify(engine).problems == []
    engine.dispose()


def test_a_log_of_an_older_program_gets_its_read_models_at_the_next_start(
    new_database: NewDatabase,
) -> None:
    """Tables that were not known then, and one that lacked a column: nothing is lost or made up."""
    where = new_database()
    engine = two_days(where)
    kept = contents(engine)
    done_to(
        engine,
        "DROP TABLE leg",
        "DROP TABLE desk_state",
        "ALTER TABLE ticket DROP COLUMN transfer_count",
    )
    engine.dispose()
    engine = open_engine(where)
    assert shape_differs(engine)
    assert any("rebuild" in problem for problem in verify(engine).problems)
    EventStore(engine).close()
    engine = open_engine(where)
    assert contents(engine) == kept
    assert verify(engine).problems == []
    engine.dispose()


def test_a_rebuild_of_a_damaged_log_leaves_everything_as_it_was(new_database: NewDatabase) -> None:
    """One transaction: the tables are dropped for good only once they are full again."""
    engine = two_days(new_database())
    kept = contents(engine)
    done_to(engine, update(EVENTS).where(EVENTS.c.version == 9).values(kind="Teleported"))
    with pytest.raises(UnreadableEvent, match="Teleported"):
        rebuild(engine)
    assert contents(engine) == kept
    engine.dispose()


@pytest.mark.slow
def test_the_command_mends_what_the_check_had_found(tmp_path: Path) -> None:
    """As an office would use them."""
    engine = two_days(tmp_path)
    done_to(engine, "DELETE FROM leg WHERE number = 2")
    engine.dispose()
    assert denluot("verify", str(tmp_path)).returncode == 1
    mended = denluot("rebuild", str(tmp_path))
    assert (mended.returncode, mended.stdout) == (0, "read models of 2 day(s) made anew\n")
    assert denluot("verify", str(tmp_path)).returncode == 0
    assert denluot("rebuild", str(tmp_path / "nowhere")).returncode == 2


@pytest.mark.slow
def test_the_command_refuses_a_damaged_log_in_a_sentence(tmp_path: Path) -> None:
    """No traceback."""
    engine = written(tmp_path, day_of_every_kind())
    done_to(engine, "UPDATE event SET body = '{' WHERE version = 9")
    engine.dispose()
    refused = denluot("rebuild", str(tmp_path))
    assert refused.returncode == 1
    assert refused.stderr.startswith("the log is damaged, nothing was changed: ")
