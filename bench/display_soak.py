"""Two days and the night between before a real lobby screen: memory, and drawing without a GPU.

``python -m bench.display_soak [--minutes N] [--size WxH] [--only days|cost]``. An office at our own
pace: processor time while the hall is quiet, and while calls are shown and spoken, with the
software renderer. Then a ward full of simulated people whose clock runs so fast that 36 hours, two
working days, take N minutes; memory is printed every three hours of the office. Ends with 1 when
the program grew by more than ``MAY_GROW_MB`` in the 24 hours from the end of work to the end of
work, or takes more than was promised. The platform of Qt is ``offscreen`` unless told otherwise.
"""

import argparse
import asyncio
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import mean
from typing import Final

from assets import OFFICES
from bench.measure import rss_mb
from server.client.async_client import AsyncClient
from server.profile.load import load_office
from server.protocol import commands as c
from server.protocol.messages import Role
from server.simulator.arrivals import arrivals
from server.simulator.people import ClerkClient, citizens
from tests.support.open_doors import open_doors
from tests.support.programs import Driven, lines, program
from tests.support.sound_server import SoundServer

MORNING: Final = "2026-11-23T07:00:00+07:00"
AT_WORK: Final = "2026-11-23T08:00:00+07:00"
OPENS_MIN: Final = 7 * 60 + 30
WORKING_MIN: Final = 9 * 60
DAYS: Final = 2
LASTS_S: Final = 36 * 3600
REPORT_S: Final = 3 * 3600
WARM_REPORTS: Final = 4
MAY_GROW_MB: Final = 10.0
IDLE_PERCENT: Final = 5.0
CALL_PERCENT: Final = 30.0
QUIET_S: Final = 40
CALLS: Final = 6
CALL_S: Final = 10
SERVICE: Final = "chung_thuc"
DESK: Final = "q6"
TICKS_S: Final = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Percent of one core, second by second."""

    what: str
    promised: float
    seconds: tuple[float, ...]

    @property
    def is_kept(self) -> bool:
        """Whether the mean is within the promise."""
        return mean(self.seconds) <= self.promised

    def __str__(self) -> str:
        return (
            f"{self.what}: {mean(self.seconds):.1f} % of a core, worst second "
            f"{max(self.seconds):.0f} % (promised {self.promised:.0f} %)"
        )


@contextmanager
def lobby(folder: Path, rate: float, start: str, size: str) -> Iterator[tuple[str, int]]:
    """A server with a lobby screen before it: the address, and the screen's process."""
    data = folder / "data"
    open_doors(data)
    serve = ("server", "serve", "--data", str(data), "--port", "0", "--log-level", "error")
    clock = {"DENLUOT_CLOCK_START": start, "DENLUOT_CLOCK_RATE": str(rate)}
    with program(*serve, **clock) as server:
        ws = str(json.loads(lines(server.stdout).readline())["ws"])
        show = ("display", "--screen", "lobby", "--server", ws, "--device", "D1", "--pilot")
        more = ("--size", size, "--state", str(folder / "D1"))
        glass = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
        with program(*show, *more, QT_QUICK_BACKEND="software", **glass) as screen:
            Driven(screen).sees("Dự kiến chờ", 60)
            yield ws, screen.pid


# ---- two days and a night --------------------------------------------------------------------


