"""The paper of a ticket through power cuts, empty rolls and staff: the real kiosk and server."""

import asyncio
import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import assets
from server.core.events import PaperReported
from server.store.event_store import EventStore, open_engine, sqlite_url
from tests.support.bare_client import Bare
from tests.support.fake_printer import FakePrinter, Mode
from tests.support.programs import Driven, lines, program
from tests.support.readers import found, read, with_margin
from tests.support.server_process import ServerProcess
from tests.support.waiting import until

pytestmark = pytest.mark.slow

DEVICE = "K1"


@contextmanager
def kiosk(
    server: ServerProcess, state: Path, printer: FakePrinter
) -> Iterator[tuple[Driven, "subprocess.Popen[str]"]]:
    """A kiosk under a pilot, and its process, ended by the block or dead already."""
    words = ("--server", server.ws, "--state", str(state), "--device", DEVICE)
    with program(
        "kiosk", *words, "--size=1080x1920", "--pilot", "--printer", printer.address
    ) as process:
        pilot = Driven(process)
        pilot.do(do="wait", name="Khai sinh", timeout_s=60)
        yield pilot, process


def take(pilot: Driven) -> str:
    """Take a number; its label."""
    pilot.tap("Khai sinh")
    pilot.tap("Lấy số")
    pilot.sees("Số của ông/bà")
    return next(text for text in pilot.texts() if re.fullmatch(r"\d \d{3}", text))


def reported(data: Path) -> list[PaperReported]:
    """What the log has about papers."""
    store = EventStore(open_engine(sqlite_url(data)))
    try:
        stream = store.last_stream() or ""
        facts = [recorded.event for recorded in store.load(stream)]
    finally:
        store.close()
    return [fact for fact in facts if isinstance(fact, PaperReported)]


def outcomes(data: Path) -> list[tuple[str, int]]:
    return [(fact.outcome, fact.copy_number) for fact in reported(data)]


def open_office(folder: Path) -> str:
    """The ward's profile with clerks nobody asks for a PIN, as an option of the server."""
    profile = (assets.OFFICES / "ward-hoa-binh.toml").read_text("utf-8")
    assert "pins = true" in profile
    file = folder / "office.toml"
    file.write_text(profile.replace("pins = true", "pins = false"), "utf-8")
    return f"--office={file}"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def test_a_kiosk_killed_amid_a_ticket_prints_it_never_again(data: Path, tmp_path: Path) -> None:
    """The torn slip stays the only one, its fate is told as unknown; the next ticket is whole."""
    with ServerProcess(data) as server, FakePrinter(Mode.CHATTY, holds_at=9000) as printer:
        with kiosk(server, tmp_path / "state", printer) as (pilot, process):
            take(pilot)
            until(lambda: printer.is_holding, what="a ticket half out")
            process.kill()
            process.wait(60)
            printer.go_on()
        until(lambda: printer.is_quiet)
        printer.mode = Mode.OK
        before = printer.connections
        with kiosk(server, tmp_path / "state", printer) as (pilot, process):
            until(lambda: printer.connections > before)
            take(pilot)
            until(lambda: any(sheet.cut for sheet in printer.decoder.sheets))
            until(lambda: len(outcomes(data)) == 2)
            pilot.do(do="quit")
            process.wait(60)
        sheets = [sheet for sheet in printer.sheets() if any(map(any, sheet.rows))]
        assert [bool(sheet.cut) for sheet in sheets] == [False, True]
    assert outcomes(data) == [("unknown", 0), ("confirmed", 0)]


def test_an_empty_roll_stops_no_number_and_its_paper_comes_when_it_may(
    data: Path, tmp_path: Path
) -> None:
    """The number is on the glass at once; new paper brings the slip of who is still there."""
    with ServerProcess(data) as server, FakePrinter(Mode.PAPER_OUT) as printer:
        with kiosk(server, tmp_path / "state", printer) as (pilot, process):
            take(pilot)
            pilot.sees("Máy in chưa in được phiếu.")
            assert printer.decoder.sheets == []
            printer.mode = Mode.OK
            until(lambda: bool(printer.decoder.sheets))
            until(lambda: len(outcomes(data)) == 2)
            pilot.do(do="quit")
            assert process.wait(60) == 0, lines(process.stderr).read()
        assert len(printer.sheets()) == 1
    assert outcomes(data) == [("not_sent", 0), ("confirmed", 0)]


async def asked_by_staff(ws: str, label: str) -> None:
    """A clerk has the ticket printed once more."""
    async with Bare.joined(ws, "counter") as clerk:
        await clerk.say(
            {"type": "query", "id": "q1", "query": {"kind": "ticket_story", "label": label}}
        )
        story = await clerk.until(lambda message: message["type"] == "story")
        answer = await clerk.ask("print_ticket", ticket=story["ticket"], clerk="cb02")
        assert answer["type"] == "result", answer


def test_what_staff_ask_for_comes_out_once_though_the_server_is_killed(
    data: Path, tmp_path: Path
) -> None:
    """A marked copy; the notice is replayed after the reconnect and not printed again."""
    with ServerProcess(data, open_office(tmp_path)) as server, FakePrinter() as printer:
        with kiosk(server, tmp_path / "state", printer) as (pilot, process):
            label = take(pilot)
            until(lambda: len(printer.decoder.sheets) == 1)
            asyncio.run(asked_by_staff(server.ws, label))
            until(lambda: len(printer.decoder.sheets) == 2)
            server.kill()
            server.start()
            pilot.tap("Xong")
            pilot.do(do="wait", name="Khai sinh", timeout_s=60)
            other = take(pilot)
            until(lambda: len(printer.decoder.sheets) == 3)
            assert other != label
            until(lambda: len(outcomes(data)) == 3)
            pilot.do(do="quit")
            assert process.wait(60) == 0
        first, copy, _ = printer.sheets()
        words = [
            read(with_margin(sheet), tmp_path, "-l", "vie", "--psm", "4") for sheet in (first, copy)
        ]
        # Nine of its ten signs: what is read by tesseract may be one off.
        assert [found("BẢN IN LẠI", page) >= 9 for page in words] == [False, True]
    assert outcomes(data) == [("confirmed", 0), ("confirmed", 1), ("confirmed", 0)]
