"""What touching a desk would do, asked and answered in words."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.presenter.oversight.what_if import IMPOSSIBLE, TESTING, UNTOLD, at_desk
from counter.situation.oversight_draft import Trial
from counter.work import answers
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error
from tests.support import oversight_samples as o
from tests.support.counter_samples import NOW
from tests.support.oversight_pages import on, shown

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
