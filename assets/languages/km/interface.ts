<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="km" sourcelanguage="vi_VN">
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Ông/bà đã hẹn giờ</source>
        <translation>លោក/លោកស្រីបានណាត់ម៉ោង</translation>
    </message>
    <message>
        <source>Mời ông/bà đưa mã lịch hẹn vào mắt đọc, hoặc gõ mã rồi chạm Tìm lịch hẹn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã lịch hẹn</source>
        <translation>កូដការណាត់</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>ត្រឡប់ក្រោយ</translation>
    </message>
    <message>
        <source>Đang tìm</source>
        <translation>កំពុងស្វែងរក</translation>
    </message>
    <message>
        <source>Tìm lịch hẹn</source>
        <translation>ស្វែងរកការណាត់</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>Chạm để lấy số</source>
        <translation>ប៉ះដើម្បីយកលេខ</translation>
    </message>
    <message>
        <source>Quầy phục vụ từ %1. Ông/bà lấy số được ngay bây giờ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xin chào ông/bà</source>
        <translation>សួស្តីលោក/លោកស្រី</translation>
    </message>
    <message>
        <source>Giờ làm việc: %1</source>
        <translation>ម៉ោងធ្វើការ៖ %1</translation>
    </message>
    <message>
        <source>Đường dây nóng: %1</source>
        <translation>ទូរសព្ទបន្ទាន់៖ %1</translation>
    </message>
    <message>
        <source>Chữ to, dễ với tay</source>
        <translation>អក្សរធំ ងាយប៉ះ</translation>
    </message>
</context>
<context>
    <name>ClosedBand</name>
    <message>
        <source>Trung tâm đã hết giờ làm việc. Giờ làm việc: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Các quầy phục vụ từ %1. Ông/bà lấy số được ngay bây giờ và được gọi theo thứ tự.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lúc này chưa đến giờ lấy số. Các quầy phục vụ từ %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Xóa chữ</source>
        <translation>លុប</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>Lịch hẹn của ông/bà lúc %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đọc lại từ đầu</source>
        <translation>អានពីដើម</translation>
    </message>
    <message>
        <source>Đọc tiếp</source>
        <translation>អានបន្ត</translation>
    </message>
    <message>
        <source>Theo năm sinh trên thẻ, ông/bà thuộc diện ưu tiên: %1. Chạm để dùng.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Giờ làm việc: %1</source>
        <translation>ម៉ោងធ្វើការ៖ %1</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>ត្រឡប់ក្រោយ</translation>
    </message>
    <message>
        <source>Lấy số quầy hướng dẫn</source>
        <translation>យកលេខបញ្ជរណែនាំ</translation>
    </message>
    <message>
        <source>Đang lấy số</source>
        <translation>កំពុងយកលេខ</translation>
    </message>
    <message>
        <source>Lấy số</source>
        <translation>យកលេខ</translation>
    </message>
</context>
<context>
    <name>EasyChoices</name>
    <message>
        <source>Tìm theo tên việc</source>
        <translation>ស្វែងរកតាមឈ្មោះ</translation>
    </message>
    <message>
        <source>Tôi không rõ, nhờ cán bộ hướng dẫn</source>
        <translation>ខ្ញុំមិនច្បាស់ទេ សូមមន្ត្រីជួយណែនាំ</translation>
    </message>
