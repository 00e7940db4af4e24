"""The parts of the screen as QML sees them; the meaning of a property is told in `screen`."""

from typing import Final

from assets.shell.panel import panel_for
from kiosk.presenter.screen import (
    AppointmentScreen,
    Attract,
    Detail,
    Header,
    Listing,
    Remark,
    Screen,
    Search,
    StandingScreen,
    Start,
    SupportScreen,
    TicketScreen,
    WaitTime,
)

MODULE: Final = "KioskModel"

WaitPanel = panel_for(WaitTime, "WaitPanel", MODULE)
RemarkPanel = panel_for(Remark, "RemarkPanel", MODULE)
HeaderPanel = panel_for(Header, "HeaderPanel", MODULE)
AttractPanel = panel_for(Attract, "AttractPanel", MODULE)
StartPanel = panel_for(Start, "StartPanel", MODULE)
ListingPanel = panel_for(Listing, "ListingPanel", MODULE)
SearchPanel = panel_for(Search, "SearchPanel", MODULE)
SupportPanel = panel_for(SupportScreen, "SupportPanel", MODULE)
AppointmentPanel = panel_for(AppointmentScreen, "AppointmentPanel", MODULE)
StandingPanel = panel_for(StandingScreen, "StandingPanel", MODULE)
DetailPanel = panel_for(Detail, "DetailPanel", MODULE)
TicketPanel = panel_for(TicketScreen, "TicketPanel", MODULE)
KioskPanel = panel_for(Screen, "KioskPanel", MODULE)
