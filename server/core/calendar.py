"""The office's day: in its own time zone, never in UTC and never in the server's.

A peer's day turned over at 07:00 because it asked UTC (reference/peers.md).
"""

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from server.core.rules import Rules


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def business_day(at: datetime, zone: str) -> str:
    """The office's date at this moment, ISO: the name of the day's stream."""
    return at.astimezone(_zone(zone)).date().isoformat()


def kiosk_is_open(rules: Rules, at: datetime) -> bool:
    """Whether numbers are given: from the lead before the first session to the last closing."""
    local = at.astimezone(_zone(rules.zone))
    today = [session for session in rules.sessions if session.weekday == local.weekday()]
    if not today:
        return False
    minute = local.hour * 60 + local.minute
    opens = min(session.opens_min for session in today) - rules.kiosk_lead_min
    return opens <= minute < max(session.closes_min for session in today)
