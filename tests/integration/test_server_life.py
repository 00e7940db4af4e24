"""A ticket's life over the wire, through the reference client, and every refusal on the way."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from server.client.async_client import AsyncClient
from server.codes import OF_THE_RULES, ErrorCode
from server.core.commands import CloseDay
from server.core.rules import CounterRule, Rules, ServiceRule
from server.protocol import commands as w
from server.protocol.messages import Result, Role
from server.protocol.views import CounterView, DisplayView, WallView
from tests.support.bare_client import Bare, Message
from tests.support.builders import MONDAY, at, some_rules
from tests.support.running_office import Running, running_office, verdict_on

HERE: dict[str, Any] = {"counter": "6", "clerk": "an"}
THERE: dict[str, Any] = {"counter": "8", "clerk": "binh"}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A small office at half past eight."""
    async with running_office(tmp_path) as running:
        yield running


async def done(client: AsyncClient, command: w.AnyCommand) -> Result:
    """The answer, which must be no refusal."""
    answer = await client.ask(command)
    assert isinstance(answer, Result), answer
    return answer


async def test_a_whole_life_is_seen_by_everybody_it_concerns(
    server: Running, tmp_path: Path
) -> None:
    """Number, call, recall, start, hold, return, call, transfer, call, complete."""
    async with AsyncExitStack() as stack:

        async def joined(role: Role, scope: str = "") -> AsyncClient:
            return await stack.enter_async_context(
                AsyncClient(server.ws, role, f"{role}-1", scope=scope)
            )

        kiosk = await joined(Role.KIOSK)
        an, binh = await joined(Role.COUNTER, "6"), await joined(Role.COUNTER, "8")
        lobby, wall = await joined(Role.DISPLAY), await joined(Role.WALL)
        await done(an, w.OpenCounter(**HERE))
        await done(binh, w.OpenCounter(**THERE))
        given = await done(kiosk, w.IssueTicket(ticket="t", service="copy", priority="P3"))
        assert (given.label, given.ahead) == ("6 001", 0)
        assert given.wait is not None
        called = await done(an, w.CallNext(**HERE))
        assert (called.ticket, called.label) == ("t", "6 001")
        held = HERE | {"ticket": "t"}
        await done(an, w.RecallTicket(**held))
        await done(an, w.StartService(**held))
        await done(an, w.HoldTicket(**held, reason="papers", minutes=15))
        await an.wait_for(lambda c: _aside(c) == ["t"])
        await done(an, w.ReturnTicket(ticket="t"))
        again = await done(an, w.CallNext(**HERE))
        assert again.why is not None
        assert again.why.code == "returned"
        await done(an, w.TransferTicket(**held, service="birth", reason="wrong_service"))
        await done(binh, w.CallNext(**THERE))
        held = THERE | {"ticket": "t"}
        await done(binh, w.StartService(**held))
        last = await done(binh, w.CompleteTicket(**held, outcome="accepted"))
        await lobby.wait_for(lambda c: c.view.version >= last.version)
        await wall.wait_for(lambda c: c.view.version >= last.version)
        assert [(n.counter, n.recall_count) for n in lobby.notices] == [
            *(("6", 0), ("6", 1), ("6", 0), ("8", 0))
        ]
        assert isinstance(lobby.view, DisplayView)
        assert [(row.label, row.status.value) for row in lobby.view.calls] == [
            ("6 001", "completed")
        ]
        assert isinstance(wall.view, WallView)
        assert (wall.view.totals.issued, wall.view.totals.completed) == (1, 1)
    assert verdict_on(tmp_path).is_clean


def _aside(client: AsyncClient) -> list[str]:
    view = client.view
    assert isinstance(view, CounterView)
    return [ticket.id for ticket in view.desk.set_aside] if view.desk else []


