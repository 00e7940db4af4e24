import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// Whom I serve now. The last line is the courtesy prompt, or for some seconds the app's own note.
Card {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property HandPanel hand: viewModel.screen.hand
    readonly property HeadPanel head: viewModel.screen.head
    readonly property bool taken: hand.label !== ""
    readonly property bool beside: !strip && viewModel.screen.papers.code !== ""

    signal takenBack

    objectName: "spot-hand"
    tone: taken ? "" : hand.stage === "paused" || hand.nudge ? "caution" : ""

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: Theme.space
            Layout.bottomMargin: Theme.spaceS
            visible: root.taken
            spacing: Theme.space

            HandTicket {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumWidth: 0
                Layout.preferredWidth: 370
                viewModel: root.viewModel
                strip: root.strip
            }
            Rectangle {
                Layout.fillHeight: true
                implicitWidth: Theme.hairline
                visible: root.beside
                color: Theme.line
            }
            PapersPane {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumWidth: 0
                Layout.preferredWidth: 370
                objectName: "spot-papers"
                visible: root.beside
                viewModel: root.viewModel
                strip: false
            }
            Rectangle {
                Layout.fillHeight: true
                implicitWidth: Theme.hairline
                visible: outcomes.visible
                color: Theme.line
            }
            OutcomeList {
                id: outcomes

                Layout.preferredWidth: Theme.px(322)
                Layout.fillHeight: true
                visible: root.beside && root.viewModel.screen.papers.done
                viewModel: root.viewModel
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
            glyph: root.hand.glyph
            undo: root.head.undo
            undoLeft: root.head.undo_left
            onTakenBack: root.takenBack()
        }
    }
}
