"""The sheet of a ticket: what it offers in each place, what it sends, what it tells."""

from datetime import timedelta

import pytest

from counter.presenter import sheets, ticket_actions
from counter.presenter.papers import papers, ticked
from counter.presenter.screen import DialogScreen, PapersScreen
from counter.presenter.story import story_rows
from counter.situation.situation import Ask, Checks, Seat, Situation, Told
from counter.situation.ticket_in_view import subject_of
from server.protocol.commands import (
    AddPriority,
    CallTicket,
    CancelTicket,
    PrintTicket,
    RouteTicket,
    TagTicket,
)
from server.protocol.errors import ErrorCode
from server.protocol.messages import Precedence, Story, StoryStep
from server.protocol.views import DeskView, TicketStatus, Undoable, Why
from tests.support.counter_samples import ELDERLY, NOW, desk, held, office, ticket, view

ME = Seat("q9", "an")
HERE = Situation(connection="live", seat=ME)
SERVING = desk(ticket(TicketStatus.SERVING, minutes=3))
IDLE = desk(set_aside=(held(),))


def asked(
    own: DeskView, ticket_id: str, kind: str = ticket_actions.SHEET, kiosks: bool = True
) -> DialogScreen:
    """The question about a ticket, as it opens."""
    subject = subject_of(own, ticket_id)
    assert subject is not None
    seen = view(own) if kiosks else view(own, kiosks=())
    return sheets.sheet(office(), seen, HERE, sheets.asked_about(subject, office(), kind))


def lit(shown: DialogScreen) -> dict[str, bool]:
    return {row.code: row.lit for row in shown.choices}


def test_each_place_offers_its_own_repairs() -> None:
    """In hand: back, to the right desk, further stops, paper. In the line: first, priority, paper,
    gone. Set aside: back into the line, priority, paper, gone.
    """
    assert lit(asked(SERVING, "t-6027")) == {
        "take_back": False,
        "wrong_desk": True,
        "route_ticket": True,
        "print_ticket": True,
    }
    assert lit(asked(IDLE, "t-6029")) == {
        "call_ticket": True,
        "add_priority": True,
        "print_ticket": True,
        "cancel_ticket": True,
    }
    assert list(lit(asked(IDLE, "t-6019"))) == [
        "bring",
        "add_priority",
        "print_ticket",
        "cancel_ticket",
    ]


def test_a_call_can_be_taken_back_from_the_sheet_while_there_is_time() -> None:
    """As if it had not been called."""
    called = Undoable(kind="ticket_called", label="6 027", until_at=NOW + timedelta(seconds=30))
    own = SERVING.model_copy(update={"undo": called})
    assert lit(asked(own, "t-6027"))["take_back"]
    begun = called.model_copy(update={"kind": "service_started"})
    own = SERVING.model_copy(update={"undo": begun})
    assert not lit(asked(own, "t-6027"))["take_back"]


def test_nobody_is_called_before_his_turn_with_somebody_in_hand() -> None:
    """And where the office gives no reasons, nobody at all."""
    assert not lit(asked(SERVING, "t-6029"))["call_ticket"]
    strict = office().model_copy(update={"call_reasons": ()})
    subject = subject_of(IDLE, "t-6029")
    assert subject is not None
    [call, *_] = ticket_actions.chores_of(strict, view(IDLE), IDLE, subject)
    assert (call.lit, call.hint) == (False, "trung tâm không cho gọi trái thứ tự")


def test_paper_needs_a_kiosk_that_is_there() -> None:
    """Without one the line says so; an unconnected one cannot be chosen."""
    assert not lit(asked(IDLE, "t-6029", kiosks=False))["print_ticket"]
    places = lit(asked(IDLE, "t-6029", "print_ticket"))
    assert places == {"where_issued": True, "K1": True, "K2": False, "K3": True}


@pytest.mark.parametrize(
    ("ask", "command"),
    [
        (
            Ask("call_ticket", "t1", reason="em_be"),
            CallTicket(counter="q9", clerk="an", ticket="t1", reason="em_be"),
        ),
        (Ask("add_priority", "t1", "P1"), AddPriority(ticket="t1", priority="P1", clerk="an")),
        (Ask("add_priority", "t1", "none"), AddPriority(ticket="t1", priority="", clerk="an")),
        (
            Ask("route_ticket", "t1", route=("a", "b")),
            RouteTicket(counter="q9", clerk="an", ticket="t1", services=("a", "b")),
        ),
        (Ask("print_ticket", "t1", "K1"), PrintTicket(ticket="t1", device="K1", clerk="an")),
        (
            Ask("print_ticket", "t1", "where_issued"),
            PrintTicket(ticket="t1", device="", clerk="an"),
        ),
        (Ask("cancel_ticket", "t1"), CancelTicket(ticket="t1")),
    ],
)
def test_each_question_sends_its_command(ask: Ask, command: object) -> None:
    """What was chosen, and nothing else."""
    assert ticket_actions.chore_command(ask, ME) == command


