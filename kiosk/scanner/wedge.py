"""Tells a scanner that types like a keyboard from a person at one. Pure: times come in.

A scanner sends a code at a few milliseconds a letter and then Enter; no person types like that.
"""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from kiosk.scanner.scans import LONGEST

GAP_MS: Final = 50
"""A longer pause between two letters means that a person types. Slow scanners need 20 ms a letter,
fast typists 80; a key rolled over its neighbour may be quicker, but never six in a row and then
Enter.
"""
SHORTEST: Final = 6
ENDS: Final = "\r\n\t"
GIVEAWAYS: Final = ("|", "://")
"""Signs that only a code contains: a burst with one counts although its scanner sends no Enter."""


class KeySource(Enum):
    """Whose the held keys were."""

    TYPED = auto()
    SCANNED = auto()
    TOO_LONG = auto()  # reported once; the rest is swallowed until a pause


@dataclass
class Wedge:
    """Collects letters until it is known who typed them, then forgets them."""

    _letters: list[str] = field(default_factory=list, repr=False)
    _last_ms: float = 0.0
    _overflows: bool = False

    @property
    def is_holding(self) -> bool:
        """Whether keys are held that are not yet classified."""
        return bool(self._letters) or self._overflows

    @property
    def is_overflowing(self) -> bool:
        """Whether everything is swallowed until the next pause."""
        return self._overflows

    def is_over(self, at_ms: float) -> bool:
        """Whether ``at_ms`` is after the pause that ends a burst."""
        return self.is_holding and at_ms - self._last_ms > GAP_MS

    def press(self, letter: str, at_ms: float) -> tuple[KeySource, str] | None:
        """A key that writes ``letter``, or an end (``ENDS``); ``None`` while it is not yet known
        whose. With ``SCANNED`` the text is the code, else it is empty. Call ``is_over`` first.
        """
        self._last_ms = at_ms
        if self._overflows:
            self._overflows = letter not in ENDS
            return None
        if letter in ENDS:
            return self._judge(ended=True)
        self._letters.append(letter)
        if len(self._letters) > LONGEST:
            self._letters.clear()
            self._overflows = True
            return KeySource.TOO_LONG, ""
        return None

    def dead_key(self, at_ms: float) -> None:
        """A key that writes nothing, within a burst: part of an accented letter as scanners type
        it.
        """
        self._last_ms = at_ms

    def paused(self) -> tuple[KeySource, str] | None:
        """The pause that ends a burst has come."""
        if self._overflows:
            self._overflows = False
            return None
        return self._judge(ended=False) if self._letters else None

    def _judge(self, *, ended: bool) -> tuple[KeySource, str]:
        code = "".join(self._letters)
        self._letters.clear()
        gives_itself_away = any(sign in code for sign in GIVEAWAYS)
        if len(code) >= SHORTEST and (ended or gives_itself_away):
            return KeySource.SCANNED, code
        return KeySource.TYPED, ""
