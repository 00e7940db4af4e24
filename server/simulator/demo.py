"""``denluot demo``: a whole simulated office on this machine; a person may use its apps too.

Server and apps are real processes; the citizens and clerks are clients of the public protocol.
"""

import asyncio
import signal
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from server.client.async_client import AsyncClient
from server.profile.load import load_office
from server.profile.model import OfficeProfile
from server.protocol.messages import Role
from server.protocol.views import Totals, WallView
from server.simulator.arrivals import arrivals
from server.simulator.people import ClerkClient, citizens
from server.simulator.programs import READY_TIMEOUT_S, Program, ProgramFailed, has_screen

OPENS_MIN: Final = 7 * 60 + 30
DEMO_PIN: Final = "2468"
"""Easy to guess on purpose: a demo has nothing to protect."""
KIOSK_AT_REST: Final = "Chạm để lấy số"
KIOSKS: Final = ("SIM-K1", "SIM-K2")
WINDOWS: Final = {
    "kiosk": (["kiosk", "--device", "K1", "--printer", "none"], "620x1000"),
    "counter": (["counter", "--device", "C1"], "420x760"),
    "lobby": (["display", "--screen", "lobby", "--device", "D1"], "1280x720"),
    "wall": (["display", "--screen", "wall", "--device", "W1"], "1280x720"),
}
FULL_SIZES: Final = {
    "kiosk": "1080x1920",
    "counter": "1366x768",
    "lobby": "1920x1080",
    "wall": "1920x1080",
}


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """``minutes`` of office time at ``speed`` times real time.

    ``shots`` is the folder where screens are saved when there are no windows.
    """

    minutes: float
    speed: float
    seed: int
    headless: bool
    shots: Path
    office: Path


def run_demo(options: DemoOptions) -> int:
    """Run it and print the table. The exit code: 0 when the log is clean."""
    try:
        return asyncio.run(_Demo(options).run())
    except ProgramFailed as failure:
        Console(stderr=True).print(f"The demo could not go on: {failure}")
        return 1


