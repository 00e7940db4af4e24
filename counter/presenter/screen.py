"""What the counter app shows at one moment, as frozen values: words, never colours."""

from dataclasses import dataclass, field

from counter.situation.situation import CounterPage


@dataclass(frozen=True, slots=True)
class HeadScreen:
    """The head of the window. ``note`` is the line that answers a press or a refusal.

    ``undo`` names what can be undone now, empty when nothing can; ``undo_left`` is the time left.
    ``mean`` is the clerk's mean service time today. ``issues`` and ``steers``: the pages of helpers
    and supervisors are open to this clerk.
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
    mean: str = ""
    leave: bool = False
    undo: str = ""
    undo_left: str = ""
    training: bool = False
    issues: bool = False
    steers: bool = False


@dataclass(frozen=True, slots=True)
class HandScreen:
    """The ticket in hand, or what is shown instead.

    ``stage`` is one of empty, idle, called, serving, paused. ``pending``: the server has not
    answered yet. ``share`` is the part of the usual time already used, 0 to 1, negative when
    nothing is measured. ``tone`` is calm or long. ``code`` is the ticket's id. ``nudge``: people
    wait and this desk should call. ``glyph`` stands before the last line: something to say, a rest,
    or the day's motto. ``paper`` says that there is none.
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
    code: str = ""
    pending: bool = False
    nudge: bool = False
    glyph: str = "speaker"
    paper: str = ""


@dataclass(frozen=True, slots=True)
class NextScreen:
    """Who comes when *Gọi tiếp* is pressed; ``label`` is empty when nobody waits."""

    code: str = ""
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
    lit: bool = True


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A step of a ticket's story; ``detail`` tells who was called before it."""

    code: str
    clock: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One of the desk's services: how many wait and how long it takes."""

    code: str
    service: str
    waiting: str
    wait: str


@dataclass(frozen=True, slots=True)
class PapersScreen:
    """The procedure of the ticket in hand. ``told`` is how many papers are ticked off.

    ``code`` is the ticket's id, empty without a ticket; ``done`` offers the outcomes.
    """

    code: str = ""
    title: str = ""
    facts: str = ""
    told: str = ""
    done: bool = False
    papers: tuple[PickRow, ...] = ()
    tags: tuple[PickRow, ...] = ()
    outcomes: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueScreen:
    """Issuing a ticket for somebody. ``work`` is what was chosen, ``warning`` why the kiosk's rules
    would refuse it.

    ``label`` is the number given; ``told`` what its owner should hear.
    """

    typed: str = ""
    work: str = ""
    detail: str = ""
    accept: str = ""
    lit: bool = False
    pending: bool = False
    warning: str = ""
    label: str = ""
    told: str = ""
    printing: str = ""
    can_print: bool = False
    found: tuple[PickRow, ...] = ()
    priorities: tuple[PickRow, ...] = ()
    kiosks: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class SteerScreen:
    """A supervisor's desks. ``title`` is the chosen one; ``move`` what it would take to move."""

    title: str = ""
    detail: str = ""
    can_move: bool = False
    move: str = ""
    reset: bool = False
    desks: tuple[PickRow, ...] = ()
    services: tuple[PickRow, ...] = ()
    places: tuple[PickRow, ...] = ()
    steps: tuple[StoryRow, ...] = ()
    story: str = ""


@dataclass(frozen=True, slots=True)
class LoginScreen:
    """The login page. ``explanation`` says why the work page was left.

    ``step`` is name, pin or desk where PINs are asked for, and ``both`` where name and desk are
    chosen side by side. ``digits`` is how many digits were typed; ``pad_note`` what was wrong with
    the last ones; ``open``: digits are taken. ``many``: names are worth searching.
    """

    explanation: str = ""
    clerk: str = ""
    desk: str = ""
    accept: str = ""
    lit: bool = False
    pending: bool = False
    step: str = "both"
    many: bool = False
    sought: str = ""
    title: str = ""
    hint: str = ""
    digits: int = 0
    pad_note: str = ""
    pad_accept: str = ""
    open: bool = False
    can_change: bool = False
    clerks: tuple[PickRow, ...] = ()
    desks: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class DialogScreen:
    """A question over the page; ``kind`` is empty when there is none.

    With ``instant`` the tap on a choice answers the question.
    """

    kind: str = ""
    title: str = ""
    text: str = ""
    accept: str = ""
    lit: bool = False
    instant: bool = False
    courtesy: str = ""
    choices_title: str = ""
    services_title: str = ""
    minutes_title: str = ""
    steps_title: str = ""
    choices: tuple[PickRow, ...] = ()
    services: tuple[PickRow, ...] = ()
    minutes: tuple[PickRow, ...] = ()
    steps: tuple[StoryRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything visible. ``page`` is a ``CounterPage``."""

    page: str = CounterPage.BLANK
    head: HeadScreen = field(default_factory=HeadScreen)
    hand: HandScreen = field(default_factory=HandScreen)
    next: NextScreen = field(default_factory=NextScreen)
    login: LoginScreen = field(default_factory=LoginScreen)
    dialog: DialogScreen = field(default_factory=DialogScreen)
    papers: PapersScreen = field(default_factory=PapersScreen)
    issue: IssueScreen = field(default_factory=IssueScreen)
    steer: SteerScreen = field(default_factory=SteerScreen)
    loads: tuple[LoadRow, ...] = ()
    actions: tuple[ActionRow, ...] = ()
    line: tuple[LineRow, ...] = ()
    aside: tuple[AsideRow, ...] = ()
    desks: tuple[DeskRow, ...] = ()
