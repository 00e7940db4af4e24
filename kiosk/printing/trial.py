"""The trial page of the maintenance screen: shows dead dots, lost edges and missing letters."""

from datetime import datetime
from typing import Final

from PIL import Image, ImageDraw

from kiosk.printing.layout import Align, CodeBlock, RuleBlock, TextStyle, Weight, shipped_layouts
from kiosk.printing.page import TicketPage
from kiosk.printing.receipt import Bilingual
from server.words.times import clock_words

DOTS_A_MM: Final = 8
BAR_DOTS: Final = 24
TICK_DOTS: Final = 12
LONG_TICK_DOTS: Final = 24
QR_DOTS: Final = 5
LETTERS: Final = (
    "ĂÂĐÊÔƠƯ ăâđêôơư",
    "ÁÀẢÃẠ ẮẰẲẴẶ ẤẦẨẪẬ ÉÈẺẼẸ ẾỀỂỄỆ ÍÌỈĨỊ",
    "óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ",
    "0 1 2 3 4 5 6 7 8 9",
)
TITLE: Final = TextStyle(size=38, weight=Weight.BOLD, align=Align.CENTRE, gap=4)
FACT: Final = TextStyle(size=24, gap=4)
SAMPLE: Final = TextStyle(size=26, gap=6)
RULE: Final = RuleBlock(rule=2, gap=10)


def trial_page(office_name: str, address: str, at: datetime, width_dots: int = 576) -> Image.Image:
    """A page as wide as the paper. ``address`` is the printer's, ``at`` now in the office's zone.

    Raises:
        ValueError: ``width_dots`` is neither 576 nor 384.

    """
    layout = shipped_layouts().get(width_dots)
    if layout is None:
        raise ValueError(f"no paper is {width_dots} dots wide")
    page = TicketPage(layout)
    page.words(TITLE, Bilingual("Trang in thử"))
    for fact in (office_name, f"Máy in: {address}", _time_words(at)):
        page.words(FACT, Bilingual(fact))
    page.rule(RULE)
    for line in LETTERS:
        page.words(SAMPLE, Bilingual(line))
    page.rule(RULE)
    page.code(CodeBlock(qr=QR_DOTS, align=Align.CENTRE), f"in thử {at:%d/%m/%Y %H:%M}", [])
    page.words(FACT, Bilingual("Vạch đen phải liền: kẽ trắng là điểm in hỏng."))
    page.words(FACT, Bilingual("Thước phải thấy đủ vạch dài ở cả hai mép giấy, mỗi vạch 1 mm."))
    return _over(page.drawn(), _gauge(width_dots))


def _time_words(at: datetime) -> str:
    return f"In lúc {clock_words(at)}, ngày {at:%d/%m/%Y}"


def _gauge(width_dots: int) -> Image.Image:
    """A bar through every dot of the head, and a ruler from the first dot to the last."""
    gauge = Image.new("1", (width_dots, BAR_DOTS + 8 + LONG_TICK_DOTS), 1)
    pen = ImageDraw.Draw(gauge)
    pen.rectangle((0, 0, width_dots - 1, BAR_DOTS - 1), fill=0)
    top = BAR_DOTS + 8
    for place in (*range(0, width_dots, DOTS_A_MM), width_dots - 1):
        ends = place in (0, width_dots - 1)
        long = LONG_TICK_DOTS if ends or not place % (10 * DOTS_A_MM) else TICK_DOTS
        pen.line((place, top, place, top + long - 1), fill=0)
    return gauge


def _over(upper: Image.Image, lower: Image.Image) -> Image.Image:
    whole = Image.new("1", (upper.width, upper.height + lower.height + DOTS_A_MM), 1)
    whole.paste(upper, (0, 0))
    whole.paste(lower, (0, upper.height))
    return whole
