import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// A screen that lies: the call on the left, every desk on the right.
RowLayout {
    id: root

    required property LobbyViewModel viewModel
    readonly property LobbyPanel lobby: viewModel.screen

    spacing: Theme.space

    ColumnLayout {
        Layout.preferredWidth: root.lobby.is_dense ? 9 : 10
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
            visible: root.lobby.is_ready && root.lobby.urgent.length === 0
            Layout.preferredHeight: Theme.px(290)
            Layout.fillWidth: true
            Layout.fillHeight: false
            spacing: Theme.space

            RecentCalls {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                rows: root.lobby.recent
            }
            WaitingTimes {
                Layout.preferredWidth: 1
                Layout.fillWidth: true
                Layout.fillHeight: true
                rows: root.lobby.loads
                page: root.lobby.loads_page
            }
        }
    }
    DeskBoard {
        visible: root.lobby.is_ready
        Layout.preferredWidth: root.lobby.is_dense ? 12 : 11
        Layout.fillWidth: true
        Layout.fillHeight: true
        desks: root.lobby.desks
        deep: root.lobby.desk_rows
        dense: root.lobby.is_dense
    }
}
