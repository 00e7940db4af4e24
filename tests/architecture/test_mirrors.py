"""Every module with logic has its tests under its own name, or they say whose they are.

The mirror of ``counter/work/answers.py`` is ``tests/unit/counter/work/test_answers.py``. In the
flat folders of other tests it may be called ``test_answers``, ``test_work_answers``,
``test_counter_answers`` or ``test_counter_work_answers``. Any test file is one whose docstring
says ``Tests of counter/work/answers.py.``
"""

import ast
import re
import subprocess
from pathlib import Path
from typing import Final

import pytest

import assets

ROOMS: Final = ("assets", "server", "kiosk", "counter", "display")
FLAT: Final = ("architecture", "property", "integration", "qml", "e2e")
"""Folders of tests that have no rooms of their own."""
WHOLLY_MIRRORED: Final = ("counter/presenter/", "counter/work/", "counter/situation/")
"""Rooms in which every module with logic has its mirror."""
MOST_WITHOUT: Final = 167
"""Modules of the other rooms that have none yet: only fewer are allowed."""


def files(*folders: str) -> list[str]:
    """The Python files of these folders that git knows, or would."""
    words = ["git", "ls-files", "-co", "--exclude-standard", *(f"{each}/*.py" for each in folders)]
    done = subprocess.run(words, cwd=assets.PROJECT, capture_output=True, text=True, check=True)
    return [file for file in done.stdout.split() if (assets.PROJECT / file).exists()]


def has_logic(source: str) -> bool:
    """Whether there is a function in it: names, tables and bare values need no tests."""
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    return any(isinstance(node, functions) for node in ast.walk(ast.parse(source)))


def named_in(source: str) -> set[str]:
    """The modules a test file's docstring says it tests."""
    text = " ".join((ast.get_docstring(ast.parse(source)) or "").split())
    return {
        path
        for line in re.findall(r"Tests of ([^.]*\.py[^.]*(?:\.py[^.]*)*)\.", text)
        for path in re.findall(r"[\w/]+\.py", line)
    }


def without_mirror(modules: dict[str, str], tests: dict[str, str]) -> list[str]:
    """The modules with logic that no test file is named after or names."""
    told = set().union(*(named_in(source) for source in tests.values()))
    return [
        path
        for path, source in modules.items()
        if has_logic(source) and path not in told and not mirrors_of(path) & tests.keys()
    ]


def mirrors_of(module: str) -> set[str]:
    """Where its tests are looked for."""
    path = Path(module)
    *rooms, name = path.parent.parts if path.stem == "__init__" else path.with_suffix("").parts
    names = {name, "_".join([*rooms, name]), *(f"{room}_{name}" for room in rooms)}
    flat = {f"tests/{kind}/test_{each}.py" for kind in FLAT for each in names}
    return flat | {str(Path("tests/unit", *rooms, f"test_{name}.py"))}


@pytest.fixture(scope="module")
def missing() -> list[str]:
    """The modules of this project without a mirror."""
    read = {
        folder: {each: (assets.PROJECT / each).read_text("utf-8") for each in files(*folders)}
        for folder, folders in {"modules": ROOMS, "tests": ("tests",)}.items()
    }
    return without_mirror(read["modules"], read["tests"])


@pytest.mark.finding("H13")
def test_every_module_of_the_counters_pure_rooms_has_its_tests(missing: list[str]) -> None:
    """Who changes a module finds its tests by its name."""
    assert [each for each in missing if each.startswith(WHOLLY_MIRRORED)] == []


@pytest.mark.finding("H13")
def test_no_module_more_than_now_is_without_its_tests(missing: list[str]) -> None:
    """A new module brings its tests; whoever writes some for an old one lowers the number."""
    others = [each for each in missing if not each.startswith(WHOLLY_MIRRORED)]
    assert len(others) <= MOST_WITHOUT, "\n".join(others)


def test_a_module_without_tests_is_found_and_one_that_is_named_is_not() -> None:
    """A docstring may name it; bare tables need none; a namesake in another room is no mirror."""
    logic = "def f() -> None: ...\n"
    modules = {
        "counter/work/a.py": logic,
        "counter/work/b.py": logic,
        "counter/work/c.py": logic,
        "counter/work/table.py": "X = 1\n",
        "counter/work/deep/a.py": logic,
        "counter/work/d.py": logic,
    }
    tests = {
        "tests/unit/counter/work/test_a.py": '"""A sentence."""\n',
        "tests/qml/test_counter_d.py": "",
        "tests/qml/test_x.py": '"""A sentence.\n\nTests of counter/work/b.py,\nkiosk/y.py.\n"""\n',
    }
    assert without_mirror(modules, tests) == ["counter/work/c.py", "counter/work/deep/a.py"]