async def test_absence_return_cancellation_pause_and_going_home(server: Running) -> None:
    """The other half of a clerk's day."""
    async with AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as clerk:
        await done(clerk, w.OpenCounter(**HERE))
        for ticket in ("t", "u"):
            await done(clerk, w.IssueTicket(ticket=ticket, service="copy"))
        await done(clerk, w.CallNext(**HERE))
        await done(clerk, w.MarkNoShow(**HERE, ticket="t"))
        await done(clerk, w.ReturnTicket(ticket="t"))
        await done(clerk, w.CancelTicket(ticket="u", reason="left"))
        assert (await done(clerk, w.CallNext(**HERE))).ticket == "t"
        await done(clerk, w.StartService(**HERE, ticket="t"))
        await done(clerk, w.CompleteTicket(**HERE, ticket="t", outcome="advised"))
        paused = await done(clerk, w.PauseCounter(**HERE, reason="break", minutes=10))
        await clerk.wait_for(lambda c: c.view.version >= paused.version)
        assert isinstance(clerk.view, CounterView)
        assert clerk.view.desk is not None
        assert [move.value for move in clerk.view.desk.moves] == ["resume", "close"]
        await done(clerk, w.ResumeCounter(**HERE))
        closed = await done(clerk, w.CloseCounter(**HERE))
        await clerk.wait_for(lambda c: c.view.version >= closed.version)
        assert isinstance(clerk.view, CounterView)
        assert {desk.status.value for desk in clerk.view.counters} == {"closed"}


async def test_after_a_hand_over_the_former_clerk_is_told_so_and_the_new_one_goes_on(
    server: Running,
) -> None:
    """The citizen in hand stays at the desk; nobody acts on somebody else's ticket."""
    async with (
        AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as former,
        AsyncClient(server.ws, Role.COUNTER, "C2", scope="6") as later,
    ):
        await done(former, w.OpenCounter(**HERE))
        await done(former, w.IssueTicket(ticket="t", service="copy"))
        await done(former, w.CallNext(**HERE))
        await done(later, w.OpenCounter(counter="6", clerk="binh"))
        answer = await former.ask(w.StartService(**HERE, ticket="t"))
        assert not isinstance(answer, Result)
        assert answer.code.value == "not_your_counter"
        await done(later, w.StartService(counter="6", clerk="binh", ticket="t"))


@dataclass(frozen=True)
class Provoked:
    """Commands that must be carried out, and the one that must be refused so."""

    code: ErrorCode
    last: Message
    before: tuple[Message, ...] = ()
    rules: Rules = field(default_factory=some_rules)
    minutes: float = 0
    """Time that passes before the last one."""


def asked(kind: str, **fields: Any) -> Message:
    """A command of the wire."""
    return {"kind": kind, **fields}


SEAT = asked("open_counter", **HERE)
TAKE = asked("issue_ticket", ticket="t", service="copy")
CALL = asked("call_next", **HERE)
HOLD = asked("hold_ticket", **HERE, ticket="t", reason="papers", minutes=5)
MISS = asked("mark_no_show", **HERE, ticket="t")
START = asked("start_service", **HERE, ticket="t")
PAUSE = asked("pause_counter", **HERE, reason="break", minutes=5)
RECALL = asked("recall_ticket", **HERE, ticket="t")
RESERVE = asked("reserve_numbers", service="copy")
NO_ALERT = {"alert": "device:K1:printer", "clerk": "dung"}
PAUSE_COPY = asked("pause_service", supervisor="dung", service="copy", reason="crowd")
HELD = (SEAT, TAKE, CALL)
OTHERS = (asked("open_counter", **THERE), asked("issue_ticket", ticket="u", service="birth"))
ONE_NUMBER = some_rules(
    services=(ServiceRule("copy", "6", 1, 1, 3, 240),), counters=(CounterRule("6", ("copy",)),)
)
ONE_A_DAY = some_rules(
    services=(ServiceRule("copy", "6", 1, 9, 3, 240, daily_capacity=1),),
    counters=(CounterRule("6", ("copy",)),),
)
SLOW = some_rules(
    services=(ServiceRule("copy", "6", 1, 9, 3, 4 * 3600),),
    counters=(CounterRule("6", ("copy",)),),
    refuses_beyond_closing=True,
)


