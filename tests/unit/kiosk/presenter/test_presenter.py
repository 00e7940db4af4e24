"""Office, view, visit and time become the right screen."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from kiosk import visit as moves
from kiosk.offline.wishes import NO_LEDGER, NO_NUMBERS, NOT_NOW, WRONG_CLOCK, Given, OfflineState
from kiosk.paper import receipt
from kiosk.presenter.aloud import number_units
from kiosk.presenter.catalogue import GUIDE, MOST_FIELDS, RESULT, Catalogue
from kiosk.presenter.detail import MOST_DOCUMENTS, qr_runs
from kiosk.presenter.entries import PLACES, is_off
from kiosk.presenter.icons import field_glyph, priority_glyph
from kiosk.presenter.presenter import present
from kiosk.presenter.screen import Remark, Screen, WaitTime
from kiosk.presenter.situation import Situation, wait_of
from kiosk.printing.qr import qr_modules
from kiosk.visit import Booking, Page, Paper, Visit
from server.protocol.errors import ErrorCode
from server.protocol.messages import Standing
from server.protocol.office import KioskInfo
from server.protocol.views import TicketStatus, WaitRange
from tests.support.kiosk_samples import BIRTH, LANGUAGES, MORNING, STATUS_URL, morning_view, ward

WARD = Catalogue(ward())
LIVE = Situation(WARD, morning_view(), "live", languages=LANGUAGES)
AT_BIRTH = moves.chose(Visit(), BIRTH)
TICKET = "tick000001"


def screen(visit: Visit, world: Situation = LIVE) -> Screen:
    return present(world, visit, MORNING)


def issued(wait: WaitRange | None = None, ahead: int | None = 6, *, offline: bool = False) -> Visit:
    given = Given(
        wish="w1",
        ticket=TICKET,
        label="9 027",
        service="khai_sinh",
        issued_at=MORNING,
        ahead=ahead,
        wait=wait,
        offline=offline,
    )
    return moves.received(moves.asked(AT_BIRTH, "w1"), given, Paper.PRINTED)


def test_before_any_office_was_heard_of_only_the_link_is_told() -> None:
    """No office, no choices, no clock: nothing is made up."""
    shown = present(Situation(None, None, "lost"), Visit(), None)
    assert not shown.header.known
    assert shown.header.connection == "lost"
    assert shown.start.frequent == ()


def test_the_first_page_asks_in_the_office_s_words() -> None:
    """Greeting, question and the frequent choices come from the profile."""
    start = screen(Visit()).start
    assert start.question == "Hôm nay ông/bà cần làm việc gì?"
    assert [tile.title for tile in start.frequent][:3] == [
        "Chứng thực bản sao",
        "Chứng thực chữ ký",
        "Khai sinh",
    ]
    assert (start.guide, start.result) == (GUIDE, RESULT)


def test_guide_and_results_have_their_own_buttons_only() -> None:
    """What has a large button of its own does not stand among the choices again."""
    start = screen(Visit()).start
    targets = {tile.target for tile in (*start.frequent, *start.fields)}
    assert not targets & {GUIDE, RESULT, "ho_tro"}


def test_too_many_fields_leave_room_for_all_of_them() -> None:
    """Fourteen departments: eight and *all fields*, which then shows the fourteen."""
    province = Situation(Catalogue(ward("province-song-lam")), None, "live")
    start = screen(Visit(), province).start
    assert len(start.fields) == MOST_FIELDS - 1
    assert start.more_fields
    everything = screen(moves.went_to(Visit(), Page.FIELDS), province).listing
    assert len(everything.tiles) > MOST_FIELDS


def test_every_target_on_every_page_opens() -> None:
    """No tile of a field leads nowhere, and every service can be reached by touch."""
    reached = {GUIDE, RESULT}
    for field in ward().fields:
        for tile in WARD.field_tiles(field.id, "vi"):
            offer = WARD.offer(tile.target)
            assert offer is not None
            reached.add(offer.service.id)
    assert reached == {service.id for service in ward().services}


def test_the_header_tells_time_and_day_as_people_write_them() -> None:
    """24 hours, weekday, day before month."""
    header = screen(Visit()).header
    assert (header.time, header.date) == ("07:42", "Thứ Hai, 23/11/2026")
    assert screen(moves.language_chosen(Visit(), "en")).header.date == "Monday, 23/11/2026"


def test_a_procedure_shows_what_is_known_and_hides_what_is_not() -> None:
    """The fee is known and shown; the time limit is not and stays away."""
    detail = screen(AT_BIRTH).detail
    assert (detail.title, detail.official) == ("Khai sinh", "Thủ tục đăng ký khai sinh")
    assert 0 < len(detail.documents) <= MOST_DOCUMENTS
    assert detail.fee == "Miễn phí"
    assert detail.time_limit == ""
    assert detail.updated == "20/07/2026"
    assert detail.waiting > 0
    assert detail.can_take


def test_many_papers_are_counted_not_dropped() -> None:
    """Beyond six the rest is a number, so that nobody believes the list is whole."""
    procedure = (
        ward()
        .procedures[0]
        .model_copy(update={"documents": tuple(f"Giấy tờ {n}" for n in range(9))})
    )
    office = ward().model_copy(update={"procedures": (procedure,)})
    world = replace(LIVE, catalogue=Catalogue(office))
    detail = screen(moves.chose(Visit(), procedure.code), world).detail
    assert (len(detail.documents), detail.more_documents) == (6, 3)


@pytest.mark.parametrize(
    ("target", "note"), [(GUIDE, "guide"), (RESULT, "result"), ("thue", "ask"), (BIRTH, "")]
)
def test_where_no_papers_are_listed_something_is_said(target: str, note: str) -> None:
    """A page without a list never looks as if nothing were needed."""
    assert screen(moves.chose(Visit(), target)).detail.note == note


def test_after_the_cut_off_the_next_working_day_is_told() -> None:
    """Births received after three in the afternoon are returned on the next working day."""
    at_two = present(LIVE, AT_BIRTH, MORNING.replace(hour=14, minute=59))
    at_three = present(LIVE, AT_BIRTH, MORNING.replace(hour=15, minute=0))
    assert at_two.detail.day == Remark()
    assert (at_three.detail.day.code, at_three.detail.day.time) == ("next_working_day", "15 giờ")
    assert at_three.detail.day.said.startswith("Hồ sơ nhận sau 15 giờ")
    assert at_three.detail.can_take


@pytest.mark.parametrize(
    ("world", "refusal", "obstacle", "can_take"),
    [
        (LIVE, "", "", True),
        (replace(LIVE, connection="lost"), "", "offline", False),
        (replace(LIVE, connection="connecting"), "", "offline", False),
        (replace(LIVE, view=morning_view(is_open=False)), "", "closed", False),
        (LIVE, ErrorCode.NUMBERS_EXHAUSTED, "exhausted", False),
        (LIVE, ErrorCode.DAY_CLOSED, "closed", False),
        (LIVE, ErrorCode.KIOSK_CLOSED, "closed", False),
        (LIVE, ErrorCode.DAY_FULL, "full", False),
        (LIVE, ErrorCode.BEYOND_CLOSING, "beyond", False),
        (LIVE, NOT_NOW, "closed", False),
        (LIVE, NO_NUMBERS, "offline", False),
        (LIVE, NO_LEDGER, "offline", False),
        (LIVE, WRONG_CLOCK, "offline", False),
        (LIVE, "enough", "enough", False),
        (LIVE, ErrorCode.OVERLOADED, "busy", True),
        (LIVE, ErrorCode.INTERNAL, "failed", True),
    ],
)
def test_why_no_number_can_be_had_is_told(
    world: Situation, refusal: str, obstacle: str, can_take: bool
) -> None:
    """Every obstacle has its code, and only a passing one leaves the button alive."""
    visit = moves.refused(AT_BIRTH, refusal) if refusal else AT_BIRTH
    detail = screen(visit, world).detail
    assert (detail.obstacle, detail.can_take) == (obstacle, can_take)


def test_a_choice_that_left_the_office_is_told_gone() -> None:
    """The profile changed while somebody was reading."""
    detail = screen(moves.chose(Visit(), "9.999999")).detail
    assert (detail.obstacle, detail.can_take, detail.way_out) == ("gone", False, GUIDE)


@pytest.mark.parametrize(
    ("refusal", "way_out", "tells_hours"),
    [
        (ErrorCode.DAY_FULL, GUIDE, True),
        (ErrorCode.BEYOND_CLOSING, GUIDE, True),
        (ErrorCode.NUMBERS_EXHAUSTED, GUIDE, True),
        (ErrorCode.KIOSK_CLOSED, "", True),
        (ErrorCode.INTERNAL, "", False),
    ],
)
def test_a_refusal_is_never_a_dead_end(refusal: ErrorCode, way_out: str, tells_hours: bool) -> None:
    """The guide desk's number where one can be had, the hours where coming back helps."""
    detail = screen(moves.refused(AT_BIRTH, refusal)).detail
    assert (detail.way_out, bool(detail.hours)) == (way_out, tells_hours)
    assert detail.way_out or detail.can_take or detail.hours


