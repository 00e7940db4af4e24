"""The tests of the core are tested: each planted fault is found, in a copy of the core."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import assets
from tests.property.planted_faults import FAULTS, Fault

pytestmark = pytest.mark.slow

AT_ONCE = 2
EXAMPLES = {"property/test_core_machine.py": "60", "property/test_discipline_rules.py": "30"}
SUPPORT = ("builders.py", "oracle.py", "recount.py", "days.py")
PLUGINS = ("-p", "_hypothesis_pytestplugin", "-p", "no:cacheprovider")
FOUND, CLEAN = 1, 0
"""pytest's own words for failed and passed tests; anything else means they did not even run."""


def house(directory: Path) -> Path:
    """A copy of the core and of the tests that need nothing else."""
    for folder in ("", "support", "property", "unit", "unit/server", "unit/server/core"):
        (directory / "tests" / folder).mkdir(parents=True)
        (directory / "tests" / folder / "__init__.py").touch()
    shutil.copytree(
        assets.PROJECT / "server/core",
        directory / "server/core",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    (directory / "server/__init__.py").touch()
    shutil.copy(assets.PROJECT / "server/codes.py", directory / "server/codes.py")
    (directory / "pytest.ini").write_text("[pytest]\n", "utf-8")
    wanted = {*(f"support/{name}" for name in SUPPORT), *(fault.tests for fault in FAULTS)}
    for name in wanted:
        shutil.copy(assets.PROJECT / "tests" / name, directory / "tests" / name)
    return directory


def verdict(directory: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """Run these tests against the core in ``directory``."""
    quick = EXAMPLES.get(tests[0], "12")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "--tb=line", "--hypothesis-seed=3", *PLUGINS]
        + [f"tests/{name}" for name in tests],
        cwd=directory,
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "DENLUOT_QUICK_EXAMPLES": quick},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def found(fault: Fault, directory: Path) -> str:
    """Empty if the tests found the fault, else what happened instead."""
    file = house(directory) / "server/core" / fault.file
    text = file.read_text("utf-8")
    if text.count(fault.old) != 1:
        return f"{fault.file}: stands {text.count(fault.old)} times: {fault.old}"
    file.write_text(text.replace(fault.old, fault.new), "utf-8")
    done = verdict(directory, fault.tests)
    shutil.rmtree(directory)
    if done.returncode == FOUND and "SyntaxError" not in done.stdout:
        return ""
    return f"{fault.breaks}: not found by {fault.tests}\n{done.stdout[-300:]}{done.stderr[-300:]}"


def test_there_are_faults_enough_and_none_is_listed_twice() -> None:
    """At least five and twenty, of every part that decides."""
    assert len({(fault.file, fault.new, fault.breaks) for fault in FAULTS}) == len(FAULTS) >= 25
    assert {"decide.py", "evolve.py", "discipline.py", "issuing.py", "calendar.py"} <= {
        fault.file for fault in FAULTS
    }


def test_the_copy_as_it_stands_passes(tmp_path: Path) -> None:
    """Otherwise a fault would be found that nobody planted."""
    done = verdict(house(tmp_path / "whole"), *sorted({fault.tests for fault in FAULTS}))
    assert done.returncode == CLEAN, done.stdout[-2000:] + done.stderr[-2000:]


@pytest.mark.timeout(600)
def test_every_planted_fault_is_found(tmp_path: Path) -> None:
    """Each in a copy of its own, two at a time."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        copies = [tmp_path / f"fault{number}" for number in range(len(FAULTS))]
        missed = [said for said in pool.map(found, FAULTS, copies) if said]
    assert not missed, "\n".join(missed)