</context>
<context>
    <name>HelpRow</name>
    <message>
        <source>Tìm theo tên việc</source>
        <translation>ស្វែងរកតាមឈ្មោះ</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được</source>
        <translation>វាយដោយគ្មានសញ្ញាក៏បាន</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>ទទួលលទ្ធផល</translation>
    </message>
    <message>
        <source>Đã hẹn giờ</source>
        <translation>បានណាត់ម៉ោង</translation>
    </message>
    <message>
        <source>Dịch vụ hỗ trợ</source>
        <translation>សេវាជំនួយ</translation>
    </message>
    <message>
        <source>Tôi không rõ, nhờ cán bộ hướng dẫn</source>
        <translation>ខ្ញុំមិនច្បាស់ទេ សូមមន្ត្រីជួយណែនាំ</translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message>
        <source>Ông/bà còn cần thêm thời gian không?</source>
        <translation>តើលោក/លោកស្រីត្រូវការពេលបន្ថែមទេ?</translation>
    </message>
    <message>
        <source>Màn hình sẽ về trang đầu sau %1 giây.</source>
        <translation>អេក្រង់នឹងទៅទំព័រដើមក្នុង %1 វិនាទី។</translation>
    </message>
    <message>
        <source>Tôi cần thêm thời gian</source>
        <translation>ខ្ញុំត្រូវការពេលបន្ថែម</translation>
    </message>
    <message>
        <source>Về trang đầu</source>
        <translation>ទៅទំព័រដើម</translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <source>Màn hình thường</source>
        <translation>អេក្រង់ធម្មតា</translation>
    </message>
    <message>
        <source>Chữ to</source>
        <translation>អក្សរធំ</translation>
    </message>
    <message>
        <source>Chữ to, dễ với tay</source>
        <translation>អក្សរធំ ងាយប៉ះ</translation>
    </message>
    <message>
        <source>Nghe đọc</source>
        <translation>ស្តាប់</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>ភាសា</translation>
    </message>
</context>
<context>
    <name>KioskKeyboard</name>
    <message>
        <source>sắc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu sắc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>huyền</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu huyền</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hỏi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu hỏi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ngã</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu ngã</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nặng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dấu nặng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa chữ</source>
        <translation>លុប</translation>
    </message>
    <message>
        <source>Chữ cái</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chữ số</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xóa hết</source>
        <translation>លុបទាំងអស់</translation>
    </message>
    <message>
        <source>Dấu cách</source>
        <translation>ដកឃ្លា</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>រួចរាល់</translation>
    </message>
