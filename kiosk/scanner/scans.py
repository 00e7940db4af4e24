"""What a scanned code is. Pure.

Of a citizen card only the age in years and a salted hash (the mark) leave this file: no name, no
number, no date of birth. A card's code can be photographed, so it authorises nothing.
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
"""Nine digits in a row may be an identity number, so such a code is not sent to the server."""
MOST_MARKS: Final = 20_000


@dataclass(frozen=True)
class AppointmentScan:
    """A code that has the form of an appointment's."""

    code: str


@dataclass(frozen=True)
class TicketScan:
    """The id in the status address of a ticket."""

    ticket: str


@dataclass(frozen=True)
class CardScan:
    """A citizen card: age in whole years, and the card's mark for today."""

    age: int
    mark: str = field(repr=False)


@dataclass(frozen=True)
class UnknownScan:
    """An unknown code: ``unreadable`` (a damaged card), ``too_long`` or ``not_ours``."""

    why: str


Scan = AppointmentScan | TicketScan | CardScan | UnknownScan


class Marks(Protocol):
    """Makes the mark of an identity number: the same all day, another one on other days."""

    def mark(self, number: str, day: date) -> str:
        """The mark of ``number`` on ``day``."""
        ...


def classify(text: str, today: date, marks: Marks) -> Scan:
    """What the scanned ``text`` is. The text is not kept."""
    code = unicodedata.normalize("NFC", text).strip()
    if len(code) > LONGEST:
        return UnknownScan("too_long")
    if "|" in code:
        return _card(code.split("|"), today, marks) or UnknownScan("unreadable")
    if found := TICKET_ADDRESS.fullmatch(code):
        ticket = found["ticket"]
        return TicketScan(ticket.lower() if code.isupper() else ticket)  # Caps Lock is on
    if APPOINTMENT.fullmatch(code):
        return AppointmentScan(code)
    return UnknownScan("not_ours")


def _card(fields: list[str], today: date, marks: Marks) -> CardScan | None:
    """By position alone: names and addresses arrive garbled, because scanners type with a US
    layout. Further fields are ignored; the dates must be valid.
    """
    if len(fields) < CARD_FIELDS or not re.fullmatch(r"[0-9]{12}", fields[NUMBER]):
        return None
    born, issued = _born(fields[BORN]), _date(fields[ISSUED])
    if born is None or issued is None or not born <= issued <= today:
        return None
    return CardScan(_age(born, today), marks.mark(fields[NUMBER], today))


def _date(digits: str) -> date | None:
    """The date of ``ddmmyyyy``; ``None`` when there is no such day."""
    if not re.fullmatch(r"[0-9]{8}", digits) or int(digits[4:]) < 1900:
        return None
    try:
        return date(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return None


def _born(digits: str) -> date | None:
    """The date of birth; of a card with a year alone, that year's last day."""
    year = re.fullmatch(r"(?:0000)?([0-9]{4})", digits)
    return _date(f"3112{year[1]}") if year else _date(digits)


def _age(born: date, today: date) -> int:
    before_birthday = (today.month, today.day) < (born.month, born.day)
    return today.year - born.year - before_birthday


class PersonMarks:
    """How many numbers each citizen card took today, in memory only.

    The mark is a hash with a salt that is new each day and at each start and is never stored: no
    mark leads back to a card, and yesterday's marks match none.
    """

    def __init__(self) -> None:
        """Begin without any card."""
        self._day: date | None = None
        self._salt = b""
        self._taken: Counter[str] = Counter()

    def mark(self, number: str, day: date) -> str:
        """The mark of ``number`` on ``day``."""
        self._turn(day)
        return hmac.new(self._salt, number.encode(), "sha256").hexdigest()[:32]

    def may_take(self, mark: str, day: date, limit: int) -> bool:
        """Whether this card may take one more number; a ``limit`` of 0 means no limit."""
        self._turn(day)
        return not mark or limit <= 0 or self._taken[mark] < limit

    def took(self, mark: str, day: date) -> None:
        """Count one more number for this card."""
        self._turn(day)
        if mark and (mark in self._taken or len(self._taken) < MOST_MARKS):
            self._taken[mark] += 1

    def _turn(self, day: date) -> None:
        if day != self._day:
            self._day, self._salt = day, secrets.token_bytes(32)
            self._taken.clear()
