"""The table of rooms in ARCHITECTURE.md is the project as it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

import grimp
import pytest

import assets
from tests.architecture.import_contracts import within
from tests.support.project_files import kept_files

PRODUCT = ("assets", "server", "kiosk", "counter", "display")
ROW = re.compile(r"^\| `([\w/]+)/` \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)


@dataclass(frozen=True)
class Room:
    """A row of the table."""

    folder: str
    may_import: frozenset[str]

    @property
    def package(self) -> str:
        """The folder as Python names it."""
        return self.folder.replace("/", ".")


def rooms(page: str) -> list[Room]:
    """The rows of the table, in its order; what may be imported by its dotted name."""
    chapter = page.partition("\n## Rooms\n")[2].partition("\n## ")[0]
    return [
        Room(
            folder,
            frozenset(
                each.removesuffix(".py").replace("/", ".") for each in re.findall(r"`([^`]+)`", may)
            ),
        )
        for folder, _, may in ROW.findall(chapter)
    ]


def the_table() -> list[Room]:
    """The table as it stands on the page."""
    return rooms((assets.PROJECT / "ARCHITECTURE.md").read_text("utf-8"))


def python_folders() -> set[str]:
    """Every folder in which Python lies, from the top of the project."""
    files = (path.relative_to(assets.PROJECT) for path in kept_files() if path.suffix == ".py")
    return {path.parent.as_posix() for path in files}


def missing_and_vanished(table: list[Room], folders: set[str]) -> tuple[set[str], set[str]]:
    """Folders that need a row and have none, and rows whose folder is not there.

    Each folder at the top needs a row, and in the product each folder right below. What lies deeper
    or in ``tests`` and ``bench`` belongs to the row above it.
    """
    listed = {room.folder for room in table}
    needed = {
        "/".join(PurePosixPath(each).parts[: 2 if each.split("/")[0] in PRODUCT else 1])
        for each in folders
    }
    above = {str(parent) for each in folders for parent in PurePosixPath(each).parents}
    return needed - listed, listed - folders - above


@pytest.mark.finding("H3")
def test_every_room_has_a_row_and_every_row_a_room() -> None:
    """After a move, a new folder or one that went: the table is set right with it."""
    missing, vanished = missing_and_vanished(the_table(), python_folders())
    assert missing == set()
    assert vanished == set()
    named = [room.folder for room in the_table()]
    assert len(named) == len(set(named))


@pytest.mark.finding("H3")
def test_a_new_room_and_one_that_went_are_found() -> None:
    """The check of the check."""
    folders = (python_folders() - {"kiosk/search"}) | {"kiosk/garden", "kiosk/garden/shed"}
    missing, vanished = missing_and_vanished(the_table(), folders)
    assert missing == {"kiosk/garden"}
    assert vanished == {"kiosk/search"}


@pytest.mark.finding("H3")
def test_no_room_imports_what_its_row_does_not_allow() -> None:
    """Asked of every import of every module, late ones too."""
    graph = grimp.build_graph(*PRODUCT, cache_dir=None)
    assert list(forbidden_imports(graph, the_table())) == []


@pytest.mark.finding("H3")
def test_an_import_that_a_row_does_not_allow_is_found() -> None:
    """The check of the check."""
    graph = grimp.build_graph(*PRODUCT, cache_dir=None)
    graph.add_import(importer="kiosk.search.find", imported="kiosk.visit")
    assert list(forbidden_imports(graph, the_table())) == ["kiosk.search.find imports kiosk.visit"]


def forbidden_imports(graph: grimp.ImportGraph, table: list[Room]) -> Iterator[str]:
    """Imports beyond a room, its packages above (which hold nothing) and what its row names."""
    for room in table:
        if room.folder.split("/")[0] not in PRODUCT:
            continue
        own = within(graph, {room.package})
        above = {str(parent).replace("/", ".") for parent in PurePosixPath(room.folder).parents}
        may = own | above | within(graph, room.may_import & graph.modules)
        assert room.may_import <= graph.modules, f"{room.folder}: no such room"
        for module in sorted(own):
            for imported in sorted(graph.find_modules_directly_imported_by(module) - may):
                yield f"{module} imports {imported}"


@pytest.mark.finding("H3")
def test_every_python_file_a_page_names_is_there() -> None:
    """In the folder of the page, below it, or by its whole path: READMEs do not name the past."""
    paths = [path.relative_to(assets.PROJECT).as_posix() for path in kept_files()]
    pages = [each for each in paths if each.endswith(".md") and each not in HISTORY]
    assert [
        f"{page}: {name}"
        for page in pages
        for name in re.findall(r"`([\w/]+\.py)`", (assets.PROJECT / page).read_text("utf-8"))
        if not named_rightly(name, page, paths)
    ] == []


HISTORY = ("CHANGELOG.md",)
"""Pages that tell of what was."""


def named_rightly(name: str, page: str, paths: list[str]) -> bool:
    """Whether a page may call a file so: by its whole path, or by the end of it below the page."""
    folder = PurePosixPath(page).parent.as_posix()
    below = "" if folder == "." else f"{folder}/"
    return name in paths or any(
        path.startswith(below) and path.endswith(f"/{name}") for path in paths
    )
