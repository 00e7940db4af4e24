"""Counting red runs: what a file did in so many runs, and which files there are."""

from pathlib import Path

import pytest

from assets.tools import flaky
from assets.tools.flaky import RunCounts
from assets.tools.run_tests import Count


def test_red_runs_are_counted_with_the_tests_that_were_red() -> None:
    """The most frequent first; a file that ran nothing has no run."""
    tally = RunCounts()
    assert not tally.add(0, Count(3))
    assert tally.add(1, Count(1, 2, red=("a::x", "a::y")))
    assert tally.add(1, Count(2, 1, red=("a::y",)))
    assert not tally.add(flaky.NOTHING_RAN, Count())
    assert str(tally) == "3 runs, 2 red\n    2 × a::y\n    1 × a::x"


def test_a_pytest_that_dies_without_a_word_is_a_red_run() -> None:
    """A crash is the worst of flaky verdicts."""
    assert RunCounts().add(139, Count())


def test_folders_are_looked_through_and_no_file_comes_twice(tmp_path: Path) -> None:
    """And what is not there is said."""
    for name in ("test_a.py", "inner/test_b.py", "support.py"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    names = [str(tmp_path / "test_a.py"), str(tmp_path)]
    assert flaky.files_of(names) == [
        *(str(tmp_path / "test_a.py"), str(tmp_path / "inner" / "test_b.py"))
    ]
    one_test = f"{names[0]}::test_it"
    assert flaky.files_of([one_test]) == [one_test]
    with pytest.raises(FileNotFoundError):
        flaky.files_of([str(tmp_path / "nowhere")])


def test_the_load_ends_with_the_runs() -> None:
    """No loop is left behind to slow the next command down."""
    with flaky.busy(2) as loops:
        assert [loop.poll() for loop in loops] == [None, None]
    assert all(loop.poll() is not None for loop in loops)
