import QtQuick
import QtQuick.Layouts
import QueueUi

// The time used against the service's usual time: a calm bar, and the same in words.
RowLayout {
    id: root

    required property real share
    required property string usual
    required property bool isLong

    spacing: Theme.spaceS

    Rectangle {
        Layout.fillWidth: true
        implicitHeight: Theme.px(12)
        radius: height / 2
        color: Theme.raised
        border.width: Theme.hairline
        border.color: Theme.line

        Rectangle {
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: Math.max(height, parent.width * root.share)
            radius: height / 2
            color: root.isLong ? Theme.caution : Theme.good
        }
    }
    Caption {
        text: root.usual
        color: root.isLong ? Theme.caution : Theme.textMuted
        wrapMode: Text.NoWrap
    }
}
