"""The running office: handler, hub, views and sign-in of one office, wired once."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from server.clock import Clock
from server.core.model import DayState
from server.core.rules import Rules
from server.core.story import story_of
from server.office.advice_service import AdviceService
from server.office.handler import CommandHandler, Moves, Published
from server.office.hub import Hub, KeptNotice, parse_position
from server.office.past_days import PastDays
from server.office.rights import RIGHTS
from server.office.sign_in import SignInRules, SignInService
from server.profile.fit import DoesNotFit, misfits
from server.profile.load import rules as rules_of
from server.profile.model import OfficeProfile
from server.profile.office_info import office_info
from server.protocol import codec
from server.protocol.errors import ErrorCode
from server.protocol.messages import (
    Error,
    OfficeMessage,
    PrintNotice,
    Role,
    ViewMessage,
    Welcome,
)
from server.protocol.office import OfficeInfo
from server.protocol.version import PROTOCOL_VERSION
from server.protocol.views import AnyView, CounterView, KioskView, WallView
from server.report.count import report_of
from server.report.names import names_of
from server.report.page import html
from server.store import appointments, devices
from server.store.event_store import EventStore
from server.store.read_models import Row
from server.views.by_role import view_for
from server.views.wall import known_devices
from server.wire import Notice, story_message

SERVER_NAME = "denluot"
REFRESH_S = 15.0
"""Seconds after which views are sent again although nothing happened: forecasts age."""


class RunningOffice:
    """Handler, hub and profile of one office. Made and used on one event loop.

    ``zone`` is the office's time zone.
    """

    is_training: ClassVar[bool] = False

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
        moves: Moves = (),
    ) -> None:
        self._engine = engine
        self._clock = clock
        self._needs_tokens = needs_tokens
        self.zone = ZoneInfo(rules.zone)
        self._store = EventStore(engine)
        self._status_url = status_url
        self._profile = profile
        self._office = self._told(profile)
        self._coming: tuple[OfficeProfile, Rules] | None = None
        self._changing = asyncio.Lock()
        self.hub = Hub(self._view_text)
        self.past_days = PastDays(engine)
        self.sign_in = SignInService(engine, self._sign_in_rules)
        self.handler = CommandHandler(self._store, clock, rules, self._publish, failed, moves)
        self.advice_service = AdviceService(self.handler.advise)
        self._ticker: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Replay, open the day, and begin. Raises ``Rejected`` if the rules do not fit the day."""
        await self.handler.start()
        await self.sign_in.say_who_has_no_pin()
        self.hub.remember(self._placed(self.handler.past_notices))
        await self.look_into_store()
        self._ticker = asyncio.create_task(self._tick())

    async def stop(self) -> None:
        """Make everything durable and close the database."""
        if self._ticker:
            self._ticker.cancel()
        await self.advice_service.stop()
        await self.handler.stop()
        self._store.close()

    @property
    def profile(self) -> OfficeProfile:
        """The office file in force."""
        return self._profile

    async def admits(self, role: Role, token: str) -> bool:
        """Whether a device of this role with this token may come in."""
        if not self._needs_tokens:
            return True
        known = await asyncio.to_thread(devices.role_of, self._engine, token)
        return known is not None and known[0] == role.value

    def office(self, role: Role) -> OfficeInfo:
        """The office as a role is told of it; all procedures are for kiosks and counters only."""
        return self._office[role]

    def could_work_under(self, profile: OfficeProfile, moves: Moves) -> None:
        """Whether the running day can go on under ``profile``. Raises ``DoesNotFit``."""
        new = rules_of(profile)
        found = misfits(self.handler.newest, self._profile, new, moves)
        if found:
            raise DoesNotFit(found)
        self.handler.would_change_rules(new, moves)

    async def work_under(
        self, profile: OfficeProfile, moves: Moves, keep: Callable[[], int]
    ) -> int:
        """Go on under another profile, everybody connected included; what ``keep`` gave.

        ``keep`` stores the profile for the next start, once nothing stands in the way and before
        anything changes: a power cut between the two is made good by that start. Raises
        ``DoesNotFit``, ``Rejected`` and whatever ``keep`` raises; then nothing was changed.
        """
        async with self._changing:
            self.could_work_under(profile, moves)
            kept = keep()
            self._coming = profile, rules_of(profile)
            await self.handler.change_rules(self._coming[1], moves)
            if self._coming is not None:
                # Nothing the core knows was changed, or the day is over.
                self._move_in()
                self.hub.publish(())
            return kept

    def welcome(self, role: Role, scope: str, clerk: str = "") -> str:
        """The greeting: office, the view of this very moment, and who is signed in there."""
        day, version = self.hub.last_position
        return codec.encode(
            Welcome(
                protocol=PROTOCOL_VERSION,
                server=SERVER_NAME,
                at=self.now(),
                clock_rate=self._clock.rate,
                office=self.office(role),
                view=self._view(role, scope),
                last_notice=f"{day}/{version}",
                clerk=clerk,
                training=self.is_training,
            )
        )

    @property
    def state(self) -> DayState:
        """The last durable state."""
        return self.handler.committed

    def now(self) -> datetime:
        """The office's time, in its own zone."""
        return self._clock.now().astimezone(self.zone)

    async def past_ticket(self, ticket: str) -> Row | None:
        """The read model's row of a ticket of any day."""
        return await asyncio.to_thread(self._store.ticket, ticket)

    async def report_page(self, day: str) -> str | None:
        """The report of a day as HTML, of today so far; ``None``: the log has no such day."""
        return await asyncio.to_thread(self._report_page, day)

    def _report_page(self, day: str) -> str | None:
        log = [each.event for each in self._store.load(day)]
        if not log:
            return None
        office, names = self._profile.office, names_of(self._profile)
        return html(report_of(log), names, office.name, office.unit)

    async def ticket_story(self, query_id: str, wanted: str) -> str:
        """The story of a ticket of today as wire text, or the error that there is none."""
        return await asyncio.to_thread(self._story_text, query_id, wanted, self.state.day)

    def _story_text(self, query_id: str, wanted: str, day: str) -> str:
        told = story_of((each.event for each in self._store.load(day)), wanted)
        if told is None:
            return codec.encode(Error(id=query_id, code=ErrorCode.UNKNOWN_TICKET, detail=wanted))
        return codec.encode(story_message(query_id, told))

    def _sign_in_rules(self) -> SignInRules:
        office = self.office(Role.COUNTER)
        return SignInRules(
            guides=frozenset(office.helpers + office.supervisors if office.helpers else ()),
            has_pins=self._profile.staff.pins,
            clerks=self.state.rules.clerks if self.state.rules else (),
            day=self.state.day,
            at=self.now(),
        )

    def _view_text(self, role: Role, scope: str) -> str:
        return codec.encode(ViewMessage(view=self._view(role, scope)))

    def _view(self, role: Role, scope: str) -> AnyView:
        """The view of the state, and what only the running office knows."""
        state = self.state
        view = view_for(role, scope, state, self.now())
        if isinstance(view, WallView):
            known = known_devices(self.hub.devices(), state.faults)
            news: dict[str, object] = {"devices": self.hub.count(), "known_devices": known}
            news["curves"] = self.past_days.curves
            news["forecast_yesterday"] = self.past_days.forecast_yesterday
            return view.model_copy(update=news)
        if isinstance(view, CounterView):
            known = known_devices(self.hub.devices(), state.faults)
            kiosks = tuple(each for each in known if each.role == Role.KIOSK.value)
            return view.model_copy(update={"kiosks": kiosks})
        if isinstance(view, KioskView):
            return view.model_copy(update={"frequent": self.past_days.frequent})
        return view

    def _told(self, profile: OfficeProfile) -> dict[Role, OfficeInfo]:
        """The office as each role is told of it, with the procedures of its rights."""
        whole = office_info(profile, status_url=self._status_url, with_procedures=True)
        asked = (whole.procedure(code) for code in whole.frequent)
        few = tuple(each for each in asked if each is not None)
        by_extent = {
            "all": whole,
            "frequent": whole.model_copy(update={"procedures": few}),
            "none": whole.model_copy(update={"procedures": ()}),
        }
        return {role: by_extent[may.procedures] for role, may in RIGHTS.items()}

    def _move_in(self) -> None:
        """The profile that was to come is the office now; everybody hears of it."""
        if self._coming is None:
            return
        self._profile, new = self._coming
        self._coming = None
        self.zone = ZoneInfo(new.zone)
        self._office = self._told(self._profile)
        self.hub.tell(lambda role: codec.encode(OfficeMessage(office=self.office(role))))

    def _placed(self, notices: Iterable[Notice]) -> Iterator[KeptNotice]:
        zones = {counter.id: counter.zone for counter in self._profile.counters}
        for notice in notices:
            position, text = parse_position(notice.n), codec.encode(notice)
            if isinstance(notice, PrintNotice):
                yield KeptNotice(position, text, device=notice.device)
            else:
                yield KeptNotice(position, text, zone=zones.get(notice.counter, ""))

    def _publish(self, published: Published) -> None:
        # Before any view that speaks of the new desks and services.
        if self._coming is not None and published.state.rules == self._coming[1]:
            self._move_in()
        self.hub.publish(self._placed(published.notices))

    async def look_into_store(self) -> None:
        """Appointments booked since, and what views show of past days and of this one."""
        day = self.state.day
        self.handler.book(day, await asyncio.to_thread(appointments.of_day, self._engine, day))
        await self.past_days.refresh(self.state)
        self.handler.learn(day, self.past_days.calibration)

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(REFRESH_S)
            self.handler.tick()
            await self.look_into_store()
            self.advice_service.look(self._profile, self.state, self.now(), self.past_days.curves)
            self.hub.publish(())
            await self.sign_in.review()
