"""The words of a code stand in ``server/words`` and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from assets import PROJECT
from server.codes import ErrorCode
from server.core import alerts
from server.core.explain import CODES
from server.protocol.commands import PaperOutcome
from server.words.advice import DEEDS
from server.words.alerts import ALERTS, NOBODY
from server.words.alerts import OUTCOMES as ENDS
from server.words.devices import FAULTS, PARTS
from server.words.papers import PAPERS
from server.words.refusals import SENTENCES
from server.words.story import CANCELLED, STEPS
from server.words.why import REASONS

ROOM = PROJECT / "server/words"
SHORT = 10
"""Words shorter than this ("loa", "báo lỗi") are anybody's."""

FAMILIES = {
    "refusal": {code.value for code in ErrorCode} | {code.name for code in ErrorCode},
    "alert": {*alerts.KINDS, *(name for name in dir(alerts) if name.isupper())},
    "end of an alert": {*alerts.OUTCOMES, alerts.OVER},
    "reason of a call": set(CODES),
    "event of a ticket": set(STEPS),
    "paper": {each.value for each in PaperOutcome} | {each.name for each in PaperOutcome},
    "fault": set(FAULTS),
    "advised action": set(DEEDS),
}
"""Codes of one kind: as they cross the wire, and as Python spells them."""

ELSEWHERE = {
    "counter/presenter/refusals.py: refusal": "what a clerk may do, at which key and on which page",
    "counter/presenter/undo.py: event of a ticket": "what an action is called that is taken back",
    "kiosk/maintenance/control.py: paper": "of the trial page, at the machine itself",
}
"""Tables of words by a code that stand in an app, with why."""
OF_THE_GLASS = "kiosk/qml/"
"""The kiosk's words are translated by Qt, which finds them only where QML says them."""
HEADINGS = {
    "counter/qml/Counter/OversightEnd.qml: ngày làm việc đã kết thúc",
    "counter/presenter/issue.py: ngoài giờ lấy số",
    "server/guide/guide_desk.py: chưa in được",
}
"""What reads like the words of a code and heads a page, or a line of one."""


def files(*suffixes: str) -> Iterator[Path]:
    """The product but for the room of words itself."""
    for room in ("server", "kiosk", "counter", "display", "assets"):
        for path in sorted((PROJECT / room).rglob("*")):
            if path.suffix in suffixes and ROOM not in path.parents:
                yield path


def literals(path: Path) -> Iterator[str]:
    """The texts of a QML file, or of a Python file without its docstrings."""
    if path.suffix == ".qml":
        yield from re.findall(r'"([^"\n]*)"', path.read_text("utf-8"))
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Expr):
            node.value = ast.Constant(None)
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def bare(text: str) -> str:
    """The text without capitals, its last sign and the names of what is filled in."""
    return re.sub(r"{\w*}", "{}", text).strip(" .:;,").lower()


def said_in(text: str) -> set[str]:
    """A text and its sentences, bare."""
    return {bare(text), *(bare(part) for part in re.split(r"[.:;·]\s|\s·\s", text))}


def of_codes() -> set[str]:
    """What the tables of the room say, bare."""
    told = [
        *(each.fact for each in SENTENCES.values()),
        *(each.name for each in ALERTS.values()),
        *(each.name for each in FAULTS.values()),
        *(each.alone for each in FAULTS.values()),
        *(text for rows in REASONS.values() for row in rows for text in row),
        *(*STEPS.values(), *ENDS.values(), *PARTS.values(), *PAPERS.values()),
        *(*CANCELLED.values(), *DEEDS.values(), NOBODY),
    ]
    return {bare(text) for text in told if len(text) >= SHORT and " " in text}


@pytest.mark.finding("H1")
def test_no_words_of_a_code_are_written_a_second_time() -> None:
    """Neither in Python nor in QML: whoever needs them asks the room."""
    known = of_codes()
    again = {
        f"{path.relative_to(PROJECT).as_posix()}: {said}"
        for path in files(".py", ".qml")
        for text in literals(path)
        for said in said_in(text) & known
    }
    assert {each for each in again if not each.startswith(OF_THE_GLASS)} == set(HEADINGS)


def tables(path: Path) -> Iterator[str]:
    """The kinds of codes this file has sentences for: two or more codes of a kind in a table."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Dict):
            continue
        rows = zip(node.keys, node.values, strict=True)
        keys = {_key(key) for key, value in rows if _says(value)}
        for family, codes in FAMILIES.items():
            if len(keys & codes) > 1:
                yield family


def _key(key: ast.expr | None) -> str:
    if isinstance(key, ast.Attribute):
        return key.attr
    return str(key.value) if isinstance(key, ast.Constant) else ""


def _says(value: ast.expr) -> bool:
    """Whether it is something people read: several words."""
    return isinstance(value, ast.Constant) and isinstance(value.value, str) and " " in value.value


@pytest.mark.finding("H1")
def test_no_second_table_has_words_for_the_codes_of_a_kind() -> None:
    """A table of an app's own is named above, with why."""
    found = {
        f"{path.relative_to(PROJECT).as_posix()}: {family}"
        for path in files(".py")
        for family in tables(path)
    }
    assert found == set(ELSEWHERE)


LOOKED_UP = re.compile(
    r"for (\w+) in [\w.]*office\.(?:services|counters|clerks|priorities|procedures|causes|fields)"
    r"\s+if [^)\]}]*\b\1\.(?:id|code) == "
    r"|\{(\w+)\.(?:id|code): [^}]* for \2 in [\w.]*office\.\w+\}"
)


@pytest.mark.finding("H1")
def test_the_office_is_asked_for_its_own_names_and_nobody_looks_them_up_by_hand() -> None:
    """``office.service(id)``, ``office.clerk_name(id)`` …: one look-up, in server/protocol."""
    by_hand = [
        f"{path.relative_to(PROJECT).as_posix()}: {found.group()}"
        for path in files(".py")
        for found in LOOKED_UP.finditer(path.read_text("utf-8"))
    ]
    assert by_hand == []
    assert LOOKED_UP.search("next((each for each in office.services if each.id == id_), None)")
    assert LOOKED_UP.search("{service.id: service.name for service in office.services}")
