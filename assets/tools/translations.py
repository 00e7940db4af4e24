"""Keep the translation files in step with the words in the QML files of the translated apps.

``python -m assets.tools.translations`` collects every ``qsTr`` into ``denluot_<language>.ts`` (the
file a translator edits) and compiles it to the ``.qm`` the apps load. ``--check`` changes nothing
and fails when one of them is behind, when a translation lost a ``%1``, or when one that must be
complete is not.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET  # our own files only
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assets import I18N
from assets.tools.qmllint import qml_files, tool

LANGUAGES = ("en", "km")
COMPLETE = ("en",)
# Clerks and supervisors read Vietnamese; citizens may not.
TRANSLATED_APPS = ("kiosk",)
PLACEHOLDER = re.compile(r"%L?\d+|%n")


@dataclass(frozen=True)
class Message:
    """One text of a ``.ts`` file; ``translation`` is empty where nobody has translated it yet."""

    context: str
    source: str
    translation: str


def messages(file: Path) -> Iterator[Message]:
    """Every live text of ``file``."""
    for context in ET.parse(file).getroot().iter("context"):  # noqa: S314 -- our own file
        for entry in context.iter("message"):
            translation = entry.find("translation")
            if translation is None or translation.get("type") in {"vanished", "obsolete"}:
                continue
            yield Message(
                context.findtext("name", ""),
                entry.findtext("source", ""),
                "" if translation.get("type") == "unfinished" else (translation.text or ""),
            )


def update(folder: Path) -> None:
    """Bring the ``.ts`` files in ``folder`` up to date and compile them beside."""
    for language in LANGUAGES:
        file = folder / f"denluot_{language}.ts"
        _run(
            tool("lupdate"),
            *("-source-language", "vi_VN", "-target-language", language),
            *("-locations", "none", "-no-obsolete", "-silent"),
            *(str(path) for path in qml_files(TRANSLATED_APPS)),
            *("-ts", str(file)),
        )
        _run(tool("lrelease"), "-silent", "-removeidentical", str(file))


def faults() -> list[str]:
    """Everything that is behind or lost, as sentences."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for file in sorted(I18N.glob("*.ts")):
            shutil.copy(file, fresh)
        update(fresh)
        for language in LANGUAGES:
            for suffix in (".ts", ".qm"):
                file = I18N / f"denluot_{language}{suffix}"
                if not file.exists() or file.read_bytes() != (fresh / file.name).read_bytes():
                    found.append(f"{file.name} is behind: run python -m assets.tools.translations")
    for language in LANGUAGES:
        file = I18N / f"denluot_{language}.ts"
        if file.exists():
            found += [f"{file.name}: {fault}" for fault in bad_messages(file, language)]
    return found


def bad_messages(file: Path, language: str) -> list[str]:
    """What is wrong with the texts of one ``.ts`` file, as sentences."""
    found = []
    for message in messages(file):
        if not message.translation:
            if language in COMPLETE:
                found.append(f"{message.context}: {message.source!r} is not translated")
        elif _placeholders(message.source) != _placeholders(message.translation):
            found.append(f"{message.context}: {message.source!r} and its translation differ in %1")
    return found


def _placeholders(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text))


def _run(*command: str) -> None:
    done = subprocess.run(  # noqa: S603 -- programs of our own environment
        command, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def main(argv: list[str]) -> int:
    """Update, or with ``--check`` only look."""
    if "--check" not in argv:
        update(I18N)
        return 0
    found = faults()
    sys.stdout.write("".join(f"{fault}\n" for fault in found) or "translations: up to date\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