def test_a_difficulty_is_a_code() -> None:
    """Never free text about a person."""
    assert ticket_actions.tag_command(ME, "t1", "mat_mang") == TagTicket(
        counter="q9", clerk="an", ticket="t1", tag="mat_mang"
    )


def test_a_priority_must_be_another_one() -> None:
    """The button asks for a choice until one is made that changes something."""
    shown = asked(IDLE, "t-6029", "add_priority")
    assert (shown.lit, shown.accept) == (False, "Xin chọn diện ưu tiên")
    assert [row.code for row in shown.choices] == ["P1", "P3", "none"]


def test_stops_are_added_in_order_and_taken_out_again() -> None:
    """At most eight; a second tap takes one out."""
    route: tuple[str, ...] = ()
    for service in ("a", "b", "c"):
        route = sheets.toggled(route, service)
    assert sheets.toggled(route, "b") == ("a", "c")
    full = tuple(str(at) for at in range(8))
    assert sheets.toggled(full, "x") == full


def test_the_story_tells_who_came_first_and_why() -> None:
    """Clock, sentence, and under a call those who had stood behind."""
    earlier = Precedence(
        at=NOW, label="6 026", counter="q8", why=Why(code="oldest"), stood_after=False
    )
    overtook = Precedence(at=NOW, label="6 029", counter="q8", why=ELDERLY, stood_after=True)
    step = StoryStep(
        version=4,
        at=NOW,
        kind="ticket_called",
        counter="q9",
        why=Why(code="oldest"),
        before=(earlier, overtook),
    )
    story = Story(id="q1", day="2026-11-23", ticket="t", label="6 027", steps=(step,))
    [row] = story_rows(Told("q1", "6 027", story), office())
    assert (row.clock, row.text) == ("09:12", "Quầy 9 gọi: đến sớm nhất.")
    assert row.detail == (
        "2 số được gọi trước, trong đó 1 số đến sau (6\N{NO-BREAK SPACE}029: "
        "diện ưu tiên người cao tuổi, tính như đến sớm hơn 20 phút)."
    )


def test_a_code_that_stands_in_two_lists_gets_the_words_of_its_own() -> None:
    """``bo_sung`` is a reason to keep a place and an outcome."""

    def said(kind: str, **details: str) -> str:
        step = StoryStep(version=1, at=NOW, kind=kind, counter="q9", details=dict(details))
        story = Story(id="q", day="2026-11-23", ticket="t", label="x", steps=(step,))
        return story_rows(Told("q", "x", story), office())[0].text

    assert "Bổ sung giấy tờ" in said("ticket_held", reason="bo_sung")
    assert "Yêu cầu bổ sung, hoàn thiện" in said("ticket_completed", outcome="bo_sung")


def test_a_story_that_does_not_come_says_so() -> None:
    """Asked; refused."""
    assert story_rows(Told("q1", "x"), office())[0].text == "Đang hỏi máy chủ…"
    refused = Told("q1", "x", error=ErrorCode.UNKNOWN_TICKET)
    assert "Xin chọn số khác" in story_rows(refused, office())[0].text


def pane(own: DeskView, checks: Checks | None = None) -> PapersScreen:
    return papers(office(), own, Situation(connection="live", checks=checks or Checks()))


def test_the_papers_of_the_procedure_are_ticked_in_memory() -> None:
    """They belong to one ticket; with the next one all boxes are empty."""
    hand = ticket(TicketStatus.SERVING).model_copy(update={"procedure": "1.001193"})
    own = desk(hand)
    assert pane(own).told == "Giấy tờ cần có: đã xem 0 trên 5"
    checks = ticked(ticked(Checks(), hand.id, 1), hand.id, 4)
    shown = pane(own, checks)
    assert [row.chosen for row in shown.papers] == [False, True, False, False, True]
    assert shown.told == "Giấy tờ cần có: đã xem 2 trên 5"
    assert not any(
        row.chosen for row in pane(desk(hand.model_copy(update={"id": "x"})), checks).papers
    )
    assert ticked(checks, hand.id, 1).ticked == {4}


def test_outcomes_are_one_tap_only_once_service_has_begun() -> None:
    """Before that they would be refused."""
    assert [row.code for row in pane(SERVING).outcomes][:2] == ["tiep_nhan", "bo_sung"]
    assert pane(desk(ticket())).outcomes == ()
    assert pane(IDLE) == PapersScreen()


def test_difficulties_noted_are_marked() -> None:
    """And a second tap takes one back."""
    hand = ticket(TicketStatus.SERVING).model_copy(update={"tags": ("mat_mang",)})
    marked = {row.code: row.chosen for row in pane(desk(hand)).tags}
    assert marked == {"mat_mang": True, "phan_mem": False, "tham_quyen": False, "bieu_mau": False}
