"""How letters, digits and numbers are read aloud, in both languages."""

import pytest
from vietnormalizer import VietnameseNormalizer  # type: ignore[import-untyped]  # ships no types

from assets.voicebank import english, vietnamese


def test_every_number_is_read_as_an_independent_reader_reads_it() -> None:
    """0 to 999 against vietnormalizer, which knows mốt, tư, lăm.

    It says the southern "lẻ" for the northern "linh" in the 81 numbers with a missing ten.
    """
    reader = VietnameseNormalizer()
    theirs = [reader.normalize(str(number)) for number in range(1000)]
    ours = [vietnamese.read_number(number) for number in range(1000)]
    assert ours == [words.replace(" lẻ ", " linh ") for words in theirs]
    assert sum(" lẻ " in words for words in theirs) == 81


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (24, "hai mươi tư"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (121, "một trăm hai mươi mốt"),
        (999, "chín trăm chín mươi chín"),
    ],
)
def test_numbers_are_read_the_northern_way(number: int, words: str) -> None:
    """mốt, tư, lăm after tens; linh for a missing ten."""
    assert vietnamese.read_number(number) == words


@pytest.mark.parametrize("number", [-1, 1000])
def test_a_number_outside_three_places_is_refused(number: int) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=str(number)):
        vietnamese.read_number(number)


@pytest.mark.parametrize(
    ("prefix", "vi", "en"),
    [("H", "hát", "H"), ("TP", "tê pê", "T P"), ("A1", "a một", "A one"), ("03", "không ba",
      "zero three")],
)  # fmt: skip
def test_prefixes_are_read_sign_by_sign(prefix: str, vi: str, en: str) -> None:
    """Letters by their names in each language, digits by theirs."""
    assert vietnamese.read_prefix(prefix) == vi
    assert english.read_prefix(prefix) == en


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "zero"), (9, "nine"), (10, "ten"), (13, "thirteen"), (20, "twenty"), (42, "forty-two"),
     (99, "ninety-nine")],
)  # fmt: skip
def test_desks_are_read_as_english_numbers(number: int, words: str) -> None:
    """Hyphens as they are written."""
    assert english.read_number(number) == words


@pytest.mark.parametrize("number", [-1, 100])
def test_an_english_number_outside_two_places_is_refused(number: int) -> None:
    """No desk has it."""
    with pytest.raises(ValueError, match=str(number)):
        english.read_number(number)