def test_the_guide_desk_is_not_offered_instead_of_itself() -> None:
    """When even that is full, the words remain and no button leads in a circle."""
    visit = moves.refused(moves.chose(Visit(), GUIDE), ErrorCode.DAY_FULL)
    assert screen(visit).detail.way_out == ""


def test_the_hours_are_not_told_twice() -> None:
    """While the band on top says them, the page below does not."""
    world = replace(LIVE, view=morning_view(is_open=False))
    assert (screen(AT_BIRTH, world).detail.obstacle, screen(AT_BIRTH, world).detail.hours) == (
        "closed",
        "",
    )


def test_no_is_the_chosen_priority_until_one_is_declared() -> None:
    """Exactly one tile of the question is chosen at any time."""
    for code in ("", "P3"):
        tiles = screen(moves.prioritised(AT_BIRTH, code)).detail.priorities
        assert [tile.code for tile in tiles if tile.chosen] == [code]
    nobody = ward().model_copy(update={"priorities": ()})
    world = replace(LIVE, catalogue=Catalogue(nobody))
    assert screen(AT_BIRTH, world).detail.priorities == ()


@pytest.mark.parametrize(
    ("wait", "served", "words"),
    [
        (WaitRange(low_min=10, high_min=20), True, WaitTime("range", 10, 20)),
        (WaitRange(low_min=15, high_min=15), True, WaitTime("about", 15, 15)),
        (WaitRange(low_min=0, high_min=10), True, WaitTime("up_to", 0, 10)),
        (WaitRange(low_min=0, high_min=0), True, WaitTime("none")),
        (None, True, WaitTime("unknown")),
        (None, False, WaitTime("unserved")),
    ],
)
def test_a_wait_is_never_a_guess(wait: WaitRange | None, served: bool, words: WaitTime) -> None:
    """What is not known is a word of its own, never a number."""
    assert wait_of(wait, served) == words


