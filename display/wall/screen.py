"""What the supervisor's wall screen shows, as plain frozen values.

``tone`` is "", "good", "caution" or "alarm" everywhere; words always say the same as the tone.
"""

from dataclasses import dataclass, field

from display.head import Head
from display.wall.charts import Chart


@dataclass(frozen=True, slots=True)
class Figure:
    """One of today's totals; ``unit`` is empty for a count."""

    code: str
    name: str
    value: str
    unit: str = ""
    note: str = ""
    tone: str = ""


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One service: figures in minutes, and what they mean.

    Its tone may also be "hint": nobody waits too long yet, but the forecast says somebody will.
    """

    code: str
    name: str
    waiting: str
    longest: str
    mean: str
    p90: str
    forecast: str
    desks: str
    verdict: str
    tone: str


@dataclass(frozen=True, slots=True)
class WallDesk:
    """One desk; ``since`` says for how long it has been in this state."""

    code: str
    number: str
    label: str
    doing: str
    words: str
    since: str


@dataclass(frozen=True, slots=True)
class WallAlert:
    """One alert that goes on; ``owner`` says who takes care of it, or that nobody does."""

    code: str
    text: str
    since: str
    owner: str
    tone: str


@dataclass(frozen=True, slots=True)
class WallScreen:
    """Everything on the wall at one moment.

    Desks are filled column by column, ``desk_rows`` high; ``is_wide`` when there are three columns.
    ``notes`` are the pages of the foot: devices, and where the promise comes from.
    """

    head: Head = field(default_factory=Head)
    is_ready: bool = False
    headline: str = ""
    headline_tone: str = ""
    figures: tuple[Figure, ...] = ()
    services: tuple[ServiceRow, ...] = ()
    desks: tuple[WallDesk, ...] = ()
    desk_rows: int = 1
    is_wide: bool = False
    alerts: tuple[WallAlert, ...] = ()
    more_alerts: str = ""
    advice: str = ""
    flow: Chart = field(default_factory=Chart)
    waits: Chart = field(default_factory=Chart)
    notes: tuple[str, ...] = ()
