import QtQuick
import QtQuick.Layouts
import QueueUi

// What the day does to the ticket: good news or a caution, each with an icon and words of its own.
Card {
    id: root

    required property string code
    required property string time
    required property string name
    required property string said
    property int textSize: Theme.sizeBody

    readonly property bool well: code === "same_day"

    visible: code !== ""
    tone: well ? "good" : "caution"
    implicitHeight: line.implicitHeight + 2 * Theme.spaceS

    KioskWords {
        id: words
    }
    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: Theme.spaceS

        Icon {
            glyph: root.well ? "check" : "info"
            size: root.textSize * 1.3
            color: root.well ? Theme.good : Theme.caution
        }
        BodyText {
            Layout.fillWidth: true
            text: words.remark(root.code, root.time, root.name, root.said)
            color: root.well ? Theme.good : Theme.caution
            font.pixelSize: root.textSize
            font.weight: Font.Medium
        }
    }
}
