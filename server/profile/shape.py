"""Pydantic's findings in plain words, at the key as it is called in the file."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from server.profile.atoms import PATTERNS
from server.profile.draft import handle
from server.profile.problem import Problem

_PLAIN = {
    "missing": "is missing",
    "string_type": "must be text in quotes",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list [ … ]",
    "dict_type": "must be a table",
    "model_type": "must be a table",
}


def shape_problems(file: str, raw: object, error: ValidationError) -> Iterator[Problem]:
    """Each of pydantic's errors in ``raw`` as a problem of ``file``."""
    for detail in error.errors(include_url=False, include_context=True):
        yield Problem(file, _key(raw, detail["loc"]), _reason(detail))


def _key(raw: object, loc: tuple[int | str, ...]) -> str:
    key, here = "", raw
    for step in loc:
        if isinstance(step, int):
            here = here[step] if isinstance(here, list) and step < len(here) else None
            key += f"[{handle(here, step)}]"
        elif step != "[key]":
            here = here.get(step) if isinstance(here, dict) else None
            key += f".{step}" if key else step
    return key or "file"


def _reason(detail: ErrorDetails) -> str:
    kind = detail["type"]
    if kind == "extra_forbidden":
        return "is not a known key"
    if kind == "value_error":
        return str(detail["ctx"]["error"])
    if kind == "string_pattern_mismatch":
        pattern = detail["ctx"]["pattern"]
        return f'"{detail["input"]}" is not {PATTERNS.get(pattern, pattern)}'
    if kind in _PLAIN:
        return _PLAIN[kind]
    return f"{detail['msg'].removeprefix('Input ')}, not {detail['input']!r}"
