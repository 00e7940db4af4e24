"""A misspelt property of any screen is found by the check, and not in a public hall."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assets import PROJECT
from assets.tools.qmllint import describe, lint, main, python_modules, qml_files, qml_folders

# ``a.b.c`` where it is read, or a name alone behind a property's colon. What JavaScript assigns
# in a handler the lint does not judge; there the engine complains when it runs, and every test of
# a screen fails at a complaint.
READ = re.compile(
    r"(?<![\w.])(?:[a-z]\w*|Theme)(?:\.\w+)+(?!\w|:| = )"
    r"|(?<=: )(?!true\b|false\b|null\b)[a-z]\w*$"
)
WORDS = re.compile(r'"(?:[^"\\]|\\.)*"')
# A slip in an alias is found, but at another place, and hides the slips of whoever reads it.
NO_READ = re.compile(r"\s*(import |//|pragma |id: |((default|readonly) )?property alias )")
COMPLAINT = re.compile(r"^\w+: (?P<file>.+?):(?P<line>\d+):(?P<column>\d+): ", re.MULTILINE)
PLACES_A_FILE = 20

UNTYPED = re.compile(r"property var\b|[,(]\s*\w+: var\b|\): var\b")
KEPT: dict[tuple[str, str], str] = {}
"""Every line of QML without a type, and why."""

Place = tuple[str, int, int]


@dataclass
class Slips:
    """Copies of QML files with slips in them: where each is, and the line it stands in."""

    root: Path
    lines: dict[Place, str] = field(default_factory=dict)

    def plant(self, file: Path) -> None:
        """Give every property that ``file`` reads another last letter."""
        name = str(file.relative_to(self.root))
        lines = file.read_text("utf-8").split("\n")
        for at, line in enumerate(lines):
            columns, lines[at] = misspelt(line)
            for column in columns:
                self.lines[name, at + 1, column] = f"{name}:{at + 1}: {lines[at].strip()}"
        file.write_text("\n".join(lines), "utf-8")

    def unseen(self, words: str) -> list[str]:
        """The lines with a slip of which the lint does not complain at the very place."""
        seen = {
            (str(Path(each["file"]).relative_to(self.root)), int(each["line"]), int(each["column"]))
            for each in COMPLAINT.finditer(words)
        }
        return sorted({line for place, line in self.lines.items() if place not in seen})


def misspelt(line: str) -> tuple[list[int], str]:
    """The line with slips, and at which columns, counted from one, the wrong names begin."""
    found = [] if NO_READ.match(line) else [*reads(line)]
    for each in found:
        line = f"{line[: each.end() - 1]}Q{line[each.end() :]}"
    return [each.start() + each.group().rfind(".") + 2 for each in found], line


def reads(line: str) -> Iterator[re.Match[str]]:
    """Every ``a.b.c`` of a line that is read; words between quotes are none."""
    return READ.finditer(WORDS.sub(lambda found: "·" * len(found.group()), line))


@pytest.fixture(scope="module")
def types(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The types of all apps, described once."""
    build = tmp_path_factory.mktemp("types")
    describe(python_modules(), build)
    return build


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with all QML of the project, to be spoilt."""
    for folder in qml_folders():
        shutil.copytree(folder, tmp_path / folder.relative_to(PROJECT))
    return tmp_path


@pytest.mark.slow
@pytest.mark.finding("H2")
def test_a_misspelt_property_is_found_wherever_one_is_read(copy: Path, types: Path) -> None:
    """In every file of every app, in pages, parts and delegates: nothing shown is untyped."""
    files, slips = qml_files(root=copy), Slips(copy)
    for file in files:
        slips.plant(file)
    found = lint(files, types, copy)
    assert slips.unseen(found.words) == []
    assert len(slips.lines) > PLACES_A_FILE * len(files)  # or the search for places is blind


@pytest.mark.slow
@pytest.mark.finding("H2")
@pytest.mark.parametrize(
    ("app", "page", "right", "wrong"),
    [  # each in a delegate
        ("kiosk", "PriorityChoice", "checked: chosen", "checked: chosne"),
        ("counter", "AsideList", "text: row.label", "text: row.lable"),
        ("display", "RecentCalls", "text: line.label", "text: line.lable"),
    ],
)
def test_one_misspelt_property_makes_the_check_red(
    app: str, page: str, right: str, wrong: str, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make check` runs this tool; of every other place it has nothing to say."""
    (file,) = (copy / app / "qml").rglob(f"{page}.qml")
    sound = file.read_text("utf-8")
    assert sound.count(right) == 1
    file.write_text(sound.replace(right, wrong), "utf-8")
    assert main([app, "--root", str(copy)]) == 1
    told = capsys.readouterr().out
    assert {each["file"] for each in COMPLAINT.finditer(told)} == {str(file)}
    assert re.split(r"[. ]", wrong)[-1] in told


@pytest.mark.finding("H2")
def test_what_has_no_type_in_qml_is_listed_with_its_reason() -> None:
    """A `var` takes anything, a misspelt property too; a new one needs a reason here."""
    found = [
        (str(file.relative_to(PROJECT)), line.strip())
        for file in qml_files()
        for line in file.read_text("utf-8").split("\n")
        if UNTYPED.search(line)
    ]
    new = [each for each in found if each not in KEPT]
    assert new == [], f"{len(found)} lines without a type, {len(new)} of them without a reason"
    assert set(found) == KEPT.keys(), "a reason whose line is gone"


def test_no_list_makes_rows_ahead_that_may_be_gone_before_they_are_made() -> None:
    """Qt warns of a row that leaves its model while it is being made (`DelegateModel::cancel`)."""
    mended = re.compile(
        r"^( *)(?:ListView|GridView) \{\n(?:\1 .*\n|\n)*?\1    cacheBuffer: 0\n", re.M
    )
    for file in qml_files():
        text = file.read_text("utf-8")
        views = re.findall(r"^ *(?:ListView|GridView) \{$", text, re.M)
        assert len(mended.findall(text)) == len(views), file.name
