"""The check of the log: chain, versions, and replay against all read models."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce

from sqlalchemy import Connection, Engine, Table, select

from server.core import events as e
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rules import ServiceRule
from server.store import serialise
from server.store.chain import GENESIS, link
from server.store.changes import Changes, Key, Rows, apply_changes, empty_rows
from server.store.log import StoredEvent, days, snapshot
from server.store.read_models import DayBook
from server.store.rebuild import shape_differs
from server.store.tables import READ_MODELS, TICKETS
from server.store.ticket_rows import Row, is_final


@dataclass(slots=True)
class Verdict:
    """What the check found.

    ``head`` is the last hash; noted elsewhere, it shows later whether the log was cut or rewritten.
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
    """Walk the whole log once, as of this moment, a day in memory at a time.

    Whatever is wrong in the log becomes a problem of the verdict; it raises nothing.
    """
    verdict = Verdict()
    known = set[str]()
    comparable = () if shape_differs(engine) else READ_MODELS
    if not comparable:
        verdict.problems.append("read models: of another shape than this program's; rebuild them")
    with snapshot(engine) as connection:
        with days(connection) as every_day:
            for stream, stored in every_day:
                known.add(stream)
                rows = _check_day(verdict, stream, stored)
                for table in comparable:
                    _check_read_model(verdict, connection, stream, table, rows[table.name])
        for table in comparable:
            _check_other_days(verdict, connection, table, known)
    verdict.days = len(known)
    return verdict


def _check_day(verdict: Verdict, stream: str, stored: Iterator[StoredEvent]) -> Rows:
    """The read models as the day's events make them."""
    book, rows = DayBook(stream), empty_rows()
    facts: list[e.Event] = []
    for version, row in enumerate(stored, 1):
        _check_chain(verdict, row, version)
        fact = _read(verdict, row)
        if fact is not None:
            facts.append(fact)
            _fold(verdict, book, rows, fact)
    verdict.tickets += len(rows[TICKETS.name])
    _check_replay(verdict, stream, facts, rows[TICKETS.name])
    return rows


def _check_chain(verdict: Verdict, stored: StoredEvent, version: int) -> None:
    where = f"{stored.stream}/{stored.version}"
    if stored.version != version:
        verdict.problems.append(f"{where}: version {version} expected")
    if stored.previous_hash != verdict.head:
        verdict.problems.append(f"{where}: does not follow the event before it")
    if stored.hash != link(stored._asdict()):
        verdict.problems.append(f"{where}: was changed after it was written")
    verdict.events += 1
    verdict.head = stored.hash


def _read(verdict: Verdict, stored: StoredEvent) -> e.Event | None:
    try:
        return serialise.load(stored.kind, stored.schema_number, stored.body)
    except ValueError as error:
        verdict.problems.append(f"{stored.stream}/{stored.version}: unreadable: {error}")
        return None


def _fold(verdict: Verdict, book: DayBook, rows: Rows, fact: e.Event) -> None:
    changes = Changes()
    try:
        book.apply(fact, changes)
    except LookupError:
        verdict.problems.append(f"{book.stream}: no such move: {type(fact).__name__} at {fact.at}")
    apply_changes(changes, rows)


def _check_replay(
    verdict: Verdict, stream: str, facts: list[e.Event], tickets: dict[Key, Row]
) -> None:
    """The replayed state and the read model must agree on the tickets present and their status."""
    try:
        state = reduce(evolve, facts, DayState())
    except Exception as error:  # noqa: BLE001 -- a damaged log may break anywhere; the check must go on
        verdict.problems.append(f"{stream}: cannot be replayed: {error!r}")
        return
    present = {id_: ticket.status.value for id_, ticket in state.tickets.items()}
    expected = {row["ticket"]: row["status"] for row in tickets.values() if not is_final(row)}
    if present != expected:
        verdict.problems.append(f"{stream}: replay and read model disagree on who is present")
    for label in _given_twice(facts):
        verdict.problems.append(f"{stream}: label {label} was given twice")


def _given_twice(facts: list[e.Event]) -> Iterator[str]:
    """Labels that were given twice although the service's numbers had not wrapped round."""
    services: dict[str, ServiceRule] = {}
    last: dict[str, int] = {}
    kept: dict[str, set[int]] = {}
    given: dict[str, set[str]] = {}
    alone: set[str] = set()
    for fact in facts:
        if isinstance(fact, e.DayOpened | e.RulesChanged):
            services = fact.rules.service_by_id
        elif isinstance(fact, e.NumbersReserved):
            reserve = range(fact.first, fact.last + 1)
            kept.setdefault(services[fact.service].prefix, set()).update(reserve)
        elif isinstance(fact, e.TicketIssued):
            service = services[fact.service]
            labels = given.setdefault(service.prefix, set())
            if fact.label in alone:
                yield fact.label
            elif fact.label in labels:
                rest = range(last.get(service.prefix, 0) + 1, service.last_number + 1)
                if fact.device or not kept.get(service.prefix, set()).issuperset(rest):
                    yield fact.label
                labels.clear()
            if fact.device:
                alone.add(fact.label)
            else:
                labels.add(fact.label)
                last[service.prefix] = fact.number


def _check_read_model(
    verdict: Verdict, connection: Connection, stream: str, table: Table, rows: dict[Key, Row]
) -> None:
    names = [column.name for column in table.primary_key if column.name != "stream"]
    try:
        query = select(table).where(table.c.stream == stream)
        found = [dict(row) for row in connection.execute(query).mappings()]
    except (ValueError, TypeError) as error:
        verdict.problems.append(f"{stream}: {table.name} read model: unreadable: {error}")
        return
    kept = {(stream, *(row[name] for name in names)): row for row in found}
    # Text, for somebody may have put a word where a number was.
    for key in sorted(rows.keys() | kept.keys(), key=str):
        if rows.get(key) != kept.get(key):
            name = " ".join(str(part) for part in (table.name, *key[1:]))
            verdict.problems.append(f"{stream}: {name}: read model differs from the log")


def _check_other_days(
    verdict: Verdict, connection: Connection, table: Table, known: set[str]
) -> None:
    found = set(connection.execute(select(table.c.stream).distinct()).scalars())
    for stream in sorted(found - known, key=str):
        verdict.problems.append(f"{stream}: {table.name}: a day that is not in the log")
