"""A queue from the link's thread to a window that may be busy."""

import threading
from collections import deque
from typing import Final

from server.client.effects import Deliver, StateChanged
from server.protocol.views import CounterView, DisplayView, KioskView, WallView

_VIEWS: Final = (KioskView, CounterView, DisplayView, WallView)


class Mailbox:
    """Effects in order, from one thread to another; a view not yet taken is replaced by a newer
    one.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: deque[Deliver | StateChanged] = deque()
        self._view: Deliver | None = None

    def put(self, effect: Deliver | StateChanged) -> bool:
        """Add an effect; true when the queue was empty, so that the reader must be woken."""
        with self._lock:
            was_empty = not self._waiting
            if isinstance(effect, Deliver) and isinstance(effect.what, _VIEWS):
                self._replace_view(effect)
            self._waiting.append(effect)
            return was_empty

    def take(self) -> Deliver | StateChanged | None:
        """Take out the oldest effect; ``None`` when there is none."""
        with self._lock:
            if not self._waiting:
                return None
            effect = self._waiting.popleft()
            if effect is self._view:
                self._view = None
            return effect

    def _replace_view(self, newer: Deliver) -> None:
        if self._view is not None:
            # By identity: comparing whole views field by field would cost more than showing them.
            self._waiting = deque(one for one in self._waiting if one is not self._view)
        self._view = newer
