"""Each key of an office file sets something: changed, it changes what the office shows or does."""

import ast
import copy
import tomllib
from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

import pytest
from pydantic import BaseModel

import assets
from server.core.rules import Rules
from server.profile.check import read_office_tables
from server.profile.model import OfficeProfile
from server.profile.problem import errors
from tests.support.everything_shown import Office

RICH: Final = assets.PROJECT / "tests/support/rich_office.toml"
Step = str | int
Path = tuple[Step, ...]

PROVEN_ELSEWHERE: Final = {
    "format": "tests/unit/server/profile/test_check.py",  # there is one format: no other value
    "support[].id": "tests/unit/server/profile/test_diff.py",  # what a change is told by
    "kiosk.staff_code_hash": "tests/qml/test_kiosk_staff_model.py",
    "kiosk.tickets_a_person": "tests/qml/test_kiosk_viewmodel.py",
}
"""Keys whose effect is no screen, rule or paper, each with the tests that prove it."""

VIETNAMESE_ONLY: Final = frozenset(
    f"{table}[].names"
    for table in (
        *("pause_reasons", "transfer_reasons", "hold_reasons", "outcomes", "call_reasons"),
        *("tags", "rating_reasons"),
    )
)
"""Names in other languages of codes that only Vietnamese screens show so far: nobody reads them.

They share their shape (``Choice``) with the causes, whose names the kiosk shows.
"""


def keys(model: type[BaseModel] = OfficeProfile, before: str = "") -> Iterator[str]:
    """Every key of the shape: ``services[].cutoff``, ``simulation.services{}.cv``."""
    for name, field in model.model_fields.items():
        inner, mark = _inside(field.annotation)
        if inner is None:
            yield f"{before}{name}"
        else:
            yield from keys(inner, f"{before}{name}{mark}.")


def _inside(annotation: Any) -> tuple[type[BaseModel] | None, str]:
    """The table a key leads to, and how: ``[]`` a list of them, ``{}`` one a name."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, ""
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _inside(inside[0])
    if origin is tuple:
        return _inside(inside[0])[0], "[]"
    if origin is dict:
        return _inside(inside[1])[0], "{}"
    return None, ""


@cache
def rich() -> dict[str, Any]:
    """The tables of the rich office file."""
    return tomllib.loads(RICH.read_text("utf-8"))


def read(raw: dict[str, Any]) -> Office | None:
    """The office of these tables, if it could open."""
    profile, problems = read_office_tables(raw, "office.toml")
    return None if profile is None or errors(problems) else Office(profile, tuple(problems))


@cache
def rich_office() -> Office:
    """The rich office as it stands."""
    office = read(rich())
    assert office is not None
    return office


def places(key: str, raw: Any, before: Path = ()) -> Iterator[Path]:
    """Wherever the key stands in the file."""
    name, _, rest = key.partition(".")
    plain = name.rstrip("[]{}")
    if not isinstance(raw, dict) or plain not in raw:
        return
    here, found = (*before, plain), raw[plain]
    if not rest:
        yield here
    elif name.endswith("[]"):
        for place, each in enumerate(found):
            yield from places(rest, each, (*here, place))
    elif name.endswith("{}"):
        for one, each in found.items():
            yield from places(rest, each, (*here, one))
    else:
        yield from places(rest, found, here)


def at(raw: Any, path: Path) -> Any:
    """What stands there."""
    for step in path:
        raw = raw[step]
    return raw


def with_value(path: Path, value: object) -> dict[str, Any]:
    """The rich file with another value at one place."""
    raw = copy.deepcopy(rich())
    at(raw, path[:-1])[path[-1]] = value
    return raw


def exchanged(one: Path, other: Path) -> dict[str, Any]:
    """The rich file with the values of two places in each other's: shares stay a whole."""
    raw = with_value(one, at(rich(), other))
    at(raw, other[:-1])[other[-1]] = at(rich(), one)
    return raw


def renamed(value: Any, old: str, new: str) -> Any:
    """The same with one id under another name, wherever it stands."""
    if isinstance(value, dict):
        return {renamed(k, old, new): renamed(v, old, new) for k, v in value.items()}
    if isinstance(value, list):
        return [renamed(each, old, new) for each in value]
    return new if value == old else value


