"""What the voice says for a label and a desk, checked against the texts of the shipped clips."""

import json
from typing import Any

import pytest

from assets import VOICE
from assets.languages.language import language_of
from assets.voicebank.units import EN, VI, made_of, text_of, voiced
from assets.voicebank.vietnamese import read_digits, read_number
from display.voice.speech import say, utter

BANK = VOICE / "vi-provisional"
MANIFEST: dict[str, Any] = json.loads((BANK / "manifest.json").read_text(encoding="utf-8"))
TEXTS: dict[str, str] = {unit["id"]: unit["text"] for unit in MANIFEST["units"]}


@pytest.mark.parametrize(
    ("label", "clip", "recall_count", "units"),
    [
        ("H 012", "desk_9", 0, ("call_H", "num_012", "desk_9")),
        ("H 012", "desk_9", 1, ("recall_H", "num_012", "desk_9")),
        ("6 027", "desk_9", 0, ("ph_moi", "digit_6", "num_027", "desk_9")),
        ("6 027", "desk_9", 2, ("ph_nhac", "digit_6", "num_027", "desk_9")),
        ("03 045", "desk_24", 0, ("ph_moi", "digit_0", "digit_3", "num_045", "desk_24")),
        ("027", "desk_1", 0, ("ph_moi", "num_027", "desk_1")),
        ("6 1027", "desk_1", 0, ("ph_moi", *(f"digit_{d}" for d in "61027"), "desk_1")),
        ("6 7", "desk_guide", 0, ("ph_moi", "digit_6", "digit_7", "desk_guide")),
        ("A1 005", "desk_result", 0, ("call_A", "digit_1", "num_005", "desk_result")),
        ("6 027", "desk_0", 0, ("ph_moi", "digit_6", "num_027", "ph_den_quay", "digit_0")),
        ("6 027", "desk_105", 0, ("ph_moi", "digit_6", "num_027", "ph_den_quay", "digit_1",
                                  "digit_0", "digit_5")),
        ("6 027", "own_tax_desk", 0, ("ph_moi", "digit_6", "num_027", "own_tax_desk")),
        ("6 027", "", 0, ("ph_moi", "digit_6", "num_027")),
    ],
)  # fmt: skip
def test_a_label_and_a_desk_become_clips_in_the_order_they_are_heard(
    label: str, clip: str, recall_count: int, units: tuple[str, ...]
) -> None:
    """Prefix, number, desk; digit prefixes one by one; numbers of three figures as one clip."""
    assert utter(label, clip, recall_count).units == units


def test_a_prefix_of_several_letters_is_said_letter_by_letter() -> None:
    """Its first with the opening, in one breath; the others by their names."""
    called = utter("TP 012", "desk_1")
    assert called.units == ("call_T", "letter_P", "num_012", "desk_1")
    assert called.text.startswith("Kính mời công dân có số tê pê, không một hai")
    assert utter("HS2 012", "", 1).units == ("recall_H", "letter_S", "digit_2", "num_012")


def test_a_label_that_is_none_is_not_guessed_at() -> None:
    """Signs without a name are left out; the screen shows them."""
    assert utter("đ 012", "desk_1").units == ("ph_moi", "num_012", "desk_1")
    assert utter("A ?", "desk_1").units == ("call_A", "desk_1")


def test_english_follows_vietnamese_when_the_ticket_asks_for_it() -> None:
    """The whole call again, with its own caption; Vietnamese is always first."""
    called = utter("H 012", "desk_9", 0, "en")
    assert [sentence.language for sentence in called.sentences] == [VI, EN]
    assert called.sentences[1].phrases == (("call_H", "num_012"), ("desk_9",))
    assert called.translated == "Number H 012, please go to counter 9."
    assert utter("H 012", "desk_guide", 1, "en").translated == (
        "We repeat: number H 012, please go to the information counter."
    )


def test_khmer_is_written_and_not_spoken() -> None:
    """There is no voice; label and desk stand in the sentence."""
    called = utter("H 012", "desk_9", 0, "km")
    assert [sentence.language for sentence in called.sentences] == [VI]
    assert "H 012" in called.translated
    assert called.translated.endswith("9")
    assert utter("H 012", "desk_guide", 0, "km").translated == ""


@pytest.mark.parametrize("language", ["", "vi", "th"])
def test_any_other_language_is_called_in_vietnamese(language: str) -> None:
    """Nothing is added that nobody can say."""
    assert utter("H 012", "desk_9", 0, language) == utter("H 012", "desk_9")


