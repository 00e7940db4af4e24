"""What an office makes of its file: rules, screens, papers, voice, guides, a simulated day.

A morning is played through the real core with the office's own ids, and every screen is drawn by
its presenter. Pure and quick; what is the same for two files is said the same way by both.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property, reduce
from typing import Final
from zoneinfo import ZoneInfo

from counter.presenter import keys, sheets
from counter.presenter.dialogs import first_ask
from counter.presenter.oversight.page import oversight
from counter.presenter.presenter import present as counter_screen
from counter.situation.oversight_draft import TABS, OversightDraft
from counter.situation.situation import Ask, IssueDraft, Seat, Situation
from counter.situation.ticket_in_view import find_ticket
from display.desk.presenter import desk
from display.desk.rating import RatingQuestion
from display.head import ConnectionState
from display.lobby.presenter import VoiceState, lobby
from display.voice.announcer import Announcement
from display.voice.occasions import due
from display.voice.speech import utter
from display.voice.volume import percent_at
from display.wall.presenter import wall
from kiosk import visit as moves
from kiosk.offline.wishes import OfflineState
from kiosk.paper import receipt
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.presenter import present as kiosk_screen
from kiosk.presenter.situation import Situation as KioskSituation
from kiosk.printing.layout import shipped_layouts
from kiosk.printing.raster import all_texts
from kiosk.visit import Issued, Page, Visit
from server.core import commands as c
from server.core.decide import decide
from server.core.evolve import evolve
from server.core.model import DayState
from server.core.rejected import Rejected
from server.guide.guides import guide
from server.guide.page import GuideRole
from server.profile.load import rules
from server.profile.model import OfficeProfile
from server.profile.office_info import office_info
from server.profile.problem import Problem
from server.protocol import views as v
from server.protocol.messages import Role, Standing
from server.protocol.office import OfficeInfo
from server.report.names import names_of
from server.simulator.arrivals import arrivals
from server.simulator.days import simulate_day
from server.views.by_role import view_for

OPENS: Final = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
"""Monday, 07:30 in Việt Nam."""
LANGUAGES: Final = ("vi", "en", "km")
STATUS_URL: Final = "http://192.168.1.10:8765/t/"
NOTES: Final = ("later_session:810", "next_working_day", "same_day")
LIVE: Final = ConnectionState("live")
QUESTIONS: Final = (v.Move.COMPLETE, v.Move.HOLD, v.Move.TRANSFER, v.Move.PAUSE)


def at(minutes: float) -> datetime:
    """So many minutes after 07:30."""
    return OPENS + timedelta(minutes=minutes)


@dataclass(frozen=True)
class Office:
    """An office file at work; each property is one thing people see of it."""

    profile: OfficeProfile
    problems: tuple[Problem, ...]

    def differs_from(self, other: "Office") -> str:
        """The first thing that is not the same; empty where everything is."""
        return next((name for name in SHOWN if self.shown(name) != other.shown(name)), "")

    def shown(self, name: str) -> object:
        """One of :data:`SHOWN`, made once."""
        if name not in self._made:
            self._made[name] = SHOWN[name](self)
        return self._made[name]

    @cached_property
    def _made(self) -> dict[str, object]:
        return {}

    @cached_property
    def told(self) -> OfficeInfo:
        """As kiosks and counters are told of it."""
        return office_info(self.profile, status_url=STATUS_URL, with_procedures=True)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the kiosk finds in it."""
        return Catalogue(self.told)

    @cached_property
    def zone(self) -> ZoneInfo:
        """Where its clocks go."""
        return ZoneInfo(self.profile.office.zone)

    @cached_property
    def morning(self) -> DayState:
        """The day after the first forty minutes."""
        state = DayState()
        for command in self._commands():
            with suppress(Rejected):
                state = reduce(evolve, decide(state, command), state)
        return state

    def _commands(self) -> Iterator[c.Command]:
        """Everything a desk can do, once, by whoever stands in the file in its place."""
        it = self.profile
        guide_, birth, copies = (each.id for each in it.services)
        first, second, third = (each.id for each in it.counters)
        boss, an, binh = (each.id for each in it.clerks)
        old = it.priorities[0].code
        yield c.OpenDay(at(-5), "2026-11-23", rules(it))
        yield c.OpenCounter(at(0), first, boss)
        yield c.OpenCounter(at(0), second, an)
        yield c.OpenCounter(at(0), third, binh)
        for number, service in enumerate((birth, birth, copies, copies, guide_, birth, copies)):
            yield c.IssueTicket(at(1), f"t{number}", service, "" if number % 2 else old)
        here = (second, an)
        yield c.CallTicket(at(2), *here, "t1", it.call_reasons[0].code)
        yield c.StartService(at(3), *here, "t1")
        yield c.TagTicket(at(3), *here, "t1", it.tags[0].code)
        yield c.CompleteTicket(at(4), *here, "t1", it.outcomes[0].code)
        yield c.CallTicket(at(5), *here, "t5", it.call_reasons[0].code)
        yield c.HoldTicket(at(6), *here, "t5", it.hold_reasons[0].code, 20)
        yield c.CallTicket(at(7), third, binh, "t3", it.call_reasons[0].code)
        yield c.MarkNoShow(at(8), third, binh, "t3")
        yield c.CallNext(at(9), third, binh)
        yield c.TransferTicket(at(10), third, binh, "t2", birth, it.transfer_reasons[0].code)
        yield c.PauseCounter(at(10), third, binh, it.pause_reasons[0].code, 15)
        yield c.CallNext(at(11), *here)
        yield c.LookAround(at(30))
        for service in (birth, copies):
            cause = it.causes[0].code
            yield c.AcknowledgeAlert(at(31), f"over_promise:{service}", boss, cause)
        yield c.PauseService(at(32), boss, guide_, it.causes[0].code)
        yield c.PostNotice(at(32), boss, "n1", "Mời ông/bà lên tầng 2", 60, is_urgent=False)

    def view(self, role: Role, scope: str = "", minute: float = 40) -> v.AnyView:
        """What a role is shown of the morning."""
        return view_for(role, scope, self.morning, at(minute))

    def kiosk_view(self) -> v.KioskView:
        """The kiosk's."""
        view = self.view(Role.KIOSK)
        assert isinstance(view, v.KioskView)
        return view

    def counter_view(self, counter: str) -> v.CounterView:
        """A counter app's."""
        view = self.view(Role.COUNTER, counter)
        assert isinstance(view, v.CounterView)
        return view

    def display_view(self, zone: str = "") -> v.DisplayView:
        """A lobby display's."""
        view = self.view(Role.DISPLAY, zone)
        assert isinstance(view, v.DisplayView)
        return view

    def local(self, minute: float) -> datetime:
        """A moment of the morning as clocks in the office show it."""
        return at(minute).astimezone(self.zone)


