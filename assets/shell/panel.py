"""A frozen value of a presenter as QML sees it: properties that tell only when they change.

``HeadPanel = panel_for(HeadScreen, "HeadPanel", "CounterModel")`` makes the whole class: every
field that is a word, a number or a yes is a property of that name. Lists are not: they are
`assets.shell.rows` models. ``assets.tools.qmllint`` reads ``PANELS`` to know the types.
"""

from dataclasses import fields
from operator import attrgetter
from typing import Any, Final, get_type_hints

from PySide6.QtCore import Property, QObject, Signal, SignalInstance
from PySide6.QtQml import qmlRegisterUncreatableType

CPP_TYPES: Final[dict[type, str]] = {str: "QString", bool: "bool", int: "int", float: "double"}


class Panel(QObject):
    """Holds one value and says ``changed`` only when it is another."""

    changed: SignalInstance
    blank: type[Any]
    fields: tuple[tuple[str, str], ...]
    module: str

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with the value of no arguments."""
        super().__init__(parent)
        self.shown: Any = self.blank()

    def show(self, shown: object) -> None:
        """Show this from now on."""
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()


PANELS: Final[dict[str, type[Panel]]] = {}
"""Every panel made so far, by its name in QML."""


def panel_for(shown: type[Any], name: str, module: str) -> type[Panel]:
    """The panel of one dataclass, known to QML as ``name`` of ``module``.

    Its fields need defaults. Raises ``TypeError`` for a second panel of that name.
    """
    if name in PANELS:
        raise TypeError(f"{name} is a panel already")
    hints = get_type_hints(shown)
    known = [each.name for each in fields(shown) if hints[each.name] in CPP_TYPES]
    changed = Signal()
    body: dict[str, Any] = {
        "__doc__": f"``{shown.__name__}`` for QML.",
        "changed": changed,
        "blank": shown,
        "module": module,
        "fields": tuple((each, CPP_TYPES[hints[each]]) for each in known),
    }
    for each in known:
        body[each] = Property(hints[each], attrgetter(f"shown.{each}"), notify=changed)
    make: Any = type(Panel)  # shiboken's own, or Qt would not know the properties
    made: type[Panel] = make(name, (Panel,), body)
    register: Any = qmlRegisterUncreatableType  # its stub wants bytes where words are right
    register(made, module, 1, 0, name, "made by its view model")
    PANELS[name] = made
    return made
