"""A misspelt property of a screen is found by the check, not by a citizen before an empty line.

On every line of every QML file the last property that is read gets a wrong last letter, and
qmllint must name that line.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets import PROJECT, QML
from assets.tools.qmllint import describe, python_modules, tool

# A member that is read: not called, and not the length of a list of words, which JavaScript owns.
# In `page.member = …` qmllint sees no slip; there Qt complains when it runs, as every test hears.
READ = re.compile(r"(?<=\.)(?!length\b)([a-z]\w*)(?!\w|\(| = )")
WORDS = re.compile(r'"(?:[^"\\]|\\.)*"')


@pytest.mark.finding("H2")
@pytest.mark.parametrize("app", ["kiosk", "counter"])
def test_a_misspelt_property_is_found_on_every_line(app: str, tmp_path: Path) -> None:
    """In pages, parts and delegates alike."""
    describe(python_modules((app,)), tmp_path / "types")
    [folder] = (path for path in (PROJECT / app / "qml").iterdir() if path.is_dir())
    copy = shutil.copytree(folder, tmp_path / folder.name)
    planted = {slip for file in copy.glob("*.qml") for slip in plant(file)}
    seen = warned(copy, (QML, tmp_path / "types"))
    assert len(planted) > 1000
    assert sorted(planted - seen) == []


def plant(file: Path) -> Iterator[tuple[str, int]]:
    """Put a slip into every line of ``file`` that reads a property; which lines these are."""
    lines = file.read_text("utf-8").split("\n")
    for at, line in enumerate(lines):
        slip = misspelt(line)
        if slip is not None:
            lines[at] = slip
            yield file.name, at + 1
    file.write_text("\n".join(lines), "utf-8")


def misspelt(line: str) -> str | None:
    """The line with a slip in it; ``None`` where it reads no property."""
    code = WORDS.sub(lambda found: "·" * len(found.group()), line)
    if code.strip().startswith(("import ", "//")):
        return None
    *_, last = (None, *READ.finditer(code))
    return None if last is None else f"{line[: last.end() - 1]}Q{line[last.end() :]}"


def warned(folder: Path, imports: tuple[Path, ...]) -> set[tuple[str, int]]:
    """The files and lines qmllint warns of."""
    paths = (part for path in imports for part in ("-I", path))
    said = subprocess.run(
        [tool("qmllint"), "--json", "-", *paths, *sorted(folder.glob("*.qml"))],
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        (Path(file["filename"]).name, each["line"])
        for file in json.loads(said.stdout)["files"]
        for each in file["warnings"]
        if "line" in each
    }
