import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The strip: the same parts one under the other, the lists behind tabs.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    property int tab: 0
    readonly property bool taken: viewModel.papers.code !== ""
    // The papers are only there with a ticket; the tab one had chosen comes back after it.
    readonly property int shown: tab === 3 && !taken ? 0 : tab

    signal menuAsked

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceS
        spacing: Theme.spaceS

        StripHeader {
            Layout.fillWidth: true
            viewModel: root.viewModel
            onMenuAsked: root.menuAsked()
        }
        HandCard {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(544)
            viewModel: root.viewModel
            strip: true
            onTakenBack: {
                root.viewModel.takeBack();
                pad.forceActiveFocus();
            }
        }
        DeskKeys {
            id: pad

            Layout.fillWidth: true
            focus: true
            viewModel: root.viewModel
            strip: true
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.px(4)

            TabButton {
                Layout.fillWidth: true
                text: qsTr("Hàng chờ")
                count: root.viewModel.head.waiting
                checked: root.shown === 0
                onClicked: root.tab = 0
            }
            TabButton {
                Layout.fillWidth: true
                visible: root.taken
                text: qsTr("Hồ sơ")
                checked: root.shown === 3
                onClicked: root.tab = 3
            }
            TabButton {
                Layout.fillWidth: true
                text: qsTr("Để riêng")
                count: aside.count ? aside.count.toString() : ""
                checked: root.shown === 1
                onClicked: root.tab = 1
            }
            TabButton {
                Layout.fillWidth: true
                text: qsTr("Quầy")
                Accessible.name: qsTr("Quầy khác")
                checked: root.shown === 2
                onClicked: root.tab = 2
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true
            objectName: "spot-line"

            WaitingList {
                anchors.fill: parent
                anchors.margins: Theme.spaceS
                visible: root.shown === 0
                viewModel: root.viewModel
                withNext: true
                titled: false
            }
            AsideList {
                id: aside

                anchors.fill: parent
                anchors.margins: Theme.spaceS
                visible: root.shown === 1
                viewModel: root.viewModel
                titled: false
            }
            DeskList {
                anchors.fill: parent
                anchors.margins: Theme.spaceS
                visible: root.shown === 2
                viewModel: root.viewModel
                titled: false
            }
            PapersPane {
                anchors.fill: parent
                anchors.margins: Theme.spaceS
                visible: root.shown === 3
                viewModel: root.viewModel
                strip: true
            }
        }
    }
}
