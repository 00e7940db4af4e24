"""``denluot voice …``: what to record for an office's own voice, and taking the recordings in."""

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from assets.languages.language import SOURCE, languages
from assets.voicebank import script
from server.profile.load import load_office
from server.profile.problem import ProfileError

REFUSED = 1
WRONG_USE = 2

app = typer.Typer(no_args_is_help=True, help="An office's own voice: script and recordings.")


def _spoken(code: str) -> str:
    """The code of a language that has words for a voice."""
    those = [each.code for each in languages().values() if each.phrases]
    if code not in those:
        raise typer.BadParameter(f"{code}: one of {', '.join(those)}")
    return code


OfficeOption = Annotated[
    Path | None, typer.Option(help="The office profile; without it, what any office can need.")
]
LanguageOption = Annotated[
    str, typer.Option(callback=_spoken, help="The code of the language of the recordings.")
]


@app.command("script")
def print_script(office: OfficeOption = None, language: LanguageOption = SOURCE) -> None:
    """Print what to record: file name, text, how to say it. Lines with * must be there."""
    for line in script.lines(language, _prompts(office, language)):
        typer.echo(line)


@app.command("import")
def take_in(
    folder: Annotated[Path, typer.Argument(help="The folder of recordings.")],
    into: Annotated[
        Path | None, typer.Option(help="The voice's folder; else where this user's displays look.")
    ] = None,
    office: OfficeOption = None,
    language: LanguageOption = SOURCE,
    partial: Annotated[bool, typer.Option("--partial", help="Take what is usable.")] = False,
) -> None:
    """Check the recordings; if all is well, convert them and put them where displays look."""
    if find_spec("numpy") is None or find_spec("soundfile") is None:
        _leave("numpy and soundfile are needed: install denluot[display]")
    if not folder.is_dir():
        _leave(f"{folder}: is no folder")
    from assets.voicebank import intake
    from assets.voicebank.place import own_voice

    bank = (into or own_voice()) / language
    there = intake.units_there(bank)
    found = intake.examined(folder, language, _prompts(office, language), there)
    for finding in found.findings:
        typer.echo(intake.said(finding))
    if found.errors and not partial:
        typer.echo("Chưa ghi gì. / Nothing was written.", err=True)
        raise typer.Exit(REFUSED)
    if not found.usable:
        _leave(f"{folder}: không có bản thu dùng được / there is nothing usable in it")
    intake.write_bank(bank, language, found.usable)
    typer.echo(f"{bank}: {len(found.usable)} bản thu / recordings")


def _prompts(office: Path | None, language: str) -> tuple[script.Prompt, ...]:
    if office is None:
        return script.script(language)
    try:
        profile = load_office(office)
    except ProfileError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(REFUSED) from error
    prefixes = (service.prefix for service in profile.services)
    desks = (counter.clip for counter in profile.counters)
    return script.script(language, tuple(prefixes), tuple(desks))


def _leave(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(WRONG_USE)
