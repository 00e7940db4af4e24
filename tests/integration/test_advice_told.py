"""``denluot advice``: a day's advice against what came, from the log of a stopped server."""

from pathlib import Path

from typer.testing import CliRunner, Result

from server.cli.main import app
from server.core import commands as c
from server.core.model import DayState
from tests.support.builders import ALWAYS_OPEN, at, call, issue, seat, some_rules
from tests.support.days import DAY, Done, carried_out
from tests.support.stored import written


def asked(where: Path, *words: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(app, ["advice", "--data", str(where), *words])


def log(where: Path, *commands: c.Command) -> None:
    """The log of a short day."""
    done: list[Done] = []
    opening = c.OpenDay(at(0), DAY, some_rules(sessions=ALWAYS_OPEN))
    for command in (opening, seat("6", "an"), *commands):
        done.append(carried_out(done[-1].state if done else DayState(), command))
    written(where, done).dispose()


def test_advice_is_told_with_what_came_after_it(tmp_path: Path) -> None:
    """When, what, from how much to how much, whether it was done, and the real wait."""
    given = c.RecordAdvice(at(10), "a1", "copy", "8", at(70), 2460, 1080, 300, 40, "open", "binh")
    log(tmp_path, issue("a", minutes=5), given, seat("8", "binh", 13), call("8", "binh", 15))
    told = asked(tmp_path)
    assert told.exit_code == 0
    assert told.output.strip() == (
        "07:40–08:40: mở thêm quầy 8 cho copy; P90 dự kiến từ 41 phút xuống 18 phút "
        "(± 5 phút, 40 lần thử); đã làm; thực tế 10 phút (1 người)"
    )


def test_a_day_without_advice_and_a_day_that_never_was_say_so(tmp_path: Path) -> None:
    """Silence is an answer; an empty folder is none."""
    assert asked(tmp_path).exit_code == 2
    log(tmp_path)
    told = asked(tmp_path, DAY)
    assert (told.exit_code, told.output.strip()) == (0, "Trong ngày không có khuyến nghị nào.")
    assert asked(tmp_path, "2026-01-01").exit_code == 2
