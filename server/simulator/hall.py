"""The hall of a simulated office: people take numbers, and desks hear that somebody waits."""

from collections import Counter
from datetime import datetime
from random import Random

from server.core import commands as c
from server.core.estimate import open_desks
from server.core.model import Status
from server.simulator.clerk import ServiceTime, SimulatedClerk
from server.simulator.floor import Floor
from server.simulator.habits import Habits, seeded_random


class Hall:
    """Citizens, and the clerks of ``seats`` (desk → clerk), on one floor."""

    def __init__(
        self, floor: Floor, seats: dict[str, str], habits: Habits, seed: int, lasts: ServiceTime
    ) -> None:
        self.floor = floor
        self.habits = habits
        self.seed = seed
        self.lasts = lasts
        self._calls: Counter[str] = Counter()
        self._clerks = {desk: SimulatedClerk(self, desk, name) for desk, name in seats.items()}

    def works(self, desk: str, opens_at: datetime, closes_at: datetime) -> None:
        """Plan the clerk of this desk to work from ``opens_at`` to ``closes_at``."""
        clerk = self._clerks[desk]
        self.floor.at(opens_at, lambda: clerk.sits_down(closes_at))

    def goes_on(self, desk: str, closes_at: datetime, back_at: datetime) -> None:
        """The clerk of this desk is at work already; a pause under way ends at ``back_at``."""
        self._clerks[desk].goes_on(closes_at, back_at)

    def expect(self, moment: datetime, ticket: str, service: str, priority: str = "") -> None:
        """Plan a citizen who takes this number at ``moment``."""
        self.floor.at(moment, lambda: self._takes_number(ticket, service, priority))

    def tells_desks(self, ticket_id: str) -> None:
        """Tell every idle clerk who may call this ticket that it waits."""
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
        """Desks that are not simulated are left out."""
        if desk in self._clerks:
            self._clerks[desk].notices()

    def fate_of(self, ticket: str) -> Random:
        """The random generator for this call of the ticket; each call gets another one."""
        self._calls[ticket] += 1
        return seeded_random(self.seed, ticket, self._calls[ticket])

    def comes_back(self, ticket: str, away_s: float) -> None:
        """Plan the return of a ticket that is held or missed after ``away_s``."""

        def returns() -> None:
            if self.floor.ask(c.ReturnTicket(self.floor.now, ticket)):
                self.tells_desks(ticket)

        self.floor.after(away_s, returns)

    def _takes_number(self, ticket: str, service: str, priority: str) -> None:
        rng = seeded_random(self.seed, ticket, "route")
        route: tuple[str, ...] = ()
        if rng.random() < self.habits.route_rate:
            services = self.floor.state.in_force.services
            route = (rng.choice([each.id for each in services if each.id != service]),)
        if self.floor.ask(c.IssueTicket(self.floor.now, ticket, service, priority, route)):
            self.tells_desks(ticket)
