"""Letters, digits and desk numbers in English. Pure."""

from collections.abc import Iterable
from typing import Final

DIGITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = (
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip


def read_number(number: int) -> str:
    """``number`` (0 to 99) in English words; raises ``ValueError`` outside."""
    if not 0 <= number <= 99:
        raise ValueError(number)
    tens, unit = divmod(number, 10)
    if tens == 0:
        return DIGITS[unit]
    if tens == 1:
        return _TEENS[unit]
    return f"{_TENS[tens]}-{DIGITS[unit]}" if unit else _TENS[tens]


def read_digits(digits: Iterable[str]) -> str:
    """Each digit by its name: "027" is "zero two seven"."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def read_prefix(prefix: str) -> str:
    """Letters as they are written, digits by their names: "A1" is "A one"."""
    return " ".join(DIGITS[int(sign)] if sign.isdecimal() else sign for sign in prefix)
