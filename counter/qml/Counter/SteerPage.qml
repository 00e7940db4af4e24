import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// A supervisor's desks: who sits where, send somebody, change what a desk serves, read a story.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    readonly property SteerPanel steer: viewModel.screen.steer

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
            title: qsTr("Điều phối quầy")
            clock: root.viewModel.screen.head.clock
            note: root.strip ? "" : root.viewModel.screen.head.note
            onLeaving: root.viewModel.visit("")
        }
        BodyText {
            Layout.fillWidth: true
            visible: root.strip && text !== ""
            text: root.viewModel.screen.head.note
            font.weight: Font.Medium
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.strip ? 1 : 3
            columnSpacing: Theme.spaceL
            rowSpacing: Theme.spaceS

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 400
                spacing: Theme.spaceXs

                Heading {
                    level: 3
                    text: qsTr("Các quầy")
                }
                PickList {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    focus: true
                    caption: qsTr("Các quầy")
                    rowHeight: Theme.px(92)
                    model: root.viewModel.screen.steer.desks
                    onPicked: code => root.viewModel.steering.choose(code)
                }
            }
            SteerDesk {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 460
                visible: !root.strip || root.steer.story === ""
                viewModel: root.viewModel
                strip: root.strip
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: 400
                spacing: Theme.spaceS

                Heading {
                    level: 3
                    text: qsTr("Vì sao số này được gọi lúc ấy?")
                    Layout.fillWidth: true
                }
                SearchField {
                    Layout.fillWidth: true
                    caption: qsTr("Số trên phiếu, ví dụ 6 027")
                    Keys.onReturnPressed: root.viewModel.steering.read(text)
                    Keys.onEnterPressed: root.viewModel.steering.read(text)
                }
                Heading {
                    Layout.fillWidth: true
                    visible: text !== ""
                    level: 3
                    text: root.steer.story
                }
                StoryList {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: root.strip && root.steer.story ? Theme.px(420) : 0
                    visible: root.steer.story !== ""
                    caption: root.steer.story
                    model: root.viewModel.screen.steer.steps
                }
            }
        }
    }
}
