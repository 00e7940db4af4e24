"""A tolerant reader of a file that may be wrong anywhere, so that all mistakes are found at once.

The checks run on this and not on the pydantic model: a bad clock time in one table must not hide an
unknown service in another. A value of the wrong type counts as missing; pydantic reports it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from server.profile.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Draft:
    """A TOML table of ``file`` and the key under which it stands (``services[khai_sinh]``)."""

    file: str
    key: str
    data: dict[str, object]

    def at(self, name: str) -> str:
        """The full key of ``name`` in this table."""
        return f"{self.key}.{name}" if self.key and name else self.key or name

    def error(self, name: str, reason: str) -> Problem:
        """A mistake at ``name`` of this table."""
        return Problem(self.file, self.at(name), reason)

    def warning(self, name: str, reason: str) -> Problem:
        """Something to look at, at ``name`` of this table."""
        return Problem(self.file, self.at(name), reason, Severity.WARNING)

    def text(self, name: str) -> str | None:
        """The string at ``name``, if it is one."""
        value = self.data.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> float | None:
        """The number at ``name``, if it is one."""
        value = self.data.get(name)
        return value if isinstance(value, int | float) and not isinstance(value, bool) else None

    def texts(self, name: str) -> list[tuple[str, str]]:
        """The strings of the list at ``name``, each with its key in this table."""
        value = self.data.get(name)
        items = value if isinstance(value, list) else []
        return [(f"{name}[{i}]", item) for i, item in enumerate(items) if isinstance(item, str)]

    def table(self, name: str) -> "Draft":
        """The table at ``name``, empty if there is none."""
        value = self.data.get(name)
        return Draft(self.file, self.at(name), value if isinstance(value, dict) else {})

    def tables(self, name: str) -> "list[Draft]":
        """The tables of the list at ``name``."""
        value = self.data.get(name)
        items = value if isinstance(value, list) else []
        return [
            Draft(self.file, f"{self.at(name)}[{handle(item, i)}]", item)
            for i, item in enumerate(items)
            if isinstance(item, dict)
        ]

    def ids(self, name: str, by: str = "id") -> set[str]:
        """The ids (or codes) of the tables of the list at ``name``."""
        return {found for entry in self.tables(name) if (found := entry.text(by)) is not None}

    def all_texts(self) -> Iterator[tuple[str, str]]:
        """Every string in this table and below, names of keys included, each with its key."""
        for name, value in self.data.items():
            yield name, name
            yield from _strings(name, value)


def handle(item: object, index: int) -> str:
    """How a member of a list is called in a report: by its id or code, else by its place."""
    if isinstance(item, dict):
        for name in ("id", "code", "date", "weekday"):
            if isinstance(item.get(name), str):
                return str(item[name])
    return str(index)


def _strings(key: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield f"{key}.{name}", name
            yield from _strings(f"{key}.{name}", inner)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _strings(f"{key}[{handle(item, index)}]", item)
