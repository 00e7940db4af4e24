pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// The calls before the large one, newest first.
Card {
    id: root

    required property RowsModel rows

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space
        anchors.topMargin: Theme.spaceS
        spacing: 0

        Heading {
            level: 3
            text: qsTr("Số vừa gọi")
            font.pixelSize: Theme.sizeBody
        }
        BodyText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.spaceXs
            visible: lines.count === 0
            text: qsTr("Các số đã gọi sẽ hiện ở đây.")
            color: Theme.textMuted
            verticalAlignment: Text.AlignTop
        }
        Repeater {
            id: lines

            model: root.rows

            RowLayout {
                id: line

                required property string label
                required property string desk
                required property string words
                required property bool awaited

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: Theme.px(66)
                spacing: Theme.spaceXs

                NumberText {
                    Layout.preferredWidth: Theme.px(136)
                    text: line.label
                    color: line.awaited ? Theme.accent : Theme.text
                    font.pixelSize: Theme.px(38)
                    font.weight: Font.Bold
                }
                BodyText {
                    Layout.fillWidth: true
                    text: line.desk
                    font.pixelSize: Theme.px(30)
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.px(20)
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }
                Caption {
                    visible: text !== ""
                    text: line.words
                    wrapMode: Text.NoWrap
                    color: line.awaited ? Theme.accent : Theme.textMuted
                    font.pixelSize: Theme.px(20)
                    font.weight: line.awaited ? Font.DemiBold : Font.Normal
                }
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 0
        }
    }
}
