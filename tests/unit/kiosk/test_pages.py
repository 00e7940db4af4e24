"""Every page of a visit has its component in the window of the kiosk."""

import re

import pytest

import assets
from kiosk.visit import Page


@pytest.mark.slow
def test_every_page_of_a_visit_is_shown_by_a_component_of_its_own_or_the_listing() -> None:
    """``pageOf`` in ``Main.qml`` falls back to the start page, which would hide a forgotten one."""
    window = (assets.PROJECT / "kiosk/qml/Kiosk/Main.qml").read_text("utf-8")
    switch = window[window.index("function pageOf") : window.index("function speak")]
    assert {*re.findall(r'case "(\w+)":', switch), Page.START.value} == {
        page.value for page in Page
    }
