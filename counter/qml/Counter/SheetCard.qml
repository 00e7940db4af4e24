import QtQuick
import QueueUi

// A sheet over the page; taps on it do not reach what lies behind.
Rectangle {
    Accessible.role: Accessible.Dialog
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.lineStrong

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds
    }
}
