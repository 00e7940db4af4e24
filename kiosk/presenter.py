"""Office, view, visit and the time become one screen. Pure: no Qt, no clock, no device."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final

from kiosk.catalogue import GUIDE, MOST_FIELDS, RESULT, Catalogue, Offer, named
from kiosk.glyphs import priority_glyph
from kiosk.notes import next_day, remarks, special_name
from kiosk.printing.qr import qr_modules
from kiosk.printing.receipt import brief
from kiosk.screen import (
    Detail,
    Header,
    Listing,
    PriorityTile,
    QrRun,
    Remark,
    Screen,
    Search,
    Start,
    TicketScreen,
    Wait,
)
from kiosk.visit import Issued, Page, Visit
from server.protocol.errors import ErrorCode
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView, ServiceLoad, WaitRange

MOST_DOCUMENTS: Final = 6
LONGEST_DOCUMENT: Final = 120
WEEKDAYS: Final = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# What a citizen is told of a refusal; everything else is "try again, or see the guide desk".
OBSTACLES: Final = {
    ErrorCode.NUMBERS_EXHAUSTED: "exhausted",
    ErrorCode.DAY_CLOSED: "closed",
    ErrorCode.KIOSK_CLOSED: "closed",
    ErrorCode.DAY_FULL: "full",
    ErrorCode.BEYOND_CLOSING: "beyond",
    ErrorCode.OVERLOADED: "busy",
}
COME_BACK: Final = ("closed", "exhausted", "full", "beyond")
# Where another number can be had though this one cannot: the guide desk's.
DETOURS: Final = ("exhausted", "full", "beyond", "gone")


@dataclass(frozen=True)
class Situation:
    """What the kiosk knows of the world. ``catalogue`` is ``None`` until an office was heard of."""

    catalogue: Catalogue | None
    view: KioskView | None
    connection: str


def present(world: Situation, visit: Visit, now: datetime | None) -> Screen:
    """The screen of this moment. ``now`` is office time, in the office's zone."""
    catalogue = world.catalogue
    if catalogue is None:
        return Screen(header=Header(connection=world.connection, language=visit.language))
    language = visit.language
    page = visit.page
    return Screen(
        page=page.value,
        header=_header(world, catalogue, language, now),
        start=_start(catalogue, language) if page is Page.START else Start(),
        listing=_listing(catalogue, visit),
        search=_search(catalogue, visit) if page is Page.SEARCH else Search(),
        detail=_detail(world, catalogue, visit, now) if page is Page.DETAIL else Detail(),
        ticket=_ticket(catalogue, visit) if page is Page.TICKET else TicketScreen(),
        warning_s=visit.warning_s,
        ticket_left_s=visit.ticket_left_s if page is Page.TICKET else 0,
    )


def _header(world: Situation, catalogue: Catalogue, language: str, now: datetime | None) -> Header:
    office = catalogue.office
    return Header(
        known=True,
        office=office.name,
        unit=office.unit,
        time=f"{now:%H:%M}" if now else "",
        date=date_words(now, language) if now else "",
        closed=said(office, "closed", language),
        hours="; ".join(office.hours),
        hotline=office.hotline,
        open=world.view is None or world.view.open,
        connection=world.connection,
        language=language,
    )


def date_words(day: datetime, language: str) -> str:
    """A day as people write it: ``Thứ Hai, 23/11/2026``."""
    return f"{WEEKDAYS.get(language, WEEKDAYS['vi'])[day.weekday()]}, {day:%d/%m/%Y}"


def said(office: OfficeInfo, moment: str, language: str) -> str:
    """The office's own Vietnamese sentence for ``moment``; empty where the kiosk's own serves."""
    words = office.phrases.get(moment, "") if language == "vi" else ""
    return words.replace("{hours}", "; ".join(office.hours))


def _start(catalogue: Catalogue, language: str) -> Start:
    office = catalogue.office
    fields = catalogue.fields(language)
    many = len(fields) > MOST_FIELDS
    return Start(
        greeting=said(office, "idle", language),
        question=said(office, "choose_service", language),
        dont_know=said(office, "dont_know", language),
        frequent=catalogue.frequent(language),
        fields=fields[: MOST_FIELDS - 1] if many else fields,
        more_fields=many,
        guide=GUIDE if catalogue.has(GUIDE) else "",
        result=RESULT if catalogue.has(RESULT) else "",
    )


def _listing(catalogue: Catalogue, visit: Visit) -> Listing:
    if visit.page is Page.FIELDS:
        return Listing(tiles=catalogue.fields(visit.language))
    if visit.page is Page.FIELD:
        title = catalogue.field_name(visit.field, visit.language)
        return Listing(title, catalogue.field_tiles(visit.field, visit.language))
    return Listing()


def _search(catalogue: Catalogue, visit: Visit) -> Search:
    return Search(visit.query, catalogue.found(visit.query, visit.language))


