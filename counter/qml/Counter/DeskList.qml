pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import CounterModel
import QueueUi

// The other desks in brief: who has whom, who rests, who is closed.
ColumnLayout {
    id: root

    required property CounterViewModel viewModel

    spacing: Theme.spaceXs

    ListView {
        id: list

        Layout.fillWidth: true
        Layout.fillHeight: true
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Quầy khác")
        activeFocusOnTab: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        clip: true
        model: root.viewModel.screen.desks

        Rectangle {
            anchors.fill: parent
            visible: list.activeFocus
            color: "transparent"
            border.width: Theme.px(4)
            border.color: Theme.lineStrong
            radius: Theme.radiusS
        }

        delegate: RowLayout {
            id: row

            required property string desk
            required property string label
            required property string status
            required property bool open

            width: ListView.view.width
            height: Theme.px(44)
            spacing: Theme.spaceS
            Accessible.role: Accessible.ListItem
            Accessible.name: [row.desk, row.label, row.status].filter(Boolean).join(", ")

            BodyText {
                Layout.preferredWidth: Theme.px(116)
                text: row.desk
                color: row.open ? Theme.text : Theme.textMuted
                font.pixelSize: Theme.px(25)
                font.weight: row.open ? Font.DemiBold : Font.Normal
                wrapMode: Text.NoWrap
            }
            NumberText {
                visible: text !== ""
                text: row.label
                font.pixelSize: Theme.px(25)
            }
            Caption {
                Layout.fillWidth: true
                text: row.status
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
