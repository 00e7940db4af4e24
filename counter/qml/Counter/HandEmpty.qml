import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// What stands in place of a ticket: how many wait, nobody, or the rest.
Item {
    id: root

    required property HandPanel hand
    required property bool strip

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.spaceXs

        Icon {
            Layout.alignment: Qt.AlignHCenter
            glyph: root.hand.stage === "paused" ? "pause" : root.hand.stage === "idle" ? "people" : "check"
            size: root.strip ? Theme.px(88) : Theme.px(120)
            color: root.hand.stage === "paused" ? Theme.caution : Theme.accent
        }
        Heading {
            Layout.fillWidth: true
            level: root.strip ? 2 : 1
            text: root.hand.status
            horizontalAlignment: Text.AlignHCenter
        }
        BodyText {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.hand.service && root.hand.since ? root.hand.service + " · " + root.hand.since : root.hand.service + root.hand.since
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
        }
        BodyText {
            Layout.fillWidth: true
            text: root.hand.hint
            color: Theme.textMuted
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