def test_the_ticket_tells_number_place_people_and_time() -> None:
    """All that the paper says is on the glass too."""
    ticket = screen(issued(WaitRange(low_min=10, high_min=20))).ticket
    assert (ticket.label, ticket.ahead, ticket.issued) == ("9 027", 6, "07:42")
    assert ticket.area == "Quầy 8 và 9, tầng 1"
    assert ticket.wait == WaitTime("range", 10, 20)
    assert ticket.paper == "printed"
    assert screen(issued(ahead=None)).ticket.ahead == -1


def test_the_code_on_the_glass_is_the_one_of_the_status_page() -> None:
    """Every dark module of the code is covered by a run, and nothing else is."""
    url = STATUS_URL + TICKET
    runs, side = qr_runs(url)
    dark = {(run.column + step, run.row) for run in runs for step in range(run.length)}
    modules = qr_modules(url)
    assert side == len(modules)
    assert dark == {(x, y) for y, row in enumerate(modules) for x, on in enumerate(row) if on}
    assert screen(issued()).ticket.qr == runs


def test_without_a_status_page_there_is_no_code() -> None:
    """An office without the page shows no dead code."""
    office = ward().model_copy(update={"status_url": ""})
    ticket = screen(issued(), replace(LIVE, catalogue=Catalogue(office))).ticket
    assert (ticket.qr, ticket.qr_side) == ((), 0)


