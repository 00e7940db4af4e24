"""``denluot office …``: check an office file, put it in force, and go back."""

import getpass
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from server import running
from server.profile.check import read_office, read_office_text, report
from server.profile.diff import diff, diff_text
from server.profile.load import load_office_text
from server.profile.model import OfficeProfile
from server.profile.office_info import office_info
from server.profile.problem import Problem, ProfileError, Severity, errors
from server.profile.versions import OfficeVersions, UnknownVersion
from server.words.coverage import left_out

REFUSED = 1
WRONG_USE = 2
GIVE_PINS = "denluot clerk pins --data DIR"

app = typer.Typer(no_args_is_help=True, help="Office profiles: check, apply, export, roll back.")

DataOption = Annotated[Path, typer.Option("--data", help="The data directory.")]
DatabaseOption = Annotated[
    str, typer.Option(help="A database URL instead of SQLite in the data directory.")
]
ServerOption = Annotated[
    str, typer.Option(help="Where the server answers, if not as it said itself.")
]
MoveOption = Annotated[
    list[str] | None,
    typer.Option("--move", help="OLD=NEW: who waits for service OLD waits for NEW."),
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
NoteOption = Annotated[str, typer.Option(help="Why, for the list of versions.")]


@app.command("check")
def check(files: Annotated[list[Path], typer.Argument()]) -> None:
    """Name every mistake of office profiles at once: file, key, reason."""
    read = [read_office(file) for file in files]
    problems = [problem for _, found in read for problem in found]
    text = report(problems)
    if text:
        typer.echo(text)
    for file, (profile, _) in zip(files, read, strict=True):
        for line in _languages_left_out(profile):
            typer.echo(f"{file}: kiosk.languages: {line}")
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    if not wrong:
        typer.echo(f"{len(files)} profile(s) can be used.")
        if any(profile is not None and profile.staff.pins for profile, _ in read):
            typer.echo(f"Clerks sign in with PINs: {GIVE_PINS} gives those who have none.")
    raise typer.Exit(REFUSED if wrong else 0)


def _languages_left_out(profile: OfficeProfile | None) -> Iterator[str]:
    if profile is not None:
        yield from left_out(office_info(profile, status_url="", with_procedures=True))


@app.command("diff")
def show_diff(file: Path, data: DataOption, version: int = 0) -> None:
    """What FILE would change of the office in force (or of --version)."""
    _, new = _read(_text(file), str(file))
    old = _kept(OfficeVersions(data), version)
    typer.echo(diff_text(diff(old, new)) or "Nothing would change.")


@app.command("apply")
def apply(
    file: Path,
    data: DataOption,
    server: ServerOption = "",
    move: MoveOption = None,
    yes: YesOption = False,
    note: NoteOption = "",
    database: DatabaseOption = "",
) -> None:
    """Put FILE in force, without a restart when the server runs; shows what changes first."""
    goal = _Goal(data, server, database)
    _apply(_text(file), str(file), goal, _moves(move), yes, note or file.name)


@app.command("rollback")
def rollback(
    data: DataOption,
    to: Annotated[int, typer.Option(help="Which version; else the one before.")] = 0,
    server: ServerOption = "",
    move: MoveOption = None,
    yes: YesOption = False,
    database: DatabaseOption = "",
) -> None:
    """Put an earlier version in force again; checked like any other."""
    versions = OfficeVersions(data)
    earlier = [version.number for version in versions.all()][:-1]
    number = to or (earlier[-1] if earlier else 0)
    if not number:
        _leave(f"{data}: there is no earlier version")
    name = f"version {number}"
    goal = _Goal(data, server, database)
    _apply(_version_text(versions, number), name, goal, _moves(move), yes, name)


@app.command("export")
def export(
    file: Path,
    data: DataOption,
    version: Annotated[int, typer.Option(help="Which version; else the newest.")] = 0,
) -> None:
    """Write the office in force (or --version) to FILE, to be changed or taken elsewhere."""
    versions = OfficeVersions(data)
    number = version or _newest_number(versions, data)
    file.write_text(_version_text(versions, number), "utf-8")
    typer.echo(f"{file}: version {number}")


@app.command("versions")
def list_versions(data: DataOption) -> None:
    """All versions that were in force: number, moment, who, why."""
    for each in OfficeVersions(data).all():
        moved = " ".join(f"{source}={goal}" for source, goal in each.moves)
        cells = (f"{each.number}", each.applied_at, each.sha256[:12], each.who, each.note, moved)
        typer.echo("\t".join(cells).rstrip())


@dataclass(frozen=True, slots=True)
class _Goal:
    """The office to change: its data directory, and its server's address and database if given."""

    data: Path
    server: str
    database: str


def _apply(text: str, name: str, goal: _Goal, moves: dict[str, str], yes: bool, note: str) -> None:
    versions = OfficeVersions(goal.data)
    problems, new = _read(text, name)
    if problems:
        typer.echo(report(problems), err=True)
    if versions.newest() is not None:
        changes = diff(_kept(versions), new)
        if not changes:
            typer.echo("Nothing would change.")
            return
        typer.echo(diff_text(changes))
    request = running.ApplyRequest(toml=text, file=name, moves=moves, who=_who(), note=note)
    found = _checked(request, new, goal)
    if not yes:
        typer.confirm("Put this in force?", abort=True)
    if found is None:
        _keep_for_next_start(versions, request)
    else:
        _put_in_force(found, request)
    if new.staff.pins:
        _say_who_has_no_pin(new, goal)


def _say_who_has_no_pin(new: OfficeProfile, goal: _Goal) -> None:
    from server.store.clerks import without_pin
    from server.store.event_store import open_engine, sqlite_url

    engine = open_engine(goal.database or sqlite_url(goal.data))
    missing = without_pin(engine, [clerk.id for clerk in new.clerks])
    engine.dispose()
    if missing:
        typer.echo(f"{len(missing)} clerk(s) cannot sign in yet: {GIVE_PINS} gives them PINs.")


def _checked(
    request: running.ApplyRequest, new: OfficeProfile, goal: _Goal
) -> running.RunningServer | None:
    """The server that would take it, ``None`` when none runs; leaves if something is in the way."""
    found = _server(goal.data, goal.server)
    if found is not None:
        try:
            _explain(running.ask(found, request.model_copy(update={"check_only": True})))
        except running.WontAnswer as error:
            _leave(str(error))
        except running.NotRunning:
            if goal.server:
                _leave(f"{goal.server}: nobody answers")
        else:
            return found
    _explain(_check_log(new, goal, request.moves))
    return None


def _put_in_force(server: running.RunningServer, request: running.ApplyRequest) -> None:
    try:
        answer = _explain(running.ask(server, request))
    except (running.NotRunning, running.WontAnswer) as error:
        _leave(f"It is not known whether the change was made: {error}")
    typer.echo(f"Version {answer.version} is in force; no restart was needed.")


def _server(data: Path, url: str) -> running.RunningServer | None:
    found = running.find(data)
    if not url:
        return found
    if found is None:
        _leave(f"{data}: no server has run here, so its token is not known")
    return running.RunningServer(url, found.pid, found.token)


def _check_log(new: OfficeProfile, goal: _Goal, moves: dict[str, str]) -> running.ApplyAnswer:
    """Leave if the day in the log, which the next start goes on with, does not fit the new
    profile.
    """
    from server.cli.stopped_office import day_under_way
    from server.profile.fit import misfits
    from server.profile.load import rules

    versions = OfficeVersions(goal.data)
    under_way = day_under_way(goal.data, goal.database, rules(new), datetime.now(UTC))
    if under_way is None:
        return running.ApplyAnswer()
    old = _kept(versions) if versions.newest() else new
    found = misfits(under_way, old, rules(new), tuple(moves.items()))
    return running.ApplyAnswer(
        refusals=tuple(running.Refusal(code=each.code, words=each.words) for each in found)
    )


def _keep_for_next_start(versions: OfficeVersions, request: running.ApplyRequest) -> None:
    version = versions.keep(
        request.toml,
        datetime.now(UTC),
        who=request.who,
        note=request.note,
        moves=tuple(request.moves.items()),
    )
    typer.echo(f"No server runs here. Version {version.number} comes into force at its next start.")


def _explain(answer: running.ApplyAnswer) -> running.ApplyAnswer:
    """Leave with all reasons, if there are any."""
    for problem in answer.problems:
        typer.echo(problem, err=True)
    for refusal in answer.refusals:
        typer.echo(f"{refusal.words} [{refusal.code}]", err=True)
    if answer.is_refused:
        raise typer.Exit(REFUSED)
    return answer


def _read(text: str, name: str) -> tuple[list[Problem], OfficeProfile]:
    """The warnings and the profile; leaves with all problems if it cannot be used."""
    profile, problems = read_office_text(text, name)
    if profile is None or errors(problems):
        typer.echo(report(problems), err=True)
        raise typer.Exit(REFUSED)
    return problems, profile


def _kept(versions: OfficeVersions, number: int = 0) -> OfficeProfile:
    newest = versions.newest()
    if newest is None:
        _leave("no version is kept here yet: start the server once")
    number = number or newest.number
    try:
        return load_office_text(_version_text(versions, number), f"version {number}")
    except ProfileError as error:
        _leave(f"{error}\nversion {number} was kept by another release and cannot be read")


def _newest_number(versions: OfficeVersions, data: Path) -> int:
    newest = versions.newest()
    if newest is None:
        _leave(f"{data}: no version is kept here yet")
    return newest.number


def _version_text(versions: OfficeVersions, number: int) -> str:
    try:
        return versions.text(number)
    except UnknownVersion:
        _leave(f"there is no version {number}")


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        _leave(f"{file}: cannot be read: {error}")


def _moves(given: list[str] | None) -> dict[str, str]:
    moves: dict[str, str] = {}
    for each in given or ():
        source, equals, goal = each.partition("=")
        if not (source and equals and goal) or source in moves:
            _leave(f"--move {each}: write OLD=NEW, each OLD once")
        moves[source] = goal
    return moves


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def _leave(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(WRONG_USE)
