"""Keys an office file may still hold from earlier versions, though nothing reads them any more.

A file with one loads as if the key were not there, and ``denluot office check`` says so: an
office that was set up years ago opens after every upgrade (golden: ``tests/golden``).
"""

from typing import Final

from server.profile.problem import Problem, Severity

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
