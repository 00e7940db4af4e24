"""What the wall says about waits, desks and the day."""

from datetime import timedelta

import pytest

from display.head import ConnectionState
from display.wall.presenter import wall
from display.wall.screen import WallScreen
from server.protocol.views import CounterStatus, TicketStatus, WaitRange, WallView
from tests.support import display_samples as d

WARD = d.office()  # promise 15 minutes, alert 30
LIVE = ConnectionState("live")


def shown(view: WallView) -> WallScreen:
    """The wall at nine forty-one."""
    return wall(WARD, view, d.NOW, LIVE)


@pytest.mark.parametrize(
    ("longest", "verdict", "tone"),
    [
        (15.0, "trong hẹn", ""),
        (15.1, "quá 15 phút", "caution"),
        (30.0, "quá 15 phút", "caution"),
        (30.1, "quá 30 phút", "alarm"),
    ],
)
def test_amber_begins_above_the_promise_and_red_above_the_alert(
    longest: float, verdict: str, tone: str
) -> None:
    """And words say the same as the colour."""
    (row,) = shown(d.wall_view(services=(d.figures("thue", 3, longest),))).services
    assert (row.verdict, row.tone) == (verdict, tone)
    assert row.longest == str(int(longest))


def test_people_waiting_where_no_desk_is_open_is_at_least_amber() -> None:
    """Nobody will call them, however short they have waited."""
    (row,) = shown(d.wall_view(services=(d.figures("thue", 1, 2, open_counters=0),))).services
    assert (row.verdict, row.tone) == ("chưa mở quầy", "caution")
    (row,) = shown(d.wall_view(services=(d.figures("thue", 1, 40, open_counters=0),))).services
    assert row.tone == "alarm"


def test_a_forecast_beyond_the_promise_is_a_hint() -> None:
    """Even its lower end must be beyond; then there is still time to open a desk."""
    for low, verdict, tone in ((15, "trong hẹn", ""), (16, "sẽ quá 15 phút", "hint")):
        forecast = WaitRange(low_min=low, high_min=40)
        (row,) = shown(d.wall_view(services=(d.figures("thue", 3, 5, wait=forecast),))).services
        assert (row.verdict, row.tone) == (verdict, tone)
        assert row.forecast == f"{low}–40"


def test_a_line_without_people_has_nothing_wrong() -> None:
    """Dashes where there is no figure."""
    (row,) = shown(d.wall_view(services=(d.figures("thue", open_counters=0),))).services
    assert (row.waiting, row.longest, row.mean, row.forecast) == ("0", "–", "–", "–")
    assert (row.verdict, row.tone) == ("", "")


def test_the_headline_names_the_longest_waits_first() -> None:
    """Only those beyond the worse limit; a long list ends in a count."""
    ids = [service.id for service in WARD.services]
    names = {service.id: service.name for service in WARD.services}
    waits = (31, 45, 20, 33, 38)
    services = tuple(d.figures(id_, 1, wait) for id_, wait in zip(ids, waits, strict=False))
    told = shown(d.wall_view(services=services))
    assert told.headline_tone == "alarm"
    assert told.headline == (
        f"Có người chờ quá 30 phút: {names[ids[1]]} 45 phút; {names[ids[4]]} 38 phút; "
        f"{names[ids[3]]} 33 phút; và 1 dịch vụ khác."
    )


def test_a_good_moment_is_said_to_be_good() -> None:
    """A wall without news is not an empty wall."""
    told = shown(d.wall_view(services=(d.figures("thue", 3, 15),)))
    assert (told.headline, told.headline_tone) == ("Không có ai chờ quá 15 phút.", "good")


def test_the_longest_wait_grows_while_no_view_comes() -> None:
    """Minutes are counted here, from the moment the ticket was taken."""
    view = d.wall_view(services=(d.figures("thue", 1, 14),))
    later = wall(WARD, view, d.NOW + timedelta(minutes=2), LIVE)
    assert later.services[0].longest == "16"
    assert later.services[0].tone == "caution"


