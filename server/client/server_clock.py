"""The office's time at a client, carried on by the machine's monotonic clock alone."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from server.protocol.messages import Welcome


def office_zone(welcome: Welcome) -> tzinfo | None:
    """The office's time zone; the fixed offset of the greeting's moment when this machine
    lacks it.
    """
    try:
        return ZoneInfo(welcome.office.zone)
    except (ZoneInfoNotFoundError, ValueError):
        return welcome.at.tzinfo


@dataclass(frozen=True, slots=True)
class ServerClock:
    """The office's time, carried on from one reading by this machine's monotonic clock.

    ``at`` is what the server said at monotonic second ``read_s``; ``rate`` is seconds of office
    time a real second.
    """

    at: datetime
    rate: float
    read_s: float

    @classmethod
    def read(cls, welcome: Welcome, now_s: float) -> "ServerClock":
        """The clock of a greeting that came at ``now_s``, in the office's zone."""
        return cls(welcome.at.astimezone(office_zone(welcome)), welcome.clock_rate, now_s)

    def now(self, now_s: float) -> datetime:
        """The office's time at monotonic second ``now_s``, aware."""
        passed = timedelta(seconds=(now_s - self.read_s) * self.rate)
        return (self.at.astimezone(UTC) + passed).astimezone(self.at.tzinfo)
