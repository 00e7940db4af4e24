"""The words of the citizens' screens in other languages."""

from pathlib import Path

from assets.languages.interface import Message, messages
from assets.languages.language import languages
from assets.tools import translations
from assets.tools.translations import faults

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
    file = tmp_path / "interface.ts"
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
    assert translations.bad_messages(file, languages()["en"]) == [
        "Page: 'Còn %1 người' and its translation differ in %1",
        "Page: 'Xong' is not translated",
    ]
    assert len(translations.bad_messages(file, languages()["km"])) == 1


def test_a_compiled_catalogue_lies_beside_each_that_translators_edit() -> None:
    """What can be edited can be shown, and what is shown can be edited."""
    for each in languages().values():
        there = {
            suffix: (each.folder / f"interface{suffix}").is_file() for suffix in (".ts", ".qm")
        }
        assert there[".ts"] == there[".qm"], each.code
    assert [each.code for each in languages().values() if each.has_interface] == ["vi", "en", "km"]
