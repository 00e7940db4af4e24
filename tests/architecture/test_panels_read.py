"""What a presenter works out for the screen is on the screen: QML reads every field of a panel."""

import re
from importlib import import_module
from typing import Final

import pytest

import assets
from assets.shell.panel import PANELS

for each in ("counter.viewmodels.window", "display.app", "kiosk.viewmodel"):
    import_module(each)  # which makes the panels of the app

APPS: Final = {"KioskModel": "kiosk", "CounterModel": "counter", "DisplayModel": "display"}
READ_BY_PYTHON: Final = {
    "warning_s": "kiosk/viewmodel.py hands it on as warningS",
    "ticket_left_s": "kiosk/viewmodel.py hands it on as ticketLeftS",
    "call_id": "the display's view models turn a new one into the signal called",
}
"""Fields that a view model reads for QML, each with its way there."""


@pytest.mark.finding("H4")
@pytest.mark.parametrize(("module", "name"), sorted(PANELS))
def test_qml_reads_every_field_of_a_panel(module: str, name: str) -> None:
    """A sentence of the office that ends in a field nobody reads would set nothing."""
    folder = assets.PROJECT / APPS[module] / "qml"
    text = "\n".join(file.read_text("utf-8") for file in sorted(folder.rglob("*.qml")))
    fields = {field for field, _ in PANELS[module, name].panel_type.fields}
    unread = {field for field in fields if not re.search(rf"\b{field}\b", text)}
    assert unread <= READ_BY_PYTHON.keys()
