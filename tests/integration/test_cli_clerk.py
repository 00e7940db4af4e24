"""``denluot clerk`` and what an office is told that has no PINs yet: as real commands."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import assets
from server.store import clerks
from server.store.event_store import FILE_NAME, open_engine, sqlite_url
from tests.support.open_doors import WITH_PINS, open_ward
from tests.support.server_process import ServerProcess, denluot

pytestmark = pytest.mark.slow

WARD = str(assets.OFFICES / "ward-hoa-binh.toml")
NOW = datetime.now(UTC)


def pins_of(printed: str) -> dict[str, str]:
    """The sheet: clerk and PIN."""
    return dict(re.findall(r"^(\S+)\t.*PIN: (\d{6})\t", printed, re.MULTILINE))


def works(data: Path, clerk: str, pin: str) -> clerks.PinOutcome:
    """What becomes of this PIN."""
    engine = open_engine(sqlite_url(data))
    try:
        return clerks.try_pin(engine, clerk, pin, "", datetime.now(UTC)).outcome
    finally:
        engine.dispose()


def test_a_new_office_gets_a_sheet_of_pins_that_are_stored_nowhere(tmp_path: Path) -> None:
    """One for each clerk, each another; a second time only those without one are given."""
    sheet = pins_of(denluot("clerk", "pins", "--data", str(tmp_path)).stdout)
    assert len(sheet) == 20
    assert len(set(sheet.values())) == 20
    assert works(tmp_path, "cb05", sheet["cb05"]) is clerks.PinOutcome.MUST_CHANGE
    stored = (tmp_path / FILE_NAME).read_bytes()
    assert not [pin for pin in sheet.values() if pin.encode() in stored]
    again = denluot("clerk", "pins", "--data", str(tmp_path))
    assert not pins_of(again.stdout)
    assert "--all" in again.stdout
    new = pins_of(denluot("clerk", "pins", "--all", "--data", str(tmp_path)).stdout)
    assert len(new) == 20
    assert works(tmp_path, "cb05", sheet["cb05"]) is clerks.PinOutcome.WRONG


def test_one_who_forgot_gets_another_pin_and_one_who_is_locked_may_try_again(
    tmp_path: Path,
) -> None:
    """The list says how each PIN is, and nothing of it."""
    (first,) = pins_of(denluot("clerk", "pin", "cb05", "--data", str(tmp_path)).stdout).values()
    listed = denluot("clerk", "list", "--data", str(tmp_path)).stdout
    assert "cb05\tclerk\tLê Quốc Dũng\ttemporary PIN" in listed
    assert "cb01\tsupervisor\tNguyễn Thị Thu Hà\tno PIN" in listed
    assert first not in listed
    for _ in range(clerks.FREE_TRIES):
        works(tmp_path, "cb05", "0000")
    assert "locked until" in denluot("clerk", "list", "--data", str(tmp_path)).stdout
    assert works(tmp_path, "cb05", first) is clerks.PinOutcome.LOCKED
    assert denluot("clerk", "unlock", "cb05", "--data", str(tmp_path)).returncode == 0
    assert works(tmp_path, "cb05", first) is clerks.PinOutcome.MUST_CHANGE


def test_who_is_nobody_gets_nothing(tmp_path: Path) -> None:
    """With code 2 and a line that says why."""
    for words, why in (
        (("pin", "nobody"), "no such clerk"),
        (("unlock", "cb05"), "has no PIN"),
        (("list", "--office", "nowhere.toml"), "cannot be read"),
    ):
        said = denluot("clerk", *words, "--data", str(tmp_path))
        assert (said.returncode, said.stdout) == (2, "")
        assert why in said.stderr


def test_a_server_in_which_nobody_could_sign_in_says_what_to_do(tmp_path: Path) -> None:
    """Once, as a warning; not when everybody has a PIN."""
    data = tmp_path / "data"
    with ServerProcess(data, f"--office={WARD}") as server:
        (line,) = [each for each in server.log() if each["event"] == "clerks_without_pin"]
        assert (line["level"], len(line["clerks"])) == ("warning", 20)
        assert "denluot clerk pins" in line["advice"]
    denluot("clerk", "pins", "--data", str(data))
    with ServerProcess(data, f"--office={WARD}") as server:
        server.health()
        assert "clerks_without_pin" not in {each["event"] for each in server.log()}


def test_the_check_and_the_change_of_an_office_say_it_too(tmp_path: Path) -> None:
    """Whoever turns PINs on learns before the morning that nobody has one."""
    assert "denluot clerk pins" in denluot("office", "check", WARD).stdout
    without = tmp_path / "open.toml"
    without.write_text(open_ward(), "utf-8")
    assert "PIN" not in denluot("office", "check", str(without)).stdout
    data = tmp_path / "data"
    data.mkdir()
    for file, says in ((str(without), False), (WARD, True)):
        said = denluot("office", "apply", file, "--data", str(data), "--yes")
        assert said.returncode == 0, said.stderr
        assert ("20 clerk(s) cannot sign in yet" in said.stdout) is says
    assert "~ pins: false → true" in said.stdout
    assert WITH_PINS in Path(WARD).read_text("utf-8")


def test_locks_end_by_themselves(tmp_path: Path) -> None:
    """A minute after the fifth wrong try, by whatever clock the office goes."""
    engine = open_engine(sqlite_url(tmp_path))
    clerks.give_pin(engine, "an", "5083", NOW, must_change=False)
    for _ in range(clerks.FREE_TRIES):
        last = clerks.try_pin(engine, "an", "1111", "", NOW)
    assert last == clerks.PinTry(clerks.PinOutcome.LOCKED, wait_s=60)
    almost = NOW + timedelta(seconds=59.5)
    assert clerks.try_pin(engine, "an", "5083", "", almost).wait_s == 1
    later = NOW + timedelta(seconds=60)
    assert clerks.try_pin(engine, "an", "5083", "", later).outcome is clerks.PinOutcome.OPEN
    engine.dispose()


def test_a_house_restored_from_its_backup_knows_its_clerks(tmp_path: Path) -> None:
    """PINs and locks are in the copy, or nobody could work after the disk was changed."""
    data, copy, elsewhere = tmp_path / "data", tmp_path / "copy.db", tmp_path / "elsewhere"
    sheet = pins_of(denluot("clerk", "pins", "--data", str(data)).stdout)
    with ServerProcess(data) as server:
        server.health()
    assert denluot("backup", str(data), str(copy)).returncode == 0
    restored = denluot("restore", str(copy), str(elsewhere))
    assert restored.returncode == 0, restored.stderr
    assert works(elsewhere, "cb05", sheet["cb05"]) is clerks.PinOutcome.MUST_CHANGE
