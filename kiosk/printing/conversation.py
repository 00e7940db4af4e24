"""One job and its talk with the printer: how are you, here it is, did it come out?"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.printing.link import LinkError, Patience, PrinterLink
from kiosk.printing.port import PrinterStatus, PrintOutcome, PrintReason, PrintState, status_after
from kiosk.printing.status import (
    ASK_OFFLINE_CAUSE,
    ASK_PAPER,
    ASK_PRINTER,
    CONFIRM,
    Condition,
    StatusReader,
    turn_condition,
)

CHUNK: Final = 4096


@dataclass
class _Deadline:
    """A moment on the monotonic clock; ``left`` may be negative."""

    at: float

    @property
    def left(self) -> float:
        return self.at - time.monotonic()


class Conversation:
    """One job over an open link. ``sent`` counts the bytes handed over, ``lead`` included."""

    def __init__(self, link: PrinterLink, patience: Patience, lead: bytes) -> None:
        """Talk over ``link``; ``lead`` goes before the job and prints nothing."""
        self.sent = 0
        self._link = link
        self._patience = patience
        self._lead = lead
        self._reader = StatusReader()
        self._talks = False
        self._silent = False
        self._owed = b""
        self._known: Condition | None = None
        self._deadline = _Deadline(time.monotonic() + patience.total_s)

    def run(self, job: bytes) -> PrintOutcome:
        """Do the job and say what is known of it."""
        try:
            trouble = self._before()
            if trouble is not None:
                return PrintOutcome(PrintState.NOT_SENT, trouble)
            self._hand_over(self._lead + job)
            outcome = self._after()
        except LinkError as error:
            return self._broken(error)
        self._link.finish()
        return outcome

    def status(self) -> PrinterStatus:
        """Ask how the printer is; nothing but questions is sent.

        Raises:
            LinkError: the line failed.

        """
        condition = self._ask_all() or self._reader.told
        if condition is None:
            return PrinterStatus.UNKNOWN
        return status_after(condition.trouble or condition.good)

    def _before(self) -> PrintReason | None:
        """Why the printer cannot print now, ``None`` when it can or never says."""
        if not self._link.two_way:
            return None
        condition = self._ask_all() or self._reader.told
        self._reader.told = None
        return condition.trouble if condition else None

    def _hand_over(self, data: bytes) -> None:
        while self.sent < len(data):
            if self._deadline.left <= 0:
                raise LinkError(PrintReason.STALLED, "the job took too long")
            self.sent += self._link.write(data[self.sent : self.sent + CHUNK])
            if self._link.two_way:
                self._listen(0)

    def _after(self) -> PrintOutcome:
        """Ask to be answered behind the last row, and wait for it."""
        if not self._link.two_way:
            return PrintOutcome(PrintState.UNCONFIRMED, PrintReason.ONE_WAY)
        self._settle_debt()
        self._reader.turns.clear()
        self._write_all(CONFIRM)
        asked_at = time.monotonic()
        while True:
            left_s = self._patience_ends(asked_at).left
            self._listen_until(min(self._patience.poll_s, left_s), self._has_news)
            if self._reader.turns:
                return self._answered()
            trouble = self._trouble_now()
            if self._reader.turns:
                continue
            over = self._patience_ends(asked_at).left <= 0
            # Offline alone may be the cutter at work or a finger on the feed button.
            if trouble is not None and (trouble is not PrintReason.OFFLINE or over):
                return PrintOutcome(PrintState.UNKNOWN, trouble, "trouble before the last row")
            if over:
                return self._unanswered()

    def _unanswered(self) -> PrintOutcome:
        """A printer that spoke before the job and is dumb after it has not simply no ``GS r``."""
        if self._talks and self._silent:
            return PrintOutcome(PrintState.UNKNOWN, PrintReason.STALLED, "the printer fell silent")
        return PrintOutcome(PrintState.UNCONFIRMED, PrintReason.NO_ANSWER)

    def _patience_ends(self, asked_at: float) -> _Deadline:
        """Until when an answer is waited for; longer once the printer is known to speak."""
        patience_s = self._patience.confirm_s if self._talks else self._patience.mute_confirm_s
        return _Deadline(min(asked_at + patience_s, self._deadline.at))

    def _answered(self) -> PrintOutcome:
        if self._reader.noise:
            said = f"{self._reader.noise} bytes of noise around the answer"
            return PrintOutcome(PrintState.UNCONFIRMED, PrintReason.NO_ANSWER, said)
        return _came_out(turn_condition(self._reader.turns[0]))

    def _has_news(self) -> bool:
        return bool(self._reader.turns or self._reader.told)

    def _trouble_now(self) -> PrintReason | None:
        """The trouble by the printer's last word, asking for a newer one if it speaks at all."""
        told, self._reader.told = self._reader.told, None
        self._settle_debt()
        if told is None and self._talks:
            told = self._ask_all()
        self._known = told or self._known
        return self._known.trouble if self._known else None

    def _ask_all(self) -> Condition | None:
        """The printer's condition by its own word; ``None`` when it is silent or talks nonsense."""
        condition = Condition()
        for question in (ASK_PRINTER, ASK_OFFLINE_CAUSE, ASK_PAPER):
            answer = self._ask(question)
            if self._reader.noise:
                return None
            self._silent = answer is None
            if answer is None:
                return condition if condition.trouble else None
            self._talks = True
            condition = condition.told(question, answer)
        return condition

    def _ask(self, question: bytes) -> int | None:
        self._listen(0)
        if not self._settle_debt(self._patience.answer_s):
            self._owed = b""  # that answer never comes; the next question is a fresh one
            return None
        self._reader.live.clear()
        self._write_all(question)
        self._listen_until(self._patience.answer_s, lambda: bool(self._reader.live))
        if self._reader.live:
            return self._reader.live[0]
        self._owed = question
        return None

    def _settle_debt(self, wait_s: float = 0.0) -> bool:
        """Let a late answer in before anything is asked: it would be taken for the next one."""
        if self._owed:
            self._listen_until(wait_s, lambda: bool(self._reader.live))
            if not self._reader.live:
                return False
            self._known = (self._known or Condition()).told(self._owed, self._reader.live[0])
            self._talks, self._owed = True, b""
        return True

    def _listen(self, wait_s: float) -> None:
        self._reader.feed(self._link.read(wait_s))

    def _listen_until(self, wait_s: float, enough: Callable[[], bool]) -> None:
        end = _Deadline(time.monotonic() + wait_s)
        while not enough() and end.left > 0:
            self._listen(end.left)

    def _write_all(self, command: bytes) -> None:
        at = 0
        while at < len(command):
            at += self._link.write(command[at:])

    def _broken(self, error: LinkError) -> PrintOutcome:
        """The line failed. As long as only the lead was taken no paper can have come out."""
        state = PrintState.UNKNOWN if self.sent > len(self._lead) else PrintState.NOT_SENT
        told = self._reader.told.trouble if self._reader.told else None
        return PrintOutcome(state, told or error.reason, str(error))


def _came_out(condition: Condition) -> PrintOutcome:
    """The printer reached the end of the job; out of paper there means: perhaps before it."""
    if condition.paper_out:
        return PrintOutcome(PrintState.UNKNOWN, PrintReason.PAPER_OUT, "paper ended with the job")
    return PrintOutcome(PrintState.CONFIRMED, condition.good)