def test_the_paper_says_what_the_glass_says() -> None:
    """Label, place, people, wait, time and address go to print; the papers to bring as well."""
    visit = issued(WaitRange(low_min=10, high_min=20))
    assert visit.issued is not None
    printed = receipt(WARD, BIRTH, visit.issued)
    assert printed.label == "9 027"
    assert printed.issued_at == MORNING
    assert (printed.people_ahead, printed.wait) == (6, (10, 20))
    assert printed.status_url == STATUS_URL + TICKET
    assert printed.papers


def test_english_is_used_where_the_office_has_it() -> None:
    """Fields and priorities have English names; a procedure keeps its Vietnamese one."""
    english = moves.language_chosen(Visit(), "en")
    start = screen(english).start
    assert start.fields[0].title == "Civil status"
    assert start.question == ""
    tiles = screen(moves.language_chosen(AT_BIRTH, "en")).detail.priorities
    assert "Pregnant woman" in [tile.name for tile in tiles]


def test_every_field_of_the_demo_offices_has_an_icon_of_its_own_kind() -> None:
    """At the ward nothing falls back to the general icon."""
    assert "khac" not in {field_glyph(field.name) for field in ward().fields}
    assert priority_glyph("Người cao tuổi") == "elderly"
    assert priority_glyph("Điều gì khác") == "uu_tien"


def test_the_clock_moves_with_the_time_handed_in() -> None:
    """The presenter has no clock of its own."""
    later = present(LIVE, Visit(), MORNING + timedelta(hours=6))
    assert later.header.time == "13:42"


ALONE = replace(
    LIVE,
    connection="lost",
    offline=OfflineState(is_offline=True, left={"khai_sinh": 3}),
)


def test_without_the_server_a_number_of_the_reserve_can_be_taken() -> None:
    """The button lives on, and stale figures of the line are not shown."""
    detail = screen(AT_BIRTH, ALONE).detail
    assert (detail.can_take, detail.obstacle) == (True, "")
    assert (detail.waiting, detail.wait) == (-1, WaitTime("untold"))
    other = screen(moves.chose(Visit(), GUIDE), ALONE).detail
    assert (other.can_take, other.obstacle) == (False, "offline")
    assert screen(Visit(), ALONE).header.goes_on


@pytest.mark.finding("H4")
def test_the_kiosk_says_the_offices_own_sentences_about_papers_and_a_lost_connection() -> None:
    """What stands under phrases.checklist and phrases.offline is what the glass says."""
    own = {"checklist": "Xin xem lại giấy tờ.", "offline": "Mất mạng, vẫn lấy được số."}
    world = replace(ALONE, catalogue=Catalogue(ward().model_copy(update={"phrases": own})))
    assert screen(AT_BIRTH, world).detail.checklist == "Xin xem lại giấy tờ."
    assert screen(Visit(), world).header.offline == "Mất mạng, vẫn lấy được số."
    english = screen(replace(AT_BIRTH, language="en"), world)
    assert (english.detail.checklist, english.header.offline) == ("", "")