</context>
<context>
    <name>KioskWords</name>
    <message>
        <source>Dự kiến chờ khoảng %1–%2 phút</source>
        <translation>រង់ចាំប្រហែល %1–%2 នាទី</translation>
    </message>
    <message>
        <source>Dự kiến chờ khoảng %1 phút</source>
        <translation>រង់ចាំប្រហែល %1 នាទី</translation>
    </message>
    <message>
        <source>Dự kiến chờ không quá %1 phút</source>
        <translation>រង់ចាំមិនលើសពី %1 នាទី</translation>
    </message>
    <message>
        <source>Gần như không phải chờ</source>
        <translation>ស្ទើរតែមិនត្រូវរង់ចាំ</translation>
    </message>
    <message>
        <source>Hiện chưa có quầy mở cho việc này, nên chưa ước tính được thời gian chờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa ước tính được thời gian chờ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trước ông/bà còn %1 người</source>
        <translation>មាន %1 នាក់មុនលោក/លោកស្រី</translation>
    </message>
    <message>
        <source>Trước ông/bà không còn ai chờ</source>
        <translation>គ្មាននរណារង់ចាំមុនលោក/លោកស្រីទេ</translation>
    </message>
    <message>
        <source>Đang xem lượt của ông/bà.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ông/bà đang trong hàng chờ.</source>
        <translation>លោក/លោកស្រីកំពុងរង់ចាំក្នុងជួរ។</translation>
    </message>
    <message>
        <source>Đã đến lượt. Mời ông/bà đến quầy %1.</source>
        <translation>ដល់វេនហើយ។ សូមទៅបញ្ជរ %1។</translation>
    </message>
    <message>
        <source>Đã đến lượt. Mời ông/bà xem màn hình gọi số.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ông/bà đang được phục vụ tại quầy %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ông/bà đang được phục vụ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số của ông/bà đang được giữ chỗ. Khi xong giấy tờ, mời ông/bà trở lại quầy, không phải lấy số mới.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số của ông/bà tạm để lại. Mời ông/bà báo quầy hướng dẫn để được gọi sớm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số này đã được phục vụ xong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số này đã được hủy. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy đang mất kết nối nên chưa xem được lượt. Số của ông/bà vẫn có giá trị.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay không có số này. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiên sáng sắp kết thúc. Số của ông/bà được giữ nguyên thứ tự và phục vụ đầu phiên chiều từ %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Số của ông/bà được giữ nguyên thứ tự và phục vụ trong phiên làm việc từ %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay có thể không kịp phục vụ ông/bà trước giờ đóng cửa. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ nhận sau %1 sẽ được trả kết quả vào ngày làm việc tiếp theo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hồ sơ nhận vào giờ này sẽ được trả kết quả vào ngày làm việc tiếp theo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: trả kết quả trong ngày.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy đang mất kết nối nên chưa lấy được số. Mời ông/bà đến quầy hướng dẫn, cán bộ sẽ giúp ông/bà.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tất cả lĩnh vực</source>
        <translation>វិស័យទាំងអស់</translation>
    </message>
    <message>
        <source>Dịch vụ hỗ trợ</source>
        <translation>សេវាជំនួយ</translation>
    </message>
    <message>
        <source>Đã hẹn giờ</source>
        <translation>បានណាត់ម៉ោង</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>ទទួលលទ្ធផល</translation>
    </message>
    <message>
        <source>Tạm dừng lấy số: %1. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tạm dừng lấy số. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phiếu có thể in chưa đủ. Xin ông/bà xem phiếu, hoặc chụp lại số và mã trên màn hình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy in chưa in được phiếu. Xin chụp lại, hoặc ghi lại số trên màn hình.</source>
        <translation>ម៉ាស៊ីនបោះពុម្ពមិនអាចបោះពុម្ពបានទេ។ សូមថតរូប ឬកត់លេខនៅលើអេក្រង់។</translation>
    </message>
    <message>
        <source>Lúc này ngoài giờ lấy số. Mời ông/bà trở lại trong giờ làm việc. Nếu cần giúp, mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Việc này không nhận vào giờ này. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại trong giờ làm việc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay ông/bà đã lấy đủ số. Nếu cần thêm, mời ông/bà đến quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay không có lịch hẹn với mã này. Mời ông/bà xem lại mã, hoặc hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lịch hẹn này đã lấy số. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay việc này đã đủ số. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại vào ngày làm việc tiếp theo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay không kịp phục vụ ông/bà trước giờ đóng cửa, nên máy chưa cấp số. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại vào ngày làm việc tiếp theo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hôm nay việc này đã hết số. Mời ông/bà đến quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy chủ chưa trả lời. Ông/bà vui lòng chạm lại để thử lần nữa.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mục này không còn nữa. Mời ông/bà chọn lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chưa lấy được số. Ông/bà vui lòng thử lại, hoặc đến quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cán bộ hướng dẫn sẽ hỏi việc của ông/bà, giúp kê khai và chỉ đúng quầy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ông/bà vui lòng chuẩn bị giấy hẹn trả kết quả và giấy tờ tùy thân.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cán bộ tại quầy sẽ xem giấy tờ và hướng dẫn ông/bà.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đang in phiếu.</source>
        <translation>កំពុងបោះពុម្ពសំបុត្រ។</translation>
    </message>
    <message>
        <source>Phiếu đã in. Xin ông/bà cầm phiếu.</source>
        <translation>បានបោះពុម្ពសំបុត្រហើយ។ សូមយកសំបុត្រ។</translation>
    </message>
    <message>
        <source>Phiếu đang được in. Nếu phiếu không ra, xin chụp lại số và mã trên màn hình.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xin chụp lại số và mã trên màn hình.</source>
        <translation>សូមថតរូបលេខ និងកូដនៅលើអេក្រង់។</translation>
    </message>
