import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// A helper takes a number for somebody: what for, with which priority, where the paper comes out.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property IssuePanel issue: viewModel.screen.issue

    Shortcut {
        sequence: "Escape"
        onActivated: root.viewModel.visit("")
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: root.strip ? Theme.space : Theme.spaceL
        spacing: Theme.space

        PageHead {
            Layout.fillWidth: true
            title: qsTr("Cấp số giúp")
            clock: root.viewModel.screen.head.clock
            note: root.strip ? "" : root.viewModel.screen.head.note
            onLeaving: root.viewModel.visit("")
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.strip ? 1 : 2
            columnSpacing: Theme.spaceL
            rowSpacing: Theme.space

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 620
                spacing: Theme.spaceS

                SearchField {
                    id: words

                    Layout.fillWidth: true
                    focus: true
                    caption: qsTr("Ông/bà cần làm việc gì? Gõ có dấu hoặc không dấu")
                    text: root.issue.typed
                    onTextEdited: root.viewModel.issuing.type(text)
                    Keys.onDownPressed: found.forceActiveFocus()
                    Keys.onReturnPressed: found.chooseAt(0)
                    Keys.onEnterPressed: found.chooseAt(0)
                }
                PickList {
                    id: found

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    caption: qsTr("Việc tìm thấy")
                    columns: root.strip ? 1 : 2
                    lines: root.strip ? 1 : 2
                    rowHeight: root.strip ? Theme.px(92) : Theme.px(116)
                    model: root.viewModel.screen.issue.found
                    onPicked: code => root.viewModel.issuing.choose(code)

                    Caption {
                        anchors.centerIn: parent
                        visible: found.count === 0
                        text: qsTr("Không tìm thấy. Xin thử từ khác, hoặc chọn quầy hướng dẫn.")
                    }
                }
            }
            Card {
                Layout.fillWidth: true
                Layout.fillHeight: !root.strip
                Layout.preferredWidth: 480
                implicitHeight: side.implicitHeight + 2 * side.anchors.margins

                IssueSide {
                    id: side

                    anchors.fill: parent
                    anchors.margins: root.strip ? Theme.space : Theme.spaceL
                    viewModel: root.viewModel
                    strip: root.strip
                    onNextAsked: {
                        root.viewModel.issuing.restart();
                        words.forceActiveFocus();
                    }
                }
            }
        }
    }
}
