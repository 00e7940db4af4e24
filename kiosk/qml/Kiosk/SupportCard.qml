import QtQuick
import QtQuick.Layouts
import QueueUi

// One kind of help: what, where, when.
Card {
    id: root

    required property string name
    required property string glyph
    required property string where
    required property string hours

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
            glyph: root.glyph
            size: Theme.px(64)
            color: Theme.accent
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            BodyText {
                Layout.fillWidth: true
                text: root.name
                font.pixelSize: Theme.sizeLarge
                font.weight: Font.DemiBold
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.where
            }
            BodyText {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.hours
                color: Theme.textMuted
            }
        }
    }
}
