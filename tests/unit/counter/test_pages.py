"""Every page of the counter app has its component in the window."""

import re

import assets
from counter.situation.situation import CounterPage


def test_every_page_is_shown_by_a_component_of_its_own() -> None:
    """``pageOf`` in ``Main.qml`` falls back to the blank page, which would hide a forgotten one."""
    window = (assets.PROJECT / "counter/qml/Counter/Main.qml").read_text("utf-8")
    switch = window[window.index("function pageOf") : window.index("default:")]
    named = set(re.findall(r'case "(\w+)":', switch))
    assert named | {CounterPage.BLANK.value} == {page.value for page in CounterPage}
