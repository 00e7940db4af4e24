"""A window of the counter app on a desk, with a link by hand, for the tests that drive it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from assets.shell.engine import Engine, make_app
from assets.shell.pilot import PilotError, centre_of, find, name_of, text_of, visible_items
from counter.app import QML
from counter.link_switch import join
from counter.situation.situation import Seat
from counter.viewmodels.window import CounterViewModel
from server.protocol.commands import AnyCommand
from server.protocol.views import DeskView, TicketStatus
from tests.support import counter_samples as samples
from tests.support.counter_samples import FakeLink, desk, paused_desk, ticket, view, welcome

SIZES = {"wide": (1366, 768), "strip": (420, 760)}
STATES: dict[str, DeskView] = {
    "idle": desk(set_aside=(samples.held(), samples.missed())),
    "nobody": samples.empty_desk(),
    "called": desk(ticket(priority="P3", why=samples.ELDERLY)),
    "serving": desk(ticket(TicketStatus.SERVING, minutes=6)),
    "paused": paused_desk(),
}
KEYS = {f"F{n}": Qt.Key(int(Qt.Key.Key_F1) + n - 1) for n in range(1, 9)}


class Desktop:
    """A window of the counter app and everything behind it."""

    def __init__(
        self, qtbot: QtBot, size: tuple[int, int], own: DeskView | None, clerk: str = "an"
    ) -> None:
        make_app()
        QAccessible.setActive(True)
        self.qtbot = qtbot
        self.link = FakeLink()
        self.model = CounterViewModel(self.link, Seat("q9", clerk) if own else None)
        join(self.link, self.model)
        self.link.welcomed.emit(welcome(view(own)))
        self.link.connectionChanged.emit("live")
        self.engine = Engine(QML)
        self.window: QQuickWindow = self.engine.open("Counter", {"viewModel": self.model})
        self.window.resize(*size)
        self.window.show()
        self.window.requestActivate()
        qtbot.waitUntil(lambda: self.window.isActive() and self.focus() is not None)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def click(self, name: str) -> None:
        point = self.place(name)
        QTest.mouseClick(
            self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point
        )

    def place(self, name: str) -> QPoint:
        """Where ``name`` is, once it has stopped moving."""
        seen: list[QPoint] = []

        def rests() -> bool:
            if self.there(name):
                seen.append(centre_of(find(self.window, name)))
            return len(seen) > 3 and seen[-1] == seen[-4]

        self.qtbot.waitUntil(rests)
        return seen[-1]

    def there(self, name: str) -> bool:
        try:
            return find(self.window, name) is not None
        except PilotError:
            return False

    def texts(self) -> list[str]:
        return [text_of(item) for item in visible_items(self.window)]

    def focus(self) -> QQuickItem | None:
        return self.window.activeFocusItem()

    def focused(self) -> str:
        item = self.focus()
        return name_of(item) if item is not None else ""

    @property
    def sent(self) -> list[AnyCommand]:
        return self.link.sent

    @property
    def question(self) -> str:
        return str(self.model.shown.dialog.kind)


def at(
    desktops: list[Desktop],
    qtbot: QtBot,
    own: DeskView | None,
    shape: str = "wide",
    clerk: str = "an",
) -> Desktop:
    desktops.append(Desktop(qtbot, SIZES[shape], own, clerk))
    return desktops[-1]
