"""Eight real counter programs on one line of people, each driven by its own keys."""

import contextlib
import json
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from server.client.async_client import AsyncClient
from server.protocol.commands import AssignServices, IssueTicket
from server.protocol.messages import Result, Role
from server.store.event_store import FILE_NAME
from tests.support.programs import Driven, program
from tests.support.waiting import until

SERVICE: Final = "chung_thuc"
SUPERVISOR: Final = "cb01"
PEOPLE: Final = (
    "Đặng Quốc Bảo",
    "Trần Văn Bình",
    "Lê Quốc Dũng",
    "Phan Minh Trí",
    "Phạm Hương Giang",
    "Nguyễn Thị An",
    "Huỳnh Kim Chi",
    "Đỗ Thanh Hải",
)
"""Who sits at desk 1 to 8."""
PAUSE_S: Final = 0.2
STEP_S: Final = 60.0


class ClerkApp(Driven):
    """A clerk who knows four keys."""

    served = 0

    def sit(self, clerk: str, number: int) -> None:
        """Log in with the mouse: name, desk, button."""
        self.tap(clerk, timeout_s=60)
        self.tap(self._desk_name(number))
        self.tap(f"Mở quầy {number}")
        self.do(do="wait", name="Gọi tiếp", timeout_s=20)

    def _desk_name(self, number: int) -> str:
        """What the login page calls the desk: it stands right behind the number."""
        texts = self.texts()
        return texts[texts.index(str(number)) + 1]

    def misses(self, words: str) -> None:
        """Wait until these words have left the screen."""
        until(lambda: not self.says(words), STEP_S, f"{words!r} gone")

    def serve_all(self) -> int:
        """F1, F3, F4, Enter until nobody waits; how many were served."""
        while self._press_until("F1", "Đang mời", "Chưa có ai chờ") == "Đang mời":
            self._press_until("F3", "Đang phục vụ")
            self.do(do="key", key="F4")
            self._press_until("Return", "người đang chờ", "Chưa có ai chờ")
            self.served += 1
        return self.served

    def _press_until(self, key: str, *wanted: str) -> str:
        """Press, and look until one of these stands on the card."""
        self.do(do="key", key=key)
        give_up_at = time.monotonic() + STEP_S
        while time.monotonic() < give_up_at:
            shown = self.texts()
            for each in wanted:
                if any(text == each or text.endswith(f" {each}") for text in shown):
                    return each
            time.sleep(PAUSE_S)
        raise AssertionError(f"{key} brought none of {wanted}: {self.texts()}")


@contextlib.contextmanager
def clerk_app(ws: str, folder: Path, number: int, size: str = "420x760") -> Iterator[ClerkApp]:
    """``python -m counter`` for one desk, as a strip unless told."""
    words = ("counter", "--server", ws, "--device", f"C{number}", "--pilot", "--size", size)
    with program(*words, "--state", str(folder / f"C{number}")) as process:
        yield ClerkApp(process)


async def one_line(ws: str, tickets: int) -> None:
    """Desks 1 to 8 all serve one service, and this many people wait for it."""
    async with AsyncClient(ws, Role.COUNTER, "lead") as lead:
        for number in range(1, 9):
            command = AssignServices(
                supervisor=SUPERVISOR, counter=f"q{number}", services=(SERVICE,)
            )
            assert isinstance(await lead.ask(command), Result)
    async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
        for at in range(tickets):
            assert isinstance(
                await kiosk.ask(IssueTicket(ticket=f"t{at:03d}", service=SERVICE)), Result
            )


def all_at_work(ws: str, folder: Path, clerks: int) -> list[int]:
    """So many programs serve until nobody waits; how many each served."""
    with contextlib.ExitStack() as stack:
        apps = [stack.enter_context(clerk_app(ws, folder, at + 1)) for at in range(clerks)]
        with ThreadPoolExecutor(clerks) as hands:
            sitting = [hands.submit(app.sit, PEOPLE[at], at + 1) for at, app in enumerate(apps)]
            for each in sitting:
                each.result()
            return list(hands.map(ClerkApp.serve_all, apps))


@dataclass(frozen=True)
class Fact:
    """One event of the log that is about a ticket."""

    version: int
    kind: str
    body: dict[str, Any]


def facts(data: Path) -> list[Fact]:
    """What the database says, in order."""
    with contextlib.closing(sqlite3.connect(data / FILE_NAME)) as database:
        rows = database.execute("select version, kind, body from event order by stream, version")
        return [Fact(version, kind, json.loads(body)) for version, kind, body in rows]