class _Demo:
    def __init__(self, options: DemoOptions) -> None:
        self._options = options
        self._profile = load_office(options.office)
        self._console = Console()
        self._headless = options.headless or not has_screen()

    async def run(self) -> int:
        stopped = asyncio.Event()
        _on_ctrl_c(stopped)
        self._say_where()
        with tempfile.TemporaryDirectory(prefix="denluot-demo-") as folder:
            data = Path(folder)
            async with AsyncExitStack() as stack:
                server, ws = await self._start_server(stack, data)
                apps = await self._start_apps(stack, data, ws)
                wall = await stack.enter_async_context(AsyncClient(ws, Role.WALL, "SIM-WALL"))
                async with self._people(ws):
                    await self._watch(wall, stopped)
                    totals = _totals(wall)
                    if self._headless:
                        await self._join_in(apps, ws)
                        await self._save_screens(apps)
                await asyncio.gather(*(app.stop() for app in apps.values()))
                await server.stop()
            verdict, clean = await _verify(data)
        self._console.print(_table(totals))
        self._console.print(verdict)
        return 0 if clean else 1

    def _say_where(self) -> None:
        if self._headless:
            shots = self._options.shots
            why = "as you asked" if self._options.headless else "There is no screen here"
            self._console.print(f"{why}: the apps run offscreen; their screens go to {shots}/")
        self._console.print(f"{self._profile.office.unit} — Ctrl-C ends the demo")

    async def _start_server(self, stack: AsyncExitStack, data: Path) -> tuple[Program, str]:
        start = _monday(self._profile)
        if self._profile.staff.pins:
            await self._give_pins(data)
        server = await Program.start(
            "server",
            [
                "server",
                "serve",
                f"--data={data}",
                f"--office={self._options.office}",
                "--port=0",
                "--log-level=warning",
                f"--clock-start={start:%Y-%m-%dT%H:%M:%S%z}",
                f"--clock-rate={self._options.speed}",
            ],
            data / "server.log",
        )
        stack.push_async_callback(server.stop)
        ready = await server.line(READY_TIMEOUT_S)
        return server, str(ready["ws"])

    async def _give_pins(self, data: Path) -> None:
        """One PIN for everybody, in the demo's own database, which is thrown away with it."""
        words = ["server", "clerk", "pins", f"--data={data}", f"--office={self._options.office}"]
        giving = await Program.start("pins", [*words, f"--demo={DEMO_PIN}"], data / "pins.log")
        if await giving.process.wait() != 0:
            raise ProgramFailed(f"pins: {giving.last_words()}")
        await giving.stop()
        self._console.print(f"Every clerk's PIN in this demo: {DEMO_PIN}")

    async def _start_apps(self, stack: AsyncExitStack, data: Path, ws: str) -> dict[str, Program]:
        environment = {"QT_QPA_PLATFORM": "offscreen"} if self._headless else {}
        apps = {}
        for name, (arguments, window) in WINDOWS.items():
            size = FULL_SIZES[name] if self._headless else window
            more = ["--server", ws, "--size", size, "--state", str(data / name), "--pilot"]
            apps[name] = await Program.start(
                name, [*arguments, *more], data / f"{name}.log", environment
            )
            stack.push_async_callback(apps[name].stop)
        return apps

    @asynccontextmanager
    async def _people(self, ws: str) -> AsyncIterator[None]:
        """Run all simulated clerks and citizens until the block ends."""
        start = _monday(self._profile)
        minutes, seed = self._options.minutes, self._options.seed
        people = arrivals(self._profile, seed, start.weekday(), OPENS_MIN, minutes)
        names = [clerk.id for clerk in self._profile.clerks if clerk.role != "supervisor"]
        work = [
            ClerkClient(self._profile, seed, counter.id, name, DEMO_PIN).work(ws)
            for counter, name in zip(self._profile.counters, names, strict=False)
        ]
        for index, kiosk in enumerate(KIOSKS):
            work.append(citizens(ws, people[index :: len(KIOSKS)], start, kiosk))
        tasks = [asyncio.create_task(each) for each in work]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            ended = await asyncio.gather(*tasks, return_exceptions=True)
        for outcome in ended:
            if isinstance(outcome, Exception):
                raise outcome

    async def _watch(self, wall: AsyncClient, stopped: asyncio.Event) -> None:
        """Keep the one line up to date until the time is over or somebody presses Ctrl-C."""
        end = _monday(self._profile) + timedelta(minutes=self._options.minutes)
        with Live(console=self._console, refresh_per_second=4, transient=True) as live:
            while wall.now() < end and not stopped.is_set():
                live.update(_line(wall.now(), _totals(wall)))
                left_s = (end - wall.now()).total_seconds() / self._options.speed
                try:
                    async with asyncio.timeout(min(0.5, max(left_s, 0.01))):
                        await stopped.wait()
                except TimeoutError:
                    continue

    async def _join_in(self, apps: dict[str, Program], ws: str) -> None:
        """What a person would do: take a number, and take over from a clerk who is serving."""
        async with AsyncClient(ws, Role.KIOSK, "SIM-GUIDE") as client:
            office = client.welcome.office
        first = office.frequent[0]
        asked = office.procedure(first)
        shown = await apps["kiosk"].pilot(do="names")
        if KIOSK_AT_REST in shown["names"]:
            await apps["kiosk"].tap(KIOSK_AT_REST)
        await apps["kiosk"].tap(asked.label if asked else office.service_name(first))
        await apps["kiosk"].tap("Lấy số")
        clerks = [clerk.name for clerk in self._profile.clerks if clerk.role != "supervisor"]
        free = clerks[len(self._profile.counters) :]
        if not free:
            return
        called = [each.name for each in self._profile.counters]
        desks = [each for each in self._profile.counters if called.count(each.name) == 1]
        desk = desks[len(desks) // 2]
        await apps["counter"].tap(free[0])
        if self._profile.staff.pins:
            for digit in DEMO_PIN:
                await apps["counter"].tap(digit)
            await apps["counter"].tap("Đăng nhập")
        await apps["counter"].tap(desk.name)
        await apps["counter"].tap(f"Nhận bàn giao quầy {desk.number}…")
        await apps["counter"].tap("Nhận bàn giao")
        await apps["counter"].pilot(do="wait", name="Gọi tiếp")

    async def _save_screens(self, apps: dict[str, Program]) -> None:
        self._options.shots.mkdir(parents=True, exist_ok=True)
        for name, app in apps.items():
            file = (self._options.shots / f"{name}.png").resolve()
            await app.pilot(do="shot", file=str(file))
            self._console.print(f"saved {file.name}")


def _monday(profile: OfficeProfile) -> datetime:
    """07:30 of this week's Monday, in the office's zone."""
    now = datetime.now(UTC).astimezone(ZoneInfo(profile.office.zone))
    monday = now - timedelta(days=now.weekday())
    return monday.replace(hour=OPENS_MIN // 60, minute=OPENS_MIN % 60, second=0, microsecond=0)


def _totals(wall: AsyncClient) -> Totals:
    view = wall.view
    if not isinstance(view, WallView):
        raise TypeError(f"a wall was shown a {view.kind} view")
    return view.totals


def _line(now: datetime, totals: Totals) -> Text:
    mean = _minutes(totals.mean_wait_s)
    return Text(
        f"{now:%H:%M}  phát số {totals.issued}  đã gọi {totals.called}  xong {totals.completed}  "
        f"vắng {totals.no_show}  đang chờ {totals.waiting}  chờ trung bình {mean}"
    )


def _table(totals: Totals) -> Table:
    table = Table(title="Demo")
    names = ("issued", "called", "completed", "no-shows", "still waiting", "mean wait", "P90 wait")
    for name in names:
        table.add_column(name, justify="right")
    counts = (totals.issued, totals.called, totals.completed, totals.no_show, totals.waiting)
    waits = (totals.mean_wait_s, totals.p90_wait_s)
    table.add_row(*map(str, counts), *map(_minutes, waits))
    return table


def _minutes(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds / 60:.1f} min"


async def _verify(data: Path) -> tuple[str, bool]:
    checking = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "server", "verify", str(data), stdout=asyncio.subprocess.PIPE
    )
    said, _ = await checking.communicate()
    return said.decode().strip(), checking.returncode == 0


def _on_ctrl_c(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()

    def stop(_number: int, _frame: Any) -> None:
        loop.call_soon_threadsafe(stopped.set)

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, stop)
