"""The views: all that each role is shown, small and whole; the newest one replaces the others.

Moments are aware datetimes and end in ``_at``; a client turns them into minutes with the
server's clock from ``welcome``. Ranges are whole minutes.
"""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from server.protocol.foresight import AdviceRow as AdviceRow
from server.protocol.foresight import ForecastScore as ForecastScore
from server.protocol.office import Wire


class CounterStatus(StrEnum):
    """What a counter is doing."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class TicketStatus(StrEnum):
    """Where a ticket is in its life (server/core/lifecycle.py)."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    ON_HOLD = "on_hold"
    NO_SHOW = "no_show"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


class Move(StrEnum):
    """What a clerk may do now: the lit buttons, straight from the life table."""

    CALL_NEXT = "call_next"
    RECALL = "recall"
    START = "start"
    COMPLETE = "complete"
    HOLD = "hold"
    TRANSFER = "transfer"
    NO_SHOW = "no_show"
    PAUSE = "pause"
    RESUME = "resume"
    CLOSE = "close"


class WaitRange(Wire):
    """A forecast range in whole minutes that comes true about eight times in ten."""

    low_min: int
    high_min: int


class Why(Wire):
    """Why this ticket is the one: a code and its parameters; the client makes the sentence."""

    code: str
    params: dict[str, str | int] = Field(default_factory=dict)


class ServiceLoad(Wire):
    """How busy one service is. ``wait`` is ``None`` when it is not known.

    ``open``: numbers are given for it at this hour. ``paused``: a supervisor has stopped them, for
    this cause.
    """

    service: str
    waiting: int
    open_counters: int
    wait: WaitRange | None
    open: bool = True
    paused: str = ""


class TicketView(Wire):
    """A ticket as staff see it: no name, no number of any person.

    ``paper`` is the last outcome of its printing (``PaperOutcome``, empty: none was told);
    ``route`` the services still to come, ``leg`` the present stop from 1.
    """

    id: str
    label: str
    service: str
    priority: str
    status: TicketStatus
    issued_at: AwareDatetime
    called_at: AwareDatetime | None = None
    started_at: AwareDatetime | None = None
    held_until: AwareDatetime | None = None
    recall_count: int = 0
    transfer_count: int = 0
    why: Why | None = None
    procedure: str = ""
    language: str = ""
    paper: str = ""
    tags: tuple[str, ...] = ()
    route: tuple[str, ...] = ()
    leg: int = 1


class CounterState(Wire):
    """One counter at this moment. ``label`` is the ticket in hand, empty when none.

    ``assigned`` are the services a supervisor has set for today, empty while the profile's hold.
    ``to_rate`` is the ticket just finished here whose holder may still be asked how it was.
    """

    counter: str
    status: CounterStatus
    clerk: str
    label: str
    ticket_status: TicketStatus | None
    since_at: AwareDatetime | None
    pause_reason: str = ""
    back_at: AwareDatetime | None = None
    assigned: tuple[str, ...] = ()
    to_rate: str = ""


class DeviceState(Wire):
    """A device known today. ``faults`` are its parts that are not well: part to code."""

    device: str
    role: str
    connected: bool
    faults: dict[str, str] = Field(default_factory=dict)


class AlertRow(Wire):
    """An alert: ``kind`` is what it is, ``subject`` a service, a desk, a ticket or a device's part.

    ``level`` 2 is worse. ``amount`` is seconds waited or idle when it was raised so high, or the
    transfers of a ping-pong. ``outcome`` is set when it is over: ``over`` by itself.
    """

    id: str
    kind: str
    subject: str
    label: str
    level: int
    amount: int
    raised_at: AwareDatetime
    owner: str = ""
    cause: str = ""
    acknowledged_at: AwareDatetime | None = None
    resolved_at: AwareDatetime | None = None
    outcome: str = ""


class HallNotice(Wire):
    """A supervisor's notice for everybody in the hall, shown until ``until_at``."""

    id: str
    text: str
    until_at: AwareDatetime
    is_urgent: bool


class Apology(Wire):
    """People of this service wait longer than promised; ``cause`` is a code, if it is known."""

    service: str
    cause: str
    since_at: AwareDatetime


class ServiceHours(Wire):
    """From when until when numbers of a service are given today."""

    service: str
    from_at: AwareDatetime
    until_at: AwareDatetime


class KioskView(Wire):
    """For kiosks: what may be chosen and how long it takes.

    ``frequent`` are the procedures and services asked for most here of late (none: not yet known).
    ``resumes_at``: the office is between sessions, or not open yet, until then (``None``: it is
    open, or will not be any more today). ``hours`` (a service that has none today is missing) and
    ``day_ends_at`` are what a kiosk goes by that has lost the server. ``day_name`` is what a date
    with hours of its own is called ("Tết Dương lịch"), empty on other days.
    """

    kind: Literal["kiosk"] = "kiosk"
    version: int
    at: AwareDatetime
    day: str
    open: bool
    services: tuple[ServiceLoad, ...]
    frequent: tuple[str, ...] = ()
    resumes_at: AwareDatetime | None = None
    hours: tuple[ServiceHours, ...] = ()
    day_ends_at: AwareDatetime | None = None
    day_name: str = ""


