import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// A screen that lies: the call on the left, every desk on the right.
RowLayout {
    id: root

    required property LobbyViewModel viewModel

    spacing: Theme.space

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
            // An urgent notice needs the room more; the board tells of the calls.
            visible: root.viewModel.ready && root.viewModel.urgent.length === 0
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
