pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The screen in the hall: the call on the left, every desk on the right, notices below.
QueueWindow {
    id: root

    required property LobbyViewModel viewModel
    readonly property HeadModel head: viewModel.head
    readonly property real strength: head.stale ? 0.72 : 1

    title: qsTr("Màn hình sảnh – Đến Lượt")
    width: 1920
    height: 1080

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        StatusBanner {
            Layout.fillWidth: true
            connection: root.head.connection
            note: root.head.note
        }
        ScreenHead {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceL
            head: root.head
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: Theme.spaceL
            Layout.rightMargin: Theme.spaceL
            spacing: Theme.space
            opacity: root.strength

            ColumnLayout {
                Layout.preferredWidth: root.viewModel.dense ? 9 : 10
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Theme.space

                CallCard {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    viewModel: root.viewModel
                }
                RowLayout {
                    visible: root.viewModel.ready
                    Layout.preferredHeight: Theme.px(290)
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    spacing: Theme.space

                    RecentCalls {
                        Layout.preferredWidth: 1
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        rows: root.viewModel.recent
                    }
                    WaitingTimes {
                        Layout.preferredWidth: 1
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        rows: root.viewModel.loads
                        page: root.viewModel.loadsPage
                    }
                }
            }
            DeskBoard {
                visible: root.viewModel.ready
                Layout.preferredWidth: root.viewModel.dense ? 12 : 11
                Layout.fillWidth: true
                Layout.fillHeight: true
                desks: root.viewModel.desks
                deep: root.viewModel.deskRows
                dense: root.viewModel.dense
            }
        }
        LobbyFoot {
            Layout.fillWidth: true
            Layout.topMargin: Theme.space
            viewModel: root.viewModel
        }
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.NoButton
        cursorShape: Qt.BlankCursor
    }
}
