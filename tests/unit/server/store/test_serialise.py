"""Events as rows: what was written once can be read for ever."""

import dataclasses
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.core import events as e
from server.store import serialise
from server.store.serialise import KINDS, SCHEMAS, UPCASTERS, UnreadableEvent

GOLDEN = Path(__file__).parents[3] / "golden"
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))


def events_of(kind: type[e.Event]) -> st.SearchStrategy[e.Event]:
    """Events of a kind with arbitrary contents."""
    moments = {f.name: MOMENTS for f in dataclasses.fields(kind) if f.type is datetime}
    return st.builds(kind, **moments)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_an_event_of_any_kind_comes_back_equal(kind: type[e.Event], data: st.DataObject) -> None:
    """Text, numbers, moments to the microsecond, nothing at all: all of it."""
    event = data.draw(events_of(kind))
    body = serialise.dump(event)
    assert serialise.load(kind.__name__, serialise.schema_of(kind.__name__), body) == event
    assert serialise.dump(event) == body


def test_every_event_the_core_knows_can_be_stored() -> None:
    """A kind that is forgotten in ``KINDS`` would be lost at the first commit."""
    known = {kind for kind in vars(e).values() if isinstance(kind, type)}
    kinds = {kind for kind in known if issubclass(kind, e.Event)}
    parents = {parent for kind in kinds for parent in kind.__mro__[1:]}
    assert set(KINDS.values()) == kinds - parents


def golden_rows() -> list[dict[str, Any]]:
    """Rows written by every version of the program so far."""
    files = sorted(GOLDEN.glob("events-v*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", golden_rows(), ids=lambda row: f"{row['kind']}-{row['body'][:1]}")
def test_a_row_of_the_golden_file_can_be_read_for_ever(row: dict[str, Any]) -> None:
    """Never change a line of that file: it stands for the logs of offices."""
    event = serialise.load(row["kind"], row["schema_number"], row["body"])
    assert type(event).__name__ == row["kind"]
    fields = {field.name for field in dataclasses.fields(event)}
    if row["schema_number"] == serialise.schema_of(row["kind"]):
        assert set(json.loads(row["body"])) <= fields, "a field was dropped without an upcaster"


def test_a_row_of_an_older_shape_gets_the_defaults_of_the_fields_it_lacks() -> None:
    """Events only grow by fields with a default: a ticket of the first version can be read."""
    rows = [row for row in golden_rows() if row["kind"] == "TicketIssued"]
    old = json.loads(rows[0]["body"])
    lacking = {field.name for field in dataclasses.fields(e.TicketIssued)} - set(old)
    assert {"stands_at", "route", "device", "skew_s"} <= lacking
    event = serialise.load("TicketIssued", rows[0]["schema_number"], rows[0]["body"])
    assert isinstance(event, e.TicketIssued)
    assert (event.label, event.stands_at, event.route, event.device) == ("6 001", None, (), "")
    lifted = serialise.load("TicketIssued", 1, serialise.dump(event))
    assert lifted == event, "written again, it is of the present shape"


def test_every_kind_has_a_row_of_its_present_shape_in_the_golden_file() -> None:
    """A new kind, or a new field of an old one, adds a line."""
    there = {(row["kind"], frozenset(json.loads(row["body"]))) for row in golden_rows()}
    for name, kind in KINDS.items():
        shape = frozenset(field.name for field in dataclasses.fields(kind))
        assert (name, shape) in there, f"add a row of {name} to {GOLDEN.name}"


@pytest.mark.parametrize(
    ("kind", "schema", "body"),
    [
        ("TicketTeleported", 1, "{}"),
        ("DayClosed", 2, '{"at":"2026-11-23T10:00:00Z"}'),
        ("DayClosed", 0, '{"at":"2026-11-23T10:00:00Z"}'),
        ("DayClosed", "one", '{"at":"2026-11-23T10:00:00Z"}'),
        ("DayClosed", 1, "{"),
        ("DayClosed", 1, "{}"),
        ("DayClosed", 1, '{"at":"yesterday"}'),
        ("DayClosed", 1, None),
    ],
)
def test_what_cannot_be_read_says_so_and_is_never_half_an_event(
    kind: str, schema: Any, body: Any
) -> None:
    """A kind or shape of a newer program, or damage: SQLite keeps any type in any column."""
    with pytest.raises(UnreadableEvent, match=kind):
        serialise.load(kind, schema, body)


@pytest.fixture
def day_closed_at_three() -> Iterator[None]:
    """As if ``DayClosed`` had been ``{"when"}``, then ``{"moment"}``, and were ``{"at"}`` now."""
    SCHEMAS["DayClosed"] = 3
    UPCASTERS["DayClosed", 1] = lambda fields: {"moment": fields["when"]}
    UPCASTERS["DayClosed", 2] = lambda fields: {"at": fields["moment"]}
    yield
    del SCHEMAS["DayClosed"], UPCASTERS["DayClosed", 1], UPCASTERS["DayClosed", 2]


@pytest.mark.usefixtures("day_closed_at_three")
def test_an_old_shape_is_lifted_step_by_step_to_the_present_one() -> None:
    """Whatever number it was written with."""
    moment = datetime(2026, 11, 23, 10, tzinfo=UTC)
    for schema, field in ((1, "when"), (2, "moment"), (3, "at")):
        body = json.dumps({field: moment.isoformat()})
        assert serialise.load("DayClosed", schema, body) == e.DayClosed(moment)
    assert serialise.schema_of("DayClosed") == 3
