"""The running office: everything a web endpoint needs, wired once."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from server.clock import Clock
from server.core.model import DayState
from server.core.rules import Rules
from server.handler import CommandHandler, Published
from server.hub import Hub, Position, parse_position
from server.profile.load import office_info
from server.profile.model import OfficeProfile
from server.protocol import codec
from server.protocol.messages import CallNotice, Role, ViewMessage, Welcome
from server.protocol.office import OfficeInfo
from server.protocol.version import PROTOCOL_VERSION
from server.protocol.views import WallView
from server.store import devices
from server.store.event_store import EventStore
from server.store.read_models import Row
from server.views import view_for

SERVER_NAME = "denluot"
REFRESH_S = 15.0
"""Views are sent again this often although nothing happened: forecasts age."""


class House:
    """Handler, hub and profile of one office. Made and used on one event loop."""

    def __init__(
        self,
        *,
        engine: Engine,
        clock: Clock,
        profile: OfficeProfile,
        rules: Rules,
        status_url: str,
        needs_tokens: bool,
        failed: Callable[[BaseException], None],
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._needs_tokens = needs_tokens
        self._zone = ZoneInfo(rules.zone)
        self._store = EventStore(engine)
        self._office = {
            full: office_info(profile, status_url=status_url, with_procedures=full)
            for full in (True, False)
        }
        self.hub = Hub(self._view_text)
        self.handler = CommandHandler(self._store, clock, rules, self._publish, failed)
        self._ticker: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Replay, open the day, and begin. Raises ``Rejected`` if the rules do not fit the day."""
        await self.handler.start()
        self.hub.remember(_placed(self.handler.past_notices))
        self._ticker = asyncio.create_task(self._tick())

    async def stop(self) -> None:
        """Make everything durable and close the database."""
        if self._ticker:
            self._ticker.cancel()
        await self.handler.stop()
        self._store.close()

    async def admits(self, role: Role, token: str) -> bool:
        """Whether a device of this role with this token may come in."""
        if not self._needs_tokens:
            return True
        known = await asyncio.to_thread(devices.role_of, self._engine, token)
        return known is not None and known[0] == role.value

    def office(self, role: Role) -> OfficeInfo:
        """The office as a role is told of it: only kiosks and counters need the procedures."""
        return self._office[role in (Role.KIOSK, Role.COUNTER)]

    def welcome(self, role: Role, scope: str) -> str:
        """The greeting: office, and the view of this very moment."""
        day, version = self.hub.last_position
        return codec.encode(
            Welcome(
                protocol=PROTOCOL_VERSION,
                server=SERVER_NAME,
                at=self.now(),
                clock_rate=self._clock.rate,
                office=self.office(role),
                view=view_for(role, scope, self.state, self.now()),
                last_notice=f"{day}/{version}",
            )
        )

    @property
    def state(self) -> DayState:
        """The last durable state."""
        return self.handler.committed

    def now(self) -> datetime:
        """The office's time, in its own zone."""
        return self._clock.now().astimezone(self._zone)

    async def past_ticket(self, ticket: str) -> Row | None:
        """The read model's row of a ticket of any day."""
        return await asyncio.to_thread(self._store.ticket, ticket)

    def _view_text(self, role: Role, scope: str) -> str:
        view = view_for(role, scope, self.state, self.now())
        if isinstance(view, WallView):
            view = view.model_copy(update={"devices": self.hub.count()})
        return codec.encode(ViewMessage(view=view))

    def _publish(self, published: Published) -> None:
        self.hub.publish(_placed(published.notices))

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(REFRESH_S)
            self.handler.tick()
            self.hub.publish(())


def _placed(notices: Iterable[CallNotice]) -> Iterator[tuple[Position, str]]:
    for notice in notices:
        yield parse_position(notice.n), codec.encode(notice)
