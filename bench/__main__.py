"""``make bench``: floor and ours in the same run, a table, and ``bench/latest.json``.

``python -m bench back-test FILE`` is ``back_test.py`` alone.
"""

import asyncio
import json
import re
import sys
import tempfile
from itertools import chain
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.table import Table

import assets
from bench import back_test, cost, floor, forecast, ours, search
from bench.measure import program, rss_mb

LATEST: Final = Path(__file__).parent / "latest.json"
CLIENTS: Final = 64
DISPLAYS: Final = 200
MORNING: Final = "--clock-start=2026-11-23T08:00:00+0700"


async def measure(folder: Path) -> dict[str, float]:
    """All figures, by the keys of ``latest.json``."""
    figures: dict[str, float] = {}
    sequential = floor.commits(folder, 2000)
    figures["floor_commit_ms_p50"] = sequential.p50
    figures["sequential_commits_per_s"] = 1000 * len(sequential.times) / sum(sequential.times)
    async with program("bench.floor", log=folder / "floor.log") as (bare, _):
        figures["floor_hop_ms_p50"] = (await ours.hops(bare["ws"], 2000)).p50
        figures["floor_fanout_200_ms_p50"] = (await ours.bare_fanout(bare["ws"], DISPLAYS, 30)).p50
    office = bench_office(folder)
    served = ("server", "serve", f"--data={folder}", f"--office={office}", "--port=0", MORNING)
    async with program(*served, "--log-level=warning", log=folder / "server.log") as (ready, pid):
        url = ready["ws"]
        await ours.issues(url, 200)
        issue = await ours.issues(url, 2000)
        figures |= {"issue_ms_p50": issue.p50, "issue_ms_p99": issue.p99}
        call = await ours.calls(url, 500)
        figures |= {"call_to_display_ms_p50": call.p50, "call_to_display_ms_p99": call.p99}
        figures["tickets_per_s"] = await ours.tickets_per_second(url, CLIENTS, 150)
        figures["fanout_200_ms_p50"] = (await ours.fanout(url, DISPLAYS, 30)).p50
        figures["server_rss_mb"] = rss_mb(pid)
    return figures


def bench_office(folder: Path) -> Path:
    """The demo ward with more numbers and patience than a bench can use up, and open doors."""
    ward = (assets.OFFICES / "ward-hoa-binh.toml").read_text("utf-8")
    ward = ward.replace("pins = true", "pins = false")
    wide = re.sub(r"(?m)^prefix = ", "last_number = 999999\nwidth = 6\nprefix = ", ward)
    office = folder / "bench.toml"
    office.write_text(wide.replace("[hours]\n", '[hours]\nbeyond_closing = "warn"\n'), "utf-8")
    return office


def verdicts(figures: dict[str, float]) -> list[tuple[str, str, str, bool]]:
    """What we promise (issue 1/6): name, ours, the bound, and whether it is kept."""
    hop = 2.5 * (figures["floor_commit_ms_p50"] + figures["floor_hop_ms_p50"])
    rate = min(3000.0, 5 * figures["sequential_commits_per_s"])
    fan = 2 * figures["floor_fanout_200_ms_p50"]
    issue, call = figures["issue_ms_p50"], figures["call_to_display_ms_p50"]
    shown, tickets = figures["fanout_200_ms_p50"], figures["tickets_per_s"]
    return [
        ("issue p50", f"{issue:.2f} ms", f"≤ {hop:.2f} ms", issue <= hop),
        ("call → display p50", f"{call:.2f} ms", f"≤ {hop:.2f} ms", call <= hop),
        ("durable tickets/s, 64 kiosks", f"{tickets:.0f}", f"≥ {rate:.0f}", tickets >= rate),
        ("call → 200 displays p50", f"{shown:.2f} ms", f"≤ {fan:.2f} ms", shown <= fan),
    ]


def keep(figures: dict[str, float | cost.Curve]) -> None:
    """Write ``latest.json``."""
    rounded = {
        name: {str(count): round(each, 1) for count, each in value.items()}
        if isinstance(value, dict)
        else round(value, 4)
        for name, value in figures.items()
    }
    LATEST.write_text(json.dumps(rounded, indent=2) + "\n", "utf-8")


def main() -> None:
    """Measure, print, keep."""
    with tempfile.TemporaryDirectory(prefix="denluot-bench-") as folder:
        figures = asyncio.run(measure(Path(folder)))
    core = cost.figures()
    told = forecast.simulated()
    sought = search.figures()
    keep({**figures, **core, **forecast.figures(told), **sought})
    console = Console()
    everything = Table("figure", "measured", title="bench")
    for name, value in figures.items():
        everything.add_row(name, f"{value:.3f}")
    for name, value in sought.items():
        everything.add_row(name, f"{value:.3f}")
    console.print(everything, cost.curves(core), *forecast.tables(told))
    promised = Table("promise", "ours", "bound", "kept", title="promises, against this run's floor")
    all_verdicts = (verdicts(figures), cost.verdicts(core), search.verdicts(sought))
    for name, measured, bound, kept in chain.from_iterable(all_verdicts):
        promised.add_row(name, measured, bound, "yes" if kept else "NO")
    console.print(promised)


if __name__ == "__main__":
    if sys.argv[1:2] == ["back-test"]:
        back_test.main(sys.argv[2:])
    else:
        main()
