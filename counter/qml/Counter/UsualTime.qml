import QtQuick
import QtQuick.Layouts
import QueueUi

// The time used against the service's usual time: in words, and the same as a calm bar.
ColumnLayout {
    id: root

    required property real share
    required property string since
    required property string usual
    required property bool isLong

    spacing: Theme.px(6)

    GridLayout {
        Layout.fillWidth: true
        columns: root.width < Theme.px(480) ? 1 : 2
        columnSpacing: Theme.spaceS
        rowSpacing: 0

        BodyText {
            Layout.fillWidth: true
            text: root.since
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        Caption {
            text: root.usual
            color: root.isLong ? Theme.caution : Theme.textMuted
            wrapMode: Text.NoWrap
        }
    }
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
}
