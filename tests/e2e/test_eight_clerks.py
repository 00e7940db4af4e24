"""Eight clerk programs on one line: each person served once, nobody skipped, by the database."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from tests.clerk_apps import all_at_work, facts, one_line
from tests.programs import program, served

TICKETS = 160
CLERKS = 8


@pytest.mark.timeout(180)
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
        said, _ = checking.communicate(timeout=30)
    assert "log clean" in said, said
