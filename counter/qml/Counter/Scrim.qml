import QtQuick
import QueueUi

// Behind a sheet: the page is still there, and a tap on it leaves the sheet.
Rectangle {
    id: root

    signal tapped

    color: Theme.text
    opacity: 0.45

    TapHandler {
        onTapped: root.tapped()
    }
}
