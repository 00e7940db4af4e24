<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi_VN">
<context>
    <name>AppointmentPage</name>
    <message>
        <source>Ông/bà đã hẹn giờ</source>
        <translation>You have an appointment</translation>
    </message>
    <message>
        <source>Mời ông/bà đưa mã lịch hẹn vào mắt đọc, hoặc gõ mã rồi chạm Tìm lịch hẹn.</source>
        <translation>Please hold your appointment code to the reader, or type it and touch Find appointment.</translation>
    </message>
    <message>
        <source>Mã lịch hẹn</source>
        <translation>Appointment code</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đang tìm</source>
        <translation>Searching</translation>
    </message>
    <message>
        <source>Tìm lịch hẹn</source>
        <translation>Find appointment</translation>
    </message>
</context>
<context>
    <name>AttractPage</name>
    <message>
        <source>Chạm để lấy số</source>
        <translation>Touch to take a number</translation>
    </message>
    <message>
        <source>Quầy phục vụ từ %1. Ông/bà lấy số được ngay bây giờ.</source>
        <translation>Counters open at %1. You can take a number now.</translation>
    </message>
    <message>
        <source>Xin chào ông/bà</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Giờ làm việc: %1</source>
        <translation>Opening hours: %1</translation>
    </message>
    <message>
        <source>Đường dây nóng: %1</source>
        <translation>Hotline: %1</translation>
    </message>
    <message>
        <source>Chữ to, dễ với tay</source>
        <translation>Large text, easy reach</translation>
    </message>
</context>
<context>
    <name>ClosedBand</name>
    <message>
        <source>Trung tâm đã hết giờ làm việc. Giờ làm việc: %1.</source>
        <translation>The centre is closed now. Opening hours: %1.</translation>
    </message>
    <message>
        <source>Các quầy phục vụ từ %1. Ông/bà lấy số được ngay bây giờ và được gọi theo thứ tự.</source>
        <translation>Counters open at %1. You can take a number now and will be called in order.</translation>
    </message>
    <message>
        <source>Lúc này chưa đến giờ lấy số. Các quầy phục vụ từ %1.</source>
        <translation>Numbers are not given yet. Counters open at %1.</translation>
    </message>
</context>
<context>
    <name>CodePad</name>
    <message>
        <source>Xóa chữ</source>
        <translation>Delete</translation>
    </message>
</context>
<context>
    <name>DetailPage</name>
    <message>
        <source>Lịch hẹn của ông/bà lúc %1.</source>
        <translation>Your appointment is at %1.</translation>
    </message>
    <message>
        <source>Đọc lại từ đầu</source>
        <translation>Back to the beginning</translation>
    </message>
    <message>
        <source>Đọc tiếp</source>
        <translation>Read on</translation>
    </message>
    <message>
        <source>Theo năm sinh trên thẻ, ông/bà thuộc diện ưu tiên: %1. Chạm để dùng.</source>
        <translation>By the year of birth on your card you have priority: %1. Touch to use it.</translation>
    </message>
    <message>
        <source>Giờ làm việc: %1</source>
        <translation>Opening hours: %1</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Lấy số quầy hướng dẫn</source>
        <translation>Take a number for the guide desk</translation>
    </message>
    <message>
        <source>Đang lấy số</source>
        <translation>Getting your number</translation>
    </message>
    <message>
        <source>Lấy số</source>
        <translation>Take a number</translation>
    </message>
</context>
<context>
    <name>EasyChoices</name>
    <message>
        <source>Tìm theo tên việc</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>Tôi không rõ, nhờ cán bộ hướng dẫn</source>
        <translation>I am not sure, please guide me</translation>
    </message>
