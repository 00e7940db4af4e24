"""A supervisor's day with the real server and the real app, as the hall sees it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server.client.async_client import AsyncClient
from server.protocol.commands import IssueTicket, ReportDevice
from server.protocol.messages import Role
from server.protocol.views import CounterStatus, DisplayView, KioskView, WallView
from tests.support.programs import Driven, program
from tests.support.server_process import ServerProcess
from tests.support.waiting import soon

pytestmark = pytest.mark.slow

NAME, CLERK = "Nguyễn Thị Thu Hà", "cb01"
HINT = (
    "Viết về phòng chờ: giờ giấc, quầy, công việc. Không viết về một người nào: "
    "không họ tên, không số phiếu."
)
NOTICE = "Quay 7 mo lai luc 9 gio."
DESK_AND_WORK = ("Văn phòng đăng ký đất đai", "Đất đai: Văn phòng đăng ký đất đai")
CAUSE = "Hệ thống phần mềm gặp sự cố"


class Hall:
    """The wall, a display and a kiosk, by what they are shown."""

    def __init__(self, ws: str) -> None:
        self.clients = (
            AsyncClient(ws, Role.WALL, "W1"),
            AsyncClient(ws, Role.DISPLAY, "D1"),
            AsyncClient(ws, Role.KIOSK, "K1"),
        )

    @property
    def wall(self) -> WallView:
        """What the wall shows."""
        view = self.clients[0].view
        assert isinstance(view, WallView)
        return view

    @property
    def display(self) -> DisplayView:
        """What the lobby shows."""
        view = self.clients[1].view
        assert isinstance(view, DisplayView)
        return view

    @property
    def kiosk(self) -> KioskView:
        """What the kiosk shows."""
        view = self.clients[2].view
        assert isinstance(view, KioskView)
        return view


@contextmanager
def supervisors_app(ws: str, state: Path) -> Iterator[Driven]:
    """The counter app of a supervisor who has said his name and sits at no desk."""
    words = ("counter", "--server", ws, "--state", str(state), "--pilot")
    with program(*words, "--size", "1366x768", "--device", "C1") as process:
        app = Driven(process)
        app.tap(NAME, 60)
        yield app


def alerted(hall: Hall) -> bool:
    """The wall tells of the printer."""
    return hall.wall.alerts != ()


def owned(hall: Hall) -> bool:
    """The wall says who sees to it."""
    return {each.owner for each in hall.wall.alerts} == {CLERK}


def paused(hall: Hall) -> bool:
    """The kiosk gives no numbers of one service and can say why, and so can the wall."""
    stopped = [each for each in hall.kiosk.services if not each.open]
    told = [each.paused for each in hall.wall.services if each.paused]
    return [each.paused for each in stopped] == told == ["phan_mem_loi"]


def posted(hall: Hall) -> bool:
    """The notice stands in the lobby and on the wall."""
    shown = (hall.display.notices, hall.wall.notices)
    return [[each.text for each in notices] for notices in shown] == [[NOTICE], [NOTICE]]


def ended(hall: Hall) -> bool:
    """Nobody waits, no desk is open, no number is given."""
    desks = {each.status for each in hall.display.counters}
    return not hall.kiosk.open and not hall.wall.totals.waiting and desks == {CounterStatus.CLOSED}


async def the_day(app: Driven, hall: Hall) -> None:
    """Every act of the app, and what it does to the hall."""
    kiosk = hall.clients[2]
    await kiosk.ask(IssueTicket(ticket="t1", service="xay_dung"))
    await kiosk.ask(ReportDevice(part="printer", status="paper_out"))
    await soon(lambda: alerted(hall), what="alerted")
    await act(app, "Xem", "Tôi xử lý")
    await soon(lambda: owned(hall), what="owned")
    await act(app, "Cấp số", hall_service(hall), CAUSE, "Tạm dừng cấp số")
    await soon(lambda: paused(hall), what="paused")
    await act(app, "Thông báo", HINT)
    await asyncio.to_thread(lambda: app.do(do="type", text=NOTICE))
    await act(app, "Đăng thông báo trong 30 phút")
    await soon(lambda: posted(hall), what="posted")
    await act(app, "Thử phương án", *DESK_AND_WORK, "Tính thử")
    await asyncio.to_thread(app.sees, "lần mô phỏng", 60)
    await act(app, "Cuối ngày")
    await asyncio.to_thread(app.sees, "Còn 1 người đang chờ. Số của họ hết hiệu lực ngay.")
    await act(app, "Kết thúc ngày…", "Đúng, kết thúc ngày")
    await soon(lambda: ended(hall), what="ended")
    await asyncio.to_thread(app.sees, "Ngày làm việc đã kết thúc")


def hall_service(hall: Hall) -> str:
    """The first service's name."""
    return hall.clients[0].welcome.office.services[0].name


async def act(app: Driven, *names: str) -> None:
    """Tap these one after the other, while the hall's clients go on living."""
    for name in names:
        await asyncio.to_thread(app.tap, name, 60)


def test_what_a_supervisor_does_in_the_app_is_seen_by_the_hall(tmp_path: Path) -> None:
    """An alert taken, numbers stopped, a notice, the end of the day: wall, lobby, kiosk agree."""

    async def live(ws: str, app: Driven) -> None:
        hall = Hall(ws)
        async with hall.clients[0], hall.clients[1], hall.clients[2]:
            await the_day(app, hall)

    with (
        ServerProcess(tmp_path / "data") as server,
        supervisors_app(server.ws, tmp_path / "state") as app,
    ):
        asyncio.run(live(server.ws, app))
