"""A copy of an office made while it works, and the way back."""

import asyncio
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from server.store.event_store import FILE_NAME, open_engine, sqlite_url
from server.store.verify import Verdict, verify
from tests.support.bare_client import Bare
from tests.support.days import day_of_every_kind
from tests.support.open_doors import open_ward
from tests.support.postgres import Postgres
from tests.support.server_process import ServerProcess, denluot
from tests.support.stored import written

pytestmark = pytest.mark.slow

COPIES = 3


def checked(file: Path) -> Verdict:
    """What the check says of a database file."""
    engine = open_engine(f"sqlite:///{file}")
    try:
        return verify(engine)
    finally:
        engine.dispose()


async def issued_until(ws: str, enough: asyncio.Event) -> set[str]:
    """Staff who give numbers one after another; the ids of the tickets."""
    got = set[str]()
    async with Bare.joined(ws, "counter") as staff:
        while not enough.is_set():
            ticket = f"t{len(got)}"
            answer = await staff.ask("issue_ticket", ticket=ticket, service="thue", insist=True)
            assert answer["type"] == "result", answer
            got.add(ticket)
    return got


async def copies_while_issuing(server: ServerProcess, folder: Path) -> set[str]:
    """Several copies by the command while tickets are given; all tickets of the end."""
    enough = asyncio.Event()
    giving = asyncio.create_task(issued_until(server.ws, enough))
    try:
        for number in range(COPIES):
            command = ("backup", str(server.data), str(folder / f"{number}.backup"))
            done = await asyncio.to_thread(denluot, *command)
            assert done.returncode == 0, done.stderr
            assert "log clean" in done.stdout
    finally:
        enough.set()
    return await giving


def office_with_many_numbers(folder: Path) -> Path:
    """The demo ward with more numbers than a test can use up."""
    ward = open_ward()
    many = folder / "many.toml"
    wide = "last_number = 999999\nwidth = 6\nprefix = "
    many.write_text(re.sub(r"(?m)^prefix = ", wide, ward), "utf-8")
    return many


def offices_in(data: Path) -> dict[str, bytes]:
    """The office files a data directory keeps beside the log."""
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*.toml")}


def tickets_in(file: Path) -> set[str]:
    """Ids in the log of a database file."""
    with closing(sqlite3.connect(file)) as connection:
        query = "SELECT json_extract(body, '$.ticket') FROM event WHERE kind = 'TicketIssued'"
        return {row[0] for row in connection.execute(query)}


def test_copies_made_while_people_take_numbers_are_each_of_one_moment(tmp_path: Path) -> None:
    """Each is whole and clean, holds more than the one before, and nobody had to wait for it."""
    with ServerProcess(
        tmp_path / "data", f"--office={office_with_many_numbers(tmp_path)}"
    ) as server:
        got = asyncio.run(copies_while_issuing(server, tmp_path))
    held = [tickets_in(tmp_path / f"{number}.backup") for number in range(COPIES)]
    assert len(held[0]) < len(held[1]) < len(held[2]) <= len(got)
    for tickets in held:
        assert tickets == {f"t{number}" for number in range(len(tickets))}, "no gap within"
    assert sorted(path.name for path in tmp_path.glob("*.backup*")) == [
        f"{number}.backup" for number in range(COPIES)
    ]


def test_a_house_goes_on_from_its_backup_on_another_machine(tmp_path: Path) -> None:
    """Numbers follow on, under the same office, and a repeated command gets its first answer."""
    data, elsewhere, copy = tmp_path / "data", tmp_path / "elsewhere", tmp_path / "house.backup"

    async def one(server: ServerProcess, ticket: str, command_id: str) -> str:
        async with Bare.joined(server.ws, "counter") as staff:
            asked = {"ticket": ticket, "service": "thue", "insist": True}
            return str((await staff.ask("issue_ticket", command_id, **asked))["label"])

    with ServerProcess(data) as server:
        first = asyncio.run(one(server, "a", "c1"))
        assert denluot("backup", str(data), str(copy)).returncode == 0
        asyncio.run(one(server, "lost", "c2"))
    restored = denluot("restore", str(copy), str(elsewhere))
    assert restored.returncode == 0, restored.stderr
    assert sorted(path.name for path in elsewhere.glob("*.sqlite3*")) == [FILE_NAME]
    assert offices_in(elsewhere) == offices_in(data) != {}
    with ServerProcess(elsewhere) as server:
        assert asyncio.run(one(server, "a", "c1")) == first
        second = asyncio.run(one(server, "b", "c3"))
    assert int(second.split()[-1]) == int(first.split()[-1]) + 1
    assert checked(elsewhere / FILE_NAME).problems == []


