"""What devices tell and ask besides moving tickets, over real sockets and files."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server.client.async_client import AsyncClient
from server.core.events import Appointment as Booked
from server.protocol import commands as w
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    Appointment,
    AppointmentQuery,
    Error,
    Result,
    Role,
    Standing,
    StandingQuery,
)
from server.protocol.views import CounterView, TicketStatus, WallView
from server.store import appointments
from tests.support.builders import MONDAY, at
from tests.support.days import DAY
from tests.support.running_office import HandClock, Running, running_office, verdict_on

HERE: dict[str, Any] = {"counter": "6", "clerk": "an"}


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Running]:
    """A running server."""
    async with running_office(tmp_path) as running:
        yield running


async def done(client: AsyncClient, command: w.AnyCommand) -> Result:
    """Carried out."""
    answer = await client.ask(command)
    assert isinstance(answer, Result), answer
    return answer


async def test_a_kiosk_prints_what_staff_ask_for_once_and_staff_see_how_it_ended(
    server: Running,
) -> None:
    """A copy is marked as such; the other kiosk hears nothing of it."""
    async with (
        AsyncClient(server.ws, Role.KIOSK, "K1") as kiosk,
        AsyncClient(server.ws, Role.KIOSK, "K2") as other,
        AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as desk,
    ):
        await done(kiosk, w.IssueTicket(ticket="t", service="copy", procedure="2.000815"))
        await done(kiosk, w.ReportPaper(ticket="t", outcome=w.PaperOutcome.UNKNOWN))
        await done(desk, w.PrintTicket(ticket="t", clerk="an"))
        await kiosk.wait_for(lambda c: bool(c.print_notices))
        asked = kiosk.print_notices[0]
        assert (asked.label, asked.copy_number, asked.procedure) == ("6 001", 1, "2.000815")
        await done(
            kiosk, w.ReportPaper(ticket="t", outcome=w.PaperOutcome.CONFIRMED, copy_number=1)
        )
        await done(desk, w.IssueTicket(ticket="helped", service="copy", insist=True))
        await done(desk, w.PrintTicket(ticket="helped", clerk="an", device="K2"))
        await other.wait_for(lambda c: bool(c.print_notices))
        assert [each.copy_number for each in other.print_notices] == [0], "its first paper"
        assert len(kiosk.print_notices) == 1
        await done(desk, w.OpenCounter(**HERE))
        last = await done(desk, w.CallNext(**HERE))
        await desk.wait_for(lambda c: c.view.version >= last.version)
        assert isinstance(desk.view, CounterView)
        assert desk.view.desk is not None
        assert desk.view.desk.ticket is not None
        assert (desk.view.desk.ticket.paper, desk.view.desk.ticket.procedure) == (
            *("confirmed", "2.000815"),
        )
        assert [each.device for each in desk.view.kiosks] == ["K1", "K2"]


async def test_a_paper_asked_of_a_kiosk_that_is_away_is_refused_not_forgotten(
    server: Running,
) -> None:
    """The clerk is told at once and can choose another kiosk."""
    async with AsyncClient(server.ws, Role.COUNTER, "C1") as desk:
        await done(desk, w.IssueTicket(ticket="t", service="copy"))
        answer = await desk.ask(w.PrintTicket(ticket="t", clerk="an", device="K1"))
        assert isinstance(answer, Error)
        assert answer.code is ErrorCode.UNKNOWN_DEVICE


async def test_a_fault_is_seen_on_the_wall_until_it_is_well_over_night_too(tmp_path: Path) -> None:
    """A printer without paper in the evening has none in the morning; a repeat leaves no fact."""
    clock = HandClock()
    async with (
        running_office(tmp_path, clock=clock) as server,
        AsyncClient(server.ws, Role.KIOSK, "K1") as kiosk,
        AsyncClient(server.ws, Role.WALL, "W1") as wall,
    ):
        fault = w.ReportDevice(part="printer", status="paper_out")
        first = await done(kiosk, fault)
        assert (await done(kiosk, fault)).version == first.version, "it told nothing new"
        await wall.wait_for(lambda c: _faults(c) == {"K1": {"printer": "paper_out"}, "W1": {}})
        clock.forward(24 * 60)
        server.office.handler.tick()
        await wall.wait_for(lambda c: c.view.day != DAY)
        await wall.wait_for(lambda c: _faults(c) == {"K1": {"printer": "paper_out"}, "W1": {}})
        await done(kiosk, w.ReportDevice(part="printer", status="ok"))
        await wall.wait_for(lambda c: _faults(c) == {"K1": {}, "W1": {}})
    assert verdict_on(tmp_path).is_clean


def _faults(client: AsyncClient) -> dict[str, dict[str, str]]:
    view = client.view
    assert isinstance(view, WallView)
    return {each.device: each.faults for each in view.known_devices}


async def test_an_appointment_makes_one_number_that_counts_from_its_time(tmp_path: Path) -> None:
    """Imported beside the running server; its code tells a kiosk what it is for."""
    async with (
        running_office(tmp_path) as server,
        AsyncClient(server.ws, Role.KIOSK, "K1") as kiosk,
    ):
        booked = Booked("A1", "copy", at(40), "2.000815")
        appointments.keep(server.engine, {"A1": DAY}, [booked])
        await server.office.look_into_store()
        await kiosk.wait_for(lambda _: bool(server.office.state.appointments))
        told = await kiosk.query(AppointmentQuery(code="A1"))
        assert isinstance(told, Appointment)
        assert (told.service, told.procedure, told.used) == ("copy", "2.000815", False)
        assert told.booked_at == at(40)
        given = await done(kiosk, w.IssueTicket(ticket="t", service="copy", appointment="A1"))
        assert server.office.state.tickets["t"].stands_at == at(40), given
        told = await kiosk.query(AppointmentQuery(code="A1"))
        assert isinstance(told, Appointment)
        assert told.used
        answer = await kiosk.ask(w.IssueTicket(ticket="u", service="copy", appointment="A1"))
        assert isinstance(answer, Error)
        assert answer.code is ErrorCode.APPOINTMENT_USED
        unknown = await kiosk.query(AppointmentQuery(code="A2"))
        assert isinstance(unknown, Error)
        assert unknown.code is ErrorCode.UNKNOWN_APPOINTMENT


async def test_who_holds_a_ticket_is_told_where_it_stands_while_it_waits_and_after(
    server: Running,
) -> None:
    """By the id in its QR code; an id of nobody is a plain error."""
    async with (
        AsyncClient(server.ws, Role.KIOSK, "K1") as kiosk,
        AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as desk,
    ):
        await done(desk, w.OpenCounter(**HERE))
        for ticket in ("s", "t"):
            await done(kiosk, w.IssueTicket(ticket=ticket, service="copy"))
        told = await kiosk.query(StandingQuery(ticket="t"))
        assert isinstance(told, Standing)
        assert (told.label, told.status, told.ahead) == ("6 002", TicketStatus.WAITING, 1)
        assert told.wait is not None
        await done(desk, w.CallNext(**HERE))
        told = await kiosk.query(StandingQuery(ticket="s"))
        assert isinstance(told, Standing)
        assert (told.status, told.counter, told.wait) == (TicketStatus.CALLED, "6", None)
        await done(desk, w.StartService(**HERE, ticket="s"))
        await done(desk, w.CompleteTicket(**HERE, ticket="s", outcome="accepted"))
        told = await kiosk.query(StandingQuery(ticket="s"))
        assert isinstance(told, Standing)
        assert told.status is TicketStatus.COMPLETED
        unknown = await kiosk.query(StandingQuery(ticket="nobody"))
        assert isinstance(unknown, Error)
        assert unknown.code is ErrorCode.UNKNOWN_TICKET


async def test_an_idle_desk_with_people_waiting_is_told_to_the_supervisor_once(
    server: Running,
) -> None:
    """S0-12: gently at the desk first, then on the wall."""
    async with (
        AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as desk,
        AsyncClient(server.ws, Role.WALL, "W1") as wall,
    ):
        await done(desk, w.OpenCounter(**HERE))
        await done(desk, w.IssueTicket(ticket="t", service="copy"))
        server.clock.forward(3.1)
        for _ in range(3):
            server.office.handler.tick()
        await wall.wait_for(lambda c: _alerts(c) == [("desk_idle", "6")])
        await done(wall, w.AcknowledgeAlert(alert="desk_idle:6", clerk="dung", cause="few_clerks"))
        await done(desk, w.CallNext(**HERE))
        server.office.handler.tick()
        await wall.wait_for(lambda c: not _alerts(c))
        assert isinstance(wall.view, WallView)
        past = wall.view.past_alerts[0]
        assert (past.owner, past.cause, past.outcome) == ("dung", "few_clerks", "over")


def _alerts(client: AsyncClient) -> list[tuple[str, str]]:
    view = client.view
    assert isinstance(view, WallView)
    return [(each.kind, each.subject) for each in view.alerts]


async def test_what_could_be_undone_is_known_after_the_app_was_restarted(server: Running) -> None:
    """The desk's view says what and until when; after a minute it says nothing."""
    async with AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as desk:
        await done(desk, w.OpenCounter(**HERE))
        await done(desk, w.IssueTicket(ticket="t", service="copy"))
        await done(desk, w.CallNext(**HERE))
    async with AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as again:
        assert isinstance(again.view, CounterView)
        assert again.view.desk is not None
        undo = again.view.desk.undo
        assert undo is not None
        assert (undo.kind, undo.label) == ("ticket_called", "6 001")
        assert undo.until_at == MONDAY + timedelta(minutes=31)
        server.clock.forward(1.1)
        server.office.hub.publish(())
        await again.wait_for(lambda c: _undo(c) is None)


