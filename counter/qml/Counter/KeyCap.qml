import QtQuick
import QueueUi

// The key of the keyboard that does the same.
Rectangle {
    id: root

    required property string text
    required property color ink

    implicitWidth: Theme.px(46)
    implicitHeight: Theme.px(36)
    width: implicitWidth
    height: implicitHeight
    radius: Theme.px(7)
    color: "transparent"
    border.width: Theme.hairline
    border.color: ink

    NumberText {
        anchors.centerIn: parent
        text: root.text
        color: root.ink
        font.pixelSize: Theme.px(22)
    }
}
