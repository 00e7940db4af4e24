"""Sections that several guides share, from the office's own file."""

from collections.abc import Iterable
from typing import Final

from server.guide.page import GuideSection
from server.profile.model import Choice, OfficeProfile

LONGEST_WHOLE: Final = 18


def names(choices: Iterable[Choice]) -> str:
    """The names of coded choices in a row; short names are not broken across lines."""
    return " · ".join(_whole(choice.name) for choice in choices)


def _whole(name: str) -> str:
    return name.replace(" ", "\N{NO-BREAK SPACE}") if len(name) <= LONGEST_WHOLE else name


def foot(profile: OfficeProfile) -> str:
    """The last line: whom to telephone."""
    return f"Cần giúp: đường dây nóng {profile.office.hotline}"


def courtesy(profile: OfficeProfile) -> GuideSection:
    """The office's courtesy pack and its sentences."""
    pack = profile.courtesy
    return GuideSection(
        title=f"Lời nói với người dân: {pack.name}",
        lines=(
            f"Khi đón|{pack.greeting}",
            f"Khi xem giấy tờ|{pack.permission}",
            f"Khi chậm|{pack.apology}",
            f"Khi nghe góp ý|{pack.listening}",
        ),
        lead=" · ".join(pack.sayings),
    )


def signing_in(profile: OfficeProfile) -> GuideSection:
    """How the day begins at a counter app, with PINs or without."""
    first = "Chọn tên của mình."
    if not profile.staff.pins:
        without = (first, "Chọn quầy, bấm Mở quầy.", "Cuối ngày bấm Rời quầy.")
        return GuideSection("Vào làm việc", without, numbered=True)
    steps = (
        f"{first[:-1]}, nhập mã PIN.",
        "Lần đầu: đặt mã PIN riêng, ít nhất 4 chữ số, không dùng ngày sinh, năm sinh, dãy số.",
        "Chọn quầy, bấm Mở quầy. Cuối ngày bấm Rời quầy.",
        "Quên mã, hoặc nhập sai 5 lần nên bị khóa: nhờ người phụ trách.",
    )
    lead = "Mỗi người một mã PIN. Không cho mượn, không ghi ra giấy dán ở quầy."
    return GuideSection("Vào làm việc", steps, lead, numbered=True)


def without_server(*more: str) -> GuideSection:
    """What to do while the server is away."""
    return GuideSection(
        title="Khi mất kết nối máy chủ",
        lines=(
            "Dải vàng phía trên màn hình nói mất từ lúc nào. Máy tự nối lại, không cần tắt.",
            "Số đang phục vụ vẫn còn trên màn hình: cứ làm việc tiếp với ông/bà ấy.",
            "Kiosk vẫn phát số. Không ai mất chỗ.",
            *more,
        ),
    )
