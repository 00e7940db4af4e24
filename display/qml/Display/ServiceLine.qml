pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// A line of the service table, its heading included, so that the columns agree.
Rectangle {
    id: root

    required property string name
    required property string waiting
    required property string longest
    required property string mean
    required property string p90
    required property string forecast
    required property string desks
    required property string verdict
    required property string tone
    property bool heading: false

    readonly property color ink: heading || waiting === "0" ? Theme.textMuted : tone === "alarm" ? Theme.alarm : tone === "caution" ? Theme.caution : Theme.text
    readonly property int size: heading ? Theme.px(18) : Theme.px(26)

    component ServiceCell: NumberText {
        Layout.preferredWidth: Theme.px(78)
        color: root.ink
        font.pixelSize: root.size
        font.weight: root.heading ? Font.Medium : Font.DemiBold
        horizontalAlignment: Text.AlignRight
    }

    color: tone === "alarm" ? Theme.alarmSoft : tone === "caution" ? Theme.cautionSoft : "transparent"

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hairline
        color: Theme.line
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        spacing: 0

        BodyText {
            Layout.fillWidth: true
            text: root.name
            color: root.ink
            font.pixelSize: root.heading ? root.size : Theme.px(23)
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        ServiceCell {
            text: root.waiting
        }
        ServiceCell {
            Layout.preferredWidth: Theme.px(92)
            text: root.longest
        }
        ServiceCell {
            text: root.mean
        }
        ServiceCell {
            text: root.p90
        }
        ServiceCell {
            Layout.preferredWidth: Theme.px(112)
            text: root.forecast
        }
        ServiceCell {
            Layout.preferredWidth: Theme.px(56)
            text: root.desks
        }
        Item {
            Layout.preferredWidth: Theme.px(196)
            Layout.fillHeight: true

            Row {
                anchors.left: parent.left
                anchors.leftMargin: Theme.space
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.spaceXs

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: root.tone !== ""
                    glyph: root.tone === "alarm" ? "warning" : "clock"
                    size: Theme.px(28)
                    color: root.tone === "hint" ? Theme.caution : root.ink
                }
                BodyText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.verdict
                    color: root.tone === "" ? Theme.textMuted : root.tone === "hint" ? Theme.caution : root.ink
                    font.pixelSize: Theme.px(21)
                    font.weight: root.tone === "" ? Font.Normal : Font.DemiBold
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
