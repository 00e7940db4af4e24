import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// A screen that stands upright: the call above, every desk below.
ColumnLayout {
    id: root

    required property LobbyViewModel viewModel
    readonly property LobbyPanel lobby: viewModel.screen

    spacing: Theme.space

    CallCard {
        Layout.fillWidth: true
        Layout.fillHeight: !root.lobby.is_ready
        Layout.preferredHeight: Theme.px(560)
        viewModel: root.viewModel
        size: Theme.px(340)
    }
    RowLayout {
        // An urgent notice needs the room more; the board tells of the calls.
        visible: root.lobby.is_ready && root.lobby.urgent.length === 0
        Layout.preferredHeight: Theme.px(280)
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
    DeskBoard {
        visible: root.lobby.is_ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        desks: root.lobby.desks
        deep: root.lobby.tall_rows
        dense: root.lobby.is_tall_dense
    }
}
