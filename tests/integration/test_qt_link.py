"""The link as a window sees it: signals in its own thread, over a real server."""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from server.client.last_view import LastView
from server.client.qt_link import ServerLink
from server.protocol.codec import encode
from server.protocol.errors import ErrorCode
from server.protocol.messages import CallNotice, Error, Result, Role, Welcome
from server.protocol.views import KioskView
from tests.support.tiny_office import CALL, ISSUE, NINE, greeting, kiosk_view
from tests.support.tiny_server import TinyServer

NOBODY = "ws://127.0.0.1:9/ws"
FILE = "last-view-kiosk.json"


class Window:
    """Whatever a link has signalled, in order, with the thread it came in."""

    def __init__(self, link: ServerLink) -> None:
        self.link = link
        self.heard: list[object] = []
        self.connections: list[str] = []
        self.answers: list[tuple[str, object]] = []
        self.stale: list[bool] = []
        self.threads: set[threading.Thread] = set()
        link.welcomed.connect(self._hear)
        link.viewed.connect(self._hear)
        link.noticed.connect(self._hear)
        link.answered.connect(self._answer)
        link.connectionChanged.connect(self._connection)

    def views(self) -> list[int]:
        """The versions shown."""
        return [one.version for one in self.heard if isinstance(one, KioskView)]

    def notices(self) -> list[str]:
        """The calls heard."""
        return [one.n for one in self.heard if isinstance(one, CallNotice)]

    def _hear(self, what: object) -> None:
        self.heard.append(what)
        self.stale.append(self.link.is_stale)
        self.threads.add(threading.current_thread())

    def _answer(self, command_id: str, outcome: object) -> None:
        self.answers.append((command_id, outcome))
        self.threads.add(threading.current_thread())

    def _connection(self, state: str) -> None:
        self.connections.append(state)
        self.threads.add(threading.current_thread())


@pytest.fixture
def server() -> Iterator[TinyServer]:
    """A server that drops whoever leaves its pings unanswered for half a second."""
    with TinyServer(ping_s=0.5) as tiny:
        yield tiny


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., Window]]:
    """Make links with a window each, not started; all are stopped at the end."""
    links: list[ServerLink] = []

    def make(url: str, state_dir: Path | None = None) -> Window:
        links.append(ServerLink(url, Role.KIOSK, "K1", state_dir=state_dir))
        return Window(links[-1])

    yield make
    for link in links:
        link.stop()
        link.deleteLater()


def _live(window: Window) -> Callable[[], bool]:
    return lambda: window.connections[-1:] == ["live"]


def test_everything_reaches_the_windows_own_thread_in_order(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window]
) -> None:
    """Welcome, view, then live; an answer carries the id that send gave."""
    window = open_window(server.url)
    window.link.start()
    qtbot.waitUntil(_live(window))
    command_id = window.link.send(CALL)
    qtbot.waitUntil(lambda: bool(window.answers and window.notices()))
    assert window.connections == ["connecting", "live"]
    assert [type(one) for one in window.heard[:2]] == [Welcome, KioskView]
    assert window.answers == [(command_id, Result(id=command_id, version=1))]
    assert window.notices() == ["2026-11-23/1"]
    assert window.threads == {threading.main_thread()}


def test_a_window_frozen_for_two_seconds_keeps_its_link(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window]
) -> None:
    """The server is impatient, yet one connection lasts; of the views only the newest is shown."""
    window = open_window(server.url)
    window.link.start()
    qtbot.waitUntil(_live(window))
    frozen_until = time.monotonic() + 2.0
    while time.monotonic() < frozen_until:
        server.call()
        time.sleep(0.02)
    shown_before = len(window.views())
    qtbot.waitUntil(lambda: window.views()[-1] == server.office.version)
    assert window.notices() == [notice.n for notice in server.office.notices]
    assert window.connections == ["connecting", "live"]
    assert server.connection_count == 1
    assert len(window.views()) - shown_before <= 2


def test_a_lost_link_is_said_once_and_comes_back(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window]
) -> None:
    """However many attempts it takes; what was sent meanwhile is answered."""
    window = open_window(server.url)
    window.link.start()
    qtbot.waitUntil(_live(window))
    server.kill()
    qtbot.waitUntil(lambda: window.connections[-1] == "lost")
    assert window.link.is_stale
    command_id = window.link.send(ISSUE)
    server.start()
    qtbot.waitUntil(lambda: bool(window.answers))
    assert window.connections == ["connecting", "live", "lost", "live"]
    assert window.answers == [(command_id, Result(id=command_id, version=1))]
    assert not window.link.is_stale


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (ErrorCode.BAD_TOKEN, "refused"),
        (ErrorCode.INCOMPATIBLE_PROTOCOL, "incompatible"),
    ],
)
def test_a_link_that_will_never_be_says_why(
    qtbot: QtBot,
    server: TinyServer,
    open_window: Callable[..., Window],
    code: ErrorCode,
    said: str,
) -> None:
    """It does not say lost, for waiting would not help."""
    server.refusal = Error(code=code)
    window = open_window(server.url)
    window.link.start()
    qtbot.waitUntil(lambda: window.connections == ["connecting", said])
    assert window.link.is_stale


def test_watching_reaches_the_server(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window]
) -> None:
    """Another counter is shown from now on."""
    window = open_window(server.url)
    window.link.start()
    qtbot.waitUntil(_live(window))
    window.link.watch("c2")
    qtbot.waitUntil(lambda: server.office.watched == ["c2"])


