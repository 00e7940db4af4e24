"""The kiosk as a program of its own, with a real server, a printer file and a pilot's finger."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.kiosk_soak import soak
from kiosk.maintenance.control import LEFT
from tests.support.programs import Driven, lines, program, served

pytestmark = pytest.mark.slow

NOBODY = "ws://127.0.0.1:9/ws"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a real server on a Monday morning."""
    with served(tmp_path / "data") as ready:
        yield ready["ws"]


def kiosk(server: str, tmp_path: Path, *more: str) -> tuple[str, ...]:
    state = str(tmp_path / "state")
    return ("kiosk", "--server", server, "--state", state, "--size", "1080x1920", *more)


def test_a_touch_on_the_program_becomes_a_printed_number(server: str, tmp_path: Path) -> None:
    """Start page, procedure, *Lấy số*: the glass shows the number and the printer has its bytes."""
    paper = tmp_path / "paper.bin"
    with program(*kiosk(server, tmp_path, "--pilot", "--printer", f"file:{paper}")) as process:
        pilot = Driven(process)
        pilot.do(do="wait", name="Khai sinh", timeout_s=60)
        pilot.do(do="tap", name="Khai sinh")
        pilot.do(do="wait", text="Thủ tục đăng ký khai sinh")
        pilot.do(do="wait", name="Lấy số")
        pilot.do(do="tap", name="Lấy số")
        pilot.do(do="wait", text="Số của ông/bà")
        texts = pilot.do(do="texts")["texts"]
        assert "9 001" in texts
        assert "Trước ông/bà không còn ai chờ" in texts
        pilot.do(do="wait", text="Phiếu đang được in.")
        pilot.do(do="tap", name="Xong")
        pilot.do(do="wait", text="Hôm nay ông/bà cần làm việc gì?")
        pilot.do(do="quit")
        assert process.wait(60) == 0
        assert lines(process.stderr).read() == ""
    assert paper.stat().st_size > 5_000


def test_without_a_server_the_picture_is_the_disconnected_screen(tmp_path: Path) -> None:
    """`--shot` leaves with 0 and a picture after its patience, server or not."""
    picture = tmp_path / "shot.png"
    with program(*kiosk(NOBODY, tmp_path, "--shot", str(picture))) as process:
        assert process.wait(60) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_last_known_office_is_there_before_the_server_is(server: str, tmp_path: Path) -> None:
    """A restart while the server is away: the choices stand, and what is the matter."""
    with program(*kiosk(server, tmp_path, "--shot", str(tmp_path / "one.png"))) as process:
        assert process.wait(60) == 0
    with program(*kiosk(NOBODY, tmp_path, "--pilot")) as process:
        pilot = Driven(process)
        pilot.do(do="wait", name="Khai sinh", timeout_s=60)
        pilot.do(do="wait", text="Hệ thống đang mất kết nối.", timeout_s=60)


@pytest.mark.parametrize("words", [("--size", "big"), ("--printer", "lpt1")])
def test_a_wrong_option_is_refused_with_a_sentence(words: tuple[str, str]) -> None:
    """Not a traceback."""
    with program("kiosk", *words) as process:
        assert process.wait(60) == 2
        said = lines(process.stderr).read()
    assert words[1] in said
    assert "Traceback" not in said


def test_systemd_is_told_that_the_window_stands_and_lives(server: str, tmp_path: Path) -> None:
    """The unit's `Type=notify` and `WatchdogSec`: ready once, then a beat."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(30)
        environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "400000"}
        with program(*kiosk(server, tmp_path, "--pilot"), **environment) as process:
            heard = [systemd.recv(64) for _ in range(3)]
            Driven(process).do(do="quit")
            assert process.wait(60) == 0
    assert heard == [b"READY=1", b"WATCHDOG=1", b"WATCHDOG=1"]


def test_what_went_on_before_a_restart_is_there_after_it(server: str, tmp_path: Path) -> None:
    """A power cut between two citizens: the next number follows, and nothing is printed twice."""
    paper = tmp_path / "paper.bin"
    words = kiosk(server, tmp_path, "--pilot", "--printer", f"file:{paper}")
    with program(*words) as process:
        take_birth(Driven(process), "9 001")
        process.kill()
        process.wait(60)
    printed = paper.stat().st_size
    with program(*words) as process:
        pilot = Driven(process)
        pilot.do(do="wait", name="Khai sinh", timeout_s=60)
        assert paper.stat().st_size == printed
        take_birth(pilot, "9 002")
        pilot.do(do="quit")
        assert process.wait(60) == 0


def test_staff_come_out_by_the_corner_and_the_code_and_nobody_else(
    server: str, tmp_path: Path
) -> None:
    """Held three seconds, the demo office's code: restart keeps the process, close ends it."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(60)
        environment = {"NOTIFY_SOCKET": str(tmp_path / "notify")}
        with program(*kiosk(server, tmp_path, "--pilot"), **environment) as process:
            assert systemd.recv(64) == b"READY=1"
            pilot = Driven(process)
            open_maintenance(pilot, "246810")
            pilot.sees("Kiosk này không có máy in")
            pilot.tap("Khởi động lại chương trình")
            assert systemd.recv(64) == b"READY=1"
            open_maintenance(pilot, "246810")
            pilot.tap("Đóng chương trình")
            assert process.wait(60) == LEFT


def open_maintenance(pilot: Driven, code: str) -> None:
    pilot.do(do="wait", name="Khai sinh", timeout_s=60)
    pilot.do(do="tap", name="staffCorner", hold_s=3.3)
    pilot.do(do="wait", name="Thôi", timeout_s=10)
    for sign in code:
        pilot.tap(sign)
    pilot.tap("Mở trang bảo trì")
    pilot.sees("Bảo trì kiosk")


def take_birth(pilot: Driven, label: str) -> None:
    pilot.tap("Khai sinh", timeout_s=60)
    pilot.tap("Lấy số")
    pilot.sees(label)
    pilot.sees("Phiếu đang được in.")
    pilot.tap("Xong")


def test_a_short_day_of_touches_leaves_the_memory_as_it_was(tmp_path: Path) -> None:
    """`bench.kiosk_soak` in small: what grows by the touch would show."""
    first, last = soak(tmp_path, touches=80, warm=60, tell=lambda _words: None)
    assert last - first < 12_000  # kB; the whole day's figure is in bench/README.md
