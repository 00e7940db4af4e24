"""Which PINs are refused, and how long wrong tries lock one."""

import pytest

from server.store.clerks import lock_s
from server.store.pins import hashed, is_weak, matches, temporary_pin


@pytest.mark.parametrize(
    "pin",
    [
        *("", "1", "123", "1234567890123", "12a4", "١٢٣٤"),
        *("0000", "7777", "1234", "4321", "7890", "2468", "6868", "123123", "1221", "2580"),
        *("1985", "2001", "2312", "0102", "230685", "081990", "23061985"),
    ],
)
def test_what_a_colleague_would_guess_is_refused(pin: str) -> None:
    """Too short, repeats, rows, keypad lines, years, birthdays, foreign digits."""
    assert is_weak(pin)


@pytest.mark.parametrize("pin", ["5083", "7416", "6307", "904618", "38204751"])
def test_an_ordinary_pin_is_taken(pin: str) -> None:
    """Most of the ten thousand are."""
    assert not is_weak(pin)


def test_most_pins_of_four_digits_remain() -> None:
    """A rule that refused every second PIN would only make people write theirs down."""
    weak_count = sum(is_weak(f"{number:04}") for number in range(10_000))
    assert weak_count < 1000


def test_a_temporary_pin_has_six_digits_and_is_not_weak() -> None:
    """And is another one each time."""
    pins = {temporary_pin() for _ in range(50)}
    assert len(pins) > 45
    assert all(len(pin) == 6 and not is_weak(pin) for pin in pins)


def test_what_is_kept_is_argon2_with_a_salt() -> None:
    """The same PIN of two clerks looks different; only the right one matches."""
    one, two = hashed("5083"), hashed("5083")
    assert one != two
    assert one.startswith("$argon2id$")
    assert "5083" not in one.rpartition("$")[0]
    assert matches(one, "5083")
    assert not matches(one, "5084")


def test_locks_grow_from_a_minute_to_an_hour() -> None:
    """Five tries are free of charge; no number of tries locks longer than an hour."""
    assert [lock_s(tries) for tries in (0, 4, 5, 6, 7, 10, 11, 12, 10_000)] == [
        *(0, 0, 60, 120, 240, 1920, 3600, 3600, 3600)
    ]
