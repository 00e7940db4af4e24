"""What the lobby screen says for a view, a time and a voice."""

from datetime import datetime

import pytest

from display.head import ConnectionState
from display.lobby.presenter import VoiceState, columns, lobby, tall_columns
from display.voice.announcer import Announcement
from server.protocol.office import ProcedureInfo
from server.protocol.views import Apology, CounterStatus, HallNotice, TicketStatus
from server.words.times import clock_words
from tests.support import display_samples as d

WARD = d.office()
LIVE = ConnectionState("live")
SPOKEN = Announcement(f"{d.DAY}/9", d.NOW, "9 027", "q9", 0)


def test_the_newest_call_still_awaited_is_the_large_one() -> None:
    """Somebody being served needs no invitation any more."""
    calls = (
        d.call("6 003", "q6", TicketStatus.SERVING),
        d.call("9 027", "q9", TicketStatus.CALLED, minutes=2),
        d.call("1 001", "q1", TicketStatus.CALLED, minutes=3),
    )
    shown = lobby(WARD, d.display_view(calls=calls), d.NOW, LIVE)
    assert (shown.current.before, shown.current.label, shown.current.after) == (
        "Kính mời số",
        "9 027",
        "đến quầy 9",
    )
    assert shown.current.is_open
    assert [line.label for line in shown.recent] == ["6 003", "1 001"]


def test_a_call_that_is_over_is_told_as_a_fact() -> None:
    """The last one stays, but nobody is sent to a desk where another sits already."""
    calls = (d.call("6 003", "q6", TicketStatus.COMPLETED),)
    current = lobby(WARD, d.display_view(calls=calls), d.NOW, LIVE).current
    assert (current.before, current.label, current.after) == ("Số vừa gọi", "6 003", "quầy 6")
    assert not current.is_open


def test_what_is_being_spoken_is_the_large_call() -> None:
    """Eye and ear get the same number; newer calls are at the top of the list meanwhile."""
    view = d.display_view(calls=(d.call("1 001", "q1"), d.call("9 027", "q9", minutes=2)))
    shown = lobby(WARD, view, d.NOW, LIVE, VoiceState(SPOKEN, "Kính mời …"))
    assert shown.current.label == "9 027"
    assert shown.current.caption == "Kính mời …"
    assert [line.label for line in shown.recent] == ["1 001"]


def test_a_spoken_call_is_shown_before_any_view_tells_of_it() -> None:
    """A slow display skips views, never calls."""
    shown = lobby(WARD, d.display_view(), d.NOW, LIVE, VoiceState(SPOKEN))
    assert shown.current.label == "9 027"
    assert shown.current.after == "đến quầy 9"


def test_a_reminder_says_which_time_it_is() -> None:
    """And it is another call, so that it is enlarged once more."""
    first = lobby(WARD, d.display_view(calls=(d.call("9 027", "q9"),)), d.NOW, LIVE).current
    again = lobby(
        WARD, d.display_view(calls=(d.call("9 027", "q9", recall_count=1),)), d.NOW, LIVE
    ).current
    assert again.after == "đến quầy 9 (lần 2)"
    assert again.call_id != first.call_id


def test_a_desk_without_a_number_goes_by_its_name() -> None:
    """Nobody looks for "quầy 0"."""
    current = lobby(WARD, d.display_view(calls=(d.call("H 012", "q0"),)), d.NOW, LIVE).current
    assert current.after == "đến quầy hướng dẫn"
    assert current.desk == ""


def test_a_ticket_called_and_recalled_stands_in_the_list_once() -> None:
    """The newest of its calls counts, and the list is short."""
    calls = (
        d.call("9 027", "q9"),
        d.call("6 003", "q6", recall_count=1, minutes=2),
        *(d.call(f"1 {n:03}", "q1", minutes=n + 3) for n in range(9)),
        d.call("6 003", "q6", minutes=30),
    )
    labels = [each.label for each in lobby(WARD, d.display_view(calls=calls), d.NOW, LIVE).recent]
    assert labels == ["6 003", "1 000", "1 001", "1 002"]


