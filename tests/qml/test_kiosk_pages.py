"""Every page of the kiosk at both sizes: nothing cut, hidden or too small for a finger."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from assets.shell.pilot import name_of
from kiosk.offline.wishes import OfflineState
from kiosk.printing.port import PrintReason
from kiosk.scanner.scans import CardScan, TicketScan
from server.protocol.commands import PaperOutcome
from server.protocol.errors import ErrorCode
from server.protocol.messages import Appointment, Error, Standing
from server.protocol.views import TicketStatus, WaitRange
from server.words.service_pauses import paused_sentence
from tests.support.kiosk_glass import (
    SIZES,
    Glass,
    longest_title,
    ticket,
    ticket_in_doubt,
    ticket_without_paper,
)
from tests.support.kiosk_samples import CODE, MORNING, morning_view
from tests.support.layout import box, buttons_of, faults

pytestmark = pytest.mark.slow

OFFICES = ("ward-hoa-binh", "province-song-lam")
LEAST_TARGET = 92  # px: the keys of the keyboard; everything else is 98 and more


def start(_: Glass) -> None:
    """The first page as it is."""


def closed(glass: Glass) -> None:
    glass.kiosk.answers.set_view(morning_view(glass.office, is_open=False))


def closed_and_lost(glass: Glass) -> None:
    closed(glass)
    glass.kiosk.answers.set_connection("lost")


def fields(glass: Glass) -> None:
    glass.kiosk.openFields()


def fullest_field(glass: Glass) -> None:
    glass.kiosk.openField(max(glass.office.fields, key=lambda f: _tiles(glass, f.id)).id)


def search_hint(glass: Glass) -> None:
    glass.kiosk.openSearch()


def search_results(glass: Glass) -> None:
    glass.kiosk.openSearch()
    glass.kiosk.typeText("d")


def longest_detail(glass: Glass) -> None:
    heaviest = max(glass.office.procedures, key=lambda p: len("".join(p.documents)))
    glass.kiosk.choose(heaviest.code)


def guide(glass: Glass) -> None:
    glass.kiosk.choose("huong_dan")


def refused(glass: Glass) -> None:
    longest_detail(glass)
    glass.kiosk.take()
    glass.kiosk.answers.refused(glass.fake.declined(ErrorCode.INTERNAL))


def lost_detail(glass: Glass) -> None:
    longest_detail(glass)
    glass.kiosk.answers.set_connection("lost")


def crowded_ticket(glass: Glass) -> None:
    """The most that the day can say about a number, under the longest name of a service."""
    services = glass.office.services
    glass.kiosk.choose(max(services, key=lambda s: max(len(s.name), len(s.name_in("en")))).id)
    glass.kiosk.take()
    notes = ("later_session:810", "next_working_day")
    glass.kiosk.answers.issued(glass.fake.given("Q 127", ahead=41, notes=notes))


def crowded_ticket_without_paper(glass: Glass) -> None:
    crowded_ticket(glass)
    glass.kiosk.answers.paper_reported(
        glass.fake.ticket, PaperOutcome.NOT_SENT, PrintReason.PAPER_OUT
    )


def beyond_closing(glass: Glass) -> None:
    longest_title(glass)
    glass.kiosk.take()
    glass.kiosk.answers.refused(glass.fake.declined(ErrorCode.BEYOND_CLOSING))


def kiosk_closed(glass: Glass) -> None:
    longest_title(glass)
    glass.kiosk.take()
    glass.kiosk.answers.refused(glass.fake.declined(ErrorCode.KIOSK_CLOSED))


def paused(glass: Glass) -> None:
    """A supervisor has stopped the numbers of everything, for the cause with the most letters."""
    cause = max(glass.office.causes, key=lambda each: len(each.name))
    view = morning_view(glass.office)
    stopped = {"open": False, "paused": cause.code}
    services = tuple(each.model_copy(update=stopped) for each in view.services)
    longest_title(glass)
    glass.kiosk.answers.set_view(view.model_copy(update={"services": services}))


def late_detail(glass: Glass) -> None:
    """After the cut-off, the procedure with the most papers of those that have one."""
    glass.fake.now = MORNING.replace(hour=15, minute=30)
    timed = [p for p in glass.office.procedures if p.same_day_cutoff]
    glass.kiosk.choose(max(timed, key=lambda p: len("".join(p.documents))).code)


def attract(glass: Glass) -> None:
    """Nobody has been here for a while."""
    glass.kiosk.finish()
    idle(glass, 46)


def attract_closed(glass: Glass) -> None:
    closed(glass)
    attract(glass)


def dark(glass: Glass) -> None:
    """Late in the evening."""
    glass.fake.now = MORNING.replace(hour=22)
    attract_closed(glass)


def lunch(glass: Glass) -> None:
    glass.fake.now = MORNING.replace(hour=12)
    resumes = MORNING.replace(hour=13, minute=30)
    glass.kiosk.answers.set_view(
        morning_view(glass.office).model_copy(update={"resumes_at": resumes})
    )


def idle_warning(glass: Glass) -> None:
    longest_title(glass)
    idle(glass, 125)
    if glass.kiosk.screen.page != "detail":
        longest_title(glass)
        idle(glass, 65)


def idle(glass: Glass, seconds: int) -> None:
    for _ in range(seconds):
        glass.kiosk.tick()


def support(glass: Glass) -> None:
    glass.kiosk.openSupport()


def appointment(glass: Glass) -> None:
    glass.kiosk.openAppointment()
    glass.kiosk.typeCode("HB-2311-0930-WW")


def unknown_appointment(glass: Glass) -> None:
    appointment(glass)
    glass.kiosk.findAppointment()
    error = Error(id="x", code=ErrorCode.UNKNOWN_APPOINTMENT)
    glass.kiosk.answers.told(glass.fake.questions[-1][0], error)


def booked(glass: Glass) -> None:
    appointment(glass)
    glass.kiosk.findAppointment()
    heaviest = max(glass.office.procedures, key=lambda p: len("".join(p.documents)))
    found = Appointment(
        id="x",
        code="HB-2311",
        service=heaviest.service,
        procedure=heaviest.code,
        booked_at=MORNING.replace(hour=9, minute=30),
    )
    glass.kiosk.answers.told(glass.fake.questions[-1][0], found)


def standing(glass: Glass) -> None:
    """A ticket of the service with the longest name was scanned."""
    glass.kiosk.answers.scanned(TicketScan("tick000001"))
    service = max(glass.office.services, key=lambda s: max(len(s.name), len(s.name_in("en"))))
    found = Standing(
        id="x",
        ticket="tick000001",
        label="Q 127",
        service=service.id,
        status=TicketStatus.WAITING,
        ahead=41,
        wait=WaitRange(low_min=110, high_min=140),
    )
    glass.kiosk.answers.told(glass.fake.questions[-1][0], found)


def card(glass: Glass) -> None:
    longest_detail(glass)
    glass.kiosk.answers.scanned(CardScan(71, "mark"))


def offline(glass: Glass) -> None:
    """The server is away and the kiosk has numbers of its own."""
    glass.kiosk.answers.set_connection("lost")
    left = {service.id: 20 for service in glass.office.services}
    glass.kiosk.answers.set_offline(OfflineState(is_offline=True, left=left))
    longest_detail(glass)


def offline_start(glass: Glass) -> None:
    offline(glass)
    glass.kiosk.goHome()


def offline_ticket(glass: Glass) -> None:
    offline(glass)
    glass.kiosk.take()
    glass.kiosk.answers.issued(glass.fake.given("Q 350", offline=True))


def staff_code(glass: Glass) -> None:
    glass.staff.ask()
    for _ in range(3):
        glass.staff.type("1")
        glass.staff.enter()


def maintenance(glass: Glass) -> None:
    for _ in range(40):
        glass.staff.tick()
    glass.staff.ask()
    for sign in CODE:
        glass.staff.type(sign)
    glass.staff.enter()
    glass.staff.learn(
        device="kiosk-sanh-chinh",
        server="ws://192.168.100.100:8765/ws",
        version="0.1.0 · PySide6 6.11.3",
        printer="paper_out",
        offset_s=-7200.0,
        offline=OfflineState(left={"a": 50, "b": 3}, unsent_count=12, refused=("6 950", "6 951")),
    )
    glass.staff.say("Đã in trang thử.")


def _tiles(glass: Glass, field: str) -> int:
    services = {service.id for service in glass.office.services if service.field == field}
    return sum(procedure.service in services for procedure in glass.office.procedures)


PAGES: tuple[Callable[[Glass], None], ...] = (
    start,
    closed,
    closed_and_lost,
    fields,
    fullest_field,
    search_hint,
    search_results,
    longest_detail,
    longest_title,
    guide,
    refused,
    lost_detail,
    ticket,
    ticket_without_paper,
    crowded_ticket,
    crowded_ticket_without_paper,
    beyond_closing,
    kiosk_closed,
    paused,
    late_detail,
    attract,
    attract_closed,
    dark,
    lunch,
    idle_warning,
    support,
    appointment,
    unknown_appointment,
    booked,
    standing,
    card,
    offline,
    offline_start,
    offline_ticket,
    ticket_in_doubt,
    staff_code,
    maintenance,
)


# What a page may hold above the reach of a seated person, of a tall panel in the easy mode: the
# resting screen has one button, which is everywhere; staff stand.
HIGH: tuple[Callable[[Glass], None], ...] = (attract, attract_closed, dark, staff_code, maintenance)
PANELS = {"portrait": 708, "landscape": 301}  # mm: 32 inches upright, 19 inches 5:4
LEAST_MM = 20


def shown(glass: Glass, language: str, *, easy: bool) -> Iterator[str]:
    """Every page in turn, by its name."""
    glass.window.setProperty("settleMs", 1)
    for page in PAGES:
        glass.fake.now = MORNING
        glass.staff.leave()
        glass.kiosk.finish()
        glass.kiosk.answers.set_connection("live")
        glass.kiosk.answers.set_offline(OfflineState())
        glass.kiosk.answers.set_view(morning_view(glass.office))
        glass.kiosk.switchLanguage(language)
        if easy:
            glass.kiosk.toggleEasy()
        page(glass)
        glass.settle()
        yield page.__name__


@pytest.mark.parametrize("manner", ["vi", "en", "km", "easy"])
@pytest.mark.parametrize("office", OFFICES)
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_hidden_or_too_small_on_any_page(
    qtbot: QtBot, size: str, office: str, manner: str
) -> None:
    """Every page, both panels, both offices, all manners: all words whole, all targets large."""
    glass = Glass(qtbot, SIZES[size], office)
    easy = manner == "easy"
    least = glass.window.height() / PANELS[size] * LEAST_MM
    assert least <= LEAST_TARGET
    found = [
        f"{name}: {fault}"
        for name in shown(glass, "vi" if easy else manner, easy=easy)
        for fault in glass.lasting(partial(faults, glass.window, LEAST_TARGET))
    ]
    glass.close()
    assert found == []
    assert glass.engine.complaints == []


def test_in_the_easy_mode_a_seated_person_reaches_everything(qtbot: QtBot) -> None:
    """Upright panel: whatever can be touched lies in its lower three fifths."""
    glass = Glass(qtbot, SIZES["portrait"])
    high = {page.__name__ for page in HIGH}
    limit = glass.window.height() * 0.4

    def out_of_reach() -> list[str]:
        buttons = ((name_of(each), box(each).top()) for each in buttons_of(glass.window))
        return [f"{name} at {top:.0f}" for name, top in buttons if top < limit]

    found = [
        f"{page}: {button}"
        for page in shown(glass, "vi", easy=True)
        if page not in high
        for button in glass.lasting(out_of_reach)
    ]
    glass.close()
    assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_everything_that_can_be_touched_has_a_name(qtbot: QtBot, size: str) -> None:
    """No control is without words for whoever cannot see its picture."""
    glass = Glass(qtbot, SIZES[size])

    def nameless() -> list[str]:
        return [str(box(each)) for each in buttons_of(glass.window) if not name_of(each)]

    found = [page for page in shown(glass, "vi", easy=False) if glass.lasting(nameless)]
    glass.close()
    assert found == []


@pytest.mark.parametrize("size", SIZES)
def test_citizens_read_of_a_paused_service_what_the_supervisor_was_shown(
    qtbot: QtBot, size: str
) -> None:
    """To the letter, with a cause and without one."""
    glass = Glass(qtbot, SIZES[size])
    paused(glass)
    cause = max(glass.office.causes, key=lambda each: len(each.name)).code
    qtbot.waitUntil(lambda: glass.says(paused_sentence(glass.office.causes, cause)))
    glass.kiosk.answers.set_view(morning_view(glass.office))
    glass.kiosk.take()
    glass.kiosk.answers.refused(glass.fake.declined(ErrorCode.SERVICE_PAUSED))
    qtbot.waitUntil(lambda: glass.says(paused_sentence((), "")))
    glass.close()
