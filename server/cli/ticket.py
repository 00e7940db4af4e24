"""``denluot ticket …``: what an office's tickets look like on paper."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

import assets
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.profile.problem import ProfileError

WRONG_USE = 2
SAMPLE_STATUS_URL = "http://192.168.1.10:8765/t/"

app = typer.Typer(no_args_is_help=True, help="Tickets on paper.")


@app.callback()
def _tickets() -> None:
    """Keeps ``preview`` a subcommand although it is the only one."""


@app.command("preview")
def preview(
    office: Annotated[
        Path, typer.Option(help="An office profile; else the demo ward.")
    ] = assets.OFFICES / "ward-hoa-binh.toml",
    service: Annotated[str, typer.Option(help="A service's id or a procedure's code.")] = "",
    width: Annotated[int, typer.Option(help="Width of the paper in mm: 80 or 58.")] = 80,
    language: Annotated[str, typer.Option(help="Its code; said under the Vietnamese.")] = "vi",
    reprint: Annotated[bool, typer.Option(help="As printed a second time.")] = False,
    priority: Annotated[bool, typer.Option(help="With a declared priority.")] = False,
    offline: Annotated[bool, typer.Option(help="As given while there was no server.")] = False,
    layouts: Annotated[
        Path | None, typer.Option(help="A folder of your own layout-80.toml, layout-58.toml.")
    ] = None,
    out: Annotated[Path, typer.Option(help="The picture to write.")] = Path("ticket.png"),
) -> None:
    """Draw a ticket as it will come out of the printer, dot for dot, as a PNG."""
    try:
        profile = load_office(office)
    except (ProfileError, OSError) as error:
        typer.echo(f"{error}", err=True)
        raise typer.Exit(WRONG_USE) from error
    info = office_info(profile, status_url=SAMPLE_STATUS_URL, with_procedures=True)
    command = [sys.executable, "-m", "kiosk.preview", f"--service={service}", f"--width={width}"]
    command += [f"--language={language}", f"--out={out}"]
    command += [f"--layouts={layouts}"] if layouts else []
    flags = {"--reprint": reprint, "--priority": priority, "--offline": offline}
    command += [flag for flag, wanted in flags.items() if wanted]
    done = subprocess.run(  # noqa: S603 -- our own module with the user's own words
        command, input=info.model_dump_json(), text=True, encoding="utf-8", check=False
    )
    raise typer.Exit(done.returncode)