def test_waiting_times_turn_page_by_page_and_begin_again() -> None:
    """Three services a page; services without people and without desks are left out."""
    ids = [service.id for service in WARD.services]
    loads = (*(d.load(id_, 2, 5, 10) for id_ in ids[:4]), d.load(ids[4], 0, None, 0, 0))
    pages = [lobby(WARD, d.display_view(services=loads), d.NOW, LIVE, page=n) for n in (0, 1, 2)]
    assert [page.loads_page for page in pages] == ["1/2", "2/2", "1/2"]
    assert [len(page.loads) for page in pages] == [3, 1, 3]
    assert pages[0].loads[0].people == "2 người chờ"
    assert pages[0].loads[0].wait == "5–10 phút"


def test_numbers_set_aside_and_kept_are_named_newest_first_with_what_to_do() -> None:
    """A long list ends in a count; what to do is a page of its own, in the office's sentence."""
    missed = tuple(f"6 {n:03}" for n in range(10))
    screen = lobby(WARD, d.display_view(missed=missed, held=("9 004",)), d.NOW, LIVE)
    assert screen.missed == (
        "Tạm để lại: 6 009 · 6 008 · 6 007 · 6 006 và 6 số khác   Giữ chỗ: 9 004"
    )
    assert screen.pages[0].startswith("Số 6 009 · 6 008")
    assert "quầy hướng dẫn" in screen.pages[0]
    assert lobby(WARD, d.display_view(), d.NOW, LIVE).missed == ""


def test_who_comes_soon_is_named_nearest_first_and_only_a_few() -> None:
    """A soft hint, not a promise."""
    near = tuple(f"6 {n:03}" for n in range(1, 9))
    assert lobby(WARD, d.display_view(near=near), d.NOW, LIVE).near == (
        "6 001 · 6 002 · 6 003 · 6 004 · 6 005"
    )


def test_between_the_notices_people_read_what_to_bring() -> None:
    """For what most people come for; what the source does not say is not made up."""
    papers = ("Tờ khai theo mẫu.", "CCCD", "Giấy chứng sinh", "Giấy cam đoan", "Văn bản ủy quyền")
    births = ProcedureInfo(
        code="1", label="Khai sinh", name="Đăng ký khai sinh", service="x", documents=papers
    )
    bare = births.model_copy(update={"documents": ()})
    office = WARD.model_copy(update={"procedures": (births, bare), "notices": ()})
    assert lobby(office, d.display_view(), d.NOW, LIVE).pages == (
        "Khai sinh cần: tờ khai theo mẫu.; CCCD; giấy chứng sinh; giấy cam đoan…".replace(
            ".;", ";"
        ),
    )


def test_a_line_over_the_promise_is_an_apology_with_what_is_known() -> None:
    """The cause and the wait are left out where nobody knows them; nothing is made up."""
    late = Apology(service="chung_thuc", cause="dong_nguoi", since_at=d.NOW)
    loads = (d.load("chung_thuc", 12, 20, 35),)
    told = lobby(WARD, d.display_view(apologies=(late,), services=loads), d.NOW, LIVE).pages[0]
    assert told == (
        "Chứng thực, công thương: Xin lỗi ông/bà vì phải chờ lâu hơn dự kiến. "
        "Lý do: đông người bất thường. Dự kiến còn khoảng 20 đến 35 phút."
    )
    unknown = late.model_copy(update={"cause": ""})
    told = lobby(WARD, d.display_view(apologies=(unknown,)), d.NOW, LIVE).pages[0]
    assert told == "Chứng thực, công thương: Xin lỗi ông/bà vì phải chờ lâu hơn dự kiến."


def test_an_urgent_notice_stands_over_everything_and_others_take_their_turn() -> None:
    """What a supervisor tells the hall."""
    power = HallNotice(id="n1", text="Mất điện, xin ngồi yên.", until_at=d.NOW, is_urgent=True)
    photo = HallNotice(id="n2", text="Máy phô tô đã sửa xong.", until_at=d.NOW, is_urgent=False)
    screen = lobby(WARD, d.display_view(notices=(power, photo)), d.NOW, LIVE)
    assert screen.urgent == ("Mất điện, xin ngồi yên.",)
    assert screen.pages[0] == "Máy phô tô đã sửa xong."