def test_the_last_view_is_shown_before_the_server_is_there(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window], tmp_path: Path
) -> None:
    """A screen that starts in a power cut shows what it last knew, and says that it is stale."""
    first = open_window(server.url, tmp_path)
    first.link.start()
    qtbot.waitUntil(_live(first))
    first.link.send(ISSUE)
    qtbot.waitUntil(lambda: first.views()[-1:] == [1])
    first.link.stop()

    second = open_window(NOBODY, tmp_path)
    second.link.start()
    assert [type(one) for one in second.heard] == [Welcome, KioskView]
    assert second.views() == [1]
    assert second.stale == [True, True]
    assert second.connections == ["connecting"]


def test_a_live_view_takes_the_place_of_the_kept_one(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window], tmp_path: Path
) -> None:
    """Even when its version is smaller: the server is believed."""
    LastView(tmp_path, Role.KIOSK).save(greeting(version=900))
    window = open_window(server.url, tmp_path)
    window.link.start()
    qtbot.waitUntil(_live(window))
    assert window.views() == [900, 0]
    assert window.stale == [True, True, False, False]


def test_views_are_kept_at_most_once_a_second(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window], tmp_path: Path
) -> None:
    """A busy morning does not wear out the disk; stopping keeps the newest at once."""
    window = open_window(server.url, tmp_path)
    window.link.start()
    qtbot.waitUntil(_live(window))
    began, saved = time.monotonic(), set[int]()
    while time.monotonic() - began < 1.5 or not saved:
        window.link.send(ISSUE)
        qtbot.wait(10)
        if (tmp_path / FILE).exists():
            saved.add((tmp_path / FILE).stat().st_mtime_ns)
    assert len(saved) <= time.monotonic() - began + 1
    assert [one.name for one in tmp_path.iterdir()] == [FILE]
    qtbot.waitUntil(lambda: window.views()[-1] == server.office.version)
    window.link.send(ISSUE)
    qtbot.waitUntil(lambda: window.views()[-1] == server.office.version)
    newest = window.views()[-1]
    window.link.stop()
    kept = LastView(tmp_path, Role.KIOSK).load()
    assert kept is not None
    assert kept.view.version == newest


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff", b"{}", encode(kiosk_view(1)).encode(), encode(greeting()).encode()[:-9]],
)
def test_a_spoilt_file_is_ignored_with_a_line_in_the_log(
    open_window: Callable[..., Window],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    content: bytes,
) -> None:
    """A cut of power in the wrong moment must not keep a kiosk from starting."""
    (tmp_path / FILE).write_bytes(content)
    window = open_window(NOBODY, tmp_path)
    window.link.start()
    assert window.heard == []
    assert f"ignoring {FILE}" in caplog.text


def test_another_roles_view_is_not_shown(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A file that was renamed by hand."""
    LastView(tmp_path, Role.KIOSK).save(greeting())
    (tmp_path / FILE).rename(tmp_path / "last-view-wall.json")
    assert LastView(tmp_path, Role.WALL).load() is None
    assert "no view for a wall" in caplog.text


def test_a_folder_that_cannot_be_written_costs_only_a_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The kiosk goes on without its memory."""
    (tmp_path / "taken").write_text("a file where the folder should be")
    LastView(tmp_path / "taken", Role.KIOSK).save(greeting())
    assert "could not keep the last view" in caplog.text


def test_what_is_kept_is_a_message_of_the_published_language(tmp_path: Path) -> None:
    """No token is in it, and the names are as they were, in UTF-8."""
    folder = tmp_path / "state" / "kiosk"
    LastView(folder, Role.KIOSK).save(greeting(version=3))
    kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    assert kept["office"]["name"].endswith("phường Hòa Bình")
    assert LastView(folder, Role.KIOSK).load() == greeting(version=3)


def test_now_is_the_offices_time_once_greeted(
    qtbot: QtBot, server: TinyServer, open_window: Callable[..., Window]
) -> None:
    """Before, it is this machine's; always aware."""
    window = open_window(server.url)
    assert abs(window.link.now() - datetime.now(UTC)) < timedelta(seconds=5)
    window.link.start()
    qtbot.waitUntil(_live(window))
    assert NINE <= window.link.now() < NINE + timedelta(seconds=30)
    assert window.link.now().isoformat().endswith("+07:00")


def test_now_is_in_the_offices_zone_with_only_a_kept_view(
    open_window: Callable[..., Window], tmp_path: Path
) -> None:
    """The machine's own moment, told in the office's zone."""
    LastView(tmp_path, Role.KIOSK).save(greeting())
    window = open_window(NOBODY, tmp_path)
    window.link.start()
    assert window.link.now().isoformat().endswith("+07:00")
    assert abs(window.link.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_after_stop_no_thread_runs_and_no_signal_comes(
    qtbot: QtBot,
    server: TinyServer,
    open_window: Callable[..., Window],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Also what was already on the way is not shown to a closing window."""
    caplog.set_level(logging.WARNING)
    window = open_window(server.url)
    window.link.start()
    qtbot.waitUntil(_live(window))
    window.link.send(ISSUE)
    heard = list(window.heard)
    window.link.stop()
    assert not [one for one in threading.enumerate() if one.name == "denluot-link"]
    QCoreApplication.processEvents()
    assert window.heard == heard
    assert window.answers == []
    assert caplog.records == []
