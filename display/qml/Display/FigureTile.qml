import QtQuick
import QtQuick.Layouts
import QueueUi

// One of today's totals: a large number, its unit, and what it counts.
Card {
    id: root

    required property string name
    required property string value
    required property string unit
    required property string note
    required tone

    readonly property color ink: tone === "alarm" ? Theme.alarm : tone === "caution" ? Theme.caution : Theme.text

    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + note + ": " + value + " " + unit
    implicitHeight: Theme.px(132)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.spaceS
        spacing: 0

        Caption {
            Layout.fillWidth: true
            text: root.name
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        RowLayout {
            spacing: Theme.spaceXs

            NumberText {
                text: root.value
                color: root.ink
                font.pixelSize: Theme.px(50)
            }
            BodyText {
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: Theme.px(8)
                visible: text !== ""
                text: root.unit
                color: root.ink
            }
        }
        Caption {
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: root.note
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
    }
}
