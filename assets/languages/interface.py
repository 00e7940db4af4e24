"""The texts of the screens in one language, as translators leave them: ``interface.ts``."""

import xml.etree.ElementTree as ET  # our own files only
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Message:
    """One text of a ``.ts`` file; ``translation`` is empty where nobody has translated it yet."""

    context: str
    source: str
    translation: str


def messages(file: Path) -> Iterator[Message]:
    """Every live text of ``file``.

    Raises:
        OSError: it cannot be read.
        ET.ParseError: it is no ``.ts`` file.

    """
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 -- our own file
        for entry in context.iter("message"):
            translation = entry.find("translation")
            if translation is None or translation.get("type") in {"vanished", "obsolete"}:
                continue
            yield Message(
                context.findtext("name", ""),
                entry.findtext("source", ""),
                "" if translation.get("type") == "unfinished" else (translation.text or ""),
            )
