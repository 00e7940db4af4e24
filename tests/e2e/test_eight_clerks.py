"""Eight clerk programs on one line: each person served once, nobody skipped, by the database."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from tests.support.clerk_apps import all_at_work, clerk_app, facts, one_line
from tests.support.programs import program, served
from tests.support.server_process import ServerProcess

pytestmark = pytest.mark.slow

TICKETS = 240
CLERKS = 8


@pytest.mark.timeout(600)
def test_eight_clerk_programs_serve_a_full_hall_each_person_once_and_none_skipped(
    tmp_path: Path,
) -> None:
    """Real windows, real keys, real sockets; the log says the rest.

    Every number was called once, begun once and completed once, by one desk; the calls came in the
    order of the numbers; no desk stood idle while others worked.
    """
    data = tmp_path / "data"
    with served(data) as ready:
        asyncio.run(one_line(ready["ws"], TICKETS))
        by_desk = all_at_work(ready["ws"], tmp_path, CLERKS)
    happened = facts(data)
    for kind in ("TicketIssued", "TicketCalled", "ServiceStarted", "TicketCompleted"):
        tickets = Counter(each.body["ticket"] for each in happened if each.kind == kind)
        assert set(tickets.values()) == {1}, kind
        assert len(tickets) == TICKETS, kind
    called = [each.body["ticket"] for each in happened if each.kind == "TicketCalled"]
    assert called == sorted(called)
    assert sum(by_desk) == TICKETS
    assert min(by_desk) > 0
    with program("server", "verify", str(data)) as checking:
        said, _ = checking.communicate(timeout=60)
    assert "log clean" in said, said


def test_a_server_without_power_takes_no_ticket_out_of_a_clerks_hand(tmp_path: Path) -> None:
    """Killed while somebody is served: the number stays, the banner says so, work goes on after."""
    with ServerProcess(tmp_path / "data") as server:
        asyncio.run(one_line(server.ws, 2))
        with clerk_app(server.ws, tmp_path, 6) as app:
            app.sit("Nguyễn Thị An", 6)
            app.do(do="key", key="F1")
            app.sees("Đang mời")
            app.do(do="key", key="F3")
            app.sees("Đang phục vụ")
            server.kill()
            app.sees("Mất kết nối máy chủ")
            app.do(do="key", key="F4")
            assert "6 001" in app.texts()
            server.start()
            app.misses("Mất kết nối máy chủ")
            app.do(do="key", key="F4")
            app.do(do="key", key="Return")
            app.sees("1 người đang chờ")


def test_a_clerk_whose_app_was_killed_finds_ticket_and_undo_again(tmp_path: Path) -> None:
    """The same seat without logging in; Ctrl+Z takes back what was done before."""
    with ServerProcess(tmp_path / "data") as server:
        asyncio.run(one_line(server.ws, 2))
        with clerk_app(server.ws, tmp_path, 6) as app:
            app.sit("Nguyễn Thị An", 6)
            app.do(do="key", key="F1")
            app.sees("Đang mời")
        with clerk_app(server.ws, tmp_path, 6) as app:
            app.sees("Đang mời", timeout_s=60)
            app.sees("gọi 6 001 · còn")
            app.do(do="key", key="Ctrl+Z")
            app.sees("2 người đang chờ")
