"""``denluot why``: the whole story of a ticket, and who was called before it and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

if TYPE_CHECKING:  # a command imports what it needs when it runs
    from server.protocol.office import OfficeInfo

WRONG_USE = 2


def why(
    label: Annotated[str, typer.Argument(help='The number on the ticket, "6 027", or its id.')],
    data: Annotated[Path, typer.Option("--data", help="The data directory.")],
    day: Annotated[str, typer.Option(help="Another day, YYYY-MM-DD; else the newest.")] = "",
    office: Annotated[
        Path | None, typer.Option(help="A profile for its names; else the newest kept one.")
    ] = None,
    database: Annotated[str, typer.Option(help="A database URL instead of SQLite.")] = "",
) -> None:
    """Tell what happened to a ticket, and who was called before it and why."""
    from server.core.events import DayOpened
    from server.core.story import story_of
    from server.store.event_store import FILE_NAME, EventStore, open_engine, sqlite_url
    from server.wire import story_message
    from server.words.story import story_lines

    if not database and not (data / FILE_NAME).exists():
        typer.echo(f"{data}: there is no log here", err=True)
        raise typer.Exit(WRONG_USE)
    store = EventStore(open_engine(database or sqlite_url(data)))
    try:
        log = [each.event for each in store.load(day or store.last_stream() or "")]
    finally:
        store.close()
    told = story_of(log, label)
    if told is None:
        typer.echo(f"{label}: no such ticket that day", err=True)
        raise typer.Exit(WRONG_USE)
    zone = next(ZoneInfo(fact.rules.zone) for fact in log if isinstance(fact, DayOpened))
    typer.echo(
        "\n".join(story_lines(story_message("", told), zone, info_of(office or kept_office(data))))
    )


def kept_office(data: Path) -> Path | None:
    """The newest profile the data directory holds, if any."""
    from server.profile.versions import OfficeVersions

    versions = OfficeVersions(data)
    newest = versions.newest()
    return versions.path(newest.number) if newest else None


def info_of(office: Path | None) -> "OfficeInfo | None":
    """The office by whose names the story is told; without one it is told by ids and codes."""
    from server.profile.load import load_office
    from server.profile.office_info import office_info

    if office is None:
        return None
    return office_info(load_office(office), status_url="", with_procedures=False)


def register(app: typer.Typer) -> None:
    """Add this command to ``denluot``."""
    app.command()(why)
