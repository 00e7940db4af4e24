"""A language is data: no line of code or QML asks which one it has before it."""

import ast
import re

import pytest

from assets import PROJECT
from assets.languages.language import languages

ROOMS = ("assets", "server", "kiosk", "counter", "display")


def asked_in_python(text: str, codes: set[str]) -> list[int]:
    """The lines that compare anything with a language's code, or match it."""
    found = []
    for node in ast.walk(ast.parse(text)):
        sides: list[ast.expr] = []
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
        elif isinstance(node, ast.MatchValue):
            sides = [node.value]
        for side in sides:
            parts = side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side]
            if any(isinstance(each, ast.Constant) and each.value in codes for each in parts):
                found.append(side.lineno)
    return found


def asked_in_qml(text: str, codes: set[str]) -> list[int]:
    """The lines that compare anything with a language's code."""
    code = "|".join(sorted(codes))
    asks = re.compile(
        rf"""[!=]==?\s*["']({code})["']|["']({code})["']\s*[!=]==?|case ["']({code})["']"""
    )
    return [number for number, line in enumerate(text.splitlines(), 1) if asks.search(line)]


@pytest.mark.finding("H3-language")
def test_no_code_asks_which_language_it_is() -> None:
    """It asks the language for a property: ``language_of(code).telex``."""
    codes = set(languages())
    found = [
        f"{file.relative_to(PROJECT)}:{line}"
        for room in ROOMS
        for suffix, asked in ((".py", asked_in_python), (".qml", asked_in_qml))
        for file in sorted((PROJECT / room).rglob(f"*{suffix}"))
        for line in asked(file.read_text("utf-8"), codes)
    ]
    assert found == []


def test_a_question_for_one_language_is_found() -> None:
    """In Python and in QML, alone and in a list."""
    asks = 'if language == "km":\n    x = 1\nif code in ("vi", "en"):\n    y = 2\nz = code == "x"\n'
    assert asked_in_python(asks, {"vi", "en", "km"}) == [1, 3]
    assert asked_in_qml('a: b === "km"\nc: "km"\nd: e !== \'vi\'\n', {"vi", "km"}) == [1, 3]
