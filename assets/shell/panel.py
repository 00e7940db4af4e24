"""A presenter's frozen value for QML: properties that notify only when they change.

``HeadPanel = panel_for(HeadScreen, "HeadPanel", "CounterModel")`` makes the whole class: every
field is a property of its own name and type. What is a value of its own in the screen is an object
of its own in QML, which stays the same as long as the panel lives and tells its own changes:

- a word, a number, a yes, some words (``tuple[str, ...]``) or a line of points
  (``tuple[tuple[float, float], ...]``): told by the panel's ``changed``;
- another dataclass: its panel, which must have been made before;
- rows (``tuple[Row, ...]``): an `assets.shell.rows` model, ``RowsModel`` in QML.

``assets.tools.qmllint`` reads ``PANELS`` to know the types.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from operator import attrgetter
from typing import Any, Final, get_args, get_type_hints

from PySide6.QtCore import Property, QObject, QPointF, Signal, SignalInstance
from PySide6.QtGui import QPolygonF
from PySide6.QtQml import qmlRegisterUncreatableType

from assets.shell.rows import RowsModel

CPP_TYPES: Final[dict[Any, str]] = {
    str: "QString",
    bool: "bool",
    int: "int",
    float: "double",
    tuple[str, ...]: "QStringList",
}
LINE: Final = tuple[tuple[float, float], ...]
LINE_TYPE: Final = "QVariant"
"""QML has no name for a ``QPolygonF``; a path takes it as it is."""
ROWS: Final = "RowsModel"
"""The type of a list model in QML: a view asks it by roles, anybody for its ``count``."""


@dataclass(frozen=True)
class PanelType:
    """What a panel shows: values of ``shown``, known to QML by ``module``.

    ``fields`` are all properties with their types in C++; ``parts`` makes the objects among them.
    """

    shown: type[Any]
    module: str
    fields: tuple[tuple[str, str], ...]
    parts: "dict[str, Callable[[QObject], Panel | RowsModel]]"

    @property
    def own(self) -> tuple[str, ...]:
        """The fields that are no objects."""
        return tuple(name for name, _ in self.fields if name not in self.parts)


class Panel(QObject):
    """Holds one value and says ``changed`` only when one of its own fields is another."""

    changed: SignalInstance
    panel_type: PanelType

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with the value of no arguments."""
        super().__init__(parent)
        self.shown: Any = self.panel_type.shown()
        self._parts = {name: make(self) for name, make in self.panel_type.parts.items()}
        self._own = self.panel_type.own
        self._show_parts()

    def show(self, shown: object) -> None:
        """Show this from now on."""
        before = self.shown
        if shown == before:
            return
        self.shown = shown
        self._show_parts()
        if any(getattr(shown, name) != getattr(before, name) for name in self._own):
            self.changed.emit()

    def part(self, name: str) -> "Panel | RowsModel":
        """The object that shows the field ``name``. Raises ``KeyError`` where it is no object."""
        return self._parts[name]

    def _show_parts(self) -> None:
        for name, part in self._parts.items():
            part.show(getattr(self.shown, name))


MakePart = Callable[[QObject], Panel | RowsModel]
PANELS: Final[dict[tuple[str, str], type[Panel]]] = {}
"""Every panel made so far, by its module and its name in QML."""


def panel_for(shown: type[Any], name: str, module: str) -> type[Panel]:
    """The panel of one dataclass, known to QML as ``name`` of ``module``.

    Its fields need defaults. Raises ``TypeError`` for a second panel of that name in any module,
    for a field of a type that QML would not know, and for one whose name every panel has already.
    """
    # Qt looks types up by their bare name: with two of one name in a process (the tests load every
    # app) a property would be refused its own panel.
    for known, other in PANELS:
        if other == name:
            raise TypeError(f"{name} is a panel of {known} already")
    hints = get_type_hints(shown)
    changed = Signal()
    body: dict[str, Any] = {"__doc__": f"``{shown.__name__}`` for QML.", "changed": changed}
    types: dict[str, str] = {}
    parts: dict[str, MakePart] = {}
    for each in fields(shown):
        hint = hints[each.name]
        if hasattr(Panel, each.name) or each.name in body:
            raise TypeError(f"{shown.__name__}.{each.name}: every panel has a {each.name} already")
        if hint in CPP_TYPES or hint == LINE:
            types[each.name] = CPP_TYPES.get(hint, LINE_TYPE)
            body[each.name] = _value_property(each.name, hint, changed)
        else:
            types[each.name], parts[each.name] = _part(
                f"{shown.__name__}.{each.name}", hint, module
            )
            body[each.name] = _part_property(each.name)
    body["panel_type"] = PanelType(shown, module, tuple(types.items()), parts)
    make: Any = type(Panel)  # shiboken's own, or Qt would not know the properties
    made: type[Panel] = make(name, (Panel,), body)
    _register(made, name, module)
    if all(known != module for known, _ in PANELS):
        _register(RowsModel, ROWS, module)
    PANELS[module, name] = made
    return made


def _register(made: type[QObject], name: str, module: str) -> None:
    register: Any = qmlRegisterUncreatableType  # its stub wants bytes where words are right
    register(made, module, 1, 0, name, "made by its view model")


def _value_property(name: str, hint: Any, changed: Signal) -> Property:
    read: Callable[[Panel], Any] = attrgetter(f"shown.{name}")
    if hint == LINE:
        return Property(
            QPolygonF,
            lambda panel: QPolygonF([QPointF(x, y) for x, y in read(panel)]),
            notify=changed,
        )
    return Property(CPP_TYPES[hint], read, notify=changed)  # type: ignore[arg-type]  # Qt's type by name


def _part_property(name: str) -> Property:
    def read(panel: Panel) -> QObject:
        return panel.part(name)

    return Property(QObject, read, constant=True)


def _part(field: str, hint: Any, module: str) -> tuple[str, MakePart]:
    """The type of an object that shows a field, and how to make it."""
    if is_dataclass(hint):
        known = (PANELS[key] for key in PANELS if key[0] == module)
        made = next((panel for panel in known if panel.panel_type.shown is hint), None)
        if made is None:
            raise TypeError(f"{field}: no panel was made yet for its type")
        return made.__name__, made
    row, *rest = get_args(hint) or (None,)
    if rest == [Ellipsis] and isinstance(row, type) and is_dataclass(row):
        return ROWS, lambda parent: RowsModel(row, parent)
    raise TypeError(f"{field}: QML knows no {hint}")