@pytest.mark.finding("H4")
def test_in_english_the_office_goes_by_its_english_name() -> None:
    """Where it has one; in every other language by its own."""
    english = screen(Visit(language="en")).header.office
    assert english == "Public Administration Service Centre of Hòa Bình Ward"
    assert screen(Visit()).header.office == ward().name


@pytest.mark.finding("H4")
def test_who_was_called_is_told_where_the_desk_stands() -> None:
    """Before, where to sit down; a counter's own area is what leads to it."""
    standing = Standing(
        id="q", ticket=TICKET, label="9 027", service="khai_sinh", status=TicketStatus.WAITING
    )
    called = standing.model_copy(update={"status": TicketStatus.CALLED, "counter": "q0"})
    areas = [
        screen(Visit(page=Page.STANDING, standing=each)).standing.area
        for each in (standing, called)
    ]
    assert areas == ["Quầy 8 và 9, tầng 1", "Cạnh cửa chính, tầng 1"]


@pytest.mark.finding("H4")
def test_a_holiday_is_called_by_its_name() -> None:
    """The band that says the office is closed says for what."""
    holiday = morning_view(is_open=False).model_copy(update={"day_name": "Tết Dương lịch"})
    assert screen(Visit(), replace(LIVE, view=holiday)).header.day_name == "Tết Dương lịch"


def test_a_kiosk_without_numbers_of_its_own_does_not_say_that_they_go_on() -> None:
    """The office's sentence promises numbers, so it waits until there are some."""
    assert screen(Visit(), replace(LIVE, connection="lost")).header.offline == ""


def test_a_number_of_the_reserve_promises_no_wait() -> None:
    """Nobody knows the line, so nothing is said of it."""
    ticket = screen(issued(ahead=None, offline=True)).ticket
    assert (ticket.ahead, ticket.wait, ticket.offline) == (-1, WaitTime("untold"), True)


def test_a_service_that_rests_says_so_before_a_number_is_wanted() -> None:
    """The police on a Saturday afternoon: the guide desk instead, and the hours."""
    services = tuple(
        load.model_copy(update={"open": load.service != "khai_sinh"})
        for load in morning_view().services
    )
    world = replace(LIVE, view=morning_view().model_copy(update={"services": services}))
    detail = screen(AT_BIRTH, world).detail
    assert (detail.obstacle, detail.can_take, detail.way_out) == ("resting", False, GUIDE)
    assert detail.hours


@pytest.mark.parametrize(
    ("language", "words"),
    [("vi", "mất kết nối mạng"), ("en", "network down"), ("km", "mất kết nối mạng")],
)
def test_a_service_a_supervisor_has_paused_says_why(language: str, words: str) -> None:
    """Not that it is out of hours: that would send people away who could come back soon."""
    services = tuple(
        load.model_copy(update={"open": False, "paused": "mat_mang"})
        if load.service == "khai_sinh"
        else load
        for load in morning_view().services
    )
    world = replace(LIVE, view=morning_view().model_copy(update={"services": services}))
    detail = screen(replace(AT_BIRTH, language=language), world).detail
    assert (detail.obstacle, detail.can_take, detail.way_out) == ("paused", False, GUIDE)
    assert (detail.because, detail.hours) == (words, "")


def test_a_pause_that_was_quicker_than_the_screen_is_told_all_the_same() -> None:
    """The server refused; why will stand there with its next view."""
    detail = screen(moves.refused(AT_BIRTH, ErrorCode.SERVICE_PAUSED)).detail
    assert (detail.obstacle, detail.because) == ("paused", "")


