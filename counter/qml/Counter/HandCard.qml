import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Whom I serve now. The last line is the courtesy prompt, or for some seconds the app's own note.
Card {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property HandPanel hand: viewModel.hand
    readonly property HeadPanel head: viewModel.head
    readonly property bool taken: hand.label !== ""

    signal takenBack

    objectName: "spot-hand"
    tone: taken ? "" : hand.stage === "paused" || hand.nudge ? "caution" : ""

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.taken
            spacing: 0

            HandTicket {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 360
                Layout.margins: root.strip ? Theme.space : Theme.spaceL
                Layout.topMargin: Theme.space
                Layout.bottomMargin: Theme.spaceS
                hand: root.hand
                strip: root.strip
                onOpened: root.viewModel.asking.open(root.hand.code)
                onReprinted: root.viewModel.asking.begin("print_ticket", root.hand.code)
            }
            Rectangle {
                Layout.fillHeight: true
                Layout.topMargin: Theme.space
                Layout.bottomMargin: Theme.spaceS
                implicitWidth: Theme.hairline
                visible: !root.strip && root.viewModel.papers.code !== ""
                color: Theme.line
            }
            PapersPane {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 330
                Layout.margins: Theme.space
                Layout.bottomMargin: Theme.spaceS
                objectName: "spot-papers"
                visible: !root.strip && root.viewModel.papers.code !== ""
                viewModel: root.viewModel
                strip: false
            }
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
            undoLeft: root.head.undo_left
            onTakenBack: root.takenBack()
        }
    }
}
