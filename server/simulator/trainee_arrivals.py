"""Invented citizens for clerks in training: always somebody to serve, never a crowd.

Pure: the number of waiting tickets in, tickets to issue out. What they come for is drawn from the
profile's simulation section.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Final

from server.profile.model import OfficeProfile
from server.protocol.commands import IssueTicket

FEW: Final = 2
"""With fewer waiting a citizen comes at once."""
ENOUGH: Final = 5
"""With as many waiting nobody comes."""
COME_RATE: Final = 0.25
"""The chance that somebody comes between the two, at each look."""


@dataclass(frozen=True, slots=True)
class OpenDesk:
    """A desk in training: what it serves and how many wait for it."""

    services: tuple[str, ...]
    waiting: int


class TraineeArrivals:
    """Decides who comes next for each desk in training."""

    def __init__(self, profile: OfficeProfile, rng: Random) -> None:
        self._profile = profile
        self._rng = rng

    def next_arrivals(self, desks: Iterable[OpenDesk]) -> list[IssueTicket]:
        """The tickets to issue now, at most one for each desk."""
        return [self._somebody(desk.services) for desk in desks if self._is_wanted(desk.waiting)]

    def _is_wanted(self, waiting: int) -> bool:
        return waiting < FEW or (waiting < ENOUGH and self._rng.random() < COME_RATE)

    def _somebody(self, services: tuple[str, ...]) -> IssueTicket:
        loads = self._profile.simulation.services
        weights = [loads[each].share + 0.01 if each in loads else 0.01 for each in services]
        service = self._rng.choices(services, weights)[0]
        procedures = ("", *self._profile.procedures.get(service, ()))
        return IssueTicket(
            ticket=f"training-{secrets.token_hex(5)}",
            service=service,
            priority=self._priority(),
            procedure=self._rng.choice(procedures),
            insist=True,
        )

    def _priority(self) -> str:
        drawn = self._rng.random()
        for code, share in self._profile.simulation.priorities.items():
            drawn -= share
            if drawn < 0:
                return code
        return ""