</context>
<context>
    <name>HelpRow</name>
    <message>
        <source>Tìm theo tên việc</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được</source>
        <translation>No accents needed</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Collect results</translation>
    </message>
    <message>
        <source>Đã hẹn giờ</source>
        <translation>I have an appointment</translation>
    </message>
    <message>
        <source>Dịch vụ hỗ trợ</source>
        <translation>Support services</translation>
    </message>
    <message>
        <source>Tôi không rõ, nhờ cán bộ hướng dẫn</source>
        <translation>I am not sure, please guide me</translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message>
        <source>Ông/bà còn cần thêm thời gian không?</source>
        <translation>Do you need more time?</translation>
    </message>
    <message>
        <source>Màn hình sẽ về trang đầu sau %1 giây.</source>
        <translation>This screen returns to the start in %1 seconds.</translation>
    </message>
    <message>
        <source>Tôi cần thêm thời gian</source>
        <translation>I need more time</translation>
    </message>
    <message>
        <source>Về trang đầu</source>
        <translation>Back to the start</translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <source>Màn hình thường</source>
        <translation>Normal screen</translation>
    </message>
    <message>
        <source>Chữ to</source>
        <translation>Large text</translation>
    </message>
    <message>
        <source>Chữ to, dễ với tay</source>
        <translation>Large text, easy reach</translation>
    </message>
    <message>
        <source>Nghe đọc</source>
        <translation>Read aloud</translation>
    </message>
    <message>
        <source>Ngôn ngữ</source>
        <translation>Language</translation>
    </message>
