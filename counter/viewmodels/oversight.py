"""The supervisor's page "Điều hành" for QML: its panes, its lists, and what can be done there."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from assets.shell.panel import panel_for
from counter.presenter.oversight import alerts, hall
from counter.presenter.oversight.page import PAGE, opened, oversight, seen_now
from counter.presenter.oversight.screen import (
    AlertPane,
    BannerScreen,
    EndPane,
    NoticePane,
    OversightScreen,
    ServicePane,
    TrialPane,
)
from counter.presenter.oversight.what_if import at_desk
from counter.presenter.presenter import clerk_of
from counter.situation.oversight_draft import TABS, OversightDraft, Trial
from counter.work.desk_session import DeskSession
from server.protocol.commands import AnyCommand
from server.protocol.errors import ErrorCode
from server.protocol.messages import WhatIfQuery
from server.words.refusals import refusal_fact
from server.words.spelling import small

QML_IMPORT_NAME = "CounterModel"
QML_IMPORT_MAJOR_VERSION = 1

BannerPanel = panel_for(BannerScreen, "BannerPanel", QML_IMPORT_NAME)
AlertPanel = panel_for(AlertPane, "AlertPanel", QML_IMPORT_NAME)
ServicePanel = panel_for(ServicePane, "ServicePanel", QML_IMPORT_NAME)
NoticePanel = panel_for(NoticePane, "NoticePanel", QML_IMPORT_NAME)
TrialPanel = panel_for(TrialPane, "TrialPanel", QML_IMPORT_NAME)
EndPanel = panel_for(EndPane, "EndPanel", QML_IMPORT_NAME)
OversightPanel = panel_for(OversightScreen, "OversightPanel", QML_IMPORT_NAME)


@QmlElement
class OversightModel(QObject):
    """One slot for each thing a supervisor does; ``show`` follows the window's own situation."""

    def __init__(self, session: DeskSession, parent: QObject) -> None:
        """``session`` is the window's own."""
        super().__init__(parent)
        self._session = session
        self._page = OversightPanel(self)

    def show(self) -> None:
        """Show the present moment."""
        session = self._session
        self._page.show(
            oversight(
                session.office, session.view, session.link.now(), session.situation, self._clerk
            )
        )

    # ---- the page itself ---------------------------------------------------------------------

    @Slot(str)
    def enter(self, alert: str) -> None:
        """Open the page, at this alert if there is one; an open question comes first."""
        session = self._session
        office, view, situation = session.office, session.view, session.situation
        if office is None or view is None or situation.ask is not None:
            return
        if self._clerk in office.supervisors:
            draft = opened(situation.oversight, view, alert)
            session.set(replace(situation, page=PAGE, told=None, note=None, oversight=draft))

    @Slot()
    def putOff(self) -> None:
        """Put the banner off until there is a new alert."""
        if self._session.view is not None:
            self._set(seen=seen_now(self._session.view))

    @Slot(str)
    def showTab(self, tab: str) -> None:
        """Show another tab; the first step to end the day is undone."""
        if tab in TABS:
            self._set(tab=tab, ending=False)

    # ---- alerts ------------------------------------------------------------------------------

    @Slot(str)
    def showAlert(self, alert: str) -> None:
        """Choose this alert; one that is over can only be read."""
        if not alert.startswith("past:") and alert != self._draft.alert:
            self._set(alert=alert, cause="", outcome="")

    @Slot(str)
    def setCause(self, cause: str) -> None:
        """Choose the alert's cause; the alert stays chosen whatever comes in meanwhile."""
        self._about(lambda alert: {"alert": alert, "cause": cause})

    @Slot(str)
    def setOutcome(self, outcome: str) -> None:
        """What was done about it."""
        self._about(lambda alert: {"alert": alert, "outcome": outcome})

    @Slot()
    def takeAlert(self) -> None:
        """Take the chosen alert."""
        view, draft = self._session.view, self._draft
        alert = alerts.chosen_alert(view, draft) if view else None
        if alert is not None:
            command = alerts.take_command(alert, draft, self._clerk)
            self._set(alert=alert.id)
            self._send(command, alert.id, "Ông/bà đang xử lý việc này.")

    @Slot()
    def finishAlert(self) -> None:
        """End the chosen alert with the chosen outcome."""
        view, draft = self._session.view, self._draft
        alert = alerts.chosen_alert(view, draft) if view else None
        if alert is not None and draft.outcome and self._session.situation.is_free:
            command = alerts.finish_command(alert, draft, self._clerk)
            self._set(alert="", cause="", outcome="")
            self._send(command, alert.id, "Đã ghi kết quả.")

    # ---- services ----------------------------------------------------------------------------

    @Slot(str)
    def chooseService(self, service: str) -> None:
        """Look at this service."""
        if service != self._draft.service:
            self._set(service=service, reason="")

    @Slot(str)
    def setPauseReason(self, cause: str) -> None:
        """Choose why the service is paused."""
        self._set(reason=cause)

    @Slot()
    def pauseService(self) -> None:
        """Pause the chosen service, or resume it."""
        office, view, draft = self._session.office, self._session.view, self._draft
        if office is None or view is None:
            return
        command = hall.service_command(view, draft, self._clerk)
        name = small(office.service_name(draft.service))
        stops = command is not None and command.kind == "pause_service"
        done = f"Đã tạm dừng cấp số {name}." if stops else f"Đã cấp số {name} trở lại."
        self._send(command, draft.service, done)

    # ---- notices -----------------------------------------------------------------------------

    @Slot(str)
    def setText(self, text: str) -> None:
        """The words of the notice."""
        if text != self._draft.text:
            self._set(text=text)

    @Slot(str)
    def setMinutes(self, minutes: str) -> None:
        """How long it stands."""
        if minutes.isdigit():
            self._set(minutes=int(minutes))

    @Slot(bool)
    def setUrgent(self, urgent: bool) -> None:
        """Whether it stands out."""
        self._set(urgent=urgent)

    @Slot()
    def postNotice(self) -> None:
        """Show it on every display."""
        notice = f"n-{uuid.uuid4().hex}"
        command = hall.notice_command(self._draft, self._clerk, notice)
        if self._send(command, notice, "Đã đăng thông báo lên các màn hình."):
            self._set(text="", urgent=False)

    @Slot(str)
    def withdrawNotice(self, notice: str) -> None:
        """Show it no longer."""
        command = hall.withdraw_command(notice, self._clerk)
        self._send(command, notice, "Đã gỡ thông báo.")

    # ---- what if -----------------------------------------------------------------------------

    @Slot(str)
    def chooseCounter(self, counter: str) -> None:
        """Choose the desk of the what-if question."""
        office, view = self._session.office, self._session.view
        if office is not None and view is not None:
            self._set(trial=at_desk(office, view, self._draft.trial, counter))

    @Slot(str)
    def chooseTrialService(self, service: str) -> None:
        """Choose the service of the what-if question."""
        self._set(trial=Trial(self._draft.trial.counter, service))

    @Slot()
    def askWhatIf(self) -> None:
        """Ask the server what that would do."""
        trial, link = self._draft.trial, self._session.link
        if trial.counter and trial.service and self._session.situation.is_live:
            query = link.ask(WhatIfQuery(counter=trial.counter, service=trial.service))
            asked = Trial(trial.counter, trial.service, query, link.now())
            self._set(trial=asked)

    # ---- the end of the day ------------------------------------------------------------------

    @Slot(bool)
    def prepareEnd(self, ending: bool) -> None:
        """The first of the two steps to end the day, or back from it."""
        self._set(ending=ending)

    @Slot()
    def endDay(self) -> None:
        """The second step: end the day."""
        if self._draft.ending:
            command = hall.end_command(self._clerk)
            self._send(command, "", refusal_fact(ErrorCode.DAY_CLOSED))
            self._set(ending=False)

    # ---- inside ------------------------------------------------------------------------------

    @property
    def _clerk(self) -> str:
        return clerk_of(self._session.situation)

    @property
    def _draft(self) -> OversightDraft:
        return self._session.situation.oversight

    def _set(self, **changes: Any) -> None:
        draft = replace(self._draft, **changes)
        self._session.set(replace(self._session.situation, oversight=draft))

    def _about(self, changes: Callable[[str], dict[str, str]]) -> None:
        view = self._session.view
        alert = alerts.chosen_alert(view, self._draft) if view else None
        if alert is not None:
            self._set(**changes(alert.id))

    def _send(self, command: AnyCommand | None, subject: str, done: str) -> bool:
        if command is None or not self._session.situation.is_free:
            return False
        self._session.send(command.kind, command, subject, done)
        return True

    _get_page = attrgetter("_page")
    page = Property(OversightPanel, _get_page, constant=True)
