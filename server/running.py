"""The server that runs on a data directory, as it says of itself in ``server.json`` there.

The file holds the token of the administrator's endpoint: who may read it may run the office.
"""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

FILE_NAME = "server.json"


@dataclass(frozen=True, slots=True)
class RunningServer:
    """Where it answers, which process it is, and its administrator's token."""

    url: str
    pid: int
    token: str


def announce(data: Path, url: str, token: str) -> RunningServer:
    """Say that this process is the server of ``data``; only this user may read it."""
    running = RunningServer(url, os.getpid(), token)
    draft = data / f"{FILE_NAME}.tmp"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(asdict(running), file)
    draft.replace(data / FILE_NAME)
    return running


def withdraw(data: Path) -> None:
    """Take back what this process has announced."""
    found = find(data)
    if found is not None and found.pid == os.getpid():
        (data / FILE_NAME).unlink(missing_ok=True)


def find(data: Path) -> RunningServer | None:
    """What the newest server of ``data`` said; it may have been killed since."""
    try:
        return RunningServer(**json.loads((data / FILE_NAME).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def new_token() -> str:
    """A token nobody can guess, for the life of one process."""
    return secrets.token_urlsafe(32)