def _undo(client: AsyncClient) -> object:
    view = client.view
    assert isinstance(view, CounterView)
    assert view.desk is not None
    return view.desk.undo


async def test_of_two_displays_one_speaks_and_the_other_takes_over_when_it_dies(
    server: Running,
) -> None:
    """Chosen by the server, told over the wire, within the time a socket takes to close."""
    async with AsyncClient(server.ws, Role.DISPLAY, "D2", speaks=True) as second:
        await second.wait_for(lambda c: c.is_speaker)
        async with AsyncClient(server.ws, Role.DISPLAY, "D1", speaks=True) as first:
            assert not first.is_speaker
            second.tell_spoken(f"{DAY}/7")
            await first.wait_for(lambda c: list(c.spoken) == [f"{DAY}/7"])
            first.tell_spoken(f"{DAY}/8")
            await done(second, w.ReportDevice(part="sound", status="no_device"))
            await first.wait_for(lambda c: c.is_speaker)
            await second.wait_for(lambda c: not c.is_speaker)
            await done(second, w.ReportDevice(part="sound", status="ok"))
        await second.wait_for(lambda c: c.is_speaker)


async def test_the_walls_curve_counts_every_number_and_call_in_its_quarter(
    server: Running,
) -> None:
    """In the office's time: 8:00 is minute 480, whatever the server's zone."""
    async with (
        AsyncClient(server.ws, Role.COUNTER, "C1", scope="6") as desk,
        AsyncClient(server.ws, Role.WALL, "W1") as wall,
    ):
        await done(desk, w.OpenCounter(**HERE))
        for ticket in ("t", "u"):
            await done(desk, w.IssueTicket(ticket=ticket, service="copy"))
        server.clock.forward(16)
        await done(desk, w.CallNext(**HERE))
        await server.office.look_into_store()
        server.office.hub.publish(())
        await wall.wait_for(lambda c: _curve(c) == [(480, 2, 0, None), (495, 0, 1, 960)])


def _curve(client: AsyncClient) -> list[tuple[float | None, ...]]:
    view = client.view
    assert isinstance(view, WallView)
    return [(q.minute, q.issued, q.called, q.wait_s) for q in view.curves.today]
