"""The report as tables, which the page, the PDF and the files all show. Pure.

A column is a key (the same in every file and in the data dictionary), Vietnamese words, and a
meaning. Cells are text, numbers or ``None``; minutes have one decimal.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from server.core.advice_score import AdviceOutcome
from server.report.count import AlertDay, DayReport, Volume
from server.report.desks import DeskDay
from server.report.names import Names
from server.words.alerts import alert_name
from server.words.papers import paper_name
from server.words.times import clock as clock_at

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: ``meaning`` goes into the data dictionary."""

    key: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; ``key`` names its file or sheet."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


SERVICES: Final = (
    Column("service", "Dịch vụ", "tên dịch vụ; dòng cuối là toàn trung tâm"),
    Column("issued", "Đã cấp", "số phiếu đã cấp trong ngày"),
    Column("offline", "Cấp khi mất mạng", "trong đó kiosk tự cấp khi mất máy chủ"),
    Column("called", "Đã gọi", "số phiếu được gọi ít nhất một lần (không tính lần đã hoàn tác)"),
    Column("completed", "Hoàn thành", "số phiếu phục vụ xong"),
    Column("no_show", "Vắng", "được gọi mà không đến, đến cuối ngày vẫn chưa phục vụ"),
    Column("cancelled", "Hủy", "bị hủy trước khi phục vụ"),
    Column("left_waiting", "Còn chờ", "còn chờ khi kết thúc ngày"),
    Column("transferred", "Chuyển", "số lần chuyển quầy hoặc dịch vụ"),
    Column("chosen", "Ngoài thứ tự", "số lần gọi đích danh, không theo thứ tự"),
    Column("mean_wait_min", "Chờ TB", "phút từ lúc lấy số đến lần gọi đầu, bình quân"),
    Column("p50_wait_min", "Chờ P50", "một nửa chờ không quá số phút này"),
    Column("p90_wait_min", "Chờ P90", "chín phần mười chờ không quá số phút này"),
    Column("max_wait_min", "Lâu nhất", "lần chờ lâu nhất, phút"),
    Column("kept_promise_percent", "Đúng hẹn %", "phần trăm người được gọi chờ không quá cam kết"),
    Column("mean_service_min", "Phục vụ TB", "phút từ bắt đầu đến hoàn thành, bình quân"),
    Column("forecast_percent", "Dự báo đúng %", "phần trăm được gọi trong khoảng đã báo"),
    Column("rated", "Lượt đánh giá", "số người trả lời câu hỏi hài lòng"),
    Column("response_percent", "Tỷ lệ trả lời %", "lượt đánh giá trên số hoàn thành"),
    Column(
        "content_percent", "Hài lòng %", "điểm 4 hoặc 5 trên lượt đánh giá; không ai trả lời: trống"
    ),
)
DESKS: Final = (
    Column("counter", "Quầy", "tên quầy"),
    Column("first_ready", "Sẵn sàng lúc", "giờ có cán bộ lần đầu trong ngày"),
    Column("late_min", "Muộn (phút)", "so với giờ mở cửa của buổi đầu; 0 là đúng giờ"),
    Column("open_percent", "Có mặt %", "thời gian sẵn sàng hoặc phục vụ trên giờ làm việc"),
    Column("pauses", "Lần tạm dừng", "số lần tạm dừng"),
    Column("paused_min", "Tạm dừng (phút)", "tổng thời gian tạm dừng"),
    Column("calls", "Lượt gọi", "số lần gọi"),
    Column("completed", "Hoàn thành", "số lượt phục vụ xong (tính từng chặng)"),
    Column("last_call", "Gọi cuối lúc", "giờ gọi cuối cùng"),
    Column("closed", "Đóng lúc", "giờ đóng quầy"),
)
ALERTS: Final = (
    Column("kind", "Cảnh báo", "loại cảnh báo"),
    Column("raised", "Số lần", "số lần phát sinh"),
    Column("rose", "Lên mức 2", "số lần lên mức báo người phụ trách"),
    Column("unanswered", "Không ai nhận", "kết thúc mà không có người nhận xử lý"),
    Column(
        "mean_answer_min", "Nhận sau (phút)", "từ lúc phát sinh đến lúc có người nhận, bình quân"
    ),
)
ADVICE: Final = (
    Column("advised_at", "Gợi ý lúc", "giờ máy chủ gợi ý"),
    Column("service", "Dịch vụ", "dịch vụ được gợi ý"),
    Column("counter", "Quầy", "quầy được gợi ý mở hoặc nhận thêm"),
    Column("until", "Đến", "gợi ý có giá trị đến giờ này"),
    Column("followed", "Đã làm", "quầy có được mở hoặc nhận thêm trong thời gian đó không"),
    Column("foretold_min", "P90 dự tính", "phút, cho cách đã làm (theo hoặc không theo gợi ý)"),
    Column("p90_min", "P90 thực tế", "phút, của chính những người gợi ý nói đến"),
)
COUNTS: Final = (
    Column("group", "Nhóm", "loại mã được đếm"),
    Column("code", "Mã", "mã trong hồ sơ văn phòng"),
    Column("name", "Tên", "tên của mã"),
    Column("count", "Số lượng", "số lần"),
)


