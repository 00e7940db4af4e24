"""What the clerk reads: the pure presenter of the counter app, state by state."""

import dataclasses
import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from counter.presenter.keys import BY_ID, keys_of
from counter.presenter.presenter import present
from counter.presenter.refusals import refusal_and_advice, why_unlit
from counter.presenter.screen import Screen
from counter.situation.situation import Flight, Note, Seat, Situation
from server.core.explain import CODES
from server.protocol.errors import ErrorCode
from server.protocol.views import CounterStatus, CounterView, DeskView, Move, TicketStatus, Why
from server.words.times import clock_words, minutes_words
from server.words.why import why_sentence
from tests.support import counter_samples as samples
from tests.support.counter_samples import NOW, desk, next_up, office, paused_desk, ticket, view

ME = Seat("q9", "an")
SERVING = TicketStatus.SERVING
NBSP = "\N{NO-BREAK SPACE}"

STATES: dict[str, DeskView] = {
    "idle": desk(set_aside=(samples.held(), samples.missed(), samples.held("6 002", -5))),
    "nobody waiting": samples.empty_desk(),
    "called": desk(ticket(priority="P3", why=samples.ELDERLY)),
    "called too often": desk(ticket(minutes=4, recalls=2)),
    "serving": desk(ticket(SERVING, minutes=6, transfers=1)),
    "serving long": desk(ticket(SERVING, minutes=21)),
    "paused": paused_desk(),
}


def situation(**changes: object) -> Situation:
    return dataclasses.replace(Situation(connection="live", seat=ME), **changes)  # type: ignore[arg-type]  # the tests name real fields


def shown(own: DeskView | None, now: datetime = NOW, **changes: object) -> Screen:
    return present(office(), view(own), now, situation(**changes))


def words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from words_of(each)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from words_of(getattr(value, each.name))


@pytest.mark.parametrize(
    ("why", "sentence"),
    [
        (Why(code="oldest"), "Người đến sớm nhất."),
        (samples.ELDERLY, "Ưu tiên người cao tuổi: tính như đến sớm hơn 20 phút."),
        (samples.CAPPED, "Đã chờ 47 phút, quá 45 phút: không ai được gọi trước."),
        (Why(code="cap", params={"cap_min": 45}), "Đã chờ quá 45 phút: không ai được gọi trước."),
        (Why(code="returned"), "Trở lại sau khi giữ chỗ hoặc vắng mặt."),
        (Why(code="chosen", params={"reason": "sai_quay"}), "Cán bộ chọn gọi: lấy nhầm số."),
        (Why(code="chosen", params={"reason": "xyz"}), "Cán bộ chọn gọi: xyz."),
        (Why(code="chosen", params={"reason": "em_be"}), "Cán bộ chọn gọi: trẻ nhỏ."),
        (Why(code="class", params={"priority": "P3"}), "Ưu tiên người cao tuổi: được mời trước."),
        (Why(code="class", params={"priority": ""}), "Không có ai ưu tiên đang chờ."),
        (
            Why(code="turn", params={"priority_turns": 2, "ordinary_turns": 1}),
            "Đến lượt theo tỷ lệ của trung tâm: 2 ưu tiên, 1 thường.",
        ),
        (
            Why(code="weight", params={"priority": "P3"}),
            "Ưu tiên người cao tuổi: thời gian chờ được tính nhanh hơn.",
        ),
        (
            Why(code="weight", params={"priority": ""}),
            "Đã chờ lâu nhất theo cách tính của trung tâm.",
        ),
        (
            Why(code="preferred", params={"service": "tra_ket_qua"}),
            "Quầy này phục vụ trước: trả kết quả.",
        ),
        (
            Why(code="language", params={"language": "en"}),
            "Người đến trước nói tiếng Anh, có quầy khác phục vụ được.",
        ),
        (Why(code="sent_here"), "Được chuyển đến đúng quầy này."),
        (Why(code="credit"), "Lý do: credit."),
        (Why(code="lottery", params={"seed": 4}), "Lý do: lottery (seed 4)."),
        (None, ""),
    ],
)
def test_why_a_ticket_came_now_is_a_sentence(why: Why | None, sentence: str) -> None:
    """Every code of the queue discipline is said in words; an unknown one is shown plainly."""
    assert why_sentence(why, office()) == sentence


