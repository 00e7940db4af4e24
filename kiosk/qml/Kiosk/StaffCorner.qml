import QtQuick
import QueueUi

// The upper left corner, held for three seconds, asks for the staff code. Nothing shows it.
Item {
    id: root

    property real holdS: 3

    signal held

    objectName: "staffCorner"
    width: Theme.px(150)
    height: Theme.px(150)

    TapHandler {
        longPressThreshold: root.holdS
        onLongPressed: root.held()
    }
}
