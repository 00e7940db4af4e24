"""Every office file that was in force is kept, and a power cut costs at most the newest."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.profile.versions import OfficeVersions, UnknownVersion

MONDAY = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)


def test_versions_count_from_one_and_say_who_when_and_why(tmp_path: Path) -> None:
    """In their order, with where people went."""
    versions = OfficeVersions(tmp_path)
    assert versions.newest() is None
    versions.keep("a = 1", MONDAY, who="serve", note="at start")
    second = versions.keep("a = 2", MONDAY, who="an", note="mới", moves=(("x", "y"),))
    assert versions.all()[1] == second == OfficeVersions(tmp_path).newest()
    assert (second.number, second.who, second.note, second.moves) == (2, "an", "mới", (("x", "y"),))
    assert second.applied_at == "2026-11-23T00:30:00+00:00"
    assert [versions.text(number) for number in (1, 2)] == ["a = 1", "a = 2"]


def test_the_same_text_is_no_new_version_but_an_older_one_is(tmp_path: Path) -> None:
    """A restart keeps nothing new; a rollback does."""
    versions = OfficeVersions(tmp_path)
    for text in ("a", "a", "b", "a"):
        versions.keep(text, MONDAY)
    assert [versions.text(each.number) for each in versions.all()] == ["a", "b", "a"]


def test_an_unknown_version_is_refused(tmp_path: Path) -> None:
    """Even if a file of that name lies there."""
    (tmp_path / "offices").mkdir()
    (tmp_path / "offices" / "0001.toml").write_text("a", "utf-8")
    with pytest.raises(UnknownVersion):
        OfficeVersions(tmp_path).text(1)


@pytest.mark.parametrize("rest", ['{"number": 2, "appl', "", "7", "[]", '{"moves": 3}'])
def test_a_damaged_line_of_the_index_is_as_if_it_were_not_there(tmp_path: Path, rest: str) -> None:
    """The version before stays in force."""
    versions = OfficeVersions(tmp_path)
    kept = versions.keep("a", MONDAY)
    with (tmp_path / "offices" / "index.jsonl").open("a", encoding="utf-8") as index:
        index.write(rest)
    assert versions.newest() == kept


def test_after_a_damaged_line_the_next_version_can_be_kept(tmp_path: Path) -> None:
    """The index is written anew."""
    versions = OfficeVersions(tmp_path)
    versions.keep("a", MONDAY)
    with (tmp_path / "offices" / "index.jsonl").open("a", encoding="utf-8") as index:
        index.write('{"number": 2, "appl')
    assert versions.keep("b", MONDAY).number == 2
    assert [versions.text(each.number) for each in versions.all()] == ["a", "b"]


def test_a_version_whose_file_is_gone_is_not_the_newest(tmp_path: Path) -> None:
    """The one before is in force again."""
    versions = OfficeVersions(tmp_path)
    first = versions.keep("a", MONDAY)
    versions.path(versions.keep("b", MONDAY).number).unlink()
    assert versions.newest() == first