</context>
<context>
    <name>ListingPage</name>
    <message>
        <source>Các lĩnh vực</source>
        <translation>វិស័យផ្សេងៗ</translation>
    </message>
    <message>
        <source>Mời ông/bà chạm vào việc cần làm.</source>
        <translation>សូមប៉ះអ្វីដែលត្រូវការធ្វើ។</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Lấy số</source>
        <translation>យកលេខ</translation>
    </message>
    <message>
        <source>Mời ông/bà đến quầy hướng dẫn để lấy số.</source>
        <translation>សូមទៅបញ្ជរណែនាំដើម្បីយកលេខ។</translation>
    </message>
    <message>
        <source>Việc lấy số vẫn tiếp tục bình thường.</source>
        <translation>ការយកលេខនៅតែបន្តធម្មតា។</translation>
    </message>
    <message>
        <source>Tìm theo tên việc</source>
        <translation>ស្វែងរកតាមឈ្មោះ</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được</source>
        <translation>វាយដោយគ្មានសញ្ញាក៏បាន</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Bảo trì kiosk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã gọi những người có số máy chủ không nhận</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đã xem lỗi của số dự trữ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In trang thử</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Khởi động lại chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Đóng chương trình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>រួចរាល់</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Chưa tìm thấy việc này.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ông/bà thử gõ ít chữ hơn, hoặc lấy số để cán bộ hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ông/bà thử gõ ít chữ hơn, hoặc hỏi quầy hướng dẫn.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OffPage</name>
    <message>
        <source>Chạm để mở màn hình</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Máy lấy số mở từ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PageFooter</name>
    <message>
        <source>Quay lại</source>
        <translation>ត្រឡប់ក្រោយ</translation>
    </message>
    <message>
        <source>Trang đầu</source>
        <translation>ទំព័រដើម</translation>
    </message>
</context>
<context>
    <name>PriorityChoice</name>
    <message>
        <source>Ông/bà có thuộc diện ưu tiên không?</source>
        <translation>តើលោក/លោកស្រីមានសិទ្ធិអាទិភាពទេ?</translation>
    </message>
    <message>
        <source>Thẻ vừa quét cho thấy ông/bà có thể thuộc diện: %1. Nếu đúng, mời chạm chọn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Không</source>
        <translation>ទេ</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Mã xem lượt của ông/bà</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Ô tìm kiếm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Tôi không rõ, nhờ cán bộ hướng dẫn</source>
        <translation>ខ្ញុំមិនច្បាស់ទេ សូមមន្ត្រីជួយណែនាំ</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>ត្រឡប់ក្រោយ</translation>
    </message>
    <message>
        <source>Ông/bà cần làm gì?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ví dụ: khai sinh, ket hon, dkks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nhờ hướng dẫn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được, gõ chữ đầu cũng được. Ví dụ: khai sinh, ket hon, dkks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gõ tiếp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trang đầu</source>
        <translation>ទំព័រដើម</translation>
    </message>
</context>
<context>
    <name>ServiceFacts</name>
    <message>
        <source>Hiện có %1 người đang chờ</source>
        <translation>ឥឡូវមាន %1 នាក់កំពុងរង់ចាំ</translation>
    </message>
    <message>
        <source>Hiện không có ai chờ</source>
        <translation>ឥឡូវគ្មាននរណារង់ចាំ</translation>
    </message>
</context>
<context>
    <name>StaffPinPage</name>
    <message>
        <source>Mã của cán bộ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã không đúng. Xin chờ %1 giây rồi thử lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mã không đúng. Xin thử lại.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mở trang bảo trì</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StandingPage</name>
    <message>
        <source>Số của ông/bà</source>
        <translation>លេខរបស់លោក/លោកស្រី</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>រួចរាល់</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Hôm nay ông/bà cần làm việc gì?</source>
        <translation>ថ្ងៃនេះ លោក/លោកស្រីត្រូវការធ្វើអ្វី?</translation>
    </message>
    <message>
        <source>Mời ông/bà chạm vào việc cần làm.</source>
        <translation>សូមប៉ះអ្វីដែលត្រូវការធ្វើ។</translation>
    </message>
    <message>
        <source>Hoặc chọn theo lĩnh vực</source>
        <translation>ឬជ្រើសតាមវិស័យ</translation>
    </message>
    <message>
        <source>Tất cả lĩnh vực</source>
        <translation>វិស័យទាំងអស់</translation>
    </message>
