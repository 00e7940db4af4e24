pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QueueUi

// The desk's own services: who waits for each, and how long it takes.
ColumnLayout {
    id: root

    property alias model: rows.model

    visible: rows.count > 0
    spacing: Theme.px(4)

    Repeater {
        id: rows

        GridLayout {
            id: row

            required property string service
            required property string waiting
            required property string wait

            Layout.fillWidth: true
            Accessible.role: Accessible.StaticText
            Accessible.name: [row.service, row.waiting, row.wait].filter(Boolean).join(", ")
            columns: root.width < Theme.px(480) ? 1 : 2
            columnSpacing: Theme.spaceXs
            rowSpacing: 0

            Caption {
                Layout.fillWidth: true
                text: row.service
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Caption {
                text: row.wait ? row.waiting + " · " + row.wait : row.waiting
                color: Theme.text
                font.weight: Font.Medium
                wrapMode: Text.NoWrap
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.topMargin: Theme.px(4)
        implicitHeight: 1
        color: Theme.line
    }
}
