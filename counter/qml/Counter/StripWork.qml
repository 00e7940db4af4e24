import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The strip: the same parts one under the other, the lists behind three tabs.
FocusScope {
    id: root

    required property CounterViewModel viewModel
    property int tab: 0

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceS
        spacing: Theme.spaceS

        StripHeader {
            Layout.fillWidth: true
            viewModel: root.viewModel
        }
        HandCard {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.px(544)
            hand: root.viewModel.hand
            head: root.viewModel.head
            strip: true
            onTakenBack: {
                root.viewModel.takeBack();
                pad.forceActiveFocus();
            }
        }
        KeyPad {
            id: pad

            Layout.fillWidth: true
            focus: true
            viewModel: root.viewModel
            strip: true
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.spaceXs

            TabButton {
                Layout.fillWidth: true
                text: qsTr("Hàng chờ")
                count: root.viewModel.head.waiting
                checked: root.tab === 0
                onClicked: root.tab = 0
            }
            TabButton {
                Layout.fillWidth: true
                text: qsTr("Để riêng")
                count: aside.count ? aside.count.toString() : ""
                checked: root.tab === 1
                onClicked: root.tab = 1
            }
            TabButton {
                Layout.fillWidth: true
                text: qsTr("Quầy khác")
                checked: root.tab === 2
                onClicked: root.tab = 2
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            WaitingList {
                anchors.fill: parent
                anchors.margins: Theme.spaceS
                visible: root.tab === 0
                viewModel: root.viewModel
                withNext: true
                titled: false
            }
            AsideList {
                id: aside

                anchors.fill: parent
                anchors.margins: Theme.spaceS
                visible: root.tab === 1
                viewModel: root.viewModel
                titled: false
            }
            DeskList {
                anchors.fill: parent
                anchors.margins: Theme.spaceS
                visible: root.tab === 2
                viewModel: root.viewModel
                titled: false
            }
        }
    }
}