@contextmanager
def a_backup(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A data directory with a log and an office, and a backup of it."""
    data, copy = tmp_path / "data", tmp_path / "house.backup"
    data.mkdir()
    (data / "office.toml").write_text("of then", "utf-8")
    written(data, day_of_every_kind()).dispose()
    assert denluot("backup", str(data), str(copy)).returncode == 0
    yield data, copy


def test_a_log_that_is_there_is_never_overwritten_but_kept_aside_when_told_so(
    tmp_path: Path,
) -> None:
    """Its office too: whoever restored the wrong file can go back."""
    with a_backup(tmp_path) as (data, copy):
        with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
            connection.execute("DELETE FROM event WHERE version > 30")
        (data / "office.toml").write_text("of now", "utf-8")
        refused = denluot("restore", str(copy), str(data))
        assert refused.returncode == 2
        assert "--force" in refused.stderr
        assert (data / "office.toml").read_text("utf-8") == "of now"
        forced = denluot("restore", str(copy), str(data), "--force")
        assert forced.returncode == 0, forced.stderr
        assert checked(data / FILE_NAME).problems == []
        assert (data / "office.toml").read_text("utf-8") == "of then"
        (old,) = data.glob(f"{FILE_NAME}.kept-*")
        assert checked(old).events == 30
        (office,) = data.glob("office.toml.kept-*")
        assert office.read_text("utf-8") == "of now"


def test_a_log_that_cannot_even_be_opened_can_be_replaced(tmp_path: Path) -> None:
    """That is what a backup is for."""
    with a_backup(tmp_path) as (data, copy):
        (data / FILE_NAME).write_bytes(b"a disk that lied" * 1000)
        forced = denluot("restore", str(copy), str(data), "--force")
        assert forced.returncode == 0, forced.stderr
        assert checked(data / FILE_NAME).problems == []
        assert len(list(data.glob(f"{FILE_NAME}.kept-*"))) == 1


def test_a_log_is_not_taken_away_under_a_running_server(tmp_path: Path) -> None:
    """Told so in a sentence; the server goes on."""
    data, copy = tmp_path / "data", tmp_path / "house.backup"
    with ServerProcess(data) as server:
        assert denluot("backup", str(data), str(copy)).returncode == 0
        refused = denluot("restore", str(copy), str(data), "--force")
        assert refused.returncode == 2
        assert "a program is using it" in refused.stderr
        enough = asyncio.Event()
        enough.set()
        asyncio.run(issued_until(server.ws, enough))
    assert [path.name for path in data.glob("*.sqlite3*")] == [FILE_NAME]


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, None])
def test_what_is_no_backup_is_refused_and_leaves_nothing_behind(
    tmp_path: Path, content: bytes | None
) -> None:
    """Empty, something else, or not there."""
    file, data = tmp_path / "file", tmp_path / "data"
    if content is not None:
        file.write_bytes(content)
    refused = denluot("restore", str(file), str(data))
    assert refused.returncode == 2, refused.stderr
    assert "Traceback" not in refused.stderr
    assert not data.exists() or list(data.iterdir()) == []


def test_a_backup_that_was_tampered_with_is_refused_and_its_place_is_named(tmp_path: Path) -> None:
    """Verified before use."""
    with a_backup(tmp_path) as (_, copy):
        with closing(sqlite3.connect(copy)) as connection, connection:
            connection.execute("UPDATE event SET device = 'K9' WHERE version = 7")
        refused = denluot("restore", str(copy), str(tmp_path / "new"))
        assert refused.returncode == 2
        assert "/7: was changed after it was written" in refused.stderr
        assert list((tmp_path / "new").iterdir()) == []


def test_a_copy_of_a_damaged_log_never_replaces_an_older_good_one(tmp_path: Path) -> None:
    """It is kept beside it, for whoever wants to look, and the command fails."""
    with a_backup(tmp_path) as (data, copy):
        good = copy.read_bytes()
        with closing(sqlite3.connect(data / FILE_NAME)) as connection, connection:
            connection.execute("UPDATE event SET device = 'K9' WHERE version = 7")
        failed = denluot("backup", str(data), str(copy))
        assert failed.returncode == 1
        assert "was changed after it was written" in failed.stderr
        assert copy.read_bytes() == good
        assert not checked(tmp_path / "house.backup.unclean").is_clean


def test_a_backup_needs_a_log_and_a_place(tmp_path: Path) -> None:
    """Refused in a sentence."""
    assert denluot("backup", str(tmp_path), str(tmp_path / "copy")).returncode == 2
    written(tmp_path, day_of_every_kind()).dispose()
    failed = denluot("backup", str(tmp_path), str(tmp_path / "no" / "folder" / "copy"))
    assert failed.returncode == 1
    assert failed.stderr.startswith("no backup was made: ")


def test_a_house_moves_from_one_kind_of_database_to_the_other_and_back(
    tmp_path: Path, postgres: Postgres
) -> None:
    """An office that outgrows one machine takes its whole log along, hashes and all."""
    url, again = postgres.new_database(), tmp_path / "again.backup"
    with a_backup(tmp_path) as (data, copy):
        for command in (
            ("restore", str(copy), str(tmp_path / "big"), "--database", url),
            ("verify", str(tmp_path / "big"), "--database", url),
            ("backup", str(tmp_path / "big"), str(again), "--database", url),
        ):
            done = denluot(*command)
            assert done.returncode == 0, done.stderr
        assert checked(again).head == checked(copy).head == checked(data / FILE_NAME).head
        refused = denluot("restore", str(copy), str(tmp_path / "big"), "--database", url)
        assert refused.returncode == 2
        assert "holds a log already" in refused.stderr
        assert sqlite_url(tmp_path / "big") != url
        assert not (tmp_path / "big" / FILE_NAME).exists()
