"""Tickets for the tests of printing: usual, crowded, bare."""

from dataclasses import replace
from typing import Any

from kiosk.printing.receipt import Code, Receipt, Style, Words, layout

USUAL = Receipt(
    office_name="Trung tâm Phục vụ hành chính công phường Hòa Bình",
    unit="Ủy ban nhân dân phường Hòa Bình",
    label="6 027",
    service="Chứng thực bản sao, chữ ký",
    issued_text="8 giờ 15, ngày 22/11/2026",
    people_ahead=6,
    wait_text="10–20 phút",
    area="Khu A",
    prepare_lines=(
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
    prepare_lines=(
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
    reprint=True,
)
BARE = Receipt(
    office_name="Trung tâm Phục vụ hành chính công tỉnh Sông Lam",
    label="TP 0123",
    service="Khai tử",
    issued_text="13 giờ 30, ngày 22/11/2026",
)


def usual(**changes: Any) -> Receipt:
    """The usual ticket with some fields changed."""
    return replace(USUAL, **changes)


def printed_texts(receipt: Receipt) -> list[tuple[Style, str]]:
    """Every text of the ticket in reading order."""
    found: list[tuple[Style, str]] = []
    for block in layout(receipt):
        inner = block.beside if isinstance(block, Code) else (block,)
        found += [(item.style, item.text) for item in inner if isinstance(item, Words)]
    return found
