"""What the lobby screen shows, as plain frozen values: the presenter makes them, QML shows them."""

from dataclasses import dataclass, field

from display.head import Head


@dataclass(frozen=True, slots=True)
class CurrentCall:
    """The large call. An empty ``label`` means nobody was called yet; then ``welcome`` speaks.

    ``call_id`` changes with every call and reminder: the sign to enlarge once. ``is_open`` is
    false when the called person has come already. ``caption`` is the sentence being spoken.
    """

    call_id: str = ""
    label: str = ""
    before: str = ""
    after: str = ""
    desk: str = ""
    caption: str = ""
    is_open: bool = False
    welcome: str = ""
    advice: str = ""
    hours: str = ""


@dataclass(frozen=True, slots=True)
class CallLine:
    """One of the recent calls; ``awaited`` while the person is still awaited."""

    code: str
    label: str
    desk: str
    words: str
    awaited: bool


@dataclass(frozen=True, slots=True)
class LoadLine:
    """How long one service takes at present."""

    code: str
    name: str
    people: str
    wait: str


@dataclass(frozen=True, slots=True)
class DeskCell:
    """One desk of the board; ``doing`` is a key of ``desk_states.STATE_WORDS``."""

    code: str
    number: str
    name: str
    label: str
    doing: str
    words: str


@dataclass(frozen=True, slots=True)
class LobbyScreen:
    """Everything on the lobby screen at one moment; only the greeting while not ``is_ready``.

    The board of desks is filled column by column, ``desk_rows`` high (``tall_rows`` on a screen
    that stands upright); ``is_dense`` and ``is_tall_dense`` ask for its small type. ``near`` are
    the numbers that come soon; ``urgent`` is what everybody must read now.
    """

    head: Head = field(default_factory=Head)
    current: CurrentCall = field(default_factory=CurrentCall)
    recent: tuple[CallLine, ...] = ()
    loads: tuple[LoadLine, ...] = ()
    loads_page: str = ""
    desks: tuple[DeskCell, ...] = ()
    is_ready: bool = False
    desk_rows: int = 1
    is_dense: bool = False
    tall_rows: int = 1
    is_tall_dense: bool = False
    near: str = ""
    urgent: tuple[str, ...] = ()
    missed: str = ""
    pages: tuple[str, ...] = ()
    hotline: str = ""
    fault: str = ""
