"""The helper's page: a number given at the counter, with its warnings and its paper."""

from dataclasses import replace

import pytest

from counter.presenter import issue
from counter.situation.situation import Flight, IssueDraft, Seat, Situation
from counter.work import answers
from server.protocol.commands import IssueTicket, PrintTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from server.protocol.views import WaitRange
from tests.support.counter_samples import desk, office, view

BIRTH = IssueDraft(typed="khai", work="1.001193", priority="P3", kiosk="K1")
HERE = Situation(connection="live", seat=Seat("q9", "an"))


def test_a_number_is_taken_for_the_procedures_service_with_its_priority() -> None:
    """The command says what the person came for."""
    assert issue.issue_command(office(), BIRTH, "t1") == IssueTicket(
        ticket="t1", service="khai_sinh", priority="P3", procedure="1.001193"
    )
    plain = issue.issue_command(office(), IssueDraft(work="dat_dai"), "t1")
    assert plain == IssueTicket(ticket="t1", service="dat_dai")
    assert issue.issue_command(office(), IssueDraft(work="gone"), "t1") is None


@pytest.mark.parametrize(
    "code",
    [
        ErrorCode.KIOSK_CLOSED,
        ErrorCode.DAY_FULL,
        ErrorCode.BEYOND_CLOSING,
        ErrorCode.SERVICE_PAUSED,
    ],
)
def test_staff_may_insist_after_a_plain_warning(code: ErrorCode) -> None:
    """First the reason and what it means, then the same button gives it nevertheless."""
    flying = replace(HERE, page="issue", issue=BIRTH, flight=Flight("c1", "issue_ticket"))
    after = answers.answered(flying, office(), view(desk()), Error(id="c1", code=code))
    shown = issue.issue(office(), view(desk()), after)
    assert (after.note, shown.accept, shown.lit) == (None, "Vẫn cấp số", True)
    assert "Chỉ cấp khi đã chắc người dân được phục vụ." in shown.warning
    again = issue.issue_command(office(), after.issue, "t1")
    assert isinstance(again, IssueTicket)
    assert again.insist


def test_other_refusals_are_not_insisted_on() -> None:
    """They are told in the usual sentence."""
    flying = replace(HERE, page="issue", issue=BIRTH, flight=Flight("c1", "issue_ticket"))
    error = Error(id="c1", code=ErrorCode.NUMBERS_EXHAUSTED)
    after = answers.answered(flying, office(), view(desk()), error)
    assert after.note is not None
    assert issue.issue(office(), view(desk()), after).accept == "Cấp số"


def test_the_number_given_is_shown_with_what_its_owner_should_hear() -> None:
    """And where it can be printed; K2 is not connected."""
    given = Result(
        id="c1", version=41, label="6 032", ahead=5, wait=WaitRange(low_min=15, high_min=25)
    )
    flying = replace(HERE, page="issue", issue=BIRTH, flight=Flight("c1", "issue_ticket"))
    after = answers.answered(flying, office(), view(desk(), 41), given)
    shown = issue.issue(office(), view(desk(), 41), after)
    assert (shown.label, shown.can_print) == ("6 032", True)
    assert shown.told == "Trước ông/bà còn 5 người, dự kiến chờ khoảng 15–25 phút."
    assert [row.code for row in shown.kiosks] == ["K1", "K3"]
    printed = issue.print_command(replace(after.issue, ticket="t1"), "an")
    assert printed == PrintTicket(ticket="t1", device="K1", clerk="an")
    assert issue.usual_kiosk(view(desk())) == "K1"


def test_only_helpers_and_supervisors_take_numbers_where_helpers_are_named() -> None:
    """An office that names none lets everybody."""
    assert [issue.may_issue(office(), clerk) for clerk in ("an", "khanh", "binh")] == [
        True,
        True,
        False,
    ]
    assert issue.may_issue(office().model_copy(update={"helpers": ()}), "binh")
    assert issue.may_issue(office(), "binh", "q0")
    assert not issue.may_issue(office(), "binh", "q1")
