"""``denluot report``: the day's figures from the log: a page for the head, tables for everybody."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from server.report.summary import Summary

WRONG_USE = 2


def report(
    data: Annotated[Path, typer.Option("--data", help="The data directory.")],
    day: Annotated[str, typer.Argument(help="YYYY-MM-DD; else the newest day.")] = "",
    pdf: Annotated[Path | None, typer.Option(help="Write the page as PDF.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Write all tables as one workbook.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write all tables as CSV here.")] = None,
    office: Annotated[
        Path | None, typer.Option(help="A profile for its names; else the one in force.")
    ] = None,
    database: Annotated[str, typer.Option(help="A database URL instead of SQLite.")] = "",
) -> None:
    """Count a day from its log. Without a file it prints the page's figures and sentences."""
    from server.profile.load import load_office
    from server.profile.problem import ProfileError
    from server.profile.versions import OfficeVersions
    from server.report.count import report_of
    from server.report.files import write_csv, write_xlsx
    from server.report.names import names_of
    from server.report.page import write_pdf
    from server.report.summary import summary
    from server.report.tables import tables
    from server.store.event_store import FILE_NAME, EventStore, open_engine, sqlite_url

    if not database and not (data / FILE_NAME).exists():
        _leave(f"{data}: there is no log here")
    try:
        profile = load_office(OfficeVersions(data).in_force(office))
    except (OSError, ProfileError) as error:
        _leave(str(error))
    store = EventStore(open_engine(database or sqlite_url(data)))
    try:
        wanted = day or store.last_stream() or ""
        log = [each.event for each in store.load(wanted)]
    finally:
        store.close()
    if not log:
        _leave(f"{wanted or data}: the log knows nothing of this day")
    counted, names = report_of(log), names_of(profile)
    now = datetime.now(ZoneInfo(counted.rules.zone))
    if pdf is not None:
        write_pdf(pdf, counted, names, profile.office.name, profile.office.unit, now)
    if xlsx is not None:
        write_xlsx(xlsx, tables(counted, names))
    if csv is not None:
        write_csv(csv, tables(counted, names))
    _say(summary(counted, names))


def _say(told: Summary) -> None:
    typer.echo(told.date)
    for tile in told.tiles:
        typer.echo(f"{tile.title}: {tile.value} ({tile.note})")
    for sentence in told.sentences:
        typer.echo(sentence)


def _leave(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(WRONG_USE)
