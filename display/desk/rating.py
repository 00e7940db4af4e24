"""The question after a service (domain.md C5): asked once, and not counted when left empty.

Pure: what is shown at a moment, and what is to be sent. A low score is followed by the reasons; the
rating is sent when one is chosen, skipped, or not chosen in time.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

ASKED_S: Final = 10.0
THANKED_S: Final = 4.0
LOW: Final = 2
"""At this score and below the reason is asked."""


@dataclass(frozen=True, slots=True)
class Rated:
    """A rating to be sent to the server."""

    ticket: str
    score: int
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingQuestion:
    """The question over one desk. ``step`` is ``idle``, ``ask``, ``why`` or ``thanks``.

    ``until`` is when the step ends by itself; ``seen`` are tickets already asked about.
    """

    step: str = "idle"
    ticket: str = ""
    score: int = 0
    until: datetime | None = None
    seen: str = ""


NOTHING_ASKED: Final = RatingQuestion()
Move = tuple[RatingQuestion, Rated | None]


def looked(question: RatingQuestion, to_rate: str, now: datetime) -> Move:
    """The state after a view, which says whose service has just ended (empty: nobody's), or after
    time has passed.
    """
    if question.step != "idle" and to_rate != question.ticket and question.step != "thanks":
        # The next person is at the desk already: a score given counts, the reason is not asked.
        return looked(_idle(question), to_rate, now)[0], _said(question)
    if question.step != "idle" and question.until is not None and now >= question.until:
        return _idle(question), _said(question)
    if question.step == "idle" and to_rate and to_rate != question.seen:
        until = now + timedelta(seconds=ASKED_S)
        return RatingQuestion("ask", to_rate, until=until, seen=to_rate), None
    return question, None


def scored(question: RatingQuestion, score: int, now: datetime) -> Move:
    """The state after a level was touched."""
    if question.step != "ask" or not 1 <= score <= 5:
        return question, None
    if score <= LOW:
        why = replace(question, step="why", score=score, until=now + timedelta(seconds=ASKED_S))
        return why, None
    return _thanks(replace(question, score=score), now), Rated(question.ticket, score)


def explained(question: RatingQuestion, reason: str, now: datetime) -> Move:
    """The state after a reason was touched; an empty one means skipped."""
    if question.step != "why":
        return question, None
    reasons = (reason,) if reason else ()
    return _thanks(question, now), Rated(question.ticket, question.score, reasons)


def skipped(question: RatingQuestion, now: datetime) -> Move:
    """The state after the question was skipped: a score already given still counts."""
    if question.step == "why":
        return explained(question, "", now)
    return _idle(question), None


def _said(question: RatingQuestion) -> Rated | None:
    return Rated(question.ticket, question.score) if question.step == "why" else None


def _thanks(question: RatingQuestion, now: datetime) -> RatingQuestion:
    return replace(question, step="thanks", until=now + timedelta(seconds=THANKED_S))


def _idle(question: RatingQuestion) -> RatingQuestion:
    return RatingQuestion(seen=question.seen)
