"""The command-line options of all apps, and how their window is shown."""

import argparse
import io
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QStandardPaths, QTimer, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow

from assets.shell.pilot import Pilot
from assets.shell.watchdog import Watchdog

DEFAULT_SERVER = "auto"
SERVER_HELP = "ws://HOST:PORT/ws, auto (find it on the network), or auto:OFFICE among several"
SHOT_PATIENCE_MS = 5000
SETTLE_MS = 900  # longer than the longest fade of Theme


@dataclass(frozen=True)
class Options:
    """The common options, read. ``size`` is ``None`` for full screen."""

    server: str
    device: str
    token: str
    state: Path
    size: QSize | None
    shot: Path | None
    pilot: bool


def parser(app: str, about: str) -> argparse.ArgumentParser:
    """A parser with the common options of ``python -m <app>``; an app adds its own to it."""
    made = argparse.ArgumentParser(prog=f"python -m {app}", description=about)
    made.add_argument("--server", default=DEFAULT_SERVER, metavar="URL", help=SERVER_HELP)
    made.add_argument("--device", default=app, metavar="NAME", help="name of this device")
    made.add_argument("--token", default="", help="token of this device")
    made.add_argument("--state", type=Path, metavar="DIR", help="where the last view is kept")
    made.add_argument("--size", type=_size, metavar="WxH", help="a window instead of full screen")
    made.add_argument("--shot", type=Path, metavar="FILE", help="save the screen as PNG and leave")
    made.add_argument("--pilot", action="store_true", help="obey JSON lines on standard input")
    made.set_defaults(app=app)
    return made


def options(given: argparse.Namespace) -> Options:
    """The common options out of what ``parser`` read; the default state folder is the
    user's own.
    """
    state = given.state or _own_folder() / str(given.app) / str(given.device)
    return Options(
        server=given.server,
        device=given.device,
        token=given.token,
        state=state,
        size=given.size,
        shot=given.shot,
        pilot=given.pilot,
    )


def show(window: QQuickWindow, size: QSize | None) -> None:
    """Show ``window`` at ``size``, or over the full screen."""
    if size is None:
        window.showFullScreen()
    else:
        window.resize(size)
        window.show()


def run(
    app: QGuiApplication, window: QQuickWindow, chosen: Options, arrived: SignalInstance
) -> int:
    """Show the window and run until it is closed; returns the exit code.

    systemd's watchdog, where one is set, is told that the window is alive.

    ``arrived`` is a signal that fires with every view: ``--shot`` waits for the first one, or
    takes the disconnected screen when none came in time.
    """
    show(window, chosen.size)
    keep: list[QObject] = [Watchdog()]
    if chosen.shot is not None:
        keep.append(_Photographer(window, chosen.shot, arrived))
    if chosen.pilot:
        for stream in (sys.stdin, sys.stdout):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8")  # elsewhere it may be the machine's own
        keep.append(Pilot(window, sys.stdin, sys.stdout))
    return app.exec()


class _Photographer(QObject):
    """Takes one screenshot when the screen has settled after the first view, then ends the app."""

    def __init__(self, window: QQuickWindow, file: Path, arrived: SignalInstance) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._settling = False
        arrived.connect(self._settle)
        QTimer.singleShot(SHOT_PATIENCE_MS, self._settle)

    def _settle(self, *_: object) -> None:
        if not self._settling:
            self._settling = True
            QTimer.singleShot(SETTLE_MS, self._take)

    def _take(self) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        saved = self._window.grabWindow().save(str(self._file))
        QGuiApplication.exit(0 if saved else 1)


def _own_folder() -> Path:
    kind = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(kind)) / "denluot"


def _size(text: str) -> QSize:
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) and int(height)):
        raise argparse.ArgumentTypeError(f"{text} is no size; say for instance 1080x1920")
    return QSize(int(width), int(height))


def arguments(argv: Sequence[str] | None = None) -> list[str]:
    """The command line without the program, for tests and entry points alike."""
    return list(sys.argv[1:] if argv is None else argv)
