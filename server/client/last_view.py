"""The newest greeting and view, kept on disk so that a screen is never blank at start."""

import contextlib
import logging
import os
from pathlib import Path

from server.protocol.codec import BadMessage, decode_server, encode
from server.protocol.messages import Role, Welcome

_log = logging.getLogger(__name__)


class LastView:
    """One file a role in ``folder``: a ``welcome`` that carries the newest view."""

    def __init__(self, folder: Path, role: Role) -> None:
        self._path = folder / f"last-view-{role.value}.json"
        self._role = role

    def load(self) -> Welcome | None:
        """What was saved; ``None``, with a line in the log, when it cannot be used."""
        try:
            message = decode_server(self._path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, BadMessage) as error:
            _log.warning("ignoring %s: %s", self._path.name, error)
            return None
        shown = Role.WALL if self._role is Role.OBSERVER else self._role
        if not isinstance(message, Welcome) or message.view.kind != shown.value:
            _log.warning("ignoring %s: it is no view for a %s", self._path.name, self._role.value)
            return None
        return message

    def save(self, welcome: Welcome) -> None:
        """Replace the file atomically. A full disk is logged, nothing else."""
        draft = self._path.with_suffix(f".{os.getpid()}.tmp")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(encode(welcome), encoding="utf-8")
            draft.replace(self._path)
        except OSError as error:
            _log.warning("could not keep the last view: %s", error)
            with contextlib.suppress(OSError):
                draft.unlink(missing_ok=True)