def kiosk(office: Office) -> object:
    """Every page of the kiosk, by day and by night, with and without a server."""
    view = office.kiosk_view()
    live = KioskSituation(office.catalogue, view, "live", languages=LANGUAGES)
    reserve = OfflineState(is_offline=True, left={office.profile.services[1].id: 3})
    alone = replace(live, connection="lost", offline=reserve)
    closed = replace(live, view=view.model_copy(update={"open": False}))
    return [
        kiosk_screen(world, replace(visit, language=language), office.local(minute))
        for visit in visits(office)
        for language in LANGUAGES
        for world, minute in ((live, 40), (alone, 40), (closed, 40), (closed, 640))
    ]


def visits(office: Office) -> Iterator[Visit]:
    """Where somebody may stand in front of the glass."""
    yield from (Visit(page=page) for page in (Page.ATTRACT, Page.START, Page.FIELDS, Page.SUPPORT))
    yield from (Visit(page=Page.FIELD, field=each.id) for each in office.profile.fields)
    words = ("khai", "certif", *(w for each in office.profile.keywords.values() for w in each))
    yield from (Visit(page=Page.SEARCH, query=each) for each in words)
    yield from (moves.chose(Visit(), target) for target in targets(office))
    shown = [Visit(page=Page.TICKET, target=each) for each in targets(office)]
    yield from (replace(each, issued=issued(office)) for each in shown)
    counter, service = office.profile.counters[0], office.profile.services[1]
    standing = Standing(
        id="q", ticket="t1", label="9 027", service=service.id, status=v.TicketStatus.WAITING
    )
    called = standing.model_copy(
        update={"status": v.TicketStatus.CALLED, "counter": counter.id, "ahead": 0}
    )
    yield from (Visit(page=Page.STANDING, standing=each) for each in (standing, called))


def targets(office: Office) -> tuple[str, ...]:
    """Everything a number can be taken for."""
    listed = (code for codes in office.profile.procedures.values() for code in codes)
    return (*listed, *(each.id for each in office.profile.services))


def issued(office: Office) -> Issued:
    """A number just given, late in the morning."""
    wait = v.WaitRange(low_min=8, high_min=15)
    return Issued("t1", "9 027", office.local(180), 4, wait, NOTES)


def paper(office: Office) -> object:
    """Tickets on paper, for every work and in every language."""
    layout = shipped_layouts()[576]
    made = (
        receipt(office.catalogue, target, issued(office), language=language)
        for target in targets(office)
        for language in LANGUAGES
    )
    return [all_texts(each, layout, 5) for each in made]


