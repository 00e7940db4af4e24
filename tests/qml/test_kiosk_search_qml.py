"""The search page on the glass: its keyboard, what it finds, and a way on when it finds nothing."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from assets.shell.pilot import find
from tests.support.kiosk_glass import SIZES, Glass
from tests.support.kiosk_samples import BIRTH, morning_view

LEAST_KEY = 92  # px; 20 mm are 104 where ten keys need not share 1080


@pytest.fixture(params=SIZES, ids=list(SIZES))
def glass(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Glass]:
    """A kiosk of each size, on its search page."""
    kiosk = Glass(qtbot, SIZES[request.param])
    kiosk.kiosk.openSearch()
    kiosk.settle()
    yield kiosk
    kiosk.close()


def strike(glass: Glass, *keys: str) -> None:
    """Touch these keys."""
    for key in keys:
        glass.tap("Dấu cách" if key == " " else key)


def test_telex_on_the_glass_makes_accents(glass: Glass) -> None:
    """Who types it as on a telephone sees Vietnamese, and finds it."""
    strike(glass, *"ddawng kys khai sinh")
    assert glass.says("đăng ký khai sinh")
    glass.tap("Khai sinh")
    assert glass.kiosk.screen.page == "detail"


def test_keys_of_their_own_make_accents_without_telex(glass: Glass) -> None:
    """Letters with marks, then the tone of the word."""
    strike(glass, "s", "ô", "Dấu hỏi", " ", "đ", "o", "Dấu hỏi")
    assert glass.says("sổ đỏ")
    assert glass.there("Cấp sổ đỏ lần đầu (hộ, cá nhân)")


def test_one_touch_takes_away_a_whole_letter(glass: Glass) -> None:
    """With its marks: people see letters, not keys. Another key empties the box."""
    strike(glass, *"ddaats", "Xóa chữ")
    assert glass.kiosk.screen.search.query == "đấ"
    strike(glass, "Xóa hết")
    assert glass.kiosk.screen.search.query == ""


def test_figures_are_a_touch_away(glass: Glass) -> None:
    """KT3 and CT07 are words people know."""
    strike(glass, "k", "t", "Chữ số", "3")
    assert glass.there("Đăng ký tạm trú")
    strike(glass, "Chữ cái")
    assert glass.there("q")


def test_done_gives_the_glass_to_the_results_and_the_box_brings_the_keys_back(
    glass: Glass,
) -> None:
    """There are two ways back to typing."""
    strike(glass, *"giay", "Xong")
    assert not glass.there("Dấu cách")
    strike(glass, "Ô tìm kiếm")
    assert glass.there("Dấu cách")
    strike(glass, "Xong", "Gõ tiếp")
    assert glass.there("Dấu cách")


def test_before_anything_is_typed_there_is_what_most_people_come_for(glass: Glass) -> None:
    """An empty page would ask everybody to type."""
    assert glass.kiosk.screen.search.suggested
    assert glass.there("Chứng thực bản sao")
    assert any("khai sinh, ket hon, dkks" in text for text in glass.texts())


def test_results_of_another_text_begin_at_the_top(glass: Glass) -> None:
    """Who had turned the page does not miss the best of what was found now."""
    strike(glass, "d", "Trang sau")
    glass.qtbot.waitUntil(lambda: glass.there("Trang trước"))
    strike(glass, "k")
    glass.settle()
    assert not glass.there("Trang trước")
    assert glass.there(glass.kiosk.screen.search.results[0].title)


def test_nothing_found_is_no_dead_end(glass: Glass) -> None:
    """It says so kindly, and the guide's number is one touch away."""
    strike(glass, *"karaoke")
    assert glass.says("Chưa tìm thấy việc này.")
    glass.tap("Tôi không rõ, nhờ cán bộ hướng dẫn")
    assert glass.kiosk.screen.detail.service.startswith("Hướng dẫn")


@pytest.mark.slow
def test_somebody_who_helps_is_there_beside_results_too(glass: Glass) -> None:
    """Results may be the wrong ones."""
    strike(glass, *"khai")
    names = ("Nhờ hướng dẫn", "Tôi không rõ, nhờ cán bộ hướng dẫn")
    glass.tap(next(name for name in names if glass.there(name)))
    assert glass.kiosk.screen.page == "detail"


def test_every_key_is_wide_and_high_enough_for_a_thumb(glass: Glass) -> None:
    """Also the twelve that share a row on a low panel."""
    for name in (*"qwertyuiopasdfghjklzxcvbnmăâêôơưđ", "Dấu sắc", "Dấu nặng", "Xóa chữ", "Xong"):
        key = find(glass.window, name)
        assert min(key.width(), key.height()) >= LEAST_KEY, name


@pytest.mark.parametrize("easy", [False, True], ids=["usual", "easy"])
def test_bands_on_top_leave_room_for_a_result_above_the_keys(glass: Glass, easy: bool) -> None:
    """Closed and out of touch at once: the keys for accents give way first."""
    if easy:
        glass.kiosk.toggleEasy()
    glass.kiosk.answers.set_view(morning_view(glass.office, is_open=False))
    glass.kiosk.answers.set_connection("lost")
    strike(glass, *"khai s")
    glass.settle()
    result, key = find(glass.window, "Khai sinh"), find(glass.window, "q")
    bottom = result.mapToScene(result.boundingRect().bottomLeft()).y()
    assert bottom <= key.mapToScene(key.boundingRect().topLeft()).y()


def test_in_english_nothing_is_composed_and_the_keys_for_accents_are_gone(glass: Glass) -> None:
    """*tax* is not *tã* there."""
    glass.kiosk.switchLanguage("en")
    glass.settle()
    strike(glass, *"tax")
    assert glass.kiosk.screen.search.query == "tax"
    assert not glass.there("ơ")


@pytest.mark.slow
def test_the_same_words_find_the_same_on_the_glass_as_in_the_catalogue(glass: Glass) -> None:
    """As typed, with a slip: the birth is on top from early on."""
    strike(glass, *"kahi s")
    assert glass.kiosk.screen.search.results[0].target == BIRTH
