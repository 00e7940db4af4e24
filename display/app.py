"""Composition root of the display: lobby (with its voice) or wall."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from assets import engine, launch
from display.hall_voice import hall_voice
from display.viewmodel import LobbyViewModel
from display.wall_viewmodel import WallViewModel
from server.client.qt_link import ServerLink
from server.protocol.messages import Role

QML: Final = Path(__file__).resolve().parent / "qml"
OWN_VOICE: Final = "voice"


def parser() -> ArgumentParser:
    """The command line of ``python -m display``."""
    made = launch.parser("display", "Màn hình sảnh và bảng theo dõi")
    made.add_argument("--screen", choices=("lobby", "wall"), default="lobby")
    made.add_argument("--silent", action="store_true", help="show calls, speak none")
    made.add_argument(
        "--voice", type=Path, metavar="DIR", help="own recordings, else STATE/voice (docs/voice.md)"
    )
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run the chosen screen; returns the exit code."""
    given = parser().parse_args(launch.arguments(argv))
    options = launch.options(given)
    app = engine.make_app(name="display")
    role = Role.WALL if given.screen == "wall" else Role.DISPLAY
    link = ServerLink(
        options.server, role, options.device, token=options.token, state_dir=options.state
    )
    view_model, stop = _wall(link) if role is Role.WALL else _lobby(link, given, options)
    qml = engine.Engine(QML)
    window = qml.open("Display", {"viewModel": view_model}, given.screen.capitalize())
    link.start()
    try:
        return launch.run(app, window, options, link.viewed)
    finally:
        link.stop()
        stop()


def _join(link: ServerLink, view_model: LobbyViewModel | WallViewModel) -> None:
    link.welcomed.connect(view_model.welcome)
    link.viewed.connect(view_model.view)
    link.connectionChanged.connect(view_model.connection)


def _wall(link: ServerLink) -> tuple[WallViewModel, Callable[[], None]]:
    view_model = WallViewModel(link.now)
    _join(link, view_model)
    return view_model, lambda: None


def _lobby(
    link: ServerLink, given: Namespace, options: launch.Options
) -> tuple[LobbyViewModel, Callable[[], None]]:
    """The lobby's view model with its voice, and how to silence that."""
    view_model = LobbyViewModel(link.now)
    _join(link, view_model)
    own = given.voice or options.state / OWN_VOICE
    conductor, stop = hall_voice(own, link.now, view_model, silent=given.silent)
    link.welcomed.connect(conductor.welcome)
    link.viewed.connect(conductor.view)
    link.noticed.connect(conductor.hear)
    conductor.began.connect(view_model.speak)
    conductor.ended.connect(view_model.hush)
    conductor.faultChanged.connect(view_model.blame)
    return view_model, stop
