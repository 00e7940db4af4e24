"""A business day's figures from its events alone. Pure, so the same log always gives the same
report.

What was undone is not counted; a wait is from taking the number to the first call that stood.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from math import ceil
from typing import Final

from assets.languages.language import SOURCE
from server.core import events as e
from server.core.advice_score import AdviceOutcome, outcome_of_advice
from server.core.alerts import OVER, OVER_PROMISE
from server.core.explain import CHOSEN
from server.core.rules import Rules
from server.report.desks import DeskDay, desk_days

DAY_CLOSED: Final = "day_closed"
UNKNOWN_CAUSE: Final = ""


@dataclass(frozen=True, slots=True)
class Volume:
    """The figures of one service, or of all. Waits in seconds, ``None`` when nobody was called.

    ``left_waiting`` were cancelled when the day ended; ``kept_promise`` of the ``called`` waited no
    longer than promised. ``told`` had a forecast, ``came_true`` of them were called within it.
    """

    service: str
    issued: int = 0
    offline: int = 0
    called: int = 0
    completed: int = 0
    no_show: int = 0
    cancelled: int = 0
    left_waiting: int = 0
    transferred: int = 0
    chosen: int = 0
    kept_promise: int = 0
    mean_wait_s: float | None = None
    p50_wait_s: float | None = None
    p90_wait_s: float | None = None
    max_wait_s: float | None = None
    mean_service_s: float | None = None
    told: int = 0
    came_true: int = 0
    rated: int = 0
    content: int = 0


@dataclass(frozen=True, slots=True)
class AlertDay:
    """The alerts of one kind: how many, how many nobody took, and how fast the others were
    taken.
    """

    kind: str
    raised: int
    rose: int
    unanswered: int
    mean_answer_s: float | None


@dataclass(frozen=True, slots=True)
class DayReport:
    """Everything the page and the tables show. ``Counter`` fields map codes of the office to
    counts.
    """

    day: str
    closed_at: datetime | None
    rules: Rules
    total: Volume
    services: tuple[Volume, ...]
    desks: tuple[DeskDay, ...]
    alerts: tuple[AlertDay, ...]
    apologies: Counter[str] = field(default_factory=Counter)
    chosen_reasons: Counter[str] = field(default_factory=Counter)
    tags: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    priorities: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    papers: Counter[str] = field(default_factory=Counter)
    rating_reasons: Counter[str] = field(default_factory=Counter)
    advice: tuple[AdviceOutcome, ...] = ()
    copies: int = 0
    undone: int = 0


def report_of(events: Iterable[e.Event]) -> DayReport:
    """The day's report. Raises ``ValueError`` when the events do not begin with a day's opening."""
    log = list(events)
    if not log or not isinstance(log[0], e.DayOpened):
        raise ValueError("a day begins with its opening")
    rules = _rules(log)
    stood = list(_standing(log))
    lives = _lives(stood)
    ends = [fact.at for fact in log if isinstance(fact, e.DayClosed)]
    services = tuple(
        _volume(service.id, [life for life in lives if life.service == service.id], rules)
        for service in rules.services
    )
    return DayReport(
        day=log[0].day,
        closed_at=ends[0] if ends else None,
        rules=rules,
        total=_volume("", lives, rules),
        services=services,
        desks=desk_days(log[0].day, stood, rules),
        alerts=tuple(_alerts(log)),
        apologies=_apologies(log),
        chosen_reasons=Counter(
            str(dict(fact.why_params).get("reason", ""))
            for fact in stood
            if isinstance(fact, e.TicketCalled) and fact.why == CHOSEN
        ),
        tags=_tags(stood),
        outcomes=Counter(f.outcome for f in stood if isinstance(f, e.TicketCompleted)),
        priorities=Counter(life.priority for life in lives if life.priority),
        languages=Counter(life.issued.language or SOURCE for life in lives),
        papers=Counter(life.paper for life in lives if life.paper),
        rating_reasons=Counter(
            reason for f in stood if isinstance(f, e.TicketRated) for reason in f.reasons
        ),
        advice=outcome_of_advice(log),
        copies=sum(isinstance(f, e.PrintRequested) and f.copy_number > 0 for f in stood),
        undone=sum(isinstance(f, e.ActionUndone | e.PauseUndone) for f in log),
    )


def _rules(log: list[e.Event]) -> Rules:
    """The rules in force when the day ended."""
    known = [fact.rules for fact in log if isinstance(fact, e.DayOpened | e.RulesChanged)]
    return known[-1]


def _standing(log: list[e.Event]) -> Iterable[e.Event]:
    """Every event that was not undone, without the undos themselves."""
    gone = {f.undone_version for f in log if isinstance(f, e.ActionUndone | e.PauseUndone)}
    for version, fact in enumerate(log, start=1):
        if version not in gone and not isinstance(fact, e.ActionUndone | e.PauseUndone):
            yield fact


@dataclass(slots=True)
class _Life:
    """What the report needs to know of one ticket. ``service`` is the one it came for."""

    issued: e.TicketIssued
    service: str
    priority: str
    first_called_at: datetime | None = None
    started_at: datetime | None = None
    served_s: float = 0.0
    served: int = 0
    completed: bool = False
    missed: int = 0
    cancelled: str | None = None
    transferred: int = 0
    chosen: int = 0
    paper: str = ""
    score: int = 0

    @property
    def wait_s(self) -> float | None:
        """Seconds from the number to the first call; at least 0, for a kiosk's clock may be
        ahead.
        """
        if self.first_called_at is None:
            return None
        return max(0.0, (self.first_called_at - self.issued.at).total_seconds())


def _lives(stood: list[e.Event]) -> list[_Life]:
    lives: dict[str, _Life] = {}
    for fact in stood:
        if isinstance(fact, e.TicketIssued):
            lives[fact.ticket] = _Life(fact, fact.service, fact.priority)
        elif isinstance(fact, e.TicketEvent):
            _live(lives[fact.ticket], fact)
    return list(lives.values())


def _live(life: _Life, fact: e.TicketEvent) -> None:
    match fact:
        case e.TicketCalled():
            life.first_called_at = life.first_called_at or fact.at
            life.chosen += fact.why == CHOSEN
        case e.ServiceStarted():
            life.started_at = fact.at
        case e.TicketCompleted() | e.LegCompleted():
            life.completed = isinstance(fact, e.TicketCompleted)
            _serve(life, fact.at)
        case e.TicketTransferred():
            life.transferred += 1
            life.started_at = None
        case e.TicketRemark():
            _remark(life, fact)
        case _:
            _leave(life, fact)


def _serve(life: _Life, until: datetime) -> None:
    if life.started_at is not None:
        life.served_s += (until - life.started_at).total_seconds()
        life.served += 1
    life.started_at = None


def _leave(life: _Life, fact: e.TicketEvent) -> None:
    match fact:
        case e.TicketMissed():
            life.missed += 1
        case e.TicketCancelled():
            life.cancelled = fact.reason
        case e.PriorityAdded():
            life.priority = fact.priority


def _remark(life: _Life, fact: e.TicketRemark) -> None:
    match fact:
        case e.PaperReported():
            life.paper = fact.outcome
        case e.TicketRated():
            life.score = fact.score


def _volume(service: str, lives: list[_Life], rules: Rules) -> Volume:
    waits = sorted(wait for life in lives if (wait := life.wait_s) is not None)
    told = [
        life for life in lives if life.issued.wait_high_s is not None and life.wait_s is not None
    ]
    served = sum(life.served for life in lives)
    scores = [life.score for life in lives if life.score]
    return Volume(
        service=service,
        issued=len(lives),
        offline=sum(bool(life.issued.device) for life in lives),
        called=len(waits),
        completed=sum(life.completed for life in lives),
        no_show=sum(bool(life.missed) and not life.completed for life in lives),
        cancelled=sum(life.cancelled not in (None, DAY_CLOSED) for life in lives),
        left_waiting=sum(life.cancelled == DAY_CLOSED for life in lives),
        transferred=sum(life.transferred for life in lives),
        chosen=sum(life.chosen for life in lives),
        kept_promise=sum(wait <= rules.promise_s for wait in waits),
        mean_wait_s=_mean(waits),
        p50_wait_s=_share(waits, 0.5),
        p90_wait_s=_share(waits, 0.9),
        max_wait_s=waits[-1] if waits else None,
        mean_service_s=sum(life.served_s for life in lives) / served if served else None,
        told=len(told),
        came_true=sum(_came_true(life) for life in told),
        rated=len(scores),
        content=sum(score >= 4 for score in scores),
    )


def _came_true(life: _Life) -> bool:
    low, high, wait = life.issued.wait_low_s, life.issued.wait_high_s, life.wait_s
    return low is not None and high is not None and wait is not None and low <= wait <= high


def _mean(values: list[float] | list[int]) -> float | None:
    return sum(values) / len(values) if values else None


def _share(ordered: list[float], share: float) -> float | None:
    """The smallest value that a ``share`` (0 to 1) of all does not exceed."""
    return ordered[max(0, ceil(share * len(ordered)) - 1)] if ordered else None


def _alerts(log: list[e.Event]) -> Iterable[AlertDay]:
    raised: Counter[str] = Counter()
    rose: Counter[str] = Counter()
    answers: dict[str, list[float]] = {}
    unanswered: Counter[str] = Counter()
    open_since: dict[str, datetime] = {}
    answered: set[str] = set()
    for fact in log:
        match fact:
            case e.AlertRaised():
                kind = fact.alert.partition(":")[0]
                if fact.alert not in open_since:
                    raised[kind] += 1
                    open_since[fact.alert] = fact.at
                rose[kind] += fact.level > 1
            case e.PingPongNoticed():
                name = f"ping_pong:{fact.ticket}"
                raised["ping_pong"] += name not in open_since
                open_since.setdefault(name, fact.at)
            case e.AlertAcknowledged() if fact.alert not in answered:
                answered.add(fact.alert)
                took_s = (fact.at - open_since[fact.alert]).total_seconds()
                answers.setdefault(fact.alert.partition(":")[0], []).append(took_s)
            case e.AlertResolved():
                if fact.alert not in answered and fact.outcome == OVER:
                    unanswered[fact.alert.partition(":")[0]] += 1
                answered.discard(fact.alert)
                open_since.pop(fact.alert, None)
    for alert in open_since.keys() - answered:
        unanswered[alert.partition(":")[0]] += 1
    for kind in sorted(raised):
        yield AlertDay(
            kind, raised[kind], rose[kind], unanswered[kind], _mean(answers.get(kind, []))
        )


def _apologies(log: list[e.Event]) -> Counter[str]:
    """How often waits went over the promise, by the cause that was given for it."""
    causes: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for fact in log:
        if isinstance(fact, e.AlertEvent) and not fact.alert.startswith(f"{OVER_PROMISE}:"):
            continue
        if isinstance(fact, e.AlertRaised):
            causes.setdefault(fact.alert, UNKNOWN_CAUSE)
        elif isinstance(fact, e.AlertAcknowledged):
            causes[fact.alert] = fact.cause
        elif isinstance(fact, e.AlertResolved):
            counted[causes.pop(fact.alert)] += 1
    return counted + Counter(causes.values())


def _tags(stood: list[e.Event]) -> Counter[str]:
    """The difficulties noted on tickets and not removed again."""
    noted: set[tuple[str, str]] = set()
    for fact in stood:
        if isinstance(fact, e.TicketTagged):
            (noted.add if fact.is_set else noted.discard)((fact.ticket, fact.tag))
    return Counter(tag for _, tag in noted)
