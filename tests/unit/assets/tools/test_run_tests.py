"""The end of ``make test``: both halves always run, and one line says the sum."""

import subprocess
import sys
from pathlib import Path

import pytest

import assets
from assets.tools import run_tests
from assets.tools.run_tests import WHOLE, Count, Half

GREEN = (0, Count(passed=3))
RED = (1, Count(2, 1, red=("tests/test_a.py::test_b",)))
NOTHING = (5, Count())


def told(*outcomes: tuple[int, Count]) -> tuple[int, list[str], list[Half]]:
    """Exit code, lines and the halves that were run, when pytest ends so."""
    lines: list[str] = []
    ran: list[Half] = []
    left = list(outcomes)

    def run_half(half: Half) -> tuple[int, Count]:
        ran.append(half)
        return left.pop(0)

    code = run_tests.run(WHOLE, run_half, lines.append)
    return code, lines, ran


def test_two_green_halves_are_green_and_their_sum_stands_alone_on_the_last_line() -> None:
    """Nothing after it, nothing beside it."""
    code, lines, ran = told(GREEN, (0, Count(1, 0, 2)))
    assert (code, lines[-1]) == (0, "4 passed, 0 failed, 2 skipped")
    assert ran == list(WHOLE)


@pytest.mark.finding("H5")
def test_a_red_first_half_does_not_hide_the_second() -> None:
    """Both run, the sum is of both, and what failed is named before it."""
    code, lines, ran = told(RED, GREEN)
    assert code == 1
    assert len(ran) == 2
    assert lines[-2:] == ["failed: tests/test_a.py::test_b", "5 passed, 1 failed"]


@pytest.mark.parametrize(
    "outcomes",
    [
        pytest.param((GREEN, RED), id="a red second half"),
        pytest.param((GREEN, NOTHING), id="a half of nothing"),
        pytest.param((GREEN, (0, Count(skipped=7))), id="a half that only skips"),
        pytest.param(((139, Count()), GREEN), id="a pytest that dies"),
        pytest.param(((1, Count(passed=3)), GREEN), id="a pytest that says red without a test"),
    ],
)
def test_the_whole_is_red_when_a_half_is_red_or_ran_nothing(
    outcomes: tuple[tuple[int, Count], ...],
) -> None:
    """Silence is not success."""
    assert told(*outcomes)[0] == 1


def test_the_report_of_a_real_pytest_is_counted(tmp_path: Path) -> None:
    """A failure and an error of a fixture count as failed, under the names pytest takes."""
    (tmp_path / "test_some.py").write_text(
        "import pytest\n"
        "@pytest.fixture\n"
        "def broken():\n"
        "    raise OSError\n"
        "def test_good(): pass\n"
        "def test_bad(): assert False\n"
        "def test_without(broken): pass\n"
        "@pytest.mark.skip(reason='not here')\n"
        "def test_left_out(): pass\n",
        "utf-8",
    )
    report = tmp_path / "report.xml"
    words = ["-q", "-p", "no:cacheprovider", f"--junitxml={report}", "-o", "junit_family=xunit1"]
    subprocess.run(
        [sys.executable, "-m", "pytest", *words, "test_some.py"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    count = run_tests.count_of(report)
    assert count == Count(1, 2, 1)
    assert set(count.red) == {"test_some.py::test_bad", "test_some.py::test_without"}
    assert run_tests.count_of(tmp_path / "none.xml") == Count()


def test_words_nobody_knows_are_refused_and_run_nothing() -> None:
    """With code 2, as other commands do."""
    assert run_tests.main(["--quick"]) == 2


def test_the_makefile_leaves_the_halves_to_the_tool() -> None:
    """A second list of them would drift."""
    makefile = (assets.PROJECT / "Makefile").read_text("utf-8")
    assert "assets.tools.run_tests\n" in makefile
    assert "assets.tools.run_tests --fast\n" in makefile
    assert "-m pytest" not in makefile
