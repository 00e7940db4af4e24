"""The helper's and the supervisor's page, the reminders, and what the clerk sees of his own day."""

from dataclasses import replace
from datetime import timedelta

import pytest

from counter.presenter import issue, reminders, steer
from counter.presenter.courtesy import motto, phrase
from counter.presenter.presenter import present
from counter.presenter.service_search import Work, find, fold
from counter.situation.situation import Ask, Flight, IssueDraft, Seat, Situation
from counter.work import answers
from server.protocol.commands import AssignServices, IssueTicket, MoveClerk, PrintTicket
from server.protocol.errors import ErrorCode
from server.protocol.messages import Error, Result
from server.protocol.views import DeskView, TicketStatus, WaitRange
from tests.support.counter_samples import NOW, desk, office, paused_desk, ticket, view

HERE = Situation(connection="live", seat=Seat("q9", "an"))
BIRTH = IssueDraft(typed="khai", work="1.001193", priority="P3", kiosk="K1")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai sinh", "1.001193"),
        ("giay khai sinh", "1.001193"),
        ("KHAI  sịnh", "1.001193"),
        ("sao y", "2.000815"),
        ("ctbs", "chung_thuc"),
        ("đất đai", "dat_dai"),
        ("dat dai", "dat_dai"),
        ("", "huong_dan"),
    ],
)
def test_work_is_found_as_people_say_it(typed: str, first: str) -> None:
    """With and without accents, by beginnings, keywords and initials."""
    found = find(issue.works_of(office()), typed, 5)
    assert found[0].code == first


def test_nothing_found_is_an_empty_list() -> None:
    """Not the whole catalogue."""
    assert find((Work("a", "a", "Đất đai"),), "xyz", 5) == ()
    assert fold("Đăng ký: Hộ KHẨU") == "dang ky ho khau"


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


def test_a_supervisor_sees_who_sits_where() -> None:
    """And may move only somebody whose hands are empty, to an empty desk."""
    idle = steer.steer(office(), view(desk()), replace(HERE, steered="q6"))
    assert (idle.can_move, idle.move) == (True, "Điều Phạm Hương Giang sang:")
    assert [row.code for row in idle.places][:3] == ["q0", "q1", "q5"]
    busy = steer.steer(office(), view(desk()), replace(HERE, steered="q2"))
    assert (busy.can_move, busy.move.endswith("khi xong số này.")) == (False, True)
    empty = steer.steer(office(), view(desk()), replace(HERE, steered="q0"))
    assert not empty.can_move
    assert steer.move_command("khanh", "q6", "q0") == MoveClerk(
        supervisor="khanh", counter="q6", to_counter="q0"
    )


def test_a_desk_gets_one_service_more_or_less() -> None:
    """From what it serves now; the last one stays, and nine are too many."""
    more = steer.assign_command(("a",), "khanh", "q6", "b")
    assert more == AssignServices(supervisor="khanh", counter="q6", services=("a", "b"))
    less = steer.assign_command(("a", "b"), "khanh", "q6", "a")
    assert less == AssignServices(supervisor="khanh", counter="q6", services=("b",))
    assert steer.assign_command(("a",), "khanh", "q6", "a") is None
    assert steer.assign_command(tuple("abcdefgh"), "khanh", "q6", "x") is None


def test_what_a_supervisor_has_set_today_is_what_is_ticked() -> None:
    """And the way back to the usual is lit only then."""
    seen = view(desk())
    states = tuple(
        state.model_copy(update={"assigned": ("dat_dai",)}) if state.counter == "q6" else state
        for state in seen.counters
    )
    changed = seen.model_copy(update={"counters": states})
    usual = steer.steer(office(), seen, replace(HERE, steered="q6"))
    other = steer.steer(office(), changed, replace(HERE, steered="q6"))
    assert [row.code for row in usual.services if row.chosen] == ["chung_thuc"]
    assert [row.code for row in other.services if row.chosen] == ["dat_dai"]
    assert (usual.reset, other.reset) == (False, True)


def suggested(own: DeskView) -> DeskView:
    return own.model_copy(update={"suggested": True})


def test_an_idle_desk_with_people_waiting_is_reminded_gently_and_late() -> None:
    """After the office's time, and no more once somebody is called."""
    own = suggested(desk())
    idle = reminders.watched(HERE, own, NOW)
    assert idle.idle_from == NOW
    assert reminders.watched(idle, own, NOW + timedelta(seconds=30)) is idle
    early = reminders.idle_hint(office(), own, NOW + timedelta(seconds=59), idle)
    late = reminders.idle_hint(office(), own, NOW + timedelta(seconds=60), idle)
    assert (early, late.startswith("Quầy đang rảnh mà có người chờ. Nhấn F1")) == ("", True)
    assert reminders.watched(idle, suggested(desk(ticket())), NOW).idle_from is None
    assert reminders.watched(idle, desk(), NOW).idle_from is None