</context>
<context>
    <name>KioskKeyboard</name>
    <message>
        <source>sắc</source>
        <translation>sắc</translation>
    </message>
    <message>
        <source>Dấu sắc</source>
        <translation>Rising tone</translation>
    </message>
    <message>
        <source>huyền</source>
        <translation>huyền</translation>
    </message>
    <message>
        <source>Dấu huyền</source>
        <translation>Falling tone</translation>
    </message>
    <message>
        <source>hỏi</source>
        <translation>hỏi</translation>
    </message>
    <message>
        <source>Dấu hỏi</source>
        <translation>Dipping tone</translation>
    </message>
    <message>
        <source>ngã</source>
        <translation>ngã</translation>
    </message>
    <message>
        <source>Dấu ngã</source>
        <translation>Broken tone</translation>
    </message>
    <message>
        <source>nặng</source>
        <translation>nặng</translation>
    </message>
    <message>
        <source>Dấu nặng</source>
        <translation>Heavy tone</translation>
    </message>
    <message>
        <source>Xóa chữ</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Chữ cái</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>Chữ số</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Xóa hết</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Dấu cách</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>KioskWords</name>
    <message>
        <source>Dự kiến chờ khoảng %1–%2 phút</source>
        <translation>Expected wait about %1–%2 minutes</translation>
    </message>
    <message>
        <source>Dự kiến chờ khoảng %1 phút</source>
        <translation>Expected wait about %1 minutes</translation>
    </message>
    <message>
        <source>Dự kiến chờ không quá %1 phút</source>
        <translation>Expected wait no more than %1 minutes</translation>
    </message>
    <message>
        <source>Gần như không phải chờ</source>
        <translation>Hardly any wait</translation>
    </message>
    <message>
        <source>Hiện chưa có quầy mở cho việc này, nên chưa ước tính được thời gian chờ</source>
        <translation>No counter is open for this now, so the wait cannot be estimated</translation>
    </message>
    <message>
        <source>Chưa ước tính được thời gian chờ</source>
        <translation>The wait cannot be estimated yet</translation>
    </message>
    <message>
        <source>Trước ông/bà còn %1 người</source>
        <translation>%1 people are before you</translation>
    </message>
    <message>
        <source>Trước ông/bà không còn ai chờ</source>
        <translation>Nobody is waiting before you</translation>
    </message>
    <message>
        <source>Đang xem lượt của ông/bà.</source>
        <translation>Looking up your turn.</translation>
    </message>
    <message>
        <source>Ông/bà đang trong hàng chờ.</source>
        <translation>You are in the line.</translation>
    </message>
    <message>
        <source>Đã đến lượt. Mời ông/bà đến quầy %1.</source>
        <translation>It is your turn. Please go to counter %1.</translation>
    </message>
    <message>
        <source>Đã đến lượt. Mời ông/bà xem màn hình gọi số.</source>
        <translation>It is your turn. Please look at the screen in the hall.</translation>
    </message>
    <message>
        <source>Ông/bà đang được phục vụ tại quầy %1.</source>
        <translation>You are being served at counter %1.</translation>
    </message>
    <message>
        <source>Ông/bà đang được phục vụ.</source>
        <translation>You are being served.</translation>
    </message>
    <message>
        <source>Số của ông/bà đang được giữ chỗ. Khi xong giấy tờ, mời ông/bà trở lại quầy, không phải lấy số mới.</source>
        <translation>Your place is kept. When your papers are ready, please return to the counter; you need no new number.</translation>
    </message>
    <message>
        <source>Số của ông/bà tạm để lại. Mời ông/bà báo quầy hướng dẫn để được gọi sớm.</source>
        <translation>Your number was set aside. Please tell the guide desk and you will be called soon.</translation>
    </message>
    <message>
        <source>Số này đã được phục vụ xong.</source>
        <translation>This number has been served.</translation>
    </message>
    <message>
        <source>Số này đã được hủy. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation>This number was cancelled. Please ask the guide desk.</translation>
    </message>
    <message>
        <source>Máy đang mất kết nối nên chưa xem được lượt. Số của ông/bà vẫn có giá trị.</source>
        <translation>This kiosk is disconnected and cannot look up your turn. Your number remains valid.</translation>
    </message>
    <message>
        <source>Hôm nay không có số này. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation>There is no such number today. Please ask the guide desk.</translation>
    </message>
    <message>
        <source>Phiên sáng sắp kết thúc. Số của ông/bà được giữ nguyên thứ tự và phục vụ đầu phiên chiều từ %1.</source>
        <translation>The morning session is about to end. Your number keeps its place and is served early in the afternoon session, from %1.</translation>
    </message>
    <message>
        <source>Số của ông/bà được giữ nguyên thứ tự và phục vụ trong phiên làm việc từ %1.</source>
        <translation>Your number keeps its place and is served in the session that starts at %1.</translation>
    </message>
    <message>
        <source>Hôm nay có thể không kịp phục vụ ông/bà trước giờ đóng cửa. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation>You may not be served before closing time today. Please ask at the guide desk.</translation>
    </message>
    <message>
        <source>Hồ sơ nhận sau %1 sẽ được trả kết quả vào ngày làm việc tiếp theo.</source>
        <translation>Papers received after %1 are returned on the next working day.</translation>
    </message>
    <message>
        <source>Hồ sơ nhận vào giờ này sẽ được trả kết quả vào ngày làm việc tiếp theo.</source>
        <translation>Papers received at this hour are returned on the next working day.</translation>
    </message>
    <message>
        <source>%1: trả kết quả trong ngày.</source>
        <translation>%1: results on the same day.</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Máy đang mất kết nối nên chưa lấy được số. Mời ông/bà đến quầy hướng dẫn, cán bộ sẽ giúp ông/bà.</source>
        <translation>This kiosk is disconnected and cannot give a number. Please go to the guide desk, the staff will help you.</translation>
    </message>
    <message>
        <source>Tất cả lĩnh vực</source>
        <translation>All fields</translation>
    </message>
    <message>
        <source>Dịch vụ hỗ trợ</source>
        <translation>Support services</translation>
    </message>
    <message>
        <source>Đã hẹn giờ</source>
        <translation>I have an appointment</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Collect a result</translation>
    </message>
    <message>
        <source>Tạm dừng lấy số: %1. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation>No numbers are given for this now: %1. Please ask at the guide desk.</translation>
    </message>
    <message>
        <source>Tạm dừng lấy số. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation>No numbers are given for this now. Please ask at the guide desk.</translation>
    </message>
    <message>
        <source>Phiếu có thể in chưa đủ. Xin ông/bà xem phiếu, hoặc chụp lại số và mã trên màn hình.</source>
        <translation>The ticket may be incomplete. Please look at it, or photograph the number and the code on the screen.</translation>
    </message>
    <message>
        <source>Máy in chưa in được phiếu. Xin chụp lại, hoặc ghi lại số trên màn hình.</source>
        <translation>The printer could not print the ticket. Please photograph the screen, or write the number down.</translation>
    </message>
    <message>
        <source>Lúc này ngoài giờ lấy số. Mời ông/bà trở lại trong giờ làm việc. Nếu cần giúp, mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation>No numbers are given at this hour. Please come back during opening hours. If you need help, please ask at the guide desk.</translation>
    </message>
    <message>
        <source>Việc này không nhận vào giờ này. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại trong giờ làm việc.</source>
        <translation>This is not received at this hour. Please go to the guide desk, or return during opening hours.</translation>
    </message>
    <message>
        <source>Hôm nay ông/bà đã lấy đủ số. Nếu cần thêm, mời ông/bà đến quầy hướng dẫn.</source>
        <translation>You have taken enough numbers today. If you need more, please go to the guide desk.</translation>
    </message>
    <message>
        <source>Hôm nay không có lịch hẹn với mã này. Mời ông/bà xem lại mã, hoặc hỏi quầy hướng dẫn.</source>
        <translation>There is no appointment with this code today. Please check the code, or ask the guide desk.</translation>
    </message>
    <message>
        <source>Lịch hẹn này đã lấy số. Mời ông/bà hỏi quầy hướng dẫn.</source>
        <translation>A number was taken for this appointment already. Please ask the guide desk.</translation>
    </message>
    <message>
        <source>Hôm nay việc này đã đủ số. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại vào ngày làm việc tiếp theo.</source>
        <translation>All of today&apos;s numbers for this are taken. Please go to the guide desk, or come back on the next working day.</translation>
    </message>
    <message>
        <source>Hôm nay không kịp phục vụ ông/bà trước giờ đóng cửa, nên máy chưa cấp số. Mời ông/bà đến quầy hướng dẫn, hoặc trở lại vào ngày làm việc tiếp theo.</source>
        <translation>You could not be served before closing time today, so no number was given. Please go to the guide desk, or come back on the next working day.</translation>
    </message>
    <message>
        <source>Hôm nay việc này đã hết số. Mời ông/bà đến quầy hướng dẫn.</source>
        <translation>No numbers are left for this today. Please go to the guide desk.</translation>
    </message>
    <message>
        <source>Máy chủ chưa trả lời. Ông/bà vui lòng chạm lại để thử lần nữa.</source>
        <translation>The server has not answered. Please touch again to retry.</translation>
    </message>
    <message>
        <source>Mục này không còn nữa. Mời ông/bà chọn lại.</source>
        <translation>This is no longer offered. Please choose again.</translation>
    </message>
    <message>
        <source>Chưa lấy được số. Ông/bà vui lòng thử lại, hoặc đến quầy hướng dẫn.</source>
        <translation>No number could be taken. Please try again, or go to the guide desk.</translation>
    </message>
    <message>
        <source>Cán bộ hướng dẫn sẽ hỏi việc của ông/bà, giúp kê khai và chỉ đúng quầy.</source>
        <translation>The guide will ask what you need, help you with forms and show you the right counter.</translation>
    </message>
    <message>
        <source>Ông/bà vui lòng chuẩn bị giấy hẹn trả kết quả và giấy tờ tùy thân.</source>
        <translation>Please have your appointment slip and your identity paper ready.</translation>
    </message>
    <message>
        <source>Cán bộ tại quầy sẽ xem giấy tờ và hướng dẫn ông/bà.</source>
        <translation>The clerk will look at your papers and guide you.</translation>
    </message>
    <message>
        <source>Đang in phiếu.</source>
        <translation>Printing your ticket.</translation>
    </message>
    <message>
        <source>Phiếu đã in. Xin ông/bà cầm phiếu.</source>
        <translation>Your ticket is printed. Please take it.</translation>
    </message>
    <message>
        <source>Phiếu đang được in. Nếu phiếu không ra, xin chụp lại số và mã trên màn hình.</source>
        <translation>Your ticket is being printed. If none comes out, please photograph the number and the code on the screen.</translation>
    </message>
    <message>
        <source>Xin chụp lại số và mã trên màn hình.</source>
        <translation>Please photograph the number and the code on the screen.</translation>
    </message>
