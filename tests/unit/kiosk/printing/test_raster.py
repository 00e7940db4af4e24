import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageFont

from assets import FONTS
from kiosk.printing.layout import Layout, TextBlock, TextStyle, Weight, shipped_layouts
from kiosk.printing.page import Piece, QrCode, RuleLine, TextLine, TicketPage
from kiosk.printing.raster import compose, draw
from kiosk.printing.receipt import MOST_PAPERS, Bilingual, Receipt, TextRole
from kiosk.printing.strips import cost
from kiosk.printing.ticket_texts import BREAK, NBSP
from kiosk.printing.typesetting import FACES, can_shape, font_for, width, wrap
from tests.support.receipts import BARE, CROWDED, MORNING, USUAL, generated, usual

MARGIN = 12
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
    return Receipt("Văn phòng", "A 001", service, width_dots=width_dots)


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


def apart(piece: Piece, size: tuple[int, int]) -> Image.Image:
    """The piece alone on paper of that size, black and white."""
    paper = Image.new("L", size, 255)
    piece.put(paper)
    return paper.point(lambda value: 255 if value >= 128 else 0, "1")


def overlap(one: Piece, other: Piece) -> bool:
    """Whether two pieces claim the same dots."""
    left, top, right, bottom = one.box
    west, north, east, south = other.box
    return left < east and west < right and top < south and north < bottom


def assert_well_placed(receipt: Receipt, layout: Layout) -> None:
    """Each piece within its box, each box within the printable width, no two in one place."""
    page = compose(receipt, layout, MOST_PAPERS)
    whole = page.drawn()
    total = 0
    for piece in page.pieces:
        alone = apart(piece, whole.size)
        total += black(alone)
        left, top, right, bottom = piece.box
        assert layout.margin <= left < right <= layout.width_dots - layout.margin, piece
        assert 0 <= top < bottom <= whole.height
        west, north, east, south = ink(alone)
        assert left <= west < east <= right, piece
        assert top <= north < south <= bottom, piece
    assert total == black(whole), "ink of the ticket is not the ink of its pieces"
    for one, other in itertools.combinations(page.pieces, 2):
        assert not overlap(one, other), (one, other)


receipts = st.builds(
    Receipt,
    office_name=vietnamese,
    label=st.from_regex(r"[A-ZĐ]{0,2} ?[0-9]{1,5}", fullmatch=True).filter(str.strip),
    service=vietnamese.map(lambda text: text or "Khai tử"),
    service_again=st.sampled_from(["", "Civil status", "Department of Construction and Traffic"]),
    issued_at=st.sampled_from([None, MORNING]),
    unit=vietnamese,
    people_ahead=st.none() | st.integers(0, 999),
    wait=st.none() | st.tuples(st.integers(0, 300), st.integers(0, 300)),
    area=vietnamese,
    notes=st.lists(st.builds(Bilingual, vietnamese, vietnamese), max_size=2).map(tuple),
    papers=st.lists(vietnamese, max_size=7).map(tuple),
    status_url=st.sampled_from(["", "http://10.0.0.5/t/0mz3k9q2", "http://h/" + "x" * 291]),
    hotline=st.sampled_from(["", "1022", "0258 3 899 999"]),
    slogan=vietnamese,
    language=st.sampled_from(["vi", "en", "km", "fr"]),
    priority=st.booleans(),
    offline=st.booleans(),
    reprinted_at=st.sampled_from([None, MORNING]),
)


@pytest.mark.parametrize("width_dots", [576, 384])
@given(receipt=receipts)
@settings(max_examples=25, deadline=None)
def test_every_piece_has_its_own_place_inside_the_printable_width(
    receipt: Receipt, width_dots: int
) -> None:
    """Whatever is on the ticket, in whatever language: nothing is clipped, nothing is printed
    over, and the ticket's ink is exactly that of its pieces.
    """
    assert_well_placed(receipt, shipped_layouts()[width_dots])


@pytest.mark.slow
def test_the_tickets_of_the_demo_offices_are_well_placed() -> None:
    """So are 200 real ones, and none lists papers beyond its budget without need."""
    for receipt in generated()[::4]:
        assert_well_placed(receipt, shipped_layouts()[receipt.width_dots])


