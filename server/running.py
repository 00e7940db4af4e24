"""The running server of a data directory, as recorded in its ``server.json``.

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
    """A request to put an office file in force or, with ``check_only``, to say whether it could be.

    ``toml`` is the file's text, ``file`` its name in messages, ``moves`` names for each removed
    service the one its waiting tickets move to.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    toml: str
    file: str = "office.toml"
    moves: dict[str, str] = {}
    who: str = ""
    note: str = ""
    check_only: bool = False


class Refusal(BaseModel):
    """Why a file was not put in force: a code, and a sentence that names tickets and desks."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    words: str


class ApplyAnswer(BaseModel):
    """The version now in force, or every mistake of the file, or everything that is in the way."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int = 0
    problems: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()

    @property
    def is_refused(self) -> bool:
        """Whether nothing was changed because something is in the way."""
        return bool(self.problems or self.refusals)


class NotRunning(Exception):
    """Nothing answers at the recorded address: the server was killed."""


class WontAnswer(Exception):
    """Something else than this server answers at the recorded address."""


@dataclass(frozen=True, slots=True)
class RunningServer:
    """The server's address, its process id, and its administrator's token."""

    url: str
    pid: int
    token: str


def announce(data: Path, url: str, token: str) -> RunningServer:
    """Record this process as the server of ``data``, in a file that only this user may read."""
    running = RunningServer(url, os.getpid(), token)
    draft = data / f"{FILE_NAME}.tmp"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        json.dump(asdict(running), file)
    draft.replace(data / FILE_NAME)
    return running


def withdraw(data: Path) -> None:
    """Remove the record, if it is this process's."""
    found = find(data)
    if found is not None and found.pid == os.getpid():
        (data / FILE_NAME).unlink(missing_ok=True)


def find(data: Path) -> RunningServer | None:
    """The recorded server of ``data``, ``None`` without one; it may have been killed since."""
    try:
        return RunningServer(**json.loads((data / FILE_NAME).read_text("utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def ask(running: RunningServer, request: ApplyRequest) -> ApplyAnswer:
    """Send ``request`` to the server and return its answer. Raises ``NotRunning`` and
    ``WontAnswer``.
    """
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
