"""Advice and the score of forecasts in the wall's words, never without their uncertainty."""

from datetime import timedelta

from display.wall.advice import advised, forecast_note
from server.protocol.foresight import AdviceRow, ForecastScore
from tests.support import display_samples as d

WARD = d.office()


def advice(minutes: float = 50, **more: object) -> AdviceRow:
    """Open desk 7 for certifications."""
    fields: dict[str, object] = {
        **{"id": "a1", "at": d.ago(2), "action": "open", "service": "chung_thuc"},
        **{"counter": "q7", "until_at": d.NOW + timedelta(minutes=minutes)},
        **{"p90_s": 2460, "p90_then_s": 1080, "spread_s": 300, "runs": 40},
    }
    return AdviceRow.model_validate(fields | more)


def test_advice_says_what_to_do_until_when_and_how_sure_it_is() -> None:
    """The gain, its spread, and how many runs it rests on."""
    assert advised(WARD, [advice()], d.NOW) == (
        "Gợi ý: mở thêm quầy 7 cho Chứng thực, công thương đến 10:31: "
        "90% chờ dưới 18 thay vì 41 phút (±5, 40 lần mô phỏng)."
    )
    moved = advised(WARD, [advice(action="move", clerk=WARD.clerks[3].id)], d.NOW)
    assert f"chuyển {WARD.clerks[3].name} sang quầy 7" in moved


def test_only_the_newest_advice_that_still_holds_is_shown() -> None:
    """Yesterday's wisdom is no wisdom."""
    assert advised(WARD, [advice(minutes=-1)], d.NOW) == ""
    newest = advice(action="assign", counter="q8")
    assert "quầy 8 nhận thêm" in advised(WARD, [advice(), newest], d.NOW)


def test_forecasts_are_scored_with_how_many_they_were() -> None:
    """Nothing is said of none."""
    score = ForecastScore(day="2026-11-20", count=258, coverage=0.806, mean_error_s=252.0)
    assert forecast_note(score) == (
        "Dự báo chờ ngày 20/11/2026: 81% đúng khoảng đã báo, sai lệch bình quân 4,2 phút "
        "(258 lượt).",
    )
    assert forecast_note(None) == ()
    assert forecast_note(score.model_copy(update={"count": 0})) == ()
