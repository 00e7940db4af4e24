"""The shared pieces under every view model: a panel of a frozen value, a list that moves rows.

Tests of assets/shell/panel.py, assets/shell/rows.py.
"""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QModelIndex, QPointF
from PySide6.QtGui import QPolygonF
from pytestqt.qtbot import QtBot

from assets.shell.panel import PANELS, Panel, panel_for
from assets.shell.rows import FIRST_ROLE, RowsModel


@dataclass(frozen=True)
class Keyed:
    """A row with a key."""

    code: str
    text: str = ""


@dataclass(frozen=True)
class Lid:
    """A value within a value."""

    words: str = "shut"


@dataclass(frozen=True)
class Tile:
    """One field of every kind a panel knows."""

    words: str = ""
    amount: int = 0
    share: float = 0.0
    lit: bool = False
    pages: tuple[str, ...] = ()
    line: tuple[tuple[float, float], ...] = ()
    lid: Lid = field(default_factory=Lid)
    rows: tuple[Keyed, ...] = ()


LidPanel = panel_for(Lid, "LidPanel", "PanelTests")
TilePanel = panel_for(Tile, "TilePanel", "PanelTests")


def heard_from(panel: Panel) -> list[str]:
    """What a panel, its lid and its rows tell from now on."""
    heard: list[str] = []
    panel.changed.connect(lambda: heard.append("changed"))
    lid, rows = panel.part("lid"), panel.part("rows")
    assert isinstance(lid, Panel)
    assert isinstance(rows, RowsModel)
    lid.changed.connect(lambda: heard.append("lid"))
    rows.rowsInserted.connect(lambda: heard.append("rows"))
    return heard


def test_a_panel_tells_once_and_only_when_something_differs(qtbot: QtBot) -> None:
    """Its properties are the value's fields, each with its own type."""
    panel = TilePanel()
    heard = heard_from(panel)
    panel.show(Tile())
    assert heard == []
    panel.show(Tile("x", 3, 0.5, True, ("a", "b"), ((0.0, 1.0), (0.5, 0.25))))
    assert heard == ["changed"]
    names = ("words", "amount", "share", "lit", "pages")
    assert tuple(panel.property(name) for name in names) == ("x", 3, 0.5, True, ["a", "b"])
    assert panel.property("line") == QPolygonF([QPointF(0, 1), QPointF(0.5, 0.25)])
    assert panel.panel_type.fields == (
        ("words", "QString"),
        ("amount", "int"),
        ("share", "double"),
        ("lit", "bool"),
        ("pages", "QStringList"),
        ("line", "QVariant"),
        ("lid", "LidPanel"),
        ("rows", "RowsModel"),
    )


def test_what_is_a_value_of_its_own_tells_its_own_changes(qtbot: QtBot) -> None:
    """The object stays the same; the panel around it is silent about it."""
    panel = TilePanel()
    lid, rows = panel.property("lid"), panel.property("rows")
    heard = heard_from(panel)
    assert lid.property("words") == "shut"
    panel.show(Tile(lid=Lid("open")))
    panel.show(Tile(lid=Lid("open"), rows=(Keyed("a", "A"),)))
    assert heard == ["lid", "rows"]
    assert panel.property("lid") is lid
    assert panel.property("rows") is rows
    assert lid.property("words") == "open"
    assert texts(rows) == ["A"]


@dataclass(frozen=True)
class Odd:
    """What QML could only have as anything at all."""

    map: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Outer:
    """A value whose part has no panel."""

    odd: Odd = field(default_factory=Odd)


def test_a_field_without_a_type_in_qml_is_refused() -> None:
    """Nothing is left out in silence, and nothing reaches QML untyped."""
    with pytest.raises(TypeError, match=r"Odd\.map: QML knows no dict"):
        panel_for(Odd, "OddPanel", "PanelTests")
    with pytest.raises(TypeError, match=r"Outer\.odd: no panel was made yet"):
        panel_for(Outer, "OuterPanel", "PanelTests")


@dataclass(frozen=True)
class Hidden:
    """A field that would take the place of what every panel has."""

    changed: bool = False


def test_a_field_named_like_a_part_of_every_panel_is_refused() -> None:
    """Or the panel would fall silent."""
    with pytest.raises(TypeError, match=r"Hidden\.changed: every panel has a changed already"):
        panel_for(Hidden, "HiddenPanel", "PanelTests")


def test_two_panels_of_one_name_are_a_mistake() -> None:
    """QML would not know which is meant; in another module neither: it looks for the bare name."""
    assert PANELS["PanelTests", "TilePanel"] is TilePanel
    for module in ("PanelTests", "OtherTests"):
        with pytest.raises(TypeError, match="TilePanel"):
            panel_for(Tile, "TilePanel", module)


def texts(model: RowsModel) -> list[str]:
    return [model.data(model.index(at), FIRST_ROLE + 1) for at in range(model.rowCount())]


@pytest.mark.parametrize("codes", ["", "a", "ab", "ba", "cab", "abcd", "dcba", "bdx", "aab", "aa"])
def test_a_list_becomes_what_it_is_shown(qtbot: QtBot, codes: str) -> None:
    """From any other list, whatever moves, comes, goes or stands there twice."""
    for before in ("", "abc", "cba", "aabb", "xyz"):
        model = RowsModel(Keyed)
        model.show([Keyed(code, code) for code in before])
        model.show([Keyed(code, code.upper()) for code in codes])
        assert texts(model) == list(codes.upper())


def test_a_row_that_stays_is_moved_and_not_made_anew(qtbot: QtBot) -> None:
    """A delegate keeps its focus."""
    model = RowsModel(Keyed)
    model.show([Keyed("a"), Keyed("b")])
    heard: list[str] = []
    model.rowsMoved.connect(lambda *_: heard.append("moved"))
    model.rowsInserted.connect(lambda *_: heard.append("inserted"))
    model.rowsRemoved.connect(lambda *_: heard.append("removed"))
    model.show([Keyed("b"), Keyed("a")])
    assert heard == ["moved"]


def test_rows_without_a_key_are_told_by_their_place(qtbot: QtBot) -> None:
    """Only those that differ are drawn again."""
    model = RowsModel(Tile)
    model.show([Tile("a"), Tile("b"), Tile("c")])
    heard: list[int] = []
    model.dataChanged.connect(lambda first, *_: heard.append(first.row()))
    model.show([Tile("a"), Tile("x")])
    assert (heard, model.rowCount(QModelIndex())) == ([1], 2)


def test_a_list_tells_its_count_and_once_that_it_is_another(qtbot: QtBot) -> None:
    """What begins anew with new rows hears of it once, however many of them differ."""
    model = RowsModel(Keyed)
    heard: list[object] = []
    model.changed.connect(lambda: heard.append(model.property("count")))
    for codes in ("abc", "abc", "cab", "", ""):
        model.show([Keyed(code) for code in codes])
    assert heard == [3, 3, 0]
