"""One citizen's visit at the kiosk: page, choices, results. Pure transitions.

Every function takes a visit and returns the next one. Seconds are real seconds, not office time: a
demo's clock must not shorten a person's time.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from assets.languages.language import SOURCE, language_of
from kiosk.keyboard.telex import Typed, erase, press
from kiosk.offline.wishes import Given
from server.protocol.messages import Standing
from server.protocol.views import WaitRange

WARN_AFTER_S: Final = 60
WARN_AFTER_EASY_S: Final = 120
WARNING_S: Final = 20
ATTRACT_AFTER_S: Final = 45
TICKET_S: Final = 20
TICKET_NO_PAPER_S: Final = 60
TICKET_PRINTING_S: Final = 120
"""A printer on a slow line needs half a minute; the stay begins anew with its news."""
LONGEST_QUERY: Final = 60
LONGEST_CODE: Final = 24


class Page(StrEnum):
    """The pages of the kiosk."""

    ATTRACT = "attract"
    START = "start"
    FIELDS = "fields"
    FIELD = "field"
    SEARCH = "search"
    SUPPORT = "support"
    APPOINTMENT = "appointment"
    STANDING = "standing"
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
class Booking:
    """An appointment found by its code; ``booked_at`` is in the office's zone."""

    code: str
    target: str
    booked_at: datetime


@dataclass(frozen=True)
class Issued:
    """The ticket as it was given. ``issued_at`` is in the office's zone.

    ``notes`` are the codes of ``Result.notes``. ``offline``: this kiosk gave it out of its reserve.
    """

    ticket: str
    label: str
    issued_at: datetime
    ahead: int | None
    wait: WaitRange | None
    notes: tuple[str, ...] = ()
    offline: bool = False


@dataclass(frozen=True)
class Visit:
    """Everything the citizen at the kiosk has done so far.

    ``target`` is a procedure code or a service id. ``refusal`` is the code of the last refusal.
    ``wish`` is the id of the wish for a number that is on its way, else empty.
    ``easy``: large words, strong contrast, all that is touched within reach of a seated person.
    ``code`` is what was typed of an appointment's, ``question`` the id of a question on its way.
    ``old_enough``: a card said so, and the age priority may be offered; ``mark`` is that card's
    salted hash of today. Neither outlives the visit.
    """

    page: Page = Page.START
    trail: tuple[Page, ...] = ()
    field: str = ""
    target: str = ""
    priority: str = ""
    query: str = ""
    keys: str = ""
    language: str = SOURCE
    idle_s: int = 0
    wish: str = ""
    refusal: str = ""
    issued: Issued | None = None
    paper: Paper = Paper.NONE
    copies: int = 0
    easy: bool = False
    code: str = ""
    question: str = ""
    booking: Booking | None = None
    standing: Standing | None = None
    old_enough: bool = False
    mark: str = ""

    @property
    def asking(self) -> bool:
        """Whether a number is on its way."""
        return bool(self.wish)

    @property
    def leave_after_s(self) -> int:
        """Seconds without a touch after which the visit ends; more in the easy mode."""
        return (WARN_AFTER_EASY_S if self.easy else WARN_AFTER_S) + WARNING_S

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was entered yet that would be lost if the visit ended now."""
        return self.page in (Page.ATTRACT, Page.START) and self.language == SOURCE and not self.easy

    @property
    def warning_s(self) -> int:
        """Seconds until the visit ends by itself; 0 while no warning is shown."""
        left = self.leave_after_s - self.idle_s
        waits = self.page is Page.TICKET or self.asking or self.is_untouched
        return left if not waits and left <= WARNING_S else 0

    @property
    def ticket_left_s(self) -> int:
        """Seconds the ticket page still stays; longer when there is no paper."""
        stays = {
            Paper.PRINTING: TICKET_PRINTING_S,
            Paper.PRINTED: TICKET_S,
            Paper.SENT: TICKET_S,
        }.get(self.paper, TICKET_NO_PAPER_S)
        return max(0, stays * (2 if self.easy else 1) - self.idle_s)


def home(visit: Visit) -> Visit:
    """Back to the start, without the choices; not while a ticket is being made."""
    return visit if visit.asking else Visit()


def restart(visit: Visit) -> Visit:
    """As ``home``, but language and easy mode stay: the citizen is still there."""
    return visit if visit.asking else Visit(language=visit.language, easy=visit.easy)


def woken(visit: Visit, language: str = "") -> Visit:
    """Somebody has touched the resting screen, perhaps the name of his language."""
    return replace(Visit(), language=language or visit.language, easy=visit.easy)


def went_to(visit: Visit, page: Page) -> Visit:
    """A page further; the present one is where *back* leads."""
    if visit.asking or page is visit.page:
        return visit
    trail = () if visit.page is Page.ATTRACT else (*visit.trail, visit.page)
    return replace(visit, page=page, trail=trail, idle_s=0, refusal="")


def went_back(visit: Visit) -> Visit:
    """A page back, the start page at last."""
    if visit.asking:
        return visit
    if not visit.trail or visit.page is Page.TICKET:
        return restart(visit)
    page, trail = visit.trail[-1], visit.trail[:-1]
    return replace(
        visit,
        page=page,
        trail=trail,
        idle_s=0,
        refusal="",
        priority="",
        booking=None,
        question="",
    )


def opened_field(visit: Visit, field: str) -> Visit:
    """Look at what a field of work offers."""
    return replace(went_to(visit, Page.FIELD), field=field) if not visit.asking else visit


def chose(visit: Visit, target: str) -> Visit:
    """Look at a procedure or a service."""
    if visit.asking:
        return visit
    further = went_to(visit, Page.DETAIL)
    return replace(further, target=target, priority="", refusal="", booking=None)


def prioritised(visit: Visit, code: str) -> Visit:
    """Declare a priority, or none with an empty ``code``."""
    return visit if visit.asking else replace(visit, priority=code, idle_s=0)


def typed(visit: Visit, letters: str) -> Visit:
    """More letters in the search box, up to its end, composed as the language's keyboard does."""
    telex = language_of(visit.language).telex
    box = Typed(visit.query, visit.keys)
    for letter in letters:
        more = press(box, letter) if telex else Typed(box.text + letter)
        box = more if len(more.text) <= LONGEST_QUERY else box
    return replace(visit, query=box.text, keys=box.keys, idle_s=0)


