"""What another office file would change, table by table, in lines a person reads."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from server.profile.atoms import WEEKDAYS
from server.profile.draft import handle
from server.profile.model import OfficeProfile


class ChangeKind(StrEnum):
    """What happened to a member of a table."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"


@dataclass(frozen=True, slots=True)
class Change:
    """One member of ``table`` (``services``): its id, its name, and each key's old → new.

    A table without members (``office``) is its own member, with an empty ``member``.
    """

    table: str
    kind: ChangeKind
    member: str
    name: str = ""
    details: tuple[tuple[str, str, str], ...] = ()

    def lines(self) -> Iterator[str]:
        """The change in lines, without the name of its table."""
        title = " ".join(each for each in (self.member, self.name) if each)
        if title:
            yield f"{self.kind} {title}"
        mark = "    " if title else f"{ChangeKind.CHANGED} "
        for key, old, new in self.details:
            yield f"{mark}{key}: {old} → {new}"


_NOTHING: Final = "(nothing)"


def diff(old: OfficeProfile, new: OfficeProfile) -> tuple[Change, ...]:
    """Every difference, in the order of the file; empty if the two say the same."""
    before, after = old.model_dump(mode="json"), new.model_dump(mode="json")
    return tuple(
        change
        for table in OfficeProfile.model_fields
        for change in _table(table, before[table], after[table])
    )


def diff_text(changes: tuple[Change, ...]) -> str:
    """The changes under the names of their tables; empty if there are none."""
    text: list[str] = []
    shown = ""
    for change in changes:
        if change.table != shown:
            text.append(change.table)
            shown = change.table
        text += [f"  {line}" for line in change.lines()]
    return "\n".join(text)


def _table(table: str, old: Any, new: Any) -> Iterator[Change]:
    if old == new:
        return
    if isinstance(old, dict):
        yield Change(table, ChangeKind.CHANGED, "", details=tuple(_details(old, new)))
    elif isinstance(old, list) and all(isinstance(each, dict) for each in [*old, *new]):
        yield from _members(table, _by_handle(old), _by_handle(new))
    else:
        yield Change(table, ChangeKind.CHANGED, "", details=((table, _said(old), _said(new)),))


def _by_handle(members: list[Any]) -> dict[str, dict[str, Any]]:
    return {handle(member, index): member for index, member in enumerate(members)}


def _members(
    table: str, old: Mapping[str, dict[str, Any]], new: Mapping[str, dict[str, Any]]
) -> Iterator[Change]:
    for key, member in old.items():
        if key not in new:
            yield Change(table, ChangeKind.REMOVED, key, _name(member))
    for key, member in new.items():
        if key not in old:
            yield Change(table, ChangeKind.ADDED, key, _name(member), tuple(_given(member)))
        elif member != old[key]:
            details = tuple(_details(old[key], member))
            yield Change(table, ChangeKind.CHANGED, key, _name(old[key]), details)
    kept = [key for key in old if key in new]
    order = [key for key in new if key in old]
    if kept != order:
        details = (("order", ", ".join(kept), ", ".join(order)),)
        yield Change(table, ChangeKind.CHANGED, "", details=details)


def _name(member: Mapping[str, Any]) -> str:
    name = member.get("name")
    return _said(name) if isinstance(name, str) else ""


def _given(member: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What a new member says beyond its name and what everybody leaves out."""
    for key, value in member.items():
        is_title = key in ("id", "code", "date", "weekday", "name")
        if is_title or value in (None, "", [], {}, 0):
            continue
        if isinstance(value, dict):
            yield from ((f"{key}.{inner}", _NOTHING, _said(each)) for inner, each in value.items())
        else:
            yield key, _NOTHING, _said(value)


def _details(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key in [*old, *(key for key in new if key not in old)]:
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        if isinstance(before, dict) and isinstance(after, dict):
            for inner, *values in _details(before, after):
                yield (f"{key}.{inner}", values[0], values[1])
        else:
            yield key, _said(before), _said(after)


def _said(value: Any) -> str:
    if value is None or value in ("", []):
        return _NOTHING
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return ", ".join(_item(each) for each in value)
    return json.dumps(value, ensure_ascii=False)


def _item(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and {"opens", "closes"} <= value.keys():
        days = _days(value.get("days", ()))
        return f"{days} {value['opens']}–{value['closes']}".strip()
    return json.dumps(value, ensure_ascii=False)


def _days(days: Any) -> str:
    places = [WEEKDAYS.index(day) for day in days]
    if len(places) > 2 and places == list(range(places[0], places[-1] + 1)):
        return f"{days[0]}–{days[-1]}"
    return " ".join(days)
