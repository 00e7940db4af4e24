"""What was held to the kiosk's scanner. Pure.

A citizen card tells here how old somebody is and that it is the same card as before; both leave
this file as a number of years and a mark, and nothing else of the card does: no name, no number,
no date of birth. A code anybody could have photographed proves nothing, so it opens nothing either.
"""

import hmac
import re
import secrets
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Protocol

LONGEST: Final = 600
"""Characters of the longest code that is read; a child's card with both parents' names has 400."""
CARD_FIELDS: Final = 7
"""Number, old number, name, birth, sex, address, issue; newer cards append more (domain.md B5)."""
NUMBER, BORN, ISSUED = 0, 3, 6
TICKET_ADDRESS: Final = re.compile(
    r"https?://[^/\s]+(?:/[^\s?#]*)?/t/(?P<ticket>[a-z0-9_.:-]{1,64})/?(?:[?#].*)?", re.I
)
APPOINTMENT: Final = re.compile(r"(?!.*\d{9})[A-Za-z0-9_.:-]{4,64}")
"""Nine digits in a row may be somebody's identity number: that is not asked of any server."""
MOST_MARKS: Final = 20_000


@dataclass(frozen=True)
class AppointmentScan:
    """The code of an appointment, as far as its looks go."""

    code: str


@dataclass(frozen=True)
class TicketScan:
    """The id in the status address of a ticket."""

    ticket: str


@dataclass(frozen=True)
class CardScan:
    """A citizen card: whole years of age, and the mark of the card for today."""

    age: int
    mark: str = field(repr=False)


@dataclass(frozen=True)
class UnknownScan:
    """Nothing we know: ``unreadable`` (a torn card), ``too_long`` or ``not_ours``."""

    why: str


Scan = AppointmentScan | TicketScan | CardScan | UnknownScan


class Marks(Protocol):
    """Makes a mark of an identity number, the same all day and never again after it."""

    def mark(self, number: str, day: date) -> str:
        """The mark of ``number`` on ``day``."""
        ...


def classify(text: str, today: date, marks: Marks) -> Scan:
    """What ``text`` is. Nothing of it is kept."""
    code = unicodedata.normalize("NFC", text).strip()
    if len(code) > LONGEST:
        return UnknownScan("too_long")
    if "|" in code:
        return _card(code.split("|"), today, marks) or UnknownScan("unreadable")
    if found := TICKET_ADDRESS.fullmatch(code):
        ticket = found["ticket"]
        return TicketScan(ticket.lower() if code.isupper() else ticket)  # somebody left Caps on
    if APPOINTMENT.fullmatch(code):
        return AppointmentScan(code)
    return UnknownScan("not_ours")


def _card(fields: list[str], today: date, marks: Marks) -> CardScan | None:
    """By position alone: names and addresses arrive mangled, for a scanner types like an American.

    Further fields are ignored; the dates must be real.
    """
    if len(fields) < CARD_FIELDS or not re.fullmatch(r"[0-9]{12}", fields[NUMBER]):
        return None
    born, issued = _born(fields[BORN]), _date(fields[ISSUED])
    if born is None or issued is None or not born <= issued <= today:
        return None
    return CardScan(_age(born, today), marks.mark(fields[NUMBER], today))


def _date(digits: str) -> date | None:
    """A ddmmyyyy that is a day of a calendar."""
    if not re.fullmatch(r"[0-9]{8}", digits) or int(digits[4:]) < 1900:
        return None
    try:
        return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def _born(digits: str) -> date | None:
    """Likewise; whoever is registered with a year alone is taken for born on its last day."""
    year = re.fullmatch(r"(?:0000)?([0-9]{4})", digits)
    return _date(f"3112{year[1]}") if year else _date(digits)


def _age(born: date, today: date) -> int:
    before_birthday = (today.month, today.day) < (born.month, born.day)
    return today.year - born.year - before_birthday


class PersonMarks:
    """How many numbers a citizen card took today, in memory alone.

    The mark is a hash under a salt that is made anew each day and each start, and is written
    nowhere: from a mark nobody finds the card, and yesterday's marks fit no card any more.
    """

    def __init__(self) -> None:
        """Nobody was here yet."""
        self._day: date | None = None
        self._salt = b""
        self._taken: Counter[str] = Counter()

    def mark(self, number: str, day: date) -> str:
        """The mark of ``number`` on ``day``."""
        self._turn(day)
        return hmac.new(self._salt, number.encode(), "sha256").hexdigest()[:32]

    def may_take(self, mark: str, day: date, limit: int) -> bool:
        """Whether this card may take one more number; a ``limit`` of 0 is none."""
        self._turn(day)
        return not mark or limit <= 0 or self._taken[mark] < limit

    def took(self, mark: str, day: date) -> None:
        """One more number went to this card."""
        self._turn(day)
        if mark and (mark in self._taken or len(self._taken) < MOST_MARKS):
            self._taken[mark] += 1

    def _turn(self, day: date) -> None:
        if day != self._day:
            self._day, self._salt = day, secrets.token_bytes(32)
            self._taken.clear()
