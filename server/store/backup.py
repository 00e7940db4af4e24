"""Backup of a whole office in one file, made while the server runs, and its restore.

The file is a plain SQLite database: the log, devices, appointments, what is kept of PINs, the read
models, and the office files that lie beside the log, without which it would go on under another
profile.
"""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, insert, select
from sqlalchemy.exc import DatabaseError

from server.store.event_store import FILE_NAME, open_engine
from server.store.log import snapshot
from server.store.rebuild import rebuild, shape_differs
from server.store.tables import APPOINTMENTS, CLERK_SECRETS, DEVICES, EVENTS
from server.store.verify import Verdict, verify

_BUSY: Final = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_AT_ONCE: Final = 1000
_OFFICE_FILES: Final = ("*.toml", "*.jsonl")


class NotRestorable(RuntimeError):
    """The backup was not restored and nothing was changed; the text says why."""


def backup(engine: Engine, directory: Path, file: Path) -> tuple[Path, Verdict]:
    """Copy the office into ``file`` and check the copy; returns where it lies and what the check
    found.

    A copy that is not clean never replaces an older one: it is put beside it as ``….unclean``.
    Raises ``OSError`` or SQLAlchemy's and SQLite's errors.
    """
    part = file.with_name(f"{file.name}.part")
    part.unlink(missing_ok=True)
    if engine.dialect.name == "sqlite":
        _copy_pages(engine, part)
    else:
        _copy_rows(engine, part)
    verdict = _checked(part)
    _pack(part, directory)
    target = file if verdict.is_clean else file.with_name(f"{file.name}.unclean")
    _flush(part)
    part.replace(target)
    _flush(target.parent)
    return target, verdict


def restore(file: Path, directory: Path, at: datetime, *, force: bool = False) -> Verdict:
    """Restore a backup into a data directory, once the check has found it clean.

    With ``force`` a log that is there is kept aside, and office files too, under names that end in
    ``.kept-`` and the moment ``at``. Raises ``NotRestorable`` without having touched anything.
    """
    log = directory / FILE_NAME
    if log.exists() and not force:
        raise NotRestorable(f"{directory} holds a log already; --force keeps it aside")
    verdict, part = _examined(file, directory)
    try:
        if log.exists():
            _let_go(log)
        suffix = f".kept-{at:%Y%m%dT%H%M%S%f}"
        for old in directory.glob(f"{FILE_NAME}*"):
            if old.name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm"):
                old.rename(old.with_name(old.name + suffix))
        _unpack(part, directory, suffix)
        part.replace(log)
    finally:
        part.unlink(missing_ok=True)
    _flush(directory)
    return verdict


def restore_into(engine: Engine, file: Path, directory: Path, at: datetime) -> Verdict:
    """Restore a backup into an empty database; the office files go into the directory.

    Raises ``NotRestorable`` without having touched anything.
    """
    with engine.connect() as connection:
        if connection.execute(select(EVENTS.c.version).limit(1)).first() is not None:
            raise NotRestorable("the database holds a log already")
    verdict, part = _examined(file, directory)
    try:
        source = open_engine(f"sqlite:///{part}")
        _copy_tables(source, engine)
        source.dispose()
        _unpack(part, directory, f".kept-{at:%Y%m%dT%H%M%S%f}")
    finally:
        part.unlink(missing_ok=True)
    return verdict


def _copy_pages(engine: Engine, target: Path) -> None:
    """SQLite's own online copy: in one step, so it is of one moment; writers go on meanwhile."""
    with engine.connect() as connection, closing(sqlite3.connect(target)) as copy:
        source = connection.connection.driver_connection
        if not isinstance(source, sqlite3.Connection):
            raise TypeError("not a connection of the standard library's SQLite")
        source.backup(copy)


def _copy_rows(engine: Engine, target: Path) -> None:
    copy = open_engine(f"sqlite:///{target}")
    _copy_tables(engine, copy)
    copy.dispose()


def _copy_tables(source: Engine, target: Engine) -> None:
    """Copy the tables that cannot be rebuilt, as of one moment, from any database to any other."""
    with snapshot(source) as reading, target.begin() as writing:
        for table in (EVENTS, DEVICES, APPOINTMENTS, CLERK_SECRETS):
            query = select(table).execution_options(yield_per=_AT_ONCE)
            with closing(reading.execute(query)) as found:
                for rows in found.mappings().partitions():
                    writing.execute(insert(table), [dict(row) for row in rows])
    rebuild(target)


def _examined(file: Path, directory: Path) -> tuple[Verdict, Path]:
    """A checked copy of the backup, in the directory where it is to serve."""
    if not file.is_file():
        raise NotRestorable(f"{file}: there is no such file")
    directory.mkdir(parents=True, exist_ok=True)
    part = directory / f"{FILE_NAME}.restoring"
    shutil.copyfile(file, part)
    try:
        verdict = _checked(part)
    except (DatabaseError, sqlite3.DatabaseError) as error:
        part.unlink()
        raise NotRestorable(f"{file}: no backup: {error}") from error
    if not verdict.is_clean or verdict.events == 0:
        part.unlink()
        raise NotRestorable("\n  ".join([f"{file}: {verdict.summary()}", *verdict.problems]))
    _flush(part)
    return verdict, part


def _checked(copy: Path) -> Verdict:
    """The verdict on a copy; afterwards it is one file again, without a WAL file beside it."""
    engine = open_engine(f"sqlite:///{copy}")
    try:
        if shape_differs(engine):
            rebuild(engine)
        verdict = verify(engine)
    finally:
        engine.dispose()
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    return verdict


def _let_go(log: Path) -> None:
    """Move the WAL into the database file. Raises ``NotRestorable`` while a server has it open."""
    try:
        with closing(sqlite3.connect(log, timeout=0)) as connection:
            # The WAL mode can only be left while no other connection is open.
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        # Any other error: the log is damaged, which is why it is to be replaced.
        if getattr(error, "sqlite_errorcode", None) in _BUSY:
            raise NotRestorable(f"{log}: a program is using it; stop it first") from error


def _pack(copy: Path, directory: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("DROP TABLE IF EXISTS kept_file")
        connection.execute("CREATE TABLE kept_file (name TEXT PRIMARY KEY, content BLOB)")
        found = {path for pattern in _OFFICE_FILES for path in directory.rglob(pattern)}
        for path in sorted(found):
            row = path.relative_to(directory).as_posix(), path.read_bytes()
            connection.execute("INSERT INTO kept_file VALUES (?, ?)", row)


def _unpack(copy: Path, directory: Path, suffix: str) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("CREATE TABLE IF NOT EXISTS kept_file (name TEXT, content BLOB)")
        for name, content in connection.execute("SELECT name, content FROM kept_file"):
            path = directory / name
            if not path.resolve().is_relative_to(directory.resolve()):
                raise NotRestorable(f"{name}: would lie outside {directory}")
            if path.exists() and path.read_bytes() != content:
                path.rename(path.with_name(path.name + suffix))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        connection.execute("DROP TABLE kept_file")


def _flush(path: Path) -> None:
    """Have the file, or a directory's names, on the disk before going on."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
