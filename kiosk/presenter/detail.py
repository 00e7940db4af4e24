"""The page before a number, with what to know and bring, and the page of the number. Pure."""

from datetime import datetime
from functools import lru_cache
from typing import Final

from kiosk.offline.wishes import NO_LEDGER, NO_NUMBERS, NOT_NOW, WRONG_CLOCK
from kiosk.presenter.catalogue import GUIDE, RESULT, Catalogue, Offer
from kiosk.presenter.icons import priority_glyph
from kiosk.presenter.notes import clock_words, next_day, remarks, special_name
from kiosk.presenter.screen import Detail, PriorityTile, QrRun, Remark, TicketScreen, WaitTime
from kiosk.presenter.situation import Situation, load_of, said, wait_of
from kiosk.printing.qr import qr_modules
from kiosk.printing.receipt import brief
from kiosk.visit import Issued, Paper, Visit
from server.protocol.errors import ErrorCode
from server.protocol.office import OfficeInfo, PriorityInfo

MOST_DOCUMENTS: Final = 6
LONGEST_DOCUMENT: Final = 120
MOST_COPIES: Final = 2
OLD_AGE: Final = "elderly"
# What a citizen is told of a refusal; everything else is "try again, or see the guide desk".
OBSTACLES: Final = {
    ErrorCode.NUMBERS_EXHAUSTED: "exhausted",
    ErrorCode.DAY_CLOSED: "closed",
    ErrorCode.KIOSK_CLOSED: "closed",
    ErrorCode.SERVICE_PAUSED: "paused",
    ErrorCode.DAY_FULL: "full",
    ErrorCode.BEYOND_CLOSING: "beyond",
    ErrorCode.OVERLOADED: "busy",
    ErrorCode.APPOINTMENT_USED: "booking_used",
    ErrorCode.UNKNOWN_APPOINTMENT: "booking_unknown",
    NOT_NOW: "closed",
    NO_NUMBERS: "offline",
    NO_LEDGER: "offline",
    WRONG_CLOCK: "offline",
    "enough": "enough",
}
COME_BACK: Final = ("closed", "resting", "exhausted", "full", "beyond")
# Obstacles for which the guide desk's service is offered instead.
DETOURS: Final = ("exhausted", "full", "beyond", "gone", "resting", "paused", "booking_used")
PASSING: Final = ("busy", "failed")


def detail_page(
    world: Situation, catalogue: Catalogue, visit: Visit, now: datetime | None
) -> Detail:
    """What to know and bring; ``now`` is office time, in the office's zone."""
    offer = catalogue.offer(visit.target)
    if offer is None:
        return Detail(obstacle="gone", way_out=GUIDE if catalogue.has(GUIDE) else "")
    # Without the server its last word on the line is out of date.
    load = load_of(world.view, offer.service.id) if world.is_live else None
    obstacle = _obstacle(world, visit, offer)
    procedure = offer.procedure
    documents = procedure.documents if procedure else ()
    service = offer.service.name_in(visit.language)
    booked = visit.booking.booked_at if visit.booking else None

    def translated(text: str) -> str:
        return catalogue.office.text_in(visit.language, text)

    return Detail(
        title=procedure.label_in(visit.language) if procedure else service,
        official=procedure.name if procedure and procedure.name != procedure.label else "",
        glyph=catalogue.glyph(offer.service),
        checklist=said(catalogue.office, "checklist", visit.language),
        documents=tuple(
            brief(translated(text), LONGEST_DOCUMENT) for text in documents[:MOST_DOCUMENTS]
        ),
        more_documents=max(0, len(documents) - MOST_DOCUMENTS),
        note="" if documents else {GUIDE: "guide", RESULT: "result"}.get(offer.service.id, "ask"),
        fee=translated(procedure.fee or "") if procedure else "",
        time_limit=translated(procedure.time_limit or "") if procedure else "",
        updated=procedure.updated if procedure else "",
        day=_day(catalogue.office, offer, visit.language, now),
        service=service,
        area=translated(offer.service.area),
        waiting=load.waiting if load else -1,
        wait=wait_of(load.wait, load.open_counters > 0) if load else WaitTime("untold"),
        priorities=_priorities(catalogue, visit),
        can_take=not obstacle or obstacle in PASSING,
        taking=visit.asking,
        obstacle=obstacle,
        hours=_hours(world, catalogue, obstacle),
        way_out=_way_out(catalogue, offer, obstacle),
        booked=clock_words(booked.hour * 60 + booked.minute, visit.language) if booked else "",
        offers=_offered(catalogue, visit),
        because=_because(catalogue.office, load.paused, visit.language) if load else "",
    )


