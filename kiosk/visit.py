"""One citizen at the kiosk: where he is, what he chose, what became of it. Pure transitions.

Every function takes a visit and returns the next one. Seconds are real seconds at the glass, not
office time: patience does not run faster in a demo.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from server.protocol.messages import Result
from server.protocol.views import WaitRange

WARN_AFTER_S: Final = 60
LEAVE_AFTER_S: Final = 80
TICKET_S: Final = 20
TICKET_NO_PAPER_S: Final = 60
LONGEST_QUERY: Final = 40


class Page(StrEnum):
    """The pages of the kiosk."""

    START = "start"
    FIELDS = "fields"
    FIELD = "field"
    SEARCH = "search"
    DETAIL = "detail"
    TICKET = "ticket"


class Paper(StrEnum):
    """What is known of the printed ticket, in the words the screen needs."""

    NONE = "none"  # this kiosk has no printer
    PRINTING = "printing"
    PRINTED = "printed"
    SENT = "sent"  # handed to a printer that never answers
    DOUBT = "doubt"  # perhaps half a ticket
    FAILED = "failed"


@dataclass(frozen=True)
class Attempt:
    """One wish for a ticket. The ids are made once, so asking again cannot make a second one."""

    ticket: str
    command: str
    service: str
    priority: str


@dataclass(frozen=True)
class Issued:
    """The ticket as the server gave it. ``issued_at`` is in the office's zone.

    ``notes`` are the codes of ``Result.notes``.
    """

    ticket: str
    label: str
    issued_at: datetime
    ahead: int | None
    wait: WaitRange | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Visit:
    """Everything the citizen in front of the glass has done so far.

    ``target`` is a procedure code or a service id. ``refusal`` is the code of the last refusal.
    ``attempt`` stays after an unanswered one: the next try for the same wish repeats it.
    """

    page: Page = Page.START
    trail: tuple[Page, ...] = ()
    field: str = ""
    target: str = ""
    priority: str = ""
    query: str = ""
    language: str = "vi"
    idle_s: int = 0
    asking: bool = False
    attempt: Attempt | None = None
    refusal: str = ""
    issued: Issued | None = None
    paper: Paper = Paper.NONE

    @property
    def warning_s(self) -> int:
        """Seconds until the start page comes by itself, 0 while nobody needs to know."""
        on_way = self.page not in (Page.START, Page.TICKET) and not self.asking
        left = LEAVE_AFTER_S - self.idle_s
        return left if on_way and self.idle_s >= WARN_AFTER_S else 0

    @property
    def ticket_left_s(self) -> int:
        """Seconds the ticket page still stays; longer when the screen is all there is."""
        on_paper = self.paper in (Paper.PRINTING, Paper.PRINTED, Paper.SENT)
        return max(0, (TICKET_S if on_paper else TICKET_NO_PAPER_S) - self.idle_s)


def home(visit: Visit) -> Visit:
    """Back to the start, all choices forgotten; not while a ticket is being made."""
    return visit if visit.asking else Visit()


def restart(visit: Visit) -> Visit:
    """As ``home``, but the citizen is still there: his language stays."""
    return visit if visit.asking else Visit(language=visit.language)


def went_to(visit: Visit, page: Page) -> Visit:
    """A page further; the present one is where *back* leads."""
    if visit.asking or page is visit.page:
        return visit
    return replace(visit, page=page, trail=(*visit.trail, visit.page), idle_s=0, refusal="")


def went_back(visit: Visit) -> Visit:
    """A page back, the start page at last."""
    if visit.asking:
        return visit
    if not visit.trail or visit.page is Page.TICKET:
        return restart(visit)
    page, trail = visit.trail[-1], visit.trail[:-1]
    return replace(visit, page=page, trail=trail, idle_s=0, refusal="", priority="")


def opened_field(visit: Visit, field: str) -> Visit:
    """Look at what a field of work offers."""
    return replace(went_to(visit, Page.FIELD), field=field) if not visit.asking else visit


def chose(visit: Visit, target: str) -> Visit:
    """Look at a procedure or a service."""
    if visit.asking:
        return visit
    return replace(went_to(visit, Page.DETAIL), target=target, priority="", refusal="")


def prioritised(visit: Visit, code: str) -> Visit:
    """Declare a priority, or none with an empty ``code``."""
    return visit if visit.asking else replace(visit, priority=code, idle_s=0)


def typed(visit: Visit, letters: str) -> Visit:
    """More letters in the search box, up to its end."""
    return replace(visit, query=(visit.query + letters)[:LONGEST_QUERY], idle_s=0)


def erased(visit: Visit, everything: bool = False) -> Visit:
    """The last letter gone, or all of them."""
    return replace(visit, query="" if everything else visit.query[:-1], idle_s=0)


def asked(visit: Visit, attempt: Attempt) -> Visit:
    """The wish is on its way."""
    return replace(visit, asking=True, attempt=attempt, refusal="", idle_s=0)


def refused(visit: Visit, code: str, *, may_repeat: bool) -> Visit:
    """No ticket. ``may_repeat``: nobody knows whether it was made, so the same is asked again."""
    kept = visit.attempt if may_repeat else None
    return replace(visit, asking=False, refusal=code, attempt=kept, idle_s=0)


def received(visit: Visit, result: Result, at: datetime, paper: Paper) -> Visit:
    """The ticket is there. ``at`` is its moment in the office's zone."""
    issued = Issued(result.ticket, result.label, at, result.ahead, result.wait, result.notes)
    return replace(
        visit,
        page=Page.TICKET,
        trail=(),
        asking=False,
        attempt=None,
        issued=issued,
        paper=paper,
        idle_s=0,
    )


def papered(visit: Visit, ticket: str, paper: Paper) -> Visit:
    """News of the paper; of an earlier citizen's it is no news."""
    if visit.issued is None or visit.issued.ticket != ticket:
        return visit
    return replace(visit, paper=paper)


def spoke(visit: Visit, language: str) -> Visit:
    """Another language."""
    return replace(visit, language=language, idle_s=0)


def touched(visit: Visit) -> Visit:
    """Somebody is still there."""
    return replace(visit, idle_s=0)


def ticked(visit: Visit) -> Visit:
    """A second has passed; an abandoned page goes back to the start by itself."""
    later = replace(visit, idle_s=visit.idle_s + 1)
    if visit.asking:
        return visit
    if visit.page is Page.TICKET:
        return later if later.ticket_left_s else Visit()
    return later if later.idle_s < LEAVE_AFTER_S else Visit()
