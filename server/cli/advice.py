"""``denluot advice``: what was advised on a day, and what came after it."""

from pathlib import Path
from typing import Annotated, NoReturn
from zoneinfo import ZoneInfo

import typer

from server.core.advice_score import AdviceOutcome
from server.words.advice import deed_words
from server.words.times import clock

WRONG_USE = 2


def advice(
    data: Annotated[Path, typer.Option("--data", help="The data directory.")],
    day: Annotated[str, typer.Argument(help="YYYY-MM-DD; else the newest day.")] = "",
    database: Annotated[str, typer.Option(help="A database URL instead of SQLite.")] = "",
) -> None:
    """Compare every piece of advice of a day with the waits that really came."""
    from server.core.advice_score import outcome_of_advice
    from server.core.events import DayOpened
    from server.store.event_store import FILE_NAME, EventStore, open_engine, sqlite_url

    if not database and not (data / FILE_NAME).exists():
        _leave(f"{data}: there is no log here")
    store = EventStore(open_engine(database or sqlite_url(data)))
    try:
        log = [each.event for each in store.load(day or store.last_stream() or "")]
    finally:
        store.close()
    zones = [ZoneInfo(fact.rules.zone) for fact in log if isinstance(fact, DayOpened)]
    if not zones:
        _leave(f"{day or data}: the log knows nothing of this day")
    outcomes = outcome_of_advice(log)
    for each in outcomes:
        typer.echo(line(each, zones[0]))
    if not outcomes:
        typer.echo("Trong ngày không có khuyến nghị nào.")


def line(outcome: AdviceOutcome, zone: ZoneInfo) -> str:
    """One piece of advice and its outcome as a line of Vietnamese."""
    given = outcome.given
    what = deed_words(
        None, given.action, counter=given.counter, service=given.service, clerk=given.clerk
    )
    came = (
        "không ai được gọi trong thời gian này"
        if outcome.p90_s is None
        else f"thực tế {_minutes(outcome.p90_s)} ({outcome.count} người)"
    )
    done = "đã làm" if outcome.was_followed else "không làm"
    return (
        f"{clock(given.at, zone)}–{clock(given.until_at, zone)}: {what}; "
        f"P90 dự kiến từ {_minutes(given.p90_s)} xuống {_minutes(given.p90_then_s)} "
        f"(± {_minutes(given.spread_s)}, {given.runs} lần thử); {done}; {came}"
    )


def _minutes(seconds: int) -> str:
    return f"{round(seconds / 60)} phút"


def _leave(why: str) -> NoReturn:
    typer.echo(why, err=True)
    raise typer.Exit(WRONG_USE)
