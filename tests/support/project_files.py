"""The files of the project as they go into the repository."""

from collections.abc import Iterator
from pathlib import Path

import assets


def kept_files() -> Iterator[Path]:
    """Everything that goes into the repository."""
    ignored = (assets.PROJECT / ".gitignore").read_text("utf-8").split()
    folders = {line.rstrip("/") for line in ignored} | {".git", ".venv"}
    for path in sorted(assets.PROJECT.rglob("*")):
        parts = path.relative_to(assets.PROJECT).parts
        if path.is_file() and not folders & set(parts) and not path.match("*.egg-info/*"):
            yield path


def texts() -> Iterator[tuple[str, str]]:
    """Those of them that are text: name and contents."""
    for path in kept_files():
        data = path.read_bytes()
        if b"\0" in data:
            continue
        try:
            yield str(path.relative_to(assets.PROJECT)), data.decode("utf-8")
        except UnicodeDecodeError:
            continue


def sources(*rooms: str) -> Iterator[tuple[str, str]]:
    """The Python files of these rooms."""
    for name, text in texts():
        if name.endswith(".py") and name.split("/", 1)[0] in rooms:
            yield name, text