def test_moments_and_lengths_are_spoken_the_vietnamese_way() -> None:
    """24-hour time in words, lengths without seconds."""
    assert clock_words(NOW.replace(hour=13, minute=30), NOW.tzinfo) == "13 giờ 30"
    assert clock_words(NOW.replace(hour=8, minute=5), NOW.tzinfo) == "8 giờ 05"
    assert clock_words(NOW.replace(hour=9, minute=0), NOW.tzinfo) == "9 giờ"
    assert [minutes_words(m) for m in (0, 1, 59, 60, 65)] == [
        "chưa đầy 1 phút",
        "1 phút",
        "59 phút",
        "1 giờ",
        "1 giờ 05 phút",
    ]


@pytest.mark.parametrize("name", STATES)
def test_exactly_the_moves_of_the_server_are_lit(name: str) -> None:
    """A key is lit when the server lists its move, and only then."""
    own = STATES[name]
    lit = {row.code for row in shown(own).actions if row.lit}
    assert lit == {move.value for move in own.moves if move is not Move.CLOSE}
    assert shown(own).head.leave == (Move.CLOSE in own.moves)


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


def test_the_eight_keys_stand_in_their_order() -> None:
    """F1 to F8 as printed in the guide; F8 is *Tiếp tục* while the desk rests."""
    rows = shown(STATES["idle"]).actions
    assert [(row.key, row.name) for row in rows] == [
        ("F1", "Gọi tiếp"),
        ("F2", "Gọi lại"),
        ("F3", "Bắt đầu"),
        ("F4", "Hoàn thành"),
        ("F5", "Giữ chỗ"),
        ("F6", "Chuyển"),
        ("F7", "Vắng mặt"),
        ("F8", "Tạm dừng"),
    ]
    assert shown(STATES["paused"]).actions[7].name == "Tiếp tục"


@pytest.mark.parametrize(
    ("name", "key"),
    [("idle", "F1"), ("called", "F3"), ("serving", "F4"), ("paused", "F8")],
)
def test_the_natural_next_step_is_the_main_key(name: str, key: str) -> None:
    """Call, start, complete, resume: one key stands out at each moment."""
    assert [row.key for row in shown(STATES[name]).actions if row.main] == [key]


def test_a_command_under_way_shows_at_once_and_puts_the_other_keys_out() -> None:
    """The pressed key says what it does; nothing else can be pressed meanwhile."""
    rows = shown(STATES["idle"], flight=Flight("c1", "call_next")).actions
    assert rows[0].name == "Đang gọi…"
    assert rows[0].pending
    assert not any(row.lit for row in rows)


@pytest.mark.parametrize("name", STATES)
def test_every_unlit_key_says_why_in_a_full_sentence(name: str) -> None:
    """A press that sends nothing is answered kindly, never with silence."""
    own = STATES[name]
    for action in keys_of(own):
        if action.move not in own.moves:
            said = why_unlit(action, own, situation(), office())
            assert said.endswith("."), (action.id, said)


@pytest.mark.parametrize(
    ("name", "move", "sentence"),
    [
        (
            "serving",
            "call_next",
            "Số 6 027 đang được phục vụ. Nhấn F4 để hoàn thành rồi gọi tiếp.",
        ),
        ("called", "complete", "Số 6 027 chưa bắt đầu. Nhấn F3 trước khi hoàn thành."),
        ("idle", "start", "Quầy chưa gọi ai. Nhấn F1 để gọi tiếp."),
        ("paused", "call_next", "Quầy đang tạm nghỉ. Nhấn F8 để tiếp tục làm việc."),
        (
            "nobody waiting",
            "call_next",
            "Hiện không có ai chờ ở quầy này. Màn hình sẽ báo khi có người lấy số.",
        ),
    ],
)
def test_the_refusal_names_the_key_that_helps(name: str, move: str, sentence: str) -> None:
    """What to do instead is part of the answer."""
    said = why_unlit(BY_ID[move], STATES[name], situation(), office())
    assert said.replace(NBSP, " ") == sentence


