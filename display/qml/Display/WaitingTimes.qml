pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// How long each service takes at present, page after page.
Card {
    id: root

    required property RowsModel rows
    required property string page

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.space
        anchors.topMargin: Theme.spaceS
        spacing: Theme.spaceXs

        RowLayout {
            Layout.fillWidth: true

            Heading {
                Layout.fillWidth: true
                level: 3
                text: qsTr("Dự kiến chờ")
                font.pixelSize: Theme.sizeBody
            }
            NumberText {
                text: root.page
                color: Theme.textMuted
                font.pixelSize: Theme.sizeSmall
            }
        }
        BodyText {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: lines.count === 0
            text: qsTr("Chưa có quầy nào mở.")
            color: Theme.textMuted
            verticalAlignment: Text.AlignTop
        }
        Repeater {
            id: lines

            model: root.rows

            ColumnLayout {
                id: line

                required property string name
                required property string people
                required property string wait

                Layout.fillWidth: true
                Layout.maximumHeight: Theme.px(74)
                spacing: 0

                BodyText {
                    Layout.fillWidth: true
                    text: line.name
                    font.pixelSize: Theme.px(24)
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }
                RowLayout {
                    Layout.fillWidth: true

                    Caption {
                        Layout.fillWidth: true
                        text: line.people
                        wrapMode: Text.NoWrap
                    }
                    NumberText {
                        text: line.wait
                        color: Theme.accent
                        font.pixelSize: Theme.px(26)
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 0
        }
    }
}
