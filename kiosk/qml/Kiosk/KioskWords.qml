import QtQuick
import KioskModel

// The sentences behind the presenter's codes; the numbers come with them.
QtObject {
    function wait(what: WaitPanel): string {
        switch (what.kind) {
        case "range":
            return qsTr("Dự kiến chờ khoảng %1–%2 phút").arg(what.low).arg(what.high);
        case "about":
            return qsTr("Dự kiến chờ khoảng %1 phút").arg(what.high);
        case "up_to":
            return qsTr("Dự kiến chờ không quá %1 phút").arg(what.high);
        case "none":
            return qsTr("Gần như không phải chờ");
        case "untold":
            return "";
        case "unserved":
            return qsTr("Hiện chưa có quầy mở cho việc này, nên chưa ước tính được thời gian chờ");
        default:
            return qsTr("Chưa ước tính được thời gian chờ");
        }
    }

    function ahead(count: int): string {
        return count > 0 ? qsTr("Trước ông/bà còn %1 người").arg(count) : qsTr("Trước ông/bà không còn ai chờ");
    }

    function standing(what: StandingPanel): string {
        switch (what.status) {
        case "asking":
            return qsTr("Đang xem lượt của ông/bà.");
        case "waiting":
            return qsTr("Ông/bà đang trong hàng chờ.");
        case "called":
            return what.counter ? qsTr("Đã đến lượt. Mời ông/bà đến quầy %1.").arg(what.counter) : qsTr("Đã đến lượt. Mời ông/bà xem màn hình gọi số.");
        case "serving":
            return what.counter ? qsTr("Ông/bà đang được phục vụ tại quầy %1.").arg(what.counter) : qsTr("Ông/bà đang được phục vụ.");
        case "on_hold":
            return qsTr("Số của ông/bà đang được giữ chỗ. Khi xong giấy tờ, mời ông/bà trở lại quầy, không phải lấy số mới.");
        case "no_show":
            return qsTr("Số của ông/bà tạm để lại. Mời ông/bà báo quầy hướng dẫn để được gọi sớm.");
        case "completed":
            return qsTr("Số này đã được phục vụ xong.");
        case "cancelled":
            return qsTr("Số này đã được hủy. Mời ông/bà hỏi quầy hướng dẫn.");
        case "offline":
            return qsTr("Máy đang mất kết nối nên chưa xem được lượt. Số của ông/bà vẫn có giá trị.");
        default:
            return qsTr("Hôm nay không có số này. Mời ông/bà hỏi quầy hướng dẫn.");
        }
    }

    function remark(code: string, time: string, name: string, said: string): string {
        if (said)
            return said;
        switch (code) {
        case "afternoon":
            return qsTr("Phiên sáng sắp kết thúc. Số của ông/bà được giữ nguyên thứ tự và phục vụ đầu phiên chiều từ %1.").arg(time);
        case "later":
            return qsTr("Số của ông/bà được giữ nguyên thứ tự và phục vụ trong phiên làm việc từ %1.").arg(time);
        case "beyond_closing":
            return qsTr("Hôm nay có thể không kịp phục vụ ông/bà trước giờ đóng cửa. Mời ông/bà hỏi quầy hướng dẫn.");
        case "next_working_day":
            return time ? qsTr("Hồ sơ nhận sau %1 sẽ được trả kết quả vào ngày làm việc tiếp theo.").arg(time) : qsTr("Hồ sơ nhận vào giờ này sẽ được trả kết quả vào ngày làm việc tiếp theo.");
        case "same_day":
            return qsTr("%1: trả kết quả trong ngày.").arg(name || qsTr("Hôm nay"));
        default:
            return "";
        }
    }

    function obstacle(code: string): string {
        switch (code) {
        case "offline":
            return qsTr("Máy đang mất kết nối nên chưa lấy được số. Mời ông/bà đến quầy hướng dẫn, cán bộ sẽ giúp ông/bà.");
        case "closed":
            return qsTr("Lúc này ngoài giờ lấy số. Mời ông/bà trở lại trong giờ làm việc. Nếu cần giúp, mời ông/bà hỏi quầy hướng dẫn.");
        case "resting":
            return qsTr("Việc này không nhận vào giờ này. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại trong giờ làm việc.");
        case "enough":
            return qsTr("Hôm nay ông/bà đã lấy đủ số. Nếu cần thêm, mời ông/bà đến quầy hướng dẫn.");
        case "booking_unknown":
            return qsTr("Hôm nay không có lịch hẹn với mã này. Mời ông/bà xem lại mã, hoặc hỏi quầy hướng dẫn.");
        case "booking_used":
            return qsTr("Lịch hẹn này đã lấy số. Mời ông/bà hỏi quầy hướng dẫn.");
        case "full":
            return qsTr("Hôm nay việc này đã đủ số. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại vào ngày làm việc tiếp theo.");
        case "beyond":
            return qsTr("Hôm nay không kịp phục vụ ông/bà trước giờ đóng cửa, nên máy chưa cấp số. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại vào ngày làm việc tiếp theo.");
        case "exhausted":
            return qsTr("Hôm nay việc này đã hết số. Mời ông/bà đến quầy hướng dẫn.");
        case "busy":
            return qsTr("Máy chủ chưa trả lời. Ông/bà vui lòng chạm lại để thử lần nữa.");
        case "gone":
            return qsTr("Mục này không còn nữa. Mời ông/bà chọn lại.");
        case "failed":
            return qsTr("Chưa lấy được số. Ông/bà vui lòng thử lại, hoặc đến quầy hướng dẫn.");
        default:
            return "";
        }
    }

    // The tiles of the easy mode that are no entries of the office.
    function tile(code: string): string {
        switch (code) {
        case "fields":
            return qsTr("Tất cả lĩnh vực");
        case "support":
            return qsTr("Dịch vụ hỗ trợ");
        case "appointment":
            return qsTr("Đã hẹn giờ");
        case "result":
            return qsTr("Nhận kết quả");
        default:
            return "";
        }
    }

    function paused(because: string): string {
        return because ? qsTr("Tạm dừng lấy số: %1. Mời ông/bà hỏi quầy hướng dẫn.").arg(because) : qsTr("Tạm dừng lấy số. Mời ông/bà hỏi quầy hướng dẫn.");
    }

    function note(code: string): string {
        switch (code) {
        case "guide":
            return qsTr("Cán bộ hướng dẫn sẽ hỏi việc của ông/bà, giúp kê khai và chỉ đúng quầy.");
        case "result":
            return qsTr("Ông/bà vui lòng chuẩn bị giấy hẹn trả kết quả và giấy tờ tùy thân.");
        case "ask":
            return qsTr("Cán bộ tại quầy sẽ xem giấy tờ và hướng dẫn ông/bà.");
        default:
            return "";
        }
    }

    function paper(code: string): string {
        switch (code) {
        case "printing":
            return qsTr("Đang in phiếu.");
        case "printed":
            return qsTr("Phiếu đã in. Xin ông/bà cầm phiếu.");
        case "sent":
            return qsTr("Phiếu đang được in. Nếu phiếu không ra, xin chụp lại số và mã trên màn hình.");
        case "doubt":
            return qsTr("Phiếu có thể in chưa đủ. Xin ông/bà xem phiếu, hoặc chụp lại số và mã trên màn hình.");
        case "failed":
            return qsTr("Máy in chưa in được phiếu. Xin chụp lại, hoặc ghi lại số trên màn hình.");
        default:
            return qsTr("Xin chụp lại số và mã trên màn hình.");
        }
    }
}
