"""The book on the disk: what is kept survives, what is broken is set aside, nothing is shared."""

import logging
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import assets
from kiosk.offline.book import Book, ClockPair, Fate, LedgerFault, Range, Slip
from kiosk.offline.ledger import FILE_NAME, Ledger

DAY = "2026-11-23"
NINE = datetime(2026, 11, 23, 9, 0, 0, 1, tzinfo=timezone(timedelta(hours=7)))
LABELS = ("Đ 996", "Đ 997", "Đ 998")


def slip(number: int, **more: object) -> Slip:
    """A number of the range below."""
    first = Slip(f"t{number}", DAY, "copy", 996 + number, LABELS[number], NINE, "P1", "en", "2.0")
    return replace(first, **more)  # type: ignore[arg-type]  # fields are checked by those who call


def book(*slips: Slip) -> Book:
    """A range, these slips, and two clocks."""
    ranges = {"r1": Range("r1", DAY, "copy", "Đ", 996, LABELS), "r2": Range("r2", DAY, "x", "7")}
    return Book(ranges, {each.ticket: each for each in slips}, ClockPair(NINE, datetime.now(UTC)))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new one."""
    ledger = Ledger(tmp_path / "state")
    yield ledger
    ledger.close()


def reopened(ledger: Ledger) -> Book:
    """What the next start finds."""
    ledger.close()
    again = Ledger(ledger.folder)
    found = again.book
    again.close()
    return found


def test_a_book_is_found_as_it_was_kept_in_the_order_it_came(ledger: Ledger) -> None:
    """Ranges, slips with every field, clocks to the microsecond."""
    kept = book(slip(1, instead_of="t9"), slip(0, fate=Fate.REFUSED, code="too_late", retimed=True))
    ledger.keep(kept)
    found = reopened(ledger)
    assert found == kept
    assert list(found.slips) == ["t1", "t0"]


def test_every_change_of_a_book_is_kept(ledger: Ledger) -> None:
    """Answered, given, settled, put away."""
    before = book(slip(0))
    ledger.keep(before)
    changed = before.kept("r2", 5, ("7 005",)).settled("t0", Fate.RECORDED).dropped("r1")
    ledger.keep(changed)
    assert reopened(ledger) == changed
    assert changed.turned("2026-11-24") == Book(seen=before.seen)


def test_a_label_can_be_written_once_a_day_whatever_the_program_does(ledger: Ledger) -> None:
    """The disk itself refuses; then what was kept before still holds."""
    ledger.keep(book(slip(0)))
    twice = replace(book(slip(0)), slips={"t0": slip(0), "u": slip(0, ticket="u")})
    with pytest.raises(LedgerFault, match="UNIQUE"):
        ledger.keep(twice)
    assert list(ledger.book.slips) == ["t0"]
    assert list(reopened(ledger).slips) == ["t0"]


def test_a_second_kiosk_on_the_same_folder_gets_no_ledger(
    ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    """Two programs with the same numbers would give them twice."""
    ledger.keep(book())
    second = Ledger(ledger.folder)
    assert not second.is_open
    assert not second.has_set_aside, "nothing is wrong with the file"
    with pytest.raises(LedgerFault):
        second.keep(book(slip(0)))
    assert "no numbers without the server" in caplog.text
    caplog.clear()


@pytest.mark.parametrize("damage", ["no database", "pages", "another schema", "a word for a time"])
def test_a_broken_ledger_is_set_aside_with_a_word_in_the_log_and_an_empty_one_takes_its_place(
    ledger: Ledger, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    """An empty one holds no numbers: nothing can be given twice. A person must look."""
    ledger.keep(book(*(slip(n) for n in range(3))))
    ledger.close()
    path = ledger.folder / FILE_NAME
    if damage == "no database":
        path.write_bytes(b"all is lost" * 999)
    elif damage == "pages":
        content = bytearray(path.read_bytes())
        content[4096:] = os.urandom(len(content) - 4096)
        path.write_bytes(content)
    else:
        with sqlite3.connect(path) as database:
            word = "PRAGMA user_version = 99" if damage == "another schema" else ""
            database.execute(word or "UPDATE slip SET issued_at = 'nine'")
        database.close()
    again = Ledger(ledger.folder)
    assert (again.is_open, again.has_set_aside, again.book) == (True, True, Book())
    assert "could not be read and was set aside as offline.db.broken-1" in caplog.text
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    again.keep(book(slip(0)))
    again.close()
    later = Ledger(ledger.folder)
    assert later.has_set_aside, "until somebody has looked"
    later.dismiss()
    later.close()
    last = Ledger(ledger.folder)
    assert not last.has_set_aside
    last.close()
    caplog.clear()


def test_a_folder_that_cannot_be_made_means_no_ledger(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The kiosk goes on with the server alone."""
    (tmp_path / "file").write_text("")
    ledger = Ledger(tmp_path / "file" / "state")
    assert not ledger.is_open
    assert "no numbers without the server" in caplog.text
    caplog.clear()


def test_a_full_disk_refuses_and_the_book_stays_as_it_was(
    ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    """SQLite is told that its file may grow no more."""
    ledger.keep(book())
    ledger._database.execute("PRAGMA max_page_count = 1")  # type: ignore[union-attr]  # it is open
    many = {f"r{n}": Range(f"r{n}", DAY, "copy", "6", 1, LABELS * 99) for n in range(50)}
    with pytest.raises(LedgerFault, match="full"):
        ledger.keep(replace(book(), ranges=many))
    assert set(ledger.book.ranges) == {"r1", "r2"}
    caplog.clear()


WRITER = """
import sys
from pathlib import Path
from datetime import UTC, datetime
from kiosk.offline.book import Book, Slip
from kiosk.offline.ledger import Ledger
ledger = Ledger(Path(sys.argv[1]))
book = ledger.book
for number in range(len(book.slips), 100_000):
    now = datetime.now(UTC)
    book = book.given(Slip(f"t{number}", "d", "copy", number, f"6 {number}", now), now)
    ledger.keep(book)
    print(number, flush=True)
"""


def test_after_a_kill_in_full_swing_every_number_that_was_told_is_there(tmp_path: Path) -> None:
    """Five times signal 9; what was printed on stdout was told."""
    told: list[int] = []
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)],
            stdout=subprocess.PIPE,
            cwd=assets.PROJECT,
        ) as writer:
            assert writer.stdout is not None
            told += [int(writer.stdout.readline()) for _ in range(20)]
            writer.send_signal(signal.SIGKILL)
            told += [int(line) for line in writer.stdout.read().splitlines()]
    ledger = Ledger(tmp_path)
    kept = [each.number for each in ledger.book.slips.values()]
    ledger.close()
    assert not ledger.has_set_aside
    assert told == sorted(set(told)), "none twice"
    assert set(told) <= set(kept)
    assert kept == list(range(len(kept)))
