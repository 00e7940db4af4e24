"""Every repair of a clerk against the real server: real window, real keys, real log."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from server.client.async_client import AsyncClient
from server.protocol.messages import PrintNotice, Role
from tests.support.clerk_apps import ClerkApp, clerk_app, facts, one_line
from tests.support.server_process import ServerProcess

pytestmark = pytest.mark.slow


def open_line(app: ClerkApp, label: str) -> None:
    """The sheet of somebody waiting, by a tap on his line, with his story in it."""
    names = app.do(do="names")["names"]
    app.tap(next(name for name in names if name.startswith(f"{label},")))
    app.sees("Lấy số: ")


def test_a_clerk_repairs_whatever_happens_in_a_morning(tmp_path: Path) -> None:
    """Call first with a reason, note a difficulty, add a stop, a priority, cancel, bring back,
    undo.
    """
    data = tmp_path / "data"
    with ServerProcess(data) as server:
        asyncio.run(one_line(server.ws, 5))
        with clerk_app(server.ws, tmp_path, 6, "1366x768") as app:
            app.sit("Nguyễn Thị An", 6)

            open_line(app, "6 003")
            app.do(do="key", key="1")
            app.do(do="key", key="Return")
            app.sees("Đang mời")
            assert "6 003" in app.texts()
            app.do(do="key", key="F3")
            app.sees("Đang phục vụ")

            app.tap("Mất mạng")
            app.do(do="key", key="F9")
            app.sees("Lấy số: ")
            app.do(do="key", key="3")
            app.tap("Trả kết quả")
            app.tap("Lưu các chặng")
            app.sees("chặng 1 trên 2")
            app.do(do="key", key="F4")
            app.do(do="key", key="Return")
            app.sees("4 người đang chờ")

            open_line(app, "6 002")
            app.do(do="key", key="2")
            app.tap("Người cao tuổi")
            app.tap("Ghi diện ưu tiên")
            app.sees("Đã ghi diện ưu tiên")

            open_line(app, "6 005")
            app.do(do="key", key="4")
            app.tap("Đúng, hủy số này")
            app.sees("3 người đang chờ")

            app.do(do="key", key="F1")
            app.sees("Đang mời")
            app.do(do="key", key="F7")
            app.sees("2 người đang chờ")
            app.tap("Để riêng 1")
            app.tap("Mời trở lại 6 002")
            app.sees("3 người đang chờ")

            app.do(do="key", key="F1")
            app.sees("Đang mời")
            app.do(do="key", key="Ctrl+Z")
            app.sees("Đã hoàn tác: gọi")
    kinds = [fact.kind for fact in facts(data)]
    for kind in (
        *("TicketTagged", "TicketRouted", "LegCompleted", "PriorityAdded", "TicketCancelled"),
        *("TicketMissed", "TicketReturned", "ActionUndone"),
    ):
        assert kinds.count(kind) == 1, kind


async def paper_at_a_kiosk(ws: str) -> PrintNotice:
    """What a kiosk is asked to print."""
    async with AsyncClient(ws, Role.KIOSK, "K7") as kiosk:
        await kiosk.wait_for(lambda client: len(client.print_notices) > 0, timeout_s=60)
        return kiosk.print_notices[0]


def test_a_helper_gives_a_number_to_somebody_who_cannot(tmp_path: Path) -> None:
    """Found by words without accents; in the line at once, and on paper at the kiosk chosen."""
    data = tmp_path / "data"
    with ServerProcess(data) as server, ThreadPoolExecutor(1) as elsewhere:
        asyncio.run(one_line(server.ws, 1))
        asked = elsewhere.submit(asyncio.run, paper_at_a_kiosk(server.ws))
        with clerk_app(server.ws, tmp_path, 1, "1366x1200") as app:
            app.sit("Mai Anh Tuấn", 1)
            app.do(do="key", key="F10")
            app.tap("Cấp số giúp")
            app.sees("Chưa chọn việc")
            app.do(do="type", text="chung thuc ban sao")
            app.do(do="key", key="Return")
            app.tap("Người cao tuổi")
            app.tap("Cấp số")
            app.sees("6 002")
            app.tap("Kiosk K7")
            app.tap("In phiếu 6\N{NO-BREAK SPACE}002")
            app.sees("Đã yêu cầu in phiếu")
            printed = asked.result(timeout=60)
            assert (printed.device, printed.label) == ("K7", "6 002")
            app.do(do="key", key="Escape")
            app.sees("2 người đang chờ")
    [given] = [fact.body for fact in facts(data) if fact.kind == "TicketIssued"][1:]
    assert (given["priority"], given["label"]) == ("P3", "6 002")
