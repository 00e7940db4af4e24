"""What a ticket says, as data: no device, no drawing, no clock.

It has no field for a citizen's name or identity number, and must not get one.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from kiosk.printing.ticket_texts import OWN, Wording, time_words

WIDTHS: Final = (576, 384)  # printable dots of 80 mm and 58 mm paper at 8 dots/mm
MOST_PAPERS: Final = 5
LONGEST_PAPER: Final = 110  # characters
LONGEST_URL: Final = 300  # characters: still a code that phones read from 58 mm paper


class TextRole(StrEnum):
    """The texts of a ticket, by the names layouts know them by."""

    UNIT = "unit"
    OFFICE = "office"
    REPRINT = "reprint"
    OFFLINE = "offline"
    NUMBER = "number"
    LABEL = "label"
    SERVICE = "service"
    AREA = "area"
    PRIORITY = "priority"
    AHEAD = "ahead"
    WAIT = "wait"
    ISSUED = "issued"
    NOTES = "notes"
    PREPARE = "prepare"
    PAPERS = "papers"
    MORE = "more"
    SCAN = "scan"
    HOTLINE_WORDS = "hotline_words"
    HOTLINE = "hotline"
    SLOGAN = "slogan"


@dataclass(frozen=True)
class Bilingual:
    """A paragraph, and the same in the citizen's language where it is another one."""

    text: str
    again: str = ""


@dataclass(frozen=True)
class Receipt:
    """The facts of one ticket.

    ``unit`` is the body the office belongs to; ``service_again`` the service in ``language``,
    which is said under the Vietnamese. Moments are in the office's zone. ``people_ahead`` and
    ``wait`` (whole minutes, low and high) are ``None`` when nobody can honestly say; ``area`` is
    where to sit down, ``area_again`` the same in ``language``; ``notes`` are sentences about the
    day ("phục vụ đầu phiên chiều"); ``papers`` is what to bring, as the official list has it.
    ``priority`` was declared; ``offline``: given while there was no server; ``reprinted_at``: this
    is not the first paper of the ticket. ``width_dots`` is 576 or 384.

    Raises:
        ValueError: there is no label, the width is another, or ``status_url`` is too long.

    """

    office_name: str
    label: str
    service: str
    issued_at: datetime | None = None
    unit: str = ""
    service_again: str = ""
    people_ahead: int | None = None
    wait: tuple[int, int] | None = None
    area: str = ""
    area_again: str = ""
    notes: tuple[Bilingual, ...] = ()
    papers: tuple[str, ...] = ()
    status_url: str = ""
    hotline: str = ""
    slogan: str = ""
    width_dots: int = WIDTHS[0]
    language: str = OWN
    priority: bool = False
    offline: bool = False
    reprinted_at: datetime | None = None

    def __post_init__(self) -> None:
        """Raises ``ValueError`` for what cannot become a ticket."""
        if not clean(self.label):
            raise ValueError("a ticket needs a label")
        if self.width_dots not in WIDTHS:
            raise ValueError(f"width_dots is {self.width_dots}, must be one of {WIDTHS}")
        if len(self.status_url) > LONGEST_URL:
            raise ValueError(f"status_url is longer than {LONGEST_URL} characters")


Texts = Mapping[TextRole, tuple[Bilingual, ...]]
"""What a ticket says, by role; a role that has nothing to say is not in it."""


def clean(text: str) -> str:
    """Composed letters (NFC) and single spaces: a loose accent would print beside its letter.

    A space that must not break a line stays one.
    """
    return re.sub(r"[^\S\xa0]+", " ", unicodedata.normalize("NFC", text)).strip()


def brief(document: str, limit: int = LONGEST_PAPER) -> str:
    """A line of what to bring, short enough for paper.

    Official lists run to thousands of characters: first the brackets go, then everything after
    the main clause, then whole words. What is left out is marked by an ellipsis.
    """
    whole = clean(document)
    if len(whole) <= limit:
        return whole
    bare = clean(re.sub(r"\([^()]*\)", " ", whole)).replace(" ;", ";").replace(" ,", ",")
    clause = re.split(r"; |\. ", bare, maxsplit=1)[0].rstrip(" .;,") or whole
    if len(clause) >= limit:
        clause = clause[: limit - 1].rpartition(" ")[0].rstrip(" .;,") or clause[: limit - 1]
    return clause if clause == bare.rstrip(" .;,") else f"{clause}…"


