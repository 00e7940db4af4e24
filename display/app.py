"""Composition root of the display: lobby (with its voice), screen over one desk, or wall."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from assets.shell import engine, launch
from assets.voicebank.place import own_voice
from display.desk.rating import Rated
from display.desk.viewmodel import DeskViewModel
from display.lobby.viewmodel import LobbyViewModel
from display.screen_model import ScreenModel
from display.voice.conductor import Conductor
from display.voice.hall_voice import hall_voice
from display.wall.viewmodel import WallViewModel
from server.client.qt_link import ServerLink
from server.client.qt_reports import Reports
from server.protocol.commands import RateTicket
from server.protocol.messages import Role

QML: Final = Path(__file__).resolve().parent / "qml"


def parser() -> ArgumentParser:
    """The command line of ``python -m display``."""
    made = launch.parser("display", "Màn hình sảnh và bảng theo dõi")
    made.add_argument("--screen", choices=("lobby", "desk", "wall"), default="lobby")
    made.add_argument("--zone", default="", help="show and speak only this part of the hall")
    made.add_argument("--counter", default="", metavar="ID", help="the desk of a desk's panel")
    made.add_argument("--touch", action="store_true", help="the desk's panel asks how it was")
    made.add_argument("--observer", action="store_true", help="a wall that may ask for nothing")
    made.add_argument("--silent", action="store_true", help="show calls, speak none")
    made.add_argument("--voice", type=Path, metavar="DIR", help="own recordings (docs/voice.md)")
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run the chosen screen; returns the exit code."""
    given = parser().parse_args(launch.arguments(argv))
    options = launch.options(given)
    app = engine.make_app(name="display")
    link = ServerLink(
        options.server,
        _role(given),
        options.device,
        token=options.token,
        scope=given.zone,
        state_dir=options.state,
        speaks=given.screen == "lobby" and not given.silent,
    )
    view_model, stop = _shown(link, given)
    qml = engine.Engine(QML)
    window = qml.open("Display", {"viewModel": view_model}, given.screen.capitalize())
    link.start()
    try:
        return launch.run(app, window, options, link.viewed)
    finally:
        link.stop()
        stop()


def _role(given: Namespace) -> Role:
    if given.screen != "wall":
        return Role.DISPLAY
    return Role.OBSERVER if given.observer else Role.WALL


def _shown(link: ServerLink, given: Namespace) -> tuple[ScreenModel, Callable[[], None]]:
    """The chosen screen's view model, connected to the link, and a function that ends it."""
    if given.screen == "lobby":
        return _lobby(link, given)
    view_model = WallViewModel(link.now) if given.screen == "wall" else _desk(link, given)
    _join(link, view_model)
    return view_model, lambda: None


def _desk(link: ServerLink, given: Namespace) -> DeskViewModel:
    view_model = DeskViewModel(given.counter, link.now, asks=given.touch)

    def tell(said: Rated) -> None:
        link.send(
            RateTicket(
                counter=given.counter, ticket=said.ticket, score=said.score, reasons=said.reasons
            )
        )

    view_model.rated.connect(tell)
    return view_model


def _join(link: ServerLink, view_model: ScreenModel) -> None:
    link.welcomed.connect(view_model.welcome)
    link.viewed.connect(view_model.view)
    link.connectionChanged.connect(view_model.connection)


def _lobby(link: ServerLink, given: Namespace) -> tuple[ScreenModel, Callable[[], None]]:
    """The lobby's view model with its voice, and a function that stops the voice."""
    view_model = LobbyViewModel(link.now)
    _join(link, view_model)
    own = given.voice or own_voice()
    conductor, stop = hall_voice(own, link.now, view_model, silent=given.silent)
    _join_voice(link, conductor)
    conductor.began.connect(view_model.speak)
    conductor.translated.connect(view_model.speak)
    conductor.saying.connect(view_model.say)
    conductor.ended.connect(view_model.speech_ended)
    conductor.faultChanged.connect(view_model.set_fault)
    return view_model, stop


def _join_voice(link: ServerLink, conductor: Conductor) -> None:
    """Connect the signals of link and voice, both ways."""
    link.welcomed.connect(conductor.welcome)
    link.viewed.connect(conductor.view)
    link.noticed.connect(conductor.hear)
    link.speakerChanged.connect(conductor.take_turns)
    link.connectionChanged.connect(conductor.connection)
    link.spokenElsewhere.connect(conductor.settle)
    conductor.spoke.connect(link.tell_spoken)
    conductor.faultChanged.connect(Reports(link, "sound", parent=link).tell)