@pytest.mark.parametrize(("language", "words"), [("vi", "13 giờ 30"), ("en", "13:30")])
def test_between_sessions_the_next_one_is_told(language: str, words: str) -> None:
    """At lunch numbers are given; when desks go on working stands above the page."""
    resumes = MORNING.replace(hour=13, minute=30).astimezone(UTC)
    world = replace(LIVE, view=morning_view().model_copy(update={"resumes_at": resumes}))
    visit = moves.language_chosen(Visit(), language)
    assert present(world, visit, MORNING.replace(hour=12)).header.resumes == words
    assert present(world, visit, MORNING.replace(hour=14)).header.resumes == ""
    assert screen(Visit()).header.resumes == ""


def test_what_is_asked_for_most_here_stands_first() -> None:
    """PastDays before named by the office, each once, twelve at most; a vanished one is skipped."""
    learnt = ("thue", "9.999999", BIRTH)
    world = replace(LIVE, view=morning_view().model_copy(update={"frequent": learnt}))
    targets = [tile.target for tile in screen(Visit(), world).start.frequent]
    assert targets[:3] == ["thue", BIRTH, "2.000815"]
    assert len(targets) == len(set(targets)) <= 12


def test_the_languages_are_the_office_s_as_far_as_there_are_words() -> None:
    """Each under its own name, Vietnamese always among them."""
    tiles = screen(moves.language_chosen(Visit(), "km")).header.languages
    assert [(tile.code, tile.name, tile.chosen, tile.large) for tile in tiles] == [
        ("vi", "Tiếng Việt", False, False),
        ("en", "English", False, False),
        ("km", "ខ្មែរ", True, True),
    ]
    wordless = replace(LIVE, languages=("vi",))
    assert [tile.code for tile in screen(Visit(), wordless).header.languages] == ["vi"]


def test_the_resting_screen_changes_place_every_minute() -> None:
    """Nothing stands in the same place for longer."""
    resting = Visit(page=Page.ATTRACT)
    places = [
        present(LIVE, resting, MORNING + timedelta(minutes=n)).attract.place for n in range(PLACES)
    ]
    assert len(set(places)) == PLACES
    assert present(LIVE, resting, MORNING).attract.notices == ward().notices


@pytest.mark.parametrize(
    ("on_at", "off_at", "hour", "off"),
    [
        ("06:30", "18:00", 5, True),
        ("06:30", "18:00", 7, False),
        ("06:30", "18:00", 18, True),
        ("18:00", "02:00", 23, False),
        ("18:00", "02:00", 3, True),
        ("", "", 3, False),
        ("06:30", "", 3, False),
    ],
)
def test_the_screen_is_dark_outside_its_hours(
    on_at: str, off_at: str, hour: int, off: bool
) -> None:
    """A night may pass midnight; an office that says nothing keeps it lit."""
    assert is_off(KioskInfo(on_at=on_at, off_at=off_at), MORNING.replace(hour=hour)) == off


def test_an_open_office_is_never_dark() -> None:
    """Overtime: as long as numbers are given the screen invites."""
    late = MORNING.replace(hour=22)
    resting = Visit(page=Page.ATTRACT)
    assert not present(LIVE, resting, late).attract.off
    closed = replace(LIVE, view=morning_view(is_open=False))
    attract = present(closed, resting, late).attract
    assert (attract.off, attract.on_at) == (True, "6 giờ 30")


def test_support_tells_where_and_when_and_asks_for_no_number() -> None:
    """Only what the office says; each with a picture of its kind."""
    items = screen(moves.went_to(Visit(), Page.SUPPORT)).support.items
    assert [item.glyph for item in items] == ["photocopy", "chung_thuc", "legal"]
    assert (items[1].where, items[1].hours) == ("Văn phòng công chứng, phòng 103", "")
    bare = replace(LIVE, catalogue=Catalogue(ward().model_copy(update={"support": ()})))
    assert not screen(Visit(), bare).start.support


