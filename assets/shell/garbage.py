"""Runs Python's garbage collection in the windows' thread only.

Python collects in whatever thread happens to allocate. In the link's thread that may destroy a
QObject of the windows, and Qt crashes ("Timers cannot be stopped from another thread" is the mild
form). So an app with windows turns automatic collection off and collects itself, by Python's own
thresholds, when its event loop is idle.
"""

import gc
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer

LOOK_MS: Final = 500
_TIMER: Final = "garbage"


def collect_in_this_thread(app: QCoreApplication) -> None:
    """From now on garbage is collected by a timer of ``app``, so in its thread. Once is enough."""
    gc.disable()
    if app.findChild(QTimer, _TIMER) is None:
        timer = QTimer(app, interval=LOOK_MS)
        timer.setObjectName(_TIMER)
        timer.timeout.connect(collect_what_is_due)
        timer.start()


def collect_what_is_due() -> None:
    """Collect the oldest generation that has passed Python's own threshold, if one has."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
