"""Run the tests in their two halves and end with one sum.

``python -m assets.tools.run_tests`` runs the whole, with ``--fast`` everything but what is marked
``slow`` or ``alone``. The halves are what may share the machine and what listens to real sound.
Both always run, a red first one hides nothing, and the last line of all is
``N passed, N failed``. The exit code is 0 only if every half ran something and nothing failed.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final
from xml.etree import ElementTree

from assets import PROJECT

WORKERS: Final = "3"
"""Three processes keep two cores busy: many tests wait for programs they started."""

SHARED: Final = ("-n", WORKERS, "--dist", "loadfile")
WHOLE: Final = (("not alone", SHARED), ("alone", ()))
FAST: Final = (("not alone and not slow", ("-n", "2", "--dist", "loadfile")),)
"""What is fast waits for nobody: a third process would only collect the tests once more."""

Half = tuple[str, tuple[str, ...]]
"""Which marks, and what pytest is told besides."""


@dataclass(frozen=True)
class Count:
    """How tests ended; an error in what a test is given counts as failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    red: tuple[str, ...] = field(default=(), compare=False)
    """Those that failed, as pytest takes them."""

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.passed + other.passed,
            self.failed + other.failed,
            self.skipped + other.skipped,
            self.red + other.red,
        )

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def count_of(report: Path) -> Count:
    """The sum of a JUnit report; nothing at all where pytest died before it wrote one."""
    if not report.exists():
        return Count()
    total = Count()
    for case in ElementTree.parse(report).iter("testcase"):  # noqa: S314 -- pytest wrote it
        name = f"{case.get('file') or case.get('classname')}::{case.get('name')}"
        if case.find("failure") is not None or case.find("error") is not None:
            total += Count(failed=1, red=(name,))
        elif case.find("skipped") is not None:
            total += Count(skipped=1)
        else:
            total += Count(passed=1)
    return total


def pytest_run(words: Sequence[str], output: IO[str] | None = None) -> tuple[int, Count]:
    """A pytest of its own with these words: its exit code and its sum.

    ``output`` takes what it says; without one it is seen.
    """
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        written = (f"--junitxml={report}", "-o", "junit_family=xunit1")
        done = subprocess.run(  # noqa: S603 -- our own words
            [sys.executable, "-m", "pytest", "-q", *words, *written],
            cwd=PROJECT,
            env={"QT_QPA_PLATFORM": "offscreen"} | os.environ,
            stdout=output,
            stderr=subprocess.STDOUT if output else None,
            check=False,
        )
        return done.returncode, count_of(report)


def half_run(half: Half) -> tuple[int, Count]:
    """One half: its exit code and its sum."""
    marks, options = half
    return pytest_run(["-m", marks, *options])


def run(
    halves: Sequence[Half],
    run_half: Callable[[Half], tuple[int, Count]] = half_run,
    say: Callable[[str], None] | None = None,
) -> int:
    """Run every half whatever became of the one before; 0 if all is green, else 1.

    ``say`` takes a line; without one it goes to standard output.
    """
    say = say or _say
    total, is_green = Count(), True
    for half in halves:
        code, count = run_half(half)
        is_green &= code == 0 and count.failed == 0 and count.passed > 0
        if count.passed + count.failed == 0:
            say(f'Nothing ran of "{half[0]}" (pytest ended with {code}).')
        total += count
    say("")
    for name in total.red:
        say(f"failed: {name}")
    say(str(total))
    return 0 if is_green else 1


def main(words: Sequence[str]) -> int:
    """The exit code for these words of the command line; 2 for words it does not know."""
    if list(words) not in ([], ["--fast"]):
        sys.stderr.write("usage: python -m assets.tools.run_tests [--fast]\n")
        return 2
    return run(FAST if words else WHOLE)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
