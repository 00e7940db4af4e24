"""What translators leave in ``interface.ts``."""

from pathlib import Path

from assets.languages.interface import Message, messages

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<TS version="2.1" language="eo" sourcelanguage="vi_VN"><context><name>Page</name>
<message><source>Xong</source><translation>Preta</translation></message>
<message><source>Lùi</source><translation type="unfinished">Reen?</translation></message>
<message><source>Cũ</source><translation type="vanished">Malnova</translation></message>
</context></TS>"""


def test_a_text_nobody_has_finished_counts_as_not_translated(tmp_path: Path) -> None:
    """A guess of the tool's is no translation; what is shown no more is no text."""
    file = tmp_path / "interface.ts"
    file.write_text(CATALOGUE, "utf-8")
    assert list(messages(file)) == [Message("Page", "Xong", "Preta"), Message("Page", "Lùi", "")]
