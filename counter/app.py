"""Composition root of the counter app: options, link, view model, window."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QTimer, SignalInstance

from assets import engine, launch
from counter.seat_file import SeatFile
from counter.viewmodel import CounterViewModel
from server.client.qt_link import ServerLink
from server.protocol.messages import Role

QML: Final = Path(__file__).resolve().parent / "qml"


class Voice(Protocol):
    """The signals of a server link."""

    @property
    def welcomed(self) -> SignalInstance:
        """A greeting came."""

    @property
    def viewed(self) -> SignalInstance:
        """A view came."""

    @property
    def answered(self) -> SignalInstance:
        """A command was answered."""

    @property
    def connectionChanged(self) -> SignalInstance:  # noqa: N802 -- the link's own name for it
        """The link is in another state."""


def join(link: Voice, view_model: CounterViewModel) -> None:
    """Let the view model hear the link."""
    link.welcomed.connect(view_model.welcome)
    link.viewed.connect(view_model.view)
    link.answered.connect(view_model.answer)
    link.connectionChanged.connect(view_model.connection)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app; returns the exit code."""
    parser = launch.parser("counter", "Màn hình của cán bộ tại quầy")
    options = launch.options(parser.parse_args(launch.arguments(argv)))
    app = engine.make_app(name="counter")
    seats = SeatFile(options.state)
    seat = seats.load()
    link = ServerLink(
        options.server,
        Role.COUNTER,
        options.device,
        token=options.token,
        scope=seat.counter if seat else "",
        state_dir=options.state,
    )
    view_model = CounterViewModel(link, seat, seats.save)
    join(link, view_model)
    qml = engine.Engine(QML)
    window = qml.open("Counter", {"viewModel": view_model})
    # Once the loop runs, so that the kept view reaches a window that is listening.
    QTimer.singleShot(0, link.start)
    try:
        return launch.run(app, window, options, link.viewed)
    finally:
        link.stop()
