"""The sentences of a ticket, by language: ``assets/ticket/words-XX.toml``."""

import re
import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

from assets import TICKET

OWN: Final = "vi"
"""The language every ticket speaks; another one stands under it."""
NBSP: Final = "\N{NO-BREAK SPACE}"
BREAK: Final = "\N{ZERO WIDTH SPACE}"

Wording = Mapping[str, str]
"""Templates by key, as in ``words-vi.toml``."""
_HOLE: Final = re.compile(r"\{(\w*)\}")
_TIME_HOLES: Final = {"hour", "hour2", "minute"}


class WordsError(ValueError):
    """A file of words that cannot be used; says the file, the key and the fault."""


@cache
def wording(language: str) -> Wording | None:
    """The words of ``language``, ``None`` where nobody has written them.

    Raises:
        WordsError: its file has a fault.

    """
    path = TICKET / f"words-{language}.toml"
    if not re.fullmatch(r"\w+", language) or not path.is_file():
        return None
    return read_words(path, None if language == OWN else wording(OWN))


def read_words(path: Path, model: Wording | None) -> Wording:
    """The words in ``path``, with the keys of ``model`` and nothing to fill in beyond its holes.

    Raises:
        WordsError: the file cannot be read, or one of its words is missing, unknown or at fault.

    """
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise WordsError(f"{path.name}: {error}") from error
    for key, text in given.items():
        fault = _fault(key, text, model)
        if fault:
            raise WordsError(f"{path.name}: {key}: {fault}")
    missing = sorted(set(model or given) - set(given))
    if missing:
        raise WordsError(f"{path.name}: {missing[0]}: is missing")
    return {key: text.replace("~", NBSP).replace("|", BREAK) for key, text in given.items()}


def _fault(key: str, text: object, model: Wording | None) -> str:
    if not isinstance(text, str) or not text.strip():
        return "must be a text"
    if model is None:
        return ""
    if key not in model:
        return "is not one of a ticket's words"
    known = _TIME_HOLES if key == "time" else set(_HOLE.findall(model[key]))
    odd = sorted(set(_HOLE.findall(text)) - known)
    return f"{{{odd[0]}}} is not known here" if odd else ""


def time_words(words: Wording, moment: datetime) -> str:
    """The hour and minute of ``moment`` as this language writes them."""
    return words["time"].format(
        hour=moment.hour, hour2=f"{moment.hour:02d}", minute=f"{moment.minute:02d}"
    )
