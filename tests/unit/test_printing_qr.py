import pytest

from kiosk.printing.qr import MODULE_DOTS, QUIET_MODULES, qr_image, qr_modules

URL = "http://192.168.10.5:8765/t/0mz3k9q2"


def test_the_matrix_is_square_and_has_its_three_corners() -> None:
    """A finder pattern of seven modules stands in three corners, as screens will draw it."""
    modules = qr_modules(URL)
    side = len(modules)
    assert {len(row) for row in modules} == {side}
    corner = (True,) * 7
    assert modules[0][:7] == corner
    assert modules[0][-7:] == corner
    assert modules[side - 1][:7] == corner


def test_a_short_address_stays_a_small_code() -> None:
    """At error correction Q an address of the LAN fits version 4, 33 modules."""
    assert len(qr_modules(URL)) <= 33


@pytest.mark.parametrize("width_dots", [576, 384])
def test_paper_gets_the_matrix_with_four_modules_of_white_around(width_dots: int) -> None:
    """Each module is a square of the documented size; nothing dark in the quiet zone."""
    modules, picture = qr_modules(URL), qr_image(URL, width_dots)
    dots = MODULE_DOTS[width_dots]
    assert picture.width == picture.height == (len(modules) + 2 * QUIET_MODULES) * dots
    for y in range(picture.height):
        for x in range(picture.width):
            row, column = y // dots - QUIET_MODULES, x // dots - QUIET_MODULES
            inside = 0 <= row < len(modules) and 0 <= column < len(modules)
            dark = inside and modules[row][column]
            assert (picture.getpixel((x, y)) == 0) == dark


def test_a_long_address_shrinks_its_modules_instead_of_leaving_the_paper() -> None:
    """300 characters still fit narrow paper, with modules of at least three dots."""
    picture = qr_image("http://h/" + "x" * 291, 384)
    assert picture.width <= 384
    assert picture.width // (len(qr_modules("http://h/" + "x" * 291)) + 2 * QUIET_MODULES) >= 3


@pytest.mark.parametrize(("text", "fault"), [("", "needs a text"), ("x" * 3000, "version")])
def test_what_cannot_be_a_code_is_refused(text: str, fault: str) -> None:
    """Nothing, or more than any code holds, is a ``ValueError``."""
    with pytest.raises(ValueError, match=fault):
        qr_modules(text)
