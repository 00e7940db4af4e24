"""The import contracts cannot be forgotten: what is planted anywhere breaks them."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

import assets
from tests.architecture.import_contracts import matching, within

PACKAGES = ("assets", "server", "kiosk", "counter", "display")
QT = "\nfrom PySide6.QtCore import QObject\n"

ALWAYS_PURE = (
    *("server/core", "server/protocol", "server/words", "server/views", "server/report"),
    *("server/guide", "server/wire.py", "server/office/rights.py", "server/client/session.py"),
    *("kiosk/presenter", "kiosk/search", "kiosk/keyboard", "kiosk/visit.py"),
    *("kiosk/offline/machine.py", "kiosk/printing/receipt.py", "kiosk/maintenance/condition.py"),
    *("counter/situation", "counter/presenter", "counter/work"),
    *("display/lobby/presenter.py", "display/wall/presenter.py", "display/desk/presenter.py"),
    *("display/voice/announcer.py", "assets/voicebank/units.py"),
)
"""Rooms and files that nobody may name as impure."""


@dataclass(frozen=True)
class ProjectCopy:
    """A copy of the product's Python, to break."""

    root: Path

    def plant(self, file: str, text: str) -> None:
        """Add a text to the end of a file, which is made if it is not there."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as opened:
            opened.write(text)

    def lint(self) -> tuple[int, str]:
        """What ``lint-imports`` ends with, and what it says."""
        lint = "from importlinter.cli import lint_imports as lint; raise SystemExit(lint())"
        asked = [sys.executable, "-c", lint]
        wide = {**os.environ, "COLUMNS": "1000"}  # so that no line is broken
        done = subprocess.run(
            asked, cwd=self.root, env=wide, capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr


@pytest.fixture
def copy(tmp_path: Path) -> ProjectCopy:
    """The product as it stands, and nothing else of the project but its contracts."""
    for package in (*PACKAGES, "tests/architecture"):
        for file in (assets.PROJECT / package).rglob("*.py"):
            place = tmp_path / file.relative_to(assets.PROJECT)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)
    (tmp_path / "tests/__init__.py").touch()
    shutil.copyfile(assets.PROJECT / "pyproject.toml", tmp_path / "pyproject.toml")
    return ProjectCopy(tmp_path)


@cache
def _pure_files() -> list[str]:
    """The files of all modules that ``pyproject.toml`` does not name as impure."""
    contracts = tomllib.loads((assets.PROJECT / "pyproject.toml").read_text("utf-8"))
    [pure] = [
        each for each in contracts["tool"]["importlinter"]["contracts"] if each["type"] == "pure"
    ]
    graph = grimp.build_graph(*PACKAGES, cache_dir=None)
    impure = {module for entry in pure["impure"] for module in matching(graph, entry)}
    return sorted(_file(module) for module in within(graph, PACKAGES) - impure)


def _file(module: str) -> str:
    path = module.replace(".", "/")
    return f"{path}/__init__.py" if (assets.PROJECT / path).is_dir() else f"{path}.py"


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@pytest.mark.finding("H3")
def test_qt_planted_in_any_pure_module_is_found(copy: ProjectCopy) -> None:
    """Also in one nobody has heard of: a module is pure unless it is named as impure."""
    files = [*_pure_files(), "kiosk/presenter/brand_new.py", "counter/work/brand_new.py"]
    for file in files:
        copy.plant(file, QT)
    ended, said = copy.lint()
    assert ended != 0
    found = set(re.findall(r"^(\S+) imports PySide6 \(line \d+\)\.$", said, re.M))
    assert found == {_module(file) for file in files}


@pytest.mark.finding("H3")
@pytest.mark.parametrize("room", ALWAYS_PURE)
def test_these_rooms_are_pure_as_a_whole(room: str) -> None:
    """The list of impure modules cannot grow into what everything else rests on."""
    path = assets.PROJECT / room
    files = path.rglob("*.py") if path.is_dir() else [path]
    assert {str(each.relative_to(assets.PROJECT)) for each in files} <= set(_pure_files())


@pytest.mark.finding("H3")
def test_an_untouched_copy_keeps_every_contract(copy: ProjectCopy) -> None:
    """So what the other tests see broken is what they planted."""
    ended, said = copy.lint()
    assert ended == 0, said
    assert " 0 broken" in said


@pytest.mark.slow
@pytest.mark.finding("H3")
@pytest.mark.finding("H6")
@pytest.mark.finding("H9")
@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "kiosk/visit.py",
            "import kiosk.viewmodel",
            "kiosk.visit imports kiosk.viewmodel (line ",
        ),
        ("kiosk/presenter/notes.py", "import server.store", "kiosk.presenter.notes imports server"),
        ("server/client/session.py", "import server.core", "server.client.session imports server"),
        ("server/words/story.py", "import server.core.model", "server.words.story imports server"),
        ("server/core/model.py", "import server.wire", "server.core.model imports server.wire"),
        ("display/wall/screen.py", "import display.lobby.screen", "three screens that do not"),
        ("counter/situation/preferences.py", "import counter.work.answers", "the counter BROKEN"),
        ("server/brand_new/__init__.py", "", "Floors of the server BROKEN"),
        ("display/brand_new.py", "", "know each other BROKEN"),
        ("server/store/log.py", "import tests", "neither tests nor bench BROKEN"),
        ("server/web/app.py", "import bench", "neither tests nor bench BROKEN"),
        ("server/office/handler.py", "import fastapi", "speak HTTP BROKEN"),
        ("counter/app.py", "import websockets", "opens websockets BROKEN"),
        ("server/store/log.py", "import PySide6", "modules named for it BROKEN"),
    ],
)
def test_an_import_that_goes_the_wrong_way_is_found(
    copy: ProjectCopy, file: str, text: str, said: str
) -> None:
    """Upward, sideways, into a room that is not published, or from a room without a floor."""
    copy.plant(file, f"\n{text}\n")
    ended, heard = copy.lint()
    assert ended != 0
    assert said in heard


@pytest.mark.finding("H3")
def test_a_module_named_as_impure_without_need_breaks_the_contract(copy: ProjectCopy) -> None:
    """The list can only shrink to what is true."""
    page = copy.root / "pyproject.toml"
    text = page.read_text("utf-8")
    page.write_text(text.replace("impure = [", 'impure = ["kiosk.visit", "kiosk.gone",'), "utf-8")
    ended, said = copy.lint()
    assert ended != 0
    for entry in ("kiosk.visit", "kiosk.gone"):
        assert f"{entry} is named as impure, and nothing in it has to be." in said


@pytest.mark.finding("H12")
def test_no_modules_import_each_other_in_a_circle() -> None:
    """Late imports and those for the type checker count: a circle is one however it is hidden."""
    assert circle_in(_imports()) == []


@pytest.mark.finding("H12")
def test_a_circle_is_found() -> None:
    """The check of the check."""
    circle = circle_in({"hall": {"clerk", "floor"}, "clerk": {"habits", "hall"}, "habits": set()})
    assert set(circle) == {"hall", "clerk"}


def _imports() -> dict[str, set[str]]:
    graph = grimp.build_graph(*PACKAGES, "bench", "tests", cache_dir=None)
    return {each: graph.find_modules_directly_imported_by(each) for each in graph.modules}


def circle_in(imports: dict[str, set[str]]) -> list[str]:
    """The modules of a circle, one after the other and the first once more; none: empty."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []
