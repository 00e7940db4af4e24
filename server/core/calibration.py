"""Calibration of forecasts from past days: how waits lay around the work ahead. Pure.

The work ahead is a mean; how far the wait may lie from it is learnt, not assumed: by whether
somebody joins the line or waits in it already, whether the work goes on after a break (lines move
otherwise then), by service and priority class, and by how many come first. Where too few were seen
a wider kind answers. What was learnt is part of the day's log, so that a replay tells what the day
told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

JOINING: Final = "joining"
WAITING: Final = "waiting"
OVER_BREAK: Final = "_over_break"
"""Suffix of a stage: the work ahead does not fit into the session."""
ANYBODY: Final = "*"
ANY_PRIORITY: Final = "+"
"""In place of a priority code: everybody, and everybody with a priority."""

IDLE_BAND: Final = -1
"""The band of a ticket for which a desk is idle: no work ahead, only the clerk's reaction time."""
ANY_BAND: Final = -2
IDLE_S: Final = 60
"""Seconds that factors refer to when there is no work ahead."""
BANDS: Final = (0, 1, 2, 3, 5, 8, 13, 21)
"""The number ahead from which each band begins."""
ENOUGH_OF_SERVICE: Final = 200
ENOUGH_OF_CLASS: Final = 100
ENOUGH: Final = 50
"""With fewer waits of one kind a wider kind is used."""
LOW, LIKELY, HIGH = 0.1, 0.5, 0.9

Kind = tuple[str, str, str, int]
"""Stage, service, priority, band."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A forecast and how long it took to the first call; both in seconds of open hours."""

    stage: str
    service: str
    priority: str
    ahead: int
    work_s: float
    waited_s: float


@dataclass(frozen=True, slots=True)
class Factors:
    """How the waits of one kind lay around their work ahead, in thousandths of it.

    ``service`` is empty for all services; ``priority`` may be ``ANY_PRIORITY`` or ``ANYBODY``.
    ``low`` to ``high`` holds eight of ten, ``likely`` parts them in halves; ``count`` were seen.
    """

    stage: str
    service: str
    priority: str
    band: int
    low: int
    likely: int
    high: int
    count: int

    @property
    def kind(self) -> Kind:
        """The kind these factors belong to."""
        return self.stage, self.service, self.priority, self.band


@dataclass(frozen=True)
class Calibration:
    """All factors; empty on the first days of an office."""

    factors: tuple[Factors, ...] = ()

    @cached_property
    def by_kind(self) -> dict[Kind, Factors]:
        """The factors by kind."""
        return {each.kind: each for each in self.factors}

    def factors_for(
        self, stage: str, service: str, priority: str, ahead: int, work_s: float
    ) -> Factors | None:
        """The factors of the narrowest kind with enough waits; ``None`` when there is none."""
        band = band_of(ahead, work_s)
        known = (self.by_kind.get(kind) for kind in _kinds(stage, service, priority, band))
        return next((each for each in known if each), None)


def band_of(ahead: int, work_s: float) -> int:
    """The index of the band; ``work_s`` 0 says that a desk is idle."""
    if not work_s:
        return IDLE_BAND
    return sum(ahead >= least for least in BANDS) - 1


def learn(seen: Iterable[Seen]) -> Calibration:
    """The factors of every kind of which enough was seen."""
    ratios: dict[Kind, list[float]] = defaultdict(list)
    for each in seen:
        ratio = each.waited_s / (each.work_s or IDLE_S)
        band = band_of(each.ahead, each.work_s)
        for kind in _kinds(each.stage, each.service, each.priority, band):
            ratios[kind].append(ratio)
    return Calibration(
        tuple(_factors(kind, of) for kind, of in sorted(ratios.items()) if len(of) >= _enough(kind))
    )


def _kinds(stage: str, service: str, priority: str, band: int) -> Iterator[Kind]:
    """The kinds from the narrowest to the widest."""
    yield stage, service, priority, band
    yield stage, "", priority, band
    wider = (ANY_PRIORITY, ANYBODY) if priority else (ANYBODY,)
    for whoever in wider:
        yield stage, "", whoever, band
        if band != IDLE_BAND:
            yield stage, "", whoever, ANY_BAND
    if stage.endswith(OVER_BREAK):
        yield from _kinds(stage.removesuffix(OVER_BREAK), service, priority, band)


def _enough(kind: Kind) -> int:
    _, service, priority, _ = kind
    if service:
        return ENOUGH_OF_SERVICE
    return ENOUGH if priority in (ANY_PRIORITY, ANYBODY) else ENOUGH_OF_CLASS


def _factors(kind: Kind, ratios: list[float]) -> Factors:
    ratios.sort()
    low, likely, high = (round(1000 * _quantile(ratios, share)) for share in (LOW, LIKELY, HIGH))
    return Factors(*kind, low, likely, high, len(ratios))


def _quantile(ordered: list[float], share: float) -> float:
    """The quantile expected for the next value: a little further out than that of few seen ones."""
    place = share * (len(ordered) + 1) - 1
    before = min(max(int(place), 0), len(ordered) - 1)
    after = min(before + 1, len(ordered) - 1)
    part = min(max(place - before, 0.0), 1.0)
    return ordered[before] + part * (ordered[after] - ordered[before])
