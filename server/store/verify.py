"""The check of the log: chain, versions, and replay against the read model."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce
from typing import Any

from sqlalchemy import Engine, select

from server.core import events as e
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rules import ServiceRule
from server.store import serialise
from server.store.chain import GENESIS, link
from server.store.read_models import Row, issued, project
from server.store.tables import EVENTS, TICKETS

Rows = dict[tuple[str, str], Row]
"""Rows of the read model by day and ticket."""


@dataclass(slots=True)
class Verdict:
    """What the check found.

    ``head`` is the last hash: who notes it down can tell later whether the log still holds it.
    """

    events: int = 0
    days: int = 0
    tickets: int = 0
    head: str = GENESIS
    problems: list[str] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems

    def summary(self) -> str:
        """One line for people."""
        word = "clean" if self.is_clean else f"{len(self.problems)} PROBLEM(S)"
        counts = f"{self.events} events, {self.days} day(s), {self.tickets} tickets"
        return f"log {word}: {counts}, head {self.head[:16]}"


def verify(engine: Engine) -> Verdict:
    """Walk the whole log once. Never raises for what is in the log: it becomes a problem."""
    verdict = Verdict()
    rows: Rows = {}
    days: dict[str, list[e.Event]] = {}
    for stored in _stored(engine):
        _check_chain(verdict, stored, days.setdefault(stored.stream, []))
        fact = _read(verdict, stored)
        if fact is None:
            continue
        days[stored.stream].append(fact)
        _fold(verdict, rows, stored.stream, fact)
    verdict.days = len(days)
    verdict.tickets = len(rows)
    for stream, facts in days.items():
        _check_replay(verdict, stream, facts, rows)
    _check_read_model(verdict, engine, rows)
    return verdict


def _stored(engine: Engine) -> Iterator[Any]:
    query = select(EVENTS).order_by(EVENTS.c.stream, EVENTS.c.version)
    with engine.connect() as connection:
        yield from connection.execute(query)


def _check_chain(verdict: Verdict, stored: Any, before: list[e.Event]) -> None:
    where = f"{stored.stream}/{stored.version}"
    if stored.version != len(before) + 1:
        verdict.problems.append(f"{where}: version {len(before) + 1} expected")
    if stored.previous_hash != verdict.head:
        verdict.problems.append(f"{where}: does not follow the event before it")
    if stored.hash != link(stored._mapping):
        verdict.problems.append(f"{where}: was changed after it was written")
    verdict.events += 1
    verdict.head = stored.hash


def _read(verdict: Verdict, stored: Any) -> e.Event | None:
    try:
        return serialise.load(stored.kind, stored.schema_number, stored.body)
    except ValueError as error:
        verdict.problems.append(f"{stored.stream}/{stored.version}: unreadable: {error}")
        return None


def _fold(verdict: Verdict, rows: Rows, stream: str, fact: e.Event) -> None:
    if not isinstance(fact, e.TicketEvent):
        return
    key = stream, fact.ticket
    try:
        if isinstance(fact, e.TicketIssued):
            rows[key] = issued(stream, fact)
        else:
            rows[key] = project(rows[key], fact)
    except KeyError:
        verdict.problems.append(f"{stream}: {fact.ticket}: no such move: {type(fact).__name__}")


def _check_replay(verdict: Verdict, stream: str, facts: list[e.Event], rows: Rows) -> None:
    """The day's state and the read model must agree on who is in the building, and as what."""
    try:
        state = reduce(evolve, facts, DayState())
    except Exception as error:  # noqa: BLE001 -- a damaged log may break anywhere; the check must go on
        verdict.problems.append(f"{stream}: cannot be replayed: {error!r}")
        return
    present = {id_: ticket.status.value for id_, ticket in state.tickets.items()}
    final = {"completed", "cancelled"}
    expected = {
        id_: row["status"]
        for (day, id_), row in rows.items()
        if day == stream and row["status"] not in final
    }
    if present != expected:
        verdict.problems.append(f"{stream}: replay and read model disagree on who is present")
    for label in _given_twice(facts):
        verdict.problems.append(f"{stream}: label {label} was given twice")


def _given_twice(facts: list[e.Event]) -> Iterator[str]:
    """Labels given again although the numbers of their service had not come to their end."""
    services: dict[str, ServiceRule] = {}
    last: dict[str, int] = {}
    given: dict[str, set[str]] = {}
    for fact in facts:
        if isinstance(fact, e.DayOpened | e.RulesChanged):
            services = fact.rules.service_by_id
        elif isinstance(fact, e.NumbersReserved):
            last[services[fact.service].prefix] = fact.last
        elif isinstance(fact, e.TicketIssued):
            service = services[fact.service]
            labels = given.setdefault(service.prefix, set())
            if not fact.device:
                if last.get(service.prefix) == service.last_number:
                    labels.clear()
                last[service.prefix] = fact.number
            if fact.label in labels:
                yield fact.label
            labels.add(fact.label)


def _check_read_model(verdict: Verdict, engine: Engine, rows: Rows) -> None:
    try:
        with engine.connect() as connection:
            found = connection.execute(select(TICKETS)).mappings()
            kept = {(row["stream"], row["ticket"]): dict(row) for row in found}
    except (ValueError, TypeError) as error:
        verdict.problems.append(f"read model: unreadable: {error}")
        return
    for key in sorted(rows.keys() | kept.keys()):
        if rows.get(key) != kept.get(key):
            verdict.problems.append(f"{key[0]}: ticket {key[1]}: read model differs from the log")