def counter(office: Office) -> object:
    """The counter app at every desk: work, questions, sheets, pages, reminders."""
    return [
        counter_screen(office.told, view, office.local(40), situation)
        for seat, view in seats(office)
        for situation in situations(office, seat, view)
    ]


def seats(office: Office) -> Iterator[tuple[Seat, v.CounterView]]:
    """Who sits where, and what he is shown."""
    for place, clerk in zip(office.profile.counters, office.profile.clerks, strict=True):
        yield Seat(place.id, clerk.id), office.counter_view(place.id)


def situations(office: Office, seat: Seat, view: v.CounterView) -> Iterator[Situation]:
    """What a clerk may have open."""
    here = Situation(connection="live", seat=seat)
    yield here
    yield Situation(connection="live", pick=seat)
    yield Situation(connection="live", pick=seat, sought="h")
    yield from (replace(here, idle_from=at(40) - timedelta(seconds=each)) for each in (40, 44))
    work = targets(office)[0]
    yield replace(here, page="issue", issue=IssueDraft(typed="khai", work=work))
    yield replace(here, page="steer", steered=seat.counter)
    if view.desk is None:
        return
    yield from (
        replace(here, ask=first_ask(question, view.desk, office.told)) for question in QUESTIONS
    )
    for ticket in ("t0", "t2", "t3", "t4", "t5", "t6"):
        subject = find_ticket(view.desk, ticket)
        if subject is not None:
            asked = (sheets.asked_about(subject, office.told, kind) for kind in sheets.KINDS)
            yield from (replace(here, ask=each) for each in asked)
    yield replace(here, ask=Ask(keys.TAKE_OVER))


def supervision(office: Office) -> object:
    """The supervisor's page, every part of it, as each clerk would see it."""
    view, told = office.counter_view(office.profile.counters[0].id), office.told
    service = office.profile.services[1].id
    drafts = [
        OversightDraft(tab=tab, service=service, alert=each)
        for tab in TABS
        for each in (*(row.id for row in view.alerts), "")
    ]
    opened = [Situation(connection="live", page="oversight", oversight=each) for each in drafts]
    return [
        oversight(told, view, office.local(40), situation, clerk.id)
        for situation in (Situation(connection="live"), *opened)
        for clerk in office.profile.clerks
    ]


def displays(office: Office) -> object:
    """Lobby, wall and desk screens of every part of the hall."""
    told, now = office.told, office.local(40)
    wall_view = office.view(Role.WALL)
    assert isinstance(wall_view, v.WallView)
    spoken = [
        Announcement("2026-11-23/9", now, "9 027", each.id, recalls)
        for each in office.profile.counters
        for recalls in (0, 1)
    ]
    voices = [VoiceState(spoken=each) for each in (None, *spoken)]
    zones = dict.fromkeys(("", *(each.zone for each in office.profile.counters)))
    nobody = office.display_view().model_copy(update={"calls": ()})
    questions = (
        RatingQuestion(),
        RatingQuestion("why", "t1", 1),
        RatingQuestion("thanks", "t1", 1),
    )
    return [
        *(
            lobby(told, office.display_view(zone), now, LIVE, each)
            for zone in zones
            for each in voices
        ),
        lobby(told, nobody, now, LIVE),
        wall(told, wall_view, now, LIVE),
        *(
            desk(told, office.display_view(), now, LIVE, each.id, question)
            for each in office.profile.counters
            for question in questions
        ),
    ]


def voice(office: Office) -> object:
    """What the hall hears, and how loud."""
    told, view = office.told, office.display_view()
    hours = [office.local(minute) for minute in range(-30, 600, 2)]
    return [
        [(due(told, view, now), percent_at(told.voice.volume, now)) for now in hours],
        [
            utter("9 027", each.clip, 0, language, each.names.get(language, ""))
            for each in told.counters
            for language in LANGUAGES
        ],
    ]


SHOWN: Final[dict[str, Callable[[Office], object]]] = {
    "check": lambda office: [str(each) for each in office.problems],
    "rules": lambda office: rules(office.profile),
    "guides": lambda office: [guide(office.profile, role) for role in GuideRole],
    "report": lambda office: names_of(office.profile),
    "arrivals": lambda office: arrivals(office.profile, 7, 0, 0, 1440),
    "voice": voice,
    "paper": paper,
    "kiosk": kiosk,
    "displays": displays,
    "counter": counter,
    "supervision": supervision,
    "simulated day": lambda office: simulate_day(office.profile, 7, 0).facts[1:],
}
"""By name, the cheapest first."""
