"""The ``denluot`` command. It starts the apps as programs and imports none of them."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from server.cli import (
    advice,
    appointments,
    clerk,
    guide,
    office,
    report,
    store,
    story,
    ticket,
    voice,
)
from server.protocol import codec
from server.protocol.messages import Role

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Đến Lượt: your turn.",
)
device_app = typer.Typer(no_args_is_help=True, help="Devices that may connect from the network.")
app.add_typer(device_app, name="device")
app.add_typer(office.app, name="office")
app.add_typer(voice.app, name="voice")
app.add_typer(ticket.app, name="ticket")
app.add_typer(clerk.app, name="clerk")
app.add_typer(appointments.app, name="appointments")

DataOption = Annotated[Path, typer.Option("--data", help="The data directory.")]
DatabaseOption = Annotated[
    str, typer.Option(help="A database URL instead of SQLite in the data directory.")
]
AppArguments = Annotated[list[str] | None, typer.Argument(help="Options of the app.")]
PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}


@app.command()
def serve(
    data: DataOption,
    office: Annotated[Path | None, typer.Option(help="The office profile to work under.")] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port; 0 takes a free one.")] = 8765,
    database: DatabaseOption = "",
    public_url: Annotated[str, typer.Option(help="How citizens' phones reach this server.")] = "",
    log_level: Annotated[str, typer.Option(help="debug, info, warning or error.")] = "info",
    announce: Annotated[
        bool, typer.Option(help="Let apps on the network find this server by themselves.")
    ] = True,
    clock_start: Annotated[
        datetime | None,
        typer.Option(hidden=True, formats=["%Y-%m-%dT%H:%M:%S%z"], envvar="DENLUOT_CLOCK_START"),
    ] = None,
    clock_rate: Annotated[float, typer.Option(hidden=True, envvar="DENLUOT_CLOCK_RATE")] = 1.0,
) -> None:
    """Run the server until a signal; prints one JSON line when it answers."""
    from server.serve import serve as run
    from server.settings import Settings

    settings = Settings(
        data=data,
        office=office,
        host=host,
        port=port,
        database=database,
        public_url=public_url,
        log_level=log_level,
        announce=announce,
        clock_start=clock_start,
        clock_rate=clock_rate,
    )
    raise typer.Exit(run(settings))


@app.command()
def demo(
    minutes: Annotated[float, typer.Option(help="Minutes of office time.", min=0.1)] = 240,
    speed: Annotated[float, typer.Option(help="Times real time.", min=0.1, max=1000)] = 1,
    seed: Annotated[int, typer.Option(help="Another seed, another morning.")] = 1,
    headless: Annotated[bool, typer.Option(help="Show no windows.")] = False,
    shots: Annotated[Path, typer.Option(help="Where screens are saved without windows.")] = Path(
        "shots"
    ),
    office: Annotated[Path | None, typer.Option(help="Another office.")] = None,
) -> None:
    """A morning at the demo ward: server, four apps, citizens and clerks. Join them."""
    import assets
    from server.simulator.demo import DemoOptions, run_demo

    ward = office or assets.OFFICES / "ward-hoa-binh.toml"
    raise typer.Exit(run_demo(DemoOptions(minutes, speed, seed, headless, shots, ward)))


@app.command()
def verify(data: Annotated[Path, typer.Argument()], database: DatabaseOption = "") -> None:
    """Check the log: hash chain, versions, and replay against the read models."""
    from server.store.event_store import FILE_NAME, open_engine, sqlite_url
    from server.store.verify import verify as check

    if not database and not (data / FILE_NAME).exists():
        typer.echo(f"{data}: there is no log here", err=True)
        raise typer.Exit(2)
    engine = open_engine(database or sqlite_url(data))
    verdict = check(engine)
    engine.dispose()
    typer.echo(verdict.summary())
    for problem in verdict.problems:
        typer.echo(f"  {problem}", err=True)
    raise typer.Exit(0 if verdict.is_clean else 1)


@app.command()
def protocol(
    json_schema: Annotated[bool, typer.Option("--json-schema", help="Print the schema.")] = False,
) -> None:
    """The wire language: its version, or its whole JSON schema."""
    schema = codec.json_schema()
    typer.echo(
        json.dumps(schema, ensure_ascii=False, indent=2) if json_schema else schema["version"]
    )


@app.command("staff-code")
def staff_code(
    code: Annotated[str, typer.Option(prompt=True, confirmation_prompt=True, hide_input=True)],
) -> None:
    """Ask for a code for the kiosks' maintenance page and print the profile's line for it."""
    from server.store.pins import hashed

    if not (code.isdigit() and 4 <= len(code) <= 12):
        typer.echo("The code must have 4 to 12 digits.", err=True)
        raise typer.Exit(2)
    typer.echo(f'staff_code_hash = "{hashed(code)}"')


@app.command()
def find(
    listen_s: Annotated[float, typer.Option(help="Seconds to listen.", min=0.1)] = 3.0,
) -> None:
    """The servers that say on this network that they are there: office, unit, addresses."""
    import asyncio

    from server.client.discovery import find_servers

    found = asyncio.run(find_servers(listen_s))
    for each in found:
        typer.echo(f"{each.office}\t{each.name}\t{' '.join(each.urls)}")
    if not found:
        typer.echo("No server was found on this network; give its address with --server.", err=True)
        raise typer.Exit(1)


@device_app.command("add")
def device_add(
    role: Annotated[Role, typer.Argument(help="What the device is.")],
    name: Annotated[str, typer.Option(help="Its name, for example K1.")],
    data: DataOption,
    database: DatabaseOption = "",
) -> None:
    """Register a device and print its token, once. A device of that name gets a new token."""
    from server.store import devices
    from server.store.event_store import open_engine, sqlite_url

    data.mkdir(parents=True, exist_ok=True)
    engine = open_engine(database or sqlite_url(data))
    typer.echo(devices.add(engine, role.value, name, datetime.now(UTC)))
    engine.dispose()


@device_app.command("list")
def device_list(data: DataOption, database: DatabaseOption = "") -> None:
    """All registered devices."""
    from server.store import devices
    from server.store.event_store import open_engine, sqlite_url

    engine = open_engine(database or sqlite_url(data))
    for device in devices.listed(engine):
        typer.echo(f"{device.name}\t{device.role}\t{device.added_at:%Y-%m-%d %H:%M}")
    engine.dispose()


@device_app.command("remove")
def device_remove(
    name: Annotated[str, typer.Option(help="Its name.")],
    data: DataOption,
    database: DatabaseOption = "",
) -> None:
    """Remove a device; its token is refused at its next connection."""
    from server.store import devices
    from server.store.event_store import open_engine, sqlite_url

    engine = open_engine(database or sqlite_url(data))
    known = devices.remove(engine, name)
    engine.dispose()
    if not known:
        typer.echo(f"{name}: no such device", err=True)
        raise typer.Exit(2)


@app.command(context_settings=PASS_ON)
def kiosk(context: typer.Context) -> None:
    """Start the kiosk; its own options follow (try --help)."""
    _start("kiosk", context.args)


@app.command(context_settings=PASS_ON)
def counter(context: typer.Context) -> None:
    """Start a clerk's counter app."""
    _start("counter", context.args)


@app.command(context_settings=PASS_ON)
def display(context: typer.Context) -> None:
    """Start the lobby display."""
    _start("display", ["--screen", "lobby", *context.args])


@app.command(context_settings=PASS_ON)
def wall(context: typer.Context) -> None:
    """Start the supervisor's wall screen."""
    _start("display", ["--screen", "wall", *context.args])


def _start(module: str, arguments: list[str]) -> None:
    """Run one of our apps as a program and exit with its exit code."""
    command = [sys.executable, "-m", module, *arguments]
    raise typer.Exit(subprocess.call(command))  # noqa: S603 -- our own module with the user's own words


store.register(app)
story.register(app)
app.command()(report.report)
app.command()(advice.advice)
guide.register(app)


def main() -> None:
    """The console script."""
    app()
