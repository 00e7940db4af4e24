"""The way out of the kiosk: only with the code, and never left open."""

from dataclasses import fields

import pytest

from assets.shell.rows import FIRST_ROLE
from kiosk.maintenance.condition import ConditionLine
from kiosk.maintenance.staff_code import DESK_IDLE_S, FREE_TRIES, PIN_IDLE_S
from kiosk.maintenance.viewmodel import StaffViewModel
from kiosk.offline.wishes import OfflineState

VALUE = FIRST_ROLE + [each.name for each in fields(ConditionLine)].index("value")


@pytest.fixture
def staff() -> StaffViewModel:
    made = StaffViewModel(lambda code_hash, code: code_hash == "hash" and code == "42")
    made.set_hash("hash")
    return made


def tried(staff: StaffViewModel, code: str) -> None:
    staff.ask()
    for sign in code:
        staff.type(sign)
    staff.enter()


def place(staff: StaffViewModel) -> str:
    return str(staff.property("place"))


def test_the_code_opens_the_page(staff: StaffViewModel) -> None:
    """And nothing of it stays to be seen."""
    tried(staff, "42")
    assert place(staff) == "desk"
    assert staff.property("typed") == 0


def test_without_a_code_of_the_office_the_corner_is_dead(staff: StaffViewModel) -> None:
    """An empty hash is no open door."""
    staff.set_hash("")
    tried(staff, "42")
    assert place(staff) == ""


def test_while_it_rests_even_the_right_code_is_wrong(staff: StaffViewModel) -> None:
    """Also after leaving and coming back; when the rest is over it opens."""
    for _ in range(FREE_TRIES):
        tried(staff, "1")
    rest = staff.property("waitS")
    assert rest > 0
    staff.leave()
    tried(staff, "42")
    assert place(staff) == "pin"
    for _ in range(rest):
        staff.touched()
        staff.tick()
    tried(staff, "42")
    assert place(staff) == "desk"


def test_nothing_is_done_for_who_has_no_code(staff: StaffViewModel, qtbot: object) -> None:
    """Restart, close and print are deaf before the page is open."""
    heard: list[str] = []
    for name in ("restart", "quit", "print"):
        getattr(staff, f"{name}Asked").connect(lambda name=name: heard.append(name))
    staff.ask()
    staff.restart()
    staff.quit()
    staff.printPage()
    assert heard == []
    tried(staff, "42")
    staff.restart()
    assert heard == ["restart"]


def test_refused_numbers_ask_for_somebody_until_he_has_seen_to_them(
    staff: StaffViewModel,
) -> None:
    """The page names them; only who has the code can say it is done."""
    done: list[bool] = []
    staff.dismissAsked.connect(lambda: done.append(True))
    staff.learn(offline=OfflineState(refused=("9 950",)))
    staff.dismiss()
    assert done == []
    tried(staff, "42")
    assert staff.property("refused")
    shown = staff.property("lines")
    values = [shown.data(shown.index(at), VALUE) for at in range(shown.rowCount())]
    assert any("9 950" in value for value in values)
    staff.dismiss()
    assert done == [True]
    staff.learn(offline=OfflineState())
    assert not staff.property("refused")


@pytest.mark.parametrize(("code", "patience_s"), [("", PIN_IDLE_S), ("42", DESK_IDLE_S)])
def test_a_page_left_open_closes_by_itself(
    staff: StaffViewModel, code: str, patience_s: int
) -> None:
    """A clerk called away leaves no open door behind."""
    tried(staff, code)
    for _ in range(patience_s - 1):
        staff.tick()
    assert place(staff) != ""
    staff.tick()
    assert place(staff) == ""
