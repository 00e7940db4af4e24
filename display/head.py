"""The head that all screens share: office, time, and whether the screen is up to date. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from server.protocol.office import OfficeInfo
from server.words.times import clock, date_words

GRACE_S: Final = 3.0
"""A connection lost for a shorter time shows no banner."""

_FINAL: Final = ("incompatible", "refused")
_BREAKS: Final = ("connecting", "lost")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a screen. ``connection`` is empty while it needs no banner.

    ``note`` goes with a broken connection; ``is_stale`` dims what may be out of date.
    """

    unit: str = ""
    name: str = ""
    clock: str = ""
    date: str = ""
    connection: str = ""
    note: str = ""
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """The link's state, and for how many seconds it has been that."""

    word: str = "connecting"
    since_s: float = 0.0

    @property
    def shown(self) -> str:
        """The state to show a banner for; empty for no banner."""
        if self.word in _FINAL:
            return self.word
        return self.word if self.word in _BREAKS and self.since_s >= GRACE_S else ""


def head(
    office: OfficeInfo | None, view_at: datetime | None, now: datetime, connection: ConnectionState
) -> Head:
    """``view_at`` is the moment of the shown view; ``None`` when there is none."""
    shown = connection.shown
    return Head(
        unit=office.unit if office else "",
        name=office.name if office else "Đến Lượt",
        clock=clock(now),
        date=date_words(now),
        connection=shown,
        note=_note(view_at, now) if shown in _BREAKS else "",
        is_stale=bool(shown) and view_at is not None,
    )


def _note(view_at: datetime | None, now: datetime) -> str:
    if view_at is None:
        return ""
    seen_at = view_at.astimezone(now.tzinfo)
    if seen_at.date() == now.date():
        return f"Dữ liệu lúc {clock(seen_at)}."
    return f"Dữ liệu lúc {clock(seen_at)} ngày {seen_at:%d/%m/%Y}."
