"""The server's advice and the accuracy of forecasts, in words for the wall. Pure."""

from collections.abc import Iterable
from datetime import datetime

from server.protocol.foresight import AdviceRow, ForecastScore
from server.protocol.office import OfficeInfo
from server.words.advice import deed_words
from server.words.times import clock


def advised(office: OfficeInfo, advice: Iterable[AdviceRow], now: datetime) -> str:
    """The newest advice that is still valid, with its expected gain and how sure that is."""
    held = [each for each in advice if each.until_at > now]
    if not held:
        return ""
    row = held[-1]
    until = clock(row.until_at, now.tzinfo)
    deed = deed_words(office, row.action, counter=row.counter, service=row.service, clerk=row.clerk)
    seconds = (row.p90_s, row.p90_then_s, row.spread_s)
    before, then, spread = (round(each / 60) for each in seconds)
    return (
        f"Gợi ý: {deed} đến {until}: 90% chờ dưới {then} thay vì {before} phút "
        f"(±{spread}, {row.runs} lần mô phỏng)."
    )


def forecast_note(score: ForecastScore | None) -> tuple[str, ...]:
    """How yesterday's forecasts came out, with their number."""
    if score is None or not score.count:
        return ()
    share, error = round(100 * score.coverage), f"{score.mean_error_s / 60:.1f}".replace(".", ",")
    return (
        f"Dự báo chờ ngày {'/'.join(reversed(score.day.split('-')))}: {share}% đúng khoảng đã báo, "
        f"sai lệch bình quân {error} phút ({score.count} lượt).",
    )
