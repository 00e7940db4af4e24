"""``denluot office apply`` on a running office: real server, real clients, no restart (S1-02)."""

import asyncio
import http.client
import json
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner

from server import running
from server.cli.main import app
from server.client.async_client import AsyncClient
from server.client.effects import Delivery
from server.profile.versions import OfficeVersions
from server.protocol.commands import CallNext, IssueTicket, OpenCounter
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result, Role, Welcome
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView, KioskView, WallView
from tests.support.open_doors import open_ward
from tests.support.profile_samples import WARD
from tests.support.programs import Driven, program, served

pytestmark = pytest.mark.slow

MONDAY = "2099-11-23T08:00:00+07:00"
"""Far ahead: what the log says of today is then never behind this machine's own date."""

DESK = """[[counters]]
id = "q13"
number = 13
name = "Quầy lưu động"
area = "Sảnh"
services = ["chung_thuc", "thue"]
clip = "desk_13"

[[clerks]]"""

RENAME = ('Thuế, bảo hiểm xã hội"\nnames = { en = "Tax, social insurance" }\nfield', 'Thuế"\nfield')
ADD_DESK = ("[[clerks]]", DESK)


@contextmanager
def office(data: Path, *more: str) -> Iterator[str]:
    """A server on ``data`` at eight on a Monday: its websocket's address."""
    with served(data, "--clock-start", MONDAY, *more) as ready:
        yield str(ready["ws"])


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


def denluot(*words: str | Path) -> Done:
    """The command, to its end; in this process, for a program of its own only starts slower."""
    done = CliRunner().invoke(app, ["office", *map(str, words)])
    return Done(done.exit_code, done.stdout, done.stderr)


def program_of_its_own(*words: str | Path) -> Done:
    """The same as the program it is, also from another thread."""
    command = [sys.executable, "-m", "server", "office", *map(str, words)]
    done = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
    )
    return Done(done.returncode, done.stdout, done.stderr)


def edited(folder: Path, *pairs: tuple[str, str], name: str = "new.toml") -> Path:
    """A file of the ward with some of its words replaced."""
    text = open_ward()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def without_tax(folder: Path) -> Path:
    """The ward without its tax service; desk 1 helps with certified copies."""
    text = open_ward()
    for begin, end in (
        ('[[services]]\nid = "thue"', "[[services]]"),
        ("thue = [\n", "]\n"),
        ("thue = { share", "\n"),
        ('thue = ["', "\n"),
    ):
        start = text.index(begin)
        stop = text.index(end, start + len(begin))
        text = text[:start] + text[stop if end == "[[services]]" else stop + len(end) :]
    text = text.replace('services = ["thue"]', 'services = ["chung_thuc"]')
    text = text.replace("chung_thuc = { share = 0.25", "chung_thuc = { share = 0.30")
    path = folder / "without-tax.toml"
    path.write_text(text, "utf-8")
    return path


def told(client: AsyncClient) -> OfficeInfo:
    """The office as the client knows it now."""
    return client.welcome.office


def service_name(client: AsyncClient, service: str) -> str:
    """What a service is called, empty if there is none."""
    return next((each.name for each in told(client).services if each.id == service), "")


def _calls_tax(name: str) -> Callable[[AsyncClient], bool]:
    """Whether a client knows the tax service by this name."""
    return lambda client: service_name(client, "thue") == name


async def number(kiosk: AsyncClient, ticket: str, service: str) -> str:
    """A new ticket's label."""
    answer = await kiosk.ask(IssueTicket(ticket=ticket, service=service))
    assert isinstance(answer, Result), answer
    return answer.label