def test_the_courtesy_sentence_comes_by_turns_while_a_priority_is_served() -> None:
    """Every second page, and not at all otherwise."""
    sentence = WARD.phrases["priority_on"]
    pages = lobby(WARD, d.display_view(serving_priority=("q9",)), d.NOW, LIVE).pages
    assert pages[0::2] == (sentence,) * len(WARD.notices)
    assert pages[1::2] == WARD.notices
    assert lobby(WARD, d.display_view(), d.NOW, LIVE).pages == WARD.notices


def test_a_pause_is_explained_politely_before_the_notices() -> None:
    """With its end and its reason, as the office words it."""
    view = d.display_view(counters=(d.state("q9", CounterStatus.PAUSED, reason="hop"),))
    assert lobby(WARD, view, d.NOW, LIVE).pages[0] == (
        "Xin lỗi ông/bà vì sự bất tiện, quầy 9 tạm nghỉ đến 9 giờ 55. Lý do: họp."
    )


def test_before_the_first_call_the_screen_greets() -> None:
    """It looks finished, and says what to do and when the office is open."""
    current = lobby(WARD, d.empty_lobby(WARD), d.NOW, LIVE).current
    assert current.label == ""
    assert current.welcome == "Xin chào ông/bà"
    assert "lấy số" in current.advice
    assert "Thứ Hai" in current.hours


def test_without_an_office_the_screen_greets_and_shows_the_time() -> None:
    """A display that never saw its server is not blank."""
    shown = lobby(None, None, d.NOW, LIVE)
    assert not shown.is_ready
    assert shown.current.welcome
    assert shown.head.clock == "09:41"
    assert shown.head.date == "Thứ Hai, 23/11/2026"


@pytest.mark.parametrize(("desks", "count"), [(1, 1), (7, 1), (13, 2), (16, 2), (24, 3), (30, 4)])
def test_many_desks_stand_in_more_columns(desks: int, count: int) -> None:
    """So that no tile gets lower than its words."""
    assert columns(desks) == count


@pytest.mark.parametrize(("desks", "count"), [(1, 1), (5, 1), (13, 2), (14, 2), (25, 3), (30, 3)])
def test_an_upright_screen_has_fewer_columns(desks: int, count: int) -> None:
    """It is narrower."""
    assert tall_columns(desks) == count


def test_the_board_has_room_for_every_desk_of_the_shipped_offices() -> None:
    """Rows times columns; a dense board only where it must be."""
    for name, rows, dense in (("ward-hoa-binh", 7, False), ("province-song-lam", 9, True)):
        office = d.office(name)
        shown = lobby(office, d.busy_lobby(office), d.NOW, LIVE)
        assert len(shown.desks) == len(office.counters)
        assert (shown.desk_rows, shown.is_dense) == (rows, dense)
        assert shown.desk_rows * columns(len(shown.desks)) >= len(shown.desks)


def test_something_unknown_in_a_view_is_left_out_not_fatal() -> None:
    """The profile may have changed a moment before the view."""
    view = d.display_view(
        calls=(d.call("9 027", "gone"),),
        counters=(d.state("gone"),),
        services=(d.load("gone", 1, 5, 9),),
    )
    shown = lobby(WARD, view, d.NOW, LIVE)
    assert (shown.current.label, shown.current.desk) == ("9 027", "")
    assert shown.desks == ()
    assert shown.loads[0].name == "gone"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 11, 23, 13, 30, tzinfo=d.ZONE), "13 giờ 30"),
        (datetime(2026, 11, 23, 9, 5, tzinfo=d.ZONE), "9 giờ 05"),
        (datetime(2026, 11, 23, 7, 0, tzinfo=d.ZONE), "7 giờ"),
    ],
)
def test_times_in_sentences_are_spoken_times(moment: datetime, told: str) -> None:
    """24 hours, no colon."""
    assert clock_words(moment) == told
