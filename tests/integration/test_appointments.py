"""Booked times brought in from a file: all of it or nothing, codes and never names."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

import assets
from server.cli.main import app
from server.core.events import Appointment
from server.store import appointments
from server.store.event_store import open_engine, sqlite_url

WARD = assets.OFFICES / "ward-hoa-binh.toml"
HEAD = "code,service,booked_at,procedure\n"


def run(*words: str) -> tuple[int, str]:
    """The command's exit code and what it said."""
    ran = CliRunner().invoke(app, ["appointments", *words])
    return ran.exit_code, ran.output


def imported(folder: Path, text: str) -> tuple[int, str]:
    """The text as a file, imported for the demo ward."""
    file = folder / "booked.csv"
    file.write_text(text, "utf-8")
    return run("import", str(file), "--data", str(folder), "--office", str(WARD))


def known(folder: Path, day: str) -> tuple[Appointment, ...]:
    """What the store holds for a day."""
    engine = open_engine(sqlite_url(folder))
    found = appointments.of_day(engine, day)
    engine.dispose()
    return found


def test_times_are_the_offices_unless_they_say_otherwise_and_a_code_can_be_moved(
    tmp_path: Path,
) -> None:
    """9:15 in Việt Nam is 2:15 in UTC; the same code again is the same appointment."""
    rows = (
        "A1,chung_thuc,2026-11-24T09:15,2.000815\n"
        "A2,khai_sinh,2026-11-24T02:00:00+00:00,\n"
        "A3,khai_sinh,2026-11-25T10:00,\n"
    )
    assert imported(tmp_path, HEAD + rows) == (0, "3 appointment(s) on 2 day(s)\n")
    first = Appointment("A1", "chung_thuc", datetime(2026, 11, 24, 2, 15, tzinfo=UTC), "2.000815")
    assert [each.code for each in known(tmp_path, "2026-11-24")] == ["A2", "A1"]
    assert known(tmp_path, "2026-11-24")[1] == first
    moved = "A1,chung_thuc,2026-11-25T08:00,2.000815\n"
    assert imported(tmp_path, HEAD + moved)[0] == 0
    assert [each.code for each in known(tmp_path, "2026-11-25")] == ["A1", "A3"]
    code, said = run("list", "2026-11-25", "--data", str(tmp_path))
    assert (code, said.splitlines()[0]) == (0, "2026-11-25T01:00Z\tA1\tchung_thuc")


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("A1,passport,2026-11-24T09:15,\n", 'line 2: there is no service "passport"'),
        ("Nguyễn A,chung_thuc,2026-11-24T09:15,\n", 'line 2: "Nguyễn A" is no code'),
        ("A1,chung_thuc,tomorrow,\n", 'line 2: "tomorrow" is no moment'),
        ("A1,chung_thuc,2026-11-24T09:15,\n" * 2, "line 3: A1 stands twice"),
    ],
)
def test_one_bad_line_keeps_the_whole_file_out_and_is_named(
    tmp_path: Path, rows: str, reason: str
) -> None:
    """Half a file would be worse than none. A name is no code."""
    code, said = imported(tmp_path, HEAD + "B1,chung_thuc,2026-11-24T08:00,\n" + rows)
    assert code == 2
    assert reason.replace("line 2", "line 3").replace("line 3: A1", "line 4: A1") in said
    assert "nothing was imported" in said
    assert known(tmp_path, "2026-11-24") == ()


def test_a_file_without_the_columns_says_which_are_missing(tmp_path: Path) -> None:
    """And one that is not there says so."""
    assert "there is no column service, booked_at" in imported(tmp_path, "code\nA1\n")[1]
    assert run("import", "nowhere.csv", "--data", str(tmp_path), "--office", str(WARD))[0] == 2


def test_what_is_over_can_be_forgotten(tmp_path: Path) -> None:
    """The log keeps what was made of it."""
    imported(tmp_path, HEAD + "A1,chung_thuc,2026-11-24T09:15,\nA2,chung_thuc,2026-11-25T09:15,\n")
    assert run("forget", "2026-11-25", "--data", str(tmp_path)) == (
        *(0, "1 appointment(s) forgotten\n"),
    )
    assert known(tmp_path, "2026-11-24") == ()
    assert len(known(tmp_path, "2026-11-25")) == 1


def test_the_staff_code_is_printed_as_a_hash_only_its_code_opens() -> None:
    """The profile never holds the code itself."""
    from argon2 import PasswordHasher

    ran = CliRunner().invoke(app, ["staff-code"], input="246810\n246810\n")
    assert ran.exit_code == 0
    line = ran.output.strip().splitlines()[-1]
    assert line.startswith('staff_code_hash = "$argon2')
    assert PasswordHasher().verify(line.split('"')[1], "246810")
    assert CliRunner().invoke(app, ["staff-code"], input="abcd\nabcd\n").exit_code == 2