def erased(visit: Visit, everything: bool = False) -> Visit:
    """The last letter gone with its marks, or all of them."""
    box = Typed() if everything else erase(Typed(visit.query, visit.keys))
    return replace(visit, query=box.text, keys=box.keys, idle_s=0)


def typed_code(visit: Visit, letters: str) -> Visit:
    """More of an appointment's code; what was wrong with the last one is forgotten."""
    return replace(visit, code=(visit.code + letters)[:LONGEST_CODE], refusal="", idle_s=0)


def erased_code(visit: Visit) -> Visit:
    """The last sign of the code gone."""
    return replace(visit, code=visit.code[:-1], refusal="", idle_s=0)


def inquired(visit: Visit, question: str, page: Page, code: str = "") -> Visit:
    """A question about an appointment or a ticket is on its way; ``page`` shows the answer."""
    further = visit if visit.page is page else went_to(visit, page)
    return replace(
        further, question=question, code=code, standing=None, refusal="", booking=None, idle_s=0
    )


def unanswerable(visit: Visit, code: str) -> Visit:
    """The question was refused, or nobody was there to answer it."""
    return replace(visit, question="", refusal=code, idle_s=0)


def booked(visit: Visit, booking: Booking) -> Visit:
    """The appointment is known: its procedure, and the time it counts from."""
    return replace(chose(visit, booking.target), booking=booking, question="")


def told_standing(visit: Visit, standing: Standing) -> Visit:
    """Where the ticket stands."""
    return replace(visit, standing=standing, question="", idle_s=0)


def card_scanned(visit: Visit, mark: str, *, old_enough: bool) -> Visit:
    """A citizen card was held to the scanner; only its mark of today and this answer stay."""
    awake = woken(visit) if visit.page is Page.ATTRACT else visit
    return replace(awake, mark=mark, old_enough=old_enough, idle_s=0)


def asked(visit: Visit, wish: str) -> Visit:
    """The wish for a number is on its way."""
    return replace(visit, wish=wish, refusal="", idle_s=0)


def refused(visit: Visit, code: str) -> Visit:
    """No ticket, and why."""
    return replace(visit, wish="", refusal=code, idle_s=0)


def received(visit: Visit, given: Given, paper: Paper) -> Visit:
    """The ticket is there."""
    issued = Issued(
        given.ticket,
        given.label,
        given.issued_at,
        given.ahead,
        given.wait,
        given.notes,
        given.offline,
    )
    return replace(
        visit, page=Page.TICKET, trail=(), wish="", issued=issued, paper=paper, copies=0, idle_s=0
    )


def paper_reported(visit: Visit, ticket: str, paper: Paper) -> Visit:
    """News of the printing; that of an earlier visit's ticket is ignored."""
    if visit.issued is None or visit.issued.ticket != ticket or visit.paper is paper:
        return visit
    return replace(visit, paper=paper, idle_s=0)


def copying(visit: Visit) -> Visit:
    """The paper is printed once more."""
    return replace(visit, paper=Paper.PRINTING, copies=visit.copies + 1, idle_s=0)


def language_chosen(visit: Visit, language: str) -> Visit:
    """Another language."""
    return replace(visit, language=language, idle_s=0)


def easy_mode_toggled(visit: Visit) -> Visit:
    """Switch the easy mode; the resting screen wakes."""
    awake = woken(visit) if visit.page is Page.ATTRACT else visit
    return replace(awake, easy=not awake.easy, idle_s=0)


def touched(visit: Visit) -> Visit:
    """Somebody is still there."""
    return replace(visit, idle_s=0)


def ticked(visit: Visit) -> Visit:
    """A second has passed; an abandoned page goes back to the start by itself, and then to rest."""
    if visit.asking or visit.page is Page.ATTRACT:
        return visit
    later = replace(visit, idle_s=visit.idle_s + 1)
    if visit.page is Page.TICKET:
        return later if later.ticket_left_s else Visit()
    if visit.is_untouched:
        return later if later.idle_s < ATTRACT_AFTER_S else Visit(page=Page.ATTRACT)
    return later if later.idle_s < later.leave_after_s else Visit()
