"""The supervisor's page at one of its parts, for the tests of its presenters."""

from dataclasses import replace
from typing import Final

from counter.presenter.oversight.page import oversight
from counter.presenter.oversight.screen import OversightScreen
from counter.situation.oversight_draft import OversightDraft
from counter.situation.situation import Seat, Situation
from server.protocol.views import CounterView
from tests.support import oversight_samples as o
from tests.support.counter_samples import NOW

HERE: Final = Situation(connection="live", seat=Seat("q9", "khanh"))


def on(tab: str, **chosen: object) -> Situation:
    """The page open at this part."""
    draft = replace(OversightDraft(tab=tab), **chosen)  # type: ignore[arg-type]  # any field
    return replace(HERE, page="oversight", oversight=draft)


def shown(
    situation: Situation, view: CounterView | None = None, clerk: str = "khanh"
) -> OversightScreen:
    """The page of this clerk now."""
    return oversight(o.office(), view or o.view(), NOW, situation, clerk)
