"""Event to row and back. The class name is the kind; old shapes stay readable through upcasters.

When an event's shape changes: raise its number in ``SCHEMAS``, add an upcaster from the old
number, and put a row of the old shape into the golden file of the tests.
"""

import json
from collections.abc import Callable
from typing import Any, Final

from pydantic import TypeAdapter

from server.core import events

_ABSTRACT: Final = (
    events.Event,
    events.TicketEvent,
    events.TicketRemark,
    events.CounterEvent,
    events.AlertEvent,
)

KINDS: Final[dict[str, type[events.Event]]] = {
    name: kind
    for name, kind in vars(events).items()
    if isinstance(kind, type) and issubclass(kind, events.Event) and kind not in _ABSTRACT
}
"""Every kind of event there is, by its name."""

_ADAPTERS: Final[dict[type[events.Event], TypeAdapter[Any]]] = {
    kind: TypeAdapter(kind) for kind in KINDS.values()
}

SCHEMAS: Final[dict[str, int]] = {}
"""Current schema number by kind; a kind not named here is at 1."""

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTERS: Final[dict[tuple[str, int], Upcaster]] = {}
"""(kind, old number) to the function that lifts a body one number higher."""


class UnreadableEvent(ValueError):
    """A stored row that this version of the program cannot read."""


def schema_of(kind: str) -> int:
    """The schema number new rows of this kind carry."""
    return SCHEMAS.get(kind, 1)


def dump(event: events.Event) -> str:
    """The event's body as canonical JSON text."""
    return _ADAPTERS[type(event)].dump_json(event).decode()


def load(kind: str, schema: int, body: str) -> events.Event:
    """The event of a stored row, lifted to its present shape. Raises ``UnreadableEvent``."""
    known = KINDS.get(kind)
    try:
        if known is None or schema > schema_of(kind):
            raise UnreadableEvent(f"{kind} of schema {schema}: written by a newer program")
        fact: events.Event = _ADAPTERS[known].validate_json(_lifted(kind, schema, body))
    except UnreadableEvent:
        raise
    except (ValueError, TypeError, KeyError) as error:
        # A damaged row may hold anything, in any column.
        raise UnreadableEvent(f"{kind} of schema {schema}: {error!r}") from error
    return fact


def _lifted(kind: str, schema: int, body: str) -> str:
    if schema == schema_of(kind):
        return body
    fields = json.loads(body)
    for number in range(schema, schema_of(kind)):
        fields = UPCASTERS[kind, number](fields)
    return json.dumps(fields)
