import QtQuick
import QtQuick.Layouts
import QueueUi

// A name, what is the case, and a sign where it is not well.
Card {
    id: root

    required property string name
    required property string value
    required property bool well

    tone: well ? "" : "caution"
    implicitHeight: line.implicitHeight + 2 * Theme.spaceS

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: Theme.space

        Icon {
            glyph: root.well ? "check" : "warning"
            size: Theme.px(32)
            color: root.well ? Theme.good : Theme.caution
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Caption {
                Layout.fillWidth: true
                text: root.name
                font.pixelSize: Theme.px(19)
            }
            BodyText {
                Layout.fillWidth: true
                text: root.value
                font.pixelSize: Theme.px(24)
            }
        }
    }
}
