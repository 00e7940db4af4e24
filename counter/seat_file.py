"""Remembers on this machine who sat where, so that a restart finds the desk again."""

import json
from pathlib import Path

from counter.situation import Seat


class SeatFile:
    """One small file in the app's state folder."""

    def __init__(self, folder: Path | None) -> None:
        """``None`` remembers nothing."""
        self._path = folder / "seat.json" if folder else None

    def load(self) -> Seat | None:
        """The seat of the last run; ``None`` when there is none or it cannot be read."""
        if self._path is None:
            return None
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            return Seat(counter=str(kept["counter"]), clerk=str(kept["clerk"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def save(self, seat: Seat | None) -> None:
        """Keep ``seat``, or forget. A full or locked disk must not stop the clerk's work."""
        if self._path is None:
            return
        try:
            if seat is None:
                self._path.unlink(missing_ok=True)
                return
            self._path.parent.mkdir(parents=True, exist_ok=True)
            kept = {"counter": seat.counter, "clerk": seat.clerk}
            self._path.write_text(json.dumps(kept), encoding="utf-8")
        except OSError:
            return
