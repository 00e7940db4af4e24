import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// Numbers set aside, then notices page by page beside the hotline.
Column {
    id: root

    required property LobbyViewModel viewModel

    Rectangle {
        width: parent.width
        height: root.viewModel.missed === "" ? 0 : Theme.px(58)
        visible: height > 0
        color: Theme.cautionSoft

        BodyText {
            anchors.fill: parent
            anchors.leftMargin: Theme.spaceL
            anchors.rightMargin: Theme.spaceL
            text: root.viewModel.missed
            color: Theme.caution
            font.weight: Font.Medium
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.px(72)
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
            }
            Caption {
                visible: text !== ""
                text: root.viewModel.fault
                color: Theme.caution
                wrapMode: Text.NoWrap
            }
            BodyText {
                visible: root.viewModel.hotline !== ""
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
