"""``denluot clerk …``: PINs of the clerks of an office, given, listed and unlocked."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from sqlalchemy import Engine

from server.profile.load import load_office
from server.profile.model import OfficeProfile
from server.profile.problem import ProfileError
from server.profile.versions import OfficeVersions
from server.store import clerks
from server.store.clerks import PinState
from server.store.event_store import open_engine, sqlite_url
from server.store.pins import temporary_pin

WRONG_USE = 2
app = typer.Typer(no_args_is_help=True, help="Clerks: their PINs.")

DataOption = Annotated[Path, typer.Option("--data", help="The data directory.")]
DatabaseOption = Annotated[
    str, typer.Option(help="A database URL instead of SQLite in the data directory.")
]
OfficeOption = Annotated[
    Path | None, typer.Option(help="The office profile, if not the one in force.")
]
ClerkArgument = Annotated[str, typer.Argument(metavar="ID", help="The clerk's id.")]


@app.command("pin")
def give_pin(
    clerk: ClerkArgument,
    data: DataOption,
    office: OfficeOption = None,
    database: DatabaseOption = "",
) -> None:
    """Give a clerk a temporary PIN and print it, once; a lock is lifted, a session ends."""
    profile = _office(data, office)
    if all(each.id != clerk for each in profile.clerks):
        _leave(f"{clerk}: no such clerk in {profile.office.id}")
    engine = _opened(data, database)
    _give(engine, profile, [clerk])
    engine.dispose()


@app.command("pins")
def give_pins(
    data: DataOption,
    everybody: Annotated[
        bool, typer.Option("--all", help="Whoever has a PIN too gets another one.")
    ] = False,
    office: OfficeOption = None,
    database: DatabaseOption = "",
    demo: Annotated[str, typer.Option(hidden=True)] = "",
) -> None:
    """A sheet of temporary PINs for all clerks who have none yet, to be cut up and handed out."""
    profile = _office(data, office)
    engine = _opened(data, database)
    known = {} if everybody or demo else clerks.pin_states(engine)
    wanted = [clerk.id for clerk in profile.clerks if clerk.id not in known]
    if demo:
        for clerk in wanted:
            clerks.give_pin(engine, clerk, demo, datetime.now(UTC), must_change=False)
    elif wanted:
        _give(engine, profile, wanted)
    else:
        typer.echo("Everybody has a PIN; --all gives new ones.")
    engine.dispose()


@app.command("list")
def list_clerks(
    data: DataOption, office: OfficeOption = None, database: DatabaseOption = ""
) -> None:
    """All clerks of the office, their roles, and how their PINs are."""
    profile = _office(data, office)
    engine = _opened(data, database)
    states = clerks.pin_states(engine)
    engine.dispose()
    for clerk in profile.clerks:
        state = _in_words(states.pop(clerk.id, None), datetime.now(UTC))
        typer.echo(f"{clerk.id}\t{clerk.role}\t{clerk.name}\t{state}")
    for gone in sorted(states):
        typer.echo(f"{gone}\t-\t-\tPIN of nobody in this office")
    if not profile.staff.pins:
        typer.echo("This office works without PINs ([staff] pins).", err=True)


@app.command("unlock")
def unlock(clerk: ClerkArgument, data: DataOption, database: DatabaseOption = "") -> None:
    """Reset a clerk's wrong tries; the PIN stays as it is."""
    engine = _opened(data, database)
    known = clerks.unlock(engine, clerk)
    engine.dispose()
    if not known:
        _leave(f"{clerk}: has no PIN")
    typer.echo(f"{clerk}: may try again")


def _give(engine: Engine, profile: OfficeProfile, wanted: list[str]) -> None:
    names = {clerk.id: clerk.name for clerk in profile.clerks}
    for clerk in wanted:
        pin = temporary_pin()
        clerks.give_pin(engine, clerk, pin, datetime.now(UTC))
        typer.echo(f"{clerk}\t{names[clerk]}\tPIN: {pin}\t(dùng một lần, đổi khi đăng nhập)")


def _in_words(state: PinState | None, now: datetime) -> str:
    if state is None:
        return "no PIN"
    if state.locked_until is not None and state.locked_until > now:
        return f"locked until {state.locked_until.astimezone():%H:%M}"
    return "temporary PIN" if state.must_change else "PIN"


def _office(data: Path, office: Path | None) -> OfficeProfile:
    try:
        return load_office(OfficeVersions(data).in_force(office))
    except ProfileError as error:
        _leave(str(error))


def _opened(data: Path, database: str) -> Engine:
    data.mkdir(parents=True, exist_ok=True)
    return open_engine(database or sqlite_url(data))


def _leave(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(WRONG_USE)
