"""The rules of the project that a machine can check: names, sizes, what must not leak."""

import ast
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator

import pytest

import assets
from tests.support.project_files import kept_files, sources, texts

ROOMS = ("server", "kiosk", "counter", "display", "assets", "bench")
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50
LONGER_FILES = {
    "server/core/events.py": "every event the log can hold, in one place",
}
"""Files that may be longer, each with the reason why it reads better whole."""
LONGER_FUNCTIONS: dict[str, str] = {}
"""Functions (``file: name``) that may be longer, each with its reason."""
NO_NAMES = frozenset({"util", "utils", "helper", "helpers", "misc", "manager", "managers"})

# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = tuple(
    "".join(parts)
    for parts in (
        *(("py", "pi.", "org"), ("python", "hosted", ".org"), ("npm", "js.", "com")),
        *(("npm", "js.", "org"), ("deb.", "debian.", "org"), ("ana", "conda.", "org")),
        *(("crates", ".io"), ("golang", ".org")),
    )
)
MACHINE_PATHS = tuple(f"/{name}/" for name in ("work", "root", "tmp", "home"))


def test_nothing_imports_upward_or_sideways() -> None:
    """The contracts are kept; asked in a process of its own, for the linter takes the log over."""
    lint = "from importlinter.cli import lint_imports as lint; raise SystemExit(lint())"
    asked = [sys.executable, "-c", lint]
    done = subprocess.run(asked, cwd=assets.PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_core_needs_nothing_but_itself_and_a_little_of_the_standard_library() -> None:
    """Asked of the source: no clock, no thread, no file, no database, no Qt.

    ``server/codes.py``, the codes it shares with the wire, is held to the same.
    """
    allowed = {
        *("abc", "collections", "dataclasses", "datetime", "enum", "functools", "heapq"),
        *("itertools", "math", "operator", "typing", "zoneinfo", "bisect"),
    }
    for name, text in sources("server"):
        if not name.startswith("server/core/") and name != "server/codes.py":
            continue
        for module in _imported(text):
            inside = module.startswith("server.core") or module == "server.codes"
            assert inside or module.split(".")[0] in allowed, f"{name} imports {module}"


def _imported(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_no_module_is_named_for_being_of_use() -> None:
    """A name says what is in a file, not that somebody needs it."""
    named = {
        str(path)
        for path in (each.relative_to(assets.PROJECT) for each in kept_files())
        if path.suffix in (".py", ".qml")
        and NO_NAMES & set(re.split(r"[/_.-]", str(path.with_suffix("")).lower()))
    }
    assert named == set()


@pytest.mark.finding("H7")
def test_files_keep_to_four_hundred_lines_but_for_those_that_say_why() -> None:
    """A habit, not a fence: a file is split where its subject parts. Tests may list many cases."""
    long = {name for name, text in _of_the_rooms() if len(text.splitlines()) > MAX_FILE_LINES}
    assert long == set(LONGER_FILES)
    assert all(LONGER_FILES.values())


def _of_the_rooms() -> Iterator[tuple[str, str]]:
    for name, text in texts():
        if name.endswith((".py", ".qml")) and name.split("/", 1)[0] in ROOMS:
            yield name, text


@pytest.mark.finding("H7")
def test_functions_keep_to_fifty_lines_but_for_those_that_say_why() -> None:
    """What does not fit on a screen is not understood at a glance."""
    long = {
        f"{name}: {node.name}"
        for name, text in sources(*ROOMS)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION_LINES
    }
    assert long == set(LONGER_FUNCTIONS)
    assert all(LONGER_FUNCTIONS.values())


def test_no_file_names_a_package_registry_or_a_path_of_the_machine_it_was_made_on() -> None:
    """The project can be built anywhere, from whatever mirror the office uses."""
    found = {
        f"{name}: {word}"
        for name, text in texts()
        for word in (*REGISTRIES, *(path for path in MACHINE_PATHS if _is_absolute(path, text)))
        if word in text
    }
    assert found == set()


def _is_absolute(path: str, text: str) -> bool:
    """Whether the path stands there as one of its own, not inside an address or another path."""
    return re.search(rf"(?<![\w./}}~-]){re.escape(path)}\w", text) is not None


def test_every_text_is_written_in_composed_letters() -> None:
    """NFC: the same Vietnamese word is the same bytes everywhere."""
    assert [name for name, text in texts() if not unicodedata.is_normalized("NFC", text)] == []
