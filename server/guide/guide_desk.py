"""The guide of those who help at the kiosks."""

from server.guide.page import Guide, GuideSection
from server.guide.shared import courtesy, foot, signing_in, without_server
from server.profile.model import OfficeProfile


def helper_guide(profile: OfficeProfile) -> Guide:
    """The printed page for the guide desk and for volunteers beside the kiosk."""
    return Guide(
        title="Hướng dẫn nhanh cho người hướng dẫn",
        office=profile.office.name,
        keys=(),
        sections=(
            GuideSection(
                "Ở kiosk, cùng ông/bà",
                (
                    "Hỏi: hôm nay ông/bà cần làm việc gì? Chạm giúp, hoặc gõ vài chữ để tìm.",
                    "Đọc to danh sách giấy tờ. Thiếu giấy vẫn lấy số được.",
                    "Hỏi diện ưu tiên, đừng tự đoán. Chọn trước khi lấy số.",
                    "Đưa phiếu, chỉ chỗ ngồi và màn hình gọi số.",
                ),
                numbered=True,
            ),
            _priorities(profile),
            GuideSection(
                "Lấy số giúp tại máy của mình",
                (
                    "Mở trang Lấy số giúp, chọn việc, chọn kiosk in phiếu.",
                    "Hết số trong ngày hoặc sắp hết giờ: máy nói rõ; chỉ phát số khi chắc còn kịp.",
                    "Mất phiếu, phiếu mờ: in lại từ số ấy. Phiếu in lại có ghi “bản sao”.",
                    "Không đọc được, nghe kém, đi cùng trẻ nhỏ: lấy số giúp và dẫn đến chỗ ngồi.",
                ),
            ),
            signing_in(profile),
            courtesy(profile),
            _printer(),
            without_server("Kiosk phát số từ dãy số dự trữ: số ấy có giá trị như mọi số khác."),
        ),
        foot=foot(profile),
    )


def _priorities(profile: OfficeProfile) -> GuideSection:
    kinds = [each for each in profile.priorities if each.enabled]
    lines = tuple(
        f"{each.name}|{_credit(profile, each.credit_min)}. Căn cứ: {each.basis}." for each in kinds
    )
    return GuideSection("Diện ưu tiên", lines or ("Nơi này không có diện ưu tiên.",))


def _credit(profile: OfficeProfile, minutes: int) -> str:
    if profile.discipline.kind != "credit":
        return "được gọi trước theo quy tắc của đơn vị"
    return f"tính như đến sớm hơn {minutes} phút"


def _printer() -> GuideSection:
    return GuideSection(
        "Máy in của kiosk",
        (
            "Hết giấy hoặc kẹt giấy: kiosk tự báo; số đã phát vẫn được giữ và in khi có giấy.",
            "Thay giấy: mặt nhiệt quay ra ngoài, đóng nắp đến khi nghe tiếng khớp.",
            "Chưa in được: cho ông/bà chụp lại màn hình hoặc ghi số ra giấy.",
        ),
    )
