"""A language is a folder: what is read of it, what is refused, and what stands in."""

from datetime import datetime
from pathlib import Path

import pytest

from assets.languages.language import (
    OWN_FOLDER,
    SOURCE,
    LanguageError,
    language_of,
    languages,
    name_in_vietnamese,
    read,
)

ESPERANTO = 'name = "Esperanto"\nname_vi = "tiếng Esperanto"\n'


def written(root: Path, text: str, code: str = "eo") -> Path:
    folder = root / code
    folder.mkdir()
    (folder / "language.toml").write_text(text, "utf-8")
    return folder


def test_every_shipped_language_says_its_own_name_and_what_vietnamese_call_it() -> None:
    """Vietnamese stands first; an unknown code is named by itself."""
    assert next(iter(languages())) == SOURCE
    assert {code: languages()[code].name for code in ("vi", "en", "km", "rad")} == {
        "vi": "Tiếng Việt",
        "en": "English",
        "km": "ខ្មែរ",
        "rad": "Êđê",
    }
    assert name_in_vietnamese("en") == "tiếng Anh"
    assert name_in_vietnamese("xx") == "tiếng xx"


@pytest.mark.parametrize(
    ("code", "day", "half_past", "full"),
    [
        ("vi", "Thứ Hai, 23/11/2026", "13 giờ 30", "15 giờ"),
        ("en", "Monday, 23/11/2026", "13:30", "15:00"),
        ("rad", "Thứ Hai, 23/11/2026", "13 giờ 30", "15 giờ"),
        ("", "Thứ Hai, 23/11/2026", "13 giờ 30", "15 giờ"),
    ],
)
def test_days_and_hours_are_written_as_the_language_does(
    code: str, day: str, half_past: str, full: str
) -> None:
    """A language that does not say how, and one nobody knows, writes them as Vietnamese does."""
    known = language_of(code)
    assert known.day_in_words(datetime(2026, 11, 23, 8, 5)) == day
    assert known.clock_in_words(13 * 60 + 30) == half_past
    assert known.clock_in_words(15 * 60) == full


def test_an_office_brings_a_language_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A folder outside of the program; one with a fault is left out, and the log says why."""
    own = tmp_path / OWN_FOLDER
    own.mkdir(parents=True)
    written(own, ESPERANTO)
    written(own, "name = 3", "zz")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert language_of("eo").name == "Esperanto"
    assert "zz" not in languages()
    assert "zz/language.toml" in caplog.text
    monkeypatch.setenv("HOME", str(tmp_path / "elsewhere"))
    assert language_of("eo").code == SOURCE


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name = ", "language.toml: "),
        ('name = "Esperanto"', "name_vi"),
        (f'{ESPERANTO}colour = "green"', "colour"),
        (f'{ESPERANTO}name = ""', "language.toml: "),
        (f'{ESPERANTO}weekdays = ["lundo"]', "weekdays: must be seven"),
        (f'{ESPERANTO}clock = "{{hours}}"', "clock: {hours} is not known here"),
        (f'{ESPERANTO}[ticket]\nslogan = "x"', "slogan: is not one of a ticket's sentences"),
        (f'{ESPERANTO}[ticket]\nnumber = ""', "ticket.number: must be a text"),
        (f"{ESPERANTO}[ticket]\nnumber = 3", "ticket.number: must be a text"),
        (f'{ESPERANTO}[ticket]\nahead = "{{count}} of {{total}}"', "ahead: {total} is not known"),
        (f'{ESPERANTO}[ticket]\nnumber = "Numero"', "is missing"),
    ],
)
def test_a_fault_in_a_language_is_named(tmp_path: Path, text: str, fault: str) -> None:
    """Folder, key and reason."""
    folder = written(tmp_path, text)
    with pytest.raises(LanguageError, match=r"^eo/") as told:
        read(folder, languages()[SOURCE])
    assert fault in str(told.value)


def test_a_folder_must_be_named_by_a_code(tmp_path: Path) -> None:
    """The folder's name is what tickets and office files call the language."""
    with pytest.raises(LanguageError, match="two or three small letters"):
        read(written(tmp_path, ESPERANTO, "Esperanto"))
