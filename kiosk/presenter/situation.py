"""What the kiosk knows beside the visit, and what every page asks of it. Pure."""

from dataclasses import dataclass, field
from typing import Final

from assets.languages.language import SOURCE
from kiosk.offline.wishes import OfflineState
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.screen import WaitTime
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView, ServiceLoad, WaitRange

LIVE: Final = "live"


@dataclass(frozen=True)
class Situation:
    """What the kiosk knows of the world. ``catalogue`` is ``None`` until an office was heard of.

    ``connection`` is the link's word; ``languages`` are the codes of those a visit can be made in;
    ``clips`` are what can be said aloud; ``offline`` how many numbers this kiosk could give by
    itself.
    """

    catalogue: Catalogue | None = None
    view: KioskView | None = None
    connection: str = "connecting"
    offline: OfflineState = field(default_factory=OfflineState)
    languages: tuple[str, ...] = (SOURCE,)
    clips: frozenset[str] = frozenset()

    @property
    def is_live(self) -> bool:
        """Whether the view is up to date: the link is live."""
        return self.connection == LIVE


def load_of(view: KioskView | None, service: str) -> ServiceLoad | None:
    """How busy a service is, where the view says so."""
    return next((load for load in view.services if load.service == service), None) if view else None


def wait_of(wait: WaitRange | None, served: bool = True) -> WaitTime:
    """A wait range as the screen's code and minutes."""
    if wait is None:
        return WaitTime("unknown" if served else "unserved")
    if wait.high_min <= 0:
        return WaitTime("none")
    if wait.low_min <= 0:
        return WaitTime("up_to", 0, wait.high_min)
    kind = "about" if wait.low_min >= wait.high_min else "range"
    return WaitTime(kind, wait.low_min, wait.high_min)


def said(office: OfficeInfo, moment: str, language: str) -> str:
    """The office's own Vietnamese sentence for ``moment``; empty where the kiosk's own serves."""
    words = office.phrases.get(moment, "") if language == SOURCE else ""
    return words.replace("{hours}", "; ".join(office.hours))
