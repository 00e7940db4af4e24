"""One citizen, one ticket, every part real: from a finger on the kiosk to the wall's count.

Processes, sockets, a data directory, a TCP printer that decodes what it gets, a sound server whose
output is recorded. zbar and tesseract read the paper; nothing of ours reads it for them.
"""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from assets import VOICE
from assets.voicebank.clips import ClipBank
from tests.support.fake_printer import FakePrinter
from tests.support.programs import Driven, program, served
from tests.support.readers import found, read, says_label, scanned, with_margin
from tests.support.sound_server import Recorder, SoundServer, place_of
from tests.support.waiting import until

pytestmark = pytest.mark.slow

HEARD = ("ph_moi", "digit_6", "num_001", "desk_6")


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recorder]:
    """A sound server that only our programs find, and a recording of it."""
    home = tmp_path / "sound"
    home.mkdir()
    server = SoundServer(home)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(home))
    monkeypatch.setenv("PULSE_SERVER", f"unix:{server.socket}")
    server.start()
    recorder = Recorder()
    yield recorder
    recorder.stop()
    server.kill()


def app(tmp_path: Path, ws: str, *words: str) -> tuple[str, ...]:
    """An app's command line, its kept view apart from the others'."""
    state = tmp_path / "-".join(word for word in words if word.isalpha())
    return (*words, "--server", ws, "--state", str(state), "--pilot")


def test_a_ticket_from_the_first_touch_to_the_count_on_the_wall(
    tmp_path: Path, sound: Recorder
) -> None:
    """Taken, printed, called, shown, spoken, served, counted; and the log checks clean."""
    data = tmp_path / "data"
    with (
        FakePrinter() as printer,
        served(data) as ready,
        program(
            *app(tmp_path, ready["ws"], "kiosk", "--device", "K1", "--printer", printer.address),
            "--size=1080x1920",
        ) as kiosk_process,
        program(
            *app(tmp_path, ready["ws"], "counter", "--device", "C6"), "--size=1366x768"
        ) as counter_process,
        program(
            *app(tmp_path, ready["ws"], "display", "--screen", "lobby"), "--size=1920x1080"
        ) as lobby_process,
        program(
            *app(tmp_path, ready["ws"], "display", "--screen", "wall"), "--size=1920x1080"
        ) as wall_process,
    ):
        kiosk, counter = Driven(kiosk_process), Driven(counter_process)
        lobby, wall = Driven(lobby_process), Driven(wall_process)

        kiosk.tap("Chứng thực bản sao", timeout_s=60)
        kiosk.tap("Lấy số")
        kiosk.sees("6 001")
        until(lambda: bool(printer.decoder.sheets))
        address = paper_says(printer, tmp_path)
        assert address.startswith(ready["url"])
        assert "Xin mời ông/bà chờ được gọi." in httpx.get(address).text

        counter.tap("Phạm Hương Giang", timeout_s=60)
        counter.tap("Chứng thực, công thương")
        counter.tap("Mở quầy 6")
        counter.sees("6 001")
        counter.do(do="key", key="F1")

        lobby.sees("6 001")
        lobby.sees("đến quầy 6")
        lobby.sees("Kính mời công dân có số 6 001 đến quầy số 6.")
        assert_heard(sound, VOICE / "vi-provisional")

        counter.do(do="key", key="F3")
        counter.sees("Đang phục vụ")
        counter.do(do="key", key="F4")
        counter.do(do="key", key="Return")
        counter.sees("Hôm nay đã phục vụ")
        wall.sees("Hoàn thành")
        until(lambda: httpx.get(f"{ready['url']}/health").json()["waiting"] == 0)
        until(lambda: completed_on(wall) == "1")
        assert "Đã phục vụ xong." in httpx.get(address).text
    with program("server", "verify", str(data)) as checking:
        said, _ = checking.communicate(timeout=60)
    assert "log clean" in said, said


def completed_on(wall: Driven) -> str:
    """The figure of the wall's tile for finished visits."""
    texts = wall.texts()
    return texts[texts.index("Hoàn thành") + 1]


def paper_says(printer: FakePrinter, folder: Path) -> str:
    """The one sheet is right, read by independent eyes; the address in its code."""
    [sheet] = printer.sheets()
    page = with_margin(sheet)
    assert says_label(page, "6 001")
    words = read(page, folder, "-l", "vie", "--psm", "4")
    for wanted in ("Chứng thực", "Vì nhân dân phục vụ"):
        assert found(wanted, words) >= 0.9 * len(wanted), (wanted, words)
    [address] = scanned([page], folder)
    return address


def assert_heard(sound: Recorder, voice: Path) -> None:
    """Every clip of the sentence is in the recording, each after the one before."""
    bank = ClipBank(voice)
    last = bank.clip(HEARD[-1])
    until(lambda: place_of(last, sound.sound)[1] > 0.95, within_s=30)
    places = []
    for unit in HEARD:
        place, likeness = place_of(bank.clip(unit), sound.sound)
        assert likeness > 0.95, (unit, likeness)
        places.append(place)
    assert places == sorted(places)
