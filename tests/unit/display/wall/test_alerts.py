"""Alerts and devices in the wall's words: where, how bad, and who takes care."""

from display.wall.alerts import SHOWN, alert_lines, device_notes
from server.protocol.views import AlertRow, DeviceState
from server.words.alerts import alert_sentence as sentence
from tests.support import display_samples as d

WARD = d.office()


def alert(kind: str, subject: str, **more: object) -> AlertRow:
    """An alert raised ten minutes ago."""
    fields: dict[str, object] = {
        **{"id": f"{kind}:{subject}", "kind": kind, "subject": subject, "label": ""},
        **{"level": 1, "amount": 3, "raised_at": d.ago(10)},
    }
    return AlertRow.model_validate(fields | more)


def test_every_kind_says_what_is_wrong_where_in_the_offices_words() -> None:
    """A supervisor acts on a place, not on a code."""
    assert sentence(WARD, alert("over_promise", "chung_thuc")) == (
        "Chờ quá 15 phút: Chứng thực, công thương"
    )
    assert "30 phút" in sentence(WARD, alert("over_promise", "chung_thuc", level=2))
    assert sentence(WARD, alert("unmanned", "thue")).startswith("Chưa có quầy phục vụ: Thuế")
    assert sentence(WARD, alert("desk_idle", "q6")) == "Quầy 6 chưa gọi dù có người chờ"
    assert sentence(WARD, alert("ping_pong", "t", label="6 012")) == "Số 6 012 đã bị chuyển 3 lần"
    assert sentence(WARD, alert("device", "K1:printer")) == "K1: máy in cần kiểm tra"
    assert sentence(WARD, alert("flood", "hall")) == "flood hall", "an odd word, but no silence"


def test_what_nobody_takes_care_of_comes_first_and_the_worst_before_the_old() -> None:
    """And what there is no room for is counted."""
    owned = alert("device", "K1:printer", level=2, owner=WARD.clerks[0].id)
    worse = alert("over_promise", "thue", level=2, raised_at=d.ago(1))
    others = [alert("desk_idle", f"q{n}", raised_at=d.ago(n)) for n in range(1, 6)]
    lines, more = alert_lines(WARD, [owned, *others, worse], d.NOW)
    assert lines[0].code == worse.id
    assert [line.since for line in lines[1:]] == ["5′", "4′", "3′"]
    assert len(lines) == SHOWN
    assert more == "và 3 cảnh báo khác"


def test_it_is_said_who_takes_care_who_was_told_or_that_nobody_does() -> None:
    """The second level tells a person by name."""
    clerk = WARD.clerks[0]
    owned, told, nobody = (
        alert("unmanned", "thue", owner=clerk.id),
        alert("over_promise", "thue", level=2),
        alert("desk_idle", "q1"),
    )
    office = WARD.model_copy(update={"notify": clerk.id})
    owners = {
        line.code: line.owner for line in alert_lines(office, [owned, told, nobody], d.NOW)[0]
    }
    assert owners[owned.id] == clerk.name
    assert owners[told.id] == f"đã báo {clerk.name}"
    assert owners[nobody.id] == "chưa ai nhận"


def test_a_device_that_is_not_well_is_named_with_its_part_and_whether_it_is_here() -> None:
    """Two pages: how many there are, and what to look at."""
    kiosk = DeviceState(device="K1", role="kiosk", connected=True, faults={"printer": "paper_out"})
    lobby = DeviceState(device="D1", role="", connected=False, faults={"sound": "no_device"})
    head, faults = device_notes({"kiosk": 1, "display": 0}, [kiosk, lobby])
    assert head == "Đang kết nối: 1 máy lấy số."
    assert faults == (
        "Thiết bị cần kiểm tra: K1: máy in hết giấy; D1: loa không có thiết bị (đang mất kết nối)."
    )
    assert device_notes({}, []) == ("Chưa có thiết bị nào kết nối.",)