def offline(number: int, minute: float = 30) -> Message:
    """A kiosk tells of a number it gave alone."""
    fields = {"ticket": "t", "service": "copy", "number": number}
    return asked("record_offline_ticket", **fields, issued_at=at(minute).isoformat())


PROVOKED = (
    Provoked(ErrorCode.UNKNOWN_SERVICE, TAKE | {"service": "passport"}),
    Provoked(ErrorCode.UNKNOWN_COUNTER, SEAT | {"counter": "99"}),
    Provoked(ErrorCode.UNKNOWN_CLERK, SEAT | {"clerk": "nobody"}),
    Provoked(ErrorCode.UNKNOWN_PRIORITY, TAKE | {"priority": "VIP"}),
    Provoked(ErrorCode.UNKNOWN_REASON, PAUSE | {"reason": "nap"}, (SEAT,)),
    Provoked(ErrorCode.UNKNOWN_TICKET, asked("cancel_ticket", ticket="nobody")),
    Provoked(ErrorCode.TICKET_ID_TAKEN, TAKE | {"service": "birth"}, (TAKE,)),
    Provoked(ErrorCode.NUMBERS_EXHAUSTED, TAKE | {"ticket": "u"}, (TAKE,), ONE_NUMBER),
    Provoked(ErrorCode.NOBODY_WAITING, CALL, (SEAT,)),
    Provoked(ErrorCode.COUNTER_CLOSED, CALL),
    Provoked(ErrorCode.COUNTER_PAUSED, CALL, (SEAT, TAKE, PAUSE)),
    Provoked(ErrorCode.COUNTER_NOT_PAUSED, asked("resume_counter", **HERE), (SEAT,)),
    Provoked(ErrorCode.COUNTER_BUSY, CALL, HELD),
    Provoked(ErrorCode.COUNTER_EMPTY, START, (SEAT, TAKE)),
    Provoked(ErrorCode.NOT_YOUR_TICKET, START | {"ticket": "u"}, (*HELD, *OTHERS, CALL | THERE)),
    Provoked(ErrorCode.NOT_YOUR_COUNTER, CALL | {"clerk": "binh"}, (SEAT, TAKE)),
    Provoked(ErrorCode.CLERK_ELSEWHERE, SEAT | {"counter": "8"}, (SEAT,)),
    Provoked(ErrorCode.ILLEGAL_MOVE, MISS, (*HELD, START)),
    Provoked(ErrorCode.RECALL_LIMIT, RECALL, (*HELD, RECALL, RECALL)),
    Provoked(
        ErrorCode.SAME_SERVICE,
        asked("transfer_ticket", **HERE, ticket="t", service="copy", reason="wrong_service"),
        HELD,
    ),
    Provoked(ErrorCode.KIOSK_CLOSED, TAKE, minutes=10 * 60),
    Provoked(ErrorCode.DAY_FULL, TAKE | {"ticket": "u"}, (TAKE,), ONE_A_DAY),
    Provoked(
        ErrorCode.BEYOND_CLOSING,
        TAKE,
        (SEAT, *(TAKE | {"ticket": f"u{n}", "insist": True} for n in range(3))),
        SLOW,
    ),
    Provoked(ErrorCode.TOO_LATE, asked("return_ticket", ticket="t"), (*HELD, MISS), minutes=31),
    Provoked(ErrorCode.NOTHING_TO_UNDO, asked("undo_last", **HERE), (SEAT,)),
    Provoked(
        ErrorCode.NOT_A_SUPERVISOR,
        asked("assign_services", supervisor="an", counter="6", services=[]),
    ),
    Provoked(
        ErrorCode.COUNTER_OCCUPIED,
        asked("move_clerk", supervisor="dung", counter="6", to_counter="8"),
        (SEAT, OTHERS[0]),
    ),
    Provoked(
        ErrorCode.SAME_PRIORITY, asked("add_priority", ticket="t", priority="", clerk="an"), (TAKE,)
    ),
    Provoked(ErrorCode.NUMBER_NOT_RESERVED, offline(950)),
    Provoked(ErrorCode.CLOCK_TOO_FAR, offline(950, 41), (RESERVE,)),
    Provoked(ErrorCode.UNKNOWN_ALERT, asked("resolve_alert", **NO_ALERT, outcome="repaired")),
    Provoked(ErrorCode.UNKNOWN_NOTICE, asked("withdraw_notice", supervisor="dung", notice="n")),
    Provoked(ErrorCode.SERVICE_PAUSED, TAKE, (PAUSE_COPY,)),
    Provoked(
        ErrorCode.SERVICE_NOT_PAUSED, asked("resume_service", supervisor="dung", service="copy")
    ),
    Provoked(ErrorCode.UNKNOWN_APPOINTMENT, TAKE | {"appointment": "A1"}),
    Provoked(
        ErrorCode.UNKNOWN_DEVICE,
        asked("print_ticket", ticket="t", clerk="an", device="K9"),
        (TAKE,),
    ),
)
KIOSKS_OWN = ("reserve_numbers", "record_offline_ticket")


