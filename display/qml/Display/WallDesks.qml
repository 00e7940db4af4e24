pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// Every desk: number, ticket in hand, what it is doing and for how long.
Card {
    id: root

    required property RowsModel desks
    required property int deep
    property bool narrow: false

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.px(4)
        anchors.rightMargin: Theme.space
        flow: GridLayout.TopToBottom
        rows: root.deep
        rowSpacing: 0
        columnSpacing: Theme.space

        Repeater {
            model: root.desks

            RowLayout {
                id: line

                required property string number
                required property string label
                required property string doing
                required property string words
                required property string since

                readonly property color ink: doing === "closed" ? Theme.textMuted : doing === "paused" ? Theme.caution : doing === "calling" ? Theme.accent : Theme.text

                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.maximumHeight: Theme.px(44)
                Layout.preferredWidth: 1
                spacing: Theme.spaceXs

                NumberText {
                    Layout.preferredWidth: Theme.px(36)
                    text: line.number
                    color: line.doing === "closed" ? Theme.textMuted : Theme.accent
                    font.pixelSize: Theme.px(root.narrow ? 20 : 24)
                    horizontalAlignment: Text.AlignRight
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.leftMargin: Theme.spaceXs
                    spacing: 0

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Theme.spaceXs

                        NumberText {
                            Layout.fillWidth: root.narrow && line.doing === "serving"
                            visible: text !== ""
                            text: line.label
                            color: line.ink
                            font.pixelSize: Theme.px(root.narrow ? 20 : 23)
                        }
                        Caption {
                            // That a desk serves a number, the number says where words have no room.
                            visible: !root.narrow || line.doing !== "serving"
                            Layout.fillWidth: true
                            text: line.words
                            color: line.ink
                            font.pixelSize: Theme.px(root.narrow ? 18 : 22)
                            elide: Text.ElideRight
                            wrapMode: Text.NoWrap
                        }
                    }
                }
                NumberText {
                    text: line.since
                    color: Theme.textMuted
                    font.pixelSize: Theme.px(root.narrow ? 18 : 21)
                }
            }
        }
    }
}
