"""The head of a screen: whose office, what time, and how old the picture is."""

from datetime import timedelta

import pytest

from display.head import ConnectionState, head
from tests.support import display_samples as d

WARD = d.office()


@pytest.mark.parametrize(
    ("word", "since_s", "shown", "stale"),
    [
        ("live", 100, "", False),
        ("lost", 1, "", False),
        ("lost", 3, "lost", True),
        ("connecting", 1, "", False),
        ("connecting", 3, "connecting", True),
        ("refused", 0, "refused", True),
        ("incompatible", 0, "incompatible", True),
    ],
)
def test_only_a_break_that_lasts_is_shown(
    word: str, since_s: float, shown: str, stale: bool
) -> None:
    """A blink of the network does not make a banner blink."""
    top = head(WARD, d.NOW, d.NOW, ConnectionState(word, since_s))
    assert (top.connection, top.is_stale) == (shown, stale)


def test_old_data_say_how_old_they_are() -> None:
    """The clock goes on; the banner names the time of the picture, and its day if it is another."""
    lost = ConnectionState("lost", 60)
    top = head(WARD, d.NOW, d.NOW + timedelta(hours=1), lost)
    assert (top.clock, top.note) == ("10:41", "Dữ liệu lúc 09:41.")
    tomorrow = d.NOW + timedelta(days=1)
    assert head(WARD, d.NOW, tomorrow, lost).note == "Dữ liệu lúc 09:41 ngày 23/11/2026."
    assert head(WARD, None, tomorrow, lost).note == ""  # there never was one
