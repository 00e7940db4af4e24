"""A simulated clerk: calls, serves, holds, transfers, takes breaks and goes to lunch."""

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any, Final, Protocol

from server.core import commands as c
from server.core.estimate import open_desks
from server.core.model import Desk, DeskStatus, Status, Ticket
from server.simulator.floor import Floor
from server.simulator.habits import Habits, seeded_random

ServiceTime = Callable[[str, Random], float]
"""Seconds at the desk for a service."""

TRIES: Final = 30
TAIL_S: Final = 120.0
"""Assumed remaining seconds of a service that has already taken longer than all simulated ones."""


class ClerksHall(Protocol):
    """What a simulated clerk needs of the hall."""

    floor: Floor
    habits: Habits
    seed: int
    lasts: ServiceTime

    def tells_desks(self, ticket_id: str) -> None:
        """Tell every idle clerk who may call this ticket that it waits."""

    def fate_of(self, ticket: str) -> Random:
        """The random generator for this call of the ticket; each call gets another one."""

    def comes_back(self, ticket: str, away_s: float) -> None:
        """Plan the return of a ticket that is held or missed after ``away_s``."""


class SimulatedClerk:
    """The clerk of one desk until ``closes_at``; a ticket called before that is still served."""

    def __init__(self, hall: ClerksHall, desk: str, name: str) -> None:
        self._hall = hall
        self._floor = hall.floor
        self._habits = hall.habits
        self._desk_id = desk
        self._name = name
        self._rng = seeded_random(hall.seed, "clerk", desk)
        self._reaches = False
        self._closes_at: datetime | None = None

    def sits_down(self, closes_at: datetime) -> None:
        """Open the desk and look for somebody to call."""
        self._closes_at = closes_at
        self._ask(c.OpenCounter)
        self._floor.at(closes_at, self._leaves)
        self.notices()

    def goes_on(self, closes_at: datetime, back_at: datetime) -> None:
        """Go on from the desk's present state: paused, with a ticket in hand, or idle."""
        self._closes_at = closes_at
        self._floor.at(closes_at, self._leaves)
        desk = self._desk
        if desk.status is DeskStatus.PAUSED:
            self._floor.at(back_at, self._goes_on)
        elif not desk.ticket:
            self.notices()
        else:
            self._has_in_hand(self._floor.state.tickets[desk.ticket])

    def _has_in_hand(self, ticket: Ticket) -> None:
        if ticket.status is Status.CALLED:
            self._waits_for(ticket.id)
            return
        rng = self._hall.fate_of(ticket.id)
        served_s = (self._floor.now - (ticket.started_at or self._floor.now)).total_seconds()
        drawn = (self._hall.lasts(ticket.service, rng) for _ in range(TRIES))
        # Drawn from the services that lasted at least as long as this one has so far.
        left_s = next((lasts_s - served_s for lasts_s in drawn if lasts_s > served_s), TAIL_S)
        self._floor.after(left_s, lambda: self._completes(ticket))

    def notices(self) -> None:
        """A ticket may be waiting: press *Gọi tiếp* after the reaction time."""
        if not self._reaches:
            self._reaches = True
            self._floor.after(self._rng.uniform(*self._habits.reaction_s), self._presses)

    def _presses(self) -> None:
        self._reaches = False
        desk = self._desk
        if desk.status is not DeskStatus.OPEN or desk.ticket:
            return
        if self._is_over:
            self._leaves()
        elif self._ask(c.CallNext):
            self._waits_for(self._desk.ticket)
        elif self._rng.random() < self._habits.pause_rate:
            self._rests()

    def _waits_for(self, ticket_id: str) -> None:
        ticket = self._floor.state.tickets[ticket_id]
        rng = self._hall.fate_of(ticket_id)
        fate = rng.random()
        if fate < self._habits.slip_rate:
            self._floor.after(rng.uniform(2, 10), self._takes_back)
        elif fate < self._habits.slip_rate + self._habits.no_show_rate:
            self._floor.after(rng.uniform(*self._habits.wait_s), lambda: self._recalls(ticket, rng))
        else:
            self._floor.after(rng.uniform(*self._habits.walk_s), lambda: self._starts(ticket, rng))

    def _takes_back(self) -> None:
        ticket = self._desk.ticket
        self._ask(c.UndoLast)
        self._hall.tells_desks(ticket)
        self._is_free()

    def _recalls(self, ticket: Ticket, rng: Random) -> None:
        self._ask(c.RecallTicket, ticket.id)
        self._floor.after(rng.uniform(*self._habits.wait_s), lambda: self._gives_up(ticket, rng))

    def _gives_up(self, ticket: Ticket, rng: Random) -> None:
        self._ask(c.MarkNoShow, ticket.id)
        if rng.random() < self._habits.no_show_returns:
            self._hall.comes_back(ticket.id, rng.uniform(*self._habits.no_show_away_s))
        self._is_free()

    def _starts(self, ticket: Ticket, rng: Random) -> None:
        self._ask(c.StartService, ticket.id)
        lasts_s = self._hall.lasts(ticket.service, rng)
        fate = rng.random()
        if fate < self._habits.hold_rate:
            self._floor.after(lasts_s / 3, lambda: self._holds(ticket, rng))
        elif fate < self._habits.hold_rate + self._habits.transfer_rate:
            self._floor.after(lasts_s / 3, lambda: self._sends_on(ticket, rng, lasts_s))
        else:
            self._floor.after(lasts_s, lambda: self._completes(ticket))

    def _completes(self, ticket: Ticket) -> None:
        self._ask(c.CompleteTicket, ticket.id, self._floor.state.in_force.outcomes[0])
        self._hall.tells_desks(ticket.id)
        self._is_free()

    def _holds(self, ticket: Ticket, rng: Random) -> None:
        self._ask(c.HoldTicket, ticket.id, self._floor.state.in_force.hold_reasons[0], 20)
        self._hall.comes_back(ticket.id, rng.uniform(*self._habits.held_s))
        self._is_free()

    def _sends_on(self, ticket: Ticket, rng: Random, lasts_s: float) -> None:
        """Transfer to another service that has an open desk, sometimes to one desk of it."""
        state = self._floor.state
        others = [
            each.id
            for each in state.in_force.services
            if each.id != ticket.service and open_desks(state, each.id)
        ]
        if not others:
            self._floor.after(lasts_s * 2 / 3, lambda: self._completes(ticket))
            return
        service, desk = rng.choice(others), ""
        if rng.random() < self._habits.named_desk_share:
            desk = rng.choice(open_desks(state, service)).id
        self._ask(c.TransferTicket, ticket.id, service, state.in_force.transfer_reasons[0], desk)
        self._hall.tells_desks(ticket.id)
        self._is_free()

    def _rests(self) -> None:
        minutes = round(self._habits.pause_s / 60)
        if self._ask(c.PauseCounter, self._floor.state.in_force.pause_reasons[0], minutes):
            self._floor.after(self._habits.pause_s, self._goes_on)

    def _goes_on(self) -> None:
        if self._desk.status is DeskStatus.PAUSED and self._ask(c.ResumeCounter):
            self.notices()

    def _is_free(self) -> None:
        if self._is_over:
            self._leaves()
        else:
            self.notices()

    def _leaves(self) -> None:
        """Close the desk for lunch or the day, unless a ticket is in hand."""
        if self._is_over and self._desk.status is not DeskStatus.CLOSED and not self._desk.ticket:
            self._ask(c.CloseCounter)

    @property
    def _is_over(self) -> bool:
        return self._closes_at is not None and self._floor.now >= self._closes_at

    @property
    def _desk(self) -> Desk:
        return self._floor.state.desks[self._desk_id]

    def _ask(self, command: type[c.DeskCommand], *more: Any) -> bool:
        return self._floor.ask(command(self._floor.now, self._desk_id, self._name, *more))
