"""The promise of working alone: 200 numbers while everything breaks; what paper says is true.

A real server process that is killed, three kiosks behind cables that are cut and pulled, two of
them killed as well. Two are the kiosk's program without its window
(``tests/support/glassless_kiosk.py``), for three windows would be too much for two cores; the
third is the whole program, touched by a pilot. The paper is read by a decoder and zbar, which share
nothing with the kiosk, and its number compared with the log dot for dot.
"""

import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import reduce
from math import ceil
from pathlib import Path
from typing import Any, Final

import pytest

from server.core import commands as c
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.store.event_store import FILE_NAME, EventStore, open_engine, sqlite_url
from tests.support.chaos_proxy import ChaosProxy
from tests.support.escpos_decoder import Sheet, decode
from tests.support.programs import Driven, program
from tests.support.readers import says_label, scanned, with_margin
from tests.support.running_office import verdict_on
from tests.support.server_process import ServerProcess
from tests.support.waiting import until

pytestmark = pytest.mark.slow

WANTED: Final = 200
STORM_S: Final = 240.0
SEED: Final = 17
BLOWS: Final = ("server", "server", "cut", "pull", "pull", "kiosk")
"""One round of what happens, in an order drawn anew each time."""
MORNING: Final = datetime.fromisoformat("2026-11-23T08:00:00+07:00")
LABEL: Final = re.compile(r"[0-9A-Z] \d{3}")


class SteadyServer(ServerProcess):
    """Its clock goes on over a restart, as a real machine's does."""

    _began = 0.0

    def launch(self) -> None:
        """Start without waiting."""
        self._began = self._began or time.monotonic()
        # Upwards: a clock that goes back would put the waiting out of order, rightly.
        passed = timedelta(seconds=ceil(time.monotonic() - self._began))
        others = [each for each in self._options if not each.startswith("--clock-start")]
        self._options = [*others, f"--clock-start={MORNING + passed:%Y-%m-%dT%H:%M:%S%z}"]
        super().launch()


