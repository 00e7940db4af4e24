"""How simulated people behave: delays, holds, no-shows, breaks. Assumptions (domain.md C1), not
measured.
"""

from dataclasses import dataclass
from random import Random
from typing import Final

Range = tuple[float, float]
"""Least and most, in seconds; uniform between them."""


@dataclass(frozen=True, slots=True)
class Habits:
    """Shares of tickets (rates) and lengths in seconds of office time.

    ``reaction_s``: from being free to pressing *Gọi tiếp*. ``walk_s``: from the call to the desk.
    ``wait_s``: how long a clerk waits in vain before each of recall and no-show. A slip is a call
    that is taken back at once. ``pause_rate`` is the chance of a break whenever nobody waits.
    """

    no_show_rate: float = 0.04
    reaction_s: Range = (3, 15)
    walk_s: Range = (10, 45)
    wait_s: Range = (40, 70)
    no_show_returns: float = 0.3
    no_show_away_s: Range = (120, 600)
    hold_rate: float = 0.02
    held_s: Range = (240, 900)
    transfer_rate: float = 0.02
    named_desk_share: float = 0.25
    route_rate: float = 0.02
    slip_rate: float = 0.01
    pause_rate: float = 0.01
    pause_s: float = 300


USUAL: Final = Habits()
PUNCTUAL: Final = Habits(
    no_show_rate=0,
    reaction_s=(0, 0),
    walk_s=(0, 0),
    hold_rate=0,
    transfer_rate=0,
    route_rate=0,
    slip_rate=0,
    pause_rate=0,
)
"""The people of queueing theory: no delays, no no-shows, no mistakes."""


def seeded_random(*parts: object) -> Random:
    """A random generator of its own for this seed, person and occasion.

    What happens to one ticket does not depend on what happened to others before it, so that two
    simulated days that differ in one thing can be compared.
    """
    return Random("/".join(map(str, parts)))  # noqa: S311 -- a simulation wants to be repeated