def test_a_whole_sentence_is_one_unit_with_its_words() -> None:
    """Welcome, apology, closing: spoken and captioned from the same text."""
    apology = say("ph_xinloi")
    assert apology.units == ("ph_xinloi",)
    assert apology.text == apology.caption == TEXTS["ph_xinloi"]


def test_the_way_to_the_desk_is_a_phrase_of_its_own() -> None:
    """The longer rest falls between number and desk, not inside the number."""
    assert utter("6 027", "desk_9").sentences[0].phrases == (
        ("ph_moi", "digit_6", "num_027"),
        ("desk_9",),
    )


@pytest.mark.parametrize(
    ("label", "clip", "recall_count", "text"),
    [
        ("H 012", "desk_9", 0, "Kính mời công dân có số hát, không một hai đến quầy số chín."),
        ("6 027", "desk_21", 0,
         "Kính mời công dân có số sáu, không hai bảy đến quầy số hai mươi mốt."),
        ("03 045", "desk_guide", 1,
         "Xin nhắc lại, kính mời số không ba, không bốn năm đến quầy hướng dẫn."),
    ],
)  # fmt: skip
def test_the_sentence_is_the_polite_one_of_the_office(
    label: str, clip: str, recall_count: int, text: str
) -> None:
    """Call and recall sentences of domain.md C3, in words."""
    assert utter(label, clip, recall_count).text == text


def test_the_caption_keeps_figures() -> None:
    """Somebody who cannot hear finds the label and the desk at a glance."""
    assert utter("6 027", "desk_9").caption == "Kính mời công dân có số 6 027 đến quầy số 9."
    assert utter("6 027", "desk_result", 1).caption == (
        "Xin nhắc lại, kính mời số 6 027 đến quầy trả kết quả."
    )


def test_the_words_are_those_the_clips_were_spoken_from() -> None:
    """Our reading agrees with the text of every desk, number and letter clip of the bank."""
    differing = {"ph_den_huongdan", "ph_den_traketqua", "ph_moi_huongdan", "ph_so_la"}
    for unit, text in TEXTS.items():
        assert text_of(unit, VI) == text or unit in differing, unit
    for desk in range(1, 100):
        assert f"đến quầy số {read_number(desk)}" == TEXTS[f"desk_{desk}"]
    for number in range(1000):
        assert read_digits(f"{number:03}") == TEXTS[f"num_{number:03}"]
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        for opening, count in (("call", 0), ("recall", 1)):
            spoken = utter(f"{letter} 027", "", count).text
            assert spoken == TEXTS[f"{opening}_{letter}"] + ", không hai bảy."


@pytest.mark.parametrize("label", ["H 012", "6 027", "03 045", "6 1027", "6 7", "TP 001", "000"])
@pytest.mark.parametrize("clip", ["desk_0", "desk_1", "desk_99", "desk_100", "desk_guide",
                                  "desk_result"])  # fmt: skip
@pytest.mark.parametrize("recall_count", [0, 1])
def test_every_unit_asked_for_is_in_the_shipped_banks(
    label: str, clip: str, recall_count: int
) -> None:
    """No announcement of an ordinary office needs a recording that is not there."""
    for sentence in utter(label, clip, recall_count, EN).sentences:
        for unit in sentence.units:
            parts = (unit,) if _is_shipped(unit, sentence.language) else made_of(unit)
            assert parts, unit
            assert all(_is_shipped(part, sentence.language) for part in parts), unit


def _is_shipped(unit: str, language: str) -> bool:
    return (VOICE / f"{language}-provisional" / f"{unit}.opus").is_file()


def test_what_is_made_of_smaller_units_says_the_same() -> None:
    """A bank of few recordings speaks the very words of a bank of many, desks from ten apart."""
    for language in voiced():
        for unit in ("call_H", "recall_Q", "num_027", "num_900", "desk_9"):
            parts = " ".join(text_of(part, language) for part in made_of(unit))
            assert parts == text_of(unit, language)
    assert made_of("desk_21") == ("ph_den_quay", "digit_2", "digit_1")
    assert made_of("digit_2") == made_of("ph_moi") == made_of("own_recording") == ()


def test_both_languages_have_the_same_phrases() -> None:
    """And every text is there."""
    assert voiced() == (VI, EN)
    assert language_of(VI).phrases.keys() == language_of(EN).phrases.keys()
    assert all(text for language in voiced() for text in language_of(language).phrases.values())
    assert text_of("no_such_unit", VI) == ""
