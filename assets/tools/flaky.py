"""Run test files again and again on a busy machine and count the red runs.

``python -m assets.tools.flaky --repeats 20 --load 2 tests/e2e tests/integration`` runs every file
so often, each time in a pytest of its own, beside as many busy loops as ``--load`` says. One round
takes all files, so that one who breaks it off has as many runs of each. Every red run is told with
its failures at once; the end is a line a file. What is marked ``alone`` is left out under load,
because it listens to real sound. The exit code is 0 only if no run was red.
"""

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from assets.tools.run_tests import Count, pytest_run

NICENESS: Final = 5
NOTHING_RAN: Final = 5
"""What pytest ends with when no test was chosen."""


@dataclass
class RunCounts:
    """How often a file ran, how often it was red, and which of its tests were."""

    runs: int = 0
    red_runs: int = 0
    red: Counter[str] = field(default_factory=Counter)

    def add(self, code: int, count: Count) -> bool:
        """Take one run into account; whether it was red."""
        if code == NOTHING_RAN:
            return False
        is_red = code != 0
        self.runs += 1
        self.red_runs += is_red
        self.red.update(count.red)
        return is_red

    def __str__(self) -> str:
        names = "".join(f"\n    {times} × {name}" for name, times in self.red.most_common())
        return f"{self.runs} runs, {self.red_runs} red{names}"


def files_of(paths: Sequence[str]) -> list[str]:
    """The test files among and below these paths, each once; ``file::test`` stays as it is.

    Raises ``FileNotFoundError``.
    """
    found: dict[str, None] = {}
    for name in paths:
        path = Path(name.partition("::")[0])
        if not path.exists():
            raise FileNotFoundError(path)
        below = map(str, sorted(path.rglob("test_*.py")))
        found |= dict.fromkeys(below if path.is_dir() else [name])
    return list(found)


@contextmanager
def busy(loops: int) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """So many processes that do nothing but keep a core busy, until the block ends."""
    begun: list[subprocess.Popen[bytes]] = []
    with ExitStack() as stack:
        for _ in range(loops):
            loop = subprocess.Popen([sys.executable, "-c", "while True: pass"])
            stack.callback(loop.wait)
            stack.callback(loop.kill)
            begun.append(loop)
        yield begun


def rounds(files: Sequence[str], repeats: int, load: int, tallies: dict[str, RunCounts]) -> None:
    """Run every file ``repeats`` times and write down in ``tallies`` what became of each run."""
    marks = ["-m", "not alone"] if load else []
    with busy(load):
        for number in range(repeats):
            for file in files:
                with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
                    outcome = pytest_run(["-p", "no:cacheprovider", *marks, file], output)
                    if tallies[file].add(*outcome):
                        output.seek(0)
                        _say(f"{output.read()}\nround {number + 1}: {file} is red")
            _say(f"round {number + 1} of {repeats} is done")


def main(words: Sequence[str]) -> int:
    """The exit code for these words of the command line."""
    parser = argparse.ArgumentParser(prog="python -m assets.tools.flaky")
    parser.add_argument("paths", nargs="+", help="tests, test files or folders of them")
    parser.add_argument("--repeats", type=int, default=20, help="runs of each file")
    parser.add_argument("--load", type=int, default=2, help="busy loops beside")
    given = parser.parse_args(words)
    try:
        files = files_of(given.paths)
    except FileNotFoundError as missing:
        parser.error(f"there is no {missing}")
    os.nice(NICENESS)
    # Told to end in whatever way, it says what it has counted, and takes its busy loops along.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    tallies = {file: RunCounts() for file in files}
    try:
        rounds(files, given.repeats, given.load, tallies)
    except KeyboardInterrupt:
        _say("broken off")
    for file, tally in tallies.items():
        _say(f"{file}: {tally}")
    return 1 if any(tally.red_runs or not tally.runs for tally in tallies.values()) else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
