"""A real PostgreSQL for the tests: started here, spoken to through a socket only it and we know."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

START_S = 30.0
_NAMES = (f"d{number}" for number in count(1))


class Postgres:
    """A running cluster; every database asked of it is new and empty."""

    def __init__(self, sockets: Path) -> None:
        self._sockets = sockets

    def new_database(self) -> str:
        """The URL of a database nobody has used."""
        name = next(_NAMES)
        with self.connected() as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return f"postgresql+psycopg://postgres@/{name}?host={self._sockets}"

    def connected(self) -> "psycopg.Connection[Any]":
        """A connection to the cluster itself. Raises ``psycopg.OperationalError``."""
        return psycopg.connect(
            host=str(self._sockets), user="postgres", dbname="postgres", autocommit=True
        )


@contextmanager
def running_postgres() -> Iterator[Postgres]:
    """A cluster of its own, gone afterwards. Raises ``AssertionError`` where none is installed."""
    folder = Path(tempfile.mkdtemp(prefix="denluot-pg-"))
    owner = _owner()
    if "user" in owner:
        shutil.chown(folder, owner["user"], owner["group"])
    try:
        data = folder / "data"
        initdb = [
            _program("initdb"),
            "-D",
            str(data),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
        ]
        subprocess.run([*initdb, "--no-locale"], check=True, capture_output=True, **owner)
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [_program("postgres"), "-D", data, "-k", folder, "-c", "listen_addresses="],
                stdout=log,
                stderr=log,
                **owner,
            )
        try:
            postgres = Postgres(folder)
            _wait_for(postgres, server, folder / "log")
            yield postgres
        finally:
            # An immediate end: nobody will miss these databases.
            server.send_signal(signal.SIGQUIT)
            server.wait(START_S)
    finally:
        shutil.rmtree(folder)


def _program(name: str) -> str:
    """Debian keeps the server's programs out of the search path, by version."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    path = str(found[-1]) if found else shutil.which(name)
    assert path is not None, f"{name} is missing: install the Debian package postgresql"
    return path


def _owner() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then it runs as the user its package made."""
    if os.geteuid() != 0:
        return {}
    user = pwd.getpwnam("postgres")
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "cwd": "/"}


def _wait_for(postgres: Postgres, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_S
    while True:
        try:
            postgres.connected().close()
        except psycopg.OperationalError:
            assert server.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < until, f"PostgreSQL did not start within {START_S} s"
            time.sleep(0.02)
        else:
            return
