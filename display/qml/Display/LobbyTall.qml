import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// A screen that stands upright: the call above, every desk below.
ColumnLayout {
    id: root

    required property LobbyViewModel viewModel

    spacing: Theme.space

    CallCard {
        Layout.fillWidth: true
        Layout.fillHeight: !root.viewModel.ready
        Layout.preferredHeight: Theme.px(560)
        viewModel: root.viewModel
        size: Theme.px(340)
    }
    RowLayout {
        // An urgent notice needs the room more; the board tells of the calls.
        visible: root.viewModel.ready && root.viewModel.urgent.length === 0
        Layout.preferredHeight: Theme.px(280)
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
    DeskBoard {
        visible: root.viewModel.ready
        Layout.fillWidth: true
        Layout.fillHeight: true
        desks: root.viewModel.desks
        deep: root.viewModel.tallRows
        dense: root.viewModel.tallDense
    }
}
