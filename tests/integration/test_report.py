"""The head's report: counted once from the events, and again by SQL that knows nothing of us."""

import csv
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument
from typer.testing import CliRunner

import assets
from server.cli.main import app
from server.core import events as e
from server.profile.load import load_office
from server.report.count import DayReport, report_of
from server.report.names import Names, names_of
from server.report.page import html, write_pdf
from server.report.summary import summary
from server.report.tables import dictionary, tables
from server.simulator.days import simulate_day
from server.store.event_store import Append, EventStore, open_engine, sqlite_url
from tests.support.builders import at
from tests.support.days import DAY, day_of_every_kind, facts_of
from tests.support.running_office import running_office

WARD = load_office(assets.OFFICES / "ward-hoa-binh.toml")


@pytest.fixture(scope="module")
def simulated(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DayReport]:
    """A simulated Monday of the ward in a real log, and its report."""
    folder = tmp_path_factory.mktemp("day")
    day = simulate_day(WARD, 7, 0)
    store = EventStore(open_engine(sqlite_url(folder)))
    store.append([Append(day.day, 1, day.facts, "c", "d")])
    store.close()
    return folder, report_of(day.facts)


# What stood: events whose version no undo names, and that are no undo themselves.
STOOD = """
with gone as (
  select json_extract(body, '$.undone_version') as version from event
  where kind in ('ActionUndone', 'PauseUndone')
), stood as (
  select * from event where kind not in ('ActionUndone', 'PauseUndone')
    and version not in (select version from gone)
), ticket as (
  select json_extract(body, '$.ticket') as id, json_extract(body, '$.service') as service,
         json_extract(body, '$.wait_low_s') as low, json_extract(body, '$.wait_high_s') as high,
         julianday(json_extract(body, '$.at')) as issued
  from stood where kind = 'TicketIssued'
), first_call as (
  select json_extract(body, '$.ticket') as id, min(julianday(json_extract(body, '$.at'))) as called
  from stood where kind = 'TicketCalled' group by 1
), wait as (
  select ticket.id, service, low, high,
         round(max(0, (called - issued) * 86400.0), 2) as wait_s
  from ticket join first_call on ticket.id = first_call.id
)
"""


