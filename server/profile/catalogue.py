"""The catalogue of procedures: our own file of facts, in which an unknown fact is ``null``.

``assets/offices/procedures.json`` is condensed from public sources (server/profile/README.md);
an office file links its codes to services.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

import assets
from server.profile.atoms import Id, Language, Names, Section, Words
from server.profile.draft import Draft
from server.profile.problem import Problem, ProfileError
from server.profile.shape import shape_problems

MORE_DOCUMENTS = "Còn giấy tờ khác tùy trường hợp, xin hỏi cán bộ hướng dẫn."


class Procedure(Section):
    """A procedure and what the source says of it; ``None`` and empty mean: not said.

    ``documents_complete`` is false where the list depends on the case. ``needs_review``: the
    source still speaks of abolished papers or levels, so its facts are not shown to citizens.
    ``names`` are the label in other languages.
    """

    code: Id
    label: Annotated[Words, Field(max_length=60)]
    names: Names = Field(default_factory=dict)
    name: Words
    field: Words
    documents: tuple[Words, ...]
    documents_complete: bool
    fee: Words | None
    time_limit: Words | None
    same_day_cutoff: Annotated[str, Field(pattern=r"^\d\d:\d\d$")] | None
    keywords: tuple[Words, ...]
    updated: date | None
    source: Words
    needs_review: bool

    def texts(self) -> tuple[str, ...]:
        """Everything a citizen reads of it that can be said in another language."""
        facts = (self.fee, self.time_limit)
        return (self.label, *self.documents_shown(), *(each for each in facts if each))

    def documents_shown(self) -> tuple[str, ...]:
        """What to bring, with an honest last line where there may be more."""
        if not self.documents or self.documents_complete:
            return self.documents
        return (*self.documents, MORE_DOCUMENTS)


class Catalogue(Section):
    """All procedures of the file.

    ``texts`` are their papers, fees and times in other languages: by code, then by the Vietnamese
    text, for many procedures want the same paper.
    """

    format: Literal[1]
    about: Words
    texts: dict[Language, dict[str, Words]] = Field(default_factory=dict)
    procedures: tuple[Procedure, ...]

    def by_code(self) -> dict[str, Procedure]:
        """Procedures by code."""
        return {procedure.code: procedure for procedure in self.procedures}


def load_catalogue(path: Path) -> Catalogue:
    """The catalogue in ``path``. Raises ``ProfileError`` with every mistake of the file."""
    file = str(path)
    try:
        text = path.read_text("utf-8")
        raw = json.loads(text)
    except (OSError, ValueError) as error:
        raise ProfileError([Problem(file, "file", f"cannot be read: {error}")]) from error
    problems: list[Problem] = []
    try:
        catalogue = Catalogue.model_validate_json(text, strict=True)
    except ValidationError as error:
        problems += shape_problems(file, raw, error)
    if isinstance(raw, dict):
        problems += _catalogue_problems(Draft(file, "", raw))
    if problems:
        raise ProfileError(problems)
    return catalogue


@lru_cache(maxsize=1)
def shipped_catalogue() -> Catalogue:
    """The catalogue that comes with the program. Raises ``ProfileError`` when it is broken."""
    return load_catalogue(assets.OFFICES / "procedures.json")


def _catalogue_problems(draft: Draft) -> Iterator[Problem]:
    seen = Counter(entry.text("code") for entry in draft.tables("procedures"))
    for code, count in seen.items():
        if code is not None and count > 1:
            yield draft.error(f"procedures[{code}].code", f"stands {count} times")
    for key, text in draft.all_texts():
        if not unicodedata.is_normalized("NFC", text):
            yield draft.error(key, "is not NFC: composed letters only, or search fails silently")
