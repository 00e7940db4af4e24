"""Remarks about the day on a ticket, from the server's note codes: for the screen and for paper.
Pure.

The glass has its own words behind the codes (``KioskWords``), paper those of its languages.
"""

from typing import Final

from assets.languages.language import SOURCE, language_of
from kiosk.presenter.screen import Remark
from kiosk.printing.ticket_texts import wording
from kiosk.visit import Issued
from server.protocol.office import OfficeInfo, ProcedureInfo
from server.words.spelling import glued

NOON_MIN: Final = 12 * 60
NEAR_NOON_MIN: Final = 10 * 60
"""From this minute of the day on a wait into the afternoon is told."""


def remarks(
    office: OfficeInfo, issued: Issued, procedure: ProcedureInfo | None, language: str
) -> tuple[Remark, ...]:
    """The remarks of the issued ticket about the day; an unknown code is left out.

    After the cut-off the named weekday's promise of the same day is left out.
    """
    codes = dict(note.partition(":")[::2] for note in issued.notes)
    found: list[Remark] = []
    if codes.get("later_session", "").isdigit():
        found.append(_later(office, issued, int(codes["later_session"]), language))
    if "beyond_closing" in codes:
        found.append(Remark("beyond_closing"))
    if "next_working_day" in codes:
        found.append(next_day(office, procedure, language))
    elif "same_day" in codes:
        weekday = issued.issued_at.weekday()
        found.append(Remark("same_day", name=special_name(office, weekday, language)))
    return tuple(found)


def next_day(office: OfficeInfo, procedure: ProcedureInfo | None, language: str) -> Remark:
    """What is received from now on is returned the next working day; ``time`` is since when."""
    cutoff = procedure.same_day_cutoff if procedure else None
    time = clock_words(_minutes(cutoff), language) if cutoff else ""
    own = office.phrases.get("after_cutoff", "") if language == SOURCE and time else ""
    return Remark("next_working_day", time, said=own.replace("{time}", time))


def special_name(office: OfficeInfo, weekday: int, language: str, service: str = "") -> str:
    """The name of this weekday (Monday 0), of ``service`` alone if one is given; mostly empty."""
    return next(
        (
            day.name_in(language)
            for day in office.special_days
            if day.weekday == weekday and (not service or service in day.services)
        ),
        "",
    )


def sentence(remark: Remark, language: str = SOURCE) -> str:
    """The remark as printed: the office's own words before ours; empty where nobody wrote any."""
    words = wording(language)
    if remark.said or words is None:
        return remark.said
    key = f"note_{remark.code}"
    if remark.code == "next_working_day" and not remark.time:
        key += "_now"
    if remark.code == "same_day" and not remark.name:
        key += "_today"
    return words[key].format(time=remark.time, name=remark.name)


def clock_words(minute: int, language: str) -> str:
    """A minute of the day in a sentence: ``13 giờ 30``, ``15 giờ``; in English ``13:30``."""
    return language_of(language).clock_in_words(minute)


def _later(office: OfficeInfo, issued: Issued, opens: int, language: str) -> Remark:
    time = clock_words(opens, language)
    taken = issued.issued_at.hour * 60 + issued.issued_at.minute
    if not NEAR_NOON_MIN <= taken < NOON_MIN <= opens:
        return Remark("later", time)
    own = office.phrases.get("near_closing", "") if language == SOURCE else ""
    return Remark(
        "afternoon", time, said=own.replace("{label}", glued(issued.label)).replace("{time}", time)
    )


def _minutes(clock: str) -> int:
    hours, _, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)
