"""What the counter app shows at one moment, as plain frozen values: words, never colours."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HeadScreen:
    """The head of the window. ``note`` is the calm line that answers a press or a refusal.

    ``undo`` names what can be taken back now, empty when nothing can.
    """

    office: str = ""
    desk: str = ""
    services: str = ""
    clerk: str = ""
    status: str = ""
    clock: str = ""
    banner: str = ""
    note: str = ""
    tone: str = "plain"
    waiting: str = ""
    served: str = ""
    leave: bool = False
    undo: str = ""


@dataclass(frozen=True, slots=True)
class HandScreen:
    """The ticket in hand, or what stands in its place.

    ``stage`` is one of empty, idle, called, serving, paused. ``share`` is the part of the usual
    time already used, 0 to 1, negative when nothing is measured. ``tone`` is calm or long.
    """

    stage: str = "empty"
    status: str = ""
    label: str = ""
    service: str = ""
    priority: str = ""
    why: str = ""
    since: str = ""
    usual: str = ""
    share: float = -1.0
    tone: str = "calm"
    story: str = ""
    hint: str = ""
    courtesy: str = ""


@dataclass(frozen=True, slots=True)
class NextScreen:
    """Who comes when *Gọi tiếp* is pressed; ``label`` is empty when nobody waits."""

    label: str = ""
    service: str = ""
    priority: str = ""
    waited: str = ""
    why: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """A key. ``main`` is the natural next step; ``pending`` while the server has not answered."""

    code: str
    name: str
    key: str
    lit: bool
    pending: bool
    main: bool


@dataclass(frozen=True, slots=True)
class LineRow:
    """Somebody waiting. ``late`` when the wait is over the office's promise."""

    code: str
    label: str
    service: str
    priority: str
    waited: str
    late: bool


@dataclass(frozen=True, slots=True)
class AsideRow:
    """A held or missed ticket that may be brought back."""

    code: str
    label: str
    service: str
    status: str
    lit: bool
    pending: bool


@dataclass(frozen=True, slots=True)
class DeskRow:
    """Another desk in brief."""

    code: str
    desk: str
    label: str
    status: str
    open: bool


@dataclass(frozen=True, slots=True)
class PickRow:
    """A line of a list one picks from. ``mark`` is a short key or number in front."""

    code: str
    mark: str
    name: str
    detail: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class LoginScreen:
    """Who am I and where do I sit. ``explanation`` says why the work page was left."""

    explanation: str = ""
    clerk: str = ""
    desk: str = ""
    accept: str = ""
    lit: bool = False
    pending: bool = False
    clerks: tuple[PickRow, ...] = ()
    desks: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DialogScreen:
    """A question over the page; ``kind`` is empty when there is none.

    ``instant`` questions are answered by the tap on a choice itself.
    """

    kind: str = ""
    title: str = ""
    text: str = ""
    accept: str = ""
    lit: bool = False
    instant: bool = False
    choices: tuple[PickRow, ...] = ()
    services: tuple[PickRow, ...] = ()
    minutes: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything visible. ``page`` is blank, login or work."""

    page: str = "blank"
    head: HeadScreen = field(default_factory=HeadScreen)
    hand: HandScreen = field(default_factory=HandScreen)
    next: NextScreen = field(default_factory=NextScreen)
    login: LoginScreen = field(default_factory=LoginScreen)
    dialog: DialogScreen = field(default_factory=DialogScreen)
    actions: tuple[ActionRow, ...] = ()
    line: tuple[LineRow, ...] = ()
    aside: tuple[AsideRow, ...] = ()
    desks: tuple[DeskRow, ...] = ()
