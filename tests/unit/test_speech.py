"""What the voice says for a label and a desk, checked against the texts of the shipped clips."""

import json
from typing import Any

import pytest

from assets import VOICE
from display.speech import read_digits, read_number, utter

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


def test_a_prefix_that_no_clip_can_say_is_left_out_whole() -> None:
    """Half of "TP" would send the people of another line."""
    assert utter("TP 012", "desk_1").units == ("ph_moi", "num_012", "desk_1")


def test_the_way_to_the_desk_is_a_phrase_of_its_own() -> None:
    """The longer rest falls between number and desk, not inside the number."""
    assert utter("6 027", "desk_9").phrases == (("ph_moi", "digit_6", "num_027"), ("desk_9",))


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
    for desk in range(1, 100):
        assert f"đến quầy số {read_number(desk)}" == TEXTS[f"desk_{desk}"]
    for number in range(1000):
        assert read_digits(f"{number:03}") == TEXTS[f"num_{number:03}"]
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        for opening, count in (("call", 0), ("recall", 1)):
            spoken = utter(f"{letter} 027", "", count).text
            assert spoken == TEXTS[f"{opening}_{letter}"] + ", không hai bảy."


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (10, "mười"),
        (15, "mười lăm"),
        (14, "mười bốn"),
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
    assert read_number(number) == words


@pytest.mark.parametrize("number", [-1, 1000])
def test_a_number_outside_three_places_is_refused(number: int) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match=str(number)):
        read_number(number)


@pytest.mark.parametrize("label", ["H 012", "6 027", "03 045", "6 1027", "6 7", "TP 001", "000"])
@pytest.mark.parametrize("clip", ["desk_0", "desk_1", "desk_99", "desk_100", "desk_guide",
                                  "desk_result"])  # fmt: skip
@pytest.mark.parametrize("recall_count", [0, 1])
def test_every_unit_asked_for_is_in_the_shipped_bank(
    label: str, clip: str, recall_count: int
) -> None:
    """No announcement of an ordinary office needs a clip that is not there."""
    for unit in utter(label, clip, recall_count).units:
        assert (BANK / f"{unit}.opus").is_file()
