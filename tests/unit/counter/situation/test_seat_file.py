"""The seat kept on this machine."""

from pathlib import Path

from counter.situation.seat_file import SeatFile
from counter.situation.situation import Seat

ME = Seat("q9", "an")


def test_the_seat_survives_a_restart_and_a_broken_file(tmp_path: Path) -> None:
    """What was written is read; rubbish is as good as nothing; no folder remembers nothing."""
    seats = SeatFile(tmp_path / "new")
    assert seats.load() is None
    seats.save(ME)
    assert SeatFile(tmp_path / "new").load() == ME
    (tmp_path / "new" / "seat.json").write_text("[1]", encoding="utf-8")
    assert seats.load() is None
    seats.save(ME)
    seats.save(None)
    assert seats.load() is None
    assert seats.last_counter() == ME.counter, "the desk of this machine is still known"
    SeatFile(None).save(ME)
    assert SeatFile(None).load() is None
