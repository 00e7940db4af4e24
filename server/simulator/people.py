"""Citizens and clerks of a simulated office. Each is a client of the public protocol."""

import asyncio
import secrets
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Any, TypeVar

from server.client.async_client import AsyncClient
from server.profile.model import OfficeProfile
from server.protocol import commands as c
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result, Role
from server.protocol.views import CounterStatus, CounterView, DeskView, Move, TicketStatus
from server.simulator.arrivals import Arrival, service_seconds
from server.simulator.habits import USUAL, seeded_random

C = TypeVar("C", c.StartService, c.HoldTicket, c.CompleteTicket, c.RecallTicket, c.MarkNoShow)

LOOK_S = 20.0
"""A simulated clerk looks at the view at least this often, in seconds of office time."""


@dataclass
class OfficeTimer:
    """Sleeps in office time, which in a demo runs faster than real time."""

    client: AsyncClient

    async def sleep(self, seconds: float) -> None:
        """Sleep ``seconds`` of office time."""
        await asyncio.sleep(seconds / self.client.welcome.clock_rate)

    async def until(self, moment: datetime) -> None:
        """Sleep until that moment of office time; return at once if it has passed."""
        await self.sleep(max(0.0, (moment - self.client.now()).total_seconds()))


async def citizens(url: str, people: list[Arrival], start: datetime, kiosk: str) -> None:
    """Issue a ticket at this kiosk for each of ``people`` when it is time."""
    async with AsyncClient(url, Role.KIOSK, kiosk) as client:
        pace = OfficeTimer(client)
        for person in people:
            await pace.until(start + timedelta(seconds=person.at_s))
            await client.ask(
                c.IssueTicket(
                    ticket=secrets.token_hex(5), service=person.service, priority=person.priority
                )
            )


@dataclass
class ClerkClient:
    """A simulated clerk at a desk, from opening to the end of the demo.

    When a person takes the desk over, or signs in under this name, the simulated clerk stands back
    until the desk is free again. ``pin`` is asked for where the office asks for it.
    """

    profile: OfficeProfile
    seed: int
    counter: str
    name: str
    pin: str = ""
    later: set[asyncio.Task[None]] = field(default_factory=set)

    async def work(self, url: str) -> None:
        """Work until cancelled."""
        async with AsyncClient(
            url, Role.COUNTER, f"SIM-{self.counter}", scope=self.counter
        ) as client:
            self.client, self.pace = client, OfficeTimer(client)
            self.rng = seeded_random(self.seed, self.counter)
            self.has_signed_in = not client.welcome.office.has_pins
            await self.pace.sleep(self.rng.uniform(0, 120))
            try:
                while True:
                    await self._next_thing()
            finally:
                for task in self.later:
                    task.cancel()

    async def _next_thing(self) -> None:
        desk = self._desk()
        if desk is None or (desk.status is not CounterStatus.CLOSED and desk.clerk != self.name):
            await self._look()
        elif desk.status is CounterStatus.CLOSED:
            await self._sign_in()
            await self._ask(c.OpenCounter(counter=self.counter, clerk=self.name))
        elif not self.has_signed_in:
            await self._look()
        elif desk.ticket is not None:
            await self._serve(
                desk.ticket.id, desk.ticket.label, desk.ticket.service, desk.ticket.status
            )
        elif desk.status is CounterStatus.PAUSED:
            await self._ask(c.ResumeCounter(counter=self.counter, clerk=self.name))
        elif Move.CALL_NEXT in desk.moves:
            await self.pace.sleep(self.rng.uniform(*USUAL.reaction_s))
            await self._ask(c.CallNext(counter=self.counter, clerk=self.name))
        elif self.rng.random() < USUAL.pause_rate:
            await self._rest()
        else:
            await self._look()

    async def _sign_in(self) -> None:
        if not self.has_signed_in:
            answer = await self.client.sign_in(self.name, self.pin)
            if isinstance(answer, Error):
                raise LookupError(f"{self.name} cannot sign in: {answer.code}")
            self.has_signed_in = True

    async def _serve(self, ticket: str, label: str, service: str, status: TicketStatus) -> None:
        rng = seeded_random(self.seed, label)
        if status is TicketStatus.CALLED:
            if rng.random() < self.profile.simulation.no_show_rate:
                await self._wait_in_vain(ticket, rng)
                return
            await self.pace.sleep(rng.uniform(*USUAL.walk_s))
            if isinstance(await self._ask(self._mine(c.StartService, ticket)), Error):
                return
        lasts_s = service_seconds(self.profile, service, rng)
        if rng.random() < USUAL.hold_rate:
            await self.pace.sleep(lasts_s / 3)
            reason = self.profile.hold_reasons[0].code
            hold = self._mine(c.HoldTicket, ticket, reason=reason, minutes=20)
            if isinstance(await self._ask(hold), Result):
                self._return_later(ticket, rng.uniform(*USUAL.held_s))
            return
        await self.pace.sleep(lasts_s)
        outcome = rng.choice(self.profile.outcomes[:2]).code
        await self._ask(self._mine(c.CompleteTicket, ticket, outcome=outcome))

    async def _wait_in_vain(self, ticket: str, rng: Random) -> None:
        await self.pace.sleep(rng.uniform(*USUAL.wait_s))
        await self._ask(self._mine(c.RecallTicket, ticket))
        await self.pace.sleep(rng.uniform(*USUAL.wait_s))
        missed = await self._ask(self._mine(c.MarkNoShow, ticket))
        if isinstance(missed, Result) and rng.random() < USUAL.no_show_returns:
            self._return_later(ticket, rng.uniform(*USUAL.no_show_away_s))

    async def _rest(self) -> None:
        reason = self.profile.pause_reasons[0].code
        pause = c.PauseCounter(
            counter=self.counter, clerk=self.name, reason=reason, minutes=round(USUAL.pause_s / 60)
        )
        if isinstance(await self._ask(pause), Result):
            await self.pace.sleep(USUAL.pause_s)

    def _mine(self, kind: type[C], ticket: str, **more: object) -> C:
        """A command of this desk about the ticket in hand."""
        fields = {"counter": self.counter, "clerk": self.name, "ticket": ticket}
        return kind.model_validate(fields | more)

    def _return_later(self, ticket: str, seconds: float) -> None:
        async def come_back() -> None:
            await self.pace.sleep(seconds)
            await self._ask(c.ReturnTicket(ticket=ticket))

        self._spawn(come_back())

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self.later.add(task)
        task.add_done_callback(self.later.discard)

    async def _ask(self, command: c.AnyCommand) -> Result | Error:
        """Send the command, then wait for the view that contains its result."""
        answer = await self.client.ask(command)
        if isinstance(answer, Result):
            known = answer.version
            await self.client.wait_for(lambda client: client.view.version >= known, timeout_s=10)
        else:
            if answer.code is ErrorCode.NOT_SIGNED_IN:
                self.has_signed_in = False
            await self._look()
        return answer

    async def _look(self) -> None:
        """Wait for a new view, at most ``LOOK_S`` of office time."""
        seen = self.client.view
        wait_s = LOOK_S / self.client.welcome.clock_rate
        try:
            await self.client.wait_for(lambda client: client.view is not seen, max(wait_s, 0.02))
        except TimeoutError:
            return

    def _desk(self) -> DeskView | None:
        view = self.client.view
        return view.desk if isinstance(view, CounterView) else None
