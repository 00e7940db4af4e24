pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// What happened to a ticket, step by step, and who was called before it.
ListView {
    id: root

    property string caption: ""

    Accessible.role: Accessible.List
    Accessible.name: caption
    activeFocusOnTab: contentHeight > height
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 0
    clip: true
    Keys.onDownPressed: flick(0, -600)
    Keys.onUpPressed: flick(0, 600)

    Rectangle {
        anchors.fill: parent
        visible: root.activeFocus
        color: "transparent"
        border.width: Theme.px(4)
        border.color: Theme.lineStrong
        radius: Theme.radiusS
    }

    delegate: RowLayout {
        id: row

        required property string clock
        required property string text
        required property string detail

        width: ListView.view.width
        spacing: Theme.spaceS
        Accessible.role: Accessible.ListItem
        Accessible.name: [row.clock, row.text, row.detail].filter(Boolean).join(" ")

        NumberText {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: Theme.px(6)
            Layout.preferredWidth: Theme.px(84)
            visible: text !== ""
            text: row.clock
            color: Theme.textMuted
            font.pixelSize: Theme.px(25)
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.px(4)
            Layout.bottomMargin: Theme.px(6)
            spacing: 0

            BodyText {
                Layout.fillWidth: true
                text: row.text
                font.pixelSize: Theme.px(25)
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.detail
            }
        }
    }
}
