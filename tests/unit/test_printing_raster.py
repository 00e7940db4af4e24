import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFont

from assets import FONTS
from kiosk.printing.raster import BOLD, MARGIN, MEDIUM, SEMIBOLD, Page, draw, wrap
from kiosk.printing.receipt import Receipt, Style, Words
from tests.receipts import BARE, CROWDED, USUAL, usual

MARKED = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
COMPOSED = (unicodedata.normalize("NFC", a + t) for a in MARKED for t in TONES)
LETTERS = "".join(itertools.chain("bcdđghklmnpqrstvxfjwz", COMPOSED))
SIGNS = " 0123456789.,;:()/–-"
vietnamese = st.text(st.sampled_from(LETTERS + LETTERS.upper() + SIGNS * 8), max_size=200)


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box around everything black."""
    box = ImageChops.invert(picture).getbbox()
    assert box is not None
    return box


def black(picture: Image.Image) -> int:
    """How many dots are black."""
    return picture.convert("L").histogram()[0]


def named(service: str, width_dots: int) -> Receipt:
    """A ticket with little else than a service name."""
    return Receipt("Văn phòng", "A 001", service, "", width_dots=width_dots)


@pytest.mark.parametrize("width_dots", [576, 384])
@pytest.mark.parametrize("receipt", [USUAL, CROWDED, BARE], ids=["usual", "crowded", "bare"])
def test_a_ticket_is_black_and_white_as_wide_as_its_paper(
    receipt: Receipt, width_dots: int
) -> None:
    """One bit a dot, exactly the paper's width, white at every edge."""
    picture = draw(usual(**{**vars(receipt), "width_dots": width_dots}))
    assert (picture.mode, picture.width) == ("1", width_dots)
    left, top, right, bottom = ink(picture)
    assert left >= MARGIN
    assert right <= width_dots - MARGIN
    assert 0 < top < bottom < picture.height


@given(vietnamese, st.sampled_from([576, 384]))
@settings(max_examples=60, deadline=None)
def test_no_name_is_ever_clipped(service: str, width_dots: int) -> None:
    """Whatever Vietnamese name of up to 200 characters: all ink stays inside the margins."""
    picture = draw(named(service, width_dots))
    left, _, right, bottom = ink(picture)
    assert left >= MARGIN
    assert right <= width_dots - MARGIN
    assert bottom < picture.height


@given(vietnamese, vietnamese, st.sampled_from([576, 384]))
@settings(max_examples=30, deadline=None)
def test_a_longer_name_makes_a_longer_ticket(first: str, more: str, width_dots: int) -> None:
    """More words never take a line less, and enough of them take more paper."""
    short = draw(named(first, width_dots)).height
    half_a_line = 18  # lines with stacked accents are a few dots higher than others
    assert draw(named(f"{first} {more}", width_dots)).height > short - half_a_line
    assert draw(named(f"{first} {'thủ tục ' * 12}", width_dots)).height > short + half_a_line


@given(vietnamese, st.integers(60, 560))
@settings(max_examples=80, deadline=None)
def test_wrapping_loses_no_letter_and_keeps_to_the_room(text: str, room: int) -> None:
    """The lines joined are the text, and each fits, however long a word is."""
    font = ImageFont.truetype(FONTS / BOLD, 36, layout_engine=ImageFont.Layout.BASIC)
    clean = " ".join(text.split())
    lines = wrap(clean, font, room)
    assert "".join("".join(lines).split()) == "".join(clean.split())
    assert all(font.getlength(line) <= room for line in lines)


@pytest.mark.parametrize("style", [Style.NOTE, Style.SERVICE])
@pytest.mark.parametrize("letter", ["j", "Ĩ", "ự"])
def test_letters_that_lean_out_of_their_place_stay_inside(letter: str, style: Style) -> None:
    """A j begins before its place and a ự ends behind it: a full line still keeps the margins."""
    for count in range(20, 40):
        page = Page(384)
        page.put(Words(letter * count, style))
        left, _, right, _ = ink(page.drawn())
        assert MARGIN <= left < right <= 384 - MARGIN


def test_a_number_stays_with_its_word() -> None:
    """The figures of "tầng 1" and "quầy 9" do not begin a line."""
    font = ImageFont.truetype(FONTS / BOLD, 36, layout_engine=ImageFont.Layout.BASIC)
    for room in range(200, 600, 10):
        lines = wrap("Khu B, tầng 1, bên trái cửa chính, quầy 8 và quầy 9", font, room)
        assert not any(line[0].isdigit() for line in lines)


@pytest.mark.parametrize("face", [MEDIUM, SEMIBOLD, BOLD])
def test_the_fonts_have_every_vietnamese_letter(face: str) -> None:
    """No letter comes out as the empty box of a missing one."""
    font = ImageFont.truetype(FONTS / face, 36, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\uffff"))
    assert [
        letter for letter in LETTERS + LETTERS.upper() if bytes(font.getmask(letter)) == missing
    ] == []


@pytest.mark.parametrize("lines", [("ợ ự ụ", "Ẳ ẳ Ổ"), ("Ẳ", "g ợ"), ("gjpqyợ", "ẴẲẰỖỄ")])
def test_stacked_accents_do_not_touch_the_line_above(lines: tuple[str, str]) -> None:
    """Ẳ reaches above its line and ợ below: between two lines of a name white remains."""
    filler = "m" * 13  # too wide to share a line with anything
    first, second = (f"{filler} {line}" for line in lines)
    both = draw(named(f"{first} {second}", 384))
    apart = [draw(named(word, 384)) for word in (*first.split(), *second.split())]
    empty = black(draw(named("", 384)))
    assert black(both) - empty == sum(black(each) - empty for each in apart)


def test_the_number_is_the_largest_thing_on_the_ticket() -> None:
    """A label of seven characters still fills most of the paper's width on one line."""
    alone = draw(Receipt("", "TP 0123", "", ""))
    more = draw(Receipt("", "TP 0123", "Khai tử", ""))
    assert black(alone) > 5 * (black(more) - black(alone))
    left, _, right, _ = ink(alone)
    assert right - left > 0.8 * alone.width


def test_a_drawing_is_the_same_every_time() -> None:
    """The same facts give the same dots, so that a job may be kept and compared."""
    assert draw(USUAL).tobytes() == draw(USUAL).tobytes()
