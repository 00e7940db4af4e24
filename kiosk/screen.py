"""What the glass shows: the presenter makes it, the view model holds it, QML draws it.

Where words depend on the language of the moment there is a code or a number; QML has the words.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tile:
    """A thing to touch. ``target`` is a procedure code, a service id or (in fields) a field id."""

    target: str
    title: str
    glyph: str
    subtitle: str = ""
    other: bool = False  # the service itself, for everything not listed under it


@dataclass(frozen=True)
class Header:
    """The band on top of every page. ``known`` is false until an office was ever heard of.

    ``closed`` is the office's own sentence for out of hours, empty where the kiosk's own serves.
    """

    known: bool = False
    office: str = ""
    unit: str = ""
    time: str = ""
    date: str = ""
    closed: str = ""
    hours: str = ""
    hotline: str = ""
    open: bool = True
    connection: str = "connecting"
    language: str = "vi"


@dataclass(frozen=True)
class Start:
    """The first page. ``guide`` and ``result`` are service ids, empty where the office has none.

    ``greeting``, ``question`` and ``dont_know`` are the office's own words, or empty.
    """

    greeting: str = ""
    question: str = ""
    dont_know: str = ""
    frequent: tuple[Tile, ...] = ()
    fields: tuple[Tile, ...] = ()
    more_fields: bool = False
    guide: str = ""
    result: str = ""


@dataclass(frozen=True)
class Listing:
    """A page of tiles; without a title it is the page of all fields."""

    title: str = ""
    tiles: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class Search:
    """The search page."""

    query: str = ""
    results: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class Wait:
    """A waiting time as a code and whole minutes.

    ``kind``: ``range`` low–high, ``about`` high, ``up_to`` high, ``none`` hardly any, ``unknown``,
    ``unserved`` (no counter is open for it).
    """

    kind: str = "unknown"
    low: int = 0
    high: int = 0


@dataclass(frozen=True)
class PriorityTile:
    """A priority to declare; code "" is *no*."""

    code: str
    name: str
    glyph: str
    chosen: bool


@dataclass(frozen=True)
class Remark:
    """What the day does to the ticket, as a code, and what its sentence needs.

    ``code``: ``afternoon`` the morning ends before the turn, ``later`` another session,
    ``beyond_closing``, ``next_working_day``, ``same_day``; empty: nothing to say. ``time`` is in
    the language of the screen, ``name`` the day's own name, ``said`` the office's own sentence.
    """

    code: str = ""
    time: str = ""
    name: str = ""
    said: str = ""


@dataclass(frozen=True)
class Detail:
    """Before taking the number. ``obstacle`` is why it is not possible now, as a code.

    ``day`` is what the citizen should know of the day before taking a number.
    ``hours`` are told with an obstacle that another hour of work removes.
    ``way_out`` is the service to offer instead when this one cannot be had, mostly empty.
    ``waiting`` is ``-1`` when unknown. ``note`` is a code for what to say where no papers are
    listed.
    """

    title: str = ""
    official: str = ""
    glyph: str = ""
    documents: tuple[str, ...] = ()
    more_documents: int = 0
    note: str = ""
    fee: str = ""
    time_limit: str = ""
    updated: str = ""
    day: Remark = Remark()
    service: str = ""
    area: str = ""
    waiting: int = -1
    wait: Wait = Wait()
    priorities: tuple[PriorityTile, ...] = ()
    can_take: bool = False
    taking: bool = False
    obstacle: str = ""
    hours: str = ""
    way_out: str = ""


@dataclass(frozen=True)
class QrRun:
    """Dark modules side by side in one row of the code."""

    x: int
    y: int
    width: int


@dataclass(frozen=True)
class TicketScreen:
    """The number. ``ahead`` is ``-1`` when unknown; ``qr_side`` is 0 without a code."""

    label: str = ""
    service: str = ""
    area: str = ""
    ahead: int = -1
    wait: Wait = Wait()
    issued: str = ""
    remarks: tuple[Remark, ...] = ()
    qr: tuple[QrRun, ...] = ()
    qr_side: int = 0
    paper: str = "none"


@dataclass(frozen=True)
class Screen:
    """All of it. Parts that are not on the present page are at their defaults."""

    page: str = "start"
    header: Header = Header()
    start: Start = Start()
    listing: Listing = Listing()
    search: Search = Search()
    detail: Detail = Detail()
    ticket: TicketScreen = TicketScreen()
    warning_s: int = 0
    ticket_left_s: int = 0
