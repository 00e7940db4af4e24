"""A public function that raises says so, and says what."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pytest

import assets

ROOMS: Final = ("assets", "server", "kiosk", "counter", "display")
NO_ERRORS: Final = frozenset(
    {"Exit", "BadParameter", "SystemExit", "NotImplementedError", "AssertionError"}
)
"""Raised to end a program with a sentence, where a subclass is to decide, or where nobody gets."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Silence:
    """A public function that raises an error its docstring does not name."""

    file: str
    function: str
    error: str


def silences(file: str, source: str) -> Iterator[Silence]:
    """What the public functions of a file raise by themselves without a word of it."""
    module = ast.parse(source)
    for node in module.body:
        if isinstance(node, Function):
            yield from _silent(file, "", node, "")
        elif isinstance(node, ast.ClassDef):
            of_class = ast.get_docstring(node) or ""
            for each in node.body:
                if isinstance(each, Function):
                    yield from _silent(file, node.name, each, of_class)


def _silent(file: str, owner: str, function: Function, of_class: str) -> Iterator[Silence]:
    if not _is_public(function.name, owner):
        return
    said = ast.get_docstring(function) or ""
    said += of_class if function.name == "__init__" else ""
    for error in sorted(_raised(function.body, frozenset())):
        if error not in said:
            yield Silence(file, f"{owner}.{function.name}".lstrip("."), error)


def _is_public(name: str, owner: str) -> bool:
    return not owner.startswith("_") and (name == "__init__" or not name.startswith("_"))


def _raised(nodes: Iterable[ast.AST], caught: frozenset[str]) -> set[str]:
    """Names of the errors that leave these statements."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Raise):
            found |= {_name(node.exc)} - caught - NO_ERRORS
        elif isinstance(node, ast.Try):
            inside = caught | {_name(each) for handler in node.handlers for each in _types(handler)}
            found |= _raised(node.body, inside)
            found |= _raised([*node.orelse, *node.finalbody, *node.handlers], caught)
        elif not isinstance(node, Function | ast.Lambda | ast.ClassDef):
            found |= _raised(ast.iter_child_nodes(node), caught)
    return {each for each in found if each[:1].isupper()}


def _types(handler: ast.ExceptHandler) -> list[ast.expr]:
    if handler.type is None:
        return []
    return handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]


def _name(error: ast.expr | None) -> str:
    called = error.func if isinstance(error, ast.Call) else error
    if isinstance(called, ast.Attribute):
        return called.attr
    return called.id if isinstance(called, ast.Name) else ""


@pytest.mark.finding("H11")
def test_a_public_function_that_raises_says_so() -> None:
    """Whoever calls it need not read its body."""
    found = [
        silence
        for room in ROOMS
        for path in sorted((assets.PROJECT / room).rglob("*.py"))
        for silence in silences(str(path.relative_to(assets.PROJECT)), path.read_text("utf-8"))
    ]
    assert found == []


def test_an_error_nobody_tells_of_is_found() -> None:
    """Not one that is caught inside, named in the docstring, or of a private function."""
    source = '''
def silent(x):
    """Does something."""
    if x:
        raise ValueError(x)

def telling():
    """Does something. Raises ``ValueError``."""
    raise ValueError

def careful():
    """Does something."""
    try:
        raise KeyError
    except (KeyError, OSError):
        return

def _private():
    raise ValueError

class Thing:
    """Raises ``TypeError``."""

    def __init__(self):
        raise TypeError

    def method(self):
        """Does something."""
        match self:
            case _:
                raise LookupError
'''
    assert [(each.function, each.error) for each in silences("a.py", source)] == [
        ("silent", "ValueError"),
        ("Thing.method", "LookupError"),
    ]
