"""The guide of a clerk at a counter."""

from typing import Final

from server.guide.page import Guide, GuideSection, KeyLine
from server.guide.shared import courtesy, foot, names, signing_in, without_server
from server.profile.model import OfficeProfile

KEYS: Final = (
    KeyLine("F1", "Gọi tiếp", "mời người kế tiếp; máy nói rõ vì sao là số ấy"),
    KeyLine("F2", "Gọi lại", "mời lần nữa khi chưa ai đến"),
    KeyLine("F3", "Bắt đầu", "ông/bà đã ngồi vào quầy"),
    KeyLine("F4", "Hoàn thành", "xong việc, chọn kết quả"),
    KeyLine("F5", "Giữ chỗ", "ông/bà đi bổ sung giấy tờ, không lấy số mới"),
    KeyLine("F6", "Chuyển", "nhầm quầy hoặc còn bước sau; giữ giờ đến"),
    KeyLine("F7", "Vắng mặt", "đã gọi lại mà không ai đến"),
    KeyLine("F8", "Tạm dừng", "rời quầy ít phút; bấm lần nữa để tiếp tục"),
)


def clerk_guide(profile: OfficeProfile) -> Guide:
    """The printed page for clerks at a counter."""
    undo_s = profile.limits.undo_s
    undo = KeyLine("Ctrl+Z", "Hoàn tác", f"lấy lại việc vừa làm, trong {undo_s} giây")
    return Guide(
        title="Hướng dẫn nhanh cho cán bộ tại quầy",
        office=profile.office.name,
        keys=(*KEYS, undo) if undo_s else KEYS,
        sections=(
            signing_in(profile),
            _choices(profile),
            _slips(profile),
            courtesy(profile),
            without_server(
                "Quá 5 phút chưa nối lại: báo người phụ trách; gọi miệng số theo phiếu, "
                "theo thứ tự trên màn hình."
            ),
            _fairness(profile),
        ),
        foot=foot(profile),
    )


def _choices(profile: OfficeProfile) -> GuideSection:
    lines = [
        f"F4 Kết quả|{names(profile.outcomes)}",
        f"F5 Giữ chỗ|{names(profile.hold_reasons)}",
        f"F6 Chuyển|{names(profile.transfer_reasons)}",
        f"F8 Tạm dừng|{names(profile.pause_reasons)}",
    ]
    if profile.tags:
        lines.append(f"Vướng mắc|{names(profile.tags)}")
    return GuideSection("Lý do để chọn, không phải gõ chữ", tuple(lines))


def _slips(profile: OfficeProfile) -> GuideSection:
    limits = profile.limits
    lines = [
        "Bấm nhầm|Ctrl+Z ngay. Đã gọi lại qua loa thì không lấy lại được nữa.",
        "Người vắng quay lại|bấm Đưa trở lại cạnh số ấy: được gọi sau "
        f"{limits.no_show_after} người, trong {limits.no_show_grace_min} phút.",
        "Nhầm lĩnh vực|F6, chọn đúng việc. Không bắt lấy số mới.",
    ]
    if profile.call_reasons:
        lines.append("Gọi một số không theo thứ tự|chọn số trong hàng và chọn lý do. Có ghi lại.")
    lines.append("Hết ca|người sau đăng nhập ngay tại quầy; số đang làm được giao lại nguyên vẹn.")
    return GuideSection("Lỡ tay, đổi ý, đổi ca", tuple(lines))


def _fairness(profile: OfficeProfile) -> GuideSection:
    waiting = profile.waiting
    return GuideSection(
        title="Thứ tự gọi",
        lines=(
            "Máy chọn người kế tiếp và nói lý do. Quầy không phải tự xếp hàng.",
            f"Ai đã chờ {waiting.cap_min} phút thì không ai được gọi trước.",
            f"Mục tiêu: bình quân chờ không quá {waiting.promise_min} phút.",
        ),
    )
