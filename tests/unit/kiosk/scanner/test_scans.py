"""What a scanner types is told from a person's typing, and a card gives away nothing but an age."""

import gc
from datetime import date, timedelta
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.scanner.scans import (
    LONGEST,
    AppointmentScan,
    CardScan,
    PersonMarks,
    Scan,
    TicketScan,
    UnknownScan,
    classify,
)
from kiosk.scanner.wedge import GAP_MS, SHORTEST, KeySource, Wedge

TODAY = date(2026, 11, 23)
# Nobody's: the ward code 999 is not given out.
NUMBER = "999146012345"
CARD = f"{NUMBER}|024999999|Trần Thị Hoa Mơ|23111946|Nữ|Tổ 5, Hòa Bình|10052021"
NEW_CARD = f"{NUMBER}||Trần Thị Hoa Mơ|23111946|Nữ|Tổ 5, Hòa Bình|10052025|||Trần Văn Mận|Lê Thị Na"


class FixedMarks:
    """Marks every card alike."""

    def mark(self, number: str, day: date) -> str:  # noqa: ARG002 -- the protocol asks for them
        return "a mark"


def read(text: str) -> Scan:
    return classify(text, TODAY, FixedMarks())


@pytest.mark.parametrize(
    ("text", "scan"),
    [
        ("http://192.168.10.5:8765/t/0mz3k9q2ab", TicketScan("0mz3k9q2ab")),
        ("https://motcua.example.vn/luot/t/0mz3k9q2ab/", TicketScan("0mz3k9q2ab")),
        ("http://192.168.10.5:8765/t/0mz3k9q2ab?l=en\r", TicketScan("0mz3k9q2ab")),
        ("HTTP://192.168.10.5:8765/T/0MZ3K9Q2AB", TicketScan("0mz3k9q2ab")),
        ("LH-2026-0042", AppointmentScan("LH-2026-0042")),
        ("hen.7K2M", AppointmentScan("hen.7K2M")),
        ("http://example.vn/other/0mz3k9q2ab", UnknownScan("not_ours")),
        ("http://example.vn/t/../../etc", UnknownScan("not_ours")),
        ("999146012345", UnknownScan("not_ours")),
        ("DN4799914601234", UnknownScan("not_ours")),
        ("IDVNM9991460123", UnknownScan("not_ours")),
        ("abc", UnknownScan("not_ours")),
        ("Mã hẹn", UnknownScan("not_ours")),
        ("", UnknownScan("not_ours")),
        ("x" * (LONGEST + 1), UnknownScan("too_long")),
    ],
)
def test_a_code_is_known_by_its_looks(text: str, scan: Scan) -> None:
    """Ticket addresses and appointment codes; a number that may be a person's is neither."""
    assert read(text) == scan


@pytest.mark.parametrize(
    ("card", "age"),
    [
        (CARD, 80),
        (CARD.replace("23111946", "24111946"), 79),
        (NEW_CARD, 80),
        (CARD.replace("Trần Thị Hoa Mơ", "Tr?n Th? Hoa M?").replace("Tổ 5, Hòa Bình", ""), 80),
        (CARD.replace("23111946", "29022004"), 22),
        (CARD.replace("23111946", "00001946"), 79),
        (CARD.replace("23111946", "1946"), 79),
    ],
    ids=[
        "birthday today",
        "birthday tomorrow",
        "card of 2024",
        "mangled letters",
        "leap day",
        "year",
        "y",
    ],
)
def test_a_citizen_card_is_read_by_position(card: str, age: int) -> None:
    """Old and new cards, names mangled by the scanner, people registered with a year alone."""
    assert read(card) == CardScan(age, "a mark")


