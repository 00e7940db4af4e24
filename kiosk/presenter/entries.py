"""The other pages: resting screen, support, appointment, a ticket's turn. Pure."""

from datetime import datetime
from typing import Final

from assets.languages.language import SOURCE
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.icons import support_glyph
from kiosk.presenter.notes import clock_words
from kiosk.presenter.screen import (
    AppointmentScreen,
    Attract,
    StandingScreen,
    SupportItem,
    SupportScreen,
)
from kiosk.presenter.situation import Situation, said, wait_of
from kiosk.visit import Visit
from server.protocol.errors import ErrorCode
from server.protocol.office import KioskInfo

PLACES: Final = 8
"""How many places the resting screen's words move between, against burn-in."""
OFFLINE: Final = "offline"


def attract_page(
    world: Situation, catalogue: Catalogue, language: str, now: datetime | None
) -> Attract:
    """The resting screen; dark outside the hours in which the office wants it lit."""
    office = catalogue.office
    gives = world.view is not None and world.view.open
    dark = now is not None and not gives and is_off(office.kiosk, now)
    return Attract(
        off=dark,
        on_at=clock_words(minutes(office.kiosk.on_at), language) if dark else "",
        greeting=said(office, "idle", language),
        notices=office.notices if language == SOURCE else (),
        place=now.minute % PLACES if now else 0,
    )


def is_off(kiosk: KioskInfo, now: datetime) -> bool:
    """Whether the screen rests at this minute of the day; a night may pass midnight."""
    if not kiosk.on_at or not kiosk.off_at or kiosk.on_at == kiosk.off_at:
        return False
    on, off, minute = minutes(kiosk.on_at), minutes(kiosk.off_at), now.hour * 60 + now.minute
    return not on <= minute < off if on < off else off <= minute < on


def minutes(clock: str) -> int:
    """``06:45`` as a minute of the day."""
    hours, _, rest = clock.partition(":")
    return int(hours) * 60 + int(rest)


def support_page(catalogue: Catalogue, language: str) -> SupportScreen:
    """Help that needs no number."""
    return SupportScreen(
        tuple(
            SupportItem(
                one.name_in(language),
                support_glyph(one.name),
                catalogue.office.text_in(language, one.where),
                catalogue.office.text_in(language, one.hours),
            )
            for one in catalogue.office.support
        )
    )


def appointment_page(world: Situation, visit: Visit) -> AppointmentScreen:
    """The code as far as it is typed, and the answer to asking."""
    obstacle = visit.refusal if visit.refusal in BOOKING_OBSTACLES else ""
    shown = BOOKING_OBSTACLES.get(obstacle, "failed" if visit.refusal else "")
    return AppointmentScreen(
        code=visit.code,
        asking=bool(visit.question),
        obstacle=shown or ("" if world.is_live else OFFLINE),
    )


BOOKING_OBSTACLES: Final = {
    ErrorCode.UNKNOWN_APPOINTMENT: "booking_unknown",
    ErrorCode.APPOINTMENT_USED: "booking_used",
    ErrorCode.OVERLOADED: OFFLINE,
    OFFLINE: OFFLINE,
}


def standing_page(catalogue: Catalogue, visit: Visit) -> StandingScreen:
    """Where the ticket stands whose code was held to the scanner."""
    found = visit.standing
    if found is None:
        if not visit.refusal:
            return StandingScreen()
        away = visit.refusal in (ErrorCode.OVERLOADED, OFFLINE)
        return StandingScreen(status=OFFLINE if away else "unknown")
    offer = catalogue.offer(found.service)
    desk = catalogue.office.counter(found.counter)
    area = offer.service.area if offer else ""
    return StandingScreen(
        label=found.label,
        service=offer.service.name_in(visit.language) if offer else "",
        # Once called, where the desk stands; before, where to sit down.
        area=catalogue.office.text_in(visit.language, desk.area if desk else area),
        status=found.status.value,
        ahead=-1 if found.ahead is None else found.ahead,
        wait=wait_of(found.wait),
        counter=str(desk.number) if desk else "",
    )
