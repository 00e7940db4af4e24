"""What is said of a language itself: ``<folder>/<code>/language.toml``. Pure but for the reading.

Code asks a language for its properties and never which one it is.
"""

import logging
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from assets import FONTS, LANGUAGES, VOICE

SOURCE: Final = "vi"
"""The language every text is first written in; paper and voice always speak it."""
OWN_FOLDER: Final = Path(".local", "share", "denluot", "languages")
"""Below a user's home: further languages of an office, beside those shipped."""
FACTS: Final = "language.toml"
INTERFACE: Final = "interface"
"""Name of the Qt catalogue: ``interface.ts`` for translators, ``interface.qm`` for the apps."""

_HOLE: Final = re.compile(r"\{(\w*)\}")
_CLOCK_HOLES: Final = frozenset({"hour", "hour2", "minute"})
_CODE: Final = re.compile(r"[a-z]{2,3}")

_log = logging.getLogger(__name__)


class LanguageError(ValueError):
    """A language's file that cannot be used; says the file, the key and the fault."""


@dataclass(frozen=True, slots=True)
class Script:
    """Letters the shipped fonts lack: from ``first_sign`` to ``last_sign`` of Unicode.

    ``family`` is the font's name on screens; ``medium``, ``semibold``, ``bold`` are its files, in
    the language's folder or among the shipped fonts. On paper they are drawn ``scale_on_paper``
    times as large; ``large_on_buttons``: on screens a size larger beside Latin letters.
    ``must_be_shaped``: without libraqm its signs fall apart.
    """

    first_sign: str
    last_sign: str
    family: str
    medium: str
    semibold: str
    bold: str
    scale_on_paper: float = 1.0
    large_on_buttons: bool = False
    must_be_shaped: bool = False

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its font files."""
        return self.medium, self.semibold, self.bold

    def writes(self, text: str) -> bool:
        """Whether ``text`` has one of its signs."""
        return any(self.first_sign <= sign <= self.last_sign for sign in text)


@dataclass(frozen=True, slots=True)
class Language:
    """One language. Only ``name`` (its own) and ``name_vi`` ("tiếng Anh") must be given.

    ``weekdays`` begin on Monday; ``date``, ``clock`` and ``full_hour`` are how it writes a day,
    a time of the day and a full hour. ``complete``: it claims that no interface text is missing.
    ``telex``: its keyboard makes letters with marks. ``voice`` names the folder of its recordings
    (empty: it is written and not spoken), ``digits`` how it says 0 to 9. ``caption`` is a call on
    the hall's screen, ``caption_nowhere`` one whose desk is not known (empty: none is shown);
    ``phrases`` are their parts by clip, ``read_aloud`` what the kiosk says of its pages. ``ticket``
    are the sentences of paper by key, empty where nobody has written them.
    """

    code: str
    folder: Path
    name: str
    name_vi: str
    weekdays: tuple[str, ...] = ()
    date: str = ""
    clock: str = ""
    full_hour: str = ""
    complete: bool = False
    telex: bool = False
    voice: str = ""
    script: Script | None = None
    digits: tuple[str, ...] = tuple("0123456789")
    caption: str = ""
    caption_nowhere: str = ""
    phrases: Mapping[str, str] = field(default_factory=dict)
    read_aloud: Mapping[str, str] = field(default_factory=dict)
    ticket: Mapping[str, str] = field(default_factory=dict)

    @property
    def has_interface(self) -> bool:
        """Whether screens can speak it: the source can, others need a compiled catalogue."""
        return self.code == SOURCE or self.interface.is_file()

    @property
    def interface(self) -> Path:
        """Its compiled catalogue; may not exist."""
        return self.folder / f"{INTERFACE}.qm"

    @property
    def voice_folder(self) -> Path | None:
        """Where its recordings lie: in its own folder or among the shipped voices."""
        if not self.voice:
            return None
        own = self.folder / self.voice
        return own if own.is_dir() else VOICE / self.voice

    def font_file(self, name: str) -> Path:
        """One of its script's font files: in its own folder or among the shipped ones."""
        own = self.folder / name
        return own if own.is_file() else FONTS / name

    def day_in_words(self, day: datetime) -> str:
        """A day as its people write it: ``Thứ Hai, 23/11/2026``."""
        parts = {"day": f"{day:%d}", "month": f"{day:%m}", "year": f"{day:%Y}"}
        return self.date.format(weekday=self.weekdays[day.weekday()], **parts)

    def clock_in_words(self, minute: int) -> str:
        """A minute of the day in a sentence: ``13 giờ 30``, ``15 giờ``; ``13:30`` in English."""
        hour, rest = divmod(minute, 60)
        hour %= 24
        form = self.clock if rest or not self.full_hour else self.full_hour
        return form.format(hour=hour, hour2=f"{hour:02d}", minute=f"{rest:02d}")


