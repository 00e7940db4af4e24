"""Letters, digits and numbers by their Vietnamese names. Pure.

Digits of a ticket are read one by one, zeros included; desks are read as numbers.
"""

from collections.abc import Iterable
from typing import Final

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
LETTERS: Final = {
    "A": "a", "B": "bê", "C": "xê", "D": "đê", "E": "e", "F": "ép phờ", "G": "gờ", "H": "hát",
    "I": "i", "J": "gi", "K": "ca", "L": "e lờ", "M": "em mờ", "N": "en nờ", "O": "o", "P": "pê",
    "Q": "quy", "R": "e rờ", "S": "ét sì", "T": "tê", "U": "u", "V": "vê", "W": "vê kép",
    "X": "ích xì", "Y": "i dài", "Z": "dét",
}  # fmt: skip


def read_number(number: int) -> str:
    """``number`` (0 to 999) in Vietnamese words; raises ``ValueError`` outside."""
    if not 0 <= number <= 999:
        raise ValueError(number)
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return _below_hundred(rest)
    words = f"{DIGITS[hundreds]} trăm"
    if not rest:
        return words
    return f"{words} linh {DIGITS[rest]}" if rest < 10 else f"{words} {_below_hundred(rest)}"


def read_digits(digits: Iterable[str]) -> str:
    """Each digit by its name: "027" is "không hai bảy"."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def read_prefix(prefix: str) -> str:
    """Letters and digits by their names: "TP" is "tê pê", "A1" is "a một"."""
    return " ".join(LETTERS[sign] if sign in LETTERS else DIGITS[int(sign)] for sign in prefix)


def _below_hundred(number: int) -> str:
    tens, unit = divmod(number, 10)
    if tens == 0:
        return DIGITS[unit]
    if tens == 1:
        return " ".join(("mười", *_unit_word(unit, {5: "lăm"})))
    after_tens = {1: "mốt", 4: "tư", 5: "lăm"}
    return " ".join((DIGITS[tens], "mươi", *_unit_word(unit, after_tens)))


def _unit_word(unit: int, changed: dict[int, str]) -> tuple[str, ...]:
    return (changed.get(unit, DIGITS[unit]),) if unit else ()