async def test_a_new_name_and_a_new_desk_reach_everybody_without_reconnecting(
    tmp_path: Path,
) -> None:
    """Tickets wait on, the new desk opens and calls one of them at once."""
    data, greetings = tmp_path / "data", list[object]()
    with office(data) as ws:
        async with (
            AsyncClient(ws, Role.KIOSK, "K1", listener=greetings.append) as kiosk,
            AsyncClient(ws, Role.COUNTER, "C1", scope="q13") as counter,
            AsyncClient(ws, Role.WALL, "W1") as wall,
        ):
            label = await number(kiosk, "t1", "thue")
            done = denluot("apply", edited(tmp_path, RENAME, ADD_DESK), "--data", data, "--yes")
            assert done.returncode == 0, done.stderr
            assert "no restart was needed" in done.stdout
            assert '+ q13 "Quầy lưu động"' in done.stdout
            for client in (kiosk, counter, wall):
                await client.wait_for(_calls_tax("Thuế"))
                assert any(desk.id == "q13" for desk in told(client).counters)
            assert told(kiosk).procedures
            assert not told(wall).procedures
            await counter.wait_for(lambda c: isinstance(c.view, CounterView) and bool(c.view.desk))
            opened = await counter.ask(OpenCounter(counter="q13", clerk="cb03"))
            called = await counter.ask(CallNext(counter="q13", clerk="cb03"))
            assert isinstance(opened, Result)
            assert isinstance(called, Result)
            assert called.label == label
            assert kiosk.state.value == "live"
    assert sum(type(each).__name__ == "Welcome" for each in greetings) == 2


class Watcher:
    """Hears all a screen is told, and which desks were shown before the office named them."""

    def __init__(self) -> None:
        self._desks: set[str] = set()
        self.offices = 0
        self.views = 0
        self.shown: set[str] = set()
        self.unknown: set[str] = set()

    def hear(self, what: Delivery) -> None:
        """One delivery, in its order."""
        if isinstance(what, Welcome):
            self.offices += 1
            self._desks = {desk.id for desk in what.office.counters}
        elif isinstance(what, WallView):
            self.views += 1
            self.shown = {desk.counter for desk in what.counters}
            self.unknown |= self.shown - self._desks


@pytest.mark.parametrize("is_busy", [True, False])
async def test_no_screen_hears_of_a_desk_before_it_is_told_the_office(
    tmp_path: Path, is_busy: bool
) -> None:
    """In the morning's rush, and in a quiet hour, when a view goes out at once."""
    data, watcher = tmp_path / "data", Watcher()
    file = edited(tmp_path, ADD_DESK)
    with office(data) as ws:
        async with (
            AsyncClient(ws, Role.WALL, "W1", listener=watcher.hear) as wall,
            AsyncClient(ws, Role.KIOSK, "K1") as kiosk,
        ):
            changing = asyncio.create_task(
                asyncio.to_thread(program_of_its_own, "apply", file, "--data", data, "--yes")
            )
            count = 0
            while not changing.done():
                if is_busy:
                    await number(kiosk, f"t{count}", "huong_dan")
                    count += 1
                await asyncio.sleep(0.02)
            assert changing.result().returncode == 0
            await wall.wait_for(lambda _: "q13" in watcher.shown)
    assert watcher.unknown == set()
    assert watcher.offices == 2
    assert not is_busy or watcher.views > 5


def test_a_kiosk_shows_the_new_name_by_itself(tmp_path: Path) -> None:
    """The app does nothing it does not do for a greeting."""
    data = tmp_path / "data"
    file = edited(tmp_path, ('name = "Hộ tịch"', 'name = "Hộ tịch, giấy tờ"'))
    with office(data) as ws:
        state = str(tmp_path / "state")
        with program("kiosk", "--server", ws, "--pilot", "--state", state) as process:
            kiosk = Driven(process)
            kiosk.sees("Hộ tịch", 60)
            assert denluot("apply", file, "--data", data, "--yes").returncode == 0
            kiosk.sees("Hộ tịch, giấy tờ")
            kiosk.do(do="quit")


