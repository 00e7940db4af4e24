"""What another office file would change, as a person reads it before saying yes."""

import pytest

from server.profile.diff import ChangeKind, diff, diff_text
from server.profile.load import load_office, load_office_text
from server.profile.model import OfficeProfile
from tests.support.profile_samples import PROVINCE, WARD

OLD = load_office(WARD)


def edited(*pairs: tuple[str, str]) -> OfficeProfile:
    """The ward with some words of its file replaced; its mistakes do not matter here."""
    text = WARD.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return load_office_text(text, "edited")


def test_the_same_office_differs_in_nothing() -> None:
    """Comments and spaces are not the office."""
    assert diff(OLD, edited(("[office]", "# a comment\n[office]"))) == ()
    assert diff_text(()) == ""


def test_a_renamed_service_shows_its_old_name_and_its_new_one() -> None:
    """By its id, under the name it had."""
    title = 'name = "Xây dựng, đô thị, giao thông"'
    field = "\nfield ="
    english = '\nnames = { en = "Construction, urban matters, traffic" }'
    new = edited((title + english + field, 'name = "Xây dựng"' + english + field))
    assert diff_text(diff(OLD, new)) == (
        "services\n"
        '  ~ xay_dung "Xây dựng, đô thị, giao thông"\n'
        '      name: "Xây dựng, đô thị, giao thông" → "Xây dựng"'
    )


def test_a_new_desk_is_shown_with_what_it_is() -> None:
    """An added member says what it brings."""
    desk = (
        '[[counters]]\nid = "q13"\nnumber = 13\nname = "Quầy lưu động"\narea = "Sảnh"\n'
        'services = ["chung_thuc"]\nclip = "desk_13"\n\n[[clerks]]'
    )
    (change,) = diff(OLD, edited(("[[clerks]]", desk)))
    assert (change.table, change.kind, change.member) == ("counters", ChangeKind.ADDED, "q13")
    assert ("services", "(nothing)", "chung_thuc") in change.details
    assert diff_text((change,)).splitlines()[1] == '  + q13 "Quầy lưu động"'


def test_what_vanishes_is_shown_by_its_name() -> None:
    """A desk that is gone."""
    new = OLD.model_copy(update={"counters": OLD.counters[:-1]})
    assert diff_text(diff(OLD, new)) == 'counters\n  - q12 "Trả kết quả"'


def test_hours_are_shown_as_hours() -> None:
    """Days in a row as a range, sessions apart."""
    new = edited(('closes = "11:30"', 'closes = "12:00"'))
    assert diff_text(diff(OLD, new)) == (
        "hours\n"
        "  ~ sessions: mon–fri 07:30–11:30, mon–fri 13:30–17:00"
        " → mon–fri 07:30–12:00, mon–fri 13:30–17:00"
    )


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("cap_min = 45", "cap_min = 60", "  ~ cap_min: 45 → 60"),
        ("undo_s = 60", "undo_s = 30", "  ~ undo_s: 60 → 30"),
        ('kind = "credit"', 'kind = "fcfs"', '  ~ kind: "credit" → "fcfs"'),
        ('cutoff = "15:00"', 'cutoff = "16:00"', '      cutoff: "15:00" → "16:00"'),
        ("width = 3", "width = 3", ""),
        ('hotline = "0200', 'hotline = "0300', '  ~ hotline: "0200 000 000" → "0300 000 000"'),
        ("no_show_rate = 0.04", "no_show_rate = 0.05", "  ~ no_show_rate: 0.04 → 0.05"),
    ],
)
def test_a_changed_figure_is_one_line(old: str, new: str, line: str) -> None:
    """Key, what it was, what it will be."""
    if old == new:
        assert diff(OLD, OLD) == ()
        return
    assert line in diff_text(diff(OLD, edited((old, new)))).splitlines()


def test_another_order_of_the_same_services_is_shown() -> None:
    """The kiosk shows them in the order of the file."""
    swapped = (OLD.services[1], OLD.services[0], *OLD.services[2:])
    text = diff_text(diff(OLD, OLD.model_copy(update={"services": swapped})))
    assert text.startswith("services\n  ~ order: huong_dan, thue, ")


def test_a_list_of_words_is_shown_whole() -> None:
    """Notices have no ids."""
    new = OLD.model_copy(update={"notices": ("Một", "Hai")})
    assert diff_text(diff(OLD, new)).endswith("→ Một, Hai")


def test_every_difference_is_undone_by_the_difference_back() -> None:
    """Two whole offices: as many members come as go on the way back."""
    there, back = diff(OLD, load_office(PROVINCE)), diff(load_office(PROVINCE), OLD)
    added = {(c.table, c.member) for c in there if c.kind is ChangeKind.ADDED}
    assert added
    assert added == {(c.table, c.member) for c in back if c.kind is ChangeKind.REMOVED}
    assert {c.table for c in there} == {c.table for c in back}
