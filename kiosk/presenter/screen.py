"""What the kiosk shows: the presenter makes it, the view model holds it, QML draws it.

Where words depend on the language of the moment there is a code or a number; QML has the words.
"""

from dataclasses import dataclass

from assets.languages.language import SOURCE


@dataclass(frozen=True)
class Tile:
    """A thing to touch. ``target`` is a procedure code, a service id or (in fields) a field id.

    ``says`` is a code for the words of a tile that is no entry of the office, and has no title.
    """

    target: str
    title: str
    glyph: str
    subtitle: str = ""
    other: bool = False  # the service itself, for everything not listed under it
    says: str = ""


@dataclass(frozen=True)
class WaitTime:
    """A waiting time as a code and whole minutes.

    ``kind``: ``range`` low–high, ``about`` high, ``up_to`` high, ``none`` hardly any, ``unknown``,
    ``unserved`` (no counter is open for it).
    """

    kind: str = "unknown"
    low: int = 0
    high: int = 0


@dataclass(frozen=True)
class LanguageTile:
    """A language the kiosk speaks, by its own name; ``large`` where its letters are small."""

    code: str
    name: str
    chosen: bool
    large: bool = False


@dataclass(frozen=True)
class Header:
    """The band on top of every page. ``known`` is false until an office was ever heard of.

    ``others`` are the languages but the one that is spoken now.
    ``closed`` is the office's own sentence for out of hours, empty where the kiosk's own serves.
    ``day_name`` is what a holiday or another date with hours of its own is called.
    ``resumes`` is when counters open (again), in the language of the screen; empty while they
    work, or when they will not any more today. ``easy`` and ``hears``: the easy mode is on; the
    page can be read aloud. ``goes_on``: numbers are given without the server too; ``offline`` is
    the office's own sentence for that, or empty. ``panel_mm`` is how high the panel is, 0 when the
    office does not say. ``telex``: the keyboard makes letters with marks, as Vietnamese needs them.
    """

    known: bool = False
    office: str = ""
    unit: str = ""
    time: str = ""
    date: str = ""
    closed: str = ""
    day_name: str = ""
    hours: str = ""
    hotline: str = ""
    open: bool = True
    connection: str = "connecting"
    language: str = SOURCE
    languages: tuple[LanguageTile, ...] = ()
    others: tuple[LanguageTile, ...] = ()
    resumes: str = ""
    easy: bool = False
    hears: bool = False
    panel_mm: int = 0
    goes_on: bool = False
    offline: str = ""
    telex: bool = True


@dataclass(frozen=True)
class Attract:
    """The resting screen. ``off``: nothing but a small clock, until ``on_at``, or a touch.

    ``greeting`` is the office's own sentence, or empty.
    """

    off: bool = False
    on_at: str = ""
    greeting: str = ""
    notices: tuple[str, ...] = ()
    place: int = 0


@dataclass(frozen=True)
class Start:
    """The first page. ``guide`` and ``result`` are service ids, empty where the office has none.

    ``question`` and ``dont_know`` are the office's own words, or empty. ``easy`` is
    all there is to choose in the easy mode, in one list; empty outside of it.
    """

    question: str = ""
    dont_know: str = ""
    frequent: tuple[Tile, ...] = ()
    fields: tuple[Tile, ...] = ()
    more_fields: bool = False
    guide: str = ""
    result: str = ""
    support: bool = False
    easy: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class SupportItem:
    """Help beside the counters; ``where`` and ``hours`` are empty where the office does not say."""

    name: str
    glyph: str
    where: str = ""
    hours: str = ""


@dataclass(frozen=True)
class SupportScreen:
    """Help for which no number is needed."""

    items: tuple[SupportItem, ...] = ()


@dataclass(frozen=True)
class AppointmentScreen:
    """The page for an appointment's code. ``obstacle`` is why it was not found, as a code."""

    code: str = ""
    asking: bool = False
    obstacle: str = ""


@dataclass(frozen=True)
class StandingScreen:
    """Where a ticket stands.

    ``status`` is ``asking``, ``unknown``, ``offline`` or the ticket's own. ``ahead`` is ``-1`` when
    unknown; ``counter`` is the number of the desk that called, or empty, ``area`` where that desk
    stands, else where to wait.
    """

    label: str = ""
    service: str = ""
    area: str = ""
    status: str = "asking"
    ahead: int = -1
    wait: WaitTime = WaitTime()
    counter: str = ""


@dataclass(frozen=True)
class Listing:
    """A page of tiles; without a title it is the page of all fields."""

    title: str = ""
    tiles: tuple[Tile, ...] = ()


@dataclass(frozen=True)
class Search:
    """The search page. ``suggested``: nothing was typed yet, and these are what most come for.

    ``guide`` is the service of those who find nothing, ``dont_know`` the words on its button.
    """

    query: str = ""
    results: tuple[Tile, ...] = ()
    suggested: bool = False
    guide: str = ""
    dont_know: str = ""


@dataclass(frozen=True)
class PriorityTile:
    """A priority to declare; code "" is *no*."""

    code: str
    name: str
    glyph: str
    chosen: bool


@dataclass(frozen=True)
class Remark:
    """A remark about the day on a ticket, as a code with what its sentence needs.

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

    ``checklist`` is the office's own sentence above the ``documents``, or empty.
    ``day`` is what the citizen should know of the day before taking a number.
    ``hours`` are told with an obstacle that another hour of work removes.
    ``way_out`` is the service to offer instead when this one cannot be had, mostly empty.
    ``waiting`` is ``-1`` when unknown. ``note`` is a code for what to say where no papers are
    listed. ``booked`` is the time of the appointment this is about, in words. ``offers`` is the
    name of a priority the citizen's card speaks for. ``because`` is why a supervisor has stopped
    the numbers, in the language of the screen.
    """

    title: str = ""
    official: str = ""
    glyph: str = ""
    checklist: str = ""
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
    wait: WaitTime = WaitTime()
    priorities: tuple[PriorityTile, ...] = ()
    can_take: bool = False
    taking: bool = False
    obstacle: str = ""
    hours: str = ""
    way_out: str = ""
    booked: str = ""
    offers: str = ""
    because: str = ""


@dataclass(frozen=True)
class QrRun:
    """``length`` dark modules side by side in one row of the code."""

    column: int
    row: int
    length: int


@dataclass(frozen=True)
class TicketScreen:
    """The number. ``ahead`` is ``-1`` when unknown; ``qr_side`` is 0 without a code.

    ``may_copy``: nobody knows whether the paper came out, and one more may be asked for.
    ``offline``: the kiosk gave it by itself, so that nothing is known of the line.
    """

    label: str = ""
    service: str = ""
    area: str = ""
    ahead: int = -1
    wait: WaitTime = WaitTime()
    issued: str = ""
    remarks: tuple[Remark, ...] = ()
    qr: tuple[QrRun, ...] = ()
    qr_side: int = 0
    paper: str = "none"
    may_copy: bool = False
    offline: bool = False


@dataclass(frozen=True)
class Screen:
    """The whole screen. Parts that are not on the present page are at their defaults."""

    page: str = "start"
    header: Header = Header()
    attract: Attract = Attract()
    start: Start = Start()
    listing: Listing = Listing()
    search: Search = Search()
    support: SupportScreen = SupportScreen()
    appointment: AppointmentScreen = AppointmentScreen()
    standing: StandingScreen = StandingScreen()
    detail: Detail = Detail()
    ticket: TicketScreen = TicketScreen()
    warning_s: int = 0
    ticket_left_s: int = 0
