"""Samples of times in milliseconds, and child processes to measure."""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any


class Sample:
    """Times of one thing, in milliseconds."""

    def __init__(self) -> None:
        self.times: list[float] = []

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Add the time the block takes."""
        began = time.perf_counter()
        yield
        self.times.append((time.perf_counter() - began) * 1e3)

    @property
    def p50(self) -> float:
        """Median."""
        return self._quantile(50)

    @property
    def p99(self) -> float:
        """The time that one in a hundred exceeds."""
        return self._quantile(99)

    def _quantile(self, percent: int) -> float:
        return quantiles(self.times, n=100, method="inclusive")[percent - 1]


@asynccontextmanager
async def program(*arguments: str, log: Path) -> AsyncIterator[tuple[dict[str, Any], int]]:
    """A Python program until the block ends: the JSON line it printed first, and its pid."""
    with log.open("wb") as stderr:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", *arguments, stdout=asyncio.subprocess.PIPE, stderr=stderr
        )
        try:
            if process.stdout is None:
                raise RuntimeError("no output")
            async with asyncio.timeout(30):
                line = await process.stdout.readline()
            yield json.loads(line), process.pid
        finally:
            process.terminate()
            await process.wait()


def rss_mb(pid: int) -> float:
    """Resident memory of a process, in MB (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise LookupError("no VmRSS")
