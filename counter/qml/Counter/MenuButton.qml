import QtQuick
import QueueUi

// A line of the menu.
BigButton {
    textSize: Theme.sizeBody
    implicitHeight: Theme.px(100)
    Keys.onReturnPressed: clicked()
    Keys.onEnterPressed: clicked()
}
