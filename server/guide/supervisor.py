"""The guide of the supervisor."""

from server.guide.page import Guide, GuideSection
from server.guide.shared import foot, names, signing_in, without_server
from server.profile.model import OfficeProfile


def supervisor_guide(profile: OfficeProfile) -> Guide:
    """The printed page for supervisors."""
    return Guide(
        title="Hướng dẫn nhanh cho người phụ trách",
        office=profile.office.name,
        keys=(),
        sections=(
            _watching(profile),
            GuideSection(
                "Khi một hàng chờ quá dài",
                (
                    "Thêm việc cho quầy đang rảnh: chọn quầy, thêm dịch vụ. Có hiệu lực ngay.",
                    "Chuyển cán bộ sang quầy trống khác; số đang làm đi theo cán bộ.",
                    "Xem câu chuyện của một số để biết vì sao phải chờ.",
                    "Đổi lại như cũ: bỏ trống danh sách việc thêm.",
                ),
                numbered=True,
            ),
            _order(profile),
            *((_pins(),) if profile.staff.pins else ()),
            signing_in(profile),
            _limits(profile),
            without_server(
                "Máy chủ tự khởi động lại và đọc lại sổ; số, thứ tự và phiếu vẫn nguyên.",
                "Không lên lại được: gọi đường dây nóng, chỉ định một người gọi miệng theo phiếu.",
            ),
        ),
        foot=foot(profile),
    )


def _watching(profile: OfficeProfile) -> GuideSection:
    waiting = profile.waiting
    return GuideSection(
        "Nhìn gì trên màn hình giám sát",
        (
            f"Chờ bình quân|mục tiêu không quá {waiting.promise_min} phút.",
            f"Chờ lâu nhất|quá {waiting.alert_min} phút là báo động: xin lỗi và điều phối ngay.",
            "Quầy rảnh mà còn người chờ|nhắc nhẹ cán bộ, hoặc thêm việc cho quầy.",
            f"Số bị chuyển quá {profile.limits.transfers} lần|cần một người nhận trách nhiệm.",
        ),
    )


def _order(profile: OfficeProfile) -> GuideSection:
    lines = [
        f"Ai đã chờ {profile.waiting.cap_min} phút thì không ai được gọi trước.",
        "Mỗi lần gọi đều có lý do ghi lại, xem được ở câu chuyện của số.",
    ]
    if profile.call_reasons:
        lines.append(f"Gọi không theo thứ tự|{names(profile.call_reasons)}. Được đếm và báo cáo.")
    return GuideSection("Thứ tự gọi và trách nhiệm", tuple(lines))


def _pins() -> GuideSection:
    return GuideSection(
        "Mã PIN của cán bộ (tại máy chủ)",
        (
            "Quên mã|denluot clerk pin MÃ_CÁN_BỘ: cấp mã tạm, đưa tận tay, đổi khi đăng nhập.",
            "Bị khóa|denluot clerk unlock MÃ_CÁN_BỘ. Tự mở sau 1, 2, 4… phút.",
            "Ai đã có mã|denluot clerk list. Không ai xem được mã của người khác.",
        ),
    )


def _limits(profile: OfficeProfile) -> GuideSection:
    return GuideSection(
        "Điều không làm",
        (
            "Không sửa được số liệu: mọi con số đều từ sổ ghi, không ai sửa được sổ.",
            "Không bêu tên: số liệu từng cán bộ chỉ người ấy xem.",
            f"Không để ông/bà chờ quá {profile.waiting.alert_min} phút mà không một lời xin lỗi.",
        ),
    )
