"""What the kiosk knows of the world, and the few questions every page asks of it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from kiosk.offline.wishes import OfflineState
from kiosk.presenter.catalogue import Catalogue
from kiosk.presenter.screen import Wait
from server.protocol.office import OfficeInfo
from server.protocol.views import KioskView, ServiceLoad, WaitRange

LIVE: Final = "live"
WEEKDAYS: Final = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "km": ("ថ្ងៃចន្ទ", "ថ្ងៃអង្គារ", "ថ្ងៃពុធ", "ថ្ងៃព្រហស្បតិ៍", "ថ្ងៃសុក្រ", "ថ្ងៃសៅរ៍", "ថ្ងៃអាទិត្យ"),
}


@dataclass(frozen=True)
class Situation:
    """What the kiosk knows of the world. ``catalogue`` is ``None`` until an office was heard of.

    ``connection`` is the link's word; ``languages`` are those there are words for, by code, each
    under its own name; ``clips`` are what can be said aloud; ``offline`` how many numbers this
    kiosk could give by itself.
    """

    catalogue: Catalogue | None = None
    view: KioskView | None = None
    connection: str = "connecting"
    offline: OfflineState = field(default_factory=OfflineState)
    languages: Mapping[str, str] = field(default_factory=lambda: {"vi": "Tiếng Việt"})
    clips: frozenset[str] = frozenset()

    @property
    def is_live(self) -> bool:
        """Whether what the view says is true now."""
        return self.connection == LIVE


def load_of(view: KioskView | None, service: str) -> ServiceLoad | None:
    """How busy a service is, where the view says so."""
    return next((load for load in view.services if load.service == service), None) if view else None


def wait_of(wait: WaitRange | None, served: bool = True) -> Wait:
    """A range as the code and numbers the screen has words for."""
    if wait is None:
        return Wait("unknown" if served else "unserved")
    if wait.high_min <= 0:
        return Wait("none")
    if wait.low_min <= 0:
        return Wait("up_to", 0, wait.high_min)
    kind = "about" if wait.low_min >= wait.high_min else "range"
    return Wait(kind, wait.low_min, wait.high_min)


def date_words(day: datetime, language: str) -> str:
    """A day as people write it: ``Thứ Hai, 23/11/2026``."""
    return f"{WEEKDAYS.get(language, WEEKDAYS['vi'])[day.weekday()]}, {day:%d/%m/%Y}"


def said(office: OfficeInfo, moment: str, language: str) -> str:
    """The office's own Vietnamese sentence for ``moment``; empty where the kiosk's own serves."""
    words = office.phrases.get(moment, "") if language == "vi" else ""
    return words.replace("{hours}", "; ".join(office.hours))
