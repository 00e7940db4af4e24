"""The parts of the screen as QML sees them; the meaning of a property is told in `screen`."""

from typing import Final

from assets.shell.panel import panel_for
from counter.presenter.screen import (
    DialogScreen,
    HandScreen,
    HeadScreen,
    IssueScreen,
    LoginScreen,
    NextScreen,
    PapersScreen,
    Screen,
    SteerScreen,
)

MODULE: Final = "CounterModel"

HeadPanel = panel_for(HeadScreen, "HeadPanel", MODULE)
HandPanel = panel_for(HandScreen, "HandPanel", MODULE)
NextPanel = panel_for(NextScreen, "NextPanel", MODULE)
PapersPanel = panel_for(PapersScreen, "PapersPanel", MODULE)
LoginPanel = panel_for(LoginScreen, "LoginPanel", MODULE)
DialogPanel = panel_for(DialogScreen, "DialogPanel", MODULE)
IssuePanel = panel_for(IssueScreen, "IssuePanel", MODULE)
SteerPanel = panel_for(SteerScreen, "SteerPanel", MODULE)
ScreenPanel = panel_for(Screen, "ScreenPanel", MODULE)
