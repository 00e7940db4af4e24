"""``check_office`` names every mistake of an office file at once: file, key and reason."""

from collections import Counter
from pathlib import Path

import pytest

from server.profile.check import check_office, report
from server.profile.problem import Problem, Severity
from tests.support.profile_samples import APART, PLANTS, PROVINCE, WARD, Plant, planted


def found(problems: list[Problem], plant: Plant) -> bool:
    """Whether ``plant`` is among the problems, as the severity it should have."""
    severity = Severity.WARNING if plant.warning else Severity.ERROR
    return any(
        p.key == plant.key and plant.reason in p.reason and p.severity is severity for p in problems
    )


@pytest.mark.parametrize("file", [WARD, PROVINCE], ids=lambda path: path.stem)
def test_a_shipped_office_has_neither_errors_nor_warnings(file: Path) -> None:
    """Both demo offices are checked clean."""
    assert check_office(file) == []


@pytest.mark.parametrize(
    "plant",
    [p for p in (*PLANTS, *APART) if not p.name.startswith("sound-alike")],
    ids=lambda plant: plant.name,
)
def test_a_planted_mistake_is_named_with_file_key_and_reason(plant: Plant, tmp_path: Path) -> None:
    """Each mistake is found on its own."""
    path = planted(tmp_path, plant)
    problems = check_office(path)
    assert found(problems, plant), report(problems)
    assert {problem.file for problem in problems} == {str(path)}


def test_sound_alike_prefixes_are_only_wrong_together(tmp_path: Path) -> None:
    """One of B C D P T V is fine; two of them are warned about."""
    first, second = (p for p in PLANTS if p.name.startswith("sound-alike"))
    assert check_office(planted(tmp_path, first)) == []
    problems = check_office(planted(tmp_path, first, second))
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    assert found(problems, first)


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    """A file with all of them names all of them: no mistake hides another."""
    problems = check_office(planted(tmp_path, *PLANTS))
    missed = [plant.name for plant in PLANTS if not found(problems, plant)]
    assert not missed, report(problems)


def test_a_wrong_shape_hides_no_wrong_meaning(tmp_path: Path) -> None:
    """A clock time nobody can read leaves the other tables' mistakes visible, each once."""
    names = {"bad clock time", "unknown field", "unknown procedure", "credit above cap"}
    plants = [plant for plant in PLANTS if plant.name in names]
    problems = check_office(planted(tmp_path, *plants))
    assert all(found(problems, plant) for plant in plants)
    assert max(Counter(problems).values()) == 1


def test_a_syntax_error_names_its_line(tmp_path: Path) -> None:
    """What is not TOML is told with the line."""
    path = planted(tmp_path, Plant("", 'zone = "Asia', 'zone = = "Asia', "", ""))
    (problem,) = check_office(path)
    line = path.read_text("utf-8").splitlines().index('zone = = "Asia/Ho_Chi_Minh"') + 1
    assert problem.key == f"line {line}"
    assert "is not TOML" in problem.reason


def test_a_procedure_linked_twice_in_one_service_is_a_mistake(tmp_path: Path) -> None:
    """The same code twice in one list is found too."""
    plant = Plant(
        "", '"2.000693", "2.000821"', '"2.000821", "2.000821"', "procedures.thue[3]", "already"
    )
    assert found(check_office(planted(tmp_path, plant)), plant)


def test_too_few_clerks_are_warned_about(tmp_path: Path) -> None:
    """Every counter should have somebody."""
    path = planted(tmp_path)
    text = path.read_text("utf-8")
    start, end = text.index('[[clerks]]\nid = "cb10"'), text.index("# Credit:")
    path.write_text(text[:start] + text[end:], "utf-8")
    (problem,) = check_office(path)
    assert (problem.key, problem.severity) == ("clerks", Severity.WARNING)
    assert problem.reason == "9 clerks for 13 counters"


def test_a_file_that_cannot_be_read_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    """Missing, or not UTF-8."""
    (missing,) = check_office(tmp_path / "none.toml")
    assert missing.key == "file"
    assert "cannot be read" in missing.reason
    (tmp_path / "latin.toml").write_bytes("[office]\nname = 'Hòa'".encode("latin-1"))
    (latin,) = check_office(tmp_path / "latin.toml")
    assert "not UTF-8" in latin.reason


def test_an_empty_file_misses_its_tables() -> None:
    """Every table that must be there is named."""
    empty = Path(__file__).with_name("__init__.py")
    keys = {problem.key for problem in check_office(empty)}
    assert {"format", "office", "hours", "services", "counters", "phrases", "simulation"} <= keys


def test_the_report_puts_errors_first_and_counts() -> None:
    """One line a problem: ``FILE: key: reason``."""
    warning = Problem("a.toml", "services", "sound alike", Severity.WARNING)
    error = Problem("a.toml", "office.id", "is missing")
    assert report([warning, error]).splitlines() == [
        "a.toml: office.id: is missing",
        "a.toml: services: sound alike (warning)",
        "errors: 1, warnings: 1",
    ]
    assert report([]) == ""
