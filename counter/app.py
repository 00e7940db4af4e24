"""Composition root of the counter app: options, link, view model, window."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer

from assets.shell import engine, launch
from counter.desktop.hotkeys import Hotkeys
from counter.desktop.window_place import WindowPlace
from counter.link_switch import LinkSwitch, training_url
from counter.situation.preferences import PreferencesFile
from counter.situation.seat_file import SeatFile
from counter.viewmodels.settings import SettingsModel
from counter.viewmodels.window import CounterViewModel
from server.client.qt_link import ServerLink
from server.protocol.messages import Role

QML: Final = Path(__file__).resolve().parent / "qml"
TOUR_AFTER_MS: Final = 600


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app; returns the exit code."""
    parser = launch.parser("counter", "Màn hình của cán bộ tại quầy")
    parser.add_argument("--training", action="store_true", help="begin in the training office")
    given = parser.parse_args(launch.arguments(argv))
    options = launch.options(given)
    app = engine.make_app(name="counter")
    seats, preferences = SeatFile(options.state), PreferencesFile(options.state)
    settings = SettingsModel(preferences.load(), preferences.save)
    seat = seats.load()

    def link_to(url: str, scope: str, state: Path | None) -> ServerLink:
        return ServerLink(
            url, Role.COUNTER, options.device, token=options.token, scope=scope, state_dir=state
        )

    link = link_to(options.server, seat.counter if seat else "", options.state)
    view_model = CounterViewModel(link, seat, seats.save, settings)
    view_model.session.last_counter = seats.last_counter()

    def training_link(url: str) -> ServerLink:
        # A server that was found by a search is also used for training.
        return link_to(training_url(link.url) if link.url else url, "", None)

    switch = LinkSwitch(link, view_model, seats, training_link, options.server)
    qml = engine.Engine(QML)
    window = qml.open("Counter", {"viewModel": view_model})
    place = WindowPlace(window, settings)
    hotkeys = Hotkeys(settings, view_model.pressKey)
    app.aboutToQuit.connect(hotkeys.release)
    # Once the loop runs, so that the kept view reaches a connected window.
    QTimer.singleShot(0, link.start)
    if given.training:
        QTimer.singleShot(0, lambda: settings.train(True))
    chosen = place.begin(options)
    if not settings.shown.toured and not options.pilot and options.shot is None:
        view_model.offer_tour(TOUR_AFTER_MS)
    try:
        return launch.run(app, window, chosen, link.viewed)
    finally:
        switch.close()