@dataclass
class Station:
    """A kiosk without a glass, its cable and its paper; ``told`` is what its citizens saw."""

    name: str
    cable: ChaosProxy
    folder: Path
    told: list[dict[str, Any]] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)
    deaths: int = 0
    _process: subprocess.Popen[str] | None = None
    _reader: threading.Thread | None = None

    @property
    def paper(self) -> Path:
        """What its printer got."""
        return self.folder / f"{self.name}.paper"

    @property
    def errors(self) -> Path:
        """What it complained of."""
        return self.folder / f"{self.name}.stderr"

    def start(self) -> None:
        """Switch it on."""
        words = ["--server", self.cable.ws, "--device", self.name]
        words += ["--state", str(self.folder / self.name), "--printer", f"file:{self.paper}"]
        with self.errors.open("a", encoding="utf-8") as errors:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "tests.support.glassless_kiosk",
                    *words,
                    f"--seed={self.deaths}",
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
            )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    def _read(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        for line in process.stdout:
            said = json.loads(line)
            if "label" in said:
                self.told.append(said)
            else:
                self.ready.set()

    def die(self) -> None:
        """Its power is gone; then it is back."""
        self.deaths += 1
        self.kill()
        self.start()

    def kill(self) -> None:
        """Its power is gone."""
        if self._process is not None:
            self._process.kill()
            self.gone()

    def end(self) -> None:
        """No more citizens; it leaves once the server knows of every number."""
        assert self._process is not None
        assert self._process.stdin is not None
        self._process.stdin.close()

    def gone(self) -> int:
        """Wait for its end."""
        assert self._process is not None
        assert self._reader is not None
        code = self._process.wait(60)
        self._reader.join(5)
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process = None
        return code


class Glass(threading.Thread):
    """The whole kiosk, a pilot's finger on its glass: one citizen after the other."""

    def __init__(self, pilot: Driven, paper: Path) -> None:
        super().__init__(daemon=True)
        self._pilot, self._paper = pilot, paper
        self.labels: list[str] = []
        self.closing = False
        self.failure: BaseException | None = None

    def run(self) -> None:
        """Until the test closes."""
        try:
            while not self.closing:
                self._citizen()
        except BaseException as failure:  # noqa: BLE001 -- told in the test's own thread
            self.failure = failure

    def _citizen(self) -> None:
        before = self._size()
        self._pilot.tap("Chứng thực bản sao", timeout_s=60)
        self._pilot.tap("Lấy số")
        self._pilot.sees("Số của ông/bà")
        [label] = {text for text in self._pilot.texts() if LABEL.fullmatch(text)}
        self.labels.append(label)
        until(lambda: self._size() > before)
        self._pilot.tap("Xong")

    def _size(self) -> int:
        return self._paper.stat().st_size if self._paper.exists() else 0


@dataclass
class Office:
    """All that takes part."""

    server: SteadyServer
    stations: list[Station]
    glass: Glass
    cables: list[ChaosProxy]
    happened: Counter[str] = field(default_factory=Counter)

    def count(self) -> int:
        """Numbers told so far."""
        return sum(len(each.told) for each in self.stations) + len(self.glass.labels)

    def storm(self, chance: random.Random) -> None:
        """Everything breaks, again and again, until enough numbers were told."""
        end = time.monotonic() + STORM_S
        blows: list[str] = []
        while self.count() < WANTED:
            assert time.monotonic() < end, f"only {self.count()} numbers: {self.happened}"
            assert self.glass.failure is None, self.glass.failure
            time.sleep(chance.uniform(0.1, 0.8))
            blows = blows or chance.sample(BLOWS, len(BLOWS))
            blow = blows.pop()
            self.happened[blow] += 1
            getattr(self, f"_{blow}")(chance)

    def _server(self, chance: random.Random) -> None:
        self.server.kill()
        time.sleep(chance.uniform(0.1, 1.5))
        self.server.start()

    def _cut(self, chance: random.Random) -> None:
        chance.choice(self.cables).cut()

    def _pull(self, chance: random.Random) -> None:
        cable = chance.choice(self.cables)
        cable.pull()
        time.sleep(chance.uniform(0.1, 3.5))
        cable.plug()

    def _kiosk(self, chance: random.Random) -> None:
        chance.choice(self.stations).die()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Server, cables, kiosks: greeted, and with numbers of their own."""
    with ExitStack() as stack:
        server = SteadyServer(tmp_path / "data", "--log-level=warning")
        stack.enter_context(server)
        port = int(server.url.rpartition(":")[2])
        cables = [stack.enter_context(ChaosProxy(port)) for _ in range(3)]
        stations = [Station(f"K{n}", cables[n], tmp_path) for n in range(2)]
        for station in stations:
            stack.callback(station.kill)
            station.start()
        words = ("--server", cables[2].ws, "--device", "K2", "--state", str(tmp_path / "K2"))
        paper = tmp_path / "K2.paper"
        options = ("--size=1080x1920", "--pilot", "--silent", "--printer", f"file:{paper}")
        process = stack.enter_context(program("kiosk", *words, *options))
        glass = Glass(Driven(process), paper)
        for station in stations:
            assert station.ready.wait(60), station.errors.read_text("utf-8")
        until(lambda: _is_stocked(tmp_path / "data", "K2"))
        glass.start()
        yield Office(server, stations, glass, cables)


def _is_stocked(data: Path, device: str) -> bool:
    """Whether the server has kept numbers of every service for this kiosk."""
    with closing(sqlite3.connect(data / FILE_NAME)) as log:
        query = "SELECT count(*) FROM event WHERE kind = 'NumbersReserved' AND device = ?"
        return bool(log.execute(query, (device,)).fetchone()[0] >= 13)


@pytest.mark.timeout(600)
def test_two_hundred_numbers_of_three_kiosks_while_everything_breaks(
    office: Office, tmp_path: Path
) -> None:
    """None lost, none twice, in order of issue: by the log and by the paper."""
    began = time.monotonic()
    office.storm(random.Random(SEED))
    stormed_s = time.monotonic() - began
    office.glass.closing = True
    office.glass.join(60)
    assert office.glass.failure is None, office.glass.failure
    for station in office.stations:
        station.end()
        assert station.gone() == 0, station.errors.read_text("utf-8")
        assert station.errors.read_text("utf-8") == ""
    told = [each for station in office.stations for each in station.told]
    wanted = {each["label"] for each in told} | set(office.glass.labels)
    until(lambda: wanted <= set(_labels(tmp_path / "data").values()))
    office.server.stop()

    rows = _labels(tmp_path / "data")
    assert len(set(rows.values())) == len(rows), "a label is in the log twice"
    assert {each["ticket"]: each["label"] for each in told}.items() <= rows.items()
    assert len(told) + len(office.glass.labels) == len(wanted), "a label was told twice"
    state = _replayed(tmp_path / "data")
    cancelled = rows.keys() - {ticket for ticket, _ in state.tickets.items()}
    held = [ticket for ticket, label in rows.items() if label in wanted]
    assert not cancelled & set(held), "somebody holds that paper"
    # A kiosk that lost its power may have asked for, or written down, one number nobody saw.
    deaths = sum(station.deaths for station in office.stations)
    assert len(rows.keys() - cancelled - set(held)) <= deaths
    assert _order(state, held) == _by_issue(state, held)
    sheets = _paper(office, rows, tmp_path)
    assert verdict_on(tmp_path / "data").problems == []
    offline = sum(each["offline"] for each in told)
    sys.stdout.write(
        f"\n{len(wanted)} numbers, {len(office.glass.labels)} of them on the glass, of the others "
        f"{offline} offline; {dict(office.happened)}, {len(cancelled)} withdrawn, {sheets} sheets; "
        f"storm {stormed_s:.0f} s, all {time.monotonic() - began:.0f} s\n"
    )
    assert offline > WANTED // 10, "that was no storm"


def _labels(data: Path) -> dict[str, str]:
    """Every ticket of the log."""
    with closing(sqlite3.connect(data / FILE_NAME)) as log:
        return dict(log.execute("SELECT ticket, label FROM ticket").fetchall())


def _replayed(data: Path) -> DayState:
    """The day as its log makes it."""
    engine = open_engine(sqlite_url(data))
    try:
        events = [each.event for each in EventStore(engine).load("2026-11-23")]
    finally:
        engine.dispose()
    return reduce(evolve, events, DayState())


def _order(state: DayState, held: list[str]) -> list[str]:
    """In what order the desks would call everybody, were it one desk after the other."""
    order = []
    at = MORNING + timedelta(hours=1)
    rules = state.in_force
    for counter, clerk in (("q6", 0), ("q9", 1), ("q11", 2), ("q1", 3)):
        here = (at, counter, rules.clerks[clerk])
        state = reduce(evolve, decide(state, c.OpenCounter(*here)), state)
        while len(state.lines[rules.counter_by_id[counter].services[0]]):
            [called] = decide(state, c.CallNext(*here))
            state = evolve(state, called)
            ticket = state.desks[counter].ticket
            order.append(ticket)
            state = reduce(evolve, decide(state, c.MarkNoShow(*here, ticket)), state)
    return [ticket for ticket in order if ticket in held]


def _by_issue(state: DayState, held: list[str]) -> list[str]:
    """Desk after desk, each line by the moment the number was taken."""
    order = []
    for service in ("chung_thuc", "khai_sinh", "cong_an", "thue"):
        own = [t for _, t in state.tickets.items() if t.service == service and t.id in held]
        order += [t.id for t in sorted(own, key=lambda each: each.arrived_at)]
    return order


def _paper(office: Office, rows: dict[str, str], folder: Path) -> int:
    """Every number told is on paper once; no paper says what the log does not; how many sheets."""
    sheets: list[Sheet] = []
    for station in office.stations:
        sheets += decode(station.paper.read_bytes())
    sheets += decode((folder / "K2.paper").read_bytes())
    pictures = [with_margin(sheet) for sheet in sheets]
    (folder / "pages").mkdir()
    tickets = [url.rpartition("/")[2] for url in scanned(pictures, folder / "pages")]
    assert len(tickets) == len(sheets), "every sheet has its code"
    assert max(Counter(tickets).values()) == 1, "no paper twice"
    assert set(tickets) <= rows.keys()
    assert {each["ticket"] for s in office.stations for each in s.told} <= set(tickets)
    assert set(office.glass.labels) <= {rows[ticket] for ticket in tickets}
    for picture, ticket in zip(pictures, tickets, strict=True):
        assert says_label(picture, rows[ticket]), "paper and log say the same"
    return len(sheets)
