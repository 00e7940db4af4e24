"""One print job: ask the printer's status, send the bytes, ask whether they were printed."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.printing.link import LinkError, PrinterLink, PrinterTimeouts
from kiosk.printing.port import PrinterStatus, PrintOutcome, PrintReason, PrintState, status_after
from kiosk.printing.status import (
    ASK_OFFLINE_CAUSE,
    ASK_PAPER,
    ASK_PRINTER,
    CONFIRM,
    PrinterCondition,
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
    """One job over an open link. ``sent`` counts the bytes written, ``lead`` included."""

    def __init__(self, link: PrinterLink, timeouts: PrinterTimeouts, lead: bytes) -> None:
        """Use the open ``link``; ``lead`` is sent before the job and prints nothing."""
        self.sent = 0
        self._link = link
        self._timeouts = timeouts
        self._lead = lead
        self._reader = StatusReader()
        self._talks = False
        self._silent = False
        self._owed = b""
        self._known: PrinterCondition | None = None
        self._deadline = _Deadline(time.monotonic() + timeouts.total_s)

    def run(self, job: bytes) -> PrintOutcome:
        """Print the job and say what is known about it."""
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
        """Ask the printer's status; nothing is printed.

        Raises:
            LinkError: the line failed.

        """
        condition = self._ask_all() or self._reader.told
        if condition is None:
            return PrinterStatus.UNKNOWN
        return status_after(condition.trouble or condition.good)

    def _before(self) -> PrintReason | None:
        """Why the printer cannot print now; ``None`` when it can, or when it never answers."""
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
        """Ask for an answer after the last row, and wait for it."""
        if not self._link.two_way:
            return PrintOutcome(PrintState.UNCONFIRMED, PrintReason.ONE_WAY)
        self._read_late_answer()
        self._reader.turns.clear()
        self._write_all(CONFIRM)
        asked_at = time.monotonic()
        while True:
            left_s = self._answer_deadline(asked_at).left
            self._listen_until(min(self._timeouts.poll_s, left_s), self._has_news)
            if self._reader.turns:
                return self._answered()
            trouble = self._trouble_now()
            if self._reader.turns:
                continue
            over = self._answer_deadline(asked_at).left <= 0
            # Offline alone may be the cutter at work, or a person pressing the feed button.
            if trouble is not None and (trouble is not PrintReason.OFFLINE or over):
                return PrintOutcome(PrintState.UNKNOWN, trouble, "trouble before the last row")
            if over:
                return self._unanswered()

    def _unanswered(self) -> PrintOutcome:
        """A printer that answered before the job and is silent after it has a fault, not just no
        ``GS r``.
        """
        if self._talks and self._silent:
            return PrintOutcome(PrintState.UNKNOWN, PrintReason.STALLED, "the printer fell silent")
        return PrintOutcome(PrintState.UNCONFIRMED, PrintReason.NO_ANSWER)

    def _answer_deadline(self, asked_at: float) -> _Deadline:
        """Until when to wait for an answer; longer for a printer that has answered before."""
        patience_s = self._timeouts.confirm_s if self._talks else self._timeouts.mute_confirm_s
        return _Deadline(min(asked_at + patience_s, self._deadline.at))

    def _answered(self) -> PrintOutcome:
        if self._reader.noise:
            said = f"{self._reader.noise} bytes of noise around the answer"
            return PrintOutcome(PrintState.UNCONFIRMED, PrintReason.NO_ANSWER, said)
        return _came_out(turn_condition(self._reader.turns[0]))

    def _has_news(self) -> bool:
        return bool(self._reader.turns or self._reader.told)

    def _trouble_now(self) -> PrintReason | None:
        """The trouble by the printer's newest status; asks again if it ever answers."""
        told, self._reader.told = self._reader.told, None
        self._read_late_answer()
        if told is None and self._talks:
            told = self._ask_all()
        self._known = told or self._known
        return self._known.trouble if self._known else None

    def _ask_all(self) -> PrinterCondition | None:
        """The printer's condition by its answers; ``None`` when it is silent or sends noise."""
        condition = PrinterCondition()
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
        if not self._read_late_answer(self._timeouts.answer_s):
            self._owed = b""  # that answer will not come any more; the next question starts anew
            return None
        self._reader.live.clear()
        self._write_all(question)
        self._listen_until(self._timeouts.answer_s, lambda: bool(self._reader.live))
        if self._reader.live:
            return self._reader.live[0]
        self._owed = question
        return None

    def _read_late_answer(self, wait_s: float = 0.0) -> bool:
        """Read an answer that is still due before asking again: it would be taken for the
        next one.
        """
        if self._owed:
            self._listen_until(wait_s, lambda: bool(self._reader.live))
            if not self._reader.live:
                return False
            self._known = (self._known or PrinterCondition()).told(self._owed, self._reader.live[0])
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
        """The outcome when the line failed. While only the lead was sent nothing can have been
        printed.
        """
        state = PrintState.UNKNOWN if self.sent > len(self._lead) else PrintState.NOT_SENT
        told = self._reader.told.trouble if self._reader.told else None
        return PrintOutcome(state, told or error.reason, str(error))


def _came_out(condition: PrinterCondition) -> PrintOutcome:
    """The outcome when the printer reached the end of the job; out of paper then may mean before
    it.
    """
    if condition.paper_out:
        return PrintOutcome(PrintState.UNKNOWN, PrintReason.PAPER_OUT, "paper ended with the job")
    return PrintOutcome(PrintState.CONFIRMED, condition.good)
