import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// Whose office this is, and what time it is there. No emblem: that is the office's own sign.
Item {
    id: root

    required property HeadModel head

    implicitHeight: Theme.px(116)

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: clock.left
        anchors.rightMargin: Theme.spaceL
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0

        BodyText {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.head.unit
            color: Theme.textMuted
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Heading {
            Layout.fillWidth: true
            level: 2
            text: root.head.name
            color: Theme.accent
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
    Row {
        id: clock

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space

        BodyText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.head.date
            color: Theme.textMuted
            font.pixelSize: Theme.sizeLarge
            wrapMode: Text.NoWrap
        }
        NumberText {
            anchors.verticalCenter: parent.verticalCenter
            text: root.head.clock
            font.pixelSize: Theme.px(76)
        }
    }
}
