"""Work is found as people say it: without accents, by beginnings, keywords and initials."""

import pytest

from counter.presenter import issue
from counter.presenter.service_search import Work, find, fold
from tests.support.counter_samples import office


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai sinh", "1.001193"),
        ("giay khai sinh", "1.001193"),
        ("KHAI  sịnh", "1.001193"),
        ("sao y", "2.000815"),
        ("ctbs", "chung_thuc"),
        ("đất đai", "dat_dai"),
        ("dat dai", "dat_dai"),
        ("", "huong_dan"),
    ],
)
def test_work_is_found_as_people_say_it(typed: str, first: str) -> None:
    """With and without accents, by beginnings, keywords and initials."""
    found = find(issue.works_of(office()), typed, 5)
    assert found[0].code == first


def test_nothing_found_is_an_empty_list() -> None:
    """Not the whole catalogue."""
    assert find((Work("a", "a", "Đất đai"),), "xyz", 5) == ()
    assert fold("Đăng ký: Hộ KHẨU") == "dang ky ho khau"