@pytest.mark.parametrize(
    "card",
    [
        CARD.replace("23111946", "31021946"),
        CARD.replace("23111946", "23112046"),
        CARD.replace("10052021", "10131921"),
        CARD.replace("10052021", "10051940"),
        CARD.replace(NUMBER, NUMBER[1:]),
        CARD.replace(NUMBER, "99914601234x"),
        CARD.replace(NUMBER, "９９９146012345"),
        "|".join(CARD.split("|")[:6]),
        "||||||",
        "23111946|Trần Thị Hoa Mơ|999146012345|a|b|c|d",
    ],
)
def test_what_is_no_real_card_is_unreadable(card: str) -> None:
    """Days that are in no calendar, issued before birth, fields missing or in other places."""
    assert read(card) == UnknownScan("unreadable")


def test_a_card_leaves_an_age_and_a_mark_and_nothing_else() -> None:
    """Neither in the scan, nor in how it prints, nor in anything the marks hold on to."""
    marks = PersonMarks()
    scan = classify(CARD, TODAY, marks)
    assert isinstance(scan, CardScan)
    marks.took(scan.mark, TODAY)
    assert repr(scan) == "CardScan(age=80)"
    held = repr(vars(scan)) + repr(vars(marks)) + repr(gc.get_referents(marks))
    for personal in (NUMBER, "024999999", "Trần", "23111946", "1946", "Hòa Bình"):
        assert personal not in held


def test_a_card_may_take_so_many_numbers_a_day() -> None:
    """Counted by its mark; another card, another day and an office without a limit do not count."""
    marks = PersonMarks()
    one, other = marks.mark(NUMBER, TODAY), marks.mark("999146012346", TODAY)
    assert marks.mark(NUMBER, TODAY) == one != other
    for _ in range(2):
        assert marks.may_take(one, TODAY, 2)
        marks.took(one, TODAY)
    assert not marks.may_take(one, TODAY, 2)
    assert marks.may_take(one, TODAY, 0)
    assert marks.may_take(other, TODAY, 2)
    assert marks.may_take("", TODAY, 2)
    assert marks.may_take(one, TODAY + timedelta(days=1), 2)


def test_a_mark_fits_no_other_day_and_no_other_kiosk() -> None:
    """The salt is made anew each day and each start: marks cannot be put together to a history."""
    marks = PersonMarks()
    days = (TODAY, TODAY + timedelta(days=1), TODAY)
    assert len({*(marks.mark(NUMBER, day) for day in days), PersonMarks().mark(NUMBER, TODAY)}) == 4


@given(text=st.text(max_size=200))
def test_garbage_is_refused_and_never_an_error(text: str) -> None:
    """Whatever a torn or foreign code holds, something sensible comes out."""
    scan = read(text)
    if isinstance(scan, AppointmentScan):
        assert scan.code == text.strip()


@given(
    fields=st.lists(st.text(st.characters(exclude_characters="|\n\r\t"), max_size=20), max_size=10)
)
def test_any_fields_with_bars_are_a_card_or_unreadable(fields: list[str]) -> None:
    """Never an appointment: nothing of what looks like a card goes to the server."""
    assert isinstance(read("|".join([*fields, ""])), (CardScan, UnknownScan))


@given(
    born=st.dates(date(1900, 1, 1), TODAY),
    today=st.dates(TODAY, date(2099, 12, 31)),
    more=st.lists(st.sampled_from(["", "x", "Nguyễn"]), max_size=4),
)
def test_the_age_is_the_number_of_birthdays(born: date, today: date, more: list[str]) -> None:
    """For every day of birth and every today, as counted one by one."""
    card = "|".join([NUMBER, "", "Mơ", f"{born:%d%m%Y}", "Nữ", "", f"{TODAY:%d%m%Y}", *more])
    scan = classify(card, today, FixedMarks())
    assert isinstance(scan, CardScan)
    birthdays = sum(
        date(year, born.month, 1) + timedelta(days=born.day - 1) <= today
        for year in range(born.year + 1, today.year + 1)
    )
    assert scan.age == birthdays


# -- who presses the keys ---------------------------------------------------------------------

FAST: Final = 12
SLOW: Final = GAP_MS + 30