def languages() -> Mapping[str, Language]:
    """Every language there is a folder of, the source first, then by code.

    Raises:
        LanguageError: a shipped file has a fault. One of the office's own folder that has is left
            out, and the log says why.

    """
    return _known(LANGUAGES, Path.home() / OWN_FOLDER)


def language_of(code: str) -> Language:
    """The language of ``code``; the source where nobody knows it (also for an empty code).

    Raises:
        LanguageError: as for ``languages``.

    """
    known = languages()
    return known.get(code) or known[SOURCE]


def name_in_vietnamese(code: str) -> str:
    """What Vietnamese call a language: "tiếng Anh"; of an unknown one "tiếng" and its code."""
    known = languages().get(code)
    return known.name_vi if known else f"tiếng {code}"


@lru_cache(maxsize=8)
def _known(shipped: Path, own: Path) -> Mapping[str, Language]:
    source = read(shipped / SOURCE)
    found = {each.name: read(each, source) for each in _folders(shipped) if each.name != SOURCE}
    for each in _folders(own):
        try:
            found[each.name] = read(each, source)
        except LanguageError as error:
            _log.warning("left out: %s", error)
    return {SOURCE: source} | dict(sorted(found.items()))


def _folders(root: Path) -> list[Path]:
    return sorted(each.parent for each in root.glob(f"*/{FACTS}"))


def _completed(given: Language, source: Language) -> Language:
    """What a language does not say of days and hours is said as in the source."""
    _check_ticket(given.ticket, source.ticket)
    return replace(
        given,
        weekdays=given.weekdays or source.weekdays,
        date=given.date or source.date,
        clock=given.clock or source.clock,
        full_hour=given.full_hour or ("" if given.clock else source.full_hour),
    )


def read(folder: Path, source: Language | None = None) -> Language:
    """The language in ``folder``, which is named by its code; ``source`` fills and judges it.

    Raises:
        LanguageError: the file cannot be read, or a key is missing, unknown or at fault.

    """
    path = folder / FACTS
    try:
        given = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise LanguageError(f"{folder.name}/{FACTS}: {error}") from error
    try:
        made = _made(folder, given)
        return _completed(made, source) if source else made
    except (TypeError, ValueError) as error:
        raise LanguageError(f"{folder.name}/{FACTS}: {error}") from error


def _made(folder: Path, given: dict[str, Any]) -> Language:
    if _CODE.fullmatch(folder.name) is None:
        raise ValueError("the folder's name must be a code of two or three small letters")
    script = given.pop("script", None)
    lists: dict[str, Any] = {
        key: tuple(given.pop(key)) for key in ("weekdays", "digits") if key in given
    }
    letters = Script(**script) if script else None
    made = Language(folder.name, folder, script=letters, **lists, **given)
    _check(made)
    return made


def _check(made: Language) -> None:
    for key in ("name", "name_vi"):
        if not isinstance(getattr(made, key), str) or not getattr(made, key).strip():
            raise ValueError(f"{key}: must be a text")
    if len(made.weekdays) not in (0, 7):
        raise ValueError("weekdays: must be seven, from Monday on")
    if len(made.digits) != 10:
        raise ValueError("digits: must be ten, from 0 on")
    _check_holes("date", made.date, frozenset({"weekday", "day", "month", "year"}))
    for key in ("clock", "full_hour"):
        _check_holes(key, getattr(made, key), _CLOCK_HOLES)
    for key in ("caption", "caption_nowhere"):
        _check_holes(key, getattr(made, key), frozenset({"opening", "label", "where"}))


def _check_ticket(given: Mapping[str, str], source: Mapping[str, str]) -> None:
    for key, text in given.items():
        if key not in source:
            raise ValueError(f"ticket.{key}: is not one of a ticket's sentences")
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"ticket.{key}: must be a text")
        _check_holes(f"ticket.{key}", text, frozenset(_HOLE.findall(source[key])))
    missing = sorted(source.keys() - given.keys()) if given else []
    if missing:
        raise ValueError(f"ticket.{missing[0]}: is missing")


def _check_holes(key: str, text: str, known: frozenset[str]) -> None:
    odd = sorted(set(_HOLE.findall(text)) - known)
    if odd:
        raise ValueError(f"{key}: {{{odd[0]}}} is not known here")