def test_every_refusal_of_the_server_is_a_sentence() -> None:
    """No code reaches the clerk's eye, and what he can do something about says what."""
    for code in ErrorCode:
        assert refusal_and_advice(code).endswith("."), code
        assert code not in refusal_and_advice(code)
    assert "F1" in refusal_and_advice(ErrorCode.COUNTER_EMPTY)


@pytest.mark.parametrize("code", ErrorCode)
def test_every_refusal_says_what_to_do_now(code: ErrorCode) -> None:
    """Its own sentence asks something of the clerk, or another one behind it does; never a bare no.

    "Xin …", "Mời …", or that nothing more is needed.
    """
    said = refusal_and_advice(code)
    assert re.search(
        r"\b(Xin|xin|Mời|mời|Nếu cần|Không cần làm gì thêm|Màn hình sẽ báo)\b", said
    ), said
    assert said.endswith(".")
    assert "khách hàng" not in said
    assert "!" not in said


def test_every_code_of_the_queue_discipline_has_words() -> None:
    """None of the server's reasons is shown as a bare code."""
    params: dict[str, str | int] = {
        **{"priority": "P3", "credit_min": 20, "cap_min": 45, "service": "dat_dai"},
        **{"priority_turns": 2, "ordinary_turns": 1, "language": "km", "reason": "em_be"},
    }
    for code in CODES:
        assert not why_sentence(Why(code=code, params=params), office()).startswith("Lý do:"), code


def test_the_time_in_hand_counts_against_the_usual_time_in_calm_words() -> None:
    """Within the usual time calm, over it said in words and not by colour alone."""
    calm, long = shown(STATES["serving"]).hand, shown(STATES["serving long"]).hand
    assert (calm.since, calm.usual, calm.tone) == (
        "Đã phục vụ 6 phút",
        "thường khoảng 15 phút",
        "calm",
    )
    assert calm.share == pytest.approx(6 / 15)
    assert (long.usual, long.tone, long.share) == ("lâu hơn thường lệ 6 phút", "long", 1.0)


def test_the_clock_goes_on_while_the_server_is_away() -> None:
    """The minutes in hand are counted from the last view, whatever happens to the cable."""
    later = NOW + timedelta(minutes=3)
    screen = shown(STATES["serving"], now=later, connection="lost")
    assert screen.hand.since == "Đã phục vụ 9 phút"
    assert screen.head.clock == "09:15"
    assert screen.head.banner.endswith("Số liệu lúc 9 giờ 12.")


def test_the_called_ticket_offers_more_the_longer_nobody_comes() -> None:
    """First start, after two minutes recall, after the last recall the absence."""
    hints = [
        shown(desk(ticket(minutes=minutes, recalls=recalls))).hand.hint
        for minutes, recalls in ((0, 0), (2, 1), (3, 2))
    ]
    assert [next(k for k in ("F2", "F3", "F7") if k in hint) for hint in hints] == [
        "F3",
        "F2",
        "F7",
    ]


def test_the_courtesy_prompt_follows_the_moment() -> None:
    """Greet, apologise after a long wait, ask leave to look at the papers, then listen."""
    waited_long = desk(ticket(waited=40))
    assert "Xin chào" in shown(STATES["called"]).hand.courtesy
    assert "Xin lỗi" in shown(waited_long).hand.courtesy
    assert "Xin phép" in shown(desk(ticket(SERVING, minutes=0))).hand.courtesy
    assert "lắng nghe" in shown(STATES["serving"]).hand.courtesy
    own_words = office().model_copy(update={"courtesy": {"greeting": ("Chào bác ạ.",)}})
    screen = present(own_words, view(STATES["called"]), NOW, situation())
    assert screen.hand.courtesy == "“Chào bác ạ.”"


