"""Everything that is wrong with an office file, at once (``denluot office check FILE``)."""

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from server.profile.catalogue import Catalogue, Procedure, shipped_catalogue
from server.profile.check_calendar import calendar_problems
from server.profile.check_hours import hour_problems
from server.profile.check_links import link_problems
from server.profile.check_numbers import number_problems
from server.profile.check_simulation import simulation_problems
from server.profile.check_voice import voice_problems
from server.profile.check_words import word_problems
from server.profile.draft import Draft
from server.profile.model import OfficeProfile
from server.profile.problem import Problem, report
from server.profile.retired import with_names, without_retired
from server.profile.shape import shape_problems

__all__ = ["check_office", "read_office", "read_office_tables", "read_office_text", "report"]


def check_office(path: Path, catalogue: Catalogue | None = None) -> list[Problem]:
    """Every mistake of the office file at ``path``; an empty list means it is fine.

    Only a file that is not TOML at all hides its other mistakes. ``catalogue`` is the shipped one
    unless given, which raises ``ProfileError`` if it is broken.
    """
    return read_office(path, catalogue)[1]


def read_office(
    path: Path, catalogue: Catalogue | None = None
) -> tuple[OfficeProfile | None, list[Problem]]:
    """The profile in ``path`` (``None`` if its shape is wrong) and every problem of the file.
    Raises ``ProfileError`` only for a broken catalogue.
    """
    text = _read(path)
    if isinstance(text, Problem):
        return None, [text]
    return read_office_text(text, str(path), catalogue)


def read_office_text(
    text: str, file: str, catalogue: Catalogue | None = None
) -> tuple[OfficeProfile | None, list[Problem]]:
    """The same of a file's text; ``file`` is what the problems call it."""
    raw = _parse(text, file)
    if isinstance(raw, Problem):
        return None, [raw]
    return read_office_tables(raw, file, catalogue)


def read_office_tables(
    raw: dict[str, object], file: str, catalogue: Catalogue | None = None
) -> tuple[OfficeProfile | None, list[Problem]]:
    """The same of tables that are read already, as ``tomllib`` gives them."""
    codes = (catalogue or shipped_catalogue()).by_code()
    raw, problems = without_retired(file, raw)
    raw, notes = with_names(file, raw)
    problems += notes
    profile, mistakes = _shape(file, raw)
    problems += mistakes
    problems += _meaning(Draft(file, "", raw), codes)
    return profile, list(dict.fromkeys(problems))


def _read(path: Path) -> str | Problem:
    file = str(path)
    try:
        return path.read_text("utf-8")
    except OSError as error:
        return Problem(file, "file", f"cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        return Problem(file, "file", f"is not UTF-8 text: byte {error.start} cannot be read")


def _parse(text: str, file: str) -> dict[str, object] | Problem:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at (line \d+), column \d+\)$", str(error))
        return Problem(file, place[1] if place else "last line", f"is not TOML: {error}")


def _shape(file: str, raw: dict[str, object]) -> tuple[OfficeProfile | None, list[Problem]]:
    # Strict JSON is stricter than strict Python where it matters ("32" is no number) and laxer
    # where it does not (a list may become a tuple).
    try:
        return OfficeProfile.model_validate_json(
            json.dumps(raw, default=_bare_date), strict=True
        ), []
    except ValidationError as error:
        return None, list(shape_problems(file, raw, error))


def _bare_date(value: object) -> dict[str, str]:
    # TOML's own dates and times are not used in an office file; a table never passes for text.
    return {"": str(value)}


def _meaning(draft: Draft, codes: Mapping[str, Procedure]) -> list[Problem]:
    return [
        *link_problems(draft, codes),
        *number_problems(draft),
        *voice_problems(draft),
        *hour_problems(draft),
        *calendar_problems(draft),
        *word_problems(draft, codes.values()),
        *simulation_problems(draft),
    ]