@pytest.mark.parametrize("align", ["left", "centre", "right"])
def test_lines_stand_where_the_layout_says(align: str) -> None:
    """At the left margin, in the middle or at the right margin."""
    look = TextStyle.model_validate({"size": 40, "align": align})
    page = TicketPage(shipped_layouts()[384])
    page.words(look, Bilingual("Khai tử"))
    left, _, right, _ = page.pieces[0].box
    spare = 384 - 2 * MARGIN - (right - left)
    assert left - MARGIN == {"left": 0, "centre": spare // 2, "right": spare}[align]


def test_a_long_list_of_papers_is_shortened_until_the_ticket_is_cheap_enough() -> None:
    """The budget of the layout holds where papers alone break it, and two are always named."""
    papers = tuple(f"{n}. Giấy tờ chứng minh quyền sử dụng đất, nhà ở hợp pháp" for n in range(9))
    ample = usual(papers=papers)
    layouts = shipped_layouts()
    layout = layouts[576]
    assert cost(compose(ample, layout, MOST_PAPERS).drawn()) > layout.most_bytes
    assert cost(draw(ample)) <= layout.most_bytes
    free = {576: layout.model_copy(update={"most_bytes": 0})}
    assert cost(draw(ample, free)) > layout.most_bytes
    tiny = {576: layout.model_copy(update={"most_bytes": 1})}
    assert draw(ample, tiny).tobytes() == compose(ample, layout, 2).drawn().tobytes()


def test_a_list_is_not_shortened_when_that_saves_nothing() -> None:
    """Saying that one more paper exists costs as much as naming it."""
    layout = shipped_layouts()[576].model_copy(update={"most_bytes": 1})
    three = usual(papers=("Tờ khai", "Giấy chứng sinh", "Căn cước"), language="en")
    assert draw(three, {576: layout}).tobytes() == compose(three, layout, 3).drawn().tobytes()


def test_khmer_is_shaped_not_spelled() -> None:
    """A sign written behind its letter is drawn in its place; without that the word is wider."""
    assert can_shape(), "libraqm or fribidi is missing (Debian: libfribidi0)"
    word = "ស្ត្រី"
    font = font_for(word, Weight.MEDIUM, 40)
    assert "Khmer" in str(font.path)
    spelled = ImageFont.truetype(font.path, font.size, layout_engine=ImageFont.Layout.BASIC)
    assert width(word, font) < 0.8 * width(word, spelled)


@pytest.mark.parametrize("tall", ["ក្ស្រ៊ូ", "ញ្ញុំ", "Ẳj"])
def test_tall_signs_keep_to_their_line(tall: str) -> None:
    """Some reach out of the height their font states, above or below: the line grows with them."""
    page = TicketPage(shipped_layouts()[576])
    page.words(TextStyle(size=40), Bilingual(tall))
    [piece] = page.pieces
    _, top, _, bottom = ink(apart(piece, page.drawn().size))
    assert piece.box[1] <= top < bottom <= piece.box[3]


def test_khmer_that_cannot_be_shaped_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signs in the wrong places are worse than none: the Vietnamese stands alone."""
    monkeypatch.setattr("kiosk.printing.typesetting.can_shape", lambda: False)
    khmer = usual(language="km", service_again="")
    assert draw(khmer).tobytes() == draw(USUAL).tobytes()
    assert draw(usual(language="en")).height > draw(USUAL).height


def test_khmer_breaks_where_its_words_end() -> None:
    """Khmer writes no spaces: its words bring their own places to break, which are not drawn."""
    text = BREAK.join(["លេខ", "របស់", "លោកអ្នក"])
    font = font_for(text, Weight.MEDIUM, 30)
    assert wrap(text, font, 1000) == ["លេខរបស់លោកអ្នក"]
    assert "".join(wrap(text, font, 120)) == "លេខរបស់លោកអ្នក"
    assert len(wrap(text, font, 120)) > 1


def test_words_that_belong_together_are_not_torn_apart() -> None:
    """A figure and what it counts, and a single letter with what follows ("y tế")."""
    font = bold()
    for room in range(220, 600):
        lines = wrap(f"Bảo hiểm y tế, ở đó 6{NBSP}người", font, room)
        assert not any(line.endswith((" y", " 6")) for line in lines), lines
        assert not any(NBSP in line for line in lines)


def test_a_text_on_one_line_shrinks_until_it_fits() -> None:
    """Down to half its size; beyond that it wraps like any other."""
    look = TextBlock(text=TextRole.ISSUED, size=60, one_line=True)
    page = TicketPage(shipped_layouts()[384])
    page.words(look, Bilingual("Lấy số lúc 8 giờ 15"))
    page.words(look, Bilingual("Lấy số lúc 8 giờ 15, ngày 22/11/2026, tại quầy hướng dẫn tầng 1"))
    first, *more = (piece for piece in page.pieces if isinstance(piece, TextLine))
    assert first.text == "Lấy số lúc 8 giờ 15"
    assert 30 <= first.font.size < 60
    assert len(more) > 1
    assert more[0].font.size == 30


def test_the_code_keeps_its_white() -> None:
    """Four modules towards everything printed; towards the paper's edge the margin and beyond."""
    for width_dots in (576, 384):
        page = compose(usual(width_dots=width_dots), shipped_layouts()[width_dots], MOST_PAPERS)
        [code] = (piece for piece in page.pieces if isinstance(piece, QrCode))
        left, top, right, bottom = code.box
        white = 4 * {576: 6, 384: 5}[width_dots]
        for other in page.pieces:
            west, north, east, south = other.box
            beyond = (
                east <= left - white
                or west >= right + white
                or south <= top - white
                or north >= bottom + white
            )
            assert other is code or beyond, other


def test_rules_only_divide() -> None:
    """No rule at the top, none at the end, and never two together, whatever is left out."""
    for receipt in (BARE, USUAL, usual(papers=(), status_url="", hotline="", slogan="")):
        pieces = compose(receipt, shipped_layouts()[576], MOST_PAPERS).pieces
        bars = [isinstance(piece, RuleLine) for piece in sorted(pieces, key=lambda p: p.box[1])]
        assert not bars[0]
        assert not bars[-1]
        assert (True, True) not in itertools.pairwise(bars)


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


def bold(size: int = 36) -> ImageFont.FreeTypeFont:
    """The font of names."""
    return font_for("Đ", Weight.BOLD, size)


@given(vietnamese, st.integers(60, 560))
@settings(max_examples=80, deadline=None)
def test_wrapping_loses_no_letter_and_keeps_to_the_room(text: str, room: int) -> None:
    """The lines joined are the text, and each fits, however long a word is."""
    font = bold()
    clean = " ".join(text.split())
    lines = wrap(clean, font, room)
    assert "".join("".join(lines).split()) == "".join(clean.split())
    assert all(font.getlength(line) <= room for line in lines)


@pytest.mark.parametrize("size", [23, 36])
@pytest.mark.parametrize("letter", ["j", "Ĩ", "ự"])
def test_letters_that_lean_out_of_their_place_stay_inside(letter: str, size: int) -> None:
    """A j begins before its place and a ự ends behind it: a full line still keeps the margins."""
    for count in range(20, 40):
        page = TicketPage(shipped_layouts()[384])
        page.words(TextStyle(size=size), Bilingual(letter * count))
        left, _, right, _ = ink(page.drawn())
        assert MARGIN <= left < right <= 384 - MARGIN


def test_a_number_stays_with_its_word() -> None:
    """The figures of "tầng 1" and "quầy 9" do not begin a line."""
    font = bold()
    for room in range(200, 600, 10):
        lines = wrap("Khu B, tầng 1, bên trái cửa chính, quầy 8 và quầy 9", font, room)
        assert not any(line[0].isdigit() for line in lines)


@pytest.mark.parametrize("face", list(FACES.values()))
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
    alone = draw(Receipt("", "TP 0123", ""))
    more = draw(Receipt("", "TP 0123", "Khai tử"))
    assert black(alone) > 5 * (black(more) - black(alone))
    left, _, right, _ = ink(alone)
    assert right - left > 0.8 * alone.width


def test_the_number_begins_where_the_lines_around_it_begin() -> None:
    """Large figures stand off their place; their ink is put on the margin nevertheless."""
    for label in ("6 027", "H 012", "1 345"):
        page = compose(usual(label=label), shipped_layouts()[576], MOST_PAPERS)
        [line] = (p for p in page.pieces if isinstance(p, TextLine) and p.text == label)
        assert ink(apart(line, page.drawn().size))[0] == MARGIN


def test_a_drawing_is_the_same_every_time() -> None:
    """The same facts give the same dots, so that a job may be kept and compared."""
    assert draw(USUAL).tobytes() == draw(USUAL).tobytes()
