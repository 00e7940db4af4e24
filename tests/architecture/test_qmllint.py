"""The lint knows the view models' own types."""

from pathlib import Path

from assets.tools.qmllint import describe, lint, python_modules

PAGE = """import QtQuick
import KioskModel

Item {
    required property KioskViewModel viewModel

    visible: viewModel.%s === "start"
}
"""


def test_a_misspelt_property_of_a_view_model_is_found(tmp_path: Path) -> None:
    """`viewModel.page` is clean, `viewModel.pgae` is not."""
    describe(python_modules(("kiosk",)), tmp_path / "types")
    right, wrong = tmp_path / "Right.qml", tmp_path / "Wrong.qml"
    right.write_text(PAGE % "page", "utf-8")
    wrong.write_text(PAGE % "pgae", "utf-8")
    assert lint([right], tmp_path / "types").is_clean
    assert not lint([wrong], tmp_path / "types").is_clean
