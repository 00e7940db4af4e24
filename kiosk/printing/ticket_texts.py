"""The sentences of a ticket, by language: ``[ticket]`` of ``assets/languages/xx/language.toml``."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from assets.languages.language import SOURCE, languages

OWN: Final = SOURCE
"""The language every ticket speaks; another one stands under it."""
NBSP: Final = "\N{NO-BREAK SPACE}"
BREAK: Final = "\N{ZERO WIDTH SPACE}"

CLOCK: Final = "clock"
FULL_HOUR: Final = "full_hour"
"""Beside the sentences of paper: how the language itself writes times."""

Wording = Mapping[str, str]
"""Templates by key, as in the Vietnamese file."""


def wording(language: str) -> Wording | None:
    """The words of ``language``, ``None`` where nobody has written them."""
    known = languages().get(language)
    if known is None or not known.ticket:
        return None
    times = {CLOCK: known.clock, FULL_HOUR: known.full_hour or known.clock}
    given = dict(known.ticket) | {key: form.replace(" ", "~") for key, form in times.items()}
    return {key: text.replace("~", NBSP).replace("|", BREAK) for key, text in given.items()}


def time_words(words: Wording, moment: datetime) -> str:
    """The hour and minute of ``moment`` as this language writes them, never torn apart."""
    return words[CLOCK if moment.minute else FULL_HOUR].format(
        hour=moment.hour, hour2=f"{moment.hour:02d}", minute=f"{moment.minute:02d}"
    )
