"""The reference part of ``docs/protocol.md``, made from the published schema.

``python -m tests.architecture.protocol_reference`` writes it anew after a change of the language;
what is written by hand (the text above it, the advice beside each error) stays as it is.
"""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import assets
from server.office.rights import RIGHTS
from server.protocol import codec
from server.protocol.errors import ErrorCode
from server.protocol.kinds import kind_of
from server.words.refusals import SENTENCES
from tests.support.protocol_session import held, session_of

PAGE = assets.PROJECT / "docs" / "protocol.md"
BEGIN = "<!-- The rest is written by tests/architecture/protocol_reference.py -->"

Schema = dict[str, Any]


def reference(advice: dict[str, str]) -> str:
    """The reference as Markdown; ``advice`` says what to do about an error, by code."""
    schema = codec.json_schema()
    asked, said = schema["client_to_server"], schema["server_to_client"]
    client, server = _variants(asked), _variants(said)
    commands = _variants(_property(asked, client["command"], "command"))
    views = _variants(_property(said, server["welcome"], "view"))
    definitions = asked["$defs"] | said["$defs"]
    named = [client, commands, server, views]
    told = {name for names in named for name in names.values()}
    lines = [
        *_chapter("Messages of a client", definitions, client),
        *_chapter("Commands", definitions, commands),
        *_roles(),
        *_chapter("Messages of the server", definitions, server),
        *_chapter("Views", definitions, views),
        *("## Parts", ""),
    ]
    for name in sorted(definitions.keys() - told - {"ErrorCode"}):
        lines += _entry(name, definitions[name])
    return "\n".join([*lines, *_errors(advice)]) + "\n"


def advice_in(page: str) -> dict[str, str]:
    """What the page says to do about each error."""
    rows = re.findall(r"^\| `(\w+)` \|(?:[^|]*\|){2}([^|]*)\|$", page, re.MULTILINE)
    return {code: text.strip() for code, text in rows}


def _variants(union: Schema) -> dict[str, str]:
    """Tag to definition."""
    mapping = union["discriminator"]["mapping"]
    return {tag: _target(reference) for tag, reference in mapping.items()}


def _property(schema: Schema, definition: str, name: str) -> Schema:
    return dict(schema["$defs"][definition]["properties"][name])


def _chapter(title: str, definitions: Schema, names: dict[str, str]) -> Iterator[str]:
    yield from (f"## {title}", "")
    for tag, name in names.items():
        yield from _entry(f"`{tag}`", definitions[name])


def _entry(title: str, definition: Schema) -> Iterator[str]:
    yield from (f"### {title}", "")
    text = " ".join(definition.get("description", "").replace("``", "`").split())
    yield from (text, "")
    if "enum" in definition:
        yield from (" · ".join(f"`{value}`" for value in definition["enum"]), "")
        return
    required = definition.get("required", [])
    yield from ("| Field | What it holds | |", "|---|---|---|")
    for name, field in definition["properties"].items():
        yield f"| `{name}` | {_kind(field)} | {_presence(name, field, required)} |"
    yield ""


def _presence(name: str, field: Schema, required: list[str]) -> str:
    if "const" in field:
        return "always"
    if name in required:
        return "required"
    default = field.get("default", {} if field.get("type") == "object" else None)
    return f"else `{_json(default)}`"


def _json(value: Any) -> str:
    plain = {None: "null", True: "true", False: "false", "": '""'}
    if isinstance(value, list | dict):
        return str(value)
    return plain[value] if value in plain and not isinstance(value, float) else str(value)


def _kind(field: Schema) -> str:
    if "const" in field:
        return f"`{field['const']}`"
    if "$ref" in field:
        return _target(field["$ref"])
    if "discriminator" in field:
        return "one of those above or below, by its `kind`"
    if "anyOf" in field:
        return " or ".join(_kind(each) for each in field["anyOf"])
    if "pattern" in field:
        return "id" if "minLength" in field else "id or empty"
    plain = field.get("type", "anything")
    if plain == "array":
        return f"list of {_kind(field['items'])}{_bounds(field)}"
    if plain == "object":
        return f"names, each with {_kind(field['additionalProperties'])}"
    if field.get("format") == "date-time":
        return "moment (RFC 3339, with offset)"
    return f"{plain}{_bounds(field)}"


_WORDS = {
    "minLength": "not empty",
    "maxLength": "at most {} characters",
    "maxItems": "at most {}",
    "minimum": "from {}",
    "maximum": "to {}",
}


def _bounds(field: Schema) -> str:
    said = [words.format(field[key]) for key, words in _WORDS.items() if key in field]
    return f" ({', '.join(said)})" if said else ""


def _target(reference: str) -> str:
    return reference.rpartition("/")[2]


def _roles() -> Iterator[str]:
    yield from ("## Who may ask what", "")
    yield "| | " + " | ".join(role.value for role in RIGHTS) + " |"
    yield "|---|" + "---|" * len(RIGHTS)
    rights = RIGHTS.values()
    for command in sorted(frozenset().union(*(each.commands for each in rights)), key=kind_of):
        marks = ("yes" if command in each.commands else "" for each in rights)
        yield f"| `{kind_of(command)}` | " + " | ".join(marks) + " |"
    for query in sorted(frozenset().union(*(each.queries for each in rights)), key=kind_of):
        marks = ("yes" if query in each.queries else "" for each in rights)
        yield f"| `{kind_of(query)}` (a query) | " + " | ".join(marks) + " |"
    yield ""


def _errors(advice: dict[str, str]) -> Iterator[str]:
    yield from ("## Errors", "")
    yield "| Code | English | Vietnamese | What to do |"
    yield "|---|---|---|---|"
    for code in ErrorCode:
        said = SENTENCES[code]
        yield f"| `{code}` | {said.english} | {said.vietnamese} | {advice.get(code, '')} |"


def written_anew(page: str) -> str:
    """The page with its reference as the code is now."""
    by_hand = page.partition(BEGIN)[0]
    return f"{by_hand}{BEGIN}\n\n{reference(advice_in(page))}"


def with_session(page: str, said: str) -> str:
    """The page with another example session."""
    before, _, rest = page.partition("```session\n")
    return f"{before}```session\n{said}\n```{rest.partition('```')[2]}"


async def _session_anew(page: str) -> str:
    with TemporaryDirectory() as folder:
        said = await held(session_of(page), Path(folder))
    return with_session(page, "\n".join(str(line) for line in said))


if __name__ == "__main__":
    PAGE.write_text(asyncio.run(_session_anew(written_anew(PAGE.read_text("utf-8")))), "utf-8")