def _detail(world: Situation, catalogue: Catalogue, visit: Visit, now: datetime | None) -> Detail:
    offer = catalogue.offer(visit.target)
    if offer is None:
        return Detail(obstacle="gone", way_out=GUIDE if catalogue.has(GUIDE) else "")
    load = load_of(world.view, offer.service.id)
    obstacle = _obstacle(world, visit)
    procedure = offer.procedure
    documents = procedure.documents if procedure else ()
    service = named(offer.service, visit.language)
    return Detail(
        title=procedure.label if procedure else service,
        official=procedure.name if procedure and procedure.name != procedure.label else "",
        glyph=catalogue.glyph(offer.service),
        documents=tuple(brief(text, LONGEST_DOCUMENT) for text in documents[:MOST_DOCUMENTS]),
        more_documents=max(0, len(documents) - MOST_DOCUMENTS),
        note="" if documents else {GUIDE: "guide", RESULT: "result"}.get(offer.service.id, "ask"),
        fee=(procedure.fee or "") if procedure else "",
        time_limit=(procedure.time_limit or "") if procedure else "",
        updated=procedure.updated if procedure else "",
        day=_day(catalogue.office, offer, visit.language, now),
        service=service,
        area=offer.service.area,
        waiting=load.waiting if load else -1,
        wait=wait_of(load.wait, load.open_counters > 0) if load else Wait(),
        priorities=_priorities(catalogue, visit),
        can_take=not obstacle or obstacle in ("busy", "failed"),
        taking=visit.asking,
        obstacle=obstacle,
        hours=_hours(world, catalogue, obstacle),
        way_out=_way_out(catalogue, offer, obstacle),
    )


def _obstacle(world: Situation, visit: Visit) -> str:
    if visit.asking:
        return ""
    if world.connection != "live":
        return "offline"
    if world.view is not None and not world.view.open:
        return "closed"
    if not visit.refusal:
        return ""
    return next((word for code, word in OBSTACLES.items() if code == visit.refusal), "failed")


def _hours(world: Situation, catalogue: Catalogue, obstacle: str) -> str:
    # Out of hours the band on top has told them already.
    told = world.view is not None and not world.view.open
    return "" if told or obstacle not in COME_BACK else "; ".join(catalogue.office.hours)


def _way_out(catalogue: Catalogue, offer: Offer, obstacle: str) -> str:
    other = catalogue.has(GUIDE) and offer.service.id != GUIDE
    return GUIDE if other and obstacle in DETOURS else ""


def _day(office: OfficeInfo, offer: Offer, language: str, now: datetime | None) -> Remark:
    """After the cut-off that; else, on a fast day, that this is among what it is about."""
    cutoff = offer.procedure.same_day_cutoff if offer.procedure else None
    if now is None:
        return Remark()
    if cutoff and f"{now:%H:%M}" >= cutoff:
        return next_day(office, offer.procedure, language)
    name = special_name(office, now.weekday(), offer.service.id)
    return Remark("same_day", name=name) if name else Remark()


def _priorities(catalogue: Catalogue, visit: Visit) -> tuple[PriorityTile, ...]:
    tiles = tuple(
        PriorityTile(
            one.code,
            one.name_en if visit.language == "en" and one.name_en else one.name,
            priority_glyph(one.name),
            one.code == visit.priority,
        )
        for one in catalogue.office.priorities
    )
    none = PriorityTile("", "", "person", not visit.priority)
    return (none, *tiles) if tiles else ()


def load_of(view: KioskView | None, service: str) -> ServiceLoad | None:
    """How busy a service is, where the view says so."""
    return next((load for load in view.services if load.service == service), None) if view else None


def wait_of(wait: WaitRange | None, served: bool = True) -> Wait:
    """A range as the code and numbers the screen has words for."""
    if wait is None:
        return Wait("unknown" if served else "unserved")
    if wait.high_min <= 0:
        return Wait("none")
    if wait.low_min <= 0:
        return Wait("up_to", 0, wait.high_min)
    kind = "about" if wait.low_min >= wait.high_min else "range"
    return Wait(kind, wait.low_min, wait.high_min)


def _ticket(catalogue: Catalogue, visit: Visit) -> TicketScreen:
    issued, offer = visit.issued, catalogue.offer(visit.target)
    if issued is None:
        return TicketScreen()
    runs, side = qr_runs(status_url(catalogue, issued))
    return TicketScreen(
        label=issued.label,
        service=named(offer.service, visit.language) if offer else "",
        area=offer.service.area if offer else "",
        ahead=-1 if issued.ahead is None else issued.ahead,
        wait=wait_of(issued.wait),
        issued=f"{issued.issued_at:%H:%M}",
        remarks=remarks(
            catalogue.office, issued, offer.procedure if offer else None, visit.language
        ),
        qr=runs,
        qr_side=side,
        paper=visit.paper.value,
    )


def status_url(catalogue: Catalogue, issued: Issued) -> str:
    """Where a phone sees the ticket's turn; empty where the office has no such page."""
    base = catalogue.office.status_url
    return base + issued.ticket if base else ""


@lru_cache(maxsize=4)
def qr_runs(url: str) -> tuple[tuple[QrRun, ...], int]:
    """The dark stretches of the code for ``url`` and its side in modules; nothing for nothing."""
    if not url:
        return (), 0
    rows = qr_modules(url)
    runs: list[QrRun] = []
    for y, row in enumerate(rows):
        start = 0
        for x in range(1, len(row) + 1):
            if x == len(row) or row[x] != row[start]:
                if row[start]:
                    runs.append(QrRun(start, y, x - start))
                start = x
    return tuple(runs), len(rows)
