"""The supervisor's banner and list of alerts."""

from dataclasses import replace

from counter.presenter.oversight import alerts
from counter.presenter.oversight.page import seen_now
from counter.situation.oversight_draft import OversightDraft
from server.protocol.commands import AcknowledgeAlert, ResolveAlert
from server.words.alerts import alert_sentence
from tests.support import oversight_samples as o
from tests.support.counter_samples import NOW
from tests.support.oversight_pages import HERE, on, shown


def test_the_named_person_is_told_that_somebody_waits_too_long() -> None:
    """The worst first, in a sentence; how many more there are."""
    told = shown(HERE).banner
    assert told.text == "Có người chờ quá 30 phút: Chứng thực bản sao và chữ ký · và 1 việc khác"
    assert (told.code, told.tone) == (o.LATE.id, "alarm")


def test_another_supervisor_is_told_who_knows_already() -> None:
    """Two people need not run."""
    assert "đã báo Võ Ngọc Khánh" in shown(HERE, clerk="hai").banner.text


def test_the_banner_is_silent_without_news() -> None:
    """Owned, put off, or the line is down; worse than before is news again."""
    mild = o.LATE.model_copy(update={"level": 1})
    put_off = replace(HERE, oversight=OversightDraft(seen=seen_now(o.view(alerts=(mild,)))))
    assert shown(put_off, o.view(alerts=(mild,))).banner.text == ""
    assert shown(put_off, o.view(alerts=(o.LATE,))).banner.text != ""
    assert shown(HERE, o.view(alerts=(o.PRINTER,))).banner.text == ""
    assert shown(replace(HERE, connection="lost")).banner.text == ""


def test_alerts_are_listed_worst_first_then_those_taken_then_those_that_are_over() -> None:
    """Each with its level, its age and who sees to it."""
    pane = shown(on("alerts")).alert
    assert [row.tone for row in pane.rows] == ["alarm", "caution", "taken", "past", "past"]
    assert [row.detail for row in pane.rows] == [
        "mức 2 · 12 phút · chưa ai nhận",
        "mức 1 · 4 phút · chưa ai nhận",
        "mức 1 · 25 phút · Đỗ Thanh Hải",
        "9 giờ 12 · tự hết",
        "8 giờ 02 · mở thêm quầy",
    ]
    assert (pane.title, pane.take, pane.can_take) == (
        alert_sentence(o.office(), o.LATE),
        "Tôi xử lý",
        True,
    )
    assert pane.owner == "Chưa ai nhận, đã báo Võ Ngọc Khánh."
    assert next(row.name for row in pane.causes) == "Đông người bất thường"


def test_one_tap_takes_it_with_the_cause_chosen() -> None:
    """The cause of somebody before is kept as long as nobody says another."""
    draft = OversightDraft(cause="mat_mang")
    assert alerts.take_command(o.LATE, draft, "khanh") == AcknowledgeAlert(
        alert=o.LATE.id, clerk="khanh", cause="mat_mang"
    )
    known = o.LATE.model_copy(update={"cause": "ho_so_kho"})
    assert alerts.cause_of(known, OversightDraft()) == "ho_so_kho"


def test_a_cause_is_asked_only_where_people_wait() -> None:
    """A printer has none that citizens would read."""
    assert shown(on("alerts")).alert.asks_cause
    pane = shown(on("alerts", alert=o.PRINTER.id)).alert
    assert (pane.asks_cause, pane.causes, pane.take) == (False, (), "Tôi nhận thay")


def test_mine_is_ended_with_an_outcome_and_its_cause_can_be_put_right() -> None:
    """Nothing to take again as long as nothing was changed."""
    mine = o.LATE.model_copy(update={"owner": "khanh", "cause": "mat_mang", "acknowledged_at": NOW})
    view = o.view(alerts=(mine,))
    pane = shown(on("alerts"), view).alert
    assert (pane.take, pane.owned, pane.can_finish) == ("", True, False)
    assert pane.owner == "Võ Ngọc Khánh nhận lúc 9 giờ 12. Nguyên nhân: mất kết nối mạng."
    changed = shown(on("alerts", cause="ho_so_kho", outcome="explained"), view).alert
    assert (changed.take, changed.can_finish) == ("Ghi nguyên nhân", True)
    draft = OversightDraft(outcome="explained")
    assert alerts.finish_command(mine, draft, "khanh") == ResolveAlert(
        alert=mine.id, clerk="khanh", outcome="explained"
    )


def test_no_alert_is_said_calmly() -> None:
    """And what was before is still there to read."""
    pane = shown(on("alerts"), o.view(alerts=())).alert
    assert pane.nothing.startswith("Hiện không có cảnh báo nào.")
    assert [row.tone for row in pane.rows] == ["past", "past"]
