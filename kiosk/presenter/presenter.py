"""The screen from office, view, visit and time. Pure: no Qt, no clock, no device."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from assets.languages.language import SOURCE, language_of
from kiosk.presenter.aloud import clips_for
from kiosk.presenter.catalogue import GUIDE, MOST_FIELDS, RESULT, Catalogue
from kiosk.presenter.detail import detail_page, ticket_page
from kiosk.presenter.entries import appointment_page, attract_page, standing_page, support_page
from kiosk.presenter.notes import clock_words
from kiosk.presenter.screen import (
    AppointmentScreen,
    Attract,
    Detail,
    Header,
    LanguageTile,
    Listing,
    Screen,
    Search,
    StandingScreen,
    Start,
    SupportScreen,
    TicketScreen,
    Tile,
)
from kiosk.presenter.situation import Situation, said
from kiosk.visit import Page, Visit

ALL_FIELDS: Final = "@fields"
APPOINTMENT: Final = "@appointment"
SUPPORT: Final = "@support"
"""Targets that are pages of the kiosk."""


def present(world: Situation, visit: Visit, now: datetime | None) -> Screen:
    """The screen of this moment. ``now`` is office time, in the office's zone."""
    catalogue = world.catalogue
    if catalogue is None:
        return Screen(header=Header(connection=world.connection, language=visit.language))
    language = visit.language
    page = visit.page
    return Screen(
        page=page.value,
        header=_header(world, catalogue, visit, now),
        attract=attract_page(world, catalogue, language, now)
        if page is Page.ATTRACT
        else Attract(),
        start=_start(world, catalogue, visit) if page is Page.START else Start(),
        listing=_listing(catalogue, visit),
        search=_search(world, catalogue, visit) if page is Page.SEARCH else Search(),
        support=support_page(catalogue, language) if page is Page.SUPPORT else SupportScreen(),
        appointment=appointment_page(world, visit)
        if page is Page.APPOINTMENT
        else AppointmentScreen(),
        standing=standing_page(catalogue, visit) if page is Page.STANDING else StandingScreen(),
        detail=detail_page(world, catalogue, visit, now) if page is Page.DETAIL else Detail(),
        ticket=ticket_page(catalogue, visit) if page is Page.TICKET else TicketScreen(),
        warning_s=visit.warning_s,
        ticket_left_s=visit.ticket_left_s if page is Page.TICKET else 0,
    )


def _header(world: Situation, catalogue: Catalogue, visit: Visit, now: datetime | None) -> Header:
    office, language = catalogue.office, visit.language
    goes_on = any(world.offline.left.values())
    languages = _languages(world, catalogue, language)
    return Header(
        known=True,
        office=office.name_in(language),
        unit=office.unit,
        time=f"{now:%H:%M}" if now else "",
        date=language_of(language).day_in_words(now) if now else "",
        closed=said(office, "closed", language),
        day_name=office.text_in(language, world.view.day_name) if world.view else "",
        hours="; ".join(office.hours),
        hotline=office.hotline,
        open=world.view is None or world.view.open,
        connection=world.connection,
        language=language,
        languages=languages,
        others=tuple(each for each in languages if not each.chosen),
        telex=language_of(language).telex,
        resumes=_resumes(world, language, now),
        easy=visit.easy,
        hears=bool(clips_for(visit, world.clips)),
        panel_mm=office.kiosk.screen_height_mm,
        goes_on=goes_on,
        offline=said(office, "offline", language) if goes_on else "",
    )


def _languages(world: Situation, catalogue: Catalogue, language: str) -> tuple[LanguageTile, ...]:
    """The office's languages in which a visit can be made, Vietnamese always among them."""
    wanted = dict.fromkeys((SOURCE, *catalogue.office.kiosk.languages))
    there = [language_of(code) for code in wanted if code in world.languages]
    return tuple(
        LanguageTile(
            each.code,
            each.name,
            each.code == language,
            each.script is not None and each.script.large_on_buttons,
        )
        for each in there
    )


def _resumes(world: Situation, language: str, now: datetime | None) -> str:
    at = world.view.resumes_at if world.view else None
    if at is None or now is None or at <= now:
        return ""
    local = at.astimezone(now.tzinfo)
    return clock_words(local.hour * 60 + local.minute, language)


def _start(world: Situation, catalogue: Catalogue, visit: Visit) -> Start:
    office, language = catalogue.office, visit.language
    fields = catalogue.fields(language)
    many = len(fields) > MOST_FIELDS
    frequent = catalogue.frequent(language, world.view.frequent if world.view else ())
    return Start(
        question=said(office, "choose_service", language),
        dont_know=said(office, "dont_know", language),
        frequent=frequent,
        fields=fields[: MOST_FIELDS - 1] if many else fields,
        more_fields=many,
        guide=GUIDE if catalogue.has(GUIDE) else "",
        result=RESULT if catalogue.has(RESULT) else "",
        support=bool(office.support),
        easy=(*frequent, *_ways(catalogue)) if visit.easy else (),
    )


def _ways(catalogue: Catalogue) -> Iterator[Tile]:
    """What the first page offers beside the frequent choices, as tiles of the easy mode."""
    yield Tile(ALL_FIELDS, "", "khac", says="fields")
    if catalogue.has(RESULT):
        yield Tile(RESULT, "", "tra_ket_qua", says="result")
    yield Tile(APPOINTMENT, "", "calendar", says="appointment")
    if catalogue.office.support:
        yield Tile(SUPPORT, "", "photocopy", says="support")


def _listing(catalogue: Catalogue, visit: Visit) -> Listing:
    if visit.page is Page.FIELDS:
        return Listing(tiles=catalogue.fields(visit.language))
    if visit.page is Page.FIELD:
        title = catalogue.field_name(visit.field, visit.language)
        return Listing(title, catalogue.field_tiles(visit.field, visit.language))
    return Listing()


def _search(world: Situation, catalogue: Catalogue, visit: Visit) -> Search:
    language, query = visit.language, visit.query
    learnt = world.view.frequent if world.view else ()
    blank = not query.strip()
    return Search(
        query,
        catalogue.frequent(language, learnt) if blank else catalogue.found(query, language),
        blank,
        GUIDE if catalogue.has(GUIDE) else "",
        said(catalogue.office, "dont_know", language),
    )
