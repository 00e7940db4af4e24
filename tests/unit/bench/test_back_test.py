"""The loader of logs in the Anonymous Bank's columns, and a log lived through by the core."""

import gzip
from pathlib import Path

import pytest

from bench.back_test import COLUMNS, Caller, WrongLog, back_test, load

HEADING = ",".join(COLUMNS)
ROWS = (
    "1999-01-02,PS,2,1,30000,30060,served,30060,30200,S1",
    "1999-01-01,NW,0,0,28000,28000,served,28000,28100,S2",
    "1999-01-01,PS,0,1,27000,27300,left,,,",
    "1999-01-01,PS,0,1,27500,27400,served,27400,27600,S1",
    "1999-01-01,PS,0,1,27500,27600,served,27600,27500,S1",
)


def test_rows_are_people_in_the_order_they_came_and_contradictions_are_left_out(
    tmp_path: Path,
) -> None:
    """Nobody is served before he came, and no service ends before it began."""
    file = tmp_path / "bank.csv"
    file.write_text("\n".join((HEADING, *ROWS)) + "\n", "utf-8")
    left, new, first = load(file)
    assert left == Caller("1999-01-01", "PS", False, True, 27000, 27300)
    assert (new.service, new.server, new.queued, new.wait_s) == ("NW", "S2", False, 0)
    assert (first.day, first.is_priority, first.wait_s) == ("1999-01-02", True, 60)
    packed = tmp_path / "bank.csv.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    assert load(packed) == [left, new, first]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("day,service\n1999-01-01,PS\n", "no column arrived_s"),
        (f"{HEADING}\n1999-01-01,PS,0,1,soon,27300,left,,,\n", "line 2"),
        (f"{HEADING}\n1999-01-01,PS\n", "line 2"),
        ("", "no column"),
    ],
)
def test_what_is_no_such_log_is_refused_with_its_place(
    tmp_path: Path, text: str, found: str
) -> None:
    """A missing column by its name, a wrong row by its line."""
    file = tmp_path / "other.csv"
    file.write_text(text, "utf-8")
    with pytest.raises(WrongLog, match=found):
        load(file)


def steady_days(count: int) -> list[Caller]:
    """One server, somebody every three minutes who waits a minute and is served for two."""
    return [
        Caller(
            f"2026-01-{day:02}",
            *("PS", number % 3 == 0, True),
            *(28800 + 180.0 * number, 28860 + 180.0 * number),
            *("S1", 28980 + 180.0 * number),
        )
        for day in range(1, count + 1)
        for number in range(60)
    ]


def test_the_later_days_are_judged_by_what_the_days_before_them_taught() -> None:
    """Where every wait is the same the forecast is exact; the first two thirds are not judged."""
    scored = back_test(steady_days(9))
    assert scored.issued == 3 * 60
    # The first of a day comes before anybody is known to be at work.
    assert scored.untold == 3
    assert {each.priority for each in scored.told} == {"", "priority"}
    assert all(each.came_true and each.error_s <= 1 for each in scored.told)
    assert all(each.high_s - each.low_s <= 1 for each in scored.told)
