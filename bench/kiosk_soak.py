"""``python -m bench.kiosk_soak``: a kiosk's memory over a long day of touches.

A real server and a real kiosk program (offscreen), touched through its pilot like a person: looking
around, searching, changing language and mode, taking numbers. Prints the resident memory after the
warm-up and at the end; leaves with 1 when it grew by more than ``--limit`` percent.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Final

from tests.support.programs import Driven, program, served

DAY_TOUCHES: Final = 5000
WARM_TOUCHES: Final = 300
LIMIT_PERCENT: Final = 10.0
PATIENCE_S: Final = 60


class Day:
    """Touches one after the other, counted."""

    def __init__(self, pilot: Driven) -> None:
        """Nothing touched yet."""
        self._pilot = pilot
        self.touches = 0

    def tap(self, *names: str) -> None:
        """Touch each in turn, once it is there."""
        for name in names:
            self._pilot.tap(name, timeout_s=PATIENCE_S)
            self.touches += 1

    def take_number(self) -> None:
        """A frequent choice, its number, done."""
        self.tap("Khai sinh", "Người cao tuổi", "Lấy số")
        self._pilot.sees("Số của ông/bà", timeout_s=PATIENCE_S)
        self.tap("Xong")

    def search(self) -> None:
        """Typed letter by letter, opened, and home again."""
        self.tap("Tìm theo tên việc", *"khai", "Dấu cách", "s")
        self.tap("Khai sinh", "Quay lại", "Quay lại")

    def look_around(self) -> None:
        """A field, its pages, and home."""
        self.tap("Hộ tịch", "Trang sau", "Trang trước", "Trang đầu")

    def change_mode(self) -> None:
        """Large words and back, English and back."""
        self.tap("Chữ to, dễ với tay", "Màn hình thường", "English", "Tiếng Việt")


def resident_kb(process_id: int) -> int:
    """The memory a process really holds, in kB."""
    status = Path(f"/proc/{process_id}/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])


def soak(folder: Path, touches: int, warm: int, tell: Callable[[str], object]) -> tuple[int, int]:
    """Resident kB after ``warm`` touches and after ``touches`` more."""
    with (
        served(folder / "data") as ready,
        program(
            *("kiosk", "--server", ready["ws"], "--state", str(folder / "state")),
            *("--size", "1080x1920", "--pilot", "--printer", f"file:{folder / 'paper'}"),
        ) as process,
    ):
        day = Day(Driven(process))
        acts = cycle(_acts(day))
        while day.touches < warm:
            next(acts)()
        first, began = resident_kb(process.pid), time.monotonic()
        while day.touches < warm + touches:
            next(acts)()
            (folder / "paper").unlink(missing_ok=True)
            if day.touches % 500 < 10:
                tell(f"{day.touches} touches, {resident_kb(process.pid) / 1024:.1f} MB")
        tell(f"{touches} touches in {time.monotonic() - began:.0f} s")
        return first, resident_kb(process.pid)


def _acts(day: Day) -> Iterator[Callable[[], None]]:
    yield from (day.take_number, day.search, day.look_around, day.take_number, day.change_mode)


def main() -> int:
    """Run it and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--touches", type=int, default=DAY_TOUCHES)
    parser.add_argument("--warm", type=int, default=WARM_TOUCHES)
    parser.add_argument("--limit", type=float, default=LIMIT_PERCENT, help="percent")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        first, last = soak(Path(folder), given.touches, given.warm, _tell)
    grown = 100 * (last - first) / first
    _tell(f"resident memory: {first / 1024:.1f} MB -> {last / 1024:.1f} MB ({grown:+.1f} %)")
    return 0 if grown <= given.limit else 1


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
