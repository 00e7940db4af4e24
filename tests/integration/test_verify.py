"""The check of the log: clean when clean, and every tampering found and named."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Engine

from server.core import commands as c
from server.core import events as e
from server.core.model import DayState
from server.core.rules import CounterRule, ServiceRule
from server.store.event_store import FILE_NAME, open_engine, sqlite_url
from server.store.verify import Verdict, verify
from tests.support.builders import MONDAY, at, issue, seat, some_rules
from tests.support.days import DAY, Done, carried_out, day_of_every_kind
from tests.support.stored import written


def check(engine: Engine) -> Verdict:
    """The verdict on this log, which is then closed."""
    try:
        return verify(engine)
    finally:
        engine.dispose()


def spoil(directory: Path, *statements: str) -> None:
    """Somebody with the file and an SQL shell."""
    with sqlite3.connect(directory / FILE_NAME) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


@dataclass(frozen=True)
class Tampering:
    """What was done to the file, and words the verdict must say of it."""

    name: str
    statements: tuple[str, ...]
    found: str


def edited(version: int, change: str) -> str:
    """Set columns of one event."""
    return f"UPDATE event SET {change} WHERE version = {version}"  # noqa: S608 -- our own words


TAMPERINGS = (
    Tampering(
        "a priority bought afterwards",
        (edited(5, """body = replace(body, '"priority":""', '"priority":"P1"')"""),),
        f"{DAY}/5: was changed after it was written",
    ),
    Tampering(
        "another moment",
        (edited(9, "at = '2026-11-23T00:00:00+00:00'"),),
        f"{DAY}/9: was changed after it was written",
    ),
    Tampering("another device", (edited(9, "device = 'K9'"),), f"{DAY}/9: was changed"),
    Tampering(
        "a row taken out", ("DELETE FROM event WHERE version = 10",), f"{DAY}/11: version 10 expec"
    ),
    Tampering(
        "a row taken out and the rest moved up",
        ("DELETE FROM event WHERE version = 10", edited(11, "version = 10")),
        f"{DAY}/10: does not follow the event before it",
    ),
    Tampering(
        "the end cut off", ("DELETE FROM event WHERE version > 20",), "read model differs from"
    ),
    Tampering(
        "two rows swapped",
        (edited(5, "version = 99"), edited(6, "version = 5"), edited(99, "version = 6")),
        f"{DAY}/5: does not follow the event before it",
    ),
    Tampering(
        "the read model improved",
        ("UPDATE ticket SET issued_at = '2026-11-23 00:34:00.000000' WHERE ticket = 'a'",),
        f"{DAY}: ticket a: read model differs from the log",
    ),
    Tampering(
        "a ticket nobody issued",
        (
            "CREATE TEMP TABLE copied AS SELECT * FROM ticket WHERE ticket = 'a'",
            "UPDATE copied SET ticket = 'z'",
            "INSERT INTO ticket SELECT * FROM copied",
        ),
        f"{DAY}: ticket z: read model differs from the log",
    ),
    Tampering(
        "a ticket out of the read model",
        ("DELETE FROM ticket WHERE ticket = 'b'",),
        f"{DAY}: ticket b: read model differs from the log",
    ),
    Tampering("no JSON", (edited(9, "body = '{'"),), f"{DAY}/9: unreadable"),
    Tampering("no event", (edited(9, "body = '{}'"),), f"{DAY}/9: unreadable"),
    Tampering("a kind of tomorrow", (edited(9, "kind = 'Teleported'"),), f"{DAY}/9: unreadable"),
    Tampering("a schema of nobody", (edited(9, "schema_number = 0"),), f"{DAY}/9: unreadable"),
    Tampering("a schema in words", (edited(9, "schema_number = 'one'"),), f"{DAY}/9: unreadable"),
    Tampering("a body of bytes", (edited(9, "body = x'ff00'"),), f"{DAY}/9: unreadable"),
    Tampering(
        "a moment that is none",
        ("UPDATE ticket SET issued_at = 'this morning' WHERE ticket = 'a'",),
        "read model: unreadable",
    ),
)


def test_an_untouched_log_is_clean_and_its_verdict_counts_it(tmp_path: Path) -> None:
    """The head may be written down: it stands for everything before it."""
    verdict = check(written(tmp_path, day_of_every_kind()))
    assert verdict.is_clean
    assert (verdict.days, verdict.tickets) == (1, 6)
    assert verdict.events == day_of_every_kind()[-1].state.version
    assert verdict.summary().startswith("log clean: ")
    assert verdict.head[:16] in verdict.summary()


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda each: each.name)
def test_a_tampering_is_found_and_its_place_is_named(tmp_path: Path, tampering: Tampering) -> None:
    """Whatever was done, the check goes on to the end and says so."""
    written(tmp_path, day_of_every_kind()).dispose()
    spoil(tmp_path, *tampering.statements)
    verdict = check(open_engine(sqlite_url(tmp_path)))
    assert not verdict.is_clean
    assert any(tampering.found in problem for problem in verdict.problems), verdict.problems
    assert "PROBLEM" in verdict.summary()


def _twice_the_same_label(state: DayState) -> Done:
    """A number that a broken program gives a second time."""
    fact = e.TicketIssued(at(2), "u", "6 001", 1, "copy", "", 1, None, None)
    return Done(issue("u"), state, (fact,), state)


def test_a_label_given_twice_is_found_although_the_chain_holds(tmp_path: Path) -> None:
    """A program may be wrong without anybody tampering."""
    day = [carried_out(DayState(), c.OpenDay(MONDAY, DAY, some_rules()))]
    for command in (issue("s", "birth"), issue("t"), issue("v")):
        day.append(carried_out(day[-1].state, command))
    day.append(_twice_the_same_label(day[-1].state))
    verdict = check(written(tmp_path, day))
    assert any("label 6 001 was given twice" in problem for problem in verdict.problems)


def _of_two_numbers(commands: Callable[[], list[c.Command]]) -> list[Done]:
    """A day in an office with two numbers only."""
    copies = ServiceRule("copy", "6", 1, 2, 3, 240)
    rules = some_rules(services=(copies,), counters=(CounterRule("6", ("copy",)),))
    day = [carried_out(DayState(), c.OpenDay(MONDAY, DAY, rules))]
    for command in commands():
        day.append(carried_out(day[-1].state, command))
    return day


def test_numbers_that_began_anew_after_the_last_one_are_no_problem(tmp_path: Path) -> None:
    """The wrap is a rule of the office."""

    def two_rounds() -> list[c.Command]:
        rounds: list[c.Command] = [seat("6", "an")]
        for n in range(5):
            rounds += [issue(f"t{n}"), c.CancelTicket(at(1), f"t{n}", "left")]
        return rounds

    assert check(written(tmp_path, _of_two_numbers(two_rounds))).problems == []


def test_the_hash_covers_every_column_a_report_could_be_made_from(tmp_path: Path) -> None:
    """Each column changed on its own breaks the chain at its row."""
    written(tmp_path, day_of_every_kind()).dispose()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(event)")]
    connection.close()
    for column in set(columns) - {"stream", "version", "schema_number", "kind", "body"}:
        spoil(tmp_path, f"UPDATE event SET {column} = {column} || 'x' WHERE version = 6")  # noqa: S608 -- our own words
        verdict = check(open_engine(sqlite_url(tmp_path)))
        assert any(f"{DAY}/6" in each or f"{DAY}/7" in each for each in verdict.problems), column
        spoil(tmp_path, f"UPDATE event SET {column} = rtrim({column}, 'x') WHERE version = 6")  # noqa: S608 -- our own words
    assert check(open_engine(sqlite_url(tmp_path))).is_clean