async def working_days(ws: str, pid: int, rate: float) -> list[float]:
    """Memory in MB at every report while the ward's people come and go."""
    profile = load_office(OFFICES / "ward-hoa-binh.toml")
    start = datetime.fromisoformat(MORNING).replace(hour=OPENS_MIN // 60, minute=OPENS_MIN % 60)
    names = [clerk.id for clerk in profile.clerks if clerk.role != "supervisor"]
    at_desks = zip(profile.counters, names, strict=False)
    work = [ClerkClient(profile, 1, desk.id, name, "").work(ws) for desk, name in at_desks]
    for day in range(DAYS):
        people = arrivals(profile, day, start.weekday() + day, OPENS_MIN, WORKING_MIN)
        _tell(f"day {day + 1}: {len(people)} people")
        work.append(citizens(ws, people, start + timedelta(days=day), f"SIM-K{day}"))
    tasks = [asyncio.create_task(each) for each in work]
    try:
        return await _memory(pid, rate)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
        for outcome in ended:
            if isinstance(outcome, Exception):
                raise outcome


async def _memory(pid: int, rate: float) -> list[float]:
    found, began = [rss_mb(pid)], time.monotonic()
    for hours in range(REPORT_S, LASTS_S + 1, REPORT_S):
        await asyncio.sleep(max(0.0, began + hours / rate - time.monotonic()))
        found.append(rss_mb(pid))
        at = datetime.fromisoformat(MORNING) + timedelta(seconds=hours)
        _tell(f"{at:%a %H:%M}  {found[-1]:6.1f} MB")
    return found


def memory_is_kept(minutes: float, size: str) -> bool:
    """Run the days; whether the program stayed as large as it was after the first."""
    rate = LASTS_S / (minutes * 60)
    with (
        tempfile.TemporaryDirectory() as name,
        lobby(Path(name), rate, MORNING, size) as (ws, pid),
    ):
        found = asyncio.run(working_days(ws, pid, rate))
    grown = found[-1] - found[WARM_REPORTS]
    _tell(f"memory: {found[0]:.1f} MB at first, {found[WARM_REPORTS]:.1f} MB after the first "
          f"working day, {found[-1]:.1f} MB after the second ({grown:+.1f} MB)")  # fmt: skip
    return grown <= MAY_GROW_MB


# ---- what drawing costs ----------------------------------------------------------------------


def processor_s(pid: int) -> float:
    """Seconds of processor time a process and all its threads have taken so far."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_S


async def percents(pid: int, seconds: int) -> list[float]:
    """How much of a core a process takes, second by second."""
    found = []
    for _ in range(seconds):
        before, began = processor_s(pid), time.monotonic()
        await asyncio.sleep(1)
        found.append(100 * (processor_s(pid) - before) / (time.monotonic() - began))
    return found


async def costs(ws: str, pid: int) -> tuple[Cost, Cost]:
    """A quiet hall whose desks wait and whose notices turn; then call after call."""
    async with (
        AsyncClient(ws, Role.KIOSK, "K1") as kiosk,
        AsyncClient(ws, Role.COUNTER, "C6") as counter,
    ):
        await counter.ask(c.OpenCounter(counter=DESK, clerk="cb07"))
        await asyncio.sleep(5)
        quiet = Cost("quiet", IDLE_PERCENT, tuple(await percents(pid, QUIET_S)))
        busy: list[float] = []
        for number in range(CALLS):
            ticket = f"soak{number}"
            await kiosk.ask(c.IssueTicket(ticket=ticket, service=SERVICE))
            await counter.ask(c.CallNext(counter=DESK, clerk="cb07"))
            busy += await percents(pid, CALL_S)
            await _served(counter.ask, ticket)
    return quiet, Cost("while a call is shown and spoken", CALL_PERCENT, tuple(busy))


async def _served(ask: Callable[[c.AnyCommand], Awaitable[object]], ticket: str) -> None:
    here = {"counter": DESK, "clerk": "cb07", "ticket": ticket}
    await ask(c.StartService.model_validate(here))
    await ask(c.CompleteTicket.model_validate(here | {"outcome": "tiep_nhan"}))


@contextmanager
def loudspeaker(folder: Path) -> Iterator[None]:
    """One that sounds into nothing, where a sound server is installed; none otherwise."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        _tell("no sound server is installed here: the voice is only rendered, not played")
        yield
        return
    server = SoundServer(folder)
    os.environ |= {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    os.environ["PULSE_SERVER"] = f"unix:{server.socket}"
    server.start()
    try:
        yield
    finally:
        server.kill()


def cost_is_kept(size: str) -> bool:
    """Measure quiet and busy; whether both are within what was promised."""
    with (
        tempfile.TemporaryDirectory() as name,
        loudspeaker(Path(name)),
        lobby(Path(name), 1, AT_WORK, size) as (ws, pid),
    ):
        found = asyncio.run(costs(ws, pid))
    for each in found:
        _tell(f"{size} {each}")
    return all(each.is_kept for each in found)


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> int:
    """Run and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0, help="how long the 36 hours take")
    parser.add_argument("--size", default="1920x1080", help="of the screen")
    parser.add_argument("--only", choices=("days", "cost"))
    given = parser.parse_args()
    costs_little = given.only == "days" or cost_is_kept(given.size)
    stays_small = given.only == "cost" or memory_is_kept(given.minutes, given.size)
    return 0 if costs_little and stays_small else 1


if __name__ == "__main__":
    raise SystemExit(main())
