"""``denluot rebuild``, ``backup``, ``restore``: care of the log and what is derived from it."""

import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from server.store import backup as copies
from server.store.event_store import FILE_NAME, open_engine, sqlite_url
from server.store.rebuild import rebuild as rebuild_models
from server.store.serialise import UnreadableEvent
from server.store.verify import Verdict

REFUSED = 1
WRONG_USE = 2

DatabaseOption = Annotated[
    str, typer.Option(help="A database URL instead of SQLite in the data directory.")
]
DataArgument = Annotated[Path, typer.Argument(metavar="DIR", help="The data directory.")]


def rebuild(data: DataArgument, database: DatabaseOption = "") -> None:
    """Make all read models anew from the log, in one transaction; a server should be stopped."""
    engine = _opened(data, database)
    try:
        count = rebuild_models(engine)
    except (UnreadableEvent, LookupError) as error:
        _leave(f"the log is damaged, nothing was changed: {error}", REFUSED)
    finally:
        engine.dispose()
    typer.echo(f"read models of {count} day(s) made anew")


def backup(
    data: DataArgument,
    file: Annotated[Path, typer.Argument(help="The copy; one that is there is replaced.")],
    database: DatabaseOption = "",
) -> None:
    """Copy the whole office into one file while the server works, and check the copy."""
    engine = _opened(data, database)
    try:
        target, verdict = copies.backup(engine, data, file)
    except (OSError, SQLAlchemyError, sqlite3.Error) as error:
        _leave(f"no backup was made: {error}", REFUSED)
    finally:
        engine.dispose()
    typer.echo(f"{target}: {verdict.summary()}")
    _say_problems(verdict)


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `denluot backup` made.")],
    data: DataArgument,
    force: Annotated[bool, typer.Option("--force", help="Keep a log that is there aside.")] = False,
    database: DatabaseOption = "",
) -> None:
    """Put a backup in place, once it was checked; a log that is there is never overwritten."""
    at = datetime.now(UTC)
    try:
        if database:
            engine = open_engine(database)
            verdict = copies.restore_into(engine, file, data, at)
            engine.dispose()
        else:
            verdict = copies.restore(file, data, at, force=force)
    except copies.NotRestorable as refusal:
        _leave(str(refusal), WRONG_USE)
    except (OSError, SQLAlchemyError) as error:
        _leave(f"nothing was restored: {error}", REFUSED)
    typer.echo(f"{data}: {verdict.summary()}")


def register(app: typer.Typer) -> None:
    """Add these commands to ``denluot``."""
    for command in (rebuild, backup, restore):
        app.command()(command)


def _opened(data: Path, database: str) -> Engine:
    if not database and not (data / FILE_NAME).exists():
        _leave(f"{data}: there is no log here", WRONG_USE)
    return open_engine(database or sqlite_url(data))


def _say_problems(verdict: Verdict) -> None:
    for problem in verdict.problems:
        typer.echo(f"  {problem}", err=True)
    if not verdict.is_clean:
        raise typer.Exit(REFUSED)


def _leave(why: str, code: int) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(code)
