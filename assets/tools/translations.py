"""Keep the translation files in step with the words in the QML files of the translated apps.

``python -m assets.tools.translations`` collects every ``qsTr`` into ``interface.ts`` of each
language (the file a translator edits) and compiles it to the ``interface.qm`` the apps load;
``python -m assets.tools.translations FOLDER`` does so for the language in that folder, or all that
lie below it, and makes the file where there is none yet. ``--check`` changes nothing and fails when
one of them is behind, when a translation lost a ``%1``, or when one that claims to be complete is
not.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from assets import LANGUAGES
from assets.languages.interface import messages
from assets.languages.language import FACTS, INTERFACE, Language, read
from assets.tools.qmllint import qml_files, tool

# Clerks and supervisors read Vietnamese; citizens may not.
TRANSLATED_APPS: Final = ("kiosk",)
PLACEHOLDER: Final = re.compile(r"%L?\d+|%n")


def translated(folder: Path) -> tuple[Language, ...]:
    """The languages in or below ``folder`` that have an ``interface.ts``."""
    found = (read(each) for each in _folders(folder))
    return tuple(each for each in found if (each.folder / f"{INTERFACE}.ts").is_file())


def _folders(folder: Path) -> list[Path]:
    """``folder`` itself where it is a language's, else those below it."""
    if (folder / FACTS).is_file():
        return [folder]
    return sorted(file.parent for file in folder.glob(f"*/{FACTS}"))


def update(folders: Iterable[Path]) -> None:
    """Bring ``interface.ts`` in each of ``folders`` up to date and compile it beside."""
    for folder in folders:
        file = folder / f"{INTERFACE}.ts"
        _run(
            tool("lupdate"),
            *("-source-language", "vi_VN", "-target-language", folder.name),
            *("-locations", "none", "-no-obsolete", "-silent"),
            *(str(path) for path in qml_files(TRANSLATED_APPS)),
            *("-ts", str(file)),
        )
        compiled(file)


def compiled(file: Path) -> Path:
    """Compile ``file`` (a ``.ts``) to the ``.qm`` beside it, and where that is."""
    _run(tool("lrelease"), "-silent", "-removeidentical", str(file))
    return file.with_suffix(".qm")


def faults(folder: Path = LANGUAGES) -> list[str]:
    """Everything that is behind or lost below ``folder``, as sentences."""
    found: list[str] = []
    those = translated(folder)
    with tempfile.TemporaryDirectory() as name:
        fresh = {each.code: Path(name) / each.code for each in those}
        for each in those:
            shutil.copytree(each.folder, fresh[each.code])
        update(fresh.values())
        for each in those:
            for suffix in (".ts", ".qm"):
                file = each.folder / f"{INTERFACE}{suffix}"
                again = fresh[each.code] / file.name
                if not file.exists() or file.read_bytes() != again.read_bytes():
                    behind = f"{each.code}/{file.name}"
                    found.append(f"{behind} is behind: run python -m assets.tools.translations")
    for each in those:
        file = each.folder / f"{INTERFACE}.ts"
        found += [f"{each.code}/{file.name}: {fault}" for fault in bad_messages(file, each)]
    return found


def bad_messages(file: Path, language: Language) -> list[str]:
    """What is wrong with the texts of one ``.ts`` file, as sentences."""
    found = []
    for message in messages(file):
        if not message.translation:
            if language.complete:
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
    given = [Path(each) for each in argv if each != "--check"]
    if "--check" in argv:
        found = [fault for folder in given or [LANGUAGES] for fault in faults(folder)]
        sys.stdout.write("".join(f"{fault}\n" for fault in found) or "translations: up to date\n")
        return 1 if found else 0
    for folder in given or [LANGUAGES]:
        if given:  # a new language begins with a file of untranslated texts
            update(_folders(folder))
        else:
            update(each.folder for each in translated(folder))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
