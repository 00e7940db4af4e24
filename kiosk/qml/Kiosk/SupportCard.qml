import QtQuick
import QtQuick.Layouts
import QueueUi

// One kind of help: what, where, when.
Card {
    id: root

    required property var item

    implicitHeight: line.implicitHeight + 2 * Theme.space

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space
        spacing: Theme.space

        Icon {
            Layout.alignment: Qt.AlignTop
            glyph: root.item.glyph
            size: Theme.px(64)
            color: Theme.accent
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            BodyText {
                Layout.fillWidth: true
                text: root.item.name
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.DemiBold
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.item.where
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.item.hours
                color: Theme.textMuted
            }
        }
    }
}
