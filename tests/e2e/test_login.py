"""A clerk's morning with the real server and the real app: first PIN, own PIN, desk, power cut."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import assets
from server.client.async_client import AsyncClient
from server.protocol.commands import IssueTicket
from server.protocol.messages import Result, Role
from tests.integration.test_cli_clerk import pins_of
from tests.support.programs import Driven, program
from tests.support.server_process import ServerProcess, denluot

pytestmark = pytest.mark.slow

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


async def somebody_comes(ws: str) -> str:
    """Takes a number for the desk's work; its label."""
    async with AsyncClient(ws, Role.KIOSK, "K1") as kiosk:
        given = await kiosk.ask(IssueTicket(ticket="t1", service="xay_dung"))
    assert isinstance(given, Result)
    return given.label


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
            app.sees("Đặt mã PIN mới", 60)
            types(app, "6317")
            app.tap("Tiếp")
            app.sees("Nhập lại mã PIN mới")
            types(app, "6317")
            app.tap("Lưu và đăng nhập")
            app.tap(DESK, 60)
            app.tap("Mở quầy 4")
            app.do(do="wait", name="Gọi tiếp", timeout_s=60)
            server.kill()
            server.start()
            label = asyncio.run(somebody_comes(server.ws))
            app.sees(label, 60)
            app.tap("Gọi tiếp")
            app.do(do="wait", name="Gọi lại", timeout_s=60)
        with counter_app(server, state) as app:
            app.sees("Mã PIN của tôi", 60)
            assert NAME in app.texts()
            types(app, "6317")
            app.tap("Đăng nhập")
            app.sees(label, 60)
        signed = [each for each in server.log() if each["event"] == "clerk_signed_in"]
        assert [each["clerk"] for each in signed] == [CLERK, CLERK]
        assert first not in server.errors()
        assert "6317" not in server.errors()
