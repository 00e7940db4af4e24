"""The one question after a service (domain.md C5): asked once, short, never counted when empty.

Pure: what is on the glass at a moment, and what is to be sent. A low score is followed by the
reasons; what was said so far is sent when they are chosen, skipped, or left alone.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

ASKED_S: Final = 10.0
THANKED_S: Final = 4.0
LOW: Final = 2
"""At this score and below it is asked why."""


@dataclass(frozen=True, slots=True)
class Rated:
    """What is to be told to the server."""

    ticket: str
    score: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """The question over one desk. ``step`` is ``idle``, ``ask``, ``why`` or ``thanks``.

    ``until`` is when the step ends by itself; ``seen`` are tickets that were asked about.
    """

    step: str = "idle"
    ticket: str = ""
    score: int = 0
    until: datetime | None = None
    seen: str = ""


NOTHING_ASKED: Final = Question()
Move = tuple[Question, Rated | None]


def looked(question: Question, to_rate: str, now: datetime) -> Move:
    """The view says whose service has just ended (empty: nobody's), or time has passed."""
    if question.step != "idle" and to_rate != question.ticket and question.step != "thanks":
        # Somebody else stands at the desk already: what was said counts, the rest is not asked.
        return looked(_idle(question), to_rate, now)[0], _said(question)
    if question.step != "idle" and question.until is not None and now >= question.until:
        return _idle(question), _said(question)
    if question.step == "idle" and to_rate and to_rate != question.seen:
        until = now + timedelta(seconds=ASKED_S)
        return Question("ask", to_rate, until=until, seen=to_rate), None
    return question, None


def scored(question: Question, score: int, now: datetime) -> Move:
    """A level was touched."""
    if question.step != "ask" or not 1 <= score <= 5:
        return question, None
    if score <= LOW:
        why = replace(question, step="why", score=score, until=now + timedelta(seconds=ASKED_S))
        return why, None
    return _thanks(replace(question, score=score), now), Rated(question.ticket, score)


def explained(question: Question, reason: str, now: datetime) -> Move:
    """A reason was touched, or with an empty one passed over."""
    if question.step != "why":
        return question, None
    reasons = (reason,) if reason else ()
    return _thanks(question, now), Rated(question.ticket, question.score, reasons)


def skipped(question: Question, now: datetime) -> Move:
    """The question was waved away: nothing is counted, but a score already given is."""
    if question.step == "why":
        return explained(question, "", now)
    return _idle(question), None


def _said(question: Question) -> Rated | None:
    return Rated(question.ticket, question.score) if question.step == "why" else None


def _thanks(question: Question, now: datetime) -> Question:
    return replace(question, step="thanks", until=now + timedelta(seconds=THANKED_S))


def _idle(question: Question) -> Question:
    return Question(seen=question.seen)
