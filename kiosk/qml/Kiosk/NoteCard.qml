import QtQuick
import QtQuick.Layouts
import QueueUi

// A sentence on a tinted sheet with an icon. Takes no room without a text.
Card {
    id: root

    property string text: ""
    property string more: ""
    property string glyph: "info"
    property int textSize: Theme.sizeBody

    readonly property color ink: tone === "good" ? Theme.good : tone === "caution" ? Theme.caution : tone === "alarm" ? Theme.alarm : Theme.text

    visible: text !== ""
    implicitHeight: line.implicitHeight + 2 * Theme.spaceS

    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: Theme.spaceS

        Icon {
            Layout.alignment: Qt.AlignTop
            glyph: root.glyph
            size: root.textSize * 1.3
            color: root.ink
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            BodyText {
                Layout.fillWidth: true
                text: root.text
                color: root.ink
                font.pixelSize: root.textSize
                font.weight: Font.Medium
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                color: Theme.text
                text: root.more
            }
        }
    }
}