</context>
<context>
    <name>StatusBanner</name>
    <message>
        <source>Đang kết nối với máy chủ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phần mềm và máy chủ khác phiên bản. Xin báo quản trị viên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thiết bị chưa được đăng ký với máy chủ. Xin báo quản trị viên.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hệ thống đang mất kết nối.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Dịch vụ hỗ trợ</source>
        <translation>សេវាជំនួយ</translation>
    </message>
    <message>
        <source>Ông/bà không cần lấy số, mời đến đúng nơi ghi dưới đây.</source>
        <translation>លោក/លោកស្រីមិនចាំបាច់យកលេខទេ សូមទៅកន្លែងដែលបានសរសេរខាងក្រោម។</translation>
    </message>
</context>
<context>
    <name>TicketNumber</name>
    <message>
        <source>Số của ông/bà</source>
        <translation>លេខរបស់លោក/លោកស្រី</translation>
    </message>
    <message>
        <source>Lấy số lúc %1</source>
        <translation>យកលេខម៉ោង %1</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Quét mã để xem lượt của ông/bà trên điện thoại</source>
        <translation>ស្កេនកូដដើម្បីមើលវេនរបស់លោក/លោកស្រីនៅលើទូរសព្ទ</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà. Mời ông/bà ngồi chờ, khi đến lượt màn hình và loa sẽ gọi số.</source>
        <translation>អរគុណលោក/លោកស្រី។ សូមអង្គុយរង់ចាំ ពេលដល់វេន អេក្រង់ និងឧបករណ៍បំពងសំឡេងនឹងហៅលេខ។</translation>
    </message>
    <message>
        <source>Phiếu đã ra đủ</source>
        <translation>សំបុត្រគ្រប់ហើយ</translation>
    </message>
    <message>
        <source>In lại phiếu</source>
        <translation>បោះពុម្ពម្តងទៀត</translation>
    </message>
    <message>
        <source>Tôi cần thêm thời gian</source>
        <translation>ខ្ញុំត្រូវការពេលបន្ថែម</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>រួចរាល់</translation>
    </message>
    <message>
        <source>Tự về trang đầu sau %1 giây</source>
        <translation>ទៅទំព័រដើមក្នុង %1 វិនាទី</translation>
    </message>
</context>
<context>
    <name>TilePager</name>
    <message>
        <source>Việc khác</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>ទំព័រមុន</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>ទំព័របន្ទាប់</translation>
    </message>
</context>
<context>
    <name>TouchHere</name>
    <message>
        <source>Lúc này ngoài giờ lấy số</source>
        <translation>ឥឡូវនេះក្រៅម៉ោងយកលេខ</translation>
    </message>
    <message>
        <source>Chạm để lấy số</source>
        <translation>ប៉ះដើម្បីយកលេខ</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Máy lấy số chưa sẵn sàng</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mời ông/bà đến quầy hướng dẫn để lấy số. Xin lỗi ông/bà vì sự bất tiện.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhatToBring</name>
    <message>
        <source>Ông/bà vui lòng kiểm tra giấy tờ trước khi lấy số. Thiếu giấy tờ vẫn có thể lấy số để được hướng dẫn.</source>
        <translation>សូមពិនិត្យឯកសារមុនពេលយកលេខ។ ខ្វះឯកសារក៏អាចយកលេខដើម្បីទទួលការណែនាំបានដែរ។</translation>
    </message>
    <message>
        <source>… và %1 giấy tờ khác tùy trường hợp, xin hỏi cán bộ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>ថ្លៃសេវា</translation>
    </message>
    <message>
        <source>Thời hạn giải quyết</source>
        <translation>រយៈពេលដោះស្រាយ</translation>
    </message>
    <message>
        <source>Thông tin cập nhật ngày %1, chỉ để tham khảo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
