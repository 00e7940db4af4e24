import QtQuick
import QueueUi

// The upper left corner, held for three seconds, asks for the staff code. Nothing shows it.
Item {
    id: root

    signal held

    width: Theme.px(150)
    height: Theme.px(150)

    TapHandler {
        longPressThreshold: 3
        onLongPressed: root.held()
    }
}