WORDS: Final = (
    *("fcfs", "strict", "ratio", "accumulating", "warn", "refuse", "recorded", "vi", "en", "km"),
    *("clerk", "helper", "supervisor", "sat", "tue", "welcome", "late", "desk_1", "desk_9"),
    *("06:45", "07:45", "10:15", "10:45", "11:15", "16:30", "16:45", "2027-05-01"),
    *("Asia/Bangkok", "Asia/Tokyo", "tang_1", "tang_9", "X", "5"),
)
"""What a text that is no free text may be; the check of the file says which."""


def others(value: Any) -> Iterator[Any]:
    """Other values it could have, valid or not."""
    match value:
        case bool():
            yield not value
        case int() | float():
            yield from (value + 1, value - 1, value * 2, value / 2, value + 100)
        case str():
            yield f"{value} khác"
            yield from (each for each in (*WORDS, *_ids()) if each != value)
        case list():
            yield from (value[1:], value[:-1], value[::-1])
            if all(isinstance(each, str) for each in value):
                yield from ([*value, each] for each in (*WORDS, *_ids()) if each not in value)
                yield from ([each] for each in (*WORDS, *_ids()))
                yield [f"{each} khác" for each in value]
        case dict():
            yield from ({k: v for k, v in value.items() if k != gone} for gone in value)
            for name, inner in value.items():
                yield from (value | {name: other} for other in others(inner))


@cache
def _ids() -> tuple[str, ...]:
    """Everything in the rich file that goes by an id or a code."""
    tables = [each for each in rich().values() if isinstance(each, list)]
    named = (row for table in tables for row in table if isinstance(row, dict))
    return tuple(row.get("id") or row["code"] for row in named if "id" in row or "code" in row)


def changes(key: str) -> Iterator[dict[str, Any]]:
    """The rich file with this key changed, in all ways we know."""
    found = list(places(key, rich()))
    yield from (exchanged(one, other) for one, other in pairwise(found))
    for path in found:
        value = at(rich(), path)
        if path[-1] in ("id", "code"):
            yield renamed(rich(), value, f"{value}_moi")
        else:
            yield from (with_value(path, other) for other in others(value))


def test_the_rich_office_sets_every_key() -> None:
    """A key that is new in the shape must be set there, and so be proven to set something."""
    assert [key for key in keys() if not list(places(key, rich()))] == []


@pytest.mark.slow
@pytest.mark.finding("H4")
@pytest.mark.parametrize(
    "key", [key for key in keys() if key not in {*PROVEN_ELSEWHERE, *VIETNAMESE_ONLY}]
)
def test_a_key_of_the_office_file_sets_something(key: str) -> None:
    """Some other valid value of it changes a rule, a screen, a paper, the voice or the check."""
    tried = 0
    for raw in changes(key):
        office = read(raw)
        if office is None:
            continue
        tried += 1
        if office.differs_from(rich_office()):
            return
    pytest.fail(f"{tried} valid values of {key} changed nothing that anybody sees")


def test_keys_proven_elsewhere_are_keys() -> None:
    """And the tests named do exist."""
    assert set(PROVEN_ELSEWHERE) <= set(keys())
    assert all((assets.PROJECT / path).is_file() for path in PROVEN_ELSEWHERE.values())


def _rule_fields(rule: type) -> Iterator[tuple[str, str]]:
    """Every field of the compiled rules and of what they are made of."""
    for name, hint in get_type_hints(rule).items():
        yield rule.__name__, name
        for inner in (hint, *get_args(hint)):
            if is_dataclass(inner) and isinstance(inner, type):
                yield from _rule_fields(inner)


@pytest.mark.finding("H4")
def test_each_compiled_rule_is_read_by_whoever_decides_or_shows() -> None:
    """A rule that only stands in the log sets nothing; the office's own id does identify it."""
    readers = ("core", "views", "office", "report")
    files = (file for room in readers for file in (assets.PROJECT / "server" / room).glob("*.py"))
    read_there = {
        node.attr
        for file in files
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    unread = {each for each in _rule_fields(Rules) if each[1] not in read_there}
    assert unread <= {("Rules", "office")}
