"""The gentle reminders: an idle desk with people waiting, a rest that is due."""

from datetime import timedelta

from counter.presenter import reminders
from counter.situation.situation import Seat, Situation
from server.protocol.views import DeskView, TicketStatus
from tests.support.counter_samples import NOW, desk, office, paused_desk, ticket

HERE = Situation(connection="live", seat=Seat("q9", "an"))


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
