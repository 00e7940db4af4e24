"""A catalogue of the size a commune has since 1 July 2025 (559 procedures): 600 and the services.

The real procedures of the demo ward, then others in the same manner: what can be done with the
papers of many trades, named as the portal names them. Invented, but neither short nor repetitive,
so that a search finds as much to do in them as in real ones.
"""

from itertools import product
from typing import Final

import assets
from server.profile.load import load_office
from server.profile.office_info import office_info
from server.protocol.office import OfficeInfo, ProcedureInfo

SIZE: Final = 600
DEEDS: Final = (
    ("Cấp", "cấp mới"),
    ("Cấp lại", "cấp lại do bị mất, bị hỏng"),
    ("Gia hạn", "gia hạn"),
    ("Điều chỉnh", "điều chỉnh, bổ sung nội dung"),
    ("Thu hồi", "thu hồi theo đề nghị của tổ chức, cá nhân"),
)
PAPERS: Final = (
    "giấy phép hoạt động phòng khám đa khoa", "chứng chỉ hành nghề dược",
    "giấy chứng nhận đủ điều kiện kinh doanh thuốc", "giấy phép kinh doanh karaoke",
    "giấy phép kinh doanh vũ trường", "giấy phép tổ chức biểu diễn nghệ thuật",
    "giấy phép quảng cáo ngoài trời", "giấy chứng nhận gia đình văn hóa",
    "giấy phép hoạt động thư viện tư nhân", "giấy phép xuất bản bản tin",
    "giấy phép hoạt động nhóm trẻ độc lập", "giấy phép thành lập trường mầm non tư thục",
    "quyết định cho phép trung tâm ngoại ngữ hoạt động", "bằng tốt nghiệp trung học cơ sở",
    "học bổng cho sinh viên nghèo vượt khó", "hỗ trợ tiền ăn trưa cho trẻ mẫu giáo",
    "giấy phép lao động cho người nước ngoài", "trợ cấp thất nghiệp",
    "hỗ trợ đào tạo nghề cho lao động nông thôn", "chế độ tai nạn lao động",
    "giấy phép khai thác cát sỏi lòng sông", "giấy phép xả nước thải vào nguồn nước",
    "giấy phép môi trường", "đăng ký tàu cá", "giấy phép khai thác thủy sản",
    "chứng nhận kiểm dịch động vật", "giấy chứng nhận trang trại",
    "chứng nhận sản phẩm OCOP", "hỗ trợ giống cây trồng bị thiên tai",
    "giấy phép nuôi động vật hoang dã", "giấy phép bán lẻ thuốc lá",
    "giấy phép bán lẻ khí hóa lỏng", "giấy chứng nhận đủ điều kiện bán lẻ xăng dầu",
    "giấy phép hoạt động điện lực", "giấy phép sử dụng vật liệu nổ công nghiệp",
    "giấy phép đào vỉa hè lắp đặt cáp", "giấy phép xe quá tải lưu hành",
    "phù hiệu xe hợp đồng", "đăng kiểm phương tiện thủy nội địa",
    "giấy phép bến khách ngang sông", "giấy phép đấu nối giao thông",
    "chứng chỉ hành nghề môi giới bất động sản", "giấy phép tháo dỡ công trình",
    "chứng chỉ quy hoạch lô đất", "quyết định hỗ trợ nhà ở cho người có công",
    "giấy chứng nhận thương binh", "trợ cấp tuất liệt sĩ",
    "chế độ người hoạt động kháng chiến nhiễm chất độc hóa học", "bảo hiểm y tế cựu chiến binh",
    "huân chương kháng chiến", "giấy phép dạy thêm học thêm",
    "giấy phép hoạt động câu lạc bộ thể thao", "giấy phép lễ hội truyền thống",
    "công nhận điểm du lịch", "thẻ hướng dẫn viên du lịch", "giấy phép lữ hành nội địa",
    "giấy phép trò chơi điện tử công cộng", "giấy phép thiết lập mạng viễn thông",
    "chứng nhận sở hữu kiểu dáng", "hỗ trợ doanh nghiệp khởi nghiệp sáng tạo",
    "đăng ký dấu của hội", "điều lệ hội quần chúng", "quỹ từ thiện cấp xã",
    "đăng ký sinh hoạt tôn giáo tập trung", "thông báo người phụ trách cơ sở tín ngưỡng",
    "giấy phép in vàng mã", "đăng ký mã số vùng trồng", "giấy phép phun thuốc bảo vệ thực vật",
    "giấy chứng nhận hộ sản xuất muối", "hỗ trợ tàu cá tránh bão",
    "giấy phép giết mổ gia súc", "giấy đăng ký nuôi ong lấy mật",
    "giấy chứng nhận làng nghề", "hỗ trợ tiền điện hộ chính sách",
    "miễn giảm thuế sử dụng đất phi nông nghiệp", "hoàn thuế thu nhập cá nhân",
    "xác nhận nghĩa vụ thuế", "mã số thuế cá nhân", "hóa đơn điện tử từng lần phát sinh",
    "giấy phép chợ phiên", "hợp đồng thuê ki ốt chợ", "giấy phép trông giữ xe",
    "giấy phép mai táng trong nghĩa trang", "giấy xác nhận di chuyển mồ mả",
    "giấy phép tổ chức giải chạy", "giấy phép treo băng rôn", "giấy phép thả diều cỡ lớn",
    "giấy phép bắn pháo hoa", "giấy phép bay thiết bị không người lái",
    "giấy chứng nhận phòng cháy chữa cháy", "giấy phép vận chuyển hàng nguy hiểm",
    "giấy chứng nhận an ninh trật tự", "đăng ký vũ khí thô sơ", "tiếp nhận khiếu nại lần đầu",
    "giải quyết tố cáo", "xử lý đơn kiến nghị", "hẹn gặp lãnh đạo tiếp công dân",
)  # fmt: skip


def six_hundred() -> OfficeInfo:
    """The demo ward with 600 procedures."""
    office = office_info(
        load_office(assets.OFFICES / "ward-hoa-binh.toml"), status_url="", with_procedures=True
    )
    real, services = office.procedures, office.services
    more = (
        ProcedureInfo(
            code=f"9.{place:06d}",
            label=f"{deed} {paper}"[:60],
            name=f"Thủ tục {long} {paper} đối với tổ chức, hộ gia đình, cá nhân trên địa bàn",
            service=services[place % len(services)].id,
            keywords=(paper, paper.partition(" ")[2]),
        )
        for place, ((deed, long), paper) in enumerate(product(DEEDS, PAPERS))
    )
    whole = (*real, *more)[:SIZE]
    if len(whole) < SIZE:
        raise ValueError(f"{len(whole)} are not {SIZE}")
    return office.model_copy(update={"procedures": whole})
