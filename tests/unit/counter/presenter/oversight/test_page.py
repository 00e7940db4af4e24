"""The supervisor's page and its banner in words: who is told what, and what each press sends."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.presenter.oversight import alerts, hall
from counter.presenter.oversight.page import opened, oversight, seen_now
from counter.presenter.oversight.screen import OversightScreen
from counter.presenter.oversight.what_if import IMPOSSIBLE, TESTING, UNTOLD, at_desk
from counter.presenter.presenter import present
from counter.presenter.refusals import refusal_and_advice
from counter.situation.oversight_draft import TABS, OversightDraft, Trial
from counter.situation.situation import Seat, Situation
from counter.work import answers
from server.protocol.commands import (
    AcknowledgeAlert,
    EndDay,
    PauseService,
    PostNotice,
    ResolveAlert,
    ResumeService,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error
from server.protocol.views import CounterStatus, CounterView
from server.words.alerts import alert_sentence
from tests.support import oversight_samples as o
from tests.support.counter_samples import NOW, desk

HERE = Situation(connection="live", seat=Seat("q9", "khanh"))


def on(tab: str, **chosen: object) -> Situation:
    """The page open at this part."""
    draft = replace(OversightDraft(tab=tab), **chosen)  # type: ignore[arg-type]  # any field
    return replace(HERE, page="oversight", oversight=draft)


def shown(
    situation: Situation, view: CounterView | None = None, clerk: str = "khanh"
) -> OversightScreen:
    """The page of this clerk now."""
    return oversight(o.office(), view or o.view(), NOW, situation, clerk)


def test_the_named_person_is_told_that_somebody_waits_too_long() -> None:
    """The worst first, in a sentence; how many more there are."""
    told = shown(HERE).banner
    assert told.text == "Có người chờ quá 30 phút: Chứng thực bản sao và chữ ký · và 1 việc khác"
    assert (told.code, told.tone) == (o.LATE.id, "alarm")


def test_another_supervisor_is_told_who_knows_already() -> None:
    """Two people need not run."""
    assert "đã báo Võ Ngọc Khánh" in shown(HERE, clerk="hai").banner.text


def test_who_is_no_supervisor_sees_neither_banner_nor_page() -> None:
    """Whatever is wrong in the hall."""
    for situation in (HERE, on("alerts")):
        assert shown(situation, clerk="an") == OversightScreen()
    clerk = replace(HERE, seat=Seat("q9", "an"), page="oversight")
    own = o.view(desk=desk())
    assert present(o.office(), own, NOW, clerk).page == "work"


def test_the_banner_is_silent_without_news() -> None:
    """Owned, put off, or the line is down; worse than before is news again."""
    mild = o.LATE.model_copy(update={"level": 1})
    put_off = replace(HERE, oversight=OversightDraft(seen=seen_now(o.view(alerts=(mild,)))))
    assert shown(put_off, o.view(alerts=(mild,))).banner.text == ""
    assert shown(put_off, o.view(alerts=(o.LATE,))).banner.text != ""
    assert shown(HERE, o.view(alerts=(o.PRINTER,))).banner.text == ""
    assert shown(replace(HERE, connection="lost")).banner.text == ""


def test_to_open_the_page_is_to_have_been_told() -> None:
    """Back at the desk the banner does not come again; what was typed stays."""
    draft = opened(OversightDraft(tab="end", text="Xin chờ", ending=True), o.view(), o.IDLE.id)
    assert (draft.tab, draft.alert, draft.text, draft.ending) == (
        "alerts",
        o.IDLE.id,
        "Xin chờ",
        False,
    )
    assert shown(replace(HERE, oversight=draft)).banner.text == ""
    assert opened(OversightDraft(tab="end"), o.view(alerts=())).tab == "end"


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


def test_a_service_is_paused_with_a_cause_that_citizens_will_read() -> None:
    """Those who wait are served all the same, and it says so."""
    empty = shown(on("services", service="chung_thuc")).service
    assert (empty.can, empty.accept) == (False, "Xin chọn lý do")
    pane = shown(on("services", service="chung_thuc", reason="mat_mang")).service
    assert pane.detail == "3 người đang chờ vẫn được phục vụ."
    assert pane.told == "“Tạm dừng lấy số: mất kết nối mạng. Mời ông/bà hỏi quầy hướng dẫn.”"
    assert (pane.can, pane.accept) == (True, "Tạm dừng cấp số")
    draft = OversightDraft(service="chung_thuc", reason="mat_mang")
    assert hall.service_command(o.view(), draft, "khanh") == PauseService(
        supervisor="khanh", service="chung_thuc", reason="mat_mang"
    )
    no_cause = OversightDraft(service="chung_thuc")
    assert hall.service_command(o.view(), no_cause, "khanh") is None


def test_a_paused_service_says_why_and_is_resumed() -> None:
    """In the list and beside it."""
    pane = shown(on("services", service="dat_dai")).service
    row = next(each for each in pane.rows if each.code == "dat_dai")
    assert row.detail == "tạm dừng: hệ thống phần mềm gặp sự cố · 3 người chờ"
    assert (pane.paused, pane.causes, pane.accept) == (True, (), "Cấp số trở lại")
    assert hall.service_command(
        o.view(), OversightDraft(service="dat_dai"), "khanh"
    ) == ResumeService(supervisor="khanh", service="dat_dai")


def test_a_notice_is_one_line_of_at_most_two_hundred_letters() -> None:
    """Line breaks and double spaces are tidied away before they are counted."""
    draft = OversightDraft(text="  Quầy 7 nghỉ\nđến 10 giờ.  ", minutes=60, urgent=True)
    assert hall.notice_command(draft, "khanh", "n9") == PostNotice(
        supervisor="khanh",
        notice="n9",
        text="Quầy 7 nghỉ đến 10 giờ.",
        minutes=60,
        is_urgent=True,
    )
    pane = shown(on("notices", text="Quầy 7 nghỉ")).notice
    assert (pane.left, pane.can_post) == ("Còn 189 ký tự", True)
    assert [row.until for row in pane.rows] == ["đến 10 giờ", "đến 12 giờ 32"]
    for text in ("", "   ", "a" * 201):
        assert not shown(on("notices", text=text)).notice.can_post
        assert hall.notice_command(OversightDraft(text=text), "khanh", "n") is None


def test_the_day_cannot_end_while_a_desk_has_somebody_in_hand() -> None:
    """It says which desks; how many still wait is said as well."""
    pane = shown(on("end", ending=True)).end
    assert (pane.can, pane.asking) == (False, False)
    assert pane.block == (
        "Quầy 2, quầy 3 đang có người. Kết thúc ngày được khi các quầy này xong việc."
    )
    assert pane.waiting == "Còn 15 người đang chờ. Số của họ hết hiệu lực ngay."
    assert pane.desks == "6 quầy đang mở sẽ đóng."


def test_the_day_ends_in_two_steps() -> None:
    """The second only after the first."""
    free = tuple(each.model_copy(update={"label": ""}) for each in o.view().counters)
    view = o.view(counters=free)
    assert (shown(on("end"), view).end.can, shown(on("end"), view).end.asking) == (True, False)
    assert shown(on("end", ending=True), view).end.asking
    assert hall.end_command("khanh") == EndDay(supervisor="khanh")
    assert shown(on("end"), o.view(closed=True)).end.over


def test_many_busy_desks_are_counted_not_listed() -> None:
    """Three names, then how many more."""
    busy = tuple(
        each.model_copy(update={"label": "1 001", "status": CounterStatus.OPEN})
        for each in o.view().counters
    )
    block = shown(on("end"), o.view(counters=busy)).end.block
    assert block.startswith("Quầy 0, quầy 1, quầy 2 và 10 quầy khác đang có người.")


def test_clerks_whose_desk_was_closed_by_the_end_of_the_day_are_thanked() -> None:
    """Not told that their desk is closed as if it were their fault."""
    gone = o.view(closed=True, desk=desk(status=CounterStatus.CLOSED, clerk="", waiting=0))
    after = answers.viewed(HERE, o.office(), gone, is_stale=False)
    assert (after.seat, after.explanation) == (None, answers.DAY_ENDED)


ASKED = Trial("q7", "bao_tro", "q1", NOW)


def test_what_if_is_answered_in_a_sentence_with_its_uncertainty() -> None:
    """From, to, plus or minus, and how often it was simulated."""
    flying = on("trial", trial=ASKED)
    assert shown(flying).trial.result == TESTING
    told = answers.foreseen(flying, "q1", o.FORESEEN)
    pane = shown(told).trial
    assert pane.question == "Mở quầy 7 cho bảo trợ xã hội, người có công, giảm nghèo"
    assert pane.result == "P90 từ 41 xuống khoảng 18 phút (±5 phút, 40 lần mô phỏng)."
    assert "chờ trung bình khoảng 7 phút" in pane.detail


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"p90_then_s": 40 * 60}, "Gần như không đổi: P90 khoảng 40 phút"),
        ({"p90_then_s": 55 * 60}, "P90 từ 41 lên khoảng 55 phút"),
    ],
)
def test_no_gain_and_a_loss_are_said_as_they_are(changes: dict[str, int], said: str) -> None:
    """Nobody is sold a plan."""
    answer = o.FORESEEN.model_copy(update={**changes, "erlang_wait_s": None})
    pane = shown(on("trial", trial=replace(ASKED, answer=answer))).trial
    assert pane.result.startswith(said)
    assert "người đến nhiều hơn số phục vụ kịp" in pane.detail


def test_what_cannot_be_told_is_said_so() -> None:
    """Refused, or nobody answers in time; an answer to another question is none."""
    flying = on("trial", trial=ASKED)
    error = Error(id="q1", code=ErrorCode.FORBIDDEN)
    assert shown(answers.foreseen(flying, "q1", error)).trial.result == UNTOLD
    nobody = Error(id="q1", code=ErrorCode.UNKNOWN_COUNTER)
    assert shown(answers.foreseen(flying, "q1", nobody)).trial.result == IMPOSSIBLE
    late = replace(ASKED, asked_at=NOW - timedelta(seconds=13))
    assert shown(on("trial", trial=late)).trial.result == UNTOLD
    assert answers.foreseen(flying, "q0", o.FORESEEN) == flying


@pytest.mark.parametrize(
    ("counter", "service", "said"),
    [
        ("", "", "Chọn một quầy và một việc."),
        ("q5", "", "Mở quầy 5 cho việc nào?"),
        ("q6", "", "Quầy 6 làm thêm việc nào?"),
        ("q6", "cu_tru", "Quầy 6 làm thêm công an: cư trú, căn cước, định danh"),
        ("q6", "chung_thuc", "Đóng quầy 6, nay đang làm chứng thực bản sao và chữ ký"),
    ],
)
def test_the_question_says_what_would_be_done(counter: str, service: str, said: str) -> None:
    """Open, serve more, or close: as the server will take it."""
    pane = shown(on("trial", trial=Trial(counter, service))).trial
    assert (pane.question, pane.can_ask) == (said, bool(service))


def test_a_closed_desk_can_be_opened_only_for_what_it_serves() -> None:
    """The others are dimmed, and it is said in words why nothing can be asked."""
    pane = shown(on("trial", trial=Trial("q7", "chung_thuc"))).trial
    assert [row.code for row in pane.services if row.lit] == ["bao_tro"]
    assert not pane.can_ask
    assert pane.question.startswith("Quầy 7 đang đóng và không làm chứng thực")


def test_a_closed_desk_comes_with_the_work_it_serves() -> None:
    """Unless what was chosen fits already; an open one may take up anything."""
    there = at_desk(o.office(), o.view(), Trial("", "chung_thuc"), "q7")
    assert there == Trial("q7", "bao_tro")
    kept = at_desk(o.office(), o.view(), ASKED, "q6")
    assert kept == Trial("q6", "bao_tro"), "the answer to the question before is gone"


def test_without_the_server_nothing_can_be_sent() -> None:
    """The page stays readable."""
    for tab in TABS:
        page = shown(replace(on(tab, service="dat_dai", text="a"), connection="lost"))
        assert not any(
            (
                page.alert.can_take,
                page.service.can,
                page.notice.can_post,
                page.trial.can_ask,
                page.end.can,
            )
        )


@pytest.mark.parametrize(
    "code",
    [
        ErrorCode.UNKNOWN_ALERT,
        ErrorCode.UNKNOWN_NOTICE,
        ErrorCode.SERVICE_PAUSED,
        ErrorCode.SERVICE_NOT_PAUSED,
        ErrorCode.NOT_A_SUPERVISOR,
    ],
)
def test_a_refusal_speaks_to_staff_in_plain_words(code: ErrorCode) -> None:
    """What is so, and what to do; never as if the clerk were a citizen."""
    said = refusal_and_advice(code)
    assert said.endswith(".")
    assert "Mời ông/bà" not in said
