"""Our programs as real processes: a server on a Monday morning, and apps under a pilot."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Final

from tests.support.open_doors import open_doors

MONDAY: Final = "2026-11-23T08:00:00+07:00"
STOP_S: Final = 60
STEP_S: Final = 30.0
"""How long a step may take on a machine that is busy with other things."""


def lines(stream: IO[str] | None) -> IO[str]:
    """A pipe that is there."""
    assert stream is not None
    return stream


@contextmanager
def program(*words: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """A program of ours that is gone afterwards, whatever happened."""
    process = subprocess.Popen(
        [sys.executable, "-m", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "DENLUOT_CLOCK_START": MONDAY,
            "PYTHONUNBUFFERED": "1",
        }
        | environment,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=STOP_S)


@contextmanager
def served(data: Path, *more: str) -> Iterator[dict[str, Any]]:
    """A server on this data directory until the block ends: what its ready line said.

    Told no office, it works under the demo ward's without PINs.
    """
    open_doors(data)
    words = ("server", "serve", "--data", str(data), "--port", "0", "--log-level", "warning", *more)
    with program(*words) as process:
        ready: dict[str, Any] = json.loads(lines(process.stdout).readline())
        assert ready["ready"]
        yield ready
        process.send_signal(signal.SIGTERM)
        assert process.wait(STOP_S) == 0, lines(process.stderr).read()


class Driven:
    """An app under a pilot."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._to, self._from = lines(process.stdin), lines(process.stdout)

    def do(self, **command: Any) -> dict[str, Any]:
        """Say one line, hear its answer; a refusal fails the test."""
        self._to.write(json.dumps(command) + "\n")
        self._to.flush()
        answer: dict[str, Any] = json.loads(self._from.readline())
        assert answer["ok"], (command, answer)
        return answer

    def tap(self, name: str, timeout_s: float = STEP_S) -> None:
        """Touch what bears this name, once it is there."""
        self.do(do="wait", name=name, timeout_s=timeout_s)
        self.do(do="tap", name=name)

    def sees(self, text: str, timeout_s: float = STEP_S) -> None:
        """Fail unless this text comes to the screen."""
        self.do(do="wait", text=text, timeout_s=timeout_s)

    def says(self, text: str) -> bool:
        """Whether this is part of anything written on the screen now."""
        return any(text in each for each in self.texts())

    def texts(self) -> list[str]:
        """Everything written on the screen."""
        return list(self.do(do="texts")["texts"])

    def shot(self, file: Path) -> None:
        """A picture of the screen."""
        self.do(do="shot", file=str(file))
