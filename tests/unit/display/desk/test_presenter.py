"""What stands over one desk: number, who sits there, whom it calls, and an honest excuse."""

from datetime import timedelta

from display.desk.presenter import desk
from display.head import ConnectionState
from server.protocol.views import CounterStatus, TicketStatus
from tests.support import display_samples as d

WARD = d.office()
LIVE = ConnectionState("live", 100)


def test_a_call_shows_the_number_and_each_reminder_is_another_sign() -> None:
    """The sign enlarges it once; being served it is no sign any more."""
    called = d.state("q9", label="9 027", ticket_status=TicketStatus.CALLED)
    first = desk(
        WARD, d.display_view(counters=(called,), calls=(d.call("9 027", "q9"),)), d.NOW, LIVE, "q9"
    )
    assert (first.label, first.before, first.call_id) == ("9 027", "Kính mời ông/bà số", "9 027/0")
    again = d.display_view(counters=(called,), calls=(d.call("9 027", "q9", recall_count=1),))
    assert desk(WARD, again, d.NOW, LIVE, "q9").call_id == "9 027/1"
    serving = d.state("q9", label="9 027", ticket_status=TicketStatus.SERVING)
    then = desk(WARD, d.display_view(counters=(serving,)), d.NOW, LIVE, "q9")
    assert (then.before, then.call_id) == ("Đang phục vụ", "")


def test_the_clerks_position_is_shown_and_never_a_name() -> None:
    """S1-16: the position; the name is on the clerk's badge."""
    clerk = WARD.clerks[0]
    state = d.state("q9").model_copy(update={"clerk": clerk.id})
    over = desk(WARD, d.display_view(counters=(state,)), d.NOW, LIVE, "q9")
    assert over.title == clerk.title
    assert clerk.name not in str(over)


def test_a_pause_is_excused_with_its_end_and_reason() -> None:
    """In the office's own sentence."""
    paused = d.display_view(counters=(d.state("q9", CounterStatus.PAUSED, reason="hop"),))
    over = desk(WARD, paused, d.NOW, LIVE, "q9")
    assert over.told == "Xin lỗi ông/bà vì sự bất tiện, quầy 9 tạm nghỉ đến 9 giờ 55. Lý do: họp."


def test_a_closed_and_a_ready_desk_say_what_to_do() -> None:
    """Nobody stands before a dark sign."""
    closed = d.display_view(counters=(d.state("q9", CounterStatus.CLOSED),))
    assert "màn hình sảnh" in desk(WARD, closed, d.NOW, LIVE, "q9").told
    ready = d.display_view(counters=(d.state("q9"),))
    assert desk(WARD, ready, d.NOW, LIVE, "q9").told == "Sẵn sàng phục vụ ông/bà."


def test_a_desk_the_office_does_not_have_is_told_to_whoever_set_the_screen_up() -> None:
    """Not a blank screen."""
    over = desk(WARD, d.empty_lobby(WARD), d.NOW, LIVE, "q99")
    assert "không có quầy này" in over.told


def test_without_a_server_it_sends_people_to_the_clerk() -> None:
    """The last picture stays, and says that it is old."""
    lost = ConnectionState("lost", 60)
    view = d.display_view(counters=(d.state("q9"),))
    over = desk(WARD, view, d.NOW + timedelta(minutes=5), lost, "q9")
    assert over.head.is_stale
    assert "nghe cán bộ gọi" in over.told
    assert desk(None, None, d.NOW, lost, "q9").told == "Xin chào ông/bà"
