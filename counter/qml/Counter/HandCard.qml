import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Whom I serve now. The last line is the courtesy prompt, or for some seconds the app's own note.
Card {
    id: root

    required property HandPanel hand
    required property HeadPanel head
    required property bool strip

    signal takenBack

    readonly property bool taken: hand.label !== ""

    tone: taken ? "" : hand.stage === "paused" ? "caution" : ""

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        HandTicket {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: root.strip ? Theme.space : Theme.spaceL
            Layout.bottomMargin: Theme.spaceS
            visible: root.taken
            hand: root.hand
            strip: root.strip
        }
        HandEmpty {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.space
            visible: !root.taken
            hand: root.hand
            strip: root.strip
        }
        NoteLine {
            Layout.fillWidth: true
            Layout.margins: Theme.spaceS
            Layout.topMargin: 0
            note: root.head.note
            tone: root.head.tone
            courtesy: root.hand.courtesy
            undo: root.head.undo
            onTakenBack: root.takenBack()
        }
    }
}
