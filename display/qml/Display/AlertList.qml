pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import DisplayModel
import QueueUi

// What is wrong now, the worst first, and who takes care of it.
Card {
    id: root

    required property RowsModel alerts
    required property string more
    required property string advice

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        anchors.topMargin: Theme.spaceXs
        anchors.bottomMargin: Theme.spaceXs
        spacing: Theme.px(4)

        RowLayout {
            Layout.fillWidth: true

            Caption {
                Layout.fillWidth: true
                text: qsTr("Cảnh báo")
            }
            Caption {
                text: root.more
                color: Theme.caution
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: lines.count === 0
            spacing: Theme.spaceS

            Icon {
                glyph: "check"
                size: Theme.px(32)
                color: Theme.good
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Không có cảnh báo nào.")
                color: Theme.good
            }
        }
        Repeater {
            id: lines

            model: root.alerts

            RowLayout {
                id: line

                required property string text
                required property string since
                required property string owner
                required property string tone

                readonly property color ink: tone === "alarm" ? Theme.alarm : Theme.caution

                Layout.fillWidth: true
                spacing: Theme.spaceXs

                Icon {
                    glyph: line.tone === "alarm" ? "warning" : "clock"
                    size: Theme.px(28)
                    color: line.ink
                }
                BodyText {
                    Layout.fillWidth: true
                    text: line.text
                    color: line.ink
                    font.pixelSize: Theme.px(23)
                    font.weight: Font.DemiBold
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }
                Caption {
                    Layout.preferredWidth: Theme.px(200)
                    text: line.owner
                    horizontalAlignment: Text.AlignRight
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                }
                NumberText {
                    Layout.preferredWidth: Theme.px(52)
                    text: line.since
                    color: Theme.textMuted
                    font.pixelSize: Theme.px(20)
                    horizontalAlignment: Text.AlignRight
                }
            }
        }
        Item {
            Layout.fillHeight: true
        }
        BodyText {
            Layout.fillWidth: true
            visible: root.advice !== ""
            text: root.advice
            color: Theme.accent
            font.pixelSize: Theme.px(24)
            font.weight: Font.DemiBold
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}
