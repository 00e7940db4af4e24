"""Keeps the seat (clerk and counter) on this machine, so that a restart finds the desk again."""

import json
from pathlib import Path

from counter.situation.situation import Seat


class SeatFile:
    """One small file in the app's state folder: the seat, and after it the desk of this machine."""

    def __init__(self, folder: Path | None) -> None:
        """``None`` remembers nothing."""
        self._path = folder / "seat.json" if folder else None

    def load(self) -> Seat | None:
        """The seat of the last run; ``None`` when the clerk left it, or when it cannot be read."""
        counter, clerk = self._read()
        return Seat(counter=counter, clerk=clerk) if clerk else None

    def last_counter(self) -> str:
        """The desk at which this machine was used last; empty when none is known."""
        return self._read()[0]

    def save(self, seat: Seat | None) -> None:
        """Write ``seat``; ``None`` keeps only the desk. A failing disk is ignored: it must not stop
        the clerk's work.
        """
        if self._path is None:
            return
        counter = seat.counter if seat else self.last_counter()
        kept = {"counter": counter, "clerk": seat.clerk if seat else ""}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(kept), encoding="utf-8")
        except OSError:
            return

    def _read(self) -> tuple[str, str]:
        if self._path is None:
            return "", ""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
            return str(kept["counter"]), str(kept["clerk"])
        except (OSError, ValueError, KeyError, TypeError):
            return "", ""
