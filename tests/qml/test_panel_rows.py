"""The shared pieces under every view model: a panel of a frozen value, a list that moves rows."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from assets.shell.panel import PANELS, panel_for
from assets.shell.rows import FIRST_ROLE, RowsModel


@dataclass(frozen=True)
class Tile:
    """Words, a number, a yes, and a list that is nobody's property."""

    words: str = ""
    amount: int = 0
    share: float = 0.0
    lit: bool = False
    rows: tuple[str, ...] = ()


@dataclass(frozen=True)
class Keyed:
    """A row with a key."""

    code: str
    text: str = ""


TilePanel = panel_for(Tile, "TilePanel", "PanelTests")


def test_a_panel_tells_once_and_only_when_something_differs(qtbot: QtBot) -> None:
    """Its properties are the value's fields; lists are left out."""
    panel = TilePanel()
    heard: list[str] = []
    panel.changed.connect(lambda: heard.append("changed"))
    panel.show(Tile())
    assert heard == []
    panel.show(Tile("x", 3, 0.5, True, ("a",)))
    assert heard == ["changed"]
    names = ("words", "amount", "share", "lit")
    assert tuple(panel.property(name) for name in names) == ("x", 3, 0.5, True)
    assert panel.metaObject().indexOfProperty("rows") == -1
    assert panel.fields == (
        ("words", "QString"),
        ("amount", "int"),
        ("share", "double"),
        ("lit", "bool"),
    )


def test_two_panels_of_one_name_are_a_mistake() -> None:
    """QML would not know which is meant."""
    assert PANELS["TilePanel"] is TilePanel
    with pytest.raises(TypeError, match="TilePanel"):
        panel_for(Tile, "TilePanel", "PanelTests")


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
