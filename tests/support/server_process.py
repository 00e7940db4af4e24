"""A real server process on a data directory: started, killed, restarted, and read out."""

import json
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import httpx

import assets
from tests.support.open_doors import open_doors

START_S = 60.0
END_S = 30.0
MORNING = "--clock-start=2026-11-23T08:00:00+0700"
"""Monday, eight o'clock: the office is open whatever the hour is where the tests run."""

_numbers = count()


class ServerProcess:
    """``with ServerProcess(folder) as server`` answers at ``server.ws`` and ``server.url``.

    ``options`` are those of ``denluot serve``; without a clock of their own it is Monday morning.
    An office of its own is told by ``--office``; otherwise it is the demo ward without PINs.
    The port of the first start is kept. On leaving, a server still running is ended, and must end
    well: with code 0, having said nothing but JSON lines, none of them an error but those events
    that are ``expected``. After a failed test it is killed.
    """

    def __init__(self, data: Path, *options: str, expected: frozenset[str] = frozenset()) -> None:
        self.data = data
        self._expected = expected
        self.ws = self.url = ""
        self._options = list(options)
        if not any(option.startswith("--clock-start") for option in options):
            self._options.append(MORNING)
        self._port = 0
        name = f"{data.name}-{next(_numbers)}"
        self.output = data.parent / f"{name}.stdout"
        self._errors = data.parent / f"{name}.stderr"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers. Raises ``AssertionError`` if it ends instead."""
        self.launch()
        ready = self._ready()
        self.ws, self.url = str(ready["ws"]), str(ready["url"])
        self._port = int(self.url.rpartition(":")[2])

    def launch(self) -> None:
        """Start without waiting."""
        open_doors(self.data)
        command = [sys.executable, "-m", "server", "serve", "--data", str(self.data)]
        command += ["--port", str(self._port), *self._options]
        with self.output.open("wb") as output, self._errors.open("ab") as errors:
            self._process = subprocess.Popen(
                command, cwd=assets.PROJECT, stdout=output, stderr=errors
            )

    def exit_code(self) -> int:
        """Wait for the end; raises ``ValueError`` if stderr holds anything but JSON lines."""
        code = self._running.wait(END_S)
        self._process = None
        self.log()
        return code

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; its exit code."""
        self._running.send_signal(how)
        return self.exit_code()

    def kill(self) -> None:
        """The power is gone."""
        self._running.kill()
        self.exit_code()

    def errors(self) -> str:
        """Everything it said on stderr, of all starts."""
        return self._errors.read_text("utf-8")

    def log(self) -> list[dict[str, Any]]:
        """The structured lines of all starts. Raises ``ValueError`` for a line that is none."""
        lines = self.errors().splitlines()
        # A killed process may leave a line unfinished; a warning or a traceback begins otherwise.
        return [json.loads(line) for line in lines if line.endswith("}") or line[:1] != "{"]

    def health(self) -> dict[str, Any]:
        """What the server says of itself."""
        return dict(httpx.get(f"{self.url}/health", trust_env=False).raise_for_status().json())

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None and kind is not None:
            self._process.kill()
            self._process.wait(END_S)
            return
        assert self._process is None or self.stop() == 0
        errors = {each["event"] for each in self.log() if each["level"] in ("error", "critical")}
        assert errors <= self._expected

    @property
    def _running(self) -> subprocess.Popen[bytes]:
        assert self._process is not None, "the server is not running"
        return self._process

    def _ready(self) -> dict[str, Any]:
        until = time.monotonic() + START_S
        while time.monotonic() < until:
            line = self.output.read_text("utf-8")
            if line.endswith("\n"):
                return dict(json.loads(line))
            if self._running.poll() is not None:
                raise AssertionError(f"the server ended: {self.errors()}")
            time.sleep(0.01)
        self.kill()
        raise AssertionError(f"the server did not answer within {START_S} s: {self.errors()}")


def denluot(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a ``denluot`` command and give what it said."""
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        cwd=assets.PROJECT,
        capture_output=True,
        text=True,
        timeout=START_S,
        check=False,
    )
