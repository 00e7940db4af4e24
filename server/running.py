"""The server that runs on a data directory, as it says of itself in ``server.json`` there.

The file holds the token of the administrator's endpoint: who may read it may run the office.
"""

import http.client
import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, ValidationError

FILE_NAME = "server.json"
ADMIN_PATH: Final = "/admin/office"
ASK_TIMEOUT_S: Final = 30.0


class ApplyRequest(BaseModel):
    """Put this office file in force, or with ``check_only`` say whether it could be.

    ``toml`` is the file itself, ``file`` what problems call it, ``moves`` says where those go
    whose service vanishes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    toml: str
    file: str = "office.toml"
    moves: dict[str, str] = {}
    who: str = ""
    note: str = ""
    check_only: bool = False


class Refusal(BaseModel):
    """Why not: a code and words that name tickets and desks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    words: str


class ApplyAnswer(BaseModel):
    """The version now in force, or every mistake of the file, or all that is in the way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int = 0
    problems: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing was changed because something is in the way."""
        return bool(self.problems or self.refusals)


class NotRunning(Exception):
    """Nobody answers at the address a server gave: it was killed."""


class WontAnswer(Exception):
    """Somebody answers there, but not as this server would."""


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


def ask(running: RunningServer, request: ApplyRequest) -> ApplyAnswer:
    """Have the server carry ``request`` out. Raises ``NotRunning`` and ``WontAnswer``."""
    address = urlsplit(running.url)
    connection = http.client.HTTPConnection(
        address.hostname or "", address.port, timeout=ASK_TIMEOUT_S
    )
    headers = {"Authorization": f"Bearer {running.token}", "Content-Type": "application/json"}
    try:
        connection.request("POST", ADMIN_PATH, request.model_dump_json().encode(), headers)
        answer = connection.getresponse()
        body = answer.read()
    except ConnectionRefusedError as error:
        raise NotRunning(running.url) from error
    except (OSError, http.client.HTTPException) as error:
        raise WontAnswer(f"{running.url}: {error}") from error
    finally:
        connection.close()
    try:
        return ApplyAnswer.model_validate_json(body)
    except ValidationError:
        raise WontAnswer(f"{running.url} answers {answer.status} {answer.reason}") from None


def new_token() -> str:
    """A token nobody can guess, for the life of one process."""
    return secrets.token_urlsafe(32)
