"""The supervisor's page "Điều hành", and the banner that leads to it. Pure."""

from datetime import datetime
from typing import Final

from counter.presenter.oversight.alerts import alert_pane, banner, key_of
from counter.presenter.oversight.hall import end_pane, notice_pane, service_pane
from counter.presenter.oversight.screen import (
    AlertPane,
    BannerScreen,
    EndPane,
    NoticePane,
    OversightScreen,
    ServicePane,
    TrialPane,
)
from counter.presenter.oversight.what_if import trial_pane
from counter.situation.oversight_draft import ALERTS, END, NOTICES, SERVICES, TRIAL, OversightDraft
from counter.situation.situation import CounterPage, Situation
from server.protocol.office import OfficeInfo
from server.protocol.views import CounterView

PAGE: Final = CounterPage.OVERSIGHT


def oversight(
    office: OfficeInfo | None,
    view: CounterView | None,
    now: datetime,
    situation: Situation,
    clerk: str,
) -> OversightScreen:
    """The page when it is open, else only the banner; empty for clerks who are not supervisors."""
    if office is None or view is None or clerk not in office.supervisors:
        return OversightScreen()
    draft = situation.oversight
    if situation.page != PAGE:
        told = banner(office, view, draft, clerk) if situation.is_live else BannerScreen()
        return OversightScreen(banner=told)
    free, tab = situation.is_free, draft.tab
    return OversightScreen(
        tab=tab,
        count=_count(sum(not each.owner for each in view.alerts)),
        paused=_count(sum(bool(each.paused) for each in view.services)),
        posted=_count(len(view.notices)),
        alert=alert_pane(office, view, draft, now, clerk=clerk, free=free)
        if tab == ALERTS
        else AlertPane(),
        service=service_pane(office, view, draft, free=free) if tab == SERVICES else ServicePane(),
        notice=notice_pane(view, draft, now, free) if tab == NOTICES else NoticePane(),
        trial=trial_pane(office, view, draft, now, situation.is_live)
        if tab == TRIAL
        else TrialPane(),
        end=end_pane(office, view, draft, free=free) if tab == END else EndPane(),
    )


def seen_now(view: CounterView) -> frozenset[str]:
    """The alerts that count as seen once the list is open or the banner was put off."""
    return frozenset(key_of(each) for each in view.alerts)


def opened(draft: OversightDraft, view: CounterView, alert: str = "") -> OversightDraft:
    """The draft as the page opens: the alert of the banner chosen, all alerts seen."""
    tab = ALERTS if alert or view.alerts else draft.tab
    return OversightDraft(tab=tab, alert=alert, text=draft.text, seen=seen_now(view))


def _count(number: int) -> str:
    return str(number) if number else ""
