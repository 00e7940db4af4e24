"""The clerk's whole screen: which page, what the head says, and how it speaks."""

import dataclasses
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from counter.presenter.keys import BY_ID
from counter.presenter.presenter import present
from counter.presenter.refusals import why_unlit
from counter.situation.situation import Flight, Note, Seat, Situation
from server.protocol.views import CounterView
from tests.support.counter_samples import NOW, desk, office, view
from tests.support.counter_states import STATES, shown, situation

HERE = Situation(connection="live", seat=Seat("q9", "an"))


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_of(each)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from words_of(getattr(value, each.name))


def test_my_day_is_mine() -> None:
    """Served and mean of this desk; no other clerk's figure is anywhere on the screen."""
    head = present(office(), view(desk()), NOW, HERE).head
    assert (head.served, head.mean) == ("12", "9 phút")


def test_a_command_held_back_by_a_cut_cable_is_named() -> None:
    """It is not lost: the same one is sent again."""
    cut = replace(HERE, connection="lost", flight=Flight("c1", "complete"))
    banner = present(office(), view(desk()), NOW, cut).head.banner
    assert "“Hoàn thành” sẽ được gửi lại." in banner


@pytest.mark.parametrize("connection", ["connecting", "lost", "incompatible", "refused"])
@pytest.mark.parametrize("name", STATES)
def test_without_a_server_no_key_is_lit_and_the_ticket_stays(name: str, connection: str) -> None:
    """The last picture remains, the keys go out, a banner says why."""
    screen, before = shown(STATES[name], connection=connection), shown(STATES[name])
    assert not any(row.lit for row in screen.actions)
    assert not any(row.lit for row in screen.aside)
    assert not screen.head.leave
    assert screen.hand == before.hand
    assert screen.head.banner
    assert not before.head.banner


def test_the_clock_goes_on_while_the_server_is_away() -> None:
    """The minutes in hand are counted from the last view, whatever happens to the cable."""
    later = NOW + timedelta(minutes=3)
    screen = shown(STATES["serving"], now=later, connection="lost")
    assert screen.hand.since == "Đã phục vụ 9 phút"
    assert screen.head.clock == "09:15"
    assert screen.head.banner.endswith("Số liệu lúc 9 giờ 12.")


def test_a_saved_view_of_somebody_elses_shift_is_not_mine() -> None:
    """The work page is shown only with my own name on the desk."""
    assert shown(desk(clerk="hai")).page == "login"
    assert shown(desk(counter="q8")).page == "login"
    assert shown(desk()).page == "work"


def test_before_the_first_greeting_only_the_connection_speaks() -> None:
    """No office, no view: no empty tables, one honest sentence."""
    screen = present(None, None, NOW, Situation())
    assert screen.page == "blank"
    assert screen.head.banner == "Đang kết nối máy chủ. Nếu lâu, xin kiểm tra dây mạng."


@pytest.mark.parametrize("name", STATES)
def test_the_words_are_polite_and_composed(name: str) -> None:
    """No exclamation mark, never *khách hàng*, precomposed letters throughout."""
    note = Note(why_unlit(BY_ID["call_next"], STATES[name], situation(), office()))
    for text in words_of(shown(STATES[name], note=note)):
        assert "!" not in text
        assert "khách hàng" not in text.lower()
        assert unicodedata.is_normalized("NFC", text)


def test_a_view_without_a_desk_leads_to_the_login_page() -> None:
    """No desk watched yet."""
    empty: CounterView = view(None)
    assert present(office(), empty, NOW, situation()).page == "login"
