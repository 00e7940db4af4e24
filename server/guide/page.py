"""What a printed guide holds, as plain values."""

from dataclasses import dataclass
from enum import StrEnum


class GuideRole(StrEnum):
    """For whom a guide is."""

    CLERK = "clerk"
    HELPER = "helper"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A key, its name on the screen, and what it is for."""

    key: str
    name: str
    use: str


@dataclass(frozen=True, slots=True)
class GuideSection:
    """A heading and its lines; ``lead`` is one sentence before them.

    ``numbered``: the lines are steps. Otherwise each line is a point of its own; what stands
    before a ``|`` in a line is printed bold.
    """

    title: str
    lines: tuple[str, ...]
    lead: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """One page. ``foot`` is the last line: whom to telephone."""

    title: str
    office: str
    keys: tuple[KeyLine, ...]
    sections: tuple[GuideSection, ...]
    foot: str