def ask(folder: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows from the raw file."""
    with closing(sqlite3.connect(folder / "denluot.sqlite3")) as raw:
        return raw.execute(STOOD + query, values).fetchall()


def test_every_volume_and_wait_is_what_sql_finds_in_the_raw_events(
    simulated: tuple[Path, DayReport],
) -> None:
    """By service: numbers, calls, completions, waits, promise kept, forecasts come true."""
    folder, report = simulated
    issued = dict(ask(folder, "select service, count(*) from ticket group by 1"))
    waits = {
        row[0]: row[1:]
        for row in ask(
            folder,
            """select service, count(*), avg(wait_s), max(wait_s), sum(wait_s <= ?),
                sum(high is not null), sum(high is not null and wait_s between low and high)
                from wait group by 1""",
            report.rules.promise_s,
        )
    }
    completed = dict(
        ask(
            folder,
            """select service, count(*) from stood join ticket
               on json_extract(body, '$.ticket') = ticket.id
               where kind = 'TicketCompleted' group by 1""",
        )
    )
    assert sum(issued.values()) > 100, "a day worth counting"
    for volume in report.services:
        assert volume.issued == issued.get(volume.service, 0)
        assert volume.completed == completed.get(volume.service, 0)
        if volume.service not in waits:
            assert volume.called == 0
            continue
        called, mean, longest, kept, told, came_true = waits[volume.service]
        assert (volume.called, volume.kept_promise) == (called, kept)
        assert (volume.told, volume.came_true) == (told, came_true)
        assert volume.mean_wait_s == pytest.approx(mean, abs=0.02)
        assert volume.max_wait_s == pytest.approx(longest, abs=0.02)


def test_percentiles_are_those_of_the_sorted_waits(simulated: tuple[Path, DayReport]) -> None:
    """The smallest wait that nine in ten did not exceed."""
    folder, report = simulated
    waits = [row[0] for row in ask(folder, "select wait_s from wait order by wait_s")]
    assert report.total.p90_wait_s == pytest.approx(waits[-(-9 * len(waits) // 10) - 1], abs=0.02)
    assert report.total.p50_wait_s == pytest.approx(waits[-(-len(waits) // 2) - 1], abs=0.02)


def test_desks_calls_and_pauses_are_what_sql_finds(simulated: tuple[Path, DayReport]) -> None:
    """The same for the opening discipline."""
    folder, report = simulated
    counted = (
        "select json_extract(body, '$.counter'), count(*) from stood where kind = '{}' group by 1"
    )
    calls = dict(ask(folder, counted.format("TicketCalled")))
    pauses = dict(ask(folder, counted.format("CounterPaused")))
    opened = dict(
        ask(
            folder,
            """select json_extract(body, '$.counter'), min(json_extract(body, '$.at'))
               from stood where kind = 'CounterOpened' group by 1""",
        )
    )
    assert calls
    for desk in report.desks:
        assert desk.calls == calls.get(desk.counter, 0)
        assert desk.pauses == pauses.get(desk.counter, 0)
        first = desk.first_ready_at
        told = first.isoformat().replace("+00:00", "Z") if first else None
        assert (told or "")[:19] == str(opened.get(desk.counter, ""))[:19]
        assert 0 <= desk.open_s <= desk.hours_s


def test_services_add_up_to_the_whole(simulated: tuple[Path, DayReport]) -> None:
    """No one is lost between the lines."""
    _, report = simulated
    for name in ("issued", "called", "completed", "no_show", "cancelled", "left_waiting", "told"):
        total = sum(getattr(volume, name) for volume in report.services)
        assert getattr(report.total, name) == total, name


def test_alerts_apologies_ratings_and_papers_are_counted_with_their_codes() -> None:
    """On a day on which everything happens once."""
    report = report_of(facts_of(day_of_every_kind()))
    kinds = {alert.kind: alert for alert in report.alerts}
    assert (kinds["desk_idle"].raised, kinds["desk_idle"].unanswered) == (2, 1)
    assert kinds["desk_idle"].mean_answer_s == 0
    assert kinds["ping_pong"].unanswered == 1, "the day ended and nobody had taken care"
    assert report.rating_reasons == {"slow": 1}
    assert (report.total.rated, report.total.content) == (1, 0)
    assert report.papers == {"confirmed": 1}
    assert report.languages == {"vi": report.total.issued}, "nobody asked for another one"
    assert report.copies == 1
    assert report.tags == {"no_network": 1}
    assert report.chosen_reasons == {"helping_out": 1}
    assert report.undone == 2


def test_a_line_over_the_promise_is_an_apology_with_the_cause_that_was_found() -> None:
    """Raised once while it lasts; the cause is what was said when somebody took care."""
    alert = "over_promise:copy"
    facts = [
        day_of_every_kind()[0].facts[0],
        e.AlertRaised(at(20), alert, 1, 901),
        e.AlertRaised(at(40), alert, 2, 1801),
        e.AlertAcknowledged(at(41), alert, "dung", "crowd"),
        e.AlertResolved(at(50), alert, "over", ""),
        e.AlertRaised(at(60), alert, 1, 901),
    ]
    report = report_of(facts)
    assert report.apologies == {"crowd": 1, "": 1}
    counted = report.alerts[0]
    assert (counted.raised, counted.rose, counted.unanswered) == (2, 1, 1)
    assert counted.mean_answer_s == 21 * 60


def test_one_command_writes_the_page_and_all_tables(
    simulated: tuple[Path, DayReport], tmp_path: Path
) -> None:
    """And prints what the head reads first."""
    folder, report = simulated
    files = {kind: tmp_path / f"day.{kind}" for kind in ("pdf", "xlsx")}
    ran = CliRunner().invoke(
        app,
        ["report", "--data", str(folder), "--csv", str(tmp_path / "csv")]
        + [part for kind, path in files.items() for part in (f"--{kind}", str(path))],
    )
    assert ran.exit_code == 0, ran.output
    assert f"Lượt cấp số: {report.total.issued}" in ran.output
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    book = load_workbook(files["xlsx"], read_only=True)
    made = tables(report, names_of(WARD))
    assert book.sheetnames == [*(table.title for table in made), "Từ điển dữ liệu"]
    sheet = list(book["Theo dịch vụ"].values)
    assert sheet[-1][:2] == ("Toàn trung tâm", report.total.issued)
    book.close()
    with (tmp_path / "csv" / "services.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert int(rows[-1]["issued"]) == report.total.issued


def test_every_column_of_every_file_is_in_the_dictionary_with_a_meaning(
    simulated: tuple[Path, DayReport],
) -> None:
    """A figure nobody can explain is worth nothing."""
    made = tables(simulated[1], names_of(WARD))
    explained = {(row[0], row[1]): row[3] for row in dictionary(made).rows}
    for table in made:
        assert all(len(row) == len(table.columns) for row in table.rows)
        for column in table.columns:
            assert explained[table.key, column.key]


def test_a_day_without_a_call_is_told_without_a_made_up_figure() -> None:
    """Nothing divided by nothing is a dash."""
    report = report_of([day_of_every_kind()[0].facts[0]])
    told = summary(report, names_of(WARD))
    assert "chưa gọi lượt nào" in told.sentences[0]
    assert [tile.value for tile in told.tiles][1:] == ["–"] * 4
    assert "–" in html(report, Names(), "x", "y")


async def test_the_page_of_today_so_far_can_be_opened_in_a_browser(tmp_path: Path) -> None:
    """On the server's own port; a day the log does not know is not found."""
    async with running_office(tmp_path) as server, httpx.AsyncClient() as browser:
        page = await browser.get(f"{server.url}/report")
        assert page.status_code == 200
        assert "Báo cáo ngày làm việc" in page.text
        assert (await browser.get(f"{server.url}/report/{DAY}")).status_code == 200
        assert (await browser.get(f"{server.url}/report/2020-01-01")).status_code == 404


def test_the_page_for_the_file_is_one_sheet_for_the_ward(
    simulated: tuple[Path, DayReport], tmp_path: Path
) -> None:
    """One page for the head of office, as was asked."""
    _, report = simulated
    office = WARD.office
    write_pdf(tmp_path / "p.pdf", report, names_of(WARD), office.name, office.unit, at(600))

    with closing(PdfDocument(tmp_path / "p.pdf")) as document:
        assert len(document) == 1
        with closing(document[0]) as page, closing(page.get_textpage()) as words:
            assert str(report.total.issued) in words.get_text_range()
