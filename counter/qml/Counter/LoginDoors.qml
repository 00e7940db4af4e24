import QtQuick
import CounterModel
import QueueUi

// The ways from the login page that need no desk: training, and for those who may, two pages.
Row {
    id: root

    required property CounterViewModel viewModel
    readonly property HeadPanel head: viewModel.screen.head

    spacing: Theme.spaceXs

    SmallButton {
        visible: root.head.issues
        text: qsTr("Cấp số giúp")
        onClicked: root.viewModel.visit("issue")
    }
    SmallButton {
        visible: root.head.steers
        text: qsTr("Điều phối quầy")
        onClicked: root.viewModel.visit("steer")
    }
    SmallButton {
        visible: root.head.steers
        text: qsTr("Điều hành")
        onClicked: root.viewModel.overseeing.enter("")
    }
    SmallButton {
        visible: !root.head.training
        text: qsTr("Luyện tập")
        onClicked: root.viewModel.settings.train(true)
    }
}
