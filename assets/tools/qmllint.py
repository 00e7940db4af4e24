"""Lint every QML file of the project with the types of its Python view models.

``python -m assets.tools.qmllint`` ends with 0 only when there is not one warning; with names of
apps it lints these only. For every module that holds a ``@QmlElement`` it first writes a type
description (into a folder of its own, so that two runs do not disturb each other), so that a
misspelt property of a view model is found here and not in a public hall.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from assets import PROJECT, QML
from assets.shell.panel import PANELS, ROWS, Panel

APPS = ("kiosk", "counter", "display")


def tool(name: str) -> str:
    """The path of one of PySide6's own programs, from this very environment."""
    beside = Path(sys.executable).parent / f"pyside6-{name}"
    found = str(beside) if beside.exists() else shutil.which(f"pyside6-{name}")
    if found is None:
        raise SystemExit(f"pyside6-{name} is not installed")
    return found


def python_modules(apps: Sequence[str] = APPS) -> list[Path]:
    """The apps' Python files that give types to QML."""
    files = (file for app in apps for file in sorted((PROJECT / app).rglob("*.py")))
    return [file for file in files if "@QmlElement" in file.read_text(encoding="utf-8")]


def qml_files(apps: Sequence[str] = APPS) -> list[Path]:
    """The shared QML files and those of ``apps``."""
    folders = [QML, *(PROJECT / app / "qml" for app in apps)]
    return [file for folder in folders for file in sorted(folder.rglob("*.qml"))]


def describe(files: list[Path], build: Path) -> None:
    """Write a module with a type description for what ``files`` register. Raises on failure."""
    build.mkdir(parents=True, exist_ok=True)
    dumps: dict[str, list[Path]] = {}
    for file in files:
        name = "_".join(file.relative_to(PROJECT).with_suffix("").parts)
        dump = build / f"{name}.json"
        _run(tool("metaobjectdump"), "-o", str(dump), str(file))
        parts = json.loads(dump.read_text(encoding="utf-8"))
        dumps.setdefault(parts[0]["QML_IMPORT_NAME"], []).append(dump)
    for module, classes in panels(files).items():
        dump = build / f"{module}_panels.json"
        dump.write_text(json.dumps([_dumped(module, classes)]), "utf-8")
        dumps.setdefault(module, []).append(dump)
    for module, found in dumps.items():
        folder = build / Path(*module.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        types = folder / f"{module}.qmltypes"
        _run(
            tool("qmltyperegistrar"),
            *(str(dump) for dump in found),
            *("--import-name", module, "--major-version", "1", "--minor-version", "0"),
            *("--generate-qmltypes", str(types), "-o", str(folder / "registration.cpp")),
        )
        (folder / "qmldir").write_text(f"module {module}\ntypeinfo {types.name}\n", "utf-8")


def panels(files: list[Path]) -> dict[str, list[type[Panel]]]:
    """The panels (`assets.shell.panel`) of the apps these files belong to, by their QML module."""
    for app in sorted({file.relative_to(PROJECT).parts[0] for file in files}):
        for file in sorted((PROJECT / app).rglob("*.py")):
            if "panel_for(" in file.read_text(encoding="utf-8"):
                import_module(".".join(file.relative_to(PROJECT).with_suffix("").parts))
    found: dict[str, list[type[Panel]]] = {}
    for panel in PANELS.values():
        found.setdefault(panel.panel_type.module, []).append(panel)
    return found


def _dumped(module: str, classes: list[type[Panel]]) -> dict[str, object]:
    """What metaobjectdump would say of them, had they been written out."""
    return {
        "QML_IMPORT_NAME": module,
        "QML_IMPORT_MAJOR_VERSION": 1,
        "QML_IMPORT_MINOR_VERSION": 0,
        "QT_MODULES": ["QtCore", "QtQml"],
        "outputRevision": 68,
        "inputFile": "panels",
        "classes": [
            *(_described(panel.__name__, panel.panel_type.fields) for panel in classes),
            _described(ROWS, (("count", "int"),)),
        ],
    }


def _described(name: str, fields: tuple[tuple[str, str], ...]) -> dict[str, object]:
    return {
        "className": name,
        "qualifiedClassName": name,
        "object": True,
        "superClasses": [{"access": "public", "name": "QObject"}],
        "classInfos": [{"name": "QML.Element", "value": "auto"}],
        "properties": [
            {"name": each, "type": of, "index": at, "read": each, "notify": "changed"}
            for at, (each, of) in enumerate(fields)
        ],
        "signals": [{"access": "public", "name": "changed", "arguments": [], "returnType": "void"}],
    }


def lint(files: list[Path], build: Path) -> int:
    """The exit code of qmllint over ``files``: 0 without any warning."""
    paths = [QML, build, *(PROJECT / app / "qml" for app in APPS)]
    imports = [part for path in paths if path.is_dir() for part in ("-I", str(path))]
    done = subprocess.run(  # noqa: S603 -- a program of our own environment, no outside words
        [tool("qmllint"), "-W", "0", *imports, *(str(file) for file in files)], check=False
    )
    return done.returncode


def _run(*command: str) -> None:
    done = subprocess.run(  # noqa: S603 -- as above
        command, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def main(argv: Sequence[str]) -> int:
    """Describe, lint, and say how it went."""
    apps = tuple(argv) or APPS
    files = qml_files(apps)
    with tempfile.TemporaryDirectory(prefix="qmltypes-") as name:
        describe(python_modules(apps), Path(name))
        code = lint(files, Path(name))
    sys.stdout.write(f"qmllint: {len(files)} files, {'clean' if code == 0 else 'NOT clean'}\n")
    return 0 if code == 0 else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