def test_a_rest_is_proposed_between_two_people_only() -> None:
    """After the office's minutes of work; never to somebody who rests or serves."""
    long_ago = {"worked_from_at": NOW - timedelta(minutes=95)}
    said = reminders.break_hint(office(), desk().model_copy(update=long_ago), NOW)
    assert said.startswith("Đã làm việc liền 1 giờ 35 phút.")
    for own in (desk(ticket(TicketStatus.SERVING)), paused_desk()):
        assert reminders.break_hint(office(), own.model_copy(update=long_ago), NOW) == ""
    assert reminders.break_hint(office(), desk(), NOW) == ""


def test_my_day_is_mine() -> None:
    """Served and mean of this desk; no other clerk's figure is anywhere on the screen."""
    head = present(office(), view(desk()), NOW, HERE).head
    assert (head.served, head.mean) == ("12", "9 phút")


def test_the_desks_services_show_who_waits_and_how_long() -> None:
    """One service alone says nothing that the head does not say."""
    rows = present(office(), view(desk()), NOW, HERE).loads
    assert [(row.code, row.waiting, row.wait) for row in rows] == [
        ("khai_sinh", "3 người", "10–20 phút"),
        ("ho_tich", "3 người", "10–20 phút"),
    ]
    alone = desk(counter="q6")
    seat = replace(HERE, seat=Seat("q6", "an"))
    assert present(office(), view(alone), NOW, seat).loads == ()


def test_a_key_pressed_shows_at_once_as_not_answered() -> None:
    """The next one's number with *Đang gọi…*; gone again when the server refuses."""
    flying = replace(HERE, flight=Flight("c1", "call_next"))
    hand = present(office(), view(desk()), NOW, flying).hand
    assert (hand.label, hand.status, hand.pending) == ("6 028", "Đang gọi…", True)
    error = Error(id="c1", code=ErrorCode.NOBODY_WAITING)
    after = answers.answered(flying, office(), view(desk()), error)
    assert present(office(), view(desk()), NOW, after).hand.label == ""


def test_a_command_held_back_by_a_cut_cable_is_named() -> None:
    """It is not lost: the same one is sent again."""
    cut = replace(HERE, connection="lost", flight=Flight("c1", "complete"))
    banner = present(office(), view(desk()), NOW, cut).head.banner
    assert "“Hoàn thành” sẽ được gửi lại." in banner


def test_the_offices_motto_stands_there_between_two_people() -> None:
    """One saying after the other; a rest that is due comes first."""
    own = desk()
    later = own.model_copy(update={"served": own.served + 1})
    said = [present(office(), view(each), NOW, HERE).hand.courtesy for each in (own, later)]
    assert said == [
        "4 xin, 5 biết: xin chào.",
        "4 xin, 5 biết: biết lắng nghe ý kiến của người dân.",
    ]
    tired = own.model_copy(update={"worked_from_at": NOW - timedelta(hours=2)})
    assert "nghỉ ngắn" in present(office(), view(tired), NOW, HERE).hand.courtesy
    assert motto(office().model_copy(update={"courtesy": {}}), 1) == ""


def test_a_pack_with_several_prompts_gives_each_ticket_one() -> None:
    """Always the same one for the same ticket, and not one for all."""
    pack = office().model_copy(update={"courtesy": {"greeting": ("Chào A.", "Chào B.")}})
    said = {phrase(pack, "greeting", f"6 0{at:02d}") for at in range(20)}
    assert said == {"“Chào A.”", "“Chào B.”"}
    assert phrase(pack, "greeting", "6 001") == phrase(pack, "greeting", "6 001")
    assert phrase(office(), "unheard_of") == ""


@pytest.mark.finding("H4")
def test_before_a_place_is_kept_the_clerk_reads_the_offices_sentence_for_it() -> None:
    """With the number, the minutes chosen and the desk to come back to; else with our own words."""
    holding = replace(HERE, ask=Ask("hold", "t1", "bo_sung", minutes=20))
    world = view(desk(ticket(TicketStatus.SERVING)))
    label = "6\N{NO-BREAK SPACE}027"
    own = {"hold": "Số {label} giữ {minutes} phút, mời trở lại {counter}."}
    told = office().model_copy(update={"phrases": own})
    said = present(told, world, NOW, holding).dialog.courtesy
    assert said == f"“Số {label} giữ 20 phút, mời trở lại quầy 9.”"
    assert "Xin phép giữ chỗ" in present(office(), world, NOW, holding).dialog.courtesy