</context>
<context>
    <name>ListingPage</name>
    <message>
        <source>Các lĩnh vực</source>
        <translation>Fields of work</translation>
    </message>
    <message>
        <source>Mời ông/bà chạm vào việc cần làm.</source>
        <translation>Please touch what you need.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Lấy số</source>
        <translation>Take a number</translation>
    </message>
    <message>
        <source>Mời ông/bà đến quầy hướng dẫn để lấy số.</source>
        <translation>Please take your number at the guide desk.</translation>
    </message>
    <message>
        <source>Việc lấy số vẫn tiếp tục bình thường.</source>
        <translation>Numbers are given as usual.</translation>
    </message>
    <message>
        <source>Tìm theo tên việc</source>
        <translation>Search by name</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được</source>
        <translation>Accents are not needed</translation>
    </message>
</context>
<context>
    <name>MaintenancePage</name>
    <message>
        <source>Bảo trì kiosk</source>
        <translation>Kiosk maintenance</translation>
    </message>
    <message>
        <source>Đã gọi những người có số máy chủ không nhận</source>
        <translation>The people whose numbers were refused have been called</translation>
    </message>
    <message>
        <source>Đã xem lỗi của số dự trữ</source>
        <translation>The fault of the reserve has been seen to</translation>
    </message>
    <message>
        <source>In trang thử</source>
        <translation>Print a trial page</translation>
    </message>
    <message>
        <source>Khởi động lại chương trình</source>
        <translation>Restart the program</translation>
    </message>
    <message>
        <source>Đóng chương trình</source>
        <translation>Close the program</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Chưa tìm thấy việc này.</source>
        <translation>Nothing found by these words.</translation>
    </message>
    <message>
        <source>Ông/bà thử gõ ít chữ hơn, hoặc lấy số để cán bộ hướng dẫn.</source>
        <translation>Try fewer letters, or take a number and somebody will help you.</translation>
    </message>
    <message>
        <source>Ông/bà thử gõ ít chữ hơn, hoặc hỏi quầy hướng dẫn.</source>
        <translation>Try fewer letters, or ask at the guidance desk.</translation>
    </message>
