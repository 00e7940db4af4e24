"""Office files of earlier versions: what nothing reads any more is noted, not refused."""

import tomllib
from pathlib import Path

import pytest

import assets
from server.profile.check import check_office, read_office
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.profile.problem import Severity
from server.profile.retired import OLD_NAME, RETIRED

OLD = assets.PROJECT / "tests/golden/office-0.1.0.toml"


@pytest.mark.finding("H4")
def test_an_office_file_of_the_first_release_still_opens() -> None:
    """The demo ward as it was shipped then: every retired key is a note, nothing is an error."""
    profile, problems = read_office(OLD)
    assert profile is not None
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert {problem.key for problem in problems} == {OLD_NAME, *(".".join(key) for key in RETIRED)}
    assert load_office(OLD) == profile


@pytest.mark.finding("H4")
def test_the_note_says_what_stands_in_the_keys_place(tmp_path: Path) -> None:
    """Whoever reads the report knows that the line may go, and where his words go instead."""
    problems = {problem.key: problem.reason for problem in check_office(OLD)}
    assert "office.hotline" in problems["phrases.footer"]
    retired = {key: reason for key, reason in problems.items() if key != OLD_NAME}
    assert all("may be deleted" in reason for reason in retired.values())


@pytest.mark.finding("H3-language")
def test_the_english_names_of_the_first_release_are_read_as_names() -> None:
    """``name_en = "…"`` of every table is ``names.en`` now, and the wire says both."""
    raw = tomllib.loads(OLD.read_text("utf-8"))
    old = load_office(OLD)
    told = office_info(old, status_url="", with_procedures=True)
    assert old.office.names == {"en": raw["office"]["name_en"]} == told.names
    tables = ["fields", "services", "support", "outcomes", "causes", "tags"]
    for table in tables:
        written = [each.get("name_en", "") for each in raw[table]]
        assert any(written)
        assert [each.names.get("en", "") for each in getattr(old, table)] == written
        on_wire = getattr(told, table)
        assert [each.name_en for each in on_wire] == written
        assert [each.name_in("en") for each in on_wire] == [
            english or each["name"] for english, each in zip(written, raw[table], strict=True)
        ]
        assert [each.name_in("km") for each in on_wire] == [each["name"] for each in raw[table]]


def test_a_name_in_more_languages_stands_beside_the_english_one(tmp_path: Path) -> None:
    """Old key and new one together: nothing is lost, and the new one wins."""
    file = tmp_path / "office.toml"
    old = 'name_en = "Tax, social insurance"\nfield'
    new = 'name_en = "Taxes"\nnames = { km = "ពន្ធ", en = "Tax" }\nfield'
    file.write_text(OLD.read_text("utf-8").replace(old, new), "utf-8")
    (tax,) = [each for each in load_office(file).services if each.id == "thue"]
    assert tax.names == {"en": "Tax", "km": "ពន្ធ"}


def test_a_wrong_english_name_is_found_where_it_stands(tmp_path: Path) -> None:
    """The upgrade hides no mistake."""
    file = tmp_path / "office.toml"
    old = 'name_en = "Tax, social insurance"\nfield'
    file.write_text(OLD.read_text("utf-8").replace(old, "name_en = 3\nfield"), "utf-8")
    assert "services[thue].name_en" in {problem.key for problem in check_office(file)}


def test_a_key_that_never_was_is_an_error_as_before(tmp_path: Path) -> None:
    """Only what is listed as retired is passed over: a misspelt key is still found."""
    file = tmp_path / "office.toml"
    file.write_text(OLD.read_text("utf-8").replace("\nclosed = ", "\nclozed = "), "utf-8")
    found = {problem.key: problem.reason for problem in check_office(file)}
    assert found["phrases.clozed"] == "is not a known key"
    assert found["phrases.closed"] == "is missing"
