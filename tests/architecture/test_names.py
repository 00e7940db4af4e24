"""One name, one thing: no two public classes of the product bear the same name."""

import ast
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

import pytest

import assets

ROOMS: Final = ("assets", "server", "kiosk", "counter", "display")

CORE_AND_WIRE: Final = ("server/core/", "server/protocol/")
"""What the core has and the wire tells bears one name in both: it is one thing."""

SHARED: Final = {
    "Screen": "each app's presenter makes one: all that it shows",
    "Situation": "each app has one: all that it knows",
    "Catalogue": "the procedures as a file has them, and as the kiosk offers them",
}
"""Other names of two classes, each with its reason."""


def public_classes() -> Iterable[tuple[str, str]]:
    """Name and file of every class of the product that is no file's own business."""
    for room in ROOMS:
        for file in sorted((assets.PROJECT / room).rglob("*.py")):
            for node in ast.parse(file.read_text("utf-8")).body:
                if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                    yield node.name, str(file.relative_to(assets.PROJECT))


def shared_names(classes: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The names that more than one class bears, but those of a pair of core and wire."""
    files: defaultdict[str, list[str]] = defaultdict(list)
    for name, file in classes:
        files[name].append(file)
    return {name: found for name, found in files.items() if len(found) > 1 and not _is_pair(found)}


def _is_pair(found: list[str]) -> bool:
    return len(found) == 2 and all(
        any(file.startswith(room) for file in found) for room in CORE_AND_WIRE
    )


@pytest.mark.finding("H10")
def test_a_name_means_one_thing() -> None:
    """Who reads ``Session`` or ``Voice`` need not ask which."""
    assert shared_names(public_classes()).keys() == SHARED.keys()


def test_a_name_given_twice_is_found() -> None:
    """A pair of core and wire is none; a third of its name is."""
    pair = [("Story", "server/core/story.py"), ("Story", "server/protocol/messages.py")]
    assert shared_names(pair) == {}
    assert list(shared_names([*pair, ("Story", "kiosk/visit.py")])) == ["Story"]
    assert list(shared_names([("Desk", "kiosk/a.py"), ("Desk", "counter/b.py")])) == ["Desk"]
