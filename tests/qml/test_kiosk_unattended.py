"""What keeps a kiosk alive with nobody near: the beat, the looks at clock and disk, the voice."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pytestqt.qtbot import QtBot

from assets.shell.watchdog import Watchdog
from assets.voicebank.loudspeaker import Fault, LoudspeakerError
from assets.voicebank.samples import Samples
from kiosk.maintenance.health import OFFSET_S, Health, disk_status
from kiosk.reader import Reader, clips_in
from server.protocol.messages import Welcome
from server.protocol.version import PROTOCOL_VERSION
from tests.support.kiosk_samples import MORNING, morning_view, ward


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    """The socket on which systemd listens."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    line.bind(str(tmp_path / "notify"))
    line.settimeout(5)
    yield line
    line.close()


def test_the_window_s_own_timer_tells_systemd_that_it_lives(
    systemd: socket.socket, qtbot: QtBot
) -> None:
    """Ready at once, then a beat twice in each span; a hung window sends none."""
    environment = {"NOTIFY_SOCKET": systemd.getsockname(), "WATCHDOG_USEC": "100000"}
    dog = Watchdog(environment)
    assert systemd.recv(64) == b"READY=1"
    beats: list[bytes] = []
    systemd.settimeout(0)

    def heard() -> bool:
        try:
            beats.append(systemd.recv(64))
        except BlockingIOError:
            return False
        return len(beats) >= 2

    qtbot.waitUntil(heard)
    assert set(beats) == {b"WATCHDOG=1"}
    dog.deleteLater()


def test_without_systemd_nothing_is_sent_and_a_dead_one_harms_nothing(tmp_path: Path) -> None:
    """A kiosk started by hand, and one whose manager has gone."""
    Watchdog({})
    Watchdog({"NOTIFY_SOCKET": str(tmp_path / "nobody"), "WATCHDOG_USEC": "1000000"})
    Watchdog({"NOTIFY_SOCKET": "@denluot-nobody"})


def test_a_disk_is_looked_at_by_writing(tmp_path: Path) -> None:
    """A folder that can be written, one without room, and one that is none."""
    assert disk_status(tmp_path / "new") == "ok"
    assert list((tmp_path / "new").iterdir()) == []
    assert disk_status(tmp_path, least_free=2**62) == "low"
    (tmp_path / "file").write_text("x")
    assert disk_status(tmp_path / "file") == "unwritable"


@pytest.mark.parametrize(("ahead_s", "status"), [(0, "ok"), (-30, "ok"), (90, "offset")])
def test_a_wrong_clock_is_found_by_the_server_s(tmp_path: Path, ahead_s: int, status: str) -> None:
    """However wrong, the kiosk goes by the server's; the difference is told to staff."""
    looks: dict[str, str] = {}
    machine = MORNING.astimezone(UTC) + timedelta(seconds=ahead_s)
    health = Health(tmp_path, lambda: MORNING, lambda: machine)
    health.found.connect(looks.__setitem__)
    health.welcomed(greeting(clock_rate=1))
    assert looks == {"disk": "ok", "clock": status}
    assert health.offset_s == ahead_s
    assert OFFSET_S < 90


def test_a_demo_s_clock_is_compared_with_nothing(tmp_path: Path) -> None:
    """It runs faster than any."""
    health = Health(tmp_path, lambda: MORNING, lambda: datetime.now(UTC))
    health.welcomed(greeting(clock_rate=60))
    assert health.offset_s is None


def greeting(clock_rate: float) -> Welcome:
    return Welcome(
        protocol=PROTOCOL_VERSION,
        server="test",
        at=MORNING,
        clock_rate=clock_rate,
        office=ward(),
        view=morning_view(),
        last_notice="",
    )


def recorded(folder: Path, *units: str) -> Path:
    folder.mkdir()
    tone = np.sin(np.linspace(0, 2000, 4800, dtype=np.float32))
    for unit in units:
        soundfile.write(folder / f"{unit}.wav", tone, 48_000)
    return folder


def test_the_recordings_of_a_folder_belong_to_its_language(tmp_path: Path) -> None:
    """Own ones and shipped ones alike; a folder that is not there says nothing."""
    own = recorded(tmp_path / "vi", "kiosk_start")
    shipped = recorded(tmp_path / "en-provisional", "digit_1")
    assert clips_in({"vi": (own,), "en": (shipped, tmp_path / "km")}) == {
        "vi/kiosk_start",
        "en/digit_1",
    }


def test_a_new_page_silences_the_one_before(tmp_path: Path) -> None:
    """And a broken loudspeaker is told, not thrown."""
    folder = recorded(tmp_path / "vi", "digit_1", "digit_2")
    playing: list[threading.Event] = []
    lengths: list[int] = []
    began, told = threading.Semaphore(0), threading.Event()
    faults: list[str] = []

    def play(sound: Samples, stopped: threading.Event) -> None:
        playing.append(stopped)
        lengths.append(len(sound))
        began.release()
        if len(playing) == 3:
            raise LoudspeakerError(Fault.NO_DEVICE)
        stopped.wait(5)

    def fault(word: str) -> None:
        faults.append(word)
        told.set()

    reader = Reader({"vi": (folder,)}, play, fault)
    reader.say(("vi/digit_1",))
    assert began.acquire(timeout=5)
    reader.say(("vi/digit_1", "vi/digit_2"))
    assert began.acquire(timeout=5)
    assert playing[0].is_set()
    assert not playing[1].is_set()
    assert lengths[1] > lengths[0]
    reader.say(("vi/digit_1",))
    assert began.acquire(timeout=5)
    assert told.wait(5)
    assert faults == ["no_device"]
    reader.stop()
