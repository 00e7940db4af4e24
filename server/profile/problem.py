"""A mistake in an office file, with what its author needs to find and mend it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """``error``: the file is refused. ``warning``: it works, but look at it."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake: in which file, at which key, and why it is one."""

    file: str
    key: str
    reason: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """``FILE: key: reason``, with a mark on warnings."""
        mark = " (warning)" if self.severity is Severity.WARNING else ""
        return f"{self.file}: {self.key}: {self.reason}{mark}"


class ProfileError(Exception):
    """A file that cannot be used; ``problems`` are all its mistakes, warnings included."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """Carry ``problems``, of which at least one is an error."""
        super().__init__(report(problems))
        self.problems = tuple(problems)


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Those that make a file unusable."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def report(problems: Sequence[Problem]) -> str:
    """One line a problem, errors first, then their count; empty if there is no problem."""
    if not problems:
        return ""
    worst_first = sorted(problems, key=lambda problem: problem.severity is Severity.WARNING)
    error_count = len(errors(problems))
    total = f"errors: {error_count}, warnings: {len(problems) - error_count}"
    return "\n".join([*map(str, worst_first), total])
