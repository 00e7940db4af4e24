"""The Telex composer of the keyboard on the glass."""

import pytest

from kiosk.keyboard.telex import TONES, Typed, compose, erase, press


def typed(keys: str) -> str:
    """What stands in the box after ``keys``, one after the other."""
    box = Typed()
    for key in keys:
        box = press(box, key)
    return box.text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ddawng kys", "đăng ký"),
        ("khai sinh", "khai sinh"),
        ("soor ddor", "sổ đỏ"),
        ("cawn cuwowcs", "căn cước"),
        ("giaays pheps xaay duwngj", "giấy phép xây dựng"),
        ("nghiax vuj quaan suwj", "nghĩa vụ quân sự"),
        ("hooj khaaur", "hộ khẩu"),
        ("DDawng Kys", "Đăng Ký"),
    ],
)
def test_keys_become_what_telex_says(keys: str, text: str) -> None:
    """Word by word, each finished by a space."""
    assert typed(keys) == text


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("hoaf", "hoà"),
        ("thuys", "thuý"),
        ("khoer", "khoẻ"),
        ("hoanf", "hoàn"),
        ("hoaij", "hoại"),
        ("muaf", "mùa"),
        ("mias", "mía"),
        ("khuyur", "khuỷu"),
        ("nguwowif", "người"),
        ("ruwowuj", "rượu"),
        ("khuyeens", "khuyến"),
        ("ngoafi", "ngoài"),
        ("thuowr", "thuở"),
        ("quawngr", "quẳng"),
    ],
)
def test_the_tone_stands_where_the_modern_rule_wants_it(keys: str, word: str) -> None:
    """On the marked vowel, else the second of oa, oe, uy and before a consonant, else the first."""
    assert compose(keys) == word


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("giaf", "già"),
        ("gif", "gì"),
        ("ginf", "gìn"),
        ("gieengs", "giếng"),
        ("giuwowngf", "giường"),
    ],
)
def test_gi_is_a_consonant_where_a_vowel_follows(keys: str, word: str) -> None:
    """Its i carries the tone only where there is no other vowel."""
    assert compose(keys) == word


@pytest.mark.parametrize(
    ("keys", "word"), [("quys", "quý"), ("quar", "quả"), ("quoocs", "quốc"), ("quowr", "quở")]
)
def test_qu_is_a_consonant(keys: str, word: str) -> None:
    """Its u never carries the tone and never grows a horn."""
    assert compose(keys) == word


@pytest.mark.parametrize("keys", ["vieetj", "vieejt", "viejet", "vijeet"])
def test_marks_may_be_typed_anywhere_behind_their_letter(keys: str) -> None:
    """Most people type them last, some at once."""
    assert compose(keys) == "việt"


@pytest.mark.parametrize(
    ("keys", "word"),
    [("ddangd", "ddangd"), ("dangd", "đang"), ("tuoiw", "tươi"), ("muaw", "mưa")],
)
def test_strokes_and_horns_may_come_last(keys: str, word: str) -> None:
    """The first d and the vowels that can be horned are found."""
    assert compose(keys) == word


@pytest.mark.parametrize(
    ("keys", "word"),
    [
        ("ass", "as"),
        ("aff", "af"),
        ("aaa", "aa"),
        ("ddd", "dd"),
        ("uww", "uw"),
        ("aww", "aw"),
        ("ww", "w"),
        ("xooong", "xoong"),
    ],
)
def test_the_same_key_again_takes_the_mark_back(keys: str, word: str) -> None:
    """The key then counts as the letter it shows."""
    assert compose(keys) == word


def test_another_tone_replaces_the_first_and_z_removes_it() -> None:
    """A word has one tone."""
    assert compose("hoasf") == "hoà"
    assert compose("hoasz") == "hoa"
    assert compose("hoaz") == "hoaz"


@pytest.mark.parametrize(
    "word",
    [
        "birth",
        "business",
        "result",
        "passport",
        "wifi",
        "certificate",
        "residence",
        "help",
        "photo",
    ],
)
def test_foreign_words_pass(word: str) -> None:
    """What cannot be a Vietnamese syllable stays as typed."""
    assert compose(word) == word


def test_a_lone_w_is_the_horned_u() -> None:
    """As on every telephone: ``tw`` is ``tư``."""
    assert compose("tw") == "tư"
    assert compose("w") == "ư"


def test_ready_made_letters_and_tone_keys_need_no_telex() -> None:
    """The keys ă â ê ô ơ ư đ and the five tones compose with anything."""
    assert typed("sô" + TONES["r"] + " đo" + TONES["r"]) == "sổ đỏ"
    assert typed("ươ" + TONES["s"] + "c") == "ước"
    assert typed("cươc" + TONES["s"]) == "cước"
    assert typed("ân" + "s") == "ấn"


def test_a_tone_key_again_takes_the_tone_away() -> None:
    """And without a vowel it does nothing."""
    assert typed("a" + 2 * TONES["s"]) == "a"
    assert typed(TONES["s"]) == ""
    assert typed("b" + TONES["s"]) == "b"


def test_erasing_takes_one_letter_with_all_its_marks() -> None:
    """A finger sees letters, not keys."""
    box = Typed()
    for key in "ddaats":
        box = press(box, key)
    assert box.text == "đất"
    assert erase(box).text == "đấ"
    assert erase(erase(box)).text == "đ"
    assert erase(erase(erase(erase(box)))) == Typed()


def test_a_word_goes_on_after_erasing() -> None:
    """Over the space too: the word before is the one being typed again."""
    box = Typed()
    for key in "hooj x":
        box = press(box, key)
    box = erase(erase(box))
    assert box.text == "hộ"
    assert press(box, "i").text == "hội"
    assert press(erase(box), "oo"[0]).text == "ho"


def test_what_stands_after_erasing_is_not_read_as_keys_again() -> None:
    """*xoong* was typed with a hat taken back; going on must not put it on again."""
    box = press(Typed(), "x")
    for key in "ooong":
        box = press(box, key)
    assert box.text == "xoong"
    assert press(erase(box), "g").text == "xoong"


def test_a_stopped_syllable_takes_only_the_two_sharp_tones() -> None:
    """*hocr* is none, so it stays as typed; *hocj* and *hocs* are words."""
    assert [compose(keys) for keys in ("hocr", "hocj", "hocs")] == ["hocr", "học", "hóc"]


def test_signs_and_figures_end_a_word() -> None:
    """``kt3`` and ``ct07`` are not touched, and the next word begins anew."""
    assert typed("kt3") == "kt3"
    assert typed("as-as") == "á-á"
