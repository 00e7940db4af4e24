"""The hall of a simulated office: people take numbers, and desks hear that somebody waits."""

from collections import Counter
from datetime import datetime
from random import Random

from server.core import commands as c
from server.core.estimate import open_desks
from server.core.model import Status
from server.simulator.clerk import Clerk, Lasts
from server.simulator.floor import Floor
from server.simulator.habits import Habits, chance


class Hall:
    """Citizens, and the clerks of ``seats`` (desk → clerk), on one floor."""

    def __init__(
        self, floor: Floor, seats: dict[str, str], habits: Habits, seed: int, lasts: Lasts
    ) -> None:
        self.floor = floor
        self.habits = habits
        self.seed = seed
        self.lasts = lasts
        self._calls: Counter[str] = Counter()
        self._clerks = {desk: Clerk(self, desk, name) for desk, name in seats.items()}

    def works(self, desk: str, opens_at: datetime, closes_at: datetime) -> None:
        """The clerk of this desk is there from one moment to the other."""
        clerk = self._clerks[desk]
        self.floor.at(opens_at, lambda: clerk.sits_down(closes_at))

    def goes_on(self, desk: str, closes_at: datetime, back_at: datetime) -> None:
        """The clerk of this desk is there already; from a pause he comes ``back_at``."""
        self._clerks[desk].goes_on(closes_at, back_at)

    def expect(self, moment: datetime, ticket: str, service: str, priority: str = "") -> None:
        """Somebody will take this number."""
        self.floor.at(moment, lambda: self._takes_number(ticket, service, priority))

    def tells_desks(self, ticket_id: str) -> None:
        """Whoever could call this ticket and is idle notices that it waits."""
        state = self.floor.state
        ticket = state.tickets.get(ticket_id)
        if ticket is None or ticket.status is not Status.WAITING:
            return
        named = ticket.front_of or ticket.only_at
        if named:
            self._nudge(named)
            return
        for desk in open_desks(state, ticket.service):
            if not desk.ticket:
                self._nudge(desk.id)

    def _nudge(self, desk: str) -> None:
        """Of a part of the hall that is not simulated, nobody hears."""
        if desk in self._clerks:
            self._clerks[desk].notices()

    def fate_of(self, ticket: str) -> Random:
        """Chance for what becomes of this call of the ticket, another one at every call."""
        self._calls[ticket] += 1
        return chance(self.seed, ticket, self._calls[ticket])

    def comes_back(self, ticket: str, away_s: float) -> None:
        """Somebody who is away returns after so long."""

        def returns() -> None:
            if self.floor.ask(c.ReturnTicket(self.floor.now, ticket)):
                self.tells_desks(ticket)

        self.floor.after(away_s, returns)

    def _takes_number(self, ticket: str, service: str, priority: str) -> None:
        rng = chance(self.seed, ticket, "route")
        route: tuple[str, ...] = ()
        if rng.random() < self.habits.route_rate:
            services = self.floor.state.in_force.services
            route = (rng.choice([each.id for each in services if each.id != service]),)
        if self.floor.ask(c.IssueTicket(self.floor.now, ticket, service, priority, route)):
            self.tells_desks(ticket)
