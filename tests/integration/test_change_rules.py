"""Other rules for a running day: durable like any command, and kept for the days to come."""

from dataclasses import replace
from pathlib import Path

import pytest

from server.client.async_client import AsyncClient
from server.codes import ErrorCode
from server.core.rejected import Rejected
from server.core.rules import CounterRule, ServiceRule
from server.protocol.commands import IssueTicket
from server.protocol.messages import Result, Role
from server.store.verify import verify
from tests.support.builders import some_rules
from tests.support.running_office import HandClock, running_office

RULES = some_rules()
WITH_TAX = replace(
    RULES,
    services=(*RULES.services, ServiceRule("tax", "1", 1, 999, 3, 480)),
    counters=(*RULES.counters, CounterRule("1", ("tax",))),
)
WITHOUT_BIRTHS = replace(RULES, services=RULES.services[1:], counters=RULES.counters[:1])


async def test_a_change_is_in_the_log_when_it_is_done(tmp_path: Path) -> None:
    """A restart goes on under it without a word."""
    async with running_office(tmp_path) as here:
        before = here.office.state.version
        assert await here.office.handler.change_rules(WITH_TAX, ()) == before + 1
        assert here.office.state.rules == WITH_TAX
    async with running_office(tmp_path, WITH_TAX) as here:
        assert (here.office.state.version, here.office.state.rules) == (before + 1, WITH_TAX)
        assert verify(here.engine).is_clean


async def test_the_days_to_come_begin_under_the_new_rules(tmp_path: Path) -> None:
    """Midnight does not bring the old ones back."""
    clock = HandClock()
    async with running_office(tmp_path, clock=clock) as here:
        await here.office.handler.change_rules(WITH_TAX, ())
        clock.forward(24 * 60)
        here.office.handler.tick()
        async with AsyncClient(here.ws, Role.KIOSK, "K1") as kiosk:
            answer = await kiosk.ask(IssueTicket(ticket="t1", service="tax"))
            assert isinstance(answer, Result), answer
        assert here.office.state.day == "2026-11-24"
        assert here.office.state.rules == WITH_TAX


async def test_a_refused_change_changes_nothing_today_or_tomorrow(tmp_path: Path) -> None:
    """Somebody waits; after midnight the old rules are still those of the office."""
    clock = HandClock()
    async with (
        running_office(tmp_path, clock=clock) as here,
        AsyncClient(here.ws, Role.KIOSK, "K1") as kiosk,
    ):
        await kiosk.ask(IssueTicket(ticket="t1", service="birth"))
        version = here.office.state.version
        with pytest.raises(Rejected) as refused:
            await here.office.handler.change_rules(WITHOUT_BIRTHS, ())
        assert refused.value.reason is ErrorCode.WOULD_STRAND
        assert (here.office.state.version, here.office.state.rules) == (version, RULES)
        clock.forward(24 * 60)
        here.office.handler.tick()
        answer = await kiosk.ask(IssueTicket(ticket="t2", service="birth"))
        assert isinstance(answer, Result), answer


async def test_the_same_rules_are_no_event(tmp_path: Path) -> None:
    """New words for old rules leave the log alone."""
    async with running_office(tmp_path) as here:
        version = here.office.state.version
        assert await here.office.handler.change_rules(some_rules(), ()) == version
        assert here.office.state.version == version


async def test_who_waited_for_what_vanished_keeps_the_number_in_the_other_line(
    tmp_path: Path,
) -> None:
    """By ``moves``, in the order of arrival."""
    async with (
        running_office(tmp_path) as here,
        AsyncClient(here.ws, Role.KIOSK, "K1") as kiosk,
    ):
        first = await kiosk.ask(IssueTicket(ticket="t1", service="birth"))
        here.clock.forward(1)
        await kiosk.ask(IssueTicket(ticket="t2", service="copy"))
        await here.office.handler.change_rules(WITHOUT_BIRTHS, (("birth", "copy"),))
        state = here.office.state
        assert isinstance(first, Result)
        assert [id_ for _, id_ in state.lines["copy"].items()] == ["t1", "t2"]
        assert state.tickets["t1"].label == first.label
        assert verify(here.engine).is_clean
