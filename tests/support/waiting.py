"""Wait for what is meant, with a time-out, instead of for a while or for what comes next."""

import asyncio
import time
from collections.abc import Callable

WITHIN_S = 20.0
"""How long a condition may take on a machine that is busy with other things."""
_LOOK_S = 0.01


def until(holds: Callable[[], object], within_s: float = WITHIN_S, what: str = "") -> None:
    """Return once ``holds`` says yes. Raises ``TimeoutError``, with ``what`` was waited for."""
    give_up_at = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > give_up_at:
            raise TimeoutError(_complaint(within_s, what))
        time.sleep(_LOOK_S)


async def soon(holds: Callable[[], object], within_s: float = WITHIN_S, what: str = "") -> None:
    """The same, while the event loop goes on. Raises ``TimeoutError``."""
    give_up_at = time.monotonic() + within_s
    while not holds():
        if time.monotonic() > give_up_at:
            raise TimeoutError(_complaint(within_s, what))
        await asyncio.sleep(_LOOK_S)


def _complaint(within_s: float, what: str) -> str:
    return f"not within {within_s:g} s: {what or 'what was waited for'}"