def _because(office: OfficeInfo, cause: str, language: str) -> str:
    """The office's words for why a service gives no numbers now; empty while it does."""
    known = office.cause(cause)
    return known.name_in(language) if known else ""


def _obstacle(world: Situation, visit: Visit, offer: Offer) -> str:
    if visit.asking:
        return ""
    if not world.is_live and not world.offline.can_give(offer.service.id):
        return "offline"
    if world.is_live and world.view is not None:
        load = load_of(world.view, offer.service.id)
        if not world.view.open:
            return "closed"
        if load is not None and load.paused:
            return "paused"
        if load is not None and not load.open:
            return "resting"
    if not visit.refusal:
        return ""
    return next((word for code, word in OBSTACLES.items() if code == visit.refusal), "failed")


def _hours(world: Situation, catalogue: Catalogue, obstacle: str) -> str:
    # Out of hours the header shows them already.
    told = world.is_live and world.view is not None and not world.view.open
    return "" if told or obstacle not in COME_BACK else "; ".join(catalogue.office.hours)


def _way_out(catalogue: Catalogue, offer: Offer, obstacle: str) -> str:
    other = catalogue.has(GUIDE) and offer.service.id != GUIDE
    return GUIDE if other and obstacle in DETOURS else ""


def _day(office: OfficeInfo, offer: Offer, language: str, now: datetime | None) -> Remark:
    """The remark that the cut-off has passed or, on a named weekday, that the procedure is part of
    it.
    """
    cutoff = offer.procedure.same_day_cutoff if offer.procedure else None
    if now is None:
        return Remark()
    if cutoff and f"{now:%H:%M}" >= cutoff:
        return next_day(office, offer.procedure, language)
    name = special_name(office, now.weekday(), language, offer.service.id)
    return Remark("same_day", name=name) if name else Remark()


def _priorities(catalogue: Catalogue, visit: Visit) -> tuple[PriorityTile, ...]:
    tiles = tuple(
        PriorityTile(
            one.code,
            one.name_in(visit.language),
            priority_glyph(one.name),
            one.code == visit.priority,
        )
        for one in catalogue.office.priorities
    )
    none = PriorityTile("", "", "person", not visit.priority)
    return (none, *tiles) if tiles else ()


def age_priority(catalogue: Catalogue) -> PriorityInfo | None:
    """The office's priority for the aged, if it has one."""
    aged = (one for one in catalogue.office.priorities if priority_glyph(one.name) == OLD_AGE)
    return next(aged, None)


def _offered(catalogue: Catalogue, visit: Visit) -> str:
    one = age_priority(catalogue) if visit.old_enough else None
    return one.name_in(visit.language) if one and one.code != visit.priority else ""


def ticket_page(catalogue: Catalogue, visit: Visit) -> TicketScreen:
    """The number, what is known of its turn, and the outcome of printing."""
    office, issued, offer = catalogue.office, visit.issued, catalogue.offer(visit.target)
    if issued is None:
        return TicketScreen()
    runs, side = qr_runs(status_url(catalogue, issued))
    return TicketScreen(
        label=issued.label,
        service=offer.service.name_in(visit.language) if offer else "",
        area=office.text_in(visit.language, offer.service.area) if offer else "",
        ahead=-1 if issued.ahead is None else issued.ahead,
        wait=WaitTime("untold") if issued.offline else wait_of(issued.wait),
        issued=f"{issued.issued_at:%H:%M}",
        remarks=remarks(office, issued, offer.procedure if offer else None, visit.language),
        qr=runs,
        qr_side=side,
        paper=visit.paper.value,
        may_copy=visit.paper is Paper.DOUBT and visit.copies < MOST_COPIES,
        offline=issued.offline,
    )


def status_url(catalogue: Catalogue, issued: Issued) -> str:
    """The address of the ticket's status page; empty where the office has none."""
    base = catalogue.office.status_url
    return base + issued.ticket if base else ""


@lru_cache(maxsize=4)
def qr_runs(url: str) -> tuple[tuple[QrRun, ...], int]:
    """The dark runs of the QR code for ``url`` and its side in modules; empty for an empty ``url``.
    Raises ``ValueError`` when ``url`` is too long.
    """
    if not url:
        return (), 0
    rows = qr_modules(url)
    runs: list[QrRun] = []
    for y, row in enumerate(rows):
        start = 0
        for x in range(1, len(row) + 1):
            if x == len(row) or row[x] != row[start]:
                if row[start]:
                    runs.append(QrRun(column=start, row=y, length=x - start))
                start = x
    return tuple(runs), len(rows)