def tables(report: DayReport, names: Names) -> tuple[Table, ...]:
    """All tables of the report; ``names`` are the office's words by id and code."""
    zone = ZoneInfo(report.rules.zone)
    used = [volume for volume in report.services if volume.issued]
    return (
        Table(
            "services",
            "Theo dịch vụ",
            SERVICES,
            (
                *(_service(volume, names.service(volume.service)) for volume in used),
                _service(report.total, "Toàn trung tâm"),
            ),
        ),
        Table("desks", "Theo quầy", DESKS, tuple(_desk(d, names, zone) for d in report.desks)),
        Table("alerts", "Cảnh báo", ALERTS, tuple(_alert(each) for each in report.alerts)),
        Table(
            "advice", "Gợi ý", ADVICE, tuple(_advice(each, names, zone) for each in report.advice)
        ),
        Table("counts", "Số đếm theo mã", COUNTS, tuple(_counts(report, names))),
    )


def dictionary(of: Iterable[Table]) -> Table:
    """What every column means."""
    columns = (
        Column("table", "Bảng", "tên bảng"),
        Column("column", "Cột", "tên cột"),
        Column("words", "Tiêu đề", "tiêu đề tiếng Việt"),
        Column("meaning", "Ý nghĩa", "ý nghĩa"),
    )
    rows = tuple((t.key, c.key, c.words, c.meaning) for t in of for c in t.columns)
    return Table("dictionary", "Từ điển dữ liệu", columns, rows)


def minutes(seconds: float | None) -> float | None:
    """Minutes with one decimal."""
    return None if seconds is None else round(seconds / 60, 1)


def percent(part: int, whole: int) -> float | None:
    """Per cent with one decimal; ``None`` when ``whole`` is 0."""
    return round(100 * part / whole, 1) if whole else None


def clock(at: datetime | None, zone: ZoneInfo) -> str | None:
    """The time of day in the office's zone, "09:41"."""
    return None if at is None else clock_at(at, zone)


def _service(volume: Volume, name: str) -> tuple[Cell, ...]:
    return (
        name,
        volume.issued,
        volume.offline,
        volume.called,
        volume.completed,
        volume.no_show,
        volume.cancelled,
        volume.left_waiting,
        volume.transferred,
        volume.chosen,
        minutes(volume.mean_wait_s),
        minutes(volume.p50_wait_s),
        minutes(volume.p90_wait_s),
        minutes(volume.max_wait_s),
        percent(volume.kept_promise, volume.called),
        minutes(volume.mean_service_s),
        percent(volume.came_true, volume.told),
        volume.rated,
        percent(volume.rated, volume.completed),
        percent(volume.content, volume.rated),
    )


def _desk(desk: DeskDay, names: Names, zone: ZoneInfo) -> tuple[Cell, ...]:
    share = round(100 * desk.open_s / desk.hours_s, 1) if desk.hours_s else None
    return (
        names.desk(desk.counter),
        clock(desk.first_ready_at, zone),
        minutes(desk.late_s),
        share,
        desk.pauses,
        minutes(desk.paused_s),
        desk.calls,
        desk.completed,
        clock(desk.last_call_at, zone),
        clock(desk.closed_at, zone),
    )


def _alert(alert: AlertDay) -> tuple[Cell, ...]:
    return (
        alert_name(alert.kind),
        alert.raised,
        alert.rose,
        alert.unanswered,
        minutes(alert.mean_answer_s),
    )


def _advice(outcome: AdviceOutcome, names: Names, zone: ZoneInfo) -> tuple[Cell, ...]:
    given = outcome.given
    return (
        clock(given.at, zone),
        names.service(given.service),
        names.desk(given.counter),
        clock(given.until_at, zone),
        "có" if outcome.was_followed else "không",
        minutes(outcome.foretold_s),
        minutes(outcome.p90_s),
    )


def counted(report: DayReport, names: Names) -> Iterable[tuple[str, list[tuple[str, str, int]]]]:
    """The counted codes by group, each with code, name and count, most frequent first."""
    groups: tuple[tuple[str, Counter[str], Callable[[str], str]], ...] = (
        ("Xin lỗi vì chờ quá cam kết, theo nguyên nhân", report.apologies, names.code),
        ("Gọi ngoài thứ tự, theo lý do", report.chosen_reasons, names.code),
        ("Kết quả", report.outcomes, names.code),
        ("Diện ưu tiên", report.priorities, names.code),
        ("Vướng mắc", report.tags, names.code),
        ("Phiếu in", report.papers, paper_name),
        ("Lý do chưa hài lòng", report.rating_reasons, names.code),
    )
    for group, counter, named in groups:
        ordered = sorted(counter.items(), key=lambda each: (-each[1], each[0]))
        if ordered:
            yield group, [(code, named(code) or "chưa rõ", count) for code, count in ordered]


def _counts(report: DayReport, names: Names) -> Iterable[tuple[Cell, ...]]:
    for group, entries in counted(report, names):
        for code, name, count in entries:
            yield group, code, name, count