</context>
<context>
    <name>OffPage</name>
    <message>
        <source>Chạm để mở màn hình</source>
        <translation>Touch to light the screen</translation>
    </message>
    <message>
        <source>Máy lấy số mở từ %1</source>
        <translation>Numbers from %1</translation>
    </message>
</context>
<context>
    <name>PageFooter</name>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Trang đầu</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>PriorityChoice</name>
    <message>
        <source>Ông/bà có thuộc diện ưu tiên không?</source>
        <translation>Are you entitled to priority?</translation>
    </message>
    <message>
        <source>Thẻ vừa quét cho thấy ông/bà có thể thuộc diện: %1. Nếu đúng, mời chạm chọn.</source>
        <translation>The card just scanned suggests that you may have this priority: %1. If so, please tap to choose it.</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Mã xem lượt của ông/bà</source>
        <translation>Code to see your turn</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Ô tìm kiếm</source>
        <translation>Search box</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Tôi không rõ, nhờ cán bộ hướng dẫn</source>
        <translation>I am not sure, please guide me</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ông/bà cần làm gì?</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>Ví dụ: khai sinh, ket hon, dkks</source>
        <translation>For example: birth, marriage, khai sinh</translation>
    </message>
    <message>
        <source>Nhờ hướng dẫn</source>
        <translation>Ask for help</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được, gõ chữ đầu cũng được. Ví dụ: khai sinh, ket hon, dkks</source>
        <translation>English works, and Vietnamese without accents. For example: birth, marriage, ket hon</translation>
    </message>
    <message>
        <source>Gõ tiếp</source>
        <translation>Keep typing</translation>
    </message>
    <message>
        <source>Trang đầu</source>
        <translation>Start</translation>
    </message>
</context>
<context>
    <name>ServiceFacts</name>
    <message>
        <source>Hiện có %1 người đang chờ</source>
        <translation>%1 people are waiting now</translation>
    </message>
    <message>
        <source>Hiện không có ai chờ</source>
        <translation>Nobody is waiting now</translation>
    </message>
</context>
<context>
    <name>StaffPinPage</name>
    <message>
        <source>Mã của cán bộ</source>
        <translation>Staff code</translation>
    </message>
    <message>
        <source>Mã không đúng. Xin chờ %1 giây rồi thử lại.</source>
        <translation>Wrong code. Please wait %1 seconds and try again.</translation>
    </message>
    <message>
        <source>Mã không đúng. Xin thử lại.</source>
        <translation>Wrong code. Please try again.</translation>
    </message>
    <message>
        <source>Thôi</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Mở trang bảo trì</source>
        <translation>Open maintenance</translation>
    </message>
