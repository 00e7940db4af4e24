"""Keys an office file may still hold from earlier versions, though nothing reads them any more.

A file with one loads as if the key were not there, and ``denluot office check`` says so: an
office that was set up years ago opens after every upgrade (golden: ``tests/golden``).
"""

from typing import Final

from server.profile.problem import Problem, Severity

OLD_NAME: Final = "name_en"
"""The English name of anything, as it was written before there were ``names``."""
RETIRED: Final[dict[tuple[str, str], str]] = {
    ("office", "language"): "kiosk.languages says what is spoken, Vietnamese always first",
    ("office", "seats"): "nothing counts the chairs of the waiting room",
    ("phrases", "issued"): "a ticket and the kiosk say the number, the line and the wait in parts",
    ("phrases", "footer"): "a ticket ends with office.hotline and office.slogan",
}
"""Table and key, and what stands in its place."""


def without_retired(file: str, raw: dict[str, object]) -> tuple[dict[str, object], list[Problem]]:
    """The file's tables without retired keys, and a warning for each that was there."""
    kept, notes = dict(raw), []
    for (table, key), instead in RETIRED.items():
        given = kept.get(table)
        if isinstance(given, dict) and key in given:
            kept[table] = {name: value for name, value in given.items() if name != key}
            reason = f"is not read any more and may be deleted: {instead}"
            notes.append(Problem(file, f"{table}.{key}", reason, Severity.WARNING))
    return kept, notes


def with_names(file: str, raw: dict[str, object]) -> tuple[dict[str, object], list[Problem]]:
    """The file's tables with every ``name_en`` among ``names``, and one warning if any was."""
    upgraded = {key: _with_names(value) for key, value in raw.items()}
    if upgraded == raw:
        return raw, []
    reason = 'is read as names = { en = "…" } and may be written so, with more languages beside it'
    return upgraded, [Problem(file, OLD_NAME, reason, Severity.WARNING)]


def _with_names(value: object) -> object:
    if isinstance(value, list):
        return [_with_names(each) for each in value]
    if not isinstance(value, dict):
        return value
    made = {key: _with_names(each) for key, each in value.items() if key != OLD_NAME}
    english, names = value.get(OLD_NAME), made.get("names", {})
    if OLD_NAME in value and (not isinstance(english, str) or not isinstance(names, dict)):
        return value  # the shape is wrong: pydantic says where
    if english and isinstance(names, dict):
        made["names"] = {"en": english} | names
    return made
