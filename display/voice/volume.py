"""How loud the voice is at an hour of the day. Pure."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from server.protocol.office import VolumeInfo

FULL_PERCENT: Final = 100
# Ten decibels less are heard as half as loud.
_DB_A_HALVING: Final = 10.0
_DB_A_DOUBLED_AMPLITUDE: Final = 6.0206


def percent_at(table: Sequence[VolumeInfo], now: datetime) -> int:
    """The volume in force: the last entry before ``now``, over midnight too; full without any."""
    if not table:
        return FULL_PERCENT
    minute = now.hour * 60 + now.minute
    by_time = sorted(table, key=lambda each: each.at_min)
    begun = [each for each in by_time if each.at_min <= minute]
    return (begun or by_time)[-1].percent


def gain(percent: int) -> float:
    """The factor for the samples: 100 % is 1, 50 % is heard as half as loud, 0 % is silence."""
    if percent <= 0:
        return 0.0
    return float((min(percent, FULL_PERCENT) / 100) ** (_DB_A_HALVING / _DB_A_DOUBLED_AMPLITUDE))
