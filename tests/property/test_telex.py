"""Every syllable of the catalogue can be typed, and nothing that is typed is lost."""

import re
import unicodedata
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

import assets
from kiosk.keyboard.syllable import NUCLEI, ONSETS
from kiosk.keyboard.telex import BREVE, CIRCUMFLEX, HORN, TONES, Typed, compose, erase, press

TONE_KEYS = {mark: key for key, mark in TONES.items()}
MARK_KEYS = {CIRCUMFLEX: "", BREVE: "w", HORN: "w"}
# Where the sources put the tone of an open oa, oe, uy by the older rule.
TONE = "[\u0300\u0301\u0303\u0309\u0323]"
OLDER = re.compile(f"([oO](?={TONE}[ae]$)|(?<![qQ])[uU](?={TONE}y$))({TONE})([aey])")


def syllables() -> list[str]:
    """All accented words of the catalogue and the offices, composed."""
    texts = [path.read_text("utf-8") for path in sorted(assets.OFFICES.iterdir())]
    words = set(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", " ".join(texts))))
    return sorted(w for w in words if not w.isascii() and (w.istitle() or w.islower()))


def modern(word: str) -> str:
    """The word with its tone by the modern rule: ``hòa`` is ``hoà``."""
    moved = OLDER.sub(r"\1\3\2", unicodedata.normalize("NFD", word))
    return unicodedata.normalize("NFC", moved)


def keys_of(word: str, tone_last: bool = True) -> str:
    """How the word is typed: hat by doubling, horn and breve by w, the tone last or at once."""
    keys, tone = "", ""
    for letter in unicodedata.normalize("NFC", word):
        if letter in "đĐ":
            keys += "dd" if letter == "đ" else "Dd"
            continue
        base, *marks = list(unicodedata.normalize("NFD", letter))
        keys += base
        for mark in marks:
            if mark in MARK_KEYS:
                keys += MARK_KEYS[mark] or base
        tone += "".join(TONE_KEYS.get(mark, "") for mark in marks)
        if tone and not tone_last:
            keys, tone = keys + tone, ""
    return keys + tone


WORDS = syllables()


def test_the_list_is_long() -> None:
    """What the two tests below say is said of many words."""
    assert len(WORDS) > 600


def test_every_syllable_comes_back_from_its_keys() -> None:
    """With the tone typed last, and with the tone typed right behind its vowel."""
    for word in WORDS:
        assert compose(keys_of(word)) == modern(word), word
        assert compose(keys_of(word, tone_last=False)) == modern(word), word


def test_every_syllable_comes_back_from_the_special_keys() -> None:
    """Typed with ă â ê ô ơ ư đ and a tone key, as by somebody who knows no Telex."""
    for word in WORDS:
        box = Typed()
        for letter in ready_made(word):
            box = press(box, letter)
        assert box.text == modern(word), word


def ready_made(word: str) -> Iterator[str]:
    """Marked letters, and at the end the tone."""
    tones = ""
    for letter in word:
        marks = [mark for mark in unicodedata.normalize("NFD", letter) if mark in TONE_KEYS]
        tones += "".join(marks)
        bare = "".join(c for c in unicodedata.normalize("NFD", letter) if c not in TONE_KEYS)
        yield unicodedata.normalize("NFC", bare)
    yield from tones


BACK = "<"
KEYS = st.text("abcdeghiklmnopqrstuvwxyzAD ăâêôơưđ3-" + "".join(TONE_KEYS), max_size=24)


@given(st.text("abcdehioqstuwxâôưđ" + BACK + "".join(TONE_KEYS), max_size=24) | KEYS)
def test_no_keys_break_the_box(keys: str) -> None:
    """Whatever is pressed and erased, the text is composed and ends with the word in the making."""
    box = Typed()
    for key in keys:
        box = erase(box) if key == BACK else press(box, key)
        assert box.text == unicodedata.normalize("NFC", box.text)
        assert box.text.endswith(compose(box.keys))


@given(KEYS)
def test_erasing_empties_the_box_letter_by_letter(keys: str) -> None:
    """As many times as there are letters to see, and never more than one at a time."""
    box = press(Typed(), keys)
    for left in range(len(box.text) - 1, -1, -1):
        box = erase(box)
        assert len(box.text) == left
    assert erase(box) == Typed()


@given(st.sampled_from(WORDS), st.integers(1, 3), st.text("abcdghikmnost", max_size=4))
def test_a_word_erased_halfway_can_be_finished_again(word: str, back: int, more: str) -> None:
    """After erasing, further letters land behind what is left and lose none of it."""
    box = press(Typed(), keys_of(word))
    for _ in range(back):
        box = erase(box)
    again = press(box, more + " ")
    assert len(again.text) >= len(box.text) + 1
    assert again.text.endswith(" ")


@given(st.text("bcdghklmnpqt", min_size=1, max_size=8))
def test_consonants_alone_are_never_changed(letters: str) -> None:
    """Abbreviations such as dkks; only dd becomes the letter it is the sign of."""
    assert (
        compose(letters).replace("đ", "dd").replace("dddd", "ddd").count("d")
        <= letters.count("d") + 1
    )
    assert "d" in letters or compose(letters) == letters


@given(st.sampled_from(sorted(ONSETS)), st.sampled_from(sorted(NUCLEI)), st.sampled_from("sfrxj"))
def test_a_tone_falls_on_exactly_one_letter(onset: str, vowels: str, tone: str) -> None:
    """Of any open syllable, and nothing else changes."""
    plain = press(Typed(), onset + vowels)
    word = unicodedata.normalize("NFD", press(plain, TONES[tone]).text)
    assert word.count(TONES[tone]) == 1
    assert word.replace(TONES[tone], "") == unicodedata.normalize("NFD", plain.text)