async def provoke(folder: Path, provoked: Provoked) -> list[str]:
    """The codes of the last command, asked twice with one id; ``changed`` if it left a trace."""
    folder.mkdir()
    async with (
        running_office(folder, provoked.rules) as server,
        Bare.joined(server.ws, "counter") as counter,
        Bare.joined(server.ws, "kiosk") as kiosk,
    ):
        for command in provoked.before:
            who = kiosk if command["kind"] in KIOSKS_OWN else counter
            assert (await who.ask(**command))["type"] == "result", command
        server.clock.forward(provoked.minutes)
        version = server.office.state.version
        by_kiosk = provoked.last["kind"] in KIOSKS_OWN or provoked.code is ErrorCode.KIOSK_CLOSED
        who = kiosk if by_kiosk else counter
        answers = [await who.ask(command_id="the-same", **provoked.last) for _ in range(2)]
        changed = [] if server.office.state.version == version else ["changed"]
    return [str(answer.get("code")) for answer in answers] + changed


@pytest.mark.slow
async def test_every_refusal_crosses_the_wire_as_its_code_and_leaves_no_trace(
    tmp_path: Path,
) -> None:
    """The same code as in the core; nothing is stored, and a repeat is refused again."""
    heard = await asyncio.gather(*(provoke(tmp_path / each.code, each) for each in PROVOKED))
    expected = {each.code.value: [each.code.value] * 2 for each in PROVOKED}
    assert dict(zip(expected, heard, strict=True)) == expected
    assert all(verdict_on(tmp_path / code).is_clean for code in expected)


async def test_once_the_day_is_closed_every_command_is_refused(tmp_path: Path) -> None:
    """Which happens only in the moment midnight takes: the next command opens the new day."""
    async with (
        running_office(tmp_path) as server,
        Bare.joined(server.ws, "counter") as counter,
    ):
        server.office.handler._run_system(CloseDay(MONDAY), "close-day")
        assert (await counter.ask(**SEAT))["code"] == ErrorCode.DAY_CLOSED.value


def test_every_reason_of_the_core_is_provoked_above() -> None:
    """But the day's own, a change of rules, and what needs an appointment (server_reports)."""
    assert {each.code for each in PROVOKED} == OF_THE_RULES - {
        *(ErrorCode.DAY_CLOSED, ErrorCode.WOULD_STRAND, ErrorCode.APPOINTMENT_USED)
    }
