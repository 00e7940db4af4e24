import QtQuick
import QtQuick.Layouts
import QueueUi

// What became of the paper, gently.
Card {
    id: root

    required property string paper

    readonly property bool well: paper === "printed" || paper === "sent" || paper === "printing"

    tone: well ? "good" : "caution"
    implicitHeight: line.implicitHeight + 2 * Theme.space

    KioskWords {
        id: words
    }
    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space
        spacing: Theme.space

        Icon {
            glyph: root.well ? "printer" : "warning"
            color: root.well ? Theme.good : Theme.caution
        }
        BodyText {
            Layout.fillWidth: true
            text: words.paper(root.paper)
            color: root.well ? Theme.good : Theme.caution
            font.weight: Font.Medium
        }
    }
}
