"""Lint every QML file of the project with the types of its Python view models.

``python -m assets.tools.qmllint`` ends with 0 only when there is not one warning; with names of
apps it lints these only, with ``--root`` the QML files below another folder (the types are always
those of the Python that runs). For every module that holds a ``@QmlElement`` it first writes a type
description (into a folder of its own, so that two runs do not disturb each other), so that a
misspelt property of a view model is found here and not in a public hall.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaObject

from assets import PROJECT, QML
from assets.shell.panel import PANELS, ROWS, Panel, PanelType
from assets.shell.rows import RowsModel

APPS = ("kiosk", "counter", "display")


@dataclass(frozen=True, slots=True)
class Lint:
    """What the lint found: ``words`` are its complaints, one with file, line and column each."""

    is_clean: bool
    words: str


def tool(name: str) -> str:
    """The path of one of PySide6's own programs, from this very environment."""
    beside = Path(sys.executable).parent / f"pyside6-{name}"
    found = str(beside) if beside.exists() else shutil.which(f"pyside6-{name}")
    if found is None:
        raise SystemExit(f"pyside6-{name} is not installed")
    return found


def python_modules(apps: Sequence[str] = APPS) -> list[Path]:
    """The apps' Python files that give types to QML, base classes first.

    A base lies nearer to its app's root than what is made of it, or the dump would not know that
    both are objects.
    """
    files = (file for app in apps for file in sorted((PROJECT / app).rglob("*.py")))
    found = [file for file in files if "@QmlElement" in file.read_text(encoding="utf-8")]
    return sorted(found, key=lambda file: len(file.parts))


def qml_files(apps: Sequence[str] = APPS, root: Path = PROJECT) -> list[Path]:
    """The shared QML files and those of ``apps`` below ``root``."""
    return [file for folder in qml_folders(apps, root) for file in sorted(folder.rglob("*.qml"))]


def qml_folders(apps: Sequence[str] = APPS, root: Path = PROJECT) -> list[Path]:
    """Where the shared QML files lie, and those of ``apps``."""
    return [root / QML.relative_to(PROJECT), *(root / app / "qml" for app in apps)]


def describe(files: list[Path], build: Path) -> None:
    """Write a module with a type description for what ``files`` register. Raises on failure."""
    build.mkdir(parents=True, exist_ok=True)
    dump = build / "classes.json"
    _run(tool("metaobjectdump"), "-o", str(dump), *(str(file) for file in files))
    dumps: dict[str, list[object]] = {}
    for parts in json.loads(dump.read_text(encoding="utf-8")):
        _mark_constants(parts)
        dumps.setdefault(parts["QML_IMPORT_NAME"], []).append(parts)
    for module, classes in panels(files).items():
        dumps.setdefault(module, []).append(_dumped(module, classes))
    for module, found in dumps.items():
        folder = build / Path(*module.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        types, classes_file = folder / f"{module}.qmltypes", folder / "classes.json"
        classes_file.write_text(json.dumps(found), "utf-8")
        _run(
            tool("qmltyperegistrar"),
            str(classes_file),
            *("--import-name", module, "--major-version", "1", "--minor-version", "0"),
            *("--generate-qmltypes", str(types), "-o", str(folder / "registration.cpp")),
        )
        (folder / "qmldir").write_text(f"module {module}\ntypeinfo {types.name}\n", "utf-8")


def panels(files: list[Path]) -> dict[str, list[type[Panel]]]:
    """The panels (`assets.shell.panel`) of the apps these files belong to, by their QML module."""
    for app in sorted({file.relative_to(PROJECT).parts[0] for file in files}):
        for file in sorted((PROJECT / app).rglob("*.py")):
            if "panel_for(" in file.read_text(encoding="utf-8"):
                import_module(_module_name(file))
    found: dict[str, list[type[Panel]]] = {}
    for panel in PANELS.values():
        found.setdefault(panel.panel_type.module, []).append(panel)
    return found


def _module_name(file: Path) -> str:
    return ".".join(file.relative_to(PROJECT).with_suffix("").parts)


def _mark_constants(parts: dict[str, Any]) -> None:
    """What the dump overlooks: a property that never changes needs to tell no change."""
    module = import_module(_module_name(Path(parts["inputFile"])))
    for each in parts["classes"]:
        for known in each.get("properties", ()):
            if "notify" not in known:
                meta: QMetaObject = getattr(module, each["className"]).staticMetaObject
                found = meta.property(meta.indexOfProperty(known["name"]))
                known["constant"] = found.isConstant()


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
            *(_described(each.__name__, each.panel_type) for each in classes),
            _described(ROWS, PanelType(RowsModel, module, (("count", "int"),), {})),
        ],
    }


def _described(name: str, panel_type: PanelType) -> dict[str, object]:
    fields, constants = panel_type.fields, panel_type.parts
    return {
        "className": name,
        "qualifiedClassName": name,
        "object": True,
        "superClasses": [{"access": "public", "name": "QObject"}],
        "classInfos": [{"name": "QML.Element", "value": "auto"}],
        "properties": [
            {"name": each, "type": of, "index": at, "read": each}
            | ({"constant": True} if each in constants else {"notify": "changed"})
            for at, (each, of) in enumerate(fields)
        ],
        "signals": [{"access": "public", "name": "changed", "arguments": [], "returnType": "void"}],
    }


def lint(files: list[Path], build: Path, root: Path = PROJECT) -> Lint:
    """What qmllint says of ``files`` below ``root``; ``build`` holds their described types."""
    paths = [build, *qml_folders(APPS, root)]
    imports = [part for path in paths if path.is_dir() for part in ("-I", str(path))]
    done = subprocess.run(  # noqa: S603 -- a program of our own environment, no outside words
        [tool("qmllint"), "-W", "0", *imports, *(str(file) for file in files)],
        check=False,
        capture_output=True,
        text=True,
    )
    # The wrapper repeats its whole command line when the program ends with anything but 0.
    lines = (done.stdout + done.stderr).splitlines()
    told = [line for line in lines if not line.startswith("'") or "' returned " not in line]
    return Lint(done.returncode == 0, "\n".join(told))


def _run(*command: str) -> None:
    done = subprocess.run(  # noqa: S603 -- as above
        command, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


def parser() -> ArgumentParser:
    """The command line."""
    made = ArgumentParser(prog="python -m assets.tools.qmllint", description="Lint QML files.")
    made.add_argument("apps", nargs="*", choices=[*APPS, []], help="only these (all if none)")
    made.add_argument("--root", type=Path, default=PROJECT, help="where assets/ and the apps lie")
    return made


def main(argv: Sequence[str]) -> int:
    """Describe, lint, and say how it went."""
    given = parser().parse_args(argv)
    apps = tuple(given.apps) or APPS
    files = qml_files(apps, given.root)
    with tempfile.TemporaryDirectory(prefix="qmltypes-") as name:
        describe(python_modules(apps), Path(name))
        found = lint(files, Path(name), given.root)
    sys.stdout.write(found.words and f"{found.words}\n")
    sys.stdout.write(f"qmllint: {len(files)} files, {'clean' if found.is_clean else 'NOT clean'}\n")
    return 0 if found.is_clean else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