@pytest.mark.parametrize(
    ("connection", "refusal", "obstacle"),
    [
        ("live", "", ""),
        ("live", "unknown_appointment", "booking_unknown"),
        ("live", "appointment_used", "booking_used"),
        ("live", "overloaded", "offline"),
        ("live", "internal", "failed"),
        ("lost", "", "offline"),
    ],
)
def test_why_an_appointment_was_not_found_is_told(
    connection: str, refusal: str, obstacle: str
) -> None:
    """And a kiosk that cannot ask says so before anybody types."""
    visit = moves.went_to(Visit(), Page.APPOINTMENT)
    visit = moves.unanswerable(visit, refusal) if refusal else visit
    assert screen(visit, replace(LIVE, connection=connection)).appointment.obstacle == obstacle


def test_the_time_of_the_appointment_stands_on_its_page() -> None:
    """In the words of the screen."""
    booking = Booking("HB1", BIRTH, MORNING.replace(hour=9, minute=30))
    assert screen(moves.booked(Visit(), booking)).detail.booked == "9 giờ 30"
    assert screen(AT_BIRTH).detail.booked == ""


def test_a_scanned_ticket_shows_where_it_stands() -> None:
    """Label, place in line, and the desk that calls."""
    asking = moves.inquired(Visit(), "q", Page.STANDING)
    assert screen(asking).standing.status == "asking"
    called = Standing(
        id="q",
        ticket=TICKET,
        label="9 027",
        service="khai_sinh",
        status=TicketStatus.CALLED,
        ahead=0,
        counter=ward().counters[3].id,
    )
    standing = screen(moves.told_standing(asking, called)).standing
    assert (standing.label, standing.status, standing.counter) == ("9 027", "called", "3")
    assert screen(moves.unanswerable(asking, "unknown_ticket")).standing.status == "unknown"
    assert screen(moves.unanswerable(asking, "offline")).standing.status == "offline"


def test_a_card_may_speak_for_the_age_priority_and_decides_nothing() -> None:
    """It is offered, not taken; once taken it is not offered again."""
    carded = moves.card_scanned(AT_BIRTH, "mark", old_enough=True)
    detail = screen(carded).detail
    assert detail.offers == "Người cao tuổi"
    assert [tile.code for tile in detail.priorities if tile.chosen] == [""]
    assert screen(moves.prioritised(carded, "P3")).detail.offers == ""
    assert screen(AT_BIRTH).detail.offers == ""


def test_a_copy_is_offered_only_in_doubt_and_only_twice() -> None:
    """Where nobody knows whether the paper came out."""
    doubt = moves.paper_reported(issued(), TICKET, Paper.DOUBT)
    assert screen(doubt).ticket.may_copy
    assert not screen(issued()).ticket.may_copy
    often = moves.paper_reported(moves.copying(moves.copying(doubt)), TICKET, Paper.DOUBT)
    assert not screen(often).ticket.may_copy


@pytest.mark.parametrize(
    ("visit", "clips", "hears"),
    [
        (Visit(), ("vi/kiosk_start",), True),
        (Visit(), (), False),
        (moves.language_chosen(Visit(), "en"), ("vi/kiosk_start",), False),
        (issued(), ("vi/digit_9", "vi/num_027"), True),
        (issued(), ("vi/digit_9",), False),
        (issued(), ("vi/digit_9", "vi/digit_0", "vi/digit_2", "vi/digit_7"), True),
        (Visit(page=Page.ATTRACT), ("vi/kiosk_start",), False),
    ],
)
def test_reading_aloud_is_offered_where_the_page_can_be_said(
    visit: Visit, clips: tuple[str, ...], hears: bool
) -> None:
    """No button without its recording; a number needs all its digits."""
    assert screen(visit, replace(LIVE, clips=frozenset(clips))).header.hears == hears


def test_a_label_is_said_by_groups_as_it_is_written() -> None:
    """Three digits are one clip, the rest single signs."""
    assert number_units("9 027") == ("digit_9", "num_027")
    assert number_units("Q 12") == ("letter_Q", "digit_1", "digit_2")
    assert number_units("12 004") == ("digit_1", "digit_2", "num_004")