def pressed(keys: list[tuple[str, float]]) -> list[tuple[KeySource, str, int]]:
    """The verdicts over keys with the pause before each, and how many keys each is about."""
    wedge, at, found, count = Wedge(), 0.0, [], 0
    for letter, pause in keys:
        at += pause
        if wedge.is_over(at) and (judged := wedge.paused()):
            found.append((*judged, count))
            count = 0
        count += 1
        if judged := wedge.press(letter, at):
            found.append((*judged, count))
            count = 0
    if judged := wedge.paused():
        found.append((*judged, count))
    return found


def burst(text: str, pause: float = FAST) -> list[tuple[str, float]]:
    return [(letter, pause) for letter in text]


def test_a_fast_burst_ended_by_enter_is_a_scan() -> None:
    """The code comes out whole, without its Enter."""
    assert pressed(burst(CARD + "\r")) == [(KeySource.SCANNED, CARD, len(CARD) + 1)]


def test_slow_typing_is_no_scan() -> None:
    """Each key goes to the window, Enter too."""
    keys = burst("khai sinh\r", SLOW)
    assert {verdict for verdict, _, _ in pressed(keys)} == {KeySource.TYPED}
    assert sum(count for _, _, count in pressed(keys)) == len(keys)


def test_a_few_keys_rolled_over_each_other_are_no_scan() -> None:
    """Hasty fingers and Enter: fewer letters than any code of ours has."""
    assert pressed(burst("dkks\r")) == [(KeySource.TYPED, "", 5)]


def test_a_fast_burst_without_enter_is_typing_unless_no_finger_writes_so() -> None:
    """A scanner set up without Enter still does not type a card into the search box."""
    assert pressed(burst("khai sinh")) == [(KeySource.TYPED, "", 9)]
    assert pressed(burst(CARD)) == [(KeySource.SCANNED, CARD, len(CARD))]
    address = "http://10.0.0.5:8765/t/0mz3k9q2ab"
    assert pressed(burst(address)) == [(KeySource.SCANNED, address, len(address))]


def test_a_scan_right_after_typing_is_heard_apart() -> None:
    """The pause between them parts them."""
    verdicts = pressed([*burst("ho", SLOW), ("h", SLOW), *burst("en.7K2M\r")])
    assert verdicts[-1] == (KeySource.SCANNED, "hen.7K2M", 9)
    assert {verdict for verdict, _, _ in verdicts[:-1]} == {KeySource.TYPED}


def test_endless_input_is_refused_once_and_not_kept() -> None:
    """A scanner gone mad: one refusal, then silence, and after a pause all is as before."""
    wedge = Wedge()
    verdicts = [wedge.press("x", float(at)) for at in range(5000)]
    assert [judged for judged in verdicts if judged] == [(KeySource.TOO_LONG, "")]
    assert wedge.is_overflowing
    assert wedge.paused() is None
    assert not wedge.is_holding
    assert [wedge.press(letter, 9e4) for letter in "LH-0042\r"][-1] == (
        KeySource.SCANNED,
        "LH-0042",
    )


def test_a_wedge_forgets_what_it_read() -> None:
    """Nothing of a card stays in it after the verdict."""
    wedge = Wedge()
    for letter in CARD + "\r":
        wedge.press(letter, 1.0)
    assert not wedge.is_holding
    assert repr(vars(wedge)).count("|") == 0


KEYS = st.lists(
    st.tuples(
        st.sampled_from("ab1|:/ \r\t"),
        st.one_of(st.floats(0, GAP_MS), st.floats(GAP_MS + 1, 500)),
    ),
    max_size=80,
)


@given(keys=KEYS)
def test_no_key_is_lost_or_counted_twice(keys: list[tuple[str, float]]) -> None:
    """Every key is in exactly one verdict; a scan is long enough and made of fast keys alone."""
    verdicts = pressed(keys)
    assert sum(count for _, _, count in verdicts) == len(keys)
    start = 0
    for verdict, code, count in verdicts:
        mine = keys[start : start + count]
        start += count
        if verdict is KeySource.SCANNED:
            assert len(code) >= SHORTEST
            assert "".join(letter for letter, _ in mine).rstrip("\r\t") == code
            assert all(pause <= GAP_MS for _, pause in mine[1:])
