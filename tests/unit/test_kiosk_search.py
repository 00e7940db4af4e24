"""The kiosk's search finds what a citizen means."""

import time

import pytest

from kiosk.search import Entry, find, fold, index

BIRTH = Entry(
    "birth",
    "Đăng ký khai sinh",
    "Thủ tục đăng ký khai sinh",
    ("giấy khai sinh", "em bé mới sinh"),
)
DEATH = Entry("death", "Đăng ký khai tử", "Thủ tục đăng ký khai tử")
COPY = Entry("copy", "Chứng thực bản sao", "Chứng thực bản sao từ bản chính", ("sao y", "photo"))
SINGLE = Entry("single", "Xác nhận tình trạng hôn nhân", "Cấp giấy xác nhận", ("giấy độc thân",))
SINGLE_AGAIN = Entry("again", "Đăng ký lại khai sinh", "Thủ tục đăng ký lại khai sinh")
PLACE = index((SINGLE_AGAIN, DEATH, COPY, SINGLE, BIRTH))


def keys(query: str) -> list[str]:
    return [entry.key for entry in find(PLACE, query)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("đăng ký khai sinh", "birth"),
        ("Đăng Ký Khai Sinh", "birth"),
        ("dang ky khai sinh", "birth"),
        ("khai sinh", "birth"),
        ("sinh khai", "birth"),
        ("kh si", "birth"),
        ("khaisinh", "birth"),
        ("dkks", "birth"),
        ("ttdkks", "birth"),
        ("em be", "birth"),
        ("lam giay doc than", "single"),
        ("sao y", "copy"),
        ("ban sao", "copy"),
        ("  khai   tu ", "death"),
        ("hôn nhân", "single"),
    ],
)
def test_the_meant_thing_is_first(query: str, first: str) -> None:
    """Accents, order, unfinished words, joined words, initials and keywords all lead there."""
    assert keys(query)[0] == first


def test_the_shorter_label_comes_before_the_longer_one() -> None:
    """Who types *khai sinh* more likely wants a birth registered than registered again."""
    assert keys("khai sinh") == ["birth", "again"]


def test_decomposed_letters_find_the_same() -> None:
    """A query in another Unicode form (NFD) is the same query."""
    assert fold("Đăng ký") == fold("Đăng ký") == "dang ky"


@pytest.mark.parametrize("query", ["", "   ", "!!!", "xyz", "quang cao"])
def test_nothing_is_found_where_there_is_nothing(query: str) -> None:
    """An empty or foreign query finds nothing rather than something near."""
    assert keys(query) == []


def test_every_word_must_be_there() -> None:
    """A second word narrows; it never widens."""
    assert keys("khai tu") == ["death"]
    assert keys("khai sao") == []


def test_six_hundred_entries_are_searched_between_two_keys() -> None:
    """A catalogue of 600 answers well within the 100 ms a finger needs for the next key."""
    many = index(
        Entry(f"{n}", f"Thủ tục số {n} về khai sinh", f"Tên chính thức của thủ tục {n}", ("con",))
        for n in range(600)
    )
    fastest = 1.0
    for _ in range(5):
        begun = time.perf_counter()
        assert len(find(many, "sinh khai so 5")) == 20
        fastest = min(fastest, time.perf_counter() - begun)
    assert fastest < 0.05
