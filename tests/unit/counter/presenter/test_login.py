"""The login page: name, PIN, desk."""

from counter.presenter.login import login
from counter.situation.situation import Seat, Situation
from tests.support.counter_samples import NOW, office, view
from tests.support.counter_states import NBSP, shown


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


def test_the_three_steps_follow_one_another() -> None:
    """Name, PIN, desk; without PINs both lists stand side by side."""

    def step(**changes: object) -> str:
        situation = Situation(**{"connection": "live", **changes})  # type: ignore[arg-type]  # by name
        return login(office(), view(), situation, NOW).step

    assert step(signed=None) == step(signed=None, pick=Seat("", "an")) == "both"
    assert step(signed="") == "name"
    assert step(signed="", pick=Seat("", "an")) == "pin"
    assert step(signed="binh", pick=Seat("", "an")) == "pin"
    assert step(signed="an", pick=Seat("", "an")) == "desk"


def test_a_desk_is_entered_only_by_who_has_signed_in() -> None:
    """However the name came to stand there."""
    pick = Seat("q9", "an")
    for signed, lit in (("", False), ("binh", False), ("an", True), (None, True)):
        situation = Situation(connection="live", signed=signed, pick=pick)
        assert login(office(), view(), situation, NOW).lit is lit


def test_names_are_found_without_accents() -> None:
    """By any word of the name or the title; rubbish finds nobody."""

    def found(sought: str) -> list[str]:
        shown = login(office(), view(), Situation(signed="", sought=sought), NOW)
        return [row.code for row in shown.clerks]

    everybody = found("")
    assert len(everybody) == len(office().clerks)
    assert "an" in found("nguyen an")
    assert found("tran binh") == ["binh"]
    assert found("xyz") == []
