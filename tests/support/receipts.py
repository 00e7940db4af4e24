"""Tickets for the tests of printing: usual, crowded, bare, and as many as wanted."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any

from assets import OFFICES
from kiosk.paper import receipt as on_paper
from kiosk.presenter.catalogue import Catalogue
from kiosk.printing.layout import shipped_layouts
from kiosk.printing.raster import all_texts, fitted
from kiosk.printing.receipt import WIDTHS, Bilingual, Receipt, TextRole
from kiosk.visit import Issued
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.protocol.views import WaitRange

ZONE = timezone(timedelta(hours=7))
MORNING = datetime(2026, 11, 22, 8, 15, tzinfo=ZONE)
USUAL = Receipt(
    office_name="Trung tâm Phục vụ hành chính công phường Hòa Bình",
    unit="Ủy ban nhân dân phường Hòa Bình",
    label="6 027",
    service="Chứng thực bản sao, chữ ký",
    service_again="Certification",
    issued_at=MORNING,
    people_ahead=6,
    wait=(10, 20),
    area="Khu A",
    papers=(
        "Bản chính giấy tờ cần chứng thực",
        "Bản sao cần chứng thực (nếu đã chụp sẵn)",
        "Căn cước hoặc hộ chiếu còn giá trị sử dụng",
    ),
    status_url="http://192.168.10.5:8765/t/0mz3k9q2",
    hotline="0258 3 899 999",
    slogan="Vì nhân dân phục vụ",
)
CROWDED = replace(
    USUAL,
    label="H 012",
    service=(
        "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài và "
        "liên thông cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi"
    ),
    area="sảnh tầng 1, bên trái cửa chính",
    papers=(
        "Hộ chiếu/Thẻ căn cước công dân/Thẻ căn cước/Căn cước điện tử/Giấy chứng nhận căn cước "
        "hoặc các giấy tờ khác có dán ảnh và thông tin cá nhân do cơ quan có thẩm quyền cấp",
        "Giấy chứng sinh; trường hợp không có Giấy chứng sinh thì nộp văn bản của người làm "
        "chứng xác nhận về việc sinh (1 bản chính)",
        "Tờ khai đăng ký khai sinh theo mẫu (nếu người có yêu cầu lựa chọn nộp hồ sơ theo hình "
        "thức trực tiếp hoặc gửi hồ sơ qua hệ thống bưu chính) (1 bản chính)",
        "Văn bản ủy quyền",
        "Biên bản về việc trẻ bị bỏ rơi",
        "Văn bản xác nhận của cơ sở y tế",
        "Giấy tờ chứng minh nơi cư trú",
    ),
    notes=(
        Bilingual(
            "Số của ông/bà được giữ nguyên thứ tự và phục vụ trong phiên làm việc từ 18 giờ.",
            "Your number keeps its place and is served in the session from 18:00.",
        ),
    ),
    priority=True,
    offline=True,
    reprinted_at=MORNING + timedelta(minutes=25),
)
BARE = Receipt(
    office_name="Trung tâm Phục vụ hành chính công tỉnh Sông Lam",
    label="TP 0123",
    service="Khai tử",
    issued_at=MORNING.replace(hour=13, minute=30),
)
DEMO_OFFICES = ("ward-hoa-binh", "province-song-lam")
NOTES = ((), (), (), ("same_day",), ("later_session:810",), ("next_working_day",))
GENERATED = 200


def usual(**changes: Any) -> Receipt:
    """The usual ticket with some fields changed."""
    return replace(USUAL, **changes)


def printed_texts(receipt: Receipt) -> list[tuple[TextRole, str]]:
    """Every text of the shipped layout's ticket in reading order."""
    layout = shipped_layouts()[receipt.width_dots]
    said = all_texts(receipt, layout, fitted(receipt, layout)[1])
    return [
        (block.text, text)
        for block in layout.roles()
        for each in said.get(block.text, ())
        for text in (each.text, each.again if block.again else "")
        if text
    ]


@cache
def demo_catalogues() -> tuple[Catalogue, ...]:
    """What the kiosks of the two demo offices offer."""
    return tuple(
        Catalogue(
            office_info(
                load_office(OFFICES / f"{name}.toml"),
                status_url="http://192.168.10.5:8765/t/",
                with_procedures=True,
            )
        )
        for name in DEMO_OFFICES
    )


@cache
def generated() -> tuple[Receipt, ...]:
    """200 tickets as the demo offices print them, the same every time.

    Every service and, as far as 200 go, every procedure; both widths; Vietnamese, with English
    and with Khmer under it; the day's notes, priority, offline and reprints among them.
    """
    return tuple(_generated(random.Random(4)))


def _generated(dice: random.Random) -> Iterator[Receipt]:
    wished = [
        (catalogue, target)
        for catalogue in demo_catalogues()
        for target in _targets(catalogue, GENERATED // len(DEMO_OFFICES))
    ]
    for number, (catalogue, target) in enumerate(wished):
        offer = catalogue.offer(target)
        assert offer is not None
        low = 5 * dice.randrange(0, 12)
        issued = Issued(
            ticket="".join(dice.choices("0123456789abcdefghjkmnpqrstvwxyz", k=10)),
            label=f"{offer.service.prefix} {dice.randrange(1, 1000):03d}",
            issued_at=MORNING + timedelta(minutes=dice.randrange(0, 520)),
            ahead=dice.choice((None, 0, 1, 6, 23)),
            wait=dice.choice((None, WaitRange(low_min=low, high_min=low + 10))),
            notes=dice.choice(NOTES),
        )
        paper = on_paper(
            catalogue,
            target,
            issued,
            language=("vi", "vi", "en", "vi", "km")[number % 5],
            priority=dice.random() < 0.2,
            offline=dice.random() < 0.1,
        )
        again = issued.issued_at + timedelta(minutes=2) if dice.random() < 0.1 else None
        yield replace(paper, width_dots=WIDTHS[number % 2], reprinted_at=again)


def _targets(catalogue: Catalogue, count: int) -> list[str]:
    """Every service, and procedures evenly over the list."""
    services = [service.id for service in catalogue.office.services]
    procedures = [procedure.code for procedure in catalogue.office.procedures]
    wanted = count - len(services)
    chosen = [procedures[at * len(procedures) // wanted] for at in range(wanted)]
    return [*services, *chosen][:count]