def test_totals_of_the_day_are_in_their_places() -> None:
    """Counts as they are, waits in whole minutes, amber with words beyond the promise."""
    figures = {each.code: each for each in shown(d.busy_wall(WARD)).figures}
    assert [figures[code].value for code in ("issued", "completed")] == ["187", "139"]
    assert figures["completed"].note == "6 vắng · 0 giữ chỗ"
    assert (figures["waiting"].value, figures["waiting"].note) == ("33", "7 tại quầy")
    mean, p90 = figures["mean"], figures["p90"]
    assert (mean.value, mean.unit, mean.tone) == ("12", "phút", "")
    assert (p90.value, p90.note, p90.tone) == ("26", "quá 15 phút", "caution")


def test_a_day_without_calls_has_no_waits() -> None:
    """A dash, not a nought."""
    figures = {each.code: each for each in shown(d.empty_wall(WARD)).figures}
    assert (figures["mean"].value, figures["mean"].unit) == ("–", "")


@pytest.mark.parametrize(
    ("status", "label", "ticket_status", "told", "since"),
    [
        (CounterStatus.CLOSED, "", None, "đóng", ""),
        (CounterStatus.OPEN, "", None, "sẵn sàng", "4′"),
        (CounterStatus.OPEN, "9 027", TicketStatus.CALLED, "đang gọi", "4′"),
        (CounterStatus.OPEN, "9 027", TicketStatus.SERVING, "phục vụ", "4′"),
        (CounterStatus.PAUSED, "", None, "nghỉ đến 09:55", "4′"),
    ],
)
def test_every_desk_says_what_it_does_and_for_how_long(
    status: CounterStatus, label: str, ticket_status: TicketStatus | None, told: str, since: str
) -> None:
    """Minutes since the state began."""
    (desk,) = shown(d.wall_view(counters=(d.state("q9", status, label, ticket_status, 4.9),))).desks
    assert (desk.number, desk.label, desk.words, desk.since) == ("9", label, told, since)


def test_many_desks_stand_in_three_columns() -> None:
    """Twenty-six in nine rows, thirteen in seven."""
    province = d.office("province-song-lam")
    told = wall(province, d.busy_wall(province), d.NOW, LIVE)
    assert (told.desk_rows, told.is_wide) == (9, True)
    told = shown(d.busy_wall(WARD))
    assert (told.desk_rows, told.is_wide) == (7, False)


def test_satisfaction_is_never_told_without_how_many_have_answered() -> None:
    """Nobody: a dash. Some: the share of those, and how many of those served they are."""
    figures = {each.code: each for each in shown(d.busy_wall(WARD)).figures}
    assert (figures["content"].value, figures["content"].note) == ("–", "chưa ai trả lời")
    view = d.busy_wall(WARD)
    totals = view.totals.model_copy(update={"rated": 40, "content": 38})
    rated = shown(view.model_copy(update={"totals": totals}))
    content = {each.code: each for each in rated.figures}["content"]
    assert (content.value, content.unit, content.note) == ("95", "%", "40 trả lời (29%)")


def test_the_foot_tells_of_devices_and_where_the_promise_comes_from() -> None:
    """Page by page, the legal source with the figure."""
    notes = shown(d.busy_wall(WARD)).notes
    assert notes[0] == "Đang kết nối: 2 máy lấy số · 9 quầy · 1 màn hình · 1 bảng theo dõi."
    assert any("15 phút" in note and "468/QĐ-TTg" in note for note in notes)


def test_without_a_server_the_wall_shows_the_time() -> None:
    """And is not ready."""
    told = wall(None, None, d.NOW, ConnectionState("lost", 60))
    assert not told.is_ready
    assert (told.head.clock, told.head.connection, told.head.note) == ("09:41", "lost", "")
