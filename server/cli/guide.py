"""``denluot guide``: one printed page for a role, from the office's own file."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from server.guide.guides import guide as guide_of
from server.guide.page import GuideRole
from server.profile.load import load_office
from server.profile.problem import ProfileError
from server.profile.versions import OfficeVersions

REFUSED = 1
WRONG_USE = 2


def guide(
    role: Annotated[GuideRole, typer.Option(help="For whom.")],
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    office: Annotated[Path | None, typer.Option(help="The office profile.")] = None,
    data: Annotated[
        Path | None, typer.Option(help="A data directory: the office in force there.")
    ] = None,
) -> None:
    """A one-page guide (A4, PDF) with the office's own keys, reasons and sentences."""
    from server.guide.pdf import DoesNotFitOnAPage, write_pdf

    file = office or OfficeVersions(data or Path()).in_force()
    try:
        profile = load_office(file)
        today = datetime.now(UTC).astimezone(ZoneInfo(profile.office.zone)).date()
        write_pdf(guide_of(profile, role), out, today)
    except ProfileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(WRONG_USE) from error
    except (OSError, DoesNotFitOnAPage) as error:
        typer.echo(f"{out}: not written: {error}", err=True)
        raise typer.Exit(REFUSED) from error
    typer.echo(str(out))


def register(app: typer.Typer) -> None:
    """Add this command to ``denluot``."""
    app.command()(guide)
