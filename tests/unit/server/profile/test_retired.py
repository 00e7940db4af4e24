"""Office files of earlier versions: what nothing reads any more is noted, not refused."""

from pathlib import Path

import pytest

import assets
from server.profile.check import check_office, read_office
from server.profile.load import load_office
from server.profile.problem import Severity
from server.profile.retired import RETIRED

OLD = assets.PROJECT / "tests/golden/office-0.1.0.toml"


@pytest.mark.finding("H4")
def test_an_office_file_of_the_first_release_still_opens() -> None:
    """The demo ward as it was shipped then: every retired key is a note, nothing is an error."""
    profile, problems = read_office(OLD)
    assert profile is not None
    assert [problem.severity for problem in problems] == [Severity.WARNING] * len(RETIRED)
    assert {problem.key for problem in problems} == {".".join(key) for key in RETIRED}
    assert load_office(OLD) == profile


@pytest.mark.finding("H4")
def test_the_note_says_what_stands_in_the_keys_place(tmp_path: Path) -> None:
    """Whoever reads the report knows that the line may go, and where his words go instead."""
    problems = {problem.key: problem.reason for problem in check_office(OLD)}
    assert "office.hotline" in problems["phrases.footer"]
    assert all("may be deleted" in reason for reason in problems.values())


def test_a_key_that_never_was_is_an_error_as_before(tmp_path: Path) -> None:
    """Only what is listed as retired is passed over: a misspelt key is still found."""
    file = tmp_path / "office.toml"
    file.write_text(OLD.read_text("utf-8").replace("\nclosed = ", "\nclozed = "), "utf-8")
    found = {problem.key: problem.reason for problem in check_office(file)}
    assert found["phrases.clozed"] == "is not a known key"
    assert found["phrases.closed"] == "is missing"
