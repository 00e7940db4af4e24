import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// Who comes soon and who was set aside, then notices page by page beside the hotline.
Column {
    id: root

    required property LobbyPanel lobby
    property bool tall: false

    GridLayout {
        width: parent.width
        visible: root.lobby.is_ready
        columns: root.tall ? 1 : 2
        columnSpacing: 0
        rowSpacing: 0

        NearStrip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            title: qsTr("Sắp đến lượt")
            numbers: root.lobby.near === "" ? "–" : root.lobby.near
        }
        NearStrip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: root.lobby.missed !== ""
            title: ""
            numbers: root.lobby.missed
            ink: Theme.caution
            color: Theme.cautionSoft
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.px(root.tall ? 92 : 72)
        visible: root.lobby.is_ready
        color: Theme.surface

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.spaceL
            anchors.rightMargin: Theme.spaceL
            spacing: Theme.spaceL

            PagedText {
                Layout.fillWidth: true
                Layout.fillHeight: true
                pages: root.lobby.pages
                size: Theme.px(30)
                smallest: Theme.px(22)
            }
            Caption {
                visible: text !== ""
                text: root.lobby.fault
                color: Theme.caution
                wrapMode: Text.NoWrap
            }
            BodyText {
                visible: root.lobby.hotline !== "" && !root.tall
                text: qsTr("Đường dây nóng")
                color: Theme.textMuted
                wrapMode: Text.NoWrap
            }
            NumberText {
                visible: root.lobby.hotline !== ""
                text: root.lobby.hotline
                font.pixelSize: Theme.sizeLarge
            }
        }
    }
}
