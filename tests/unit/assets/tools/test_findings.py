"""Which findings have a proof is read from the tests themselves."""

from pathlib import Path

import pytest

import assets
from assets.tools import findings

A_FILE = """
import pytest

@pytest.mark.finding("H13")
@pytest.mark.slow
def test_one(): pass

@pytest.mark.finding("H2")
@pytest.mark.finding("E7")
async def test_two(): pass

def test_three(): pass
"""


def test_every_marked_test_stands_under_its_findings_in_their_order(tmp_path: Path) -> None:
    """H2 before H13; a test may prove two."""
    tests = tmp_path / "tests"
    (tests / "unit").mkdir(parents=True)
    (tests / "unit" / "test_a.py").write_text(A_FILE, "utf-8")
    assert list(findings.proofs(tests).items()) == [
        ("E7", ["tests/unit/test_a.py::test_two"]),
        ("H2", ["tests/unit/test_a.py::test_two"]),
        ("H13", ["tests/unit/test_a.py::test_one"]),
    ]


@pytest.mark.finding("H13")
def test_the_tests_of_this_project_are_read(request: pytest.FixtureRequest) -> None:
    """Among them the very one that asks."""
    [proof] = [
        each
        for each in findings.proofs(assets.PROJECT / "tests")["H13"]
        if each.endswith(request.node.name)
    ]
    assert proof.startswith("tests/unit/assets/tools/test_findings.py::")
