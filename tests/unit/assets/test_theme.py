"""Every pair of colours that meets on a screen can be read by old eyes."""

import re
from itertools import product

import pytest

from assets import QML

LEAST = 4.5  # WCAG 2.2 AA for text
LEAST_STRONG = 7.0  # AAA, for weak eyes
ROW = re.compile(r'property color (\w+): strong \? "(#\w{6})" : dark \? "(#\w{6})" : "(#\w{6})"')
COLOURS = {
    name: {"strong": strong, "dark": dark, "light": light}
    for name, strong, dark, light in ROW.findall((QML / "QueueUi" / "Theme.qml").read_text("utf-8"))
}
SHEETS = ("background", "surface", "raised", "pressed", "accentSoft")
TINTS = ("goodSoft", "cautionSoft", "alarmSoft")
PAIRS = (
    *product(("text", "textMuted"), (*SHEETS, *TINTS)),
    *product(("accent",), ("background", "surface", "raised", "accentSoft")),
    *product(("accentInk",), ("accent", "accentPressed")),
    *product(("signalInk",), ("good", "caution", "alarm")),
    ("night", "nightGround"),
    *((signal, sheet) for signal in ("good", "caution", "alarm") for sheet in ("surface",)),
    *((signal, f"{signal}Soft") for signal in ("good", "caution", "alarm")),
)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", ["light", "dark", "strong"])
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_words_can_be_read_on_their_ground(ink: str, paper: str, palette: str) -> None:
    """At least 4.5 : 1 in all palettes, 7 : 1 in the one for weak eyes."""
    least = LEAST_STRONG if palette == "strong" else LEAST
    least = LEAST if ink == "night" else least  # one for all, no page is read on it
    assert contrast(COLOURS[ink][palette], COLOURS[paper][palette]) >= least


def test_every_colour_of_the_theme_was_measured() -> None:
    """A new colour of another shape would escape the pairs above."""
    theme = (QML / "QueueUi" / "Theme.qml").read_text("utf-8")
    assert set(re.findall(r"property color (\w+):", theme)) == set(COLOURS)
    met = {name for pair in PAIRS for name in pair} | {"line", "lineStrong"}
    assert met == set(COLOURS)


def test_the_measure_itself_is_right() -> None:
    """Black on white is 21 : 1, a colour on itself 1 : 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#7d5200", "#7d5200") == 1