async def test_a_service_people_wait_for_vanishes_only_with_a_word_where_they_go(
    tmp_path: Path,
) -> None:
    """Refused naming every one of them; with ``--move`` they keep their numbers elsewhere."""
    data = tmp_path / "data"
    file = without_tax(tmp_path)
    with office(data) as ws:
        async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
            labels = [await number(kiosk, f"t{n}", "thue") for n in range(3)]
            refused = denluot("apply", file, "--data", data, "--yes")
            assert refused.returncode == 1
            assert f"{', '.join(labels)} would have nowhere to go" in refused.stderr
            assert "Thuế, bảo hiểm xã hội vanishes" in refused.stderr
            assert "[would_strand]" in refused.stderr
            assert service_name(kiosk, "thue")
            moved = denluot("apply", file, "--data", data, "--yes", "--move", "thue=chung_thuc")
            assert moved.returncode == 0, moved.stderr
            await kiosk.wait_for(_calls_tax(""))
            await kiosk.wait_for(lambda c: _waiting(c, "chung_thuc") == 3)
            gone = await kiosk.ask(IssueTicket(ticket="t9", service="thue"))
            assert isinstance(gone, Error)
            assert gone.code is ErrorCode.UNKNOWN_SERVICE
    verdict = subprocess.run(
        [sys.executable, "-m", "server", "verify", str(data)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert verdict.returncode == 0, verdict.stderr


def _waiting(client: AsyncClient, service: str) -> int:
    assert isinstance(client.view, KioskView)
    return next((x.waiting for x in client.view.services if x.service == service), -1)


async def test_a_desk_somebody_works_at_cannot_vanish(tmp_path: Path) -> None:
    """It is named with the clerk who sits there, in people's words."""
    data = tmp_path / "data"
    with office(data) as ws:
        first = denluot("apply", edited(tmp_path, ADD_DESK), "--data", data, "--yes")
        assert first.returncode == 0, first.stderr
        async with AsyncClient(ws, Role.COUNTER, "C1") as counter:
            answer = await counter.ask(OpenCounter(counter="q13", clerk="cb03"))
            assert isinstance(answer, Result)
            back = denluot("rollback", "--data", data, "--yes")
    assert back.returncode == 1
    assert "Desk 13 (Quầy lưu động) vanishes while Đặng Quốc Bảo works there" in back.stderr


async def test_two_changes_in_a_row_then_back_then_a_restart(tmp_path: Path) -> None:
    """Every version is kept; a rollback is one more; a restart goes on with the newest."""
    data = tmp_path / "data"
    second = ('Thuế"\nfield', 'Thuế và phí"\nfield')
    with office(data) as ws:
        async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
            for pairs, name in (((RENAME,), "Thuế"), ((RENAME, second), "Thuế và phí")):
                done = denluot("apply", edited(tmp_path, *pairs), "--data", data, "--yes")
                assert done.returncode == 0, done.stderr
                await kiosk.wait_for(_calls_tax(name))
            back = denluot("rollback", "--data", data, "--yes")
            assert "Version 4 is in force" in back.stdout, back.stderr
            await kiosk.wait_for(_calls_tax("Thuế"))
            first = denluot("rollback", "--data", data, "--yes", "--to", "1")
            assert "Version 5 is in force" in first.stdout, first.stderr
            await kiosk.wait_for(_calls_tax("Thuế, bảo hiểm xã hội"))
            assert denluot("rollback", "--data", data, "--yes", "--to", "3").returncode == 0
    with office(data) as ws:
        async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
            assert service_name(kiosk, "thue") == "Thuế và phí"
    listed = denluot("versions", "--data", data).stdout.splitlines()
    assert [line.split("\t")[0] for line in listed] == ["1", "2", "3", "4", "5", "6"]
    exported = tmp_path / "exported.toml"
    assert denluot("export", exported, "--data", data, "--version", "2").returncode == 0
    assert exported.read_text("utf-8") == edited(tmp_path, RENAME).read_text("utf-8")


def test_a_broken_file_is_refused_with_all_its_problems(tmp_path: Path) -> None:
    """Before anything is asked of the server."""
    data = tmp_path / "data"
    broken = edited(tmp_path, ('field = "thue"', 'field = "thuee"'), ("undo_s = 60", "undo_s = -1"))
    with office(data):
        done = denluot("apply", broken, "--data", data, "--yes")
        assert done.returncode == 1
        assert 'no field "thuee"' in done.stderr
        assert "limits.undo_s" in done.stderr
        assert [version.number for version in OfficeVersions(data).all()] == [1]


def _post(data: Path, body: bytes, token: str | None = None) -> tuple[int, bytes]:
    """What the endpoint answers to these bytes."""
    found = running.find(data)
    assert found is not None
    address = urlsplit(found.url)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=10)
    connection.request(
        "POST",
        running.ADMIN_PATH,
        body,
        {"Authorization": f"Bearer {found.token if token is None else token}"},
    )
    answer = connection.getresponse()
    try:
        return answer.status, answer.read()
    finally:
        connection.close()


def test_the_endpoint_wants_its_token_and_a_whole_request(tmp_path: Path) -> None:
    """The token is in a file only the server's own user may read, and gone when it stops."""
    data = tmp_path / "data"
    broken = edited(tmp_path, ('field = "thue"', 'field = "thuee"')).read_text("utf-8")
    with office(data):
        kept = data / running.FILE_NAME
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
        request = json.dumps({"toml": WARD.read_text("utf-8"), "check_only": True}).encode()
        assert _post(data, request)[0] == 200
        assert _post(data, request, "wrong")[0] == 401
        assert _post(data, request, "")[0] == 401
        assert _post(data, b"{}")[0] == 400
        assert _post(data, b'{"toml": "", "colour": "red"}')[0] == 400
        assert _post(data, b" " * (5 << 20))[0] == 413
        status, body = _post(data, json.dumps({"toml": broken, "file": "x.toml"}).encode())
        assert status == 409
        assert (
            'x.toml: services[thue].field: there is no field "thuee"'
            in json.loads(body)["problems"]
        )
        assert [version.number for version in OfficeVersions(data).all()] == [1]
    assert not kept.exists()


async def test_without_a_server_the_version_waits_for_the_next_start(tmp_path: Path) -> None:
    """The day in the log is asked all the same, and people go where it was said."""
    data = tmp_path / "data"
    file = without_tax(tmp_path)
    with office(data) as ws:
        async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
            label = await number(kiosk, "t1", "thue")
    refused = denluot("apply", file, "--data", data, "--yes")
    assert refused.returncode == 1
    assert f"{label} would have nowhere to go" in refused.stderr
    kept = denluot("apply", file, "--data", data, "--yes", "--move", "thue=chung_thuc")
    assert "comes into force at its next start" in kept.stdout, kept.stderr
    with office(data) as ws:
        async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
            assert service_name(kiosk, "thue") == ""
            assert _waiting(kiosk, "chung_thuc") == 1


def test_a_killed_servers_address_is_not_taken_for_a_running_one(tmp_path: Path) -> None:
    """What it left behind does not stand in the way of a change."""
    data = tmp_path / "data"
    with office(data):
        pass
    running.announce(data, "http://127.0.0.1:9", "token")
    done = denluot("apply", edited(tmp_path, RENAME), "--data", data, "--yes")
    assert "comes into force at its next start" in done.stdout, done.stderr


def test_an_answer_other_than_yes_changes_nothing(tmp_path: Path) -> None:
    """The difference is shown before the question."""
    data = tmp_path / "data"
    with office(data):
        done = denluot("apply", edited(tmp_path, RENAME), "--data", data)
        assert done.returncode == 1
        assert '"Thuế, bảo hiểm xã hội" → "Thuế"' in done.stdout
        assert denluot("diff", edited(tmp_path, RENAME), "--data", data).stdout.strip() in (
            done.stdout
        )
        same = denluot("apply", edited(tmp_path), "--data", data, "--yes")
        assert same.stdout.strip() == "Nothing would change."
        assert [version.number for version in OfficeVersions(data).all()] == [1]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("rollback",), "no earlier version"),
        (("rollback", "--to", "7"), "no version 7"),
        (("export", "out.toml"), "no version is kept"),
        (("apply", "missing.toml"), "cannot be read"),
        (("apply", str(WARD), "--move", "thue"), "write OLD=NEW"),
        (("apply", str(WARD), "--server", "http://127.0.0.1:9"), "token is not known"),
    ],
)
def test_a_wrong_word_is_explained(words: tuple[str, ...], says: str, tmp_path: Path) -> None:
    """In one line, with code 2, and nothing is changed."""
    done = denluot(*words, "--data", tmp_path, *(["--yes"] if words[0] != "export" else []))
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert len(done.stderr.splitlines()) == 1