</context>
<context>
    <name>StandingPage</name>
    <message>
        <source>Số của ông/bà</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Hôm nay ông/bà cần làm việc gì?</source>
        <translation>What do you need today?</translation>
    </message>
    <message>
        <source>Mời ông/bà chạm vào việc cần làm.</source>
        <translation>Please touch what you need.</translation>
    </message>
    <message>
        <source>Hoặc chọn theo lĩnh vực</source>
        <translation>Or choose a field</translation>
    </message>
    <message>
        <source>Tất cả lĩnh vực</source>
        <translation>All fields</translation>
    </message>
</context>
<context>
    <name>StatusBanner</name>
    <message>
        <source>Đang kết nối với máy chủ</source>
        <translation>Connecting to the server</translation>
    </message>
    <message>
        <source>Phần mềm và máy chủ khác phiên bản. Xin báo quản trị viên.</source>
        <translation>This program and the server are of different versions. Please tell the administrator.</translation>
    </message>
    <message>
        <source>Thiết bị chưa được đăng ký với máy chủ. Xin báo quản trị viên.</source>
        <translation>This device is not registered. Please tell the administrator.</translation>
    </message>
    <message>
        <source>Hệ thống đang mất kết nối.</source>
        <translation>The system is disconnected.</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Dịch vụ hỗ trợ</source>
        <translation>Support services</translation>
    </message>
    <message>
        <source>Ông/bà không cần lấy số, mời đến đúng nơi ghi dưới đây.</source>
        <translation>You need no number, please go to the place written below.</translation>
    </message>
</context>
<context>
    <name>TicketNumber</name>
    <message>
        <source>Số của ông/bà</source>
        <translation>Your number</translation>
    </message>
    <message>
        <source>Lấy số lúc %1</source>
        <translation>Taken at %1</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Quét mã để xem lượt của ông/bà trên điện thoại</source>
        <translation>Scan the code to follow your turn on a phone</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà. Mời ông/bà ngồi chờ, khi đến lượt màn hình và loa sẽ gọi số.</source>
        <translation>Thank you. Please have a seat; screen and loudspeaker will call your number.</translation>
    </message>
    <message>
        <source>Phiếu đã ra đủ</source>
        <translation>The ticket is complete</translation>
    </message>
    <message>
        <source>In lại phiếu</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Tôi cần thêm thời gian</source>
        <translation>I need more time</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Tự về trang đầu sau %1 giây</source>
        <translation>Start page in %1 seconds</translation>
    </message>
</context>
<context>
    <name>TilePager</name>
    <message>
        <source>Việc khác</source>
        <translation>Anything else</translation>
    </message>
    <message>
        <source>Trang trước</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>Trang sau</source>
        <translation>Next page</translation>
    </message>
</context>
<context>
    <name>TouchHere</name>
    <message>
        <source>Lúc này ngoài giờ lấy số</source>
        <translation>No numbers at this hour</translation>
    </message>
    <message>
        <source>Chạm để lấy số</source>
        <translation>Touch to take a number</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>Máy lấy số chưa sẵn sàng</source>
        <translation>This kiosk is not ready yet</translation>
    </message>
    <message>
        <source>Mời ông/bà đến quầy hướng dẫn để lấy số. Xin lỗi ông/bà vì sự bất tiện.</source>
        <translation>Please take your number at the guide desk. We are sorry for the inconvenience.</translation>
    </message>
</context>
<context>
    <name>WhatToBring</name>
    <message>
        <source>Ông/bà vui lòng kiểm tra giấy tờ trước khi lấy số. Thiếu giấy tờ vẫn có thể lấy số để được hướng dẫn.</source>
        <translation>Please check your papers before taking a number. You may take one even if something is missing, and will be guided.</translation>
    </message>
    <message>
        <source>… và %1 giấy tờ khác tùy trường hợp, xin hỏi cán bộ.</source>
        <translation>… and %1 more depending on the case, please ask the staff.</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Thời hạn giải quyết</source>
        <translation>Processing time</translation>
    </message>
    <message>
        <source>Thông tin cập nhật ngày %1, chỉ để tham khảo.</source>
        <translation>As of %1, for reference only.</translation>
    </message>
</context>
</TS>