class NextUp(Wire):
    """Who would come if *Gọi tiếp* were pressed now, and why."""

    ticket: str
    label: str
    service: str
    priority: str
    issued_at: AwareDatetime
    why: Why


class Undoable(Wire):
    """The desk's last action, which may be taken back until ``until_at``.

    ``kind`` is the name of its event (``ticket_completed``).
    """

    kind: str
    label: str
    until_at: AwareDatetime


class DeskView(Wire):
    """A clerk's own counter: the ticket in hand, the lit moves, who is next and the line behind.

    ``suggested``: of all idle desks this one should call now (those with the fewest skills first).
    ``mean_service_s`` is over those served at this desk today; ``worked_from_at`` is when the
    clerk sat down or came back from a pause.
    """

    counter: str
    status: CounterStatus
    clerk: str
    ticket: TicketView | None
    moves: tuple[Move, ...]
    next: NextUp | None
    line: tuple[NextUp, ...]
    set_aside: tuple[TicketView, ...]
    waiting: int
    served: int
    suggested: bool = False
    undo: Undoable | None = None
    mean_service_s: float | None = None
    worked_from_at: AwareDatetime | None = None


class CounterView(Wire):
    """For counter apps. ``desk`` is the watched counter, ``None`` until one is chosen.

    ``alerts``, ``past_alerts`` and ``notices`` are for supervisors; ``closed``: the day is over.
    """

    kind: Literal["counter"] = "counter"
    version: int
    at: AwareDatetime
    day: str
    desk: DeskView | None
    counters: tuple[CounterState, ...]
    services: tuple[ServiceLoad, ...]
    kiosks: tuple[DeviceState, ...] = ()
    alerts: tuple[AlertRow, ...] = ()
    past_alerts: tuple[AlertRow, ...] = ()
    notices: tuple[HallNotice, ...] = ()
    closed: bool = False


class CallRow(Wire):
    """A call on the lobby screen, newest first. ``recall_count`` 0 is the first call."""

    ticket: str
    label: str
    counter: str
    called_at: AwareDatetime
    recall_count: int
    status: TicketStatus


class DisplayView(Wire):
    """For lobby displays; a zone's shows its own desks and services.

    ``near`` are those who come soon, nearest first; ``held`` are away with leave.
    """

    kind: Literal["display"] = "display"
    version: int
    at: AwareDatetime
    day: str
    calls: tuple[CallRow, ...]
    counters: tuple[CounterState, ...]
    services: tuple[ServiceLoad, ...]
    missed: tuple[str, ...]
    serving_priority: tuple[str, ...]
    held: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    notices: tuple[HallNotice, ...] = ()
    apologies: tuple[Apology, ...] = ()


class ServiceFigures(Wire):
    """Today's figures of one service; waits in seconds, ``None`` where nobody was called yet.

    ``chosen`` were called out of order, ``held`` are away with leave now. Of ``rated`` people
    ``content`` gave 4 or 5.

    ``oldest_at`` is when the one waiting longest took the number.
    """

    service: str
    waiting: int
    oldest_at: AwareDatetime | None
    mean_wait_s: float | None
    issued: int
    called: int
    completed: int
    open_counters: int
    wait: WaitRange | None
    p90_wait_s: float | None = None
    transferred: int = 0
    chosen: int = 0
    held: int = 0
    rated: int = 0
    content: int = 0
    paused: str = ""


class Totals(Wire):
    """Today's totals; waits in seconds from issue to first call."""

    issued: int
    called: int
    completed: int
    no_show: int
    cancelled: int
    waiting: int
    in_hand: int
    mean_wait_s: float | None
    p90_wait_s: float | None
    transferred: int = 0
    chosen: int = 0
    held: int = 0
    rated: int = 0
    content: int = 0


class CurvePoint(Wire):
    """A quarter of an hour from ``minute`` of the office's day: numbers given, people called.

    ``wait_s`` is the mean wait of those called in it, ``None``: nobody was.
    """

    minute: int
    issued: float
    called: float
    wait_s: float | None


class Curves(Wire):
    """The day by quarters of an hour, with yesterday and the usual day behind it."""

    today: tuple[CurvePoint, ...] = ()
    yesterday: tuple[CurvePoint, ...] = ()
    usual: tuple[CurvePoint, ...] = ()


class WallView(Wire):
    """For the supervisor's wall screen.

    ``advice`` is what was advised and has not run out; ``forecast_yesterday`` is how forecasts came
    out on the last day the office worked.
    """

    kind: Literal["wall"] = "wall"
    version: int
    at: AwareDatetime
    day: str
    services: tuple[ServiceFigures, ...]
    counters: tuple[CounterState, ...]
    totals: Totals
    devices: dict[str, int]
    known_devices: tuple[DeviceState, ...] = ()
    alerts: tuple[AlertRow, ...] = ()
    past_alerts: tuple[AlertRow, ...] = ()
    curves: Curves = Curves()
    notices: tuple[HallNotice, ...] = ()
    advice: tuple[AdviceRow, ...] = ()
    forecast_yesterday: ForecastScore | None = None


AnyView = Annotated[KioskView | CounterView | DisplayView | WallView, Field(discriminator="kind")]
