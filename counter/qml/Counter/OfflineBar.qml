import QtQuick
import QtQuick.Layouts
import QueueUi

// Says what is wrong with the connection, and only then takes room.
Rectangle {
    id: root

    required property string text

    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
    visible: text !== ""
    implicitHeight: visible ? line.implicitHeight + 2 * Theme.spaceXs : 0
    color: Theme.cautionSoft

    RowLayout {
        id: line

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: Theme.spaceS

        Icon {
            glyph: "wifi_off"
            size: Theme.px(34)
            color: Theme.caution
        }
        BodyText {
            Layout.fillWidth: true
            text: root.text
            color: Theme.caution
            font.weight: Font.Medium
        }
    }
}