def test_the_story_of_the_ticket_is_told_in_one_line() -> None:
    """When it was taken, how long it waited, whether it was sent on or called again."""
    assert (
        shown(STATES["serving"]).hand.story == "Lấy số lúc 8 giờ 52 · chờ 12 phút · đã chuyển 1 lần"
    )
    assert "gọi lại 2/2 lần" in shown(STATES["called too often"]).hand.story


def test_a_resting_desk_says_until_when() -> None:
    """Reason and promised time; a promise that has passed is said as past."""
    hand = shown(STATES["paused"]).hand
    assert (hand.status, hand.service, hand.since) == (
        "Quầy tạm nghỉ",
        "Nghỉ ngắn",
        "Trở lại lúc 9 giờ 17",
    )
    late = shown(STATES["paused"], now=NOW + timedelta(minutes=9)).hand
    assert late.since == "Đã hẹn trở lại lúc 9 giờ 17"


def test_the_line_shows_the_next_one_only_once_and_counts_the_unseen() -> None:
    """Whether or not the server repeats the next ticket in the line."""
    repeated = desk(line=(next_up(), *samples.LINE[:2]), waiting=9)
    screen = shown(repeated)
    assert screen.next.label == "6 028"
    assert [row.label for row in screen.line] == ["6 029", "5 014"]
    assert screen.next.more == "và 6 người nữa"
    assert [row.late for row in screen.line] == [False, True]


def test_set_aside_tickets_say_how_long_their_place_is_kept() -> None:
    """Held with its time, overdue said so, missed as missed."""
    assert [row.status for row in shown(STATES["idle"]).aside] == [
        "Giữ chỗ đến 9 giờ 26",
        "Vắng mặt khi được gọi",
        "Giữ chỗ đến 9 giờ 07, đã quá giờ",
    ]


def test_other_desks_come_in_brief_the_working_ones_first() -> None:
    """Never the own desk, never how fast a colleague is."""
    rows = shown(STATES["idle"]).desks
    assert "q9" not in {row.code for row in rows}
    assert [(row.desk, row.label, row.status) for row in rows[:4]] == [
        ("Quầy 2", "1 044", "đang phục vụ"),
        ("Quầy 3", "1 045", "đang mời"),
        ("Quầy 4", "", "tạm nghỉ đến 9 giờ 30"),
        ("Quầy 6", "", "sẵn sàng"),
    ]
    assert {row.status for row in rows[5:]} == {"đóng"}


def test_the_login_page_says_who_sits_where() -> None:
    """A taken desk is offered as a hand-over, a free one is opened, the own one returned to."""
    before = shown(None, seat=None).login
    assert (before.accept, before.lit) == ("Xin chọn tên của mình", False)
    assert before.clerks[1].detail == "đang ở quầy 2 · Chuyên viên đất đai"
    assert before.desks[2].detail == f"Trần Văn Bình, đang có số 1{NBSP}044"
    accepts = [
        shown(None, seat=None, pick=Seat(*pick)).login.accept
        for pick in (("", "an"), ("q9", "an"), ("q2", "an"), ("q2", "binh"))
    ]
    assert accepts == ["Xin chọn quầy", "Mở quầy 9", "Nhận bàn giao quầy 2…", "Trở lại quầy 2"]


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


def test_a_day_that_was_closed_and_an_unknown_service_are_still_readable() -> None:
    """Codes the office no longer knows are shown as they are."""
    own = desk(ticket(SERVING, service="da_bo"), status=CounterStatus.CLOSED)
    screen = shown(own)
    assert screen.hand.service == "da_bo"
    assert screen.hand.share == -1.0


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