def texts(
    receipt: Receipt,
    spoken: Sequence[Wording],
    most_papers: int = MOST_PAPERS,
    longest_paper: int = LONGEST_PAPER,
) -> Texts:
    """Everything the ticket says. ``spoken``: Vietnamese, and the citizen's language if another.

    With ``most_papers`` 0 nothing is said of papers.
    """
    speaker = _Speaker(receipt, spoken)
    found = {**_own_words(receipt), **speaker.facts(), TextRole.NOTES: receipt.notes}
    found |= speaker.papers(most_papers, longest_paper)
    tidy = {role: _tidy(said, twice=len(spoken) > 1) for role, said in found.items()}
    return {role: said for role, said in tidy.items() if said}


def _tidy(said: Sequence[Bilingual], *, twice: bool) -> tuple[Bilingual, ...]:
    """Clean texts without the empty ones, the second language only where it is spoken."""
    cleaned = (Bilingual(clean(each.text), clean(each.again) if twice else "") for each in said)
    return tuple(each for each in cleaned if each.text)


def _own_words(receipt: Receipt) -> dict[TextRole, tuple[Bilingual, ...]]:
    # The unit is not said twice where the office is its own.
    unit = receipt.unit if clean(receipt.unit) != clean(receipt.office_name) else ""
    again = receipt.service_again
    return {
        TextRole.UNIT: (Bilingual(unit),),
        TextRole.OFFICE: (Bilingual(receipt.office_name),),
        TextRole.LABEL: (Bilingual(receipt.label.replace("\N{NO-BREAK SPACE}", " ")),),
        TextRole.SERVICE: (Bilingual(receipt.service, "" if again == receipt.service else again),),
        TextRole.HOTLINE: (Bilingual(receipt.hotline),),
        TextRole.SLOGAN: (Bilingual(receipt.slogan),),
    }


class _Speaker:
    """Fills the words of one or two languages with the facts of one ticket."""

    def __init__(self, receipt: Receipt, spoken: Sequence[Wording]) -> None:
        self._receipt = receipt
        self._spoken = spoken

    def facts(self) -> dict[TextRole, tuple[Bilingual, ...]]:
        it = self._receipt
        found = {TextRole.NUMBER: self._say("number")}
        if it.reprinted_at:
            found[TextRole.REPRINT] = self._say("reprint", it.reprinted_at)
        if it.offline:
            found[TextRole.OFFLINE] = self._say("offline")
        if it.priority:
            found[TextRole.PRIORITY] = self._say("priority")
        if clean(it.area):
            found[TextRole.AREA] = self._area()
        if it.people_ahead is not None:
            key = "ahead" if it.people_ahead > 0 else "nobody_ahead"
            found[TextRole.AHEAD] = self._say(key, count=it.people_ahead)
        if it.wait is not None:
            low, high = it.wait
            found[TextRole.WAIT] = self._say(wait_key(low, high), low=low, high=high)
        if it.issued_at:
            found[TextRole.ISSUED] = self._say("issued", it.issued_at)
        if it.status_url:
            found[TextRole.SCAN] = self._say("scan")
        if clean(it.hotline):
            found[TextRole.HOTLINE_WORDS] = self._say("hotline")
        return found

    def _area(self) -> tuple[Bilingual, ...]:
        it = self._receipt
        areas = (it.area, it.area_again or it.area)
        both = zip(self._spoken, areas, strict=False)
        return (Bilingual(*(words["area"].format(area=area) for words, area in both)),)

    def papers(self, most: int, longest: int) -> dict[TextRole, tuple[Bilingual, ...]]:
        lines = [line for line in (brief(text, longest) for text in self._receipt.papers) if line]
        if not lines or not most:
            return {}
        found = {
            TextRole.PREPARE: self._say("prepare"),
            TextRole.PAPERS: tuple(Bilingual(line) for line in lines[:most]),
        }
        if len(lines) > most:
            found[TextRole.MORE] = self._say("more", count=len(lines) - most)
        return found

    def _say(
        self, key: str, moment: datetime | None = None, **facts: object
    ) -> tuple[Bilingual, ...]:
        said = [
            words[key].format(
                time=time_words(words, moment) if moment else "",
                date=f"{moment:%d/%m/%Y}" if moment else "",
                **facts,
            )
            for words in self._spoken
        ]
        return (Bilingual(*said[:2]),)


def wait_key(low_min: int, high_min: int) -> str:
    """Which sentence tells a wait of ``low_min`` to ``high_min`` minutes; as on the glass."""
    if high_min <= 0:
        return "no_wait"
    if low_min <= 0:
        return "wait_up_to"
    return "wait_about" if low_min >= high_min else "wait"
