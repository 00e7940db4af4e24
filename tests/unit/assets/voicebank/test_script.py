"""What an office is asked to record."""

from assets.languages.language import language_of
from assets.voicebank.script import ANY_DESKS, lines, script
from assets.voicebank.units import EN, VI, made_of, text_of, voiced
from display.voice.speech import utter


def units(language: str, *, essential: bool, prefixes: str = "", desks: str = "") -> set[str]:
    """The units of the script for prefixes and desks given as words."""
    prompts = script(language, prefixes.split(), desks.split()) if desks else script(language)
    return {each.unit for each in prompts if each.is_essential is essential}


def test_the_essential_lines_say_every_call_of_the_office() -> None:
    """Any label with its prefixes, to any of its desks, call or reminder, without other clips."""
    prefixes, desks = ("6", "H", "TP", "A1"), ("desk_1", "desk_21", "desk_guide")
    for language in voiced():
        there = units(language, essential=True, prefixes=" ".join(prefixes), desks=" ".join(desks))
        for prefix in prefixes:
            for number in ("000", "198", "1027", "7"):
                for desk in desks:
                    for recalls in (0, 1):
                        call = utter(f"{prefix} {number}", desk, recalls, language)
                        for unit in call.sentences[-1].units:
                            assert unit in there or there.issuperset(made_of(unit) or "?"), unit


def test_only_what_the_office_needs_is_asked_for() -> None:
    """An office with digits as prefixes records no letters; each line once."""
    essential = units(VI, essential=True, prefixes="1 2", desks="desk_1 desk_2 desk_2")
    assert essential == {
        "ph_moi",
        "ph_nhac",
        "desk_1",
        "desk_2",
        *(f"digit_{d}" for d in range(10)),
    }
    better = units(VI, essential=False, prefixes="1 H", desks="desk_1")
    assert {"call_H", "recall_H", "ph_xinloi", "ph_hetgio", "ph_chao", "ph_antoan"} <= better
    assert "call_1" not in better


def test_without_an_office_everything_is_asked_for() -> None:
    """All letters, all desks: about two hundred lines."""
    prompts = script(VI)
    assert len({each.unit for each in prompts}) == len(prompts)
    assert {*ANY_DESKS, "letter_A", "letter_Z"} <= units(VI, essential=True)
    aloud = language_of(VI).read_aloud.keys()
    assert aloud <= units(VI, essential=False)
    assert not aloud & units(EN, essential=False)


def test_every_line_has_words_and_a_hint() -> None:
    """And the words are those the voice is thought to say."""
    for language in voiced():
        for prompt in script(language):
            assert prompt.text
            assert prompt.text == text_of(prompt.unit, language)
            assert prompt.hint


def test_the_printed_script_names_file_words_and_what_must_be_there() -> None:
    """Advice first; a star for what must be there."""
    printed = list(lines(VI, script(VI, ["H"], ["desk_9"])))
    assert "Phòng yên tĩnh" in printed[0]
    assert any("* desk_9.wav" in line and "đến quầy số chín" in line for line in printed)
    assert any("  call_H.wav" in line and "* call_H" not in line for line in printed)
