import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// Who comes soon and who was set aside, then notices page by page beside the hotline.
Column {
    id: root

    required property LobbyViewModel viewModel
    property bool tall: false

    GridLayout {
        width: parent.width
        visible: root.viewModel.ready
        columns: root.tall ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0

        NearStrip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            title: qsTr("Sắp đến lượt")
            numbers: root.viewModel.near === "" ? "–" : root.viewModel.near
        }
        NearStrip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: root.viewModel.missed !== ""
            title: ""
            numbers: root.viewModel.missed
            ink: Theme.caution
            color: Theme.cautionSoft
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.px(root.tall ? 92 : 72)
        visible: root.viewModel.ready
        color: Theme.surface

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.spaceL
            anchors.rightMargin: Theme.spaceL
            spacing: Theme.spaceL

            PagedText {
                Layout.fillWidth: true
                Layout.fillHeight: true
                pages: root.viewModel.pages
                size: Theme.px(30)
                smallest: Theme.px(22)
            }
            Caption {
                visible: text !== ""
                text: root.viewModel.fault
                color: Theme.caution
                wrapMode: Text.NoWrap
            }
            BodyText {
                visible: root.viewModel.hotline !== "" && !root.tall
                text: qsTr("Đường dây nóng")
                color: Theme.textMuted
                wrapMode: Text.NoWrap
            }
            NumberText {
                visible: root.viewModel.hotline !== ""
                text: root.viewModel.hotline
                font.pixelSize: Theme.sizeLarge
            }
        }
    }
}
