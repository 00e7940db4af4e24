import pytest

from kiosk.printing.qr import QUIET_MODULES, qr_image, qr_modules

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


@pytest.mark.parametrize("dots", [5, 6])
def test_paper_gets_the_matrix_in_squares_of_dots(dots: int) -> None:
    """Each module is a square of the wanted size; four modules of white are asked for around."""
    modules = qr_modules(URL)
    picture, quiet = qr_image(URL, dots, 384)
    assert picture.size == (len(modules) * dots, len(modules) * dots)
    assert quiet == QUIET_MODULES * dots
    for y in range(picture.height):
        for x in range(picture.width):
            assert (picture.getpixel((x, y)) == 0) == modules[y // dots][x // dots]


def test_a_long_address_shrinks_its_modules_instead_of_leaving_the_paper() -> None:
    """300 characters still fit narrow paper, with modules of at least three dots."""
    long = "http://h/" + "x" * 291
    picture, quiet = qr_image(long, 5, 384)
    assert picture.width + 2 * quiet <= 384
    assert picture.width // len(qr_modules(long)) >= 3


@pytest.mark.parametrize(("text", "fault"), [("", "needs a text"), ("x" * 3000, "version")])
def test_what_cannot_be_a_code_is_refused(text: str, fault: str) -> None:
    """Nothing, or more than any code holds, is a ``ValueError``."""
    with pytest.raises(ValueError, match=fault):
        qr_modules(text)
