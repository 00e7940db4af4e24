"""The supervisor's page and its banner in words: who is told what, and what each press sends."""

from dataclasses import replace

from counter.presenter.oversight.page import opened
from counter.presenter.oversight.screen import OversightScreen
from counter.presenter.presenter import present
from counter.situation.oversight_draft import TABS, OversightDraft
from counter.situation.situation import Seat
from tests.support import oversight_samples as o
from tests.support.counter_samples import NOW, desk
from tests.support.oversight_pages import HERE, on, shown


def test_who_is_no_supervisor_sees_neither_banner_nor_page() -> None:
    """Whatever is wrong in the hall."""
    for situation in (HERE, on("alerts")):
        assert shown(situation, clerk="an") == OversightScreen()
    clerk = replace(HERE, seat=Seat("q9", "an"), page="oversight")
    own = o.view(desk=desk())
    assert present(o.office(), own, NOW, clerk).page == "work"


def test_to_open_the_page_is_to_have_been_told() -> None:
    """Back at the desk the banner does not come again; what was typed stays."""
    draft = opened(OversightDraft(tab="end", text="Xin chờ", ending=True), o.view(), o.IDLE.id)
    assert (draft.tab, draft.alert, draft.text, draft.ending) == (
        "alerts",
        o.IDLE.id,
        "Xin chờ",
        False,
    )
    assert shown(replace(HERE, oversight=draft)).banner.text == ""
    assert opened(OversightDraft(tab="end"), o.view(alerts=())).tab == "end"


def test_without_the_server_nothing_can_be_sent() -> None:
    """The page stays readable."""
    for tab in TABS:
        page = shown(replace(on(tab, service="dat_dai", text="a"), connection="lost"))
        assert not any(
            (
                page.alert.can_take,
                page.service.can,
                page.notice.can_post,
                page.trial.can_ask,
                page.end.can,
            )
        )
