"""What the page "Điều hành" shows, as plain frozen values: words, never colours."""

from dataclasses import dataclass, field

from counter.presenter.screen import PickRow


@dataclass(frozen=True, slots=True)
class AlertLine:
    """An alert in the list. ``tone`` is alarm, caution, taken (somebody sees to it) or past."""

    code: str
    words: str
    detail: str
    tone: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class NoticeLine:
    """A notice on the displays now."""

    code: str
    words: str
    until: str
    urgent: bool
    lit: bool


@dataclass(frozen=True, slots=True)
class BannerScreen:
    """The line above the clerk's own work: an alert without an owner; empty when there is none."""

    text: str = ""
    code: str = ""
    tone: str = "caution"


@dataclass(frozen=True, slots=True)
class AlertPane:
    """The chosen alert. ``take`` is the text of the button that takes it; empty when it cannot be
    taken.

    ``asks_cause``: people wait, and may be told why. ``owned``: it can be ended with an outcome.
    """

    title: str = ""
    detail: str = ""
    owner: str = ""
    tone: str = "caution"
    asks_cause: bool = False
    take: str = ""
    can_take: bool = False
    owned: bool = False
    can_finish: bool = False
    nothing: str = ""
    rows: tuple[AlertLine, ...] = ()
    causes: tuple[PickRow, ...] = ()
    outcomes: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ServicePane:
    """The chosen service. ``told`` is what citizens read while it gives no numbers."""

    title: str = ""
    detail: str = ""
    told: str = ""
    paused: bool = False
    accept: str = ""
    can: bool = False
    rows: tuple[PickRow, ...] = ()
    causes: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class NoticePane:
    """A notice being written. ``left`` says how much room there is; ``words`` is what was typed."""

    words: str = ""
    left: str = ""
    accept: str = ""
    can_post: bool = False
    urgent: bool = False
    rows: tuple[NoticeLine, ...] = ()
    minutes: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class TrialPane:
    """What one more service at a desk would do. ``result`` is the answer, in one sentence."""

    question: str = ""
    can_ask: bool = False
    pending: bool = False
    result: str = ""
    detail: str = ""
    desks: tuple[PickRow, ...] = ()
    services: tuple[PickRow, ...] = ()


@dataclass(frozen=True, slots=True)
class EndPane:
    """The end of the day. ``block`` says why it cannot be now; ``asking``: the second step."""

    waiting: str = ""
    desks: str = ""
    block: str = ""
    asking: bool = False
    can: bool = False
    over: bool = False


@dataclass(frozen=True, slots=True)
class OversightScreen:
    """The whole page; ``count`` is how many alerts have no owner."""

    tab: str = ""
    count: str = ""
    paused: str = ""
    posted: str = ""
    banner: BannerScreen = field(default_factory=BannerScreen)
    alert: AlertPane = field(default_factory=AlertPane)
    service: ServicePane = field(default_factory=ServicePane)
    notice: NoticePane = field(default_factory=NoticePane)
    trial: TrialPane = field(default_factory=TrialPane)
    end: EndPane = field(default_factory=EndPane)
