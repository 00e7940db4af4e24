"""Four hours at a desk: one real counter program, its memory printed every quarter of an hour.

``python -m bench.counter_soak [SPEED]``: the office's clock runs SPEED times as fast as the wall's
(120 unless told: two minutes). People come, are called, served, held, missed; tickets' stories are
read, actions taken back, the desk rests. Ends with 1 when the program has grown by more than
``MAY_GROW_MB`` after its first half hour.
"""

import asyncio
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from bench.measure import rss_mb
from server.client.async_client import AsyncClient
from server.protocol.commands import IssueTicket
from server.protocol.messages import Role
from tests.support.clerk_apps import ClerkApp, one_line
from tests.support.open_doors import open_doors
from tests.support.programs import lines, program

OPENS: Final = "2026-11-23T07:30:00+07:00"
SHIFT_MIN: Final = 240
REPORT_MIN: Final = 15
WARM_MIN: Final = 30
MAY_GROW_MB: Final = 12.0
SERVICE: Final = "chung_thuc"
PEOPLE_AT_ONCE: Final = 6


@dataclass
class Shift:
    """What the clerk did, and how much memory the program had at each report."""

    speed: float
    began: float
    served: int = 0
    missed: int = 0
    held: int = 0
    undone: int = 0
    stories: int = 0
    rests: int = 0

    @property
    def minute(self) -> float:
        """Minutes of office time since the doors opened."""
        return (time.monotonic() - self.began) * self.speed / 60

    def rest(self, office_s: float) -> None:
        """Let so many seconds of the office pass."""
        time.sleep(office_s / self.speed)


@contextmanager
def office(folder: Path, speed: float) -> Iterator[str]:
    """A server whose clock runs fast; its address."""
    data = folder / "data"
    open_doors(data)
    words = ("server", "serve", "--data", str(data), "--port", "0", "--log-level", "error")
    clock = {"DENLUOT_CLOCK_START": OPENS, "DENLUOT_CLOCK_RATE": str(speed)}
    with program(*words, **clock) as process:
        yield json.loads(lines(process.stdout).readline())["ws"]


async def arrive(ws: str, first: int, count: int) -> None:
    """So many people take a number."""
    async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
        for at in range(first, first + count):
            await kiosk.ask(IssueTicket(ticket=f"soak{at:04d}", service=SERVICE))


def serve_one(app: ClerkApp, shift: Shift, rng: Random) -> None:
    """One person as a clerk has them: most are served, some never come, some are kept a place."""
    app.do(do="key", key="F1")
    app.sees("Đang mời", timeout_s=20)
    shift.rest(rng.uniform(10, 40))
    chance = rng.random()
    if chance < 0.1:
        app.do(do="key", key="F2")
        app.sees("gọi lại 1", timeout_s=20)
        app.do(do="key", key="F7")
        shift.missed += 1
    else:
        app.do(do="key", key="F3")
        app.sees("Đang phục vụ", timeout_s=20)
        shift.rest(rng.uniform(90, 360))
        if chance < 0.3:
            app.do(do="key", key="F9")
            app.sees("Lấy số:", timeout_s=20)
            app.do(do="key", key="Escape")
            shift.stories += 1
        app.do(do="key", key="F5" if chance > 0.92 else "F4")
        app.do(do="key", key="Return")
        shift.held += chance > 0.92
        shift.served += chance <= 0.92
    app.misses("Đang phục vụ")
    app.misses("Đang mời")
    if chance < 0.03:
        app.do(do="key", key="Ctrl+Z")
        shift.undone += 1
        app.sees("Đang mời", timeout_s=20)
        app.do(do="key", key="F7")
        app.misses("Đang mời")


def work(app: ClerkApp, pid: int, ws: str, shift: Shift) -> list[float]:
    """The whole shift; memory at each report."""
    rng, known = Random(4), 0
    memory: list[float] = []
    while shift.minute < SHIFT_MIN:
        if known - shift.served - shift.missed - shift.held < PEOPLE_AT_ONCE:
            asyncio.run(arrive(ws, known, PEOPLE_AT_ONCE))
            known += PEOPLE_AT_ONCE
        serve_one(app, shift, rng)
        if rng.random() < 0.08:
            app.do(do="key", key="F8")
            app.do(do="key", key="Return")
            app.sees("Quầy tạm nghỉ", timeout_s=20)
            shift.rest(300)
            app.do(do="key", key="F8")
            app.misses("Quầy tạm nghỉ")
            shift.rests += 1
        if shift.minute >= REPORT_MIN * (len(memory) + 1):
            memory.append(rss_mb(pid))
            sys.stdout.write(
                f"{shift.minute:5.0f} min  {memory[-1]:6.1f} MB  {shift.served} served\n"
            )
            sys.stdout.flush()
    return memory


def main(argv: list[str]) -> int:
    """Run it and print what came of it; 1 when the program has grown too much."""
    speed = float(argv[0]) if argv else 120.0
    with tempfile.TemporaryDirectory() as name, office(Path(name), speed) as ws:
        asyncio.run(one_line(ws, 0))
        words = ("counter", "--server", ws, "--device", "C6", "--pilot", "--size=420x860")
        with program(*words, "--state", str(Path(name) / "C6")) as process:
            app = ClerkApp(process)
            app.sit("Nguyễn Thị An", 6)
            shift = Shift(speed, time.monotonic())
            memory = work(app, process.pid, ws, shift)
    warm = memory[WARM_MIN // REPORT_MIN - 1]
    grown = memory[-1] - warm
    sys.stdout.write(f"{shift}\ngrown by {grown:.1f} MB since minute {WARM_MIN}\n")
    return 0 if grown <= MAY_GROW_MB else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
