import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The lists behind tabs: the line, what is set aside, the other desks; in the strip the papers too.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel
    required property bool strip
    property int tab: 0
    readonly property bool papers: strip && viewModel.screen.papers.code !== ""
    // The papers are only there with a ticket; the tab one had chosen comes back after it.
    readonly property int shown: tab === 3 && !papers ? 0 : tab

    spacing: Theme.spaceXs

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.px(4)

        TabButton {
            Layout.fillWidth: true
            text: qsTr("Hàng chờ")
            count: root.viewModel.screen.head.waiting
            checked: root.shown === 0
            onClicked: root.tab = 0
        }
        TabButton {
            Layout.fillWidth: true
            visible: root.papers
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
            text: root.papers ? qsTr("Quầy") : qsTr("Quầy khác")
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
            withNext: root.strip
        }
        AsideList {
            id: aside

            anchors.fill: parent
            anchors.margins: Theme.spaceS
            visible: root.shown === 1
            viewModel: root.viewModel
        }
        DeskList {
            anchors.fill: parent
            anchors.margins: Theme.spaceS
            visible: root.shown === 2
            viewModel: root.viewModel
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
