"""The states a desk can be in, and what the counter app shows of them."""

import dataclasses
from datetime import datetime
from typing import Final

from counter.presenter.presenter import present
from counter.presenter.screen import Screen
from counter.situation.situation import Seat, Situation
from server.protocol.views import DeskView, TicketStatus
from tests.support import counter_samples as samples
from tests.support.counter_samples import NOW, desk, office, paused_desk, ticket, view

ME: Final = Seat("q9", "an")
NBSP: Final = "\N{NO-BREAK SPACE}"
STATES: Final[dict[str, DeskView]] = {
    "idle": desk(set_aside=(samples.held(), samples.missed(), samples.held("6 002", -5))),
    "nobody waiting": samples.empty_desk(),
    "called": desk(ticket(priority="P3", why=samples.ELDERLY)),
    "called too often": desk(ticket(minutes=4, recalls=2)),
    "serving": desk(ticket(TicketStatus.SERVING, minutes=6, transfers=1)),
    "serving long": desk(ticket(TicketStatus.SERVING, minutes=21)),
    "paused": paused_desk(),
}


def situation(**changes: object) -> Situation:
    """A clerk at desk 9 with a live link, but for ``changes``."""
    return dataclasses.replace(Situation(connection="live", seat=ME), **changes)  # type: ignore[arg-type]  # the tests name real fields


def shown(own: DeskView | None, now: datetime = NOW, **changes: object) -> Screen:
    """The whole screen over this desk."""
    return present(office(), view(own), now, situation(**changes))
