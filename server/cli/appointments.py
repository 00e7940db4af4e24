"""``denluot appointments …``: booked times brought in from elsewhere; codes, never names."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer
from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Engine

from server.core.calendar import today
from server.core.events import Appointment
from server.core.rules import Rules
from server.profile.load import load_office, rules
from server.profile.problem import ProfileError
from server.profile.versions import OfficeVersions
from server.protocol.commands import Id
from server.store import appointments
from server.store.event_store import open_engine, sqlite_url

WRONG_USE = 2
COLUMNS = ("code", "service", "booked_at")
app = typer.Typer(no_args_is_help=True, help="Appointments that kiosks turn into numbers.")

DataOption = Annotated[Path, typer.Option("--data", help="The data directory.")]
DatabaseOption = Annotated[
    str, typer.Option(help="A database URL instead of SQLite in the data directory.")
]
OfficeOption = Annotated[
    Path | None, typer.Option(help="The office profile, if not the one in force.")
]
_ID: TypeAdapter[str] = TypeAdapter(Id)


@dataclass(frozen=True, slots=True)
class BadRow(Exception):
    """A line of the file that is not a valid appointment."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


@app.command("import")
def import_file(
    file: Annotated[
        Path, typer.Argument(help="CSV with code, service, booked_at and perhaps procedure.")
    ],
    data: DataOption,
    office: OfficeOption = None,
    database: DatabaseOption = "",
) -> None:
    """Import appointments; one with a known code is replaced. All of the file, or nothing.

    ``booked_at`` is ISO, in the office's time unless it says otherwise (2026-11-24T09:15). A
    running server knows them within 15 seconds.
    """
    try:
        given = rules(load_office(OfficeVersions(data).in_force(office)))
        booked = list(read_rows(file, given))
    except (OSError, UnicodeDecodeError, ProfileError, BadRow) as error:
        _leave(f"{file}: {error}; nothing was imported")
    engine = _opened(data, database)
    days = {each.code: today(given, each.booked_at) for each in booked}
    count = appointments.keep(engine, days, booked)
    engine.dispose()
    typer.echo(f"{count} appointment(s) on {len(set(days.values()))} day(s)")


@app.command("list")
def list_day(
    day: Annotated[str, typer.Argument(help="The date, such as 2026-11-24.")],
    data: DataOption,
    database: DatabaseOption = "",
) -> None:
    """The appointments of a day."""
    engine = _opened(data, database)
    for each in appointments.of_day(engine, day):
        typer.echo(f"{each.booked_at:%Y-%m-%dT%H:%MZ}\t{each.code}\t{each.service}")
    engine.dispose()


@app.command("forget")
def forget(
    data: DataOption,
    before: Annotated[str, typer.Argument(help="Those of dates before this one.")] = "",
    database: DatabaseOption = "",
) -> None:
    """Delete appointments of past days; the log keeps the tickets made from them."""
    engine = _opened(data, database)
    day = before or datetime.now(UTC).date().isoformat()
    typer.echo(f"{appointments.forget_before(engine, day)} appointment(s) forgotten")
    engine.dispose()


def read_rows(file: Path, given: Rules) -> Iterator[Appointment]:
    """The appointments in a CSV file. Raises ``BadRow`` at the first that is none."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise BadRow(1, f"there is no column {', '.join(missing)}")
        seen: set[str] = set()
        for row in reader:
            booked = _appointment(row, reader.line_num, given)
            if booked.code in seen:
                raise BadRow(reader.line_num, f"{booked.code} stands twice")
            seen.add(booked.code)
            yield booked


def _appointment(row: dict[str, str | None], line: int, given: Rules) -> Appointment:
    said = {name: (value or "").strip() for name, value in row.items() if name}
    service = said["service"]
    if service not in given.service_by_id:
        raise BadRow(line, f'there is no service "{service}"')
    try:
        code = _ID.validate_python(said["code"])
        at = datetime.fromisoformat(said["booked_at"])
    except ValidationError:
        raise BadRow(line, f'"{said["code"]}" is no code of letters, digits and . _ : -') from None
    except ValueError:
        raise BadRow(line, f'"{said["booked_at"]}" is no moment like 2026-11-24T09:15') from None
    local = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(given.zone))
    return Appointment(code, service, local.astimezone(UTC), said.get("procedure", ""))


def _opened(data: Path, database: str) -> Engine:
    data.mkdir(parents=True, exist_ok=True)
    return open_engine(database or sqlite_url(data))


def _leave(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(WRONG_USE)
