"""Which clips read the present page aloud. Pure.

A clip is named ``<language>/<unit>``; where one is missing the page has no read-aloud button.
"""

from typing import Final

from kiosk.visit import Page, Visit

PAGES: Final = {
    Page.START: "kiosk_start",
    Page.FIELDS: "kiosk_fields",
    Page.FIELD: "kiosk_field",
    Page.SEARCH: "kiosk_search",
    Page.DETAIL: "kiosk_detail",
    Page.SUPPORT: "kiosk_support",
    Page.APPOINTMENT: "kiosk_appointment",
    Page.STANDING: "kiosk_standing",
    Page.TICKET: "kiosk_ticket",
}
GROUP: Final = 3


def clips_for(visit: Visit, there: frozenset[str]) -> tuple[str, ...]:
    """The clips that say the present page, in order; none when one of them is missing.

    Only the ticket page is read even without its opening words.
    """
    page = _named(visit, (PAGES[visit.page],)) if visit.page in PAGES else ()
    label = ""
    if visit.page is Page.TICKET and visit.issued is not None:
        label = visit.issued.label
    elif visit.page is Page.STANDING and visit.standing is not None:
        label = visit.standing.label
    number = _said(visit, label, there)
    if not label:
        return page if page and there.issuperset(page) else ()
    if not there.issuperset(number):
        return ()
    return (*page, *number) if there.issuperset(page) else number


def _said(visit: Visit, label: str, there: frozenset[str]) -> tuple[str, ...]:
    """Groups as one clip where the voice has them, else digit by digit."""
    whole = _named(visit, number_units(label))
    return whole if there.issuperset(whole) else _named(visit, number_units(label, group=0))


def number_units(label: str, group: int = GROUP) -> tuple[str, ...]:
    """``6 027`` as ``digit_6`` and ``num_027``: words of ``group`` digits are one clip."""
    units: list[str] = []
    for word in label.split():
        if len(word) == group and word.isdigit():
            units.append(f"num_{word}")
        else:
            units += [f"digit_{sign}" if sign.isdigit() else f"letter_{sign}" for sign in word]
    return tuple(units)


def _named(visit: Visit, units: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{visit.language}/{unit}" for unit in units)
