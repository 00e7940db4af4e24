"""The words of the citizens' screens in other languages."""

from pathlib import Path

import pytest

from assets import I18N
from assets.tools import translations
from assets.tools.translations import Message, faults, messages

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="en" sourcelanguage="vi_VN"><context><name>Page</name>
{entries}
</context></TS>"""


def entry(source: str, translation: str) -> str:
    return f"<message><source>{source}</source>{translation}</message>"


def test_the_catalogues_are_up_to_date_and_complete() -> None:
    """Every text is collected and compiled, keeps its placeholders, and English lacks none."""
    assert faults() == []


def test_a_lost_placeholder_and_a_missing_translation_are_found(tmp_path: Path) -> None:
    """The check sees both, and leaves what is right alone."""
    file = tmp_path / "denluot_en.ts"
    entries = (
        entry("Còn %1 người", "<translation>Some people</translation>"),
        entry("Chờ %1 phút", "<translation>Wait %1 minutes</translation>"),
        entry("Xong", '<translation type="unfinished"></translation>'),
        entry("Cũ", '<translation type="vanished">Old</translation>'),
    )
    file.write_text(CATALOGUE.format(entries="".join(entries)), "utf-8")
    assert list(messages(file)) == [
        Message("Page", "Còn %1 người", "Some people"),
        Message("Page", "Chờ %1 phút", "Wait %1 minutes"),
        Message("Page", "Xong", ""),
    ]
    assert translations.bad_messages(file, "en") == [
        "Page: 'Còn %1 người' and its translation differ in %1",
        "Page: 'Xong' is not translated",
    ]
    assert len(translations.bad_messages(file, "km")) == 1


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_a_catalogue_is_shipped_for_every_language(language: str) -> None:
    """The app finds the compiled file beside the one translators edit."""
    for suffix in (".ts", ".qm"):
        assert (I18N / f"denluot_{language}{suffix}").is_file()
