"""Services, notices and the end of the day, as the supervisor sees and sends them."""

from counter.presenter.oversight import hall
from counter.situation.oversight_draft import OversightDraft
from server.protocol.commands import EndDay, PauseService, PostNotice, ResumeService
from server.protocol.views import CounterStatus
from tests.support import oversight_samples as o
from tests.support.oversight_pages import on, shown


def test_a_service_is_paused_with_a_cause_that_citizens_will_read() -> None:
    """Those who wait are served all the same, and it says so."""
    empty = shown(on("services", service="chung_thuc")).service
    assert (empty.can, empty.accept) == (False, "Xin chọn lý do")
    pane = shown(on("services", service="chung_thuc", reason="mat_mang")).service
    assert pane.detail == "3 người đang chờ vẫn được phục vụ."
    assert pane.told == "“Tạm dừng lấy số: mất kết nối mạng. Mời ông/bà hỏi quầy hướng dẫn.”"
    assert (pane.can, pane.accept) == (True, "Tạm dừng cấp số")
    draft = OversightDraft(service="chung_thuc", reason="mat_mang")
    assert hall.service_command(o.view(), draft, "khanh") == PauseService(
        supervisor="khanh", service="chung_thuc", reason="mat_mang"
    )
    no_cause = OversightDraft(service="chung_thuc")
    assert hall.service_command(o.view(), no_cause, "khanh") is None


def test_a_paused_service_says_why_and_is_resumed() -> None:
    """In the list and beside it."""
    pane = shown(on("services", service="dat_dai")).service
    row = next(each for each in pane.rows if each.code == "dat_dai")
    assert row.detail == "tạm dừng: hệ thống phần mềm gặp sự cố · 3 người chờ"
    assert (pane.paused, pane.causes, pane.accept) == (True, (), "Cấp số trở lại")
    assert hall.service_command(
        o.view(), OversightDraft(service="dat_dai"), "khanh"
    ) == ResumeService(supervisor="khanh", service="dat_dai")


def test_a_notice_is_one_line_of_at_most_two_hundred_letters() -> None:
    """Line breaks and double spaces are tidied away before they are counted."""
    draft = OversightDraft(text="  Quầy 7 nghỉ\nđến 10 giờ.  ", minutes=60, urgent=True)
    assert hall.notice_command(draft, "khanh", "n9") == PostNotice(
        supervisor="khanh",
        notice="n9",
        text="Quầy 7 nghỉ đến 10 giờ.",
        minutes=60,
        is_urgent=True,
    )
    pane = shown(on("notices", text="Quầy 7 nghỉ")).notice
    assert (pane.left, pane.can_post) == ("Còn 189 ký tự", True)
    assert [row.until for row in pane.rows] == ["đến 10 giờ", "đến 12 giờ 32"]
    for text in ("", "   ", "a" * 201):
        assert not shown(on("notices", text=text)).notice.can_post
        assert hall.notice_command(OversightDraft(text=text), "khanh", "n") is None


def test_the_day_cannot_end_while_a_desk_has_somebody_in_hand() -> None:
    """It says which desks; how many still wait is said as well."""
    pane = shown(on("end", ending=True)).end
    assert (pane.can, pane.asking) == (False, False)
    assert pane.block == (
        "Quầy 2, quầy 3 đang có người. Kết thúc ngày được khi các quầy này xong việc."
    )
    assert pane.waiting == "Còn 15 người đang chờ. Số của họ hết hiệu lực ngay."
    assert pane.desks == "6 quầy đang mở sẽ đóng."


def test_the_day_ends_in_two_steps() -> None:
    """The second only after the first."""
    free = tuple(each.model_copy(update={"label": ""}) for each in o.view().counters)
    view = o.view(counters=free)
    assert (shown(on("end"), view).end.can, shown(on("end"), view).end.asking) == (True, False)
    assert shown(on("end", ending=True), view).end.asking
    assert hall.end_command("khanh") == EndDay(supervisor="khanh")
    assert shown(on("end"), o.view(closed=True)).end.over


def test_many_busy_desks_are_counted_not_listed() -> None:
    """Three names, then how many more."""
    busy = tuple(
        each.model_copy(update={"label": "1 001", "status": CounterStatus.OPEN})
        for each in o.view().counters
    )
    block = shown(on("end"), o.view(counters=busy)).end.block
    assert block.startswith("Quầy 0, quầy 1, quầy 2 và 10 quầy khác đang có người.")
