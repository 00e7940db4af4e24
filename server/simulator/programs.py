"""The server and the apps as child processes of a demo."""

import asyncio
import json
import os
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

READY_TIMEOUT_S: Final = 30.0
STOP_TIMEOUT_S: Final = 10.0
PILOT_TIMEOUT_S: Final = 20.0


class ProgramFailed(Exception):
    """A child process did not start, or did not do what it was told; the message says which."""


def has_screen() -> bool:
    """Whether windows can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Program:
    """One child: started in a group of its own, so that Ctrl-C reaches only the demo."""

    def __init__(self, name: str, process: Process, log: IO[bytes]) -> None:
        self.name = name
        self.process = process
        self._log = log

    @classmethod
    async def start(
        cls, name: str, arguments: list[str], log: Path, environment: dict[str, str] | None = None
    ) -> "Program":
        """Run ``python -m arguments``; its stderr goes to ``log``."""
        own_group: dict[str, Any] = (
            {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined]  # exists where this branch runs
            if sys.platform == "win32"
            else {"start_new_session": True}
        )
        stderr = log.open("wb")
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            *arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=stderr,
            env=os.environ | (environment or {}),
            **own_group,
        )
        return cls(name, process, stderr)

    async def line(self, timeout_s: float) -> dict[str, Any]:
        """The next JSON line it prints. Raises ``ProgramFailed``."""
        if self.process.stdout is None:
            raise ProgramFailed(f"{self.name}: has no output")
        try:
            async with asyncio.timeout(timeout_s):
                text = await self.process.stdout.readline()
            said = json.loads(text)
        except (TimeoutError, ValueError) as error:
            raise ProgramFailed(f"{self.name}: {self.last_words()}") from error
        return dict(said)

    async def pilot(self, **command: Any) -> dict[str, Any]:
        """Send a command to the app's ``--pilot`` (assets/shell/pilot.py). Raises
        ``ProgramFailed``.
        """
        if self.process.stdin is None:
            raise ProgramFailed(f"{self.name}: takes no input")
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        answer = await self.line(PILOT_TIMEOUT_S)
        if not answer.get("ok"):
            raise ProgramFailed(f"{self.name}: {command}: {answer.get('error')}")
        return answer

    async def tap(self, name: str) -> None:
        """Tap the item of this name, once it is there. Raises ``ProgramFailed``."""
        await self.pilot(do="wait", name=name)
        await self.pilot(do="tap", name=name)

    async def stop(self) -> None:
        """Terminate the process; kill it when it does not end in time."""
        if self.process.returncode is None:
            with suppress(ProcessLookupError):
                self.process.terminate()
            try:
                async with asyncio.timeout(STOP_TIMEOUT_S):
                    await self.process.wait()
            except TimeoutError:
                self.process.kill()
                await self.process.wait()
        self._log.close()

    def last_words(self) -> str:
        """The last lines of its log."""
        return Path(self._log.name).read_text("utf-8", "replace")[-2000:] or "said nothing"
